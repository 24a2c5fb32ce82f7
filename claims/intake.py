"""Found statements become claims, once; a claim can also be entered by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.jobs import OPEN, finishing, retry, send_on_commit
from articles.models import Snapshot
from claims.audit import record
from claims.errors import Forbidden, Invalid, NotThere
from claims.locks import Lock, hold
from claims.models import Claim, Claimant, ClaimState, Kind, Mention, Quantity, Reading
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User
    from claims.extraction import FoundClaim
    from claims.extraction.explain import LeftOut

CLAIM_LENGTH = 2000  # characters of a stand-alone wording


def store_found(
    reading_id: int,
    attempt: int,
    found: Iterable[FoundClaim],
    *,
    pipeline: str,
    left_out: Iterable[LeftOut] = (),
) -> int:
    """Store what a reading found and set it done, in one transaction; return how many were new.

    left_out: what it left out, and why; kept for whoever looks over the reader's shoulder.
    A statement that the snapshot is known to contain at that very place is not stored again.
    Raises articles.jobs.Lost, and nothing is stored, when this attempt is no longer the job's.
    """
    found = list(found)
    with finishing(Reading, reading_id, attempt) as reading:
        snapshot = Snapshot.objects.select_related("article").get(pk=reading.snapshot_id)
        reading.left_out = [[left.start, left.end, list(left.reasons)] for left in left_out]
        if snapshot.readings.filter(pipeline=pipeline).exclude(pk=reading.pk).exists():
            # The very same pipeline has read it before: it can find nothing new.
            reading.found, reading.created = len(found), 0
            return 0
        reading.pipeline = pipeline
        known = set(Mention.objects.filter(snapshot=snapshot).values_list("start", "end"))
        fresh = [item for item in found if (item.start, item.end) not in known]
        claimants = _claimants({item.speaker: item.speaker_kind for item in fresh if item.speaker})
        for item in fresh:
            _store(reading, snapshot, item, claimants)
        reading.found, reading.created = len(found), len(fresh)
    return len(fresh)


def enter(
    snapshot_id: int | None,
    *,
    actor: User,
    text: str,
    start: int | None = None,
    end: int | None = None,
    kind: str = Kind.STATE,
    claimant: Claimant | None = None,
    language: str = "",
    said_on: date | None = None,
) -> Claim:
    """Enter a claim by hand, straight into the queue; with a snapshot, from the words there.

    start, end: code points of the snapshot's text; empty `text` then takes the words themselves.
    """
    if not (actor.is_active and actor.has_perm("claims.add_claim")):
        raise Forbidden(_("Your role does not include this."))
    if kind not in Kind.values:
        raise Invalid(_("Choose a kind."), field="kind")
    snapshot = _snapshot(snapshot_id)
    quote = _selected(snapshot, start, end) if snapshot else ""
    text = checked(text or quote, field="text", most=CLAIM_LENGTH, required=True)
    with transaction.atomic():
        claim = Claim.objects.create(
            text=text,
            kind=kind,
            state=ClaimState.QUEUED,
            claimant=claimant,
            language=language or (language_of(snapshot) if snapshot else "") or "en",
            said_on=said_on,
            worth=1.0,
            created_by=actor,
        )
        if snapshot is not None and start is not None and end is not None:
            mention = Mention.objects.create(
                claim=claim,
                snapshot=snapshot,
                start=start,
                end=end,
                quote=quote,
                sentence_start=start,
                sentence_end=end,
                speaker=claimant.name if claimant else "",
                created_by=actor,
            )
            Claim.objects.filter(pk=claim.pk).update(first_mention=mention)
        record(
            "claim.entered",
            actor=actor,
            claim=claim,
            to_state=ClaimState.QUEUED,
            detail={"text": claim.text},
        )
    claim.refresh_from_db()
    return claim


def language_of(snapshot: Snapshot) -> str:
    """Return the language of a wording as far as a claim can hold its tag, from the left.

    RFC 4647, section 3.4: `ca-ES-valencia` is a kind of `ca-ES`.
    """
    most, tag = Claim._meta.get_field("language").max_length, snapshot.language
    while len(tag) > most:
        tag = tag.rpartition("-")[0]
    return tag


def _snapshot(snapshot_id: int | None) -> Snapshot | None:
    if snapshot_id is None:
        return None
    snapshot = Snapshot.objects.select_related("article").filter(pk=snapshot_id).first()
    if snapshot is None:
        raise NotThere(_("There is no such article."))
    return snapshot


def _selected(snapshot: Snapshot, start: int | None, end: int | None) -> str:
    if start is None or end is None or not 0 <= start < end <= len(snapshot.text):
        raise Invalid(_("Select the words in the article."), field="start")
    quote = snapshot.text[start:end]
    if not quote.strip():
        raise Invalid(_("Select words, not only blanks."), field="start")
    return quote


def hold_names(names: Iterable[str]) -> None:
    """Wait until nobody else is adding claimants of these names; hold them until commit.

    Two people may have one name, so no constraint keeps a claimant from being added twice.
    """
    for name in sorted({name.lower() for name in names}):
        hold(Lock.CLAIMANT_NAME, name)


def _claimants(kinds: dict[str, str]) -> dict[str, Claimant]:
    """Return the claimant of each name: one known by it or by an alias, else a new one.

    kinds: name -> what the article shows it to be, empty where it does not tell.
    """
    kinds = {name[:200]: kind for name, kind in kinds.items()}
    by_name = _known_by(kinds.keys())
    if new := kinds.keys() - by_name.keys():
        hold_names(new)
        by_name |= _known_by(new)
    for name in sorted(new - by_name.keys()):
        kind = kinds[name] or Claimant.Kind.UNKNOWN
        by_name[name] = Claimant.objects.create(name=name, kind=kind)
    return by_name


def _known_by(names: Collection[str]) -> dict[str, Claimant]:
    """Return the claimants that are known by these names, a name before an alias."""
    by_name: dict[str, Claimant] = {}
    for claimant in Claimant.objects.filter(aliases__overlap=list(names)).order_by("pk"):
        by_name |= {alias: claimant for alias in claimant.aliases if alias in names}
    return by_name | {
        row.name: row for row in Claimant.objects.filter(name__in=names).order_by("pk")
    }


def _store(
    reading: Reading, snapshot: Snapshot, item: FoundClaim, claimants: dict[str, Claimant]
) -> None:
    claim = Claim.objects.create(
        text=item.proposed[:CLAIM_LENGTH],
        kind=item.kind,
        language=language_of(snapshot) or settings.LANGUAGE_CODE,
        claimant=claimants[item.speaker[:200]] if item.speaker else None,
        said_on=timezone.localdate(snapshot.article.published_at),
        worth=round(min(max(item.score, 0.0), 1.0), 4),
        reasons=list(item.reasons),
        features={name: float(value) for name, value in item.features.items()},
    )
    mention = Mention.objects.create(
        claim=claim,
        snapshot=snapshot,
        reading=reading,
        start=item.start,
        end=item.end,
        segments=[list(part) for part in item.segments] if len(item.segments) > 1 else [],
        quote=item.text,
        sentence_start=item.sentence_start,
        sentence_end=item.sentence_end,
        speaker=(item.speaker or "")[:200],
        reported_by=(item.reported_by or "")[:200],
        cue=(item.cue or "")[:80],
        stance=item.stance,
        quotation=item.quotation,
        dates=[found.as_dict() for found in item.dates],
        entities=[found.as_dict() for found in item.entities],
    )
    Claim.objects.filter(pk=claim.pk).update(first_mention=mention)
    Quantity.objects.bulk_create(_quantity(mention, found.as_dict()) for found in item.quantities)
    record(
        "claim.found",
        actor=None,
        claim=claim,
        subject=f"reading:{reading.pk}",
        detail={"text": claim.text},
    )


def _quantity(mention: Mention, found: dict[str, Any]) -> Quantity:
    return Quantity(
        mention=mention,
        start=found["start"],
        end=found["end"],
        text=found["text"],
        kind=found["kind"],
        value=found.get("value"),
        low=found.get("low"),
        high=found.get("high"),
        from_value=found.get("from"),
        to_value=found.get("to"),
        change=found.get("change"),
        unit=(found.get("unit") or "")[:40],
        what=(found.get("what") or "")[:200],
        period=str(found.get("period") or "")[:100],
        comparison=(found.get("comparison") or "")[:12],
        approximate=bool(found.get("approximate")),
        consistent=found.get("consistent"),
    )


def order_reading(snapshot: Snapshot) -> Reading:
    """Have a snapshot read; one that waits or runs already is enough."""
    with transaction.atomic():
        Snapshot.objects.select_for_update(no_key=True).get(pk=snapshot.pk)
        reading = Reading.objects.filter(snapshot=snapshot, state__in=OPEN).first()
        if reading is None:
            reading = Reading.objects.create(snapshot=snapshot)
            send_on_commit(reading.pk, send_reading)
    return reading


def read_again(snapshot_id: int, *, actor: User) -> Reading:
    """Retry a failed reading, or read with the pipeline as it is now; finds only what is new."""
    if not (actor.is_active and actor.has_perm("claims.change_reading")):
        raise Forbidden(_("Your role does not include this."))
    snapshot = _snapshot(snapshot_id)
    if snapshot is None:
        raise NotThere(_("There is no such article."))
    last = snapshot.readings.order_by("-id").first()
    if last is not None and retry(Reading, last.pk, send_reading):
        last.refresh_from_db()
        return last
    return order_reading(snapshot)


def send_reading(reading_id: int) -> None:
    """Hand a reading to the queue, by name: tasks load spaCy, which only a worker needs."""
    current_app.send_task("claims.tasks.read_snapshot", [reading_id])
