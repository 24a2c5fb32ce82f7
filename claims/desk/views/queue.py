from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from claims.desk.doors import desk
from claims.desk.keyset import page
from claims.desk.queue import COUNTED_TO, EVERY_STATE, TABS, Filters, QueueForm, counts, queue
from claims.models.claim import DismissalReason

PAGE_SIZE = 50


@desk()
def queue_page(request: HttpRequest) -> HttpResponse:
    """Show the claims that the filters in the address ask for."""
    form = QueueForm(request.GET)
    filters = form.filters()
    rows = queue(request.user, filters).with_card()
    shown = page(rows, filters.order, cursor=request.GET.get("from", ""), size=PAGE_SIZE)
    context = {
        "place": "queue",
        "form": form,
        "filters": filters,
        "page": shown,
        "tabs": _tabs(request, filters),
        "address": _address(request),
        "shows_state": filters.state == EVERY_STATE,
        "reasons": DismissalReason.choices,
    }
    return render(request, "desk/queue.html", context)


def _tabs(request: HttpRequest, filters: Filters) -> list[dict[str, object]]:
    found = counts(request.user, filters)
    tabs = []
    for state, label in TABS:
        count = found[state]
        tabs.append(
            {
                "label": label,
                "count": f"{COUNTED_TO - 1}+" if count >= COUNTED_TO else count,
                "href": _with(request, state=state),
                "is_current": filters.state == state,
            }
        )
    tabs.append(
        {
            "label": _("All"),
            "href": _with(request, state=EVERY_STATE),
            "is_current": filters.state == EVERY_STATE,
        }
    )
    return tabs


def _address(request: HttpRequest) -> str:
    """The filters as an address, without the place in the list."""
    query = request.GET.copy()
    query.pop("from", None)
    return query.urlencode()


def _with(request: HttpRequest, *, state: str) -> str:
    query = request.GET.copy()
    query.pop("from", None)
    query["state"] = state
    return f"?{query.urlencode()}"
