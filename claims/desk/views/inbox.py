from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from claims.desk import corrections
from claims.desk.course import inbox_address
from claims.desk.doors import desk
from claims.desk.inbox import TABS, counts, moment_in, retraction_requests, revisions, waiting
from claims.workbench.keyset import page

PAGE_SIZE = 50


@desk("claims.approve_verdict")
def inbox_page(request: HttpRequest) -> HttpResponse:
    """Show what waits for an editor, the heaviest first: age times reach."""
    tab = request.GET.get("tab", "")
    tab = tab if tab in TABS else "submitted"
    as_of = moment_in(request.GET.get("as_of", ""))
    shown = page(
        revisions(request.user, tab, as_of),
        TABS[tab][1],
        cursor=request.GET.get("from", ""),
        size=PAGE_SIZE,
    )
    context = {
        "place": "inbox",
        "tab": tab,
        "tabs": _tabs(tab),
        "page": shown,
        "as_of": int(as_of.timestamp()),
        "address": inbox_address(tab, as_of),
        "rows": waiting(shown.rows, request.user),
        "requests": list(retraction_requests()),
    }
    return render(request, "desk/inbox.html", context)


@require_safe
@desk("claims.approve_verdict")
def corrections_page(request: HttpRequest) -> HttpResponse:
    """Show what is being put right, what waits for a second editor, and who is behind."""
    context = {
        "place": "inbox",
        "tabs": _tabs("corrections"),
        "running": list(corrections.running()),
        "requests": list(retraction_requests()),
        "done": corrections.done(),
    }
    return render(request, "desk/corrections.html", context)


def _tabs(current: str) -> list[dict[str, object]]:
    labels = {
        "submitted": _("To decide"),
        "approved": _("To publish"),
        "returned": pgettext("claims", "Returned"),
    }
    found = counts()
    inbox = reverse("desk:inbox")
    tabs = [
        {
            "label": label,
            "href": f"{inbox}?tab={tab}",
            "is_current": tab == current,
            "count": "99+" if found[tab] > 99 else found[tab],
        }
        for tab, label in labels.items()
    ]
    place = {"label": _("Corrections"), "href": reverse("desk:corrections")}
    return [*tabs, {**place, "is_current": current == "corrections"}]
