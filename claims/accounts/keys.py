"""Making and recognising API keys."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from typing import TypeVar

from django.utils import timezone

from claims.accounts.models import Key, PersonalToken, ServiceKey

SERVICE = "pls"
PERSONAL = "plp"
KINDS: dict[str, type[Key]] = {SERVICE: ServiceKey, PERSONAL: PersonalToken}

K = TypeVar("K", ServiceKey, PersonalToken)


def issue(key: K) -> str:
    """Give an unsaved key its prefix and digest, save it and return the text to show once."""
    kind = SERVICE if isinstance(key, ServiceKey) else PERSONAL
    secret = secrets.token_urlsafe(32)
    key.prefix = f"{kind}_{secrets.token_hex(6)}"
    key.digest = _digest(secret)
    key.full_clean()
    key.save()
    return f"{key.prefix}_{secret}"


def recognise(text: str) -> Key | None:
    """Return the live key that `text` is, or None. Says nothing of why not."""
    parts = text.split("_", 2)
    if len(parts) != 3 or parts[0] not in KINDS or not text.isascii():
        return None
    key = KINDS[parts[0]].objects.filter(prefix=f"{parts[0]}_{parts[1]}").first()
    # An unknown prefix costs the same comparison, so that timing tells nothing.
    expected = key.digest if key else _digest("")
    right = hmac.compare_digest(expected, _digest(parts[2]))
    return key if key and right and key.is_live() else None


def may_come_from(key: Key, address: str) -> bool:
    """True when the key's networks admit this address; an unreadable one is not admitted."""
    if not key.networks:
        return True
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(ip in ipaddress.ip_network(network, strict=False) for network in key.networks)


def note_use(key: Key) -> None:
    """Remember that the key was used, at most once a minute."""
    now = timezone.now()
    if key.last_used_at is None or (now - key.last_used_at).total_seconds() > 60:
        type(key).objects.filter(pk=key.pk).update(last_used_at=now)


def revoke(key: Key) -> None:
    """End a key at once. A second call changes nothing."""
    type(key).objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now())


def _digest(secret: str) -> str:
    # The secret has 256 random bits, so a slow hash would add nothing.
    return hashlib.sha256(secret.encode()).hexdigest()
