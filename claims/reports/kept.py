"""The page of reports that are kept: frozen ones, and those that come by mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import jobs
from claims.errors import Refused
from claims.models import ReportFile, ReportMail, ReportSnapshot, ReportSubscription
from claims.reports import mails, making, snapshots
from claims.reports.doors import as_file, for_editors, those_who_edit
from claims.reports.forms import FreezeForm, ScopeForm, SubscribeForm, outlets
from claims.reports.pack import missing_pages
from claims.reports.scope import Scope

SHOWN = 100
FILES = 20
Kind = ReportFile.Kind


@for_editors
def kept(request: HttpRequest) -> HttpResponse:
    """List the frozen reports, the person's own reports by mail, and forms for new ones."""
    return _page(request, FreezeForm(initial={"title": _("Report")}), SubscribeForm())


@require_POST
@those_who_edit
def freeze(request: HttpRequest) -> HttpResponse:
    """Freeze the report of a range."""
    form, scope = FreezeForm(request.POST), ScopeForm(request.POST)
    if not (form.is_valid() and scope.is_valid()):
        for name, errors in scope.errors.items():
            form.errors.setdefault(name, errors)
        return _page(request, form, SubscribeForm(), scope=scope, status=400)

    try:
        file = making.ask(Kind.FROZEN, scope.scope(), actor=request.user, **form.cleaned_data)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("reports:kept")
    return redirect("reports:file", file.pk)


@require_POST
@those_who_edit
def publish(request: HttpRequest, snapshot_id: UUID) -> HttpResponse:
    """Show a frozen report to readers."""

    def act() -> str:
        snapshots.publish(snapshot_id, actor=request.user)
        return _("Readers see the report now.")

    return _done(request, act)


@require_POST
@those_who_edit
def withdraw(request: HttpRequest, snapshot_id: UUID) -> HttpResponse:
    """Take a published report back."""

    def act() -> str:
        reason = request.POST.get("reason", "")
        snapshots.withdraw(snapshot_id, actor=request.user, reason=reason)
        return _("The report is withdrawn.")

    return _done(request, act)


@for_editors
def frozen_file(request: HttpRequest, snapshot_id: UUID, form: str) -> HttpResponse:
    """Give a frozen report as it was frozen, byte for byte."""
    snapshot = get_object_or_404(ReportSnapshot, pk=snapshot_id)
    content = bytes(snapshot.pdf) if form == "pdf" else snapshot.document.encode()
    return as_file(content, f"report-{snapshot.start}-{snapshot.end}", form)


@require_POST
@those_who_edit
def pack(request: HttpRequest) -> HttpResponse:
    """Have the pack for an assessor made."""
    scope = ScopeForm(request.POST)
    if not scope.is_valid():
        form = FreezeForm(initial={"title": _("Report")})
        return _page(request, form, SubscribeForm(), scope=scope, status=400)
    asked = Scope(scope.scope().start, scope.scope().end)
    return redirect("reports:file", making.ask(Kind.PACK, asked, actor=request.user).pk)


@require_POST
@those_who_edit
def subscribe(request: HttpRequest) -> HttpResponse:
    """Have a report mailed each week or month."""
    form = SubscribeForm(request.POST)
    if not form.is_valid():
        return _page(request, FreezeForm(initial={"title": _("Report")}), form, status=400)
    every = form.cleaned_data["every"]
    ReportSubscription.objects.get_or_create(
        owner=request.user,
        **form.cleaned_data,
        defaults={"next_on": mails.first_day(every, timezone.localdate())},
    )
    messages.success(request, _("The report will come by mail."))
    return redirect("reports:kept")


@require_POST
@those_who_edit
def unsubscribe(request: HttpRequest, subscription_id: int) -> HttpResponse:
    """End a report by mail of one's own."""
    get_object_or_404(ReportSubscription, pk=subscription_id, owner=request.user).delete()
    messages.success(request, _("No more mails of this report."))
    return redirect("reports:kept")


@require_POST
@those_who_edit
def send_again(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Try a failed mail of one's own once more."""
    mail = get_object_or_404(ReportMail, pk=mail_id, subscription__owner=request.user)
    if not jobs.retry(ReportMail, mail.pk, mails.send_mail):
        raise Http404(_("Only a failed mail can be sent again."))
    return redirect("reports:kept")


def _done(request: HttpRequest, act: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, act())
    except Refused as refused:
        messages.error(request, refused.message)
    return redirect("reports:kept")


def _page(
    request: HttpRequest,
    freezing: FreezeForm,
    subscribing: SubscribeForm,
    *,
    scope: ScopeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = ReportSnapshot.objects.defer("document", "pdf")
    sent = ReportMail.objects.filter(subscription__owner=request.user)
    context: dict[str, Any] = {
        "snapshots": rows.select_related("made_by", "published_by", "withdrawn_by")[:SHOWN],
        "files": ReportFile.objects.defer("content").select_related("asked_by")[:FILES],
        "subscriptions": ReportSubscription.objects.filter(owner=request.user),
        "mails": sent.select_related("subscription")[:20],
        "scope_form": scope or ScopeForm.asked(request.GET),
        "freezing": freezing,
        "subscribing": subscribing,
        "missing_pages": missing_pages(),
        "outlets": outlets(),
        "place": "reports",
    }
    return render(request, "reports/kept.html", context, status=status)
