"""What readers object to and what claimants answer, for the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from claims import disputes, replies
from claims.desk.answers import blame, status_of, words_in
from claims.desk.doors import desk
from claims.desk.views.claims import visible_claim
from claims.errors import Refused
from claims.models import Dispute, ReplyRequest
from claims.workbench.forms import area

SHOWN = 100  # rows of each kind
SETTLED = 20  # of the last objections that somebody has settled


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(
        label=gettext_lazy("What came of it?"),
        choices=Dispute.Outcome.choices,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("Note for colleagues"), required=False, max_length=2000, widget=area(2)
    )
    answer = forms.CharField(
        label=gettext_lazy("Answer to the reader"),
        required=False,
        max_length=5000,
        widget=area(4),
        help_text=gettext_lazy("Goes out by e-mail with their own words below it."),
    )

    def __init__(self, dispute: Dispute, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=str(dispute.pk), **kwargs)
        if not dispute.email:
            del self.fields["answer"]


class AskForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Who is asked"),
        max_length=200,
        help_text=gettext_lazy("As readers see it."),
    )
    address = forms.CharField(
        label=gettext_lazy("Where you send it"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("A mail address, for instance. Never published."),
    )
    question = forms.CharField(
        label=gettext_lazy("What you ask"),
        max_length=5000,
        widget=area(6),
        help_text=gettext_lazy("They see the claim and this text, nothing of your draft."),
    )
    days = forms.IntegerField(
        label=gettext_lazy("Days to answer"),
        min_value=replies.LEAST_DAYS,
        max_value=replies.MOST_DAYS,
        initial=7,
    )


@require_safe
@desk()
def readers_page(request: HttpRequest) -> HttpResponse:
    """Show open objections and requests for a reply, the longest waiting first."""
    return _readers(request)


@require_POST
@desk()
def settle(request: HttpRequest, dispute_id: UUID) -> HttpResponse:
    """Say what came of an objection."""
    form = SettleForm(get_object_or_404(Dispute, pk=dispute_id), request.POST)
    if not form.is_valid():
        return _readers(request, refused={dispute_id: form}, status=422)
    try:
        disputes.settle(dispute_id, actor=request.user, **form.cleaned_data)
    except Refused as error:
        blame(form, error)
        return _readers(request, refused={dispute_id: form}, error=error, status=status_of(error))
    messages.success(request, _("Settled."))
    return redirect("desk:readers")


@never_cache
@desk("claims.ask_reply")
def ask(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Ask the claimant for their side; the link is shown once, to be sent by hand."""
    claim = visible_claim(request, claim_id)
    context = {"place": "queue", "claim": claim}
    if request.method != "POST":
        form = AskForm(initial={"name": claim.claimant.name if claim.claimant else ""})
        return render(request, "desk/ask_reply.html", {**context, "form": form})
    form = AskForm(request.POST)
    if not form.is_valid():
        return render(request, "desk/ask_reply.html", {**context, "form": form}, status=422)
    try:
        asked, secret = replies.ask(claim_id, actor=request.user, **form.cleaned_data)
    except Refused as error:
        blame(form, error)
        status = status_of(error)
        return render(request, "desk/ask_reply.html", {**context, "form": form}, status=status)
    context |= {"asked": asked, "link": replies.link(secret)}
    return render(request, "desk/ask_reply.html", context, status=201)


@require_POST
@desk()
def release(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Show readers what the claimant answered, or that nothing came."""
    return _done(request, lambda: replies.release(request_id, actor=request.user), _("Shown."))


@require_POST
@desk()
def withdraw(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Close a link that nobody has answered."""
    reason = request.POST.get("reason", "")
    return _done(
        request,
        lambda: replies.withdraw(request_id, actor=request.user, reason=reason),
        _("Withdrawn."),
    )


def _done(request: HttpRequest, act: Callable[[], object], sentence: str) -> HttpResponse:
    try:
        act()
    except Refused as error:
        return _readers(request, error=error, status=status_of(error))
    messages.success(request, sentence)
    return redirect(reverse("desk:readers"))


def _readers(
    request: HttpRequest,
    *,
    refused: dict[UUID, forms.Form] | None = None,
    error: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    refused = refused or {}
    waiting = Dispute.objects.open().select_related("verdict__claim")
    settled = Dispute.objects.settled().select_related("verdict__claim", "settled_by")
    asked = ReplyRequest.objects.standing().filter(released_at=None).select_related("claim")
    shown = [(row, refused.get(row.pk) or SettleForm(row)) for row in waiting[:SHOWN]]
    gone = [form for pk, form in refused.items() if pk not in {row.pk for row, _form in shown}]
    context = {
        "place": "readers",
        "error": error,
        "typed": [line for form in gone for line in words_in(form)],
        "disputes": shown,
        "asked": list(asked[:SHOWN]),
        "settled": settled[:SETTLED],
    }
    return render(request, "desk/readers.html", context, status=status)
