"""Frozen reports that the desk has published: rendered from their frozen bytes alone."""

from __future__ import annotations

import json
from functools import lru_cache
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.dateparse import parse_date, parse_datetime
from django.views.decorators.http import require_safe

from claims.charts import Bar, Chart, drawn
from claims.models import ReportSnapshot
from claims.public.caching import answered, unchanging

SHOWN = 200


@require_safe
def reports(request: HttpRequest) -> HttpResponseBase:
    """List the published reports, the newest on top."""
    rows = ReportSnapshot.objects.filter(published_at__isnull=False, withdrawn_at=None)
    rows = rows.defer("document", "pdf").order_by("-published_at")[:SHOWN]
    return answered(request, render(request, "public/reports.html", {"reports": rows}))


@require_safe
def report(request: HttpRequest, report_id: UUID) -> HttpResponseBase:
    """Show one published report; a withdrawn one answers 410 with the reason."""
    found = _published(report_id)
    if found.withdrawn_at:
        return render(request, "public/report_withdrawn.html", {"report": found}, status=410)
    document = json.loads(found.document)
    pictures = _pictures(found.document)
    context = {
        "parts": [
            (section, [(figure, pictures[figure["key"]]) for figure in section["figures"]])
            for section in document["sections"]
        ],
        "report": found,
        "document": document,
        "start": parse_date(document["from"]),
        "end": parse_date(document["to"]),
        "counted_at": parse_datetime(document["counted_at"]),
    }
    return answered(request, render(request, "public/report.html", context))


@require_safe
def report_file(request: HttpRequest, report_id: UUID, form: str) -> HttpResponseBase:
    """Give a published report byte for byte as it was frozen."""
    found = _published(report_id)
    if found.withdrawn_at:
        return render(request, "public/report_withdrawn.html", {"report": found}, status=410)
    if form == "pdf":
        response = HttpResponse(bytes(found.pdf), content_type="application/pdf")
        sha256 = found.pdf_sha256
    else:
        response = HttpResponse(found.document.encode(), content_type="application/json")
        sha256 = found.sha256
    response = unchanging(request, response, tag=sha256)
    # Unlike a version of a fact-check it can be withdrawn, so nobody keeps it unasked.
    response.headers["Cache-Control"] = "public, no-cache"
    return response


# A frozen document never changes, so its pictures are drawn once.
@lru_cache(maxsize=16)
def _pictures(text: str) -> dict[str, Chart | None]:
    """Return the bars of each figure of a frozen report, in the report's own language."""
    document = json.loads(text)
    figures = [figure for section in document["sections"] for figure in section["figures"]]
    with translation.override(document["ui_language"]):
        return {
            figure["key"]: drawn(
                [Bar(row["name"], row["cells"] or [row["total"]]) for row in figure["rows"]],
                figure["columns"],
                unit=figure["unit"],
            )
            for figure in figures
        }


def _published(report_id: UUID) -> ReportSnapshot:
    found = ReportSnapshot.objects.filter(pk=report_id, published_at__isnull=False).first()
    if found is None:
        raise Http404("There is no such report.")
    return found
