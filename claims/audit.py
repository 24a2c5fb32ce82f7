"""The trail: one event for each thing that happens, in the caller's transaction."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import rfc8785
from django.db import connection, transaction
from django.utils import timezone

from claims.locks import Lock, hold
from claims.models import Claim, Event, EventDetail, Outbox, Verdict
from claims.models.moves import CLAIM_STARTS

if TYPE_CHECKING:
    from claims.accounts.models import User

DESK = "desk"

# Events that somebody has to be told of; the outbox carries them.
TOLD = frozenset(
    {
        "claim.assigned",
        "claim.taken_over",
        "comment.added",
        "verdict.submitted",
        "verdict.returned",
        "verdict.approved",
        "verdict.published",
        "verdict.retracted",
        "retraction.requested",
        "second.answered",
        "verdict.disputed",
        "reply.answered",
        "person.changed",
        "person.link_shown",
    }
)


def record(
    kind: str,
    *,
    actor: User | None,
    claim: Claim | None = None,
    subject: str = "",
    from_state: str = "",
    to_state: str = "",
    detail: dict[str, Any] | None = None,
) -> Event:
    """Append one event to the claim's chain, or to the desk's where no claim is concerned.

    Must run in the transaction that makes the change. Texts and names belong in `detail`: the
    event keeps only a salted commitment to each of its values.

    Raises RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An event is recorded in the transaction that it tells of.")
    chain = str(claim.pk) if claim else DESK
    salt = secrets.token_hex(16)
    values = _plain(detail or {})
    position, previous = _end_of(chain)
    event = Event(
        chain=chain,
        position=position + 1,
        kind=kind,
        at=timezone.now(),
        actor=actor,
        claim=claim,
        subject=subject,
        from_state=from_state,
        to_state=to_state,
        commitments={name: commitment(salt, value) for name, value in values.items()},
        previous_hash=previous,
    )
    event.hash = hash_of(event)
    event.save(force_insert=True)
    if values:
        EventDetail.objects.create(event=event, data=values, salt=salt)
    if kind in TOLD:
        Outbox.objects.create(event=event)
    return event


def erase(event_id: int, *, actor: User, reason: str) -> Event:
    """Erase the texts behind one event; the commitment stays, and an event says so."""
    with transaction.atomic():
        detail = EventDetail.objects.select_for_update().get(event_id=event_id)
        telling = record(
            "detail.erased",
            actor=actor,
            claim=detail.event.claim,
            subject=f"event:{event_id}",
            detail={"reason": reason},
        )
        detail.data, detail.salt, detail.erased_by_event = None, "", telling
        detail.save()
    return telling


def row_of(event: Event) -> dict[str, Any]:
    """What the hash of an event covers, as JSON types."""
    return {
        "chain": event.chain,
        "position": event.position,
        "kind": event.kind,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": event.actor_id,
        "claim": str(event.claim_id) if event.claim_id else None,
        "subject": event.subject,
        "from_state": event.from_state,
        "to_state": event.to_state,
        "commitments": event.commitments,
    }


def hash_of(event: Event) -> str:
    """Return hex sha256(previous hash + RFC 8785 JSON of the row)."""
    return hashlib.sha256(event.previous_hash.encode() + rfc8785.dumps(row_of(event))).hexdigest()


def commitment(salt: str, value: Any) -> str:
    """Return hex sha256(salt + RFC 8785 JSON of the value)."""
    return hashlib.sha256(salt.encode() + rfc8785.dumps(value)).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain does not hold, and what is wrong there."""

    chain: str
    position: int
    problem: str


def verify(events: Iterable[Event] | None = None) -> Iterator[Break]:
    """Yield the first break of each chain; nothing when every chain holds.

    events: in the order chain, position; by default all of the database with their details. A
    chain is checked for gaps, links, hashes and the commitments of details that are still kept.
    """
    if events is None:
        rows = Event.objects.select_related("detail__erased_by_event").order_by("chain", "position")
        events = rows.iterator(chunk_size=2000)
    last: Event | None = None
    broken = False
    for event in events:
        if last is None or event.chain != last.chain:
            last, broken = None, False
        if not broken and (problem := _problem(event, last)):
            broken = True
            yield Break(event.chain, event.position, problem)
        last = event


def replay() -> Iterator[Break]:
    """Yield claims and verdicts whose state is not the one that their events lead to."""
    claims: dict[str, str] = {}
    verdicts: dict[str, str] = {}
    moves = Event.objects.exclude(to_state="").order_by("chain", "position")
    for chain, subject, to_state in moves.values_list("chain", "subject", "to_state").iterator():
        if subject.startswith("verdict:"):
            verdicts[subject.removeprefix("verdict:")] = to_state
        elif not subject:
            claims[chain] = to_state
    yield from _differing(Claim, claims)
    yield from _differing(Verdict, verdicts)


def _differing(model: type[Claim] | type[Verdict], replayed: dict[str, str]) -> Iterator[Break]:
    for pk, state in model.objects.order_by().values_list("pk", "state").iterator():
        told = replayed.get(str(pk))
        if told != state and not (told is None and state in CLAIM_STARTS):
            problem = f"{model._meta.verbose_name} {pk} is {state}, its events say {told}"
            yield Break(str(pk), 0, problem)


def _problem(event: Event, last: Event | None) -> str:
    position, previous = (last.position, last.hash) if last else (0, "")
    if event.position != position + 1:
        return f"expected position {position + 1}: an event is missing"
    if event.previous_hash != previous:
        return "does not continue the event before it"
    if last is not None and event.pk <= last.pk:
        return "was written before the event before it"
    if event.hash != hash_of(event):
        return "its row was altered"
    detail = getattr(event, "detail", None)
    if detail is None:
        return "its texts are gone" if event.commitments else ""
    if detail.erased_by_event_id is not None:
        erasing = detail.erased_by_event
        told = (erasing.kind, erasing.subject) if erasing else ()
        if told == ("detail.erased", f"event:{event.pk}"):
            return ""
        return "its texts are gone, and no event says that they were erased"
    if set(detail.data) != set(event.commitments):
        return "its texts are not those that were committed to"
    for name, value in detail.data.items():
        expected = commitment(detail.salt, value)
        if not hmac.compare_digest(expected, event.commitments[name]):
            return f"its text {name!r} was altered"
    return ""


def _end_of(chain: str) -> tuple[int, str]:
    """Lock the chain until the transaction ends; return its last position and hash."""
    hold(Lock.CHAIN, chain)
    last = (
        Event.objects.filter(chain=chain)
        .order_by("-position")
        .values_list("position", "hash")
        .first()
    )
    return last or (0, "")


def _plain(value: Any) -> Any:
    """The value as JSON types that read back the same."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID) or not isinstance(value, str | int | float | bool | None):
        return str(value)
    return value
