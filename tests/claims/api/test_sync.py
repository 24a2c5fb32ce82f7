"""Following changes misses nothing, also while many publish at once."""

from __future__ import annotations

import json
import random
import threading
import time
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from claims import publishing, workflow
from claims.models import Claim, Publication, Verdict
from tests.claims.clients import Api

CLAIMS = "/api/v1/claims"
LONG_AGO = "2026-01-01T00:00:00Z"


def page(api: Api, address: str, query: dict | None = None) -> dict:
    response = api.get(address, query)
    assert response.status_code == 200, response.content
    return response.json()


@pytest.mark.django_db
class TestChanges:
    @pytest.fixture
    def recent(self, settings):
        """A horizon that lies before LONG_AGO, whenever the tests run."""
        settings.SYNC_HORIZON_DAYS = 9000

    def test_come_in_the_order_in_which_they_happened(self, anyone, publish, retract, recent):
        first, second = publish("The pier is open."), publish("The pier is shut.")
        retract(first.pk)

        rows = page(anyone, CLAIMS, {"updated_since": LONG_AGO})["results"]

        assert [(row["id"], row["deleted"]) for row in rows] == [
            (str(second.pk), False), (str(first.pk), True),
        ]  # fmt: skip
        assert rows[1]["reason"] == "The log was forged."
        assert [row["sequence"] for row in rows] == [2, 3]
        assert rows[0]["updated_at"] < rows[1]["updated_at"]

    def test_include_the_moment_itself_to_the_microsecond(self, anyone, publish):
        publish("The pier is open.")
        second = publish("The pier is shut.")
        at = Publication.objects.get(claim=second).published_at

        def since(moment):
            rows = page(anyone, CLAIMS, {"updated_since": moment.isoformat()})["results"]
            return [row["id"] for row in rows]

        assert since(at) == [str(second.pk)]
        assert since(at + timedelta(microseconds=1)) == []

    def test_go_on_from_the_token_of_the_last_page(self, anyone, publish, recent):
        made = [str(publish(f"Statement {number}.").pk) for number in range(3)]
        first = page(anyone, CLAIMS, {"updated_since": LONG_AGO, "page_size": 2})
        last = page(anyone, first["next"])
        empty = page(anyone, CLAIMS, {"updated_since": last["next_updated_since"]})
        made.append(str(publish("One more.").pk))
        more = page(anyone, CLAIMS, {"updated_since": empty["next_updated_since"]})

        assert first["next_updated_since"] is None
        rows = first["results"] + last["results"] + empty["results"] + more["results"]
        assert [row["id"] for row in rows] == made

    def test_go_on_from_the_end_of_the_whole_list(self, anyone, publish):
        publish("Statement 1."), publish("Statement 2.")
        first = page(anyone, CLAIMS, {"page_size": 1})
        later = publish("Published while the list was read.")
        last = page(anyone, first["next"])

        changes = page(anyone, CLAIMS, {"updated_since": last["next_updated_since"]})

        assert [row["id"] for row in changes["results"]] == [str(later.pk)]

    def test_tell_a_claim_once_with_its_newest_state(self, anyone, published, emil, edna, recent):
        workflow.start_correction(
            published.claim_id, actor=emil, correction_type="typo", public_note="A slip."
        )
        second = workflow.submit(published.claim_id, actor=emil)
        workflow.approve(second.pk, actor=edna, content_hash=second.content_hash)
        workflow.publish(second.pk, actor=emil)

        rows = page(anyone, CLAIMS, {"updated_since": LONG_AGO})["results"]

        assert [row["revision"] for row in rows] == [2]


@pytest.mark.django_db
class TestHorizon:
    def test_a_time_behind_it_asks_to_start_again(self, anyone, published):
        behind = (timezone.now() - timedelta(days=401)).isoformat()
        response = anyone.get(CLAIMS, {"updated_since": behind})

        problem = response.json()
        assert (response.status_code, problem["code"]) == (410, "resync_required")
        assert problem["type"].endswith("/resync-required")
        assert problem["start_again"].endswith("/api/v1/claims")
        assert problem["horizon"] > behind

    def test_a_token_behind_it_asks_to_start_again(self, anyone, published):
        token = page(anyone, CLAIMS)["next_updated_since"]
        with time_machine.travel(timezone.now() + timedelta(days=399)):
            assert anyone.get(CLAIMS, {"updated_since": token}).status_code == 200
        with time_machine.travel(timezone.now() + timedelta(days=401)):
            assert anyone.get(CLAIMS, {"updated_since": token}).status_code == 410

    def test_a_token_from_before_the_first_publication_holds(self, anyone):
        token = page(anyone, CLAIMS)["next_updated_since"]

        assert page(anyone, CLAIMS, {"updated_since": token})["results"] == []

    @pytest.mark.parametrize(
        "token", ["abc", "WyJzeW5jIiwiMSJd", "WyJzeW5jIiwtMV0", "W10==", "2026-11-20T09:30:00"]
    )
    def test_what_is_no_token_is_refused_with_what_is_one(self, anyone, token):
        response = anyone.get(CLAIMS, {"updated_since": token})

        assert response.status_code == 400
        assert "a time with its offset" in response.json()["errors"][0]["detail"]


class Follower:
    """A client that follows changes until it is told to stop, and once more after that."""

    def __init__(self) -> None:
        self.known: dict[str, dict] = {}
        self.sequences: list[int] = []
        self.since = (timezone.now() - timedelta(minutes=5)).isoformat()

    def follow(self, over: threading.Event) -> None:
        try:
            while True:
                was_over = over.is_set()
                self.look()
                if was_over:
                    return
        finally:
            connection.close()

    def look(self) -> None:
        answer = page(Api(), CLAIMS, {"updated_since": self.since, "page_size": 7})
        while True:
            for row in answer["results"]:
                self.sequences.append(row["sequence"])
                self.keep(row)
            if answer["next"] is None:
                break
            answer = page(Api(), answer["next"])
        self.since = self.place(answer)

    def keep(self, row: dict) -> None:
        known = self.known.get(row["id"])
        if known is None or known["updated_at"] <= row["updated_at"]:
            self.known[row["id"]] = row

    def place(self, answer: dict) -> str:
        return answer["next_updated_since"]


class FollowerByTime(Follower):
    """Keeps the last `updated_at` verbatim instead of the token."""

    def place(self, answer: dict) -> str:
        newest = max((row["updated_at"] for row in self.known.values()), default=self.since)
        return newest


@pytest.mark.django_db(transaction=True)
class TestManyAtOnce:
    WRITERS, EACH = 16, 5

    def test_nothing_is_missed_and_nothing_out_of_order(self, published, settings):
        settings.API_RATE_ANONYMOUS = 100_000
        content = json.loads(published.document)
        claims = Claim.objects.bulk_create(
            Claim(text=f"Statement {number}.") for number in range(self.WRITERS * self.EACH)
        )
        verdicts = Verdict.objects.bulk_create(Verdict(claim=claim, number=1) for claim in claims)
        over, followers = threading.Event(), [Follower(), FollowerByTime()]
        readers = [threading.Thread(target=one.follow, args=[over]) for one in followers]
        writers = [
            threading.Thread(target=self.write, args=[verdicts[number :: self.WRITERS], content])
            for number in range(self.WRITERS)
        ]
        for thread in [*readers, *writers]:
            thread.start()
        for thread in writers:
            thread.join()
        over.set()
        for thread in readers:
            thread.join()

        truth = {
            str(row.claim_id): json.loads(row.document)
            for row in Publication.objects.order_by("sequence")
        }
        assert len(truth) == self.WRITERS * self.EACH + 1
        for follower in followers:
            assert follower.known == truth
            assert any(row["deleted"] for row in follower.known.values())
        by_token = followers[0].sequences
        assert by_token == sorted(set(by_token))

    def write(self, verdicts: list[Verdict], content: dict) -> None:
        """Publish each, then publish again or retract, with pauses inside the transactions."""
        dice = random.Random(str(verdicts[0].pk))
        try:
            for verdict in verdicts:
                claim = {**content["claim"], "id": str(verdict.claim_id)}
                verdict.document = json.dumps({**content, "claim": claim})
                for turn in range(2):
                    with transaction.atomic():
                        time.sleep(dice.random() / 50)
                        if turn and dice.random() < 0.5:
                            publishing.retract(verdict, reason="Wrong after all.")
                        else:
                            publishing.publish(verdict, "published")
                        time.sleep(dice.random() / 100)
        finally:
            connection.close()
