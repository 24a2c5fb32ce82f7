from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims import evidence
from claims.captures import path_of
from claims.desk.course import course
from claims.desk.doors import desk
from claims.desk.views.claims import claim_response, refuse, visible_claim
from claims.errors import Refused
from claims.models import Capture, Evidence
from claims.workbench.forms import EvidenceForm, NeededReasonForm


@require_POST
@desk()
def add(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Attach a page or a file to the claim."""
    claim = visible_claim(request, claim_id)
    form = EvidenceForm(request.POST, request.FILES, auto_id="evidence-%s")
    if not form.is_valid():
        return claim_response(request, claim_id, refused={"evidence": form}, status=422)
    content = dict(form.cleaned_data)
    sent = content.pop("file", None)
    file = evidence.UploadedCopy(sent.name, sent.read(), sent.content_type) if sent else None
    try:
        item = evidence.add(claim_id, actor=request.user, file=file, **content)
    except Refused as error:
        return refuse(request, claim_id, error, verb="evidence", form=form)
    messages.success(request, _("Evidence [{number}] added.").format(number=item.number))
    return redirect(f"{course(request, claim).here(claim_id)}#evidence-{item.number}")


@require_POST
@desk()
def pin(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    """Pin the words of a piece of evidence that carry the point."""
    item = visible_evidence(request, evidence_id)
    try:
        evidence.pin_quote(item.pk, actor=request.user, quote=request.POST.get("quote", ""))
    except Refused as error:
        return refuse(request, item.claim_id, error)
    messages.success(request, _("Quote pinned."))
    return redirect(f"{course(request, item.claim).here(item.claim_id)}#evidence-{item.number}")


@require_POST
@desk()
def withdraw(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    """Take a piece of evidence out of use, for a reason."""
    item = visible_evidence(request, evidence_id)
    form = NeededReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        evidence.withdraw(item.pk, actor=request.user, reason=reason)
    except Refused as error:
        return refuse(request, item.claim_id, error)
    messages.success(request, _("Evidence [{number}] withdrawn.").format(number=item.number))
    return redirect(course(request, item.claim).here(item.claim_id))


@require_POST
@desk()
def capture_again(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    """Have the page of a piece of evidence fetched once more."""
    item = visible_evidence(request, evidence_id)
    try:
        evidence.capture_again(item.pk, actor=request.user)
    except Refused as error:
        return refuse(request, item.claim_id, error)
    messages.success(request, _("A copy is being fetched."))
    return redirect(f"{course(request, item.claim).here(item.claim_id)}#evidence-{item.number}")


@require_safe
@desk("claims.view_capture")
def kept_copy(request: HttpRequest, capture_id: int) -> FileResponse:
    """Hand out a kept copy as a download; nothing in it can act on this site."""
    copy = get_object_or_404(Capture, pk=capture_id)
    path = path_of(copy.sha256)
    if not default_storage.exists(path):
        raise Http404(_("The bytes of this copy are missing from the storage."))
    name = copy.file_name or f"capture-{copy.sha256[:12]}"
    response = FileResponse(
        default_storage.open(path),
        as_attachment=True,
        filename=name,
        content_type="application/octet-stream",
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def visible_evidence(request: HttpRequest, evidence_id: UUID) -> Evidence:
    if not request.user.has_perm("claims.view_evidence"):
        raise Http404
    return get_object_or_404(Evidence.objects.select_related("claim"), pk=evidence_id)
