"""Published claims: the list, changes since a time, one claim, past states."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from claims.api import caching, paging, published
from claims.api.errors import problem
from claims.api.permissions import is_program
from claims.api.serializers.published import ClaimPage, PublishedClaim
from claims.api.serializers.queries import ClaimQuery, OneClaimQuery
from claims.api.views.base import PublicView
from claims.delivery import consumers
from claims.models import Publication

JSON = "application/json"


class ClaimList(PublicView):
    @extend_schema(
        operation_id="claims_list",
        tags=["claims"],
        summary="Published claims, the latest first",
        description="With `updated_since`: what changed since then, with tombstones, oldest first.",
        parameters=[ClaimQuery],
        responses=ClaimPage,
    )
    def get(self, request: Request) -> HttpResponse:
        given = ClaimQuery.of(request)
        sequence, changed_at = published.newest(given.get("as_of"))
        return caching.conditional(
            request,
            etag=caching.etag_of(request, sequence),
            changed_at=changed_at,
            make=lambda: _page(request, given, sequence),
        )


class OneClaim(PublicView):
    @extend_schema(
        operation_id="claims_retrieve",
        tags=["claims"],
        summary="One published claim",
        parameters=[OneClaimQuery],
        responses=PublishedClaim,
    )
    def get(self, request: Request, claim_id: UUID) -> HttpResponse:
        given = OneClaimQuery.of(request)
        publication = publication_of(claim_id, given.get("as_of"))
        if is_program(request) and "as_of" not in given:
            consumers.pulled(request.auth, [(claim_id, publication.sequence)])
        if publication.kind == Publication.Kind.RETRACTED:
            return gone(publication)
        return caching.conditional(
            request,
            etag=caching.etag_of(request, publication.sha256),
            changed_at=publication.published_at,
            make=lambda: _one(publication, given),
        )


def publication_of(claim_id: UUID, at: datetime | None = None) -> Publication:
    """Return the publication that stands for a claim. Raises NotFound where there is none."""
    publication = published.document_of(claim_id, at=at)
    if publication is None:
        raise NotFound(_("No fact-check with this id is published."))
    return publication


def gone(publication: Publication) -> HttpResponse:
    """Return 410 with the reason in the place of a retracted fact-check."""
    document = json.loads(publication.document)
    names = ("id", "url", "reason", "retracted_at", "updated_at", "sequence", "replaced_by")
    more = {name: document.get(name) for name in names}
    return problem(410, "retracted", _("This fact-check was retracted."), deleted=True, **more)


def _page(request: Request, given: dict[str, Any], sequence: int) -> HttpResponse:
    key = request.auth if is_program(request) else None
    if "updated_since" in given:
        part = published.changed(given, sequence)
        if key and part.states:
            consumers.followed(key, part.began, part.states[-1][1])
    elif "as_of" in given:
        part = published.stood(given, sequence)
    else:
        part = published.live(given, sequence)
        if key:
            consumers.pulled(key, part.states)
    results = published.joined(part.documents, given.get("fields"))
    following = paging.next_url(request, part.cursor)
    rest = json.dumps({"next": following, "next_updated_since": part.token})
    response = HttpResponse(f'{{"results":[{results}],{rest[1:]}', content_type=JSON)
    paging.link(response, next=following)
    return response


def _one(publication: Publication, given: dict[str, Any]) -> HttpResponse:
    document = publication.document
    if "fields" in given:
        document = published.trimmed(document, given["fields"])
    response = HttpResponse(document, content_type=JSON)
    if "as_of" in given:
        response["Memento-Datetime"] = http_date(publication.published_at.timestamp())
    return response
