"""The ledger: a root for each day, and how anybody checks it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.ledger import receipts, verify
from claims.models import ExportFile, LedgerRoot, Publication
from claims.public.addresses import absolute
from claims.public.caching import answered, unchanging
from claims.public.views.finding import state_of

SHOWN = 30  # roots on the page; all of them are in the JSON
SCRIPTS = Path(verify.__file__).parent  # the folder of verify.py and verify_receipt.py


@require_safe
def ledger(request: HttpRequest) -> HttpResponseBase:
    """What the ledger is, its last roots, and what to check it with."""
    roots = list(LedgerRoot.objects.order_by("-day")[:SHOWN])
    context = {
        "roots": roots,
        "file": ExportFile.objects.filter(form=ExportFile.LEDGER).first(),
        "base": settings.PUBLIC_BASE_URL,
    }
    changed_at = roots[0].sealed_at if roots else None
    return answered(request, render(request, "public/ledger.html", context), changed_at=changed_at)


@require_safe
def roots(request: HttpRequest) -> HttpResponseBase:
    """Every root, the latest first."""
    rows = LedgerRoot.objects.order_by("-day")
    content = {
        "publisher": {"name": settings.PUBLISHER_NAME, "url": settings.PUBLISHER_URL},
        "about": absolute("ledger"),
        "roots": [receipts.shown(root) for root in rows],
    }
    return answered(request, _json(content))


@require_safe
def script(request: HttpRequest, name: str) -> HttpResponseBase:
    """A page of Python that checks the ledger, or a receipt."""
    content = (SCRIPTS / name).read_bytes()
    response = HttpResponse(content, content_type="text/x-python; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answered(request, response)


@require_safe
def receipt(request: HttpRequest, slug: str, sequence: int) -> HttpResponseBase:
    """The receipt of one publication; final once its day is sealed."""
    state = state_of(slug)
    publication = Publication.objects.filter(claim_id=state.claim_id, sequence=sequence).first()
    if publication is None:
        raise Http404("No such publication.")
    found = receipts.receipt_of(publication)
    found["document"] = absolute("document", slug=slug, sequence=sequence)
    found["about"] = absolute("ledger")
    response = _json(found)
    if found["root"] is None:
        return answered(request, response)
    return unchanging(request, response, tag=f"{publication.sha256}-{found['root']['root']}")


def _json(content: dict[str, Any]) -> HttpResponse:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return HttpResponse(text, content_type="application/json")
