from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.desk.bulk import MOST
from claims.models import Claim, ClaimState, Event, SavedFilter

QUEUE = reverse("desk:queue")
BULK = reverse("desk:bulk")
SAVE = reverse("desk:save_filter")


@pytest.fixture
def candidates(db):
    return [Claim.objects.create(text=f"Candidate {number}") for number in range(4)]


class TestBulk:
    def test_does_one_verb_on_each_with_an_event_of_its_own(self, at_desk, rosa, candidates):
        ids = [claim.pk for claim in candidates[:3]]

        at_desk(rosa).post(BULK, {"verb": "accept", "claim": ids})

        assert Claim.objects.filter(state=ClaimState.QUEUED).count() == 3
        assert Event.objects.filter(kind="claim.accepted").count() == 3

    def test_dismisses_for_one_reason(self, at_desk, rosa, candidates):
        ids = [claim.pk for claim in candidates]

        at_desk(rosa).post(BULK, {"verb": "dismiss", "claim": ids, "reason": "opinion"})

        assert set(Claim.objects.values_list("dismissal_reason", flat=True)) == {"opinion"}

    def test_tells_what_became_of_each(self, at_desk, pavel, taken, candidates):
        ids = [taken.pk, candidates[0].pk]

        response = at_desk(pavel).post(BULK, {"verb": "dismiss", "claim": ids, "reason": "trivial"})

        page = response.content.decode()
        assert "Rosa has this claim in hand." in page
        assert page.count("data-row") == 2
        taken.refresh_from_db()
        candidates[0].refresh_from_db()
        assert (taken.state, candidates[0].state) == ("in_progress", "dismissed")

    def test_changes_nothing_without_a_reason(self, at_desk, rosa, candidates):
        response = at_desk(rosa).post(BULK, {"verb": "dismiss", "claim": candidates[0].pk})

        assert response.status_code == 409
        assert not Event.objects.exists()

    @pytest.mark.parametrize("answers", [{"verb": "accept"}, {"verb": "delete"}, {}])
    def test_needs_a_verb_and_claims(self, at_desk, rosa, candidates, answers):
        response = at_desk(rosa).post(BULK, answers, follow=True)

        assert "Choose the claims first." in response.content.decode()
        assert not Event.objects.exists()

    def test_refuses_who_may_not(self, at_desk, rhea, candidates):
        ids = [claim.pk for claim in candidates]

        at_desk(rhea).post(BULK, {"verb": "accept", "claim": ids})

        assert not Event.objects.exists()
        assert b'name="claim"' not in at_desk(rhea).get(QUEUE, {"state": "candidate"}).content

    def test_takes_no_more_than_a_person_can_have_seen(self, at_desk, rosa, candidates):
        ids = [candidates[0].pk] * (MOST + 1)

        at_desk(rosa).post(BULK, {"verb": "accept", "claim": ids})

        assert not Event.objects.exists()

    def test_assigns(self, at_desk, emil, pavel, candidates):
        ids = [claim.pk for claim in candidates]

        at_desk(emil).post(BULK, {"verb": "assign", "claim": ids, "assignee": pavel.pk})

        assert set(Claim.objects.values_list("assignee", flat=True)) == {pavel.pk}

    def test_assigning_leaves_the_deadline_of_each(self, at_desk, emil, pavel, candidates):
        until = timezone.now() + timedelta(days=2)
        Claim.objects.update(deadline=until, priority=2)
        ids = [claim.pk for claim in candidates]

        at_desk(emil).post(BULK, {"verb": "assign", "claim": ids, "assignee": pavel.pk})

        kept = set(Claim.objects.values_list("assignee", "deadline", "priority"))
        assert kept == {(pavel.pk, until, 2)}


class TestKeptLists:
    def keep(self, client, name="Figures", query="state=queued&kind=quantity", **more):
        return client.post(SAVE, {"name": name, "query": query, **more})

    def test_are_kept_under_a_name(self, at_desk, rosa):
        client = at_desk(rosa)

        self.keep(client)

        kept = SavedFilter.objects.get()
        assert (kept.name, kept.query) == ("Figures", "state=queued&kind=quantity")
        assert b"?state=queued&amp;kind=quantity" in client.get(QUEUE).content

    def test_replace_an_older_one_of_the_same_name(self, at_desk, rosa):
        client = at_desk(rosa)
        self.keep(client)
        self.keep(client, query="state=all")

        assert SavedFilter.objects.get().query == "state=all"

    def test_keep_only_what_the_queue_knows(self, at_desk, rosa):
        self.keep(at_desk(rosa), query="state=queued&next=//evil.example&from=abc&kind=nonsense")

        assert SavedFilter.objects.get().query == "state=queued"

    def test_are_seen_by_others_only_when_shared(self, at_desk, rosa, pavel):
        self.keep(at_desk(rosa), name="Mine alone")
        self.keep(at_desk(rosa), name="For all of us", is_shared="on")

        page = at_desk(pavel).get(QUEUE).content

        assert b"For all of us" in page
        assert b"Mine alone" not in page

    def test_are_forgotten_by_their_owner_alone(self, at_desk, rosa, pavel):
        self.keep(at_desk(rosa), is_shared="on")
        address = reverse("desk:drop_filter", args=[SavedFilter.objects.get().pk])

        assert at_desk(pavel).post(address).status_code == 404
        assert SavedFilter.objects.exists()
        at_desk(rosa).post(address)
        assert not SavedFilter.objects.exists()

    def test_need_a_name(self, at_desk, rosa):
        self.keep(at_desk(rosa), name="   ")

        assert not SavedFilter.objects.exists()
