"""A report as a document of plain JSON: what PDF, snapshots and published reports are made from.

Counts, names and times of one scope, worded in the language of whoever made it, without a link
into the desk. Its sha256 is that of its RFC 8785 bytes, so anybody can check a copy.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from claims.documents import Document, moment
from claims.reports.catalogue import SECTIONS, Section
from claims.reports.durations import Took, took
from claims.reports.figures import Counting, Figure, Row, Table
from claims.reports.progress import Tell, counted, quiet
from claims.reports.ratios import RATIOS, Ratio
from claims.reports.scope import Scope
from claims.reports.summaries import Summaries

SCHEMA = 1
ROWS = 50  # lines of one figure; the rest is counted in `rest`


def report_of(scope: Scope, *, is_public: bool = False, tell: Tell = quiet) -> Document:
    """Return the report of a scope.

    is_public: only what tells nothing of the desk's unpublished work.
    """
    summaries = Summaries.load()
    count, earlier = summaries.counting(scope), scope.before()
    return {
        "schema": SCHEMA,
        "title": _("Public report on fact-checks") if is_public else _("Report on fact-checks"),
        "is_public": is_public,
        "publisher": {"name": settings.PUBLISHER_NAME, "url": settings.PUBLISHER_URL},
        "ui_language": get_language() or settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "time_zone": settings.TIME_ZONE,
        "made_at": moment(timezone.now()),
        "counted_at": moment(summaries.at if summaries.serves(scope) else timezone.now()),
        "from": scope.start.isoformat(),
        "to": scope.end.isoformat(),
        "before": {"from": earlier.start.isoformat(), "to": earlier.end.isoformat()},
        "filters": scope.filters,
        "filters_in_words": [list(one) for one in scope.worded],
        "sections": [
            section
            for one in counted(SECTIONS, tell)
            if (section := _section(one, scope, count, is_public=is_public))["figures"]
        ],
    }


def _section(one: Section, scope: Scope, count: Counting, *, is_public: bool) -> Document:
    figures = [figure for figure in one.figures if figure.is_public or not is_public]
    stages = [] if is_public else one.stages or []
    ratios = RATIOS[one.key](scope, count) if one.key in RATIOS and figures else []
    return {
        "key": one.key,
        "title": str(one.title),
        "ratios": [_ratio(ratio) for ratio in ratios if ratio.is_public or not is_public],
        "times": [_time(took(stage, scope, count)) for stage in stages],
        "figures": [_figure(figure, figure.table(scope, count, shown=ROWS)) for figure in figures],
    }


def _ratio(ratio: Ratio) -> Document:
    return {
        "label": str(ratio.label),
        "part": ratio.part,
        "whole": ratio.whole,
        "shown": ratio.percent,
        "note": str(ratio.note),
    }


def _time(one: Took) -> Document:
    return {
        "title": str(one.stage.title),
        "note": str(one.stage.note),
        "number": one.count,
        "median_seconds": _seconds(one.median),
        "p90_seconds": _seconds(one.p90),
        "number_before": one.count_before,
        "median_seconds_before": _seconds(one.median_before),
        "shown": one.shown,
    }


def _seconds(length: timedelta | None) -> int | None:
    return None if length is None else round(length.total_seconds())


def _figure(figure: Figure, table: Table) -> Document:
    return {
        "key": figure.key,
        "title": str(figure.title),
        "note": str(figure.note),
        "unit": str(figure.unit),
        "by": str(figure.by.label),
        "rows_overlap": figure.by.is_many,
        "columns": [name for _value, name in table.columns],
        "rows": [_row(row) for row in table.rows],
        "rest": table.rest,
        "totals": [cell.count for cell in table.totals],
        "total": table.total.count,
        "before": table.before.count if table.before else None,
    }


def _row(row: Row) -> Document:
    return {
        "name": row.name,
        "cells": row.counts,
        "total": row.count,
        "before": row.count_before,
    }
