"""Parts of a published claim: mentions, evidence, revisions, whether it stands; and likenesses."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import caching, published
from claims.api.fields import Text
from claims.api.parameters import Number, Parameters
from claims.api.serializers import parts as shapes
from claims.api.serializers.queries import Sparse
from claims.api.views.base import PublicView
from claims.api.views.published import JSON, gone, publication_of
from claims.documents import moment
from claims.matching import similar_public
from claims.models import Publication, PublicState


class PartView(PublicView):
    """One list out of the document of a claim."""

    part = ""

    def answer(self, request: Request, claim_id: UUID) -> HttpResponse:
        Parameters.of(request)
        publication = publication_of(claim_id)
        if publication.kind == Publication.Kind.RETRACTED:
            return gone(publication)
        return caching.conditional(
            request,
            etag=caching.etag_of(request, publication.sha256),
            changed_at=publication.published_at,
            make=lambda: _results(json.loads(publication.document)[self.part]),
        )


class MentionList(PartView):
    part = "mentions"

    @extend_schema(
        operation_id="claims_mentions",
        tags=["claims"],
        summary="Where a claim was made",
        responses=shapes.Mentions,
    )
    def get(self, request: Request, claim_id: UUID) -> HttpResponse:
        return self.answer(request, claim_id)


class EvidenceList(PartView):
    part = "evidence"

    @extend_schema(
        operation_id="claims_evidence",
        tags=["claims"],
        summary="What the verdict on a claim rests on",
        responses=shapes.EvidenceItems,
    )
    def get(self, request: Request, claim_id: UUID) -> HttpResponse:
        return self.answer(request, claim_id)


class RevisionList(PublicView):
    @extend_schema(
        operation_id="claims_revisions",
        tags=["claims"],
        summary="Every public change of a claim, the newest first; also of a retracted one",
        responses={200: shapes.Revisions, 410: None},
    )
    def get(self, request: Request, claim_id: UUID) -> HttpResponse:
        Parameters.of(request)
        last = publication_of(claim_id)
        return caching.conditional(
            request,
            etag=caching.etag_of(request, last.sha256),
            changed_at=last.published_at,
            make=lambda: _results(_revisions(request, claim_id)),
        )


class StandingView(PublicView):
    @extend_schema(
        operation_id="claims_standing",
        tags=["claims"],
        summary="Whether a fact-check still stands, and whether it is under review",
        responses=shapes.Standing,
    )
    def get(self, request: Request, claim_id: UUID) -> Response:
        Parameters.of(request)
        state = PublicState.objects.select_related("publication").filter(pk=claim_id).first()
        if state is None:
            raise NotFound(_("No fact-check with this id is published."))
        document = json.loads(state.publication.document)
        response = Response(
            {
                "id": str(claim_id),
                "status": document["status"],
                "revision": document["revision"],
                "sequence": state.publication_id,
                "updated_at": moment(state.updated_at),
                "sha256": state.publication.sha256,
                "under_review": state.is_under_review and not state.is_retracted,
            }
        )
        response["Cache-Control"] = caching.PUBLIC
        return response


class SimilarQuery(Sparse):
    text = Text(max_length=2000, help_text="A statement in any words.")
    limit = Number(min_value=1, max_value=20, default=10)


class SimilarList(PublicView):
    @extend_schema(
        operation_id="claims_similar",
        tags=["claims"],
        summary="Published claims that say nearly the same as a text, the likest first",
        parameters=[SimilarQuery],
        responses=shapes.SimilarClaims,
    )
    def get(self, request: Request) -> HttpResponse:
        given = SimilarQuery.of(request)
        found = similar_public(given["text"], limit=given["limit"])
        items = ",".join(
            f'{{"score":{item.score},"claim":'
            f"{published.joined([item.state.publication.document], given.get('fields'))}}}"
            for item in found
        )
        response = HttpResponse(f'{{"results":[{items}]}}', content_type=JSON)
        response["Cache-Control"] = caching.PUBLIC
        return response


def _results(rows: list[Any]) -> HttpResponse:
    text = json.dumps({"results": rows}, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, content_type=JSON)


def _revisions(request: Request, claim_id: UUID) -> list[dict[str, Any]]:
    address = request.build_absolute_uri(f"/api/v1/claims/{claim_id}")
    return [
        _revision(publication, f"{address}?as_of={moment(publication.published_at)}")
        for publication in Publication.objects.filter(claim_id=claim_id).order_by("-sequence")
    ]


def _revision(publication: Publication, address: str) -> dict[str, Any]:
    document = json.loads(publication.document)
    own = [
        row for row in document.get("corrections", []) if row["revision"] == document["revision"]
    ]
    return {
        "sequence": publication.sequence,
        "kind": publication.kind,
        "revision": document["revision"],
        "rating": document.get("rating"),
        "note": document.get("reason") or (own[0]["note"] if own else None),
        "at": moment(publication.published_at),
        "sha256": publication.sha256,
        "document": address,
    }
