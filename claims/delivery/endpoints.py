"""Looking after webhook endpoints: each change is one function and one event of the trail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from claims.accounts.models import ServiceKey
from claims.audit import record
from claims.delivery import messages, webhooks
from claims.errors import Conflict
from claims.models import WebhookEndpoint

if TYPE_CHECKING:
    from claims.accounts.models import User

MOST = 20  # endpoints of one program


def register(
    *, name: str, url: str, events: Iterable[str], actor: User | None, key: ServiceKey | None = None
) -> WebhookEndpoint:
    """Make an endpoint with a new secret, which it shows this once.

    actor: the person who registers it; None where the program `key` does so itself.
    events: values of WebhookEvent; none: all of them.

    Raises Invalid for an address that is not posted to, Conflict for a program with too many.
    """
    if key is not None and key.webhook_endpoints.count() >= MOST:
        raise Conflict(_("A program can have at most {most} endpoints.").format(most=MOST))
    endpoint = WebhookEndpoint(
        name=name,
        url=webhooks.checked_address(url),
        events=sorted(set(events)),
        secret=messages.new_secret(),
        key=key,
        created_by=actor,
    )
    with transaction.atomic():
        endpoint.save(force_insert=True)
        _note("webhook.registered", endpoint, actor)
    return endpoint


def change(
    endpoint: WebhookEndpoint,
    *,
    actor: User | None,
    name: str | None = None,
    url: str | None = None,
    events: Iterable[str] | None = None,
    enabled: bool | None = None,
) -> WebhookEndpoint:
    """Change what is given, and switch the endpoint on or off where that is asked for.

    Raises Invalid for an address that is not posted to.
    """
    if url is not None:
        endpoint.url = webhooks.checked_address(url)
    endpoint.name = endpoint.name if name is None else name
    endpoint.events = endpoint.events if events is None else sorted(set(events))
    with transaction.atomic():
        endpoint.save(update_fields=["name", "url", "events"])
        if enabled is True:
            webhooks.enable(endpoint)
        elif enabled is False and endpoint.disabled_at is None:
            webhooks.disable(endpoint, _("Switched off by its owner."))
        _note("webhook.changed", endpoint, actor)
    return endpoint


def rotate(endpoint: WebhookEndpoint, *, actor: User | None) -> str:
    """Give an endpoint a new secret and return it; the former one signs for a day longer."""
    with transaction.atomic():
        secret = webhooks.rotate(endpoint)
        _note("webhook.rotated", endpoint, actor)
    return secret


def remove(endpoint: WebhookEndpoint, *, actor: User | None) -> None:
    """Delete an endpoint with its log."""
    with transaction.atomic():
        _note("webhook.removed", endpoint, actor)
        endpoint.delete()


def _note(kind: str, endpoint: WebhookEndpoint, actor: User | None) -> None:
    record(kind, actor=actor, subject=f"endpoint:{endpoint.pk}", detail={"url": endpoint.url})
