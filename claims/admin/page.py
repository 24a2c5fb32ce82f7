"""The admin's page of one claim, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from claims import evidence, workflow
from claims.errors import Incomplete, Outdated, Refused
from claims.models import Claim, Verdict
from claims.workbench.acts import ACTS
from claims.workbench.claimants import claimant_named
from claims.workbench.figures import chips_of
from claims.workbench.forms import ClaimForm, EvidenceForm, NeededReasonForm, VerdictForm
from claims.workbench.staleness import is_as_seen
from claims.workbench.workspace import Workspace

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

CONTEXT = 240  # characters of the article before and after a quote


def show(
    model_admin: ModelAdmin,
    request: HttpRequest,
    claim_id: UUID,
    *,
    refused: dict[str, forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show one claim as it stands, with a refused form as it was typed."""
    rows = Claim.objects.visible_to(request.user).select_related(
        "claimant", "lease_by", "assignee", "reserved_for", "duplicate_of"
    )
    claim = get_object_or_404(rows, pk=claim_id)
    since = request.GET.get("since", "")
    work = Workspace(claim, request.user, refused=refused or {}, since=since)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Claim"),
        "subtitle": None,
        "opts": model_admin.model._meta,
        "claim": claim,
        "work": work,
        "contexts": [_in_context(mention) for mention in work.mentions],
        "can_undo": workflow.undoable(claim, request.user) is not None,
        "withdraw_form": NeededReasonForm(auto_id=False),
    }
    return TemplateResponse(request, "admin/claims/claim/page.html", context, status=status)


def act(model_admin: ModelAdmin, request: HttpRequest, claim_id: UUID, verb: str) -> HttpResponse:
    """Do one verb on the claim and come back to its page; a refusal loses no typed word."""
    if request.method != "POST":
        return redirect(reverse("admin:claims_claim_change", args=[claim_id]))
    claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=claim_id)
    special = SPECIAL.get(verb)
    chosen = ACTS.get(verb)
    if special is None and chosen is None:
        raise Http404
    form: forms.Form | None = None
    try:
        if special is not None:
            form, done = special(claim, request)
        else:
            form = chosen.form(request.POST, auto_id=f"{verb}-%s") if chosen.form else None
            done = chosen.done
            if form is None or form.is_valid():
                answers = form.cleaned_data if form else {}
                chosen.run(claim, claim.verdicts.open().first(), request.user, answers)
        if form is not None and not form.is_valid():
            return show(model_admin, request, claim_id, refused={_name(verb): form}, status=422)
    except Refused as error:
        return _refuse(model_admin, request, claim_id, verb, error)
    messages.success(request, done)
    return redirect(reverse("admin:claims_claim_change", args=[claim_id]))


def _refuse(
    model_admin: ModelAdmin, request: HttpRequest, claim_id: UUID, verb: str, error: Refused
) -> HttpResponse:
    """Show the page with the reason and the form as it was typed."""
    form = _typed(verb, request, claim_id)
    if isinstance(error, Incomplete):
        for name, sentence in error.missing.items():
            messages.error(request, sentence)
            _blame(form, name, sentence)
    else:
        messages.error(request, error.message)
        _blame(form, error.field, error.message)
    if isinstance(error, Outdated):
        for name, value in error.newer.items():
            if form is not None and name in form.fields and value:
                form.add_error(name, _("Now it says: {text}").format(text=value))
        if form is not None and "version" in error.newer:
            form.data = {**form.data.dict(), "version": error.newer["version"]}
    status = 403 if error.code in ("forbidden", "same_eyes") else 409
    refused = {_name(verb): form} if form is not None else {}
    return show(model_admin, request, claim_id, refused=refused, status=status)


def _blame(form: forms.Form | None, name: str, sentence: str) -> None:
    if form is not None and name in form.fields:
        form.add_error(name, sentence)


def _name(verb: str) -> str:
    return "draft" if verb == "submit" else verb


def _typed(verb: str, request: HttpRequest, claim_id: UUID) -> forms.Form | None:
    claim = Claim.objects.get(pk=claim_id)
    if verb in ("draft", "submit"):
        form: forms.Form | None = _verdict_form(claim, request)
    elif verb == "edit":
        form = ClaimForm(request.POST, instance=claim, auto_id="edit-%s")
    elif verb == "evidence":
        form = EvidenceForm(request.POST, request.FILES, auto_id="evidence-%s")
    else:
        chosen = ACTS.get(verb)
        form = chosen.form(request.POST, auto_id=f"{verb}-%s") if chosen and chosen.form else None
    if form is not None:
        form.is_valid()
    return form


def _verdict_form(claim: Claim, request: HttpRequest) -> VerdictForm:
    verdict = claim.verdicts.open().first() or Verdict(claim=claim)
    is_reported = any(mention.is_reported() for mention in claim.mentions.all())
    return VerdictForm(
        request.POST, instance=verdict, is_reported=is_reported, auto_id="verdict-%s"
    )


def _draft(claim: Claim, request: HttpRequest) -> tuple[forms.Form, str]:
    form = _verdict_form(claim, request)
    if form.is_valid():
        version = form.cleaned_data["version"]
        workflow.draft(claim.pk, actor=request.user, version=version, **form.content())
    return form, _("Draft saved.")


def _submit(claim: Claim, request: HttpRequest) -> tuple[forms.Form, str]:
    form, _saved = _draft(claim, request)
    if form.is_valid():
        workflow.submit(claim.pk, actor=request.user)
    return form, _("Handed in. Somebody who wrote none of it decides next.")


def _edit(claim: Claim, request: HttpRequest) -> tuple[forms.Form, str]:
    version = claim.version if is_as_seen(claim, request.POST) else 0
    form = ClaimForm(request.POST, instance=Claim.objects.get(pk=claim.pk), auto_id="edit-%s")
    if form.is_valid():
        given = form.cleaned_data
        with transaction.atomic():
            workflow.edit(
                claim.pk,
                actor=request.user,
                version=version,
                claimant=claimant_named(given["claimant_name"], actor=request.user),
                topics=list(given["topics"]),
                **{name: given[name] for name in ("text", "kind", "language", "said_on")},
            )
    return form, _("Saved.")


def _evidence(claim: Claim, request: HttpRequest) -> tuple[forms.Form, str]:
    form = EvidenceForm(request.POST, request.FILES, auto_id="evidence-%s")
    if form.is_valid():
        content = dict(form.cleaned_data)
        sent = content.pop("file", None)
        file = evidence.UploadedCopy(sent.name, sent.read(), sent.content_type) if sent else None
        evidence.add(claim.pk, actor=request.user, file=file, **content)
    return form, _("Evidence added.")


def _withdraw(claim: Claim, request: HttpRequest) -> tuple[forms.Form, str]:
    item = get_object_or_404(claim.evidence, pk=_uuid(request.POST.get("evidence", "")))
    reason = request.POST.get("reason", "")
    evidence.withdraw(item.pk, actor=request.user, reason=reason)
    return NeededReasonForm({"reason": reason}), _("Evidence withdrawn.")


def _undo(claim: Claim, request: HttpRequest) -> tuple[None, str]:
    workflow.undo(claim.pk, actor=request.user)
    return None, _("Undone.")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


# What is done in another way than by an act of the workbench.
SPECIAL: dict[str, Callable[[Claim, HttpRequest], tuple[Any, Any]]] = {
    "draft": _draft,
    "submit": _submit,
    "edit": _edit,
    "evidence": _evidence,
    "withdraw": _withdraw,
    "undo": _undo,
}


def _in_context(mention: Any) -> dict[str, Any]:
    """A mention with the words around it, read from its own snapshot."""
    text = mention.snapshot.text
    return {
        "mention": mention,
        "before": text[max(0, mention.start - CONTEXT) : mention.start],
        "after": text[mention.end : mention.end + CONTEXT],
        "chips": chips_of(mention),
    }


def must_see(request: HttpRequest) -> None:
    """Refuse whoever may not see claims. Raises PermissionDenied."""
    if not request.user.has_perm("claims.view_claim"):
        raise PermissionDenied
