"""What the other answers refer to: ratings, claimants, topics, and the numbers."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import caching, counting, paging, published
from claims.api.fields import Text
from claims.api.parameters import Paged, Parameters
from claims.api.serializers import parts as shapes
from claims.api.views.base import PublicView
from claims.documents import moment
from claims.models import Claimant, PublicState, Rating


class RatingShape(serializers.ModelSerializer):
    """One step of a rating scale. The numbers are null where it is no degree of truth."""

    scale = serializers.CharField(source="scale.name")
    scale_version = serializers.IntegerField(source="scale.version")
    best = serializers.SerializerMethodField()
    worst = serializers.SerializerMethodField()
    is_current = serializers.SerializerMethodField(help_text="Offered for new verdicts.")

    class Meta:
        model = Rating
        fields = [
            "key", "label", "value", "best", "worst", "meaning", "scale", "scale_version",
            "is_current",
        ]  # fmt: skip

    def get_best(self, rating: Rating) -> int | None:
        return rating.scale.best if rating.value is not None else None

    def get_worst(self, rating: Rating) -> int | None:
        return rating.scale.worst if rating.value is not None else None

    def get_is_current(self, rating: Rating) -> bool:
        return rating.scale.is_current and rating.retired_at is None


class Ratings(serializers.Serializer):
    results = RatingShape(many=True)


class ClaimantQuery(Paged):
    q = Text(required=False, max_length=200, help_text="Part of the name.")


class RatingList(PublicView):
    @extend_schema(
        operation_id="ratings_list",
        tags=["reference"],
        summary="The ratings of all scales, retired ones included",
        responses=Ratings,
    )
    def get(self, request: Request) -> Response:
        Parameters.of(request)
        ratings = Rating.objects.select_related("scale")
        rows = ratings.order_by("-scale__is_current", "scale__name", "-scale__version", "order")
        return _public(Response({"results": RatingShape(rows, many=True).data}))


class ClaimantList(PublicView):
    @extend_schema(
        operation_id="claimants_list",
        tags=["reference"],
        summary="Whose claims were checked, and with what result",
        parameters=[ClaimantQuery],
        responses=shapes.ClaimantPage,
    )
    def get(self, request: Request) -> Response:
        given = ClaimantQuery.of(request)
        bound = paging.binding("claimants", given)
        shown = Claimant.objects.filter(Exists(_live_of(OuterRef("pk"))))
        if "q" in given:
            shown = shown.filter(name__icontains=given["q"])
        if "cursor" in given:
            (last,) = paging.unseal(given["cursor"], bound, paging.identifier)
            shown = shown.filter(pk__gt=last)
        size = given["page_size"]
        ids = list(shown.order_by("pk").values_list("pk", flat=True)[: size + 1])
        page = paging.cut(ids, size, lambda pk: paging.seal(bound, str(pk)))
        following = paging.next_url(request, page.cursor)
        response = Response({"results": _entries(page.rows), "next": following})
        paging.link(response, next=following)
        return _public(response)


class OneClaimant(PublicView):
    @extend_schema(
        operation_id="claimants_retrieve",
        tags=["reference"],
        summary="One claimant, and how their claims were rated",
        responses=shapes.ClaimantEntry,
    )
    def get(self, request: Request, claimant_id: UUID) -> Response:
        Parameters.of(request)
        if not _live_of(claimant_id).exists():
            raise NotFound(_("No claim of a claimant with this id is published."))
        return _public(Response(_entries([claimant_id])[0]))


class TopicList(PublicView):
    @extend_schema(
        operation_id="topics_list",
        tags=["reference"],
        summary="Topics of published claims, the most frequent first",
        responses=shapes.Topics,
    )
    def get(self, request: Request) -> Response:
        Parameters.of(request)
        topics = counting.listed("topics").items()
        return _public(Response({"results": [{"slug": s, "claims": n} for s, n in topics]}))


class Stats(PublicView):
    @extend_schema(
        operation_id="stats",
        tags=["reference"],
        summary="What is published, in numbers",
        responses=shapes.Counts,
    )
    def get(self, request: Request) -> Response:
        Parameters.of(request)
        sequence, changed_at = published.newest()
        under_review = PublicState.objects.live().filter(is_under_review=True).count()
        body = {
            "sequence": sequence,
            "updated_at": moment(changed_at) if changed_at else None,
            **counting.counts(sequence),
            "under_review": under_review,
            "horizon": moment(_day_after(published.horizon())),
        }
        return _public(Response(body))


def _day_after(at: datetime) -> datetime:
    """The first moment of the next day: it stays the same all day, and so does the answer's tag."""
    return (at + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def _live_of(claimant_id: Any) -> QuerySet[PublicState]:
    return PublicState.objects.live().filter(claimant_id=claimant_id)


def _entries(claimant_ids: list[UUID]) -> list[dict[str, Any]]:
    names, ratings = counting.named(claimant_ids), counting.ratings_of(claimant_ids)
    return [
        {
            **json.loads(names[pk]),
            "claims": sum(ratings[pk].values()),
            "ratings": ratings[pk],
        }
        for pk in claimant_ids
        if pk in names
    ]


def _public(response: Response) -> Response:
    response["Cache-Control"] = caching.PUBLIC
    return response
