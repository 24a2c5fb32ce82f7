"""What webhook receivers get, described for the schema's `webhooks`."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiWebhook, extend_schema
from rest_framework import serializers

from claims.api.serializers.published import Described, PublicCorrection, PublicRating
from claims.models import WebhookEvent


class MessageData(Described):
    """The fact-check in short. Of a retracted one there is no text, but the `reason`."""

    id = serializers.UUIDField()
    status = serializers.CharField()
    deleted = serializers.BooleanField()
    url = serializers.URLField()
    api_url = serializers.URLField(help_text="The whole document; 410 once it is retracted.")
    slug = serializers.CharField()
    sequence = serializers.IntegerField()
    revision = serializers.IntegerField()
    sha256 = serializers.CharField(help_text="Of the whole document.")
    first_published_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    text = serializers.CharField(required=False)
    language = serializers.CharField(required=False)
    headline = serializers.CharField(required=False)
    rating = PublicRating(required=False)
    said = serializers.CharField(required=False, allow_null=True)
    published_at = serializers.DateTimeField(required=False)
    correction = PublicCorrection(required=False)
    retracted_at = serializers.DateTimeField(required=False)
    reason = serializers.CharField(required=False)


class Message(Described):
    """The body of a webhook: the exact bytes are signed."""

    type = serializers.ChoiceField(WebhookEvent.choices)
    timestamp = serializers.DateTimeField()
    data = MessageData()


PUBLICATION = OpenApiWebhook(
    "publication",
    extend_schema(
        summary="A fact-check was published, put right, corrected or retracted",
        description="Signed as Standard Webhooks 1.0.0 has it (`webhook-id`, `webhook-timestamp`, "
        "`webhook-signature`), with CloudEvents 1.0 headers. Answer 2xx; 410 switches it off.",
        request=Message,
        responses={204: None},
    ),
)
