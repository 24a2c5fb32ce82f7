from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims import workflow
from claims.desk.answers import blame, status_of
from claims.desk.doors import desk
from claims.errors import NotThere, Outdated, Refused
from claims.models import Claim
from claims.workbench.acts import ACTS, Act
from claims.workbench.claimants import claimant_named
from claims.workbench.forms import ClaimForm
from claims.workbench.staleness import differences, is_as_seen, renewed, seen
from claims.workbench.workspace import Workspace


@desk()
def claim_page(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Show one claim with everything for the decision."""
    return claim_response(request, claim_id)


@require_POST
@desk()
def act(request: HttpRequest, claim_id: UUID, verb: str) -> HttpResponse:
    """Do one verb on the claim, as its button asks."""
    chosen = ACTS.get(verb)
    if chosen is None:
        raise Http404
    claim = visible_claim(request, claim_id)
    form = chosen.form(request.POST, auto_id=f"{verb}-%s") if chosen.form else None
    if form is not None and not form.is_valid():
        return claim_response(request, claim_id, refused={verb: form}, status=422)
    answers = form.cleaned_data if form is not None else {}
    try:
        chosen.run(claim, claim.verdicts.open().first(), request.user, answers)
    except Refused as error:
        return refuse(request, claim_id, error, verb=verb, form=form)
    messages.success(request, chosen.done)
    return redirect(_next(request, claim, chosen))


@require_POST
@desk()
def edit(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Save the stand-alone wording and what is known about the claim."""
    claim = visible_claim(request, claim_id)
    version = claim.version if is_as_seen(claim, request.POST) else 0
    form = ClaimForm(request.POST, instance=Claim.objects.get(pk=claim.pk), auto_id="edit-%s")
    if not form.is_valid():
        return claim_response(request, claim_id, refused={"edit": form}, status=422)
    changes = {name: form.cleaned_data[name] for name in ("text", "kind", "language", "said_on")}
    try:
        with transaction.atomic():
            workflow.edit(
                claim.pk,
                actor=request.user,
                version=version,
                claimant=claimant_named(form.cleaned_data["claimant_name"], actor=request.user),
                topics=list(form.cleaned_data["topics"]),
                **changes,
            )
    except Refused as error:
        return refuse(request, claim_id, error, verb="edit", form=form)
    messages.success(request, _("Saved."))
    return redirect(address_of(request, claim_id))


@require_POST
@desk()
def undo(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Take back the person's own last accept, dismissal or merge."""
    visible_claim(request, claim_id)
    try:
        workflow.undo(claim_id, actor=request.user)
    except Refused as error:
        return refuse(request, claim_id, error)
    messages.success(request, _("Undone."))
    return redirect(address_of(request, claim_id))


def visible_claim(request: HttpRequest, claim_id: UUID) -> Claim:
    """Return a claim that this person may see, with what its page shows."""
    rows = Claim.objects.visible_to(request.user).select_related(
        "claimant", "lease_by", "assignee", "reserved_for", "duplicate_of"
    )
    return get_object_or_404(rows, pk=claim_id)


def claim_response(
    request: HttpRequest,
    claim_id: UUID,
    *,
    refused: Mapping[str, forms.Form] | None = None,
    error: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the claim's page as it stands now, with a refused form as it was typed."""
    claim = visible_claim(request, claim_id)
    chosen = request.GET.get("mention", "")
    desk_page = Workspace(
        claim,
        request.user,
        mention_id=_uuid(chosen),
        refused=refused or {},
    )
    context = {
        "place": "queue",
        "claim": claim,
        "desk": desk_page,
        "address": list_address(request),
        "error": error,
        "differences": [
            difference
            for form in (refused or {}).values()
            if isinstance(error, Outdated)
            for difference in differences(form, error)
        ],
        "undo_seconds": settings.UNDO_SECONDS,
        "undoable": workflow.undoable(claim, request.user),
    }
    return render(request, "desk/claim.html", context, status=status)


def refuse(
    request: HttpRequest,
    claim_id: UUID,
    error: Refused,
    *,
    verb: str = "",
    form: forms.Form | None = None,
) -> HttpResponse:
    """Answer a refusal with the page as it stands now; what was typed stays in its form."""
    if isinstance(error, NotThere) and not Claim.objects.filter(pk=claim_id).exists():
        raise Http404
    if form is not None:
        blame(form, error)
    if form is not None and isinstance(error, Outdated):
        known = ("version", "content_hash")
        marks = {name: error.newer[name] for name in known if name in error.newer}
        renewed(form, **{**marks, "seen": seen(Claim.objects.get(pk=claim_id))})
    refused = {verb: form} if form is not None else {}
    return claim_response(request, claim_id, refused=refused, error=error, status=status_of(error))


def address_of(request: HttpRequest, claim_id: UUID) -> str:
    """Return the claim's page, with the list that the person came from."""
    address = reverse("desk:claim", args=[claim_id])
    filters = list_address(request)
    return f"{address}?{filters}" if filters else address


def list_address(request: HttpRequest) -> str:
    """The filters of the list that the person came from, as they stand in the address."""
    query = request.GET.copy()
    for name in ("mention", "from"):
        query.pop(name, None)
    return query.urlencode()


def _next(request: HttpRequest, claim: Claim, chosen: Act) -> str:
    return address_of(request, claim.pk)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
