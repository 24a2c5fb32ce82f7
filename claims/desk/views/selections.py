from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.models import Snapshot
from claims import intake
from claims.anchoring import move_mention, split_mention
from claims.desk.answers import blame
from claims.desk.course import course
from claims.desk.doors import desk
from claims.desk.selecting import NewClaimForm, SelectionForm
from claims.desk.views.articles import article_response
from claims.desk.views.claims import claim_response, refuse
from claims.errors import Refused
from claims.models import Capture, Mention
from claims.workbench.claimants import claimant_named


@require_POST
@desk("claims.add_claim")
def enter(request: HttpRequest, snapshot_id: int) -> HttpResponse:
    """Enter a claim by hand from words of the article."""
    snapshot = get_object_or_404(Snapshot.objects.select_related("article"), pk=snapshot_id)
    form = NewClaimForm(snapshot, request.POST, auto_id="enter-%s")
    if not form.is_valid():
        return article_response(request, snapshot, form=form, status=422)
    answers = form.cleaned_data
    try:
        with transaction.atomic():
            claim = intake.enter(
                snapshot.pk,
                actor=request.user,
                text=answers["text"],
                start=answers["start"],
                end=answers["end"],
                kind=answers["kind"],
                claimant=claimant_named(answers["claimant_name"], actor=request.user),
            )
    except Refused as error:
        blame(form, error)
        return article_response(request, snapshot, form=form, status=422)
    messages.success(request, _("Entered. The claim waits in the queue."))
    if request.POST.get("then") == "stay":
        article = reverse("desk:article", args=[snapshot.article_id])
        return redirect(f"{article}?wording={snapshot.number}#left-out")
    return redirect("desk:claim", claim.pk)


@require_POST
@desk("claims.change_claim")
def move(request: HttpRequest, mention_id: UUID) -> HttpResponse:
    """Let a mention stand for other words of its article, or split words off as a claim."""
    rows = Mention.objects.select_related("snapshot", "claim")
    mention = get_object_or_404(rows, pk=mention_id)
    form = SelectionForm(mention.snapshot, request.POST, auto_id="move-%s")
    if not form.is_valid():
        return claim_response(request, mention.claim_id, refused={"move": form}, status=422)
    start, end = form.cleaned_data["start"], form.cleaned_data["end"]
    is_split = request.POST.get("then") == "split"
    try:
        (split_mention if is_split else move_mention)(
            mention.pk, actor=request.user, start=start, end=end
        )
    except Refused as error:
        return refuse(request, mention.claim_id, error, verb="move", form=form)
    if is_split:
        messages.success(request, _("Split off: the new claim waits in the queue."))
    else:
        messages.success(request, _("The claim stands for these words now."))
    return redirect(course(request, mention.claim).here(mention.claim_id))


@require_safe
@desk("claims.view_capture")
def copy_text(request: HttpRequest, capture_id: int) -> HttpResponse:
    """Show what could be read out of a kept copy, so that words can be pinned."""
    rows = Capture.objects.select_related("evidence__claim")
    copy = get_object_or_404(rows, pk=capture_id)
    if not copy.text:
        raise Http404(_("No text could be read out of this copy."))
    return render(request, "desk/copy_text.html", {"place": "queue", "copy": copy})
