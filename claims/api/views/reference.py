"""What the other answers refer to: ratings, topics, and where everything is."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.parameters import Parameters
from claims.api.views.base import PublicView
from claims.models import Rating


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
        return Response({"results": RatingShape(rows, many=True).data})
