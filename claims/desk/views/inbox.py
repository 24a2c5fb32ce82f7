from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from claims.desk.doors import desk
from claims.desk.inbox import TABS, counts, retraction_requests, revisions, waiting
from claims.desk.keyset import page

PAGE_SIZE = 50


@desk("claims.approve_verdict")
def inbox_page(request: HttpRequest) -> HttpResponse:
    """Show what waits for an editor, the longest waiting first."""
    tab = request.GET.get("tab", "")
    tab = tab if tab in TABS else "submitted"
    shown = page(
        revisions(request.user, tab),
        TABS[tab][1],
        cursor=request.GET.get("from", ""),
        size=PAGE_SIZE,
    )
    context = {
        "place": "inbox",
        "tab": tab,
        "tabs": _tabs(tab),
        "page": shown,
        "rows": waiting(shown.rows, request.user),
        "requests": list(retraction_requests()),
    }
    return render(request, "desk/inbox.html", context)


def _tabs(current: str) -> list[dict[str, object]]:
    labels = {
        "submitted": _("To decide"),
        "approved": _("To publish"),
        "returned": _("Returned"),
    }
    found = counts()
    return [
        {
            "label": label,
            "href": f"?tab={tab}",
            "is_current": tab == current,
            "count": "99+" if found[tab] > 99 else found[tab],
        }
        for tab, label in labels.items()
    ]
