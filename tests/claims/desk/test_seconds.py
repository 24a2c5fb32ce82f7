from __future__ import annotations

import pytest
from django.urls import reverse

from claims import workflow
from claims.models import Rating, SecondOpinion

LIST = reverse("desk:seconds")


@pytest.fixture
def asked(submitted, emil):
    return workflow.ask_second(submitted.pk, actor=emil)


def address(name, opinion):
    return reverse(f"desk:{name}", args=[opinion.pk])


def answers(key="false"):
    return {"rating": Rating.objects.get(key=key).pk, "said": "confirmed", "note": "As I read it."}


class TestBlindness:
    SECRETS = ("Mostly true", "The log shows the fall.", "The harbour log counts")

    def test_hides_the_first_verdict_from_who_could_answer(self, at_desk, pavel, asked, submitted):
        client = at_desk(pavel)
        workflow.comment(submitted.claim_id, actor=submitted.submitted_by, body="I say half true.")

        claim_page = client.get(reverse("desk:claim", args=[submitted.claim_id])).content.decode()
        second_page = client.get(address("second", asked)).content.decode()

        for secret in self.SECRETS[1:]:
            assert secret not in claim_page
            assert secret not in second_page
        assert "I say half true." not in claim_page
        assert 'data-value="4"' not in claim_page

    def test_shows_it_to_its_authors_and_to_editors(self, at_desk, rosa, emil, asked, submitted):
        page = reverse("desk:claim", args=[submitted.claim_id])

        for person in (rosa, emil):
            assert "The log shows the fall." in at_desk(person).get(page).content.decode()

    def test_ends_with_the_answer(self, at_desk, pavel, asked, submitted):
        client = at_desk(pavel)
        client.post(address("answer_second", asked), answers())

        page = client.get(reverse("desk:claim", args=[submitted.claim_id])).content.decode()

        assert "The log shows the fall." in page


class TestPages:
    def test_list_what_a_person_could_answer(self, at_desk, pavel, rosa, asked):
        assert b"data-row" in at_desk(pavel).get(LIST).content
        assert b"data-row" not in at_desk(rosa).get(LIST).content

    def test_take_an_answer_and_open_the_dispute(self, at_desk, pavel, edna, asked):
        at_desk(pavel).post(address("answer_second", asked), answers("false"))

        asked.refresh_from_db()
        assert (asked.checker, asked.rating.key, asked.settled_at) == (pavel, "false", None)
        assert b"To rule on" in at_desk(edna).get(LIST).content

    def test_show_an_editor_both_answers_and_take_the_ruling(self, at_desk, pavel, edna, asked):
        at_desk(pavel).post(address("answer_second", asked), answers("false"))
        client = at_desk(edna)

        page = client.get(address("second", asked)).content.decode()
        client.post(address("rule_second", asked), {"ruling": "second", "note": "Pavel is right."})

        assert "As I read it." in page
        assert "The log shows the fall." in page
        asked.refresh_from_db()
        assert (asked.ruling, asked.ruled_by) == ("second", edna)

    def test_let_a_check_go_for_a_reason(self, at_desk, edna, asked):
        client = at_desk(edna)

        assert client.post(address("rule_second", asked), {"note": ""}).status_code == 422
        client.post(address("rule_second", asked), {"note": "Nobody has the time."})

        asked.refresh_from_db()
        assert asked.ruling == "waived"

    def test_keep_a_refused_answer_as_it_was_typed(self, at_desk, pavel, asked):
        response = at_desk(pavel).post(
            address("answer_second", asked), {"note": "My long reasons.", "rating": ""}
        )

        assert response.status_code == 422
        assert b"My long reasons." in response.content
        asked.refresh_from_db()
        assert asked.answered_at is None

    def test_are_closed_to_authors_and_readers(self, at_desk, rosa, rhea, asked):
        assert at_desk(rosa).get(address("second", asked)).status_code == 403
        assert at_desk(rhea).get(LIST).status_code == 403

    def test_ask_for_a_check(self, at_desk, emil, submitted):
        at_desk(emil).post(reverse("desk:ask_second", args=[submitted.pk]))

        assert SecondOpinion.objects.get().cause == "asked"
