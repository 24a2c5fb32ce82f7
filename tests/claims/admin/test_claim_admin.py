"""Claims in the admin: everything is done by the verbs, for exactly who may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims import workflow
from claims.models import Claim, ClaimState, Event, Rating, VerdictState
from tests.claims.conftest import give_evidence

pytestmark = pytest.mark.django_db

LIST = "/admin/claims/claim/"


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def page(claim) -> str:
    return reverse("admin:claims_claim_change", args=[claim.pk])


def press(person, claim, verb: str, **answers):
    url = reverse("admin:claims_claim_verb", args=[claim.pk, verb])
    return client_of(person).post(url, answers, follow=True)


class TestList:
    @pytest.mark.parametrize("count", [3, 30])
    def test_costs_the_same_for_few_and_many(
        self, rosa, published, django_assert_max_num_queries, count
    ):
        for number in range(count):
            Claim.objects.create(text=f"Claim {number}", claimant=published.claim.claimant)
        client = client_of(rosa)

        with django_assert_max_num_queries(16):
            response = client.get(LIST)

        assert response.status_code == 200

    @pytest.mark.parametrize(
        "query",
        [
            "state__exact=queued", "verdict=published", "verdict=none", "rating=mostly-true",
            "worth=high", "worth=low", "mine=hand", "mine=assigned", "mine=written",
            "claimant=quill", "article=harbour", "language=en", "kind__exact=quantity",
            "q=ferry", "q=quill", "q=%00", "created_at__year=2026", "worth=nonsense",
        ],
    )  # fmt: skip
    def test_every_filter_answers(self, rosa, published, query):
        assert client_of(rosa).get(f"{LIST}?{query}").status_code == 200

    def test_finds_by_claimant_article_and_words(self, rosa, published, candidate):
        for query in (
            "claimant=quill",
            "article=harbour+council",
            "q=crossings",
            "rating=mostly-true",
        ):
            found = client_of(rosa).get(f"{LIST}?{query}").context["cl"].queryset
            assert list(found) == [published.claim], query

    def test_is_closed_to_strangers(self, otto, claim):
        assert Client().get(LIST).status_code == 302
        assert client_of(otto).get(page(claim), follow=False).status_code == 302


class TestPage:
    def test_offers_exactly_the_verbs_of_this_person(self, submitted, rosa, emil):
        claim = submitted.claim
        url = reverse("admin:claims_claim_verb", args=[claim.pk, "approve"])

        assert url not in client_of(rosa).get(page(claim)).content.decode()
        assert url in client_of(emil).get(page(claim)).content.decode()

    def test_shows_quote_evidence_verdict_and_trail(self, published, rhea):
        html = client_of(rhea).get(page(published.claim)).content.decode()

        assert "<mark>Ferry traffic fell from 1,200 crossings to 600 in five years</mark>" in html
        for words in ("Harbour log 2024", "604 crossings", "Mostly true", "Revision 1"):
            assert words in html

    def test_has_no_field_for_a_state(self, claim, dana):
        html = client_of(dana).get(page(claim)).content.decode()

        assert 'name="state"' not in html

    def test_costs_the_same_with_more_on_it(self, drafted, rosa, django_assert_max_num_queries):
        for number in range(5):
            give_evidence(drafted.claim, rosa, title=f"Log {number}")
        client = client_of(rosa)

        with django_assert_max_num_queries(45):
            client.get(page(drafted.claim))

    def test_hostile_text_stays_text(self, rosa, candidate):
        workflow.edit(
            candidate.pk, actor=rosa, text="<script>alert(1)</script> \u05e9\u05dc\u05d5\u05dd"
        )

        html = client_of(rosa).get(page(candidate)).content.decode()

        assert "<script>alert(1)" not in html

    def test_an_address_that_is_none_is_not_found(self, rosa):
        assert client_of(rosa).get(f"{LIST}nonsense/change/").status_code == 404


class TestBlindCheck:
    SECRETS = (b"The log shows the fall.", b"The harbour log counts", b"I say half true.")

    @pytest.fixture
    def asked(self, submitted, emil, rosa):
        workflow.comment(submitted.claim_id, actor=rosa, body="I say half true.")
        return workflow.ask_second(submitted.pk, actor=emil)

    def places(self, asked):
        verdict = asked.verdict
        return (
            reverse("admin:claims_claim_change", args=[verdict.claim_id]),
            reverse("admin:claims_verdict_change", args=[verdict.pk]),
            reverse("admin:claims_comment_changelist"),
        )

    def test_hides_the_first_answer_from_who_could_give_the_second(self, asked, pavel):
        for place in self.places(asked):
            page = client_of(pavel).get(place, follow=True).content
            assert not [secret for secret in self.SECRETS if secret in page], place

    def test_hides_it_from_no_author_and_no_editor(self, asked, rosa, emil):
        for person in (rosa, emil):
            assert self.SECRETS[0] in client_of(person).get(self.places(asked)[0]).content


class TestHelp:
    def test_shows_flags_twins_and_what_cites_nothing(self, submitted, emil):
        Claim.objects.create(text=f"{submitted.claim.text} again", state="queued")
        page = client_of(emil).get(reverse("admin:claims_claim_change", args=[submitted.claim_id]))

        assert b"All cited evidence comes from one source." in page.content
        assert b"tell_apart" in page.content


class TestVerbs:
    def test_carry_a_claim_to_the_public(self, claim, rosa, emil):
        press(rosa, claim, "take")
        give_evidence(claim, rosa)
        press(
            rosa, claim, "submit", said="confirmed", confidence="high", summary="It fell.",
            rationale="As logged [1].", rating=Rating.objects.get(key="true").pk,
        )  # fmt: skip
        verdict = claim.verdicts.get()
        assert verdict.state == VerdictState.SUBMITTED
        press(emil, claim, "approve", content_hash=verdict.content_hash)
        press(emil, claim, "publish", content_hash=verdict.content_hash)

        verdict.refresh_from_db()
        assert verdict.state == VerdictState.PUBLISHED

    def test_refusal_says_why_and_changes_nothing(self, submitted, rosa):
        before = Event.objects.count()

        response = press(rosa, submitted.claim, "approve", content_hash=submitted.content_hash)

        assert response.status_code == 403
        submitted.refresh_from_db()
        assert submitted.state == VerdictState.SUBMITTED
        assert Event.objects.count() == before

    def test_a_refused_draft_keeps_what_was_typed(self, drafted, rosa):
        response = press(
            rosa, drafted.claim, "draft", version=drafted.version - 1, summary="My own summary."
        )

        assert response.status_code == 409
        html = response.content.decode()
        assert "My own summary." in html
        assert "The log shows the fall." in html
        drafted.refresh_from_db()
        assert drafted.summary == "The log shows the fall."

    def test_needs_the_post_method(self, claim, rosa):
        url = reverse("admin:claims_claim_verb", args=[claim.pk, "take"])

        assert client_of(rosa).get(url).status_code == 302
        claim.refresh_from_db()
        assert claim.state == ClaimState.QUEUED

    def test_an_unknown_verb_is_not_found(self, claim, rosa):
        assert press(rosa, claim, "promote").status_code == 404


class TestBulk:
    def act(self, person, action: str, claims, **answers):
        data = {"action": action, "_selected_action": [claim.pk for claim in claims], **answers}
        return client_of(person).post(LIST, data, follow=True)

    def test_accepts_each_and_tells_of_refusals(self, rosa, candidate, published):
        response = self.act(rosa, "accept", [candidate, published.claim])

        candidate.refresh_from_db()
        assert candidate.state == ClaimState.QUEUED
        told = [str(message) for message in response.context["messages"]]
        assert any("1 claim: done" in line for line in told)
        assert any("cannot be done now" in line for line in told)

    def test_dismissing_asks_for_the_reason_once(self, rosa, candidate, claim):
        asked = self.act(rosa, "dismiss", [candidate, claim])
        assert asked.status_code == 200
        assert Event.objects.filter(kind="claim.dismissed").count() == 0

        self.act(rosa, "dismiss", [candidate, claim], apply="1", reason="opinion", note="")

        assert Event.objects.filter(kind="claim.dismissed").count() == 2

    def test_assigning_leaves_what_is_not_filled_in(self, emil, pavel, candidate, claim):
        until = timezone.now() + timedelta(days=2)
        Claim.objects.update(deadline=until, priority=2)
        empty = {"priority": "", "deadline": ""}

        self.act(emil, "assign", [candidate, claim], apply="1", assignee=pavel.pk, **empty)

        kept = set(Claim.objects.values_list("assignee", "deadline", "priority"))
        assert kept == {(pavel.pk, until, 2)}

    def test_offers_no_delete_and_nothing_to_a_reader(self, rhea, dana, claim):
        assert "delete_selected" not in client_of(dana).get(LIST).content.decode()
        self.act(rhea, "accept", [claim])

        claim.refresh_from_db()
        assert claim.state == ClaimState.QUEUED


class TestAdding:
    def test_enters_a_claim_by_hand(self, rosa):
        response = client_of(rosa).post(
            f"{LIST}add/", {"text": "The pier is long.", "kind": "state", "language": "en"}
        )

        assert response.status_code == 302
        claim = Claim.objects.get()
        assert (claim.state, claim.created_by) == (ClaimState.QUEUED, rosa)
        assert claim.events.get().kind == "claim.entered"


class TestScale:
    def test_keeps_its_numbers_once_something_was_published_by_it(self, dana, published):
        scale = published.rating.scale
        page = reverse("admin:claims_ratingscale_change", args=[scale.pk])

        assert b'name="best"' not in client_of(dana).get(page).content
        assert (
            b'name="best"' in client_of(dana).get(reverse("admin:claims_ratingscale_add")).content
        )


class TestClaimant:
    def test_a_change_that_is_refused_is_not_said_to_be_done(self, rosa, quill, published):
        page = reverse("admin:claims_claimant_change", args=[quill.pk])
        answers = {"name": "Mara Ode", "kind": "person", "role": "", "aliases": "", "same_as": ""}

        shown = client_of(rosa).post(page, answers, follow=True)

        told = [str(message) for message in shown.context["messages"]]
        assert told == ["Your role does not include this."]
        quill.refresh_from_db()
        assert quill.name == "Mara Quill"
