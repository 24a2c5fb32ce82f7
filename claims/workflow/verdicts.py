"""Verbs that carry a verdict from a draft to the public."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import addresses
from articles.errors import CannotTakeIn
from claims import publishing
from claims.audit import record
from claims.documents import Document, canonical, content_of, digest
from claims.errors import Incomplete, Invalid, Outdated
from claims.models import (
    Citation,
    Claim,
    ClaimState,
    Methodology,
    Publication,
    Rating,
    Verdict,
    VerdictState,
)
from claims.models.verdict import Confidence, CorrectionType, Media, ReturnReason, Said
from claims.words import checked
from claims.workflow.checklist import cited_evidence, missing, writers
from claims.workflow.second import after_submission
from claims.workflow.taking import Work, taking, taking_verdict

if TYPE_CHECKING:
    from claims.accounts.models import User

# Text fields of a draft and how many characters each may have.
TEXTS = {
    "headline": 200,
    "summary": 1000,
    "rationale": 50_000,
    "media_original": 2000,
    "media_context": 1000,
    "public_note": 2000,
}
CHOICES = {
    "said": Said.values,
    "confidence": Confidence.values,
    "media": Media.values,
    "correction_type": CorrectionType.values,
}
CONTENT = (*TEXTS, *CHOICES, "rating")


def draft(claim_id: UUID, *, actor: User, version: int | None = None, **content: Any) -> Verdict:
    """Save what a checker has written; the first save opens a new revision.

    content: any of headline, summary, rationale, public_note, said, confidence, correction_type,
        rating (a Rating or None).
    version: the version of the revision that the person saw; a newer one raises Outdated, which
        carries what it says now.
    """
    _check_content(content)
    with taking("draft", actor, claim_id) as work:
        verdict = work.verdict or _new_revision(work.claim)
        if version is not None and verdict.version != version:
            raise Outdated(
                _("Somebody saved this verdict while you were typing."),
                newer={"version": verdict.version, **content_now(verdict)},
            )
        is_new_author = verdict._state.adding or not verdict.is_by(actor)
        work.is_silent = not is_new_author and verdict.state == VerdictState.DRAFT
        _forget_submission(verdict)
        for name, value in content.items():
            setattr(verdict, name, value)
        if not verdict.is_correction():
            verdict.correction_type = ""
        verdict.saved_at = timezone.now()
        work.verdict, work.to_verdict = verdict, VerdictState.DRAFT
        work.authors.add(actor.pk)
    return verdict


def submit(claim_id: UUID, *, actor: User, version: int | None = None) -> Verdict:
    """Hand the draft in: freeze its document and end the lease.

    Raises Incomplete, which says for each field what is missing.
    """
    with taking("submit", actor, claim_id) as work:
        verdict = work.open_verdict()
        if version is not None and verdict.version != version:
            raise Outdated(
                _("Somebody saved this verdict while you were reading."),
                newer={"version": verdict.version, **content_now(verdict)},
            )
        lacking = missing(verdict)
        if lacking:
            raise Incomplete(_("Something is still missing."), missing=lacking)
        evidence = cited_evidence(verdict)
        verdict.citations.all().delete()
        Citation.objects.bulk_create(Citation(verdict=verdict, evidence=item) for item in evidence)
        verdict.methodology = Methodology.objects.latest()
        content = content_of(verdict, evidence)
        publishing.rehearse(verdict, content)
        verdict.document = canonical(content)
        verdict.content_hash = digest(verdict.document)
        verdict.submitted_by, verdict.submitted_at = actor, timezone.now()
        verdict.returned_by = verdict.returned_at = None
        verdict.return_reason = verdict.return_note = ""
        work.authors |= {actor.pk, *writers(verdict, evidence)}
        # The next submission takes its place in the row; who returned it wants to compare the two.
        work.detail = {"content_hash": verdict.content_hash, "document": verdict.document}
        work.last = lambda: after_submission(verdict, actor)
    return verdict


def recall(verdict_id: UUID, *, actor: User) -> Verdict:
    """Take a submitted verdict back into one's own hand to change it."""
    with taking_verdict("recall", actor, verdict_id) as work:
        _forget_submission(work.open_verdict())
        work.lease(actor)
    return work.open_verdict()


def return_(verdict_id: UUID, *, actor: User, reason: str, note: str) -> Verdict:
    """Send a submitted verdict back; it is reserved for who handed it in."""
    if reason not in ReturnReason.values:
        raise Invalid(_("Choose a reason."), field="reason")
    note = checked(note, field="note", most=5000, required=True)
    with taking_verdict("return", actor, verdict_id) as work:
        verdict = work.open_verdict()
        verdict.returned_by, verdict.returned_at = actor, timezone.now()
        verdict.return_reason, verdict.return_note = reason, note
        work.claim.reserved_for = verdict.submitted_by
        work.claim.reserved_until = timezone.now() + timedelta(hours=settings.RESERVATION_HOURS)
        work.detail = {"reason": reason, "note": note, "content_hash": verdict.content_hash}
    return verdict


def approve(verdict_id: UUID, *, actor: User, content_hash: str) -> Verdict:
    """Approve the submitted document that `actor` read, and no other.

    Raises SameEyes for an author, whatever their role; Outdated for another text.
    """
    with taking_verdict("approve", actor, verdict_id) as work:
        verdict = work.open_verdict()
        _must_be_what_was_read(verdict, content_hash)
        verdict.approved_by, verdict.approved_at = actor, timezone.now()
        work.detail = {"content_hash": content_hash}
    return verdict


def waive_evidence(verdict_id: UUID, *, actor: User, reason: str) -> Verdict:
    """Let a verdict be published without captured evidence, for a reason that readers see."""
    reason = checked(reason, field="reason", most=2000, required=True)
    with taking_verdict("waive_evidence", actor, verdict_id) as work:
        verdict = work.open_verdict()
        verdict.waiver_reason, verdict.waived_by = reason, actor
        work.to_verdict = verdict.state
        work.detail = {"reason": reason}
    return verdict


def revise(verdict_id: UUID, *, actor: User) -> Verdict:
    """Take an approved verdict back to a draft; its approval is void."""
    with taking_verdict("revise", actor, verdict_id) as work:
        _forget_submission(work.open_verdict())
        work.lease(actor)
    return work.open_verdict()


def publish(verdict_id: UUID, *, actor: User, content_hash: str | None = None) -> Publication:
    """Make an approved verdict public, in the place of the one that was live until now."""
    with taking_verdict("publish", actor, verdict_id) as work:
        verdict = work.open_verdict()
        _must_be_what_was_read(verdict, content_hash or verdict.content_hash)
        _supersede(work)
        verdict.published_by, verdict.published_at = actor, timezone.now()
        work.detail = {"content_hash": verdict.content_hash}
        work.last = lambda: publishing.publish(verdict, _kind_of(verdict))
    return Publication.objects.filter(verdict=verdict).latest()


def abandon(verdict_id: UUID, *, actor: User, reason: str = "") -> Verdict:
    """Give a revision up. What is published stays as it is."""
    reason = checked(reason, field="reason", most=1000)
    with taking_verdict("abandon", actor, verdict_id) as work:
        verdict = work.open_verdict()
        verdict.approved_by = verdict.approved_at = None
        if work.case.live_verdict is not None:
            work.to_claim = ClaimState.CHECKED
            publishing.mark_under_review(work.claim, is_under_review=False)
        elif work.claim.state == ClaimState.CHECKED:
            work.to_claim = ClaimState.QUEUED
        work.detail = {"reason": reason} if reason else {}
    return verdict


def content_now(verdict: Verdict) -> dict[str, Any]:
    """Return what a revision says, as JSON types, for showing beside a stale answer."""
    texts = {name: getattr(verdict, name) for name in (*TEXTS, *CHOICES)}
    return {**texts, "rating": verdict.rating.key if verdict.rating else None}


def _check_content(content: dict[str, Any]) -> None:
    unknown = set(content) - set(CONTENT)
    if unknown:
        raise TypeError(f"draft() does not take {', '.join(sorted(unknown))}")
    for name in TEXTS.keys() & content.keys():
        content[name] = checked(content[name], field=name, most=TEXTS[name])
    for name in CHOICES.keys() & content.keys():
        if content[name] and content[name] not in CHOICES[name]:
            raise Invalid(_("Choose one of the answers."), field=name)
    if content.get("media_original"):
        content["media_original"] = _address(content["media_original"], field="media_original")
    rating = content.get("rating")
    if rating is not None and (not isinstance(rating, Rating) or rating.retired_at):
        raise Invalid(_("Choose a rating that is in use."), field="rating")


def _address(url: str, *, field: str) -> str:
    try:
        return addresses.normal(url, field=field)
    except CannotTakeIn as error:
        raise Invalid(error.message, field=field) from error


def _new_revision(claim: Claim) -> Verdict:
    last = claim.verdicts.aggregate(last=Max("number"))["last"] or 0
    return Verdict(claim=claim, number=last + 1)


def _forget_submission(verdict: Verdict) -> None:
    """A text that changes is no longer the one that was handed in or approved."""
    verdict.document = verdict.content_hash = ""
    verdict.submitted_by = verdict.submitted_at = None
    verdict.approved_by = verdict.approved_at = None


def _must_be_what_was_read(verdict: Verdict, content_hash: str) -> None:
    """The hash that was read is the stored one, and still that of the desk's records."""
    if verdict.content_hash != content_hash:
        raise Outdated(
            _("A newer text was handed in while you were reading."),
            newer={"content_hash": verdict.content_hash, **content_now(verdict)},
        )
    now = content_of(verdict, cited_evidence(verdict))
    if _essence(now) != _essence(json.loads(verdict.document)):
        raise Outdated(
            _("The claim or its evidence changed after it was handed in. Return it."),
            newer={"content_hash": verdict.content_hash, **content_now(verdict)},
        )


def _essence(content: Document) -> Document:
    """A document without what may go on by itself: further captures, an article's particulars."""
    mentions = [{**item, "article": item["article"]["id"]} for item in content["mentions"]]
    evidence = [{**item, "captures": None} for item in content["evidence"]]
    return json.loads(canonical({**content, "mentions": mentions, "evidence": evidence}))


def _supersede(work: Work) -> None:
    live = work.case.live_verdict
    if live is None:
        return
    live.state, live.superseded_at = VerdictState.SUPERSEDED, timezone.now()
    live.save()
    record(
        "verdict.superseded",
        actor=work.actor,
        claim=work.claim,
        subject=f"verdict:{live.pk}",
        from_state=VerdictState.PUBLISHED,
        to_state=VerdictState.SUPERSEDED,
    )


def _kind_of(verdict: Verdict) -> str:
    if not verdict.is_correction():
        return Publication.Kind.PUBLISHED
    if verdict.correction_type == CorrectionType.TYPO:
        return Publication.Kind.CLERICAL
    return Publication.Kind.CORRECTED
