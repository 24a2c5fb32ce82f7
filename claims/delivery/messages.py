"""What a webhook says: the event, its body and its headers."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from claims.documents import moment
from claims.models import Delivery, Publication, WebhookEndpoint, WebhookEvent

PREFIX = "whsec_"
EVENTS = {
    Publication.Kind.PUBLISHED: WebhookEvent.PUBLISHED,
    Publication.Kind.CORRECTED: WebhookEvent.CORRECTED,
    Publication.Kind.CLERICAL: WebhookEvent.UPDATED,
    Publication.Kind.RENAMED: WebhookEvent.UPDATED,
    Publication.Kind.REPLIED: WebhookEvent.UPDATED,
    Publication.Kind.RETRACTED: WebhookEvent.RETRACTED,
}
# Members of the public document that go along. With the longest texts a desk can write the body
# stays below 20 kB; everything else is at `api_url`.
TOLD = (
    "id", "status", "deleted", "url", "slug", "text", "language", "headline", "rating", "said",
    "revision", "sequence", "first_published_at", "published_at", "updated_at", "retracted_at",
    "reason",
)  # fmt: skip


def new_secret() -> str:
    """Return a secret of 32 random bytes as Standard Webhooks writes it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def body_of(publication: Publication) -> str:
    """Return the message about a publication as JSON text."""
    document = json.loads(publication.document)
    data = {name: document[name] for name in TOLD if name in document}
    data["api_url"] = f"{settings.PUBLIC_BASE_URL}/api/v1/claims/{document['id']}"
    data["sha256"] = publication.sha256
    own = [row for row in document.get("corrections", []) if row["revision"] == data["revision"]]
    if own:
        data["correction"] = own[-1]
    return _message(EVENTS[Publication.Kind(publication.kind)], publication.published_at, data)


def test_body(endpoint: WebhookEndpoint) -> str:
    """Return a message that tells of nothing but itself."""
    return _message(WebhookEvent.TEST, timezone.now(), {"endpoint": str(endpoint.pk)})


def headers(delivery: Delivery, at: datetime) -> dict[str, str]:
    """Return the headers of one attempt: Standard Webhooks 1.0.0 and CloudEvents 1.0 in one."""
    told = json.loads(delivery.body)
    return {
        "Content-Type": "application/json",
        "User-Agent": settings.FETCH_USER_AGENT,
        "webhook-id": delivery.message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(
            signature(secret, delivery.message_id, at, delivery.body)
            for secret in signing_secrets(delivery.endpoint, at)
        ),
        "ce-specversion": "1.0",
        "ce-id": delivery.message_id,
        "ce-type": delivery.event,
        "ce-source": settings.PUBLIC_BASE_URL,
        "ce-time": told["timestamp"],
        "ce-subject": told["data"].get("id") or told["data"]["endpoint"],
    }


def signing_secrets(endpoint: WebhookEndpoint, at: datetime) -> list[str]:
    """Return the secrets that sign now: the own one, and the former while it is being replaced."""
    until = endpoint.old_secret_until
    return [endpoint.secret, *([endpoint.old_secret] if until and until > at else [])]


def signature(secret: str, message_id: str, at: datetime, body: str) -> str:
    """Return `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks 1.0.0)."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{message_id}.{int(at.timestamp())}.{body}".encode()
    return "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def _message(event: str, at: datetime, data: dict[str, Any]) -> str:
    return json.dumps(
        {"type": str(event), "timestamp": moment(at), "data": data},
        ensure_ascii=False,
        separators=(",", ":"),
    )
