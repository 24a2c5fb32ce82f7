"""Webhook endpoints and what was delivered to them."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.fields import Choice, Moment, Text, YesNo
from claims.api.serializers.bodies import Body
from claims.api.serializers.published import Described
from claims.models import Delivery, DeliveryAttempt, WebhookEndpoint, WebhookEvent

WANTED = [choice for choice in WebhookEvent.choices if choice[0] != WebhookEvent.TEST]


class EndpointBody(Body):
    name = Text(max_length=100, help_text="As the desk will know it.")
    url = Text(max_length=2000, help_text="Receives POST requests; https, on the public internet.")
    events = serializers.ListField(
        child=Choice(WANTED), required=False, help_text="Empty or left out: all of them."
    )


class EndpointChangeBody(Body):
    """What is left out stays as it is."""

    name = Text(max_length=100, required=False)
    url = Text(max_length=2000, required=False)
    events = serializers.ListField(child=Choice(WANTED), required=False)
    enabled = YesNo(required=False, help_text="`true` switches it on again.")


class ReplayBody(Body):
    since = Moment(help_text="Everything published then or later is sent again.")


class Endpoint(serializers.ModelSerializer):
    """An address that is told of publications. Its secret is shown when it is made or rotated."""

    events = serializers.ListField(child=serializers.ChoiceField(WANTED))
    enabled = serializers.SerializerMethodField()

    class Meta:
        model = WebhookEndpoint
        fields = [
            "id", "name", "url", "events", "enabled", "disabled_at", "disabled_reason",
            "created_at", "old_secret_until",
        ]  # fmt: skip

    def get_enabled(self, endpoint: WebhookEndpoint) -> bool:
        return endpoint.disabled_at is None


class NewEndpoint(Endpoint):
    """With the secret, which is shown this once."""

    secret = serializers.CharField(read_only=True)

    class Meta(Endpoint.Meta):
        fields = [*Endpoint.Meta.fields, "secret"]


class Endpoints(Described):
    results = Endpoint(many=True)


class Replayed(Described):
    messages = serializers.IntegerField(help_text="How many will be sent.")


class AttemptShape(serializers.ModelSerializer):
    class Meta:
        model = DeliveryAttempt
        fields = ["number", "at", "status", "milliseconds", "problem"]


class DeliveryShape(serializers.ModelSerializer):
    """One message: `message_id` is the `webhook-id` header, the same on every attempt."""

    sequence = serializers.IntegerField(source="publication_id", allow_null=True)
    attempts = AttemptShape(many=True)
    next_at = serializers.SerializerMethodField(help_text="Of the next attempt; null when over.")

    class Meta:
        model = Delivery
        fields = [
            "message_id", "event", "sequence", "state", "created_at", "next_at", "done_at",
            "attempts",
        ]  # fmt: skip

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_next_at(self, delivery: Delivery) -> str | None:
        waits = delivery.state == Delivery.State.WAITING
        return serializers.DateTimeField().to_representation(delivery.next_at) if waits else None


class DeliveryPage(Described):
    results = DeliveryShape(many=True)
    next = serializers.URLField(allow_null=True)


class Consumer(Described):
    """What one consumer is known to have of a claim: pulled, followed or acknowledged."""

    consumer = serializers.CharField()
    contact = serializers.CharField(help_text="E-mail address; may be empty.")
    revision = serializers.IntegerField()
    kind = serializers.CharField(help_text="`retracted`: they have taken it down.")
    sequence = serializers.IntegerField()
    at = serializers.DateTimeField()
    is_current = serializers.BooleanField(help_text="False: they still serve an older state.")


class Consumers(Described):
    results = Consumer(many=True)
    behind = serializers.IntegerField(help_text="How many still serve an older state.")
