"""Several people at the same moment, with real threads and connections."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable

import pytest
from django.db import connection

from claims import audit, intake, publishing, workflow
from claims.errors import Refused
from claims.models import Claim, ClaimState, Event, Publication, Verdict, VerdictState
from claims.roles import EDITOR, FACT_CHECKER
from tests.claims.conftest import give_evidence, person, write_draft

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run each act in a thread of its own, all let go together; return results or refusals."""
    gate = threading.Barrier(len(acts))
    results: list[object] = [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            gate.wait()
            results[place] = act()
        except Refused as refused:
            results[place] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def done(results: list[object]) -> list[object]:
    return [result for result in results if not isinstance(result, Refused)]


class TestRaces:
    def test_one_of_four_approvers_approves(self, submitted):
        editors = [person(f"Editor{number}", EDITOR) for number in range(4)]

        results = at_once(
            *(
                lambda editor=editor: workflow.approve(
                    submitted.pk, actor=editor, content_hash=submitted.content_hash
                )
                for editor in editors
            )
        )

        assert len(done(results)) == 1
        verdict = Verdict.objects.get(pk=submitted.pk)
        assert verdict.state == VerdictState.APPROVED
        assert Event.objects.filter(kind="verdict.approved").count() == 1

    def test_one_of_two_publishers_publishes(self, approved, emil, edna):
        results = at_once(
            lambda: workflow.publish(approved.pk, actor=emil),
            lambda: workflow.publish(approved.pk, actor=edna),
        )

        assert len(done(results)) == 1
        assert Publication.objects.count() == 1
        assert Verdict.objects.live().count() == 1

    def test_one_of_eight_takes_a_claim(self, claim):
        people = [person(f"Checker{number}", FACT_CHECKER) for number in range(8)]

        results = at_once(
            *(lambda someone=someone: workflow.take(claim.pk, actor=someone) for someone in people)
        )

        assert len(done(results)) == 1
        taken = Claim.objects.get(pk=claim.pk)
        assert taken.state == ClaimState.IN_PROGRESS
        assert Event.objects.filter(kind="claim.taken").get().actor_id == taken.lease_by_id

    def test_an_edit_and_an_approval_never_both_count(self, submitted, rosa, emil):
        results = at_once(
            lambda: workflow.recall(submitted.pk, actor=rosa),
            lambda: workflow.approve(submitted.pk, actor=emil, content_hash=submitted.content_hash),
        )

        assert len(done(results)) == 1
        verdict = Verdict.objects.get(pk=submitted.pk)
        assert (verdict.state == VerdictState.DRAFT) == (verdict.approved_by is None)

    def test_first_drafts_at_once_leave_one_open_revision(self, taken, rosa):
        results = at_once(
            *(
                lambda number=number: workflow.draft(
                    taken.pk, actor=rosa, summary=f"Draft {number}"
                )
                for number in range(4)
            )
        )

        assert len(done(results)) == 4
        assert Verdict.objects.filter(claim=taken).count() == 1

    def test_publications_of_many_writers_have_no_gap(self, db, rosa, emil, dana):
        verdicts = [self.approved_claim(number, rosa, emil, dana) for number in range(8)]

        at_once(
            *(
                lambda verdict=verdict: workflow.publish(verdict.pk, actor=emil)
                for verdict in verdicts
            )
        )

        rows = list(Publication.objects.order_by("sequence"))
        assert [row.sequence for row in rows] == list(range(1, 9))
        times = [row.published_at for row in rows]
        assert times == sorted(set(times))
        assert list(audit.verify()) == []

    def approved_claim(self, number: int, rosa, emil, dana) -> Verdict:
        claim = intake.enter(None, actor=dana, text=f"Pier {number} is closed.")
        workflow.take(claim.pk, actor=rosa)
        give_evidence(claim, rosa)
        write_draft(claim, rosa)
        verdict = workflow.submit(claim.pk, actor=rosa)
        return workflow.approve(verdict.pk, actor=emil, content_hash=verdict.content_hash)


class TestNames:
    def test_a_claimant_renamed_while_a_fact_check_goes_out_is_public_by_the_new_name(
        self, approved, quill, emil, dana, monkeypatch
    ):
        is_renamed, goes_out = threading.Event(), publishing.publish

        def slowly(*arguments):
            at_work.set()
            is_renamed.wait(1)
            return goes_out(*arguments)

        def rename():
            at_work.wait(10)
            workflow.rename_claimant(quill.pk, actor=dana, name="Mara Quill-Ode")
            is_renamed.set()

        at_work = threading.Event()
        monkeypatch.setattr(publishing, "publish", slowly)
        results = at_once(lambda: workflow.publish(approved.pk, actor=emil), rename)

        assert len(done(results)) == 2
        public = json.loads(Publication.objects.latest().document)
        assert public["claimant"]["name"] == "Mara Quill-Ode"


class TestDuplicatesOfEachOther:
    """Whoever is later is told why not; nobody waits for somebody who waits for them."""

    @pytest.fixture
    def others(self, dana):
        texts = [f"Ferry traffic fell by {number} percent." for number in (1, 2)]
        return [intake.enter(None, actor=dana, text=text) for text in texts]

    def test_one_of_two_is_kept(self, claim, others, rosa, emil):
        for _turn in range(5):
            results = at_once(
                lambda: workflow.mark_duplicate(claim.pk, actor=rosa, of=others[0].pk),
                lambda: workflow.mark_duplicate(others[0].pk, actor=emil, of=claim.pk),
            )

            (merged,) = done(results)
            assert isinstance(merged, Claim)
            workflow.reopen(merged.pk, actor=emil)

    def test_of_three_in_a_circle_at_least_one_is_kept(self, claim, others, rosa, emil, pavel):
        ring = [claim, *others]
        results = at_once(
            *(
                lambda one=one, two=two, actor=actor: workflow.mark_duplicate(
                    one.pk, actor=actor, of=two.pk
                )
                for one, two, actor in zip(
                    ring, ring[1:] + ring[:1], (rosa, emil, pavel), strict=True
                )
            )
        )

        assert None not in results
        assert 1 <= len(done(results)) <= 2
        assert Claim.objects.filter(duplicate_of=None).exists()
        assert not Claim.objects.filter(duplicate_of__duplicate_of__isnull=False).exists()
