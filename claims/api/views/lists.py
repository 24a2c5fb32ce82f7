"""Kept lists of the queue, as a page of the API and as a feed: the definition is the same."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import paging
from claims.api.parameters import Paged
from claims.api.permissions import is_program
from claims.api.serializers.desk import DeskClaimPage
from claims.api.views.base import DeskView
from claims.api.views.desk import with_people
from claims.models import Claim, SavedFilter
from claims.workbench.keyset import page, read_cursor
from claims.workbench.queue import EVERY_STATE, Filters, QueueForm, narrowed

IN_FEED = 50  # claims
FEED_VERSION = "https://jsonfeed.org/version/1.1"


class KeptList(serializers.ModelSerializer):
    """Filters of the queue that somebody keeps under a name."""

    owner = serializers.CharField(source="owner.name")

    class Meta:
        model = SavedFilter
        fields = ["id", "name", "owner", "is_shared", "query"]


class KeptLists(serializers.Serializer):
    results = KeptList(many=True)


class DeskLists(DeskView):
    @extend_schema(
        operation_id="desk_lists_list",
        tags=["desk"],
        summary="Kept lists: your own and those for everybody",
        responses=KeptLists,
    )
    def get(self, request: Request) -> Response:
        return Response(KeptLists({"results": _lists(request)}).data)


class DeskListClaims(DeskView):
    @extend_schema(
        operation_id="desk_lists_claims",
        tags=["desk"],
        summary="Claims of a kept list, in its order",
        parameters=[Paged],
        responses=DeskClaimPage,
    )
    def get(self, request: Request, list_id: int) -> Response:
        given = Paged.of(request)
        filters = _filters(_list(request, list_id))
        cursor = given.get("cursor", "")
        if cursor and read_cursor(cursor, filters.order, Claim) is None:
            raise serializers.ValidationError({"cursor": "Take it from `next` of this list."})
        rows = with_people(_claims(request, filters))
        found = page(rows, filters.order, cursor=cursor, size=given["page_size"])
        following = paging.next_url(request, found.next or None)
        shown = DeskClaimPage(
            {"results": found.rows, "next": following}, context={"request": request}
        )
        response = Response(shown.data)
        paging.link(response, next=following)
        return response


class DeskListFeed(DeskView):
    @extend_schema(
        operation_id="desk_lists_feed",
        tags=["desk"],
        summary="A kept list as JSON Feed 1.1, the first claims of its order",
        responses=OpenApiResponse(description="A JSON Feed."),
    )
    def get(self, request: Request, list_id: int) -> Response:
        kept = _list(request, list_id)
        filters = _filters(kept)
        found = page(_claims(request, filters).with_card(), filters.order, size=IN_FEED)
        return Response(
            {
                "version": FEED_VERSION,
                "title": kept.name,
                "home_page_url": f"{settings.PUBLIC_BASE_URL}{reverse('desk:queue')}?{kept.query}",
                "feed_url": request.build_absolute_uri(request.path),
                "items": [_item(claim) for claim in found.rows],
            }
        )


def _item(claim: Claim) -> dict[str, Any]:
    address = reverse("desk:claim", args=[claim.pk])
    return {
        "id": f"urn:uuid:{claim.pk}",
        "url": f"{settings.PUBLIC_BASE_URL}{address}",
        "content_text": claim.text,
        "date_published": claim.created_at.isoformat(),
        "date_modified": claim.changed_at.isoformat(),
        "language": claim.language,
        "authors": [{"name": claim.claimant.name}] if claim.claimant else [],
        "tags": [claim.kind, claim.state],
    }


def _lists(request: Request) -> QuerySet[SavedFilter]:
    """A program has no lists of its own and sees those for everybody."""
    return SavedFilter.objects.offered_to(request.user).select_related("owner")


def _list(request: Request, list_id: int) -> SavedFilter:
    kept = _lists(request).filter(pk=list_id).first()
    if kept is None:
        raise NotFound("There is no such list.")
    return kept


def _filters(kept: SavedFilter) -> Filters:
    return QueueForm(QueryDict(kept.query)).filters()


def _claims(request: Request, filters: Filters) -> QuerySet[Claim]:
    if is_program(request) and filters.mine not in ("", "nobody"):
        # Nothing is in the hand of a program.
        return Claim.objects.none()
    rows = narrowed(Claim.objects.all(), filters, request.user)
    return rows if filters.state == EVERY_STATE else rows.filter(state=filters.state)
