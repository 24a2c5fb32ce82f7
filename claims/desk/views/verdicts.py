from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims import workflow
from claims.desk.answers import blame, refused_data, wants_data
from claims.desk.doors import desk
from claims.desk.views.claims import claim_response, done, refuse, visible_claim
from claims.errors import Incomplete, Refused
from claims.models import Claim, Verdict
from claims.workbench.forms import VerdictForm
from claims.workbench.offered import checklist
from claims.workbench.workspace import Workspace


@require_POST
@desk()
def draft(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Save the draft and, where the person pressed that button, hand it in."""
    claim = visible_claim(request, claim_id)
    form = bound_form(claim, request.POST)
    if wants_data(request):
        return _autosave(request, claim, form)
    if not form.is_valid():
        return claim_response(request, claim_id, refused={"draft": form}, status=422)
    try:
        verdict = workflow.draft(
            claim_id,
            actor=request.user,
            version=form.cleaned_data["version"],
            **form.content(),
        )
        form.data = {**form.data.dict(), "version": verdict.version}
        if request.POST.get("then") == "submit":
            workflow.submit(claim_id, actor=request.user, version=verdict.version)
    except Incomplete as error:
        # Only the handing in was refused: what was typed is saved.
        blame(form, error)
        form.trouble = _("Saved as a draft. Before it can be handed in:")
        return claim_response(request, claim_id, refused={"draft": form}, status=422)
    except Refused as error:
        return refuse(request, claim_id, error, verb="draft", form=form)
    if request.POST.get("then") == "submit":
        sentence = _("Handed in. Somebody who wrote none of it decides next.")
        return done(request, claim, sentence, moves_on=True)
    return done(request, claim, _("Draft saved."))


def _autosave(request: HttpRequest, claim: Claim, form: VerdictForm) -> JsonResponse:
    """Save what is being written and tell what it still lacks; the page stays as it is."""
    if not form.is_valid():
        return JsonResponse({"error": _trouble(form)}, status=422)
    try:
        verdict = workflow.draft(
            claim.pk, actor=request.user, version=form.cleaned_data["version"], **form.content()
        )
    except Refused as error:
        return refused_data(error)
    board = Workspace(claim, request.user)
    items = {"items": checklist(verdict), "is_saved": True, "flags": board.flags}
    items["uncited"] = board.uncited
    saved = time_format(timezone.localtime(verdict.saved_at), "TIME_FORMAT")
    return JsonResponse(
        {
            "version": verdict.version,
            "sentence": _("saved {time}").format(time=saved),
            "checklist": render_to_string("desk/claim/checklist.html", items, request),
        }
    )


def _trouble(form: VerdictForm) -> str:
    """Say why a draft cannot be kept: the first field that is wrong, and what helps."""
    name, errors = next(iter(form.errors.items()))
    label = form[name].label if name in form.fields else ""
    sentence = _("Not saved. {field}: {error}") if label else _("Not saved. {error}")
    return sentence.format(field=label, error=errors[0])


def bound_form(claim: Claim, answers: Any) -> VerdictForm:
    """Return the draft's form with what was typed, for the open revision or a new one."""
    verdict = claim.verdicts.open().first() or Verdict(claim=claim)
    is_reported = any(mention.is_reported() for mention in claim.mentions.all())
    return VerdictForm(answers, instance=verdict, is_reported=is_reported, auto_id="verdict-%s")
