"""Making and recognising API keys."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from datetime import timedelta
from typing import TypeVar

from django.db.models import Q
from django.utils import timezone

from claims.accounts.models import Key, PersonalToken, ServiceKey

SERVICE = "pls"
PERSONAL = "plp"
OVERLAP = timedelta(hours=24)
KINDS: dict[str, type[Key]] = {SERVICE: ServiceKey, PERSONAL: PersonalToken}

K = TypeVar("K", ServiceKey, PersonalToken)


def issue(key: K) -> str:
    """Give an unsaved key its prefix and digest, save it and return the text to show once."""
    text = _renew(key)
    key.full_clean()
    key.save()
    return text


def rotate(key: K, *, overlap: timedelta = OVERLAP) -> str:
    """Give a key a new text to show once; the former one opens as well during `overlap`.

    It stays the same key: scopes, networks, endpoints and what it pulled belong to it as before.
    A text before the former one ends at once. Raises ValueError for a key that is over.
    """
    if not key.is_live():
        raise ValueError("A key that was revoked or has expired is not renewed.")
    key.old_prefix, key.old_digest = key.prefix, key.digest
    key.old_until = timezone.now() + overlap
    text = _renew(key)
    key.save(update_fields=["prefix", "digest", "old_prefix", "old_digest", "old_until"])
    return text


def recognise(text: str) -> Key | None:
    """Return the live key that `text` is, or None. Says nothing of why not."""
    parts = text.split("_", 2)
    if len(parts) != 3 or parts[0] not in KINDS or not (text.isascii() and text.isprintable()):
        return None
    prefix = f"{parts[0]}_{parts[1]}"
    former = Q(old_prefix=prefix, old_until__gt=timezone.now())
    key = KINDS[parts[0]].objects.filter(Q(prefix=prefix) | former).first()
    # An unknown prefix costs the same comparison, so that timing tells nothing.
    expected = _digest("")
    if key is not None:
        expected = key.digest if key.prefix == prefix else key.old_digest
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


def _renew(key: Key) -> str:
    kind = SERVICE if isinstance(key, ServiceKey) else PERSONAL
    secret = secrets.token_urlsafe(32)
    key.prefix = f"{kind}_{secrets.token_hex(6)}"
    key.digest = _digest(secret)
    return f"{key.prefix}_{secret}"


def _digest(secret: str) -> str:
    # The secret has 256 random bits, so a slow hash would add nothing.
    return hashlib.sha256(secret.encode()).hexdigest()
