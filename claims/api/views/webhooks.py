"""Webhook endpoints: a program looks after its own, a desk manager after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims.accounts.models import Scope
from claims.api import paging
from claims.api.fields import Choice
from claims.api.parameters import Paged, Parameters
from claims.api.permissions import is_program, opened_by
from claims.api.serializers import webhooks as shapes
from claims.api.serializers.bodies import Nothing
from claims.api.views.base import ApiView, DeskView
from claims.delivery import consumers, endpoints, webhooks
from claims.models import Claim, Delivery, WebhookEndpoint

if TYPE_CHECKING:
    from claims.accounts.models import User

ManagesWebhooks = opened_by((Scope.READ_PUBLISHED,), "claims.change_webhookendpoint")


class EndpointView(ApiView):
    permission_classes = [ManagesWebhooks]

    def visible(self, request: Request) -> QuerySet[WebhookEndpoint]:
        """Return the endpoints that are the asking program's business; for a person, all."""
        rows = WebhookEndpoint.objects.select_related("key", "created_by")
        return rows.filter(key=request.auth) if is_program(request) else rows

    def one(self, request: Request, endpoint_id: UUID) -> WebhookEndpoint:
        endpoint = self.visible(request).filter(pk=endpoint_id).first()
        if endpoint is None:
            raise NotFound(_("There is no such endpoint."))
        return endpoint


class EndpointList(EndpointView):
    @extend_schema(
        operation_id="webhook_endpoints_list",
        tags=["webhooks"],
        summary="Your webhook endpoints",
        responses=shapes.Endpoints,
    )
    def get(self, request: Request) -> Response:
        Parameters.of(request)
        rows = shapes.Endpoint(self.visible(request), many=True)
        return Response({"results": rows.data})

    @extend_schema(
        operation_id="webhook_endpoints_create",
        tags=["webhooks"],
        summary="Register an address that is told of publications",
        request=shapes.EndpointBody,
        responses={201: shapes.NewEndpoint},
    )
    def post(self, request: Request) -> Response:
        given = _body(shapes.EndpointBody, request)
        endpoint = endpoints.register(
            name=given["name"],
            url=given["url"],
            events=given.get("events", []),
            actor=actor_of(request),
            key=request.auth if is_program(request) else None,
        )
        response = Response(shapes.NewEndpoint(endpoint).data, status=201)
        response["Location"] = request.build_absolute_uri(
            f"/api/v1/webhook-endpoints/{endpoint.pk}"
        )
        return response


class OneEndpoint(EndpointView):
    @extend_schema(
        operation_id="webhook_endpoints_retrieve",
        tags=["webhooks"],
        summary="One endpoint",
        responses=shapes.Endpoint,
    )
    def get(self, request: Request, endpoint_id: UUID) -> Response:
        Parameters.of(request)
        return Response(shapes.Endpoint(self.one(request, endpoint_id)).data)

    @extend_schema(
        operation_id="webhook_endpoints_update",
        tags=["webhooks"],
        summary="Change an endpoint, or switch it off or on",
        request=shapes.EndpointChangeBody,
        responses=shapes.Endpoint,
    )
    def patch(self, request: Request, endpoint_id: UUID) -> Response:
        given = _body(shapes.EndpointChangeBody, request)
        endpoint = self.one(request, endpoint_id)
        endpoints.change(endpoint, actor=actor_of(request), **given)
        return Response(shapes.Endpoint(endpoint).data)

    @extend_schema(
        operation_id="webhook_endpoints_delete",
        tags=["webhooks"],
        summary="Remove an endpoint and its log",
        responses={204: None},
    )
    def delete(self, request: Request, endpoint_id: UUID) -> Response:
        endpoints.remove(self.one(request, endpoint_id), actor=actor_of(request))
        return Response(status=204)


class Rotate(EndpointView):
    @extend_schema(
        operation_id="webhook_endpoints_rotate",
        tags=["webhooks"],
        summary="Get a new secret; the former one signs as well for 24 hours",
        request=Nothing,
        responses=shapes.NewEndpoint,
    )
    def post(self, request: Request, endpoint_id: UUID) -> Response:
        _body(Nothing, request)
        endpoint = self.one(request, endpoint_id)
        endpoints.rotate(endpoint, actor=actor_of(request))
        return Response(shapes.NewEndpoint(endpoint).data)


class SendTest(EndpointView):
    @extend_schema(
        operation_id="webhook_endpoints_test",
        tags=["webhooks"],
        summary="Have an `endpoint.test` message sent",
        request=Nothing,
        responses={202: shapes.DeliveryShape},
    )
    def post(self, request: Request, endpoint_id: UUID) -> Response:
        _body(Nothing, request)
        delivery = webhooks.test(self.one(request, endpoint_id))
        return Response(shapes.DeliveryShape(delivery).data, status=202)


class Replay(EndpointView):
    @extend_schema(
        operation_id="webhook_endpoints_replay",
        tags=["webhooks"],
        summary="Send everything since a time again, under the same message ids",
        request=shapes.ReplayBody,
        responses={202: shapes.Replayed},
    )
    def post(self, request: Request, endpoint_id: UUID) -> Response:
        given = _body(shapes.ReplayBody, request)
        count = webhooks.replay(self.one(request, endpoint_id), given["since"])
        return Response({"messages": count}, status=202)


class DeliveryQuery(Paged):
    state = serializers.ListField(child=Choice(Delivery.State.choices), required=False)


class DeliveryList(EndpointView):
    @extend_schema(
        operation_id="webhook_endpoints_deliveries",
        tags=["webhooks"],
        summary="What was sent to an endpoint, the latest first, with every attempt",
        parameters=[DeliveryQuery],
        responses=shapes.DeliveryPage,
    )
    def get(self, request: Request, endpoint_id: UUID) -> Response:
        given = DeliveryQuery.of(request)
        endpoint = self.one(request, endpoint_id)
        bound = paging.binding("deliveries", {**given, "endpoint": endpoint.pk})
        rows = endpoint.deliveries.prefetch_related("attempts").order_by("-pk")
        if "state" in given:
            rows = rows.filter(state__in=given["state"])
        if "cursor" in given:
            (last,) = paging.unseal(given["cursor"], bound, paging.count)
            rows = rows.filter(pk__lt=last)
        size = given["page_size"]
        page = paging.cut(list(rows[: size + 1]), size, lambda row: paging.seal(bound, row.pk))
        following = paging.next_url(request, page.cursor)
        shown = shapes.DeliveryPage({"results": page.rows, "next": following})
        response = Response(shown.data)
        paging.link(response, next=following)
        return response


class ConsumerList(DeskView):
    @extend_schema(
        operation_id="desk_claims_consumers",
        tags=["desk"],
        summary="Which state of a fact-check each consumer still serves",
        responses=shapes.Consumers,
    )
    def get(self, request: Request, claim_id: UUID) -> Response:
        Parameters.of(request)
        if not Claim.objects.filter(pk=claim_id).exists():
            raise NotFound(_("There is no such claim."))
        held = consumers.holding(claim_id)
        behind = sum(not row.is_current for row in held)
        shown = shapes.Consumers({"results": held, "behind": behind})
        return Response(shown.data)


def _body(kind: type[serializers.Serializer], request: Request) -> dict[str, Any]:
    body = kind(data=request.data)
    body.is_valid(raise_exception=True)
    return dict(body.validated_data)


def actor_of(request: Request) -> User | None:
    """Return the person who asks; None for a program."""
    return None if is_program(request) else request.user
