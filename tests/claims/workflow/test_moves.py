"""Whatever people do in whatever order, only the pairs of the state tables ever occur."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import audit, evidence, workflow
from claims.errors import Refused
from claims.models import Claim, Event, Publication, Rating, Verdict, VerdictState
from claims.models.claim import ClaimState
from claims.models.moves import CLAIM_MOVES, CLAIM_UNDO_MOVES, VERDICT_MOVES, pairs
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db

CAST = ("rosa", "pavel", "emil", "edna", "rhea", "otto", "root")


def save_draft(claim: Claim, actor) -> None:
    workflow.draft(
        claim.pk,
        actor=actor,
        rating=Rating.objects.get(key="false"),
        said="confirmed",
        confidence="low",
        summary="Short.",
        rationale="As counted [1].",
    )


def current(claim: Claim) -> Verdict:
    verdict = claim.verdicts.first()
    if verdict is None:
        raise Refused("no verdict")
    return verdict


ACTS = {
    "accept": lambda claim, actor: workflow.accept(claim.pk, actor=actor),
    "dismiss": lambda claim, actor: workflow.dismiss(claim.pk, actor=actor, reason="opinion"),
    "merge": lambda claim, actor: workflow.mark_duplicate(
        claim.pk, actor=actor, of=Claim.objects.exclude(pk=claim.pk).first().pk
    ),
    "reopen": lambda claim, actor: workflow.reopen(claim.pk, actor=actor),
    "undo": lambda claim, actor: workflow.undo(claim.pk, actor=actor),
    "take": lambda claim, actor: workflow.take(claim.pk, actor=actor),
    "take_over": lambda claim, actor: workflow.take_over(claim.pk, actor=actor, reason="Urgent."),
    "release": lambda claim, actor: workflow.release(claim.pk, actor=actor),
    "edit": lambda claim, actor: workflow.edit(claim.pk, actor=actor, text="Reworded."),
    "evidence": lambda claim, actor: give_evidence(claim, actor),
    "withdraw": lambda claim, actor: (
        evidence.withdraw(claim.evidence.last().pk, actor=actor, reason="Wrong page.")
        if claim.evidence.exists()
        else None
    ),
    "draft": save_draft,
    "submit": lambda claim, actor: workflow.submit(claim.pk, actor=actor),
    "recall": lambda claim, actor: workflow.recall(current(claim).pk, actor=actor),
    "return": lambda claim, actor: workflow.return_(
        current(claim).pk, actor=actor, reason="wording", note="Shorter."
    ),
    "approve": lambda claim, actor: workflow.approve(
        current(claim).pk, actor=actor, content_hash=current(claim).content_hash
    ),
    "revise": lambda claim, actor: workflow.revise(current(claim).pk, actor=actor),
    "publish": lambda claim, actor: workflow.publish(current(claim).pk, actor=actor),
    "abandon": lambda claim, actor: workflow.abandon(current(claim).pk, actor=actor),
    "correct": lambda claim, actor: workflow.start_correction(
        claim.pk, actor=actor, correction_type="verdict", public_note="Recounted."
    ),
    "ask_retraction": lambda claim, actor: workflow.request_retraction(
        claim.pk, actor=actor, reason="Forged."
    ),
    "retract": lambda claim, actor: workflow.confirm_retraction(claim.pk, actor=actor),
    "decline": lambda claim, actor: workflow.decline_retraction(claim.pk, actor=actor),
}
# Half of the steps follow the way to the public, so that the late states are reached as well.
WAY = [
    ("rosa", "accept"), ("rosa", "take"), ("rosa", "evidence"), ("rosa", "draft"),
    ("rosa", "submit"), ("emil", "approve"), ("emil", "publish"), ("emil", "correct"),
    ("emil", "submit"), ("edna", "approve"), ("edna", "publish"), ("emil", "ask_retraction"),
    ("edna", "retract"), ("rosa", "reopen"),
]  # fmt: skip

steps = st.lists(
    st.one_of(st.none(), st.tuples(st.sampled_from(CAST), st.sampled_from(sorted(ACTS)))),
    min_size=5,
    max_size=40,
)


def state_of(claim: Claim) -> tuple:
    verdicts = claim.verdicts.order_by("number")
    return (
        Claim.objects.values_list("state", flat=True).get(pk=claim.pk),
        tuple(verdicts.values_list("number", "state")),
        Event.objects.count(),
        Publication.objects.count(),
    )


class TestRandomSequences:
    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(steps=steps)
    def test_only_pairs_of_the_tables_occur(
        self, steps, candidate, claim, rosa, pavel, emil, edna, rhea, otto, root
    ):
        people = {user.name.lower(): user for user in (rosa, pavel, emil, edna, rhea, otto, root)}
        with transaction.atomic():
            way = iter(WAY)
            for step in steps:
                name, act = step or next(way, ("rosa", "take"))
                self.step(candidate, people[name], act)
            self.all_holds(candidate)
            transaction.set_rollback(True)

    def step(self, claim: Claim, actor, act: str) -> None:
        before = state_of(claim)
        try:
            with transaction.atomic():
                ACTS[act](claim, actor)
        except Refused:
            assert state_of(claim) == before, f"{act} was refused and changed something"

    def all_holds(self, claim: Claim) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        claim_pairs = {*pairs(CLAIM_MOVES), *pairs(CLAIM_UNDO_MOVES)}
        for event in Event.objects.filter(claim=claim).exclude(from_state=""):
            pair = (event.from_state, event.to_state)
            if event.subject.startswith("verdict:"):
                assert pair in pairs(VERDICT_MOVES) or pair == ("draft", "draft")
            elif pair[0] != pair[1]:
                assert pair in claim_pairs
        assert list(audit.verify()) == []
        assert list(audit.replay()) == []
        assert claim.verdicts.live().count() <= 1
        for verdict in claim.verdicts.exclude(approved_by=None):
            assert not verdict.is_by(verdict.approved_by)
        state = Claim.objects.get(pk=claim.pk).state
        if claim.verdicts.live().exists() or claim.verdicts.open().exists():
            assert state not in (ClaimState.DISMISSED, ClaimState.DUPLICATE)
        for verdict in claim.verdicts.filter(state=VerdictState.PUBLISHED):
            assert verdict.publications.exists()
