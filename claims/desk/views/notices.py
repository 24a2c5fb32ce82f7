from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.delivery.people import names
from claims.desk.course import course
from claims.desk.doors import desk
from claims.desk.notices import NEWEST, notices_of, read, watch
from claims.desk.views.claims import visible_claim
from claims.telling import sentence
from claims.workbench.keyset import page

PAGE_SIZE = 50


@desk()
def notices_page(request: HttpRequest) -> HttpResponse:
    """Show a person what they were told of, the newest first."""
    rows = notices_of(request.user)
    if request.GET.get("show") != "all":
        rows = rows.unread()
    shown = page(rows, NEWEST, cursor=request.GET.get("from", ""), size=PAGE_SIZE)
    for notice in shown.rows:
        notice.sentence = sentence(notice.event)
    context = {"place": "notices", "page": shown, "shows_all": request.GET.get("show") == "all"}
    return render(request, "desk/notices.html", context)


@require_POST
@desk()
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all of a person's notices read."""
    read(request.user)
    messages.success(request, _("All notices are marked as read."))
    return redirect("desk:notices")


@require_POST
@desk()
def watch_claim(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Start or stop watching a claim."""
    claim = visible_claim(request, claim_id)
    is_on = request.POST.get("watch") == "on"
    watch(claim, request.user, is_on=is_on)
    told = _("You watch this claim.") if is_on else _("You do not watch this claim any more.")
    messages.success(request, told)
    return redirect(course(request, claim).here(claim_id))


@require_safe
@desk()
def people(request: HttpRequest) -> JsonResponse:
    """Say whom a note can name and how, so that a name is completed while it is typed."""
    others = [(user, name) for user, name in names() if user != request.user]
    return JsonResponse({"people": [{"name": user.name, "as": name} for user, name in others]})
