"""A desk with a few weeks of work behind it, told by a seeded dice."""

from __future__ import annotations

import random
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from articles.intake import take_in
from articles.models import Way
from claims import roles, workflow
from claims.models import Claim, Claimant, Mention, Rating, Reading, Side, Topic
from claims.models.claim import DismissalReason
from claims.reports import making
from claims.reports.scope import Scope
from tests.claims.conftest import give_evidence, person, write_draft

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
SCOPE = Scope(date(2026, 3, 12), date(2026, 3, 22))
CAST = {
    "rosa": roles.FACT_CHECKER,
    "pavel": roles.FACT_CHECKER,
    "emil": roles.EDITOR,
    "edna": roles.EDITOR,
    "dana": roles.DESK_MANAGER,
    "rhea": roles.READER,
    "otto": "",
}
OUTLETS = ["harbour.example", "ridge.example"]


@pytest.fixture
def at_desk():
    """Return a client that is logged in as a person."""

    def logged_in(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return logged_in


@pytest.fixture
def scope() -> Scope:
    return SCOPE


@pytest.fixture
def told(rosa, pavel, emil, edna, dana):
    """Return a function that tells three weeks of a desk from a seed."""

    def tell(seed: int, claims: int = 14) -> None:
        Story(random.Random(seed), rosa, pavel, emil, edna, dana).tell(claims)

    return tell


def made(kind: str, scope: Scope, person) -> bytes:
    """Return a file of a whole report, as the worker makes it."""
    file = making.ask(kind, scope, actor=person)
    assert making.make(file.pk)
    file.refresh_from_db()
    return bytes(file.content)


@contextmanager
def telling(blocker, seed: int, claims: int = 14):
    """Tell a desk once for all tests of a module, and take it back after the last.

    A test's own changes are rolled back to the told desk. Yields the cast by first name.
    """
    with blocker.unblock(), transaction.atomic():
        cast = {name: person(name.capitalize(), role) for name, role in CAST.items()}
        Story(random.Random(seed), *list(cast.values())[:5]).tell(claims)
        try:
            yield SimpleNamespace(**cast)
        finally:
            transaction.set_rollback(True)


class Story:
    """Claims that arrive, are decided on, checked, returned, published, corrected, retracted."""

    def __init__(self, dice, rosa, pavel, emil, edna, dana):
        self.dice = dice
        self.checkers = [rosa, pavel]
        self.emil, self.edna, self.dana = emil, edna, dana
        self.now = DAY

    def tell(self, claims: int) -> None:
        self.topics = [Topic.objects.create(name=name, slug=name) for name in ("ports", "roads")]
        council = Side.objects.create(key="council", name="The council")
        Side.objects.create(key="ridge", name="The ridge")
        self.people = [
            Claimant.objects.create(name="Mara Quill", side=council),
            Claimant.objects.create(name="Jon Reed"),
        ]
        self.ratings = list(Rating.objects.filter(retired_at=None, scale__is_current=True))
        self.articles = [self.article(host, number) for host in OUTLETS for number in range(2)]
        for number in range(claims):
            self.one(number)

    def article(self, host: str, number: int):
        text = f"Article {number} of {host}. " + "The quay was rebuilt twice last year. " * 40
        with time_machine.travel(DAY, tick=False):
            return take_in(text, way=Way.API, url=f"https://{host}/{number}").snapshot

    def at(self, hours: float):
        """Move the clock on by up to so many hours."""
        self.now += timedelta(hours=self.dice.uniform(0.1, hours))
        return time_machine.travel(self.now, tick=False)

    def one(self, number: int) -> None:
        with self.at(30):
            claim = self.arrive(number)
        if self.dice.random() < 0.15:
            return
        with self.at(40):
            if self.dice.random() < 0.25:
                workflow.dismiss(
                    claim.pk, actor=self.dana, reason=self.dice.choice(DismissalReason.values),
                    note="Not for us.",
                )  # fmt: skip
                return
            if claim.state == "candidate":
                workflow.accept(claim.pk, actor=self.dana)
        if self.dice.random() < 0.85:
            self.check(claim)

    def arrive(self, number: int) -> Claim:
        claim = Claim.objects.create(
            text=f"The quay was rebuilt {number} times.",
            claimant=self.dice.choice([*self.people, None]),
            state=self.dice.choice(["candidate", "queued"]),
            reasons=self.dice.choice([[], ["figure"], ["figure", "named"]]),
        )
        claim.topics.set(self.dice.sample(self.topics, self.dice.randrange(3)))
        for _ in range(self.dice.randrange(4)):
            self.mention(claim)
        return claim

    def mention(self, claim: Claim) -> None:
        snapshot = self.dice.choice(self.articles)
        reading = snapshot.readings.first() or Reading.objects.create(snapshot=snapshot)
        taken = snapshot.mentions.count()
        start = 10 + taken
        Mention.objects.create(
            claim=claim, snapshot=snapshot, reading=reading, start=start, end=start + 5,
            quote=snapshot.text[start : start + 5], sentence_start=0, sentence_end=40,
        )  # fmt: skip

    def check(self, claim: Claim) -> None:
        checker = self.dice.choice(self.checkers)
        with self.at(60):
            workflow.take(claim.pk, actor=checker)
            for _ in range(self.dice.randrange(1, 4)):
                give_evidence(claim, checker, kind=self.dice.choice(["primary", "news"]))
        if self.dice.random() < 0.1:
            return
        verdict = self.hand_in(claim, checker)
        if self.dice.random() < 0.3:
            with self.at(10):
                workflow.return_(
                    verdict.pk, actor=self.emil, note="More.",
                    reason=self.dice.choice(["evidence", "wording"]),
                )  # fmt: skip
                workflow.take(claim.pk, actor=checker)
            verdict = self.hand_in(claim, checker)
        if self.dice.random() < 0.85:
            self.publish(verdict, self.emil)
            self.afterwards(claim)

    def hand_in(self, claim: Claim, checker):
        with self.at(0.4):
            rating = self.dice.choice(self.ratings)
            number = len(self.ratings) + self.dice.randrange(1000)
            rationale = f"The log counts {number} crossings [1]."
            write_draft(claim, checker, rating=rating, rationale=rationale)
            return workflow.submit(claim.pk, actor=checker)

    def publish(self, verdict, editor) -> None:
        with self.at(30):
            verdict = workflow.approve(verdict.pk, actor=editor, content_hash=verdict.content_hash)
        with self.at(5):
            workflow.publish(verdict.pk, actor=self.emil)

    def afterwards(self, claim: Claim) -> None:
        fate = self.dice.random()
        if fate < 0.35:
            with self.at(30):
                self.mention(claim)
        elif fate < 0.65:
            with self.at(60):
                workflow.start_correction(
                    claim.pk, actor=self.emil,
                    correction_type=self.dice.choice(["evidence", "verdict"]),
                    public_note="A number was wrong.",
                )  # fmt: skip
            self.publish(self.hand_in(claim, self.emil), self.edna)
        elif fate < 0.8:
            with self.at(20):
                workflow.request_retraction(claim.pk, actor=self.emil, reason="Not sound.")
                workflow.confirm_retraction(claim.pk, actor=self.edna)
