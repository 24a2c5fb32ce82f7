"""Pages of the reports, for those who may return a verdict: editors and desk managers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from claims.reports import exports
from claims.reports.catalogue import COUNTED, FIGURES, SECTION_OF, SECTIONS, Section
from claims.reports.charts import chart
from claims.reports.doors import as_file, as_stream, for_editors
from claims.reports.durations import Stage, took
from claims.reports.figures import SHOWN
from claims.reports.forms import ScopeForm, outlets
from claims.reports.lists import items, loaded, passing
from claims.reports.ratios import RATIOS
from claims.reports.scope import Scope
from claims.reports.stuck import stuck
from claims.reports.summaries import Summaries, last_day

PAGE = 50  # lines of one page of a list
LINES = 200  # of a figure on its own page; the files have all
FILE = 50_000  # lines of one file of a list


@for_editors
def section(request: HttpRequest, key: str = "work") -> HttpResponse:
    """Show the figures of one section."""
    if key not in SECTION_OF:
        raise Http404
    form = ScopeForm(request.GET)
    context: dict[str, Any] = {"form": form, "outlets": outlets(), "place": "reports"}
    if not form.is_valid():
        return render(request, "reports/section.html", context, status=400)
    scope, shown, summaries = form.scope(), SECTION_OF[key], Summaries.load()
    count = summaries.counting(scope)
    tables = [figure.table(scope, count, shown=SHOWN) for figure in shown.figures]
    context |= {
        "form": ScopeForm(QueryDict(scope.address())),
        "scope": scope,
        "before": scope.before(),
        "address": scope.address(),
        "section": shown,
        "tabs": _tabs(scope, shown),
        "parts": [(table, chart(table)) for table in tables],
        "times": [took(stage, scope, count) for stage in shown.stages or []],
        "ratios": RATIOS[key](scope, count) if key in RATIOS else [],
        "stuck": stuck(scope) if key == "work" else None,
        **_freshness(summaries, scope),
    }
    return render(request, "reports/section.html", context)


@for_editors
def figure_page(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show all rows of one figure, or give them as CSV."""
    figure, scope = FIGURES.get(key), _scope(request)
    if figure is None:
        raise Http404
    summaries = Summaries.load()
    form = request.GET.get("format")
    table = figure.table(scope, summaries.counting(scope), shown=None if form else LINES)
    if form == "csv":
        return as_stream(exports.csv_pieces(exports.grid(table)), _name(key, scope), form)
    if form == "xlsx":
        book = exports.list_as_xlsx(str(figure.title), exports.grid(table))
        return as_file(book, _name(key, scope), form)
    context = {
        "scope": scope,
        "before": scope.before(),
        "address": scope.address(),
        "table": table,
        "chart": chart(table),
        "place": "reports",
        **_freshness(summaries, scope),
    }
    return render(request, "reports/figure.html", context)


@for_editors
def rows(request: HttpRequest, key: str) -> HttpResponseBase:
    """List exactly the rows that one number counts."""
    counted, scope = COUNTED.get(key), _scope(request)
    if counted is None:
        raise Http404
    row, column = request.GET.get("row"), request.GET.get("column")
    chosen = loaded(counted, counted.chosen(scope, row, column))
    if (form := request.GET.get("format")) in ("csv", "xlsx"):
        lines = exports.items_grid(passing(counted, chosen[:FILE]))
        if form == "csv":
            return as_stream(exports.csv_pieces(lines), _name(key, scope), form)
        return as_file(exports.list_as_xlsx(str(counted.title), lines), _name(key, scope), form)
    page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
    names = []
    if not isinstance(counted, Stage):
        for by, value in ((counted.by, row), (counted.split, column)):
            if by is not None and value is not None:
                names.append((by.label, by.names([value]).get(value) or value or by.none))
    context = {
        "scope": scope,
        "address": scope.address(),
        "counted": counted,
        "names": names,
        "page": page,
        "items": items(counted, page),
        "place": "reports",
    }
    return render(request, "reports/rows.html", context)


def _freshness(summaries: Summaries, scope: Scope) -> dict[str, Any]:
    """When the figures were counted; `live_from` where only the last days were counted just now."""
    if not summaries.serves(scope):
        return {"counted_at": timezone.now(), "live_from": None}
    return {"counted_at": summaries.at, "live_from": last_day() + timedelta(days=1)}


def _scope(request: HttpRequest) -> Scope:
    form = ScopeForm(request.GET)
    if not form.is_valid():
        raise Http404("This range or filter does not exist.")
    return form.scope()


def _tabs(scope: Scope, current: Section) -> list[dict[str, Any]]:
    return [
        {
            "label": one.title,
            "href": f"{_section_url(one)}?{scope.address()}",
            "is_current": one is current,
        }
        for one in SECTIONS
    ]


def _section_url(one: Section) -> str:
    return reverse("reports:section", args=[one.key])


def _name(key: str, scope: Scope) -> str:
    return f"{key}-{scope.start}-{scope.end}"
