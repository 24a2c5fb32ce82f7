from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims import workflow
from claims.desk.doors import desk
from claims.desk.views.claims import address_of, claim_response, refuse, visible_claim
from claims.errors import Refused
from claims.models import Claim, Verdict
from claims.workbench.forms import VerdictForm


@require_POST
@desk()
def draft(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Save the draft and, where the person pressed that button, hand it in."""
    claim = visible_claim(request, claim_id)
    form = bound_form(claim, request.POST)
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
    except Refused as error:
        return refuse(request, claim_id, error, verb="draft", form=form)
    if request.POST.get("then") == "submit":
        messages.success(request, _("Handed in. Somebody who wrote none of it decides next."))
    else:
        messages.success(request, _("Draft saved."))
    return redirect(address_of(request, claim_id))


def bound_form(claim: Claim, answers: Any) -> VerdictForm:
    """Return the draft's form with what was typed, for the open revision or a new one."""
    verdict = claim.verdicts.open().first() or Verdict(claim=claim)
    is_reported = any(mention.is_reported() for mention in claim.mentions.all())
    return VerdictForm(answers, instance=verdict, is_reported=is_reported, auto_id="verdict-%s")
