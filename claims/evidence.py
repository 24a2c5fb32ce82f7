"""Finding evidence: add a page or a file, pin the words that matter, withdraw what was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import addresses
from articles.errors import CannotTakeIn
from articles.jobs import retry, send_on_commit
from claims import captures
from claims.audit import record
from claims.errors import Conflict, Forbidden, Invalid, NotThere, WrongState
from claims.models import CaptureJob, Claim, ClaimState, Evidence, VerdictState
from claims.models.moves import VERDICT_ONCE_PUBLIC
from claims.words import checked

if TYPE_CHECKING:
    from claims.accounts.models import User

CHANGEABLE = (
    "kind", "stance", "title", "publisher", "published_on", "quote", "note", "independence",
    "is_protected_source", "archive_url",
)  # fmt: skip
_LENGTHS = {"title": 300, "publisher": 200, "quote": 5000, "note": 5000, "archive_url": 2000}
_CHOICES = {
    "kind": Evidence.Kind.values,
    "stance": Evidence.Stance.values,
    "independence": Evidence.Independence.values,
}


@dataclass(frozen=True, slots=True)
class UploadedCopy:
    """A file that somebody hands in as evidence. media_type is what the browser says."""

    name: str
    body: bytes
    media_type: str = "application/octet-stream"


def add(
    claim_id: UUID,
    *,
    actor: User,
    title: str,
    kind: str,
    stance: str,
    url: str = "",
    file: UploadedCopy | None = None,
    **more: Any,
) -> Evidence:
    """Attach evidence to a claim: a page, which is then fetched and kept, or an uploaded file.

    more: any of publisher, published_on, quote, note, independence, is_protected_source,
        archive_url.
    Its number is never given twice, so that a rationale's [2] always means the same.
    """
    content = _checked({"title": title, "kind": kind, "stance": stance, **more})
    if not url and file is None:
        raise Invalid(_("Give the address of the page, or a file."), field="url")
    address = _address(url, field="url") if url else ""
    # Reading a document is slow: done before anything is locked.
    text = _read_upload(file) if file else ""
    with _open_claim(claim_id, actor, "claims.add_evidence") as claim:
        last = claim.evidence.aggregate(last=Max("number"))["last"] or 0
        item = Evidence.objects.create(
            claim=claim, number=last + 1, url=address, added_by=actor, **content
        )
        if file:
            captures.from_upload(
                item,
                file.body,
                file_name=file.name,
                media_type=file.media_type,
                text=text,
                by=actor,
            )
        else:
            _order_capture(item, actor)
        record(
            "evidence.added",
            actor=actor,
            claim=claim,
            subject=f"evidence:{item.pk}",
            detail={"number": item.number, "title": item.title, "url": item.url},
        )
    return item


def change(evidence_id: UUID, *, actor: User, **changes: Any) -> Evidence:
    """Change what is said about a piece of evidence; its address and copies stay."""
    unknown = set(changes) - set(CHANGEABLE)
    if unknown:
        raise TypeError(f"change() does not take {', '.join(sorted(unknown))}")
    content = _checked(changes)
    with _open_evidence(evidence_id, actor, "claims.change_evidence") as item:
        if item.citations.filter(verdict__state__in=VERDICT_ONCE_PUBLIC).exists():
            raise Conflict(
                _("A published verdict cites this. Withdraw it and add the right one instead.")
            )
        before = {name: getattr(item, name) for name in content}
        changed = {name: value for name, value in content.items() if before[name] != value}
        for name, value in changed.items():
            setattr(item, name, value)
        item.save()
        if changed:
            record(
                "evidence.changed",
                actor=actor,
                claim=item.claim,
                subject=f"evidence:{item.pk}",
                detail={
                    name: {"before": before[name], "after": value}
                    for name, value in changed.items()
                },
            )
    return item


def pin_quote(evidence_id: UUID, *, actor: User, quote: str) -> Evidence:
    """Pin the words that carry the point."""
    if not quote.strip():
        raise Invalid(_("Select the words to pin."), field="quote")
    return change(evidence_id, actor=actor, quote=quote)


def withdraw(evidence_id: UUID, *, actor: User, reason: str) -> Evidence:
    """Take a piece of evidence out of use. Its number stays taken, its copies stay kept."""
    reason = checked(reason, field="reason", most=300, required=True)
    with _open_evidence(evidence_id, actor, "claims.withdraw_evidence") as item:
        item.withdrawn_by, item.withdrawn_at = actor, timezone.now()
        item.withdrawn_reason = reason
        item.save()
        record(
            "evidence.withdrawn",
            actor=actor,
            claim=item.claim,
            subject=f"evidence:{item.pk}",
            detail={"reason": reason},
        )
    return item


def capture_again(evidence_id: UUID, *, actor: User) -> CaptureJob:
    """Fetch the page once more, whatever became of the last time."""
    with transaction.atomic():
        item = Evidence.objects.select_for_update().filter(pk=evidence_id).first()
        if item is None:
            raise NotThere(_("There is no such evidence."))
        if not (actor.is_active and actor.has_perm("claims.add_evidence")):
            raise Forbidden(_("Your role does not include this."))
        if not item.url:
            raise Conflict(_("This was uploaded: there is no address to fetch."))
        last = item.capture_jobs.order_by("-id").first()
        if last is not None and last.is_open:
            return last
        if last is not None and retry(CaptureJob, last.pk, send_capture):
            return last
        return _order_capture(item, actor)


def send_capture(job_id: int) -> None:
    """Hand a capture job to the queue, by name: tasks stand above this module."""
    current_app.send_task("claims.tasks.capture_evidence", [job_id])


def _order_capture(item: Evidence, actor: User) -> CaptureJob:
    job = CaptureJob.objects.create(evidence=item, url=item.url, requested_by=actor)
    send_on_commit(job.pk, send_capture)
    return job


def _read_upload(file: UploadedCopy) -> str:
    limit = settings.ARTICLE_MAX_BYTES
    if not file.body:
        raise Invalid(_("The file is empty."), field="file")
    if len(file.body) > limit:
        raise Invalid(
            _("The file has {size:.1f} MB; at most {limit:.0f} MB are kept.").format(
                size=len(file.body) / 1_000_000, limit=limit / 1_000_000
            ),
            field="file",
        )
    return captures.text_of(file.body, file.media_type)


def _checked(content: dict[str, Any]) -> dict[str, Any]:
    for name in _LENGTHS.keys() & content.keys():
        content[name] = checked(
            content[name], field=name, most=_LENGTHS[name], required=name == "title"
        )
    for name in _CHOICES.keys() & content.keys():
        if content[name] not in _CHOICES[name]:
            raise Invalid(_("Choose one of the answers."), field=name)
    if content.get("archive_url"):
        content["archive_url"] = _address(content["archive_url"], field="archive_url")
    published_on = content.get("published_on")
    if published_on is not None and not isinstance(published_on, date):
        raise Invalid(_("Give a date."), field="published_on")
    return content


def _address(url: str, *, field: str) -> str:
    try:
        return addresses.normal(checked(url, field=field, most=2000))
    except CannotTakeIn as error:
        raise Invalid(error.message, field=field) from error


@contextmanager
def _open_claim(claim_id: UUID, actor: User, permission: str) -> Iterator[Claim]:
    """Lock a claim whose evidence may change now: nobody is asked to rely on it."""
    if not (actor.is_active and actor.has_perm(permission)):
        raise Forbidden(_("Your role does not include this."))
    with transaction.atomic():
        claim = Claim.objects.select_for_update(no_key=True).filter(pk=claim_id).first()
        if claim is None:
            raise NotThere(_("There is no such claim."))
        if claim.state in (ClaimState.DISMISSED, ClaimState.DUPLICATE):
            raise WrongState(_("This claim is not being checked. Reopen it first."))
        handed_in = (VerdictState.SUBMITTED, VerdictState.APPROVED)
        if claim.verdicts.filter(state__in=handed_in).exists():
            raise Conflict(_("The verdict was handed in with this evidence. Recall it first."))
        yield claim


@contextmanager
def _open_evidence(evidence_id: UUID, actor: User, permission: str) -> Iterator[Evidence]:
    found = Evidence.objects.filter(pk=evidence_id).values_list("claim_id", flat=True).first()
    if found is None:
        raise NotThere(_("There is no such evidence."))
    with _open_claim(found, actor, permission) as claim:
        item = Evidence.objects.select_for_update().get(pk=evidence_id)
        if item.withdrawn_at is not None:
            raise WrongState(_("This evidence was withdrawn."))
        item.claim = claim
        yield item
