"""Carry the demo's claims through the real verbs, as its people would."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.auth.models import Group
from django.db.models import Q
from django.utils.text import slugify

from articles.intake import take_in
from articles.models import Snapshot, Source, Way
from claims import evidence, intake, workflow
from claims.accounts.models import User
from claims.demo.story import (
    ARTICLES,
    CASES,
    EVIDENCE,
    PASSWORD,
    PEOPLE,
    SIDES,
    TEXTS,
    Case,
    DemoArticle,
    Item,
)
from claims.models import (
    Claim,
    Claimant,
    ClaimState,
    Event,
    Mention,
    Rating,
    Reading,
    Side,
    Topic,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 180  # seconds for the worker to read everything

# How far each ending goes along the way to the public.
STAGES = ("queued", "taken", "drafted", "submitted", "approved", "published", "corrected")


class Interrupted(Exception):
    """The demo could not be told to its end; the text is a sentence."""


def tell() -> Iterator[str]:
    """Fill an empty desk; yield a line for each thing done. Safe to run again after a break."""
    people = {member.key: _person(member) for member in PEOPLE}
    yield f"{len(people)} people"
    snapshots = {article.file: _take_in(article, people["dana"]) for article in ARTICLES}
    yield f"{len(snapshots)} articles taken in"
    _wait_for_readings(list(snapshots.values()))
    yield f"{Claim.objects.count()} claims found by the worker"
    for case in CASES:
        claim = _find(case, snapshots[case.article], people["dana"])
        if _is_untouched(claim):
            _carry(case, claim, people)
        yield f"{case.ends}: {case.wording or case.phrase}"
    _take_sides(people["dana"])
    yield f"{len(SIDES)} sides named"


def _take_sides(actor: User) -> None:
    """Name the sides, and put claimants on them who are on none."""
    for key, name, members in SIDES:
        side, _created = Side.objects.get_or_create(key=key, defaults={"name": name})
        for claimant in Claimant.objects.filter(name__in=members, side=None):
            workflow.rename_claimant(claimant.pk, actor=actor, side=side)


def _person(member) -> User:
    user = User.objects.filter(email=member.email).first()
    if user is None:
        user = User.objects.create_user(member.email, PASSWORD, name=member.name, is_staff=True)
    user.groups.add(Group.objects.get(name=member.role))
    return user


def _take_in(article: DemoArticle, by: User) -> Snapshot:
    known = Snapshot.objects.filter(article__canonical_url=article.url).first()
    if known is not None:
        return known
    taken = take_in(
        (TEXTS / f"{article.file}.txt").read_text("utf-8"),
        way=Way.PASTE,
        by=by,
        url=article.url,
        headline=article.headline,
        published_at=datetime.fromisoformat(article.published),
        language_tag="en",
    )
    Source.objects.filter(pk=taken.article.source_id).update(name=article.outlet)
    return taken.snapshot


def _wait_for_readings(snapshots: list[Snapshot]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        readings = list(Reading.objects.filter(snapshot__in=snapshots))
        failed = [reading for reading in readings if reading.state == "failed"]
        if failed:
            raise Interrupted(f"An article could not be read: {failed[0].reason}")
        if readings and all(reading.state == "done" for reading in readings):
            return
        time.sleep(0.3)
    raise Interrupted(
        f"The worker did not read the articles within {PATIENCE} seconds. Is it running?"
    )


def _find(case: Case, snapshot: Snapshot, by: User) -> Claim:
    """The claim that the worker found at the phrase; entered by hand where it found none."""
    start = snapshot.text.index(case.phrase)
    end = start + len(case.phrase)
    overlapping = Mention.objects.filter(
        Q(snapshot=snapshot), Q(start__lt=end), Q(end__gt=start)
    ).order_by("-claim__worth", "start")
    for mention in overlapping.select_related("claim"):
        if case.phrase in mention.quote or mention.quote in case.phrase:
            return mention.claim
    return intake.enter(snapshot.pk, actor=by, text="", start=start, end=end)


def _is_untouched(claim: Claim) -> bool:
    return (
        not Event.objects.filter(claim=claim)
        .exclude(kind__in=("claim.found", "claim.entered"))
        .exists()
    )


def _carry(case: Case, claim: Claim, people: Mapping[str, User]) -> None:
    checker, editor = people[case.checker], people[case.editor]
    if case.ends == "dismissed":
        workflow.dismiss(claim.pk, actor=checker, reason=case.note)
        return
    if claim.state == ClaimState.CANDIDATE:
        workflow.accept(claim.pk, actor=checker)
    topics = [_topic(name) for name in case.topics]
    workflow.edit(claim.pk, actor=checker, text=case.wording or claim.text, topics=topics)
    reach = STAGES.index("submitted" if case.ends == "returned" else case.ends)
    for stage in STAGES[1 : reach + 1]:
        _STEPS[stage](case, claim, checker, editor)
    if case.ends == "returned":
        verdict = claim.verdicts.get()
        workflow.return_(verdict.pk, actor=editor, reason="evidence", note=case.note)


def _topic(name: str) -> Topic:
    topic, _created = Topic.objects.get_or_create(slug=slugify(name), defaults={"name": name})
    return topic


def _take(case: Case, claim: Claim, checker: User, _editor: User) -> None:
    workflow.take(claim.pk, actor=checker)
    for item in case.evidence:
        _add(item, claim, checker)


def _add(item: Item, claim: Claim, checker: User) -> None:
    evidence.add(
        claim.pk,
        actor=checker,
        title=item.title,
        kind=item.kind,
        stance=item.stance,
        publisher=item.publisher,
        quote=item.quote,
        independence="independent",
        file=evidence.UploadedCopy(item.file, (EVIDENCE / item.file).read_bytes(), "text/plain"),
    )


def _draft(case: Case, claim: Claim, checker: User, _editor: User) -> None:
    conclusion = case.conclusion
    assert conclusion is not None  # every case that goes this far has one
    workflow.draft(
        claim.pk,
        actor=checker,
        rating=Rating.objects.get(scale__is_current=True, key=conclusion.rating),
        said=conclusion.said,
        confidence=conclusion.confidence,
        summary=conclusion.summary,
        rationale=conclusion.rationale,
    )


def _submit(_case: Case, claim: Claim, checker: User, _editor: User) -> None:
    workflow.submit(claim.pk, actor=checker)


def _approve(_case: Case, claim: Claim, _checker: User, editor: User) -> None:
    verdict = claim.verdicts.open().get()
    workflow.approve(verdict.pk, actor=editor, content_hash=verdict.content_hash)


def _publish(_case: Case, claim: Claim, _checker: User, editor: User) -> None:
    workflow.publish(claim.verdicts.open().get().pk, actor=editor)


def _correct(case: Case, claim: Claim, checker: User, editor: User) -> None:
    workflow.start_correction(
        claim.pk, actor=editor, correction_type=case.more["type"], public_note=case.more["note"]
    )
    workflow.release(claim.pk, actor=editor)
    workflow.take(claim.pk, actor=checker)
    workflow.draft(
        claim.pk,
        actor=checker,
        rating=Rating.objects.get(scale__is_current=True, key=case.more["rating"]),
        rationale=case.more["rationale"],
    )
    verdict = workflow.submit(claim.pk, actor=checker)
    second = User.objects.get(email="emil@example.org")
    workflow.approve(verdict.pk, actor=second, content_hash=verdict.content_hash)
    workflow.publish(verdict.pk, actor=second)


_STEPS = {
    "taken": _take,
    "drafted": _draft,
    "submitted": _submit,
    "approved": _approve,
    "published": _publish,
    "corrected": _correct,
}
