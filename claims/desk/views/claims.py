from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims import workflow
from claims.desk.answers import blame, refused_data, status_of, wants_data, words_in
from claims.desk.course import came_from, course, undoable, uuid_in
from claims.desk.doors import desk
from claims.desk.notices import read
from claims.desk.selecting import NewClaimForm, SelectionForm
from claims.errors import NotThere, Outdated, Refused
from claims.models import Claim, SecondOpinion
from claims.workbench.acts import ACTS
from claims.workbench.claimants import claimant_named
from claims.workbench.forms import ClaimForm
from claims.workbench.staleness import differences, is_as_seen, renewed, seen
from claims.workbench.workspace import Workspace


@desk()
def claim_page(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Show one claim with everything for the decision."""
    if request.headers.get("Plumbline-Purpose") != "prefetch":
        read(request.user, claim_id=claim_id)
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
        if wants_data(request):
            return refused_data(error)
        return refuse(request, claim_id, error, verb=verb, form=form)
    if wants_data(request):
        return JsonResponse({"sentence": _lease(visible_claim(request, claim_id))})
    moves_on = course(request, claim).goes_on_after(chosen)
    return done(request, claim, str(chosen.done), moves_on=moves_on)


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
    return done(request, claim, _("Saved."))


@require_POST
@desk()
def undo(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Take back the person's own last accept, dismissal or merge."""
    claim = visible_claim(request, claim_id)
    try:
        workflow.undo(claim_id, actor=request.user)
    except Refused as error:
        return refuse(request, claim_id, error)
    messages.success(request, _("Undone."))
    return redirect(course(request, claim).here(claim_id))


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
    here, before = course(request, claim), came_from(request)
    board = Workspace(
        claim,
        request.user,
        mention_id=uuid_in(request.GET.get("mention", "")),
        refused=refused or {},
        since=request.GET.get("since", ""),
    )
    move_form = _move_form(board, refused or {})
    context = {
        "place": "inbox" if here.is_inbox else "queue",
        "claim": claim,
        "desk": board,
        "move_form": move_form,
        "typed": _stranded(board, move_form, refused or {}),
        "has_words": any(words_in(form) for form in (refused or {}).values()),
        "course": here,
        "enter_form": _enter_form(request, board),
        "address": here.address,
        "blinding": board.blinding,
        "opinion": _opinion(board),
        "may_ask_second": request.user.has_perm("claims.change_secondopinion"),
        "is_watched": claim.watches.filter(user=request.user).exists(),
        "error": error,
        "differences": [
            difference
            for form in (refused or {}).values()
            if isinstance(error, Outdated)
            for difference in differences(form, error)
        ],
        "undo_seconds": settings.UNDO_SECONDS,
        "undoable": undoable(before or claim, request.user),
        "came_from": before,
    }
    response = render(request, "desk/claim.html", context, status=status)
    if request.method == "POST":
        # The address of a verb cannot be opened: the page keeps its own and can be reloaded.
        response["HX-Push-Url"] = "false"
    return response


def done(
    request: HttpRequest, claim: Claim, sentence: str, *, moves_on: bool = False
) -> HttpResponse:
    """Say what was done and go on: to the next claim of the list after a decision, or back.

    A page that goes on by itself is told where; if it has the next claim at hand already, it
    gets the notices alone, else they wait for the page that it fetches.
    """
    way = course(request, claim)
    onward = way.after_decision() if moves_on else way.here(claim.pk)
    messages.success(request, sentence)
    if not moves_on or "Plumbline-Has" not in request.headers:
        return redirect(onward)
    response = HttpResponse(status=204)
    if way.next and request.headers["Plumbline-Has"] == way.next:
        context = {
            "undo_seconds": settings.UNDO_SECONDS,
            "undoable": workflow.undoable(claim, request.user),
            "address": way.address,
            "came_from": claim,
        }
        response = render(request, "desk/claim/notices.html", context)
    response["Plumbline-Next"] = onward
    return response


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


def _stranded(
    board: Workspace, move_form: forms.Form | None, refused: Mapping[str, forms.Form]
) -> list[tuple[str, str]]:
    """What was typed into refused forms that the page has no place for any more, with labels."""
    drawn = [board.verdict_form, board.claim_form, board.evidence_form, board.comment_form]
    drawn += [move_form, *(button.form for button in board.buttons)]
    gone = [form for form in refused.values() if not any(form is one for one in drawn)]
    return [line for form in gone for line in words_in(form)]


def _opinion(board: Workspace) -> SecondOpinion | None:
    """The second check of the open revision, if one was asked for."""
    rows = SecondOpinion.objects.filter(verdict=board.open_verdict)
    return rows.first() if board.open_verdict else None


def _enter_form(request: HttpRequest, board: Workspace) -> NewClaimForm | None:
    """The form for a further claim from the same article."""
    if board.mention is None or not request.user.has_perm("claims.add_claim"):
        return None
    return NewClaimForm(board.mention.snapshot, auto_id="enter-%s")


def _move_form(board: Workspace, refused: Mapping[str, forms.Form]) -> forms.Form | None:
    """The form for other words that the mention should stand for."""
    if board.mention is None or "edit" not in board.possible or board.live_verdict:
        return None
    mention = board.mention
    initial = {"words": mention.quote, "start": mention.start, "end": mention.end}
    return refused.get("move") or SelectionForm(
        mention.snapshot, initial=initial, auto_id="move-%s"
    )


def _lease(claim: Claim) -> str:
    """Say until when the claim is in hand."""
    if claim.lease_until is None:
        return ""
    until = time_format(timezone.localtime(claim.lease_until), "TIME_FORMAT")
    return _("In your hand until {time}.").format(time=until)
