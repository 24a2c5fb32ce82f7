"""Which consumer still serves which state of a fact-check."""

from __future__ import annotations

import pytest

from claims import workflow
from claims.accounts import keys
from claims.accounts.models import Scope, ServiceKey
from claims.delivery import consumers, webhooks
from claims.models import Behind, Following, Pull
from tests.claims.clients import Api

pytestmark = pytest.mark.django_db
CLAIMS = "/api/v1/claims"


def seen(claim_id) -> dict[str, tuple[int, bool]]:
    return {row.consumer: (row.revision, row.is_current) for row in consumers.holding(claim_id)}


@pytest.fixture
def program(dana):
    """Make named programs: `program("Morning Post")`."""

    def make(name: str) -> Api:
        key = ServiceKey(name=name, scopes=[Scope.READ_PUBLISHED], created_by=dana)
        return Api(keys.issue(key))

    return make


@pytest.fixture
def correct(emil, edna):
    def make(claim_id) -> None:
        workflow.start_correction(
            claim_id, actor=emil, correction_type="verdict", public_note="Misread."
        )
        verdict = workflow.submit(claim_id, actor=emil)
        workflow.approve(verdict.pk, actor=edna, content_hash=verdict.content_hash)
        workflow.publish(verdict.pk, actor=emil)

    return make


class TestHolding:
    def test_tells_who_is_behind(self, program, published, correct):
        claim_id = published.claim_id
        one, listing, google = program("One"), program("List"), program("Google")
        one.get(f"{CLAIMS}/{claim_id}")
        listing.get(CLAIMS)
        google.get("/v1alpha1/claims:search", {"query": "ferry"})
        correct(claim_id)
        google.get("/v1alpha1/claims:search", {"query": "ferry"})

        assert seen(claim_id) == {"One": (1, False), "List": (1, False), "Google": (2, True)}

    def test_knows_who_followed_the_changes(self, program, published, correct, publish):
        api = program("Follower")
        token = api.get(CLAIMS).json()["next_updated_since"]
        publish("Another one.")
        answer = api.get(CLAIMS, {"updated_since": token}).json()
        correct(published.claim_id)
        assert seen(published.claim_id) == {"Follower": (1, False)}

        api.get(CLAIMS, {"updated_since": answer["next_updated_since"]})
        assert seen(published.claim_id) == {"Follower": (2, True)}

    def test_does_not_count_who_began_later(self, program, published, publish):
        api = program("Latecomer")
        token = Api().get(CLAIMS).json()["next_updated_since"]
        publish("Another one.")
        api.get(CLAIMS, {"updated_since": token})

        assert seen(published.claim_id) == {}

    def test_credits_no_gap_between_two_stretches(self, program, published, correct, publish):
        api, claim_id = program("Follower"), published.claim_id
        api.get(CLAIMS, {"updated_since": "2026-01-01T00:00:00Z"})
        correct(claim_id)
        missed = publish("Missed.").pk
        token = Api().get(CLAIMS).json()["next_updated_since"]
        publish("Another one.")

        api.get(CLAIMS, {"updated_since": token})

        assert seen(claim_id) == {"Follower": (1, False)}
        assert seen(missed) == {}
        assert Behind.objects.get().claim_id == claim_id

    def test_joins_stretches_that_touch(self, program, published, correct, publish):
        api, claim_id = program("Follower"), published.claim_id
        first = api.get(CLAIMS, {"updated_since": "2026-01-01T00:00:00Z"}).json()
        correct(claim_id)
        token = Api().get(CLAIMS).json()["next_updated_since"]
        publish("Another one.")
        api.get(CLAIMS, {"updated_since": token})
        assert Following.objects.count() == 2

        api.get(CLAIMS, {"updated_since": first["next_updated_since"]})

        assert Following.objects.count() == 1
        assert seen(claim_id) == {"Follower": (2, True)}
        assert not Behind.objects.exists()

    def test_a_publication_that_was_overtaken_is_no_gap(self, program, published, correct):
        api, claim_id = program("Follower"), published.claim_id
        first = api.get(CLAIMS, {"updated_since": "2026-01-01T00:00:00Z"}).json()
        correct(claim_id)
        correct(claim_id)

        api.get(CLAIMS, {"updated_since": first["next_updated_since"]})

        assert Following.objects.count() == 1
        assert seen(claim_id) == {"Follower": (3, True)}

    def test_takes_a_delivered_webhook_for_an_acknowledgement(
        self, endpoint, receiver, published, retract
    ):
        for delivery_id in webhooks.hand_out():
            webhooks.send(delivery_id)
        receiver.answers = [(500, {})]
        retract(published.claim_id)
        assert seen(published.claim_id) == {"Morning Post": (1, False)}
        for delivery_id in webhooks.hand_out():
            webhooks.send(delivery_id)

        (row,) = consumers.holding(published.claim_id)
        assert (row.kind, row.is_current, row.contact) == ("published", False, "desk@post.test")

    def test_a_410_tells_a_program_of_the_retraction(self, program, published, retract):
        api = program("One")
        api.get(f"{CLAIMS}/{published.claim_id}")
        retract(published.claim_id)
        api.get(f"{CLAIMS}/{published.claim_id}")

        (row,) = consumers.holding(published.claim_id)
        assert (row.kind, row.is_current) == ("retracted", True)

    def test_looks_at_the_past_do_not_count(self, program, published):
        api, at = program("Historian"), published.published_at
        api.get(f"{CLAIMS}/{published.claim_id}", {"as_of": "2999-01-01T00:00:00Z"})
        api.get(CLAIMS, {"as_of": at.isoformat()})

        assert seen(published.claim_id) == {}

    def test_a_repeated_look_writes_nothing(self, program, published):
        api = program("One")
        api.get(CLAIMS)
        before = Pull.objects.get().at
        api.get(CLAIMS)

        assert Pull.objects.get().at == before

    def test_readers_without_a_key_are_nobody(self, published):
        Api().get(CLAIMS)

        assert not Pull.objects.exists()

    def test_is_told_to_the_desk(self, program, published, correct, as_person, emil):
        program("One").get(f"{CLAIMS}/{published.claim_id}")
        correct(published.claim_id)

        told = as_person(emil).get(f"/api/v1/desk/claims/{published.claim_id}/consumers").json()

        assert told["behind"] == 1
        assert told["results"][0]["consumer"] == "One"
