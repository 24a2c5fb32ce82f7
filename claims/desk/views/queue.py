from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import pgettext

from claims.desk.bulk import BulkForm
from claims.desk.course import came_from, list_address, undoable
from claims.desk.doors import desk
from claims.desk.saved import SavedFilterForm, offered
from claims.workbench.keyset import page
from claims.workbench.queue import COUNTED_TO, EVERY_STATE, TABS, Filters, QueueForm, counts, queue

PAGE_SIZE = 50


@desk()
def queue_page(request: HttpRequest) -> HttpResponse:
    """Show the claims that the filters in the address ask for."""
    form = QueueForm(request.GET)
    filters = form.filters()
    rows = queue(request.user, filters).with_card()
    shown = page(rows, filters.order, cursor=request.GET.get("from", ""), size=PAGE_SIZE)
    address = list_address(request.GET)
    context = {
        "place": "queue",
        "form": form,
        "filters": filters,
        "page": shown,
        "tabs": _tabs(request, filters),
        "address": address,
        "shows_state": filters.state == EVERY_STATE,
        "undo_seconds": settings.UNDO_SECONDS,
        "undoable": undoable(came_from(request), request.user),
        "saved": list(offered(request.user)),
        "save_form": SavedFilterForm(owner=request.user, initial={"query": address}),
        "may_bulk": request.user.has_perm("claims.accept_claim"),
        "bulk_form": BulkForm(auto_id="bulk-%s"),
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
            "label": pgettext("claims", "All"),
            "href": _with(request, state=EVERY_STATE),
            "is_current": filters.state == EVERY_STATE,
        }
    )
    return tabs


def _with(request: HttpRequest, *, state: str) -> str:
    query = QueryDict(list_address(request.GET), mutable=True)
    query["state"] = state
    return f"?{query.urlencode()}"
