from __future__ import annotations

import pytest

from claims import audit, workflow
from claims.models import Event, Rating
from claims.workbench.earlier import PUBLIC, Comparison
from tests.claims.conftest import give_evidence, write_draft

pytestmark = pytest.mark.django_db


def compared(verdict, actor, asked="") -> Comparison:
    verdict = verdict.claim.verdicts.get(pk=verdict.pk)
    verdicts = list(verdict.claim.verdicts.order_by("-number"))
    return Comparison(verdict, verdicts, actor, asked=asked)


def texts(verdict, actor, asked="") -> dict[str, str]:
    """What changed, by its label: the way from one text to the other in one line."""
    signs = {"added": "+{}", "removed": "-{}", "same": "{}"}
    return {
        change.label: "".join(signs[part.kind].format(part.text) for part in change.parts)
        for change in compared(verdict, actor, asked).changes
    }


@pytest.fixture
def again(submitted, emil, rosa):
    """A verdict that Emil returned and Rosa handed in anew, with another summary."""
    workflow.return_(submitted.pk, actor=emil, reason="wording", note="Say more.")
    workflow.take(submitted.claim_id, actor=rosa)
    write_draft(submitted.claim, rosa, summary="The log shows the rise.")
    return workflow.submit(submitted.claim_id, actor=rosa)


class TestTexts:
    def test_are_none_for_what_was_never_handed_in(self, drafted, rosa):
        found = compared(drafted, rosa)

        assert (found.texts, found.chosen, found.changes) == ([], None, [])

    def test_are_none_for_a_first_submission(self, submitted, emil):
        assert compared(submitted, emil).texts == []

    def test_name_who_returned_them(self, again, emil, edna):
        assert [text.label.split(",")[0] for text in compared(again, emil).texts] == [
            "the text you returned"
        ]
        assert [text.label.split(",")[0] for text in compared(again, edna).texts] == [
            "the text Emil returned"
        ]

    def test_include_what_an_author_took_back(self, submitted, rosa, emil):
        workflow.recall(submitted.pk, actor=rosa)
        write_draft(submitted.claim, rosa, summary="The log shows the rise.")
        workflow.submit(submitted.claim_id, actor=rosa)

        labels = [text.label for text in compared(submitted, emil).texts]

        assert [label.split(",")[0] for label in labels] == ["the text Rosa handed in"]

    def test_start_anew_with_each_publication(self, again, emil):
        workflow.approve(again.pk, actor=emil, content_hash=again.content_hash)
        workflow.publish(again.pk, actor=emil)
        workflow.start_correction(again.claim_id, actor=emil, correction_type="verdict")
        verdict = workflow.draft(again.claim_id, actor=emil, summary="The log shows a rise.")

        assert [text.key for text in compared(verdict, emil).texts] == [PUBLIC]

    def test_leave_out_what_was_erased(self, again, emil, dana):
        event = Event.objects.filter(kind="verdict.submitted").earliest("id")

        audit.erase(event.pk, actor=dana, reason="A private address.")

        assert compared(again, emil).texts == []


class TestChoice:
    @pytest.fixture
    def corrected(self, published, dana, edna, emil):
        """A correction by Dana: Edna returned the first text, Emil the second, a third is in."""
        claim = published.claim
        workflow.start_correction(claim.pk, actor=dana, correction_type="verdict")
        for number, editor in enumerate([edna, emil, None], start=1):
            write_draft(claim, dana, summary=f"Text {number}.", public_note="It was wrong.")
            verdict = workflow.submit(claim.pk, actor=dana)
            if editor is not None:
                workflow.return_(verdict.pk, actor=editor, reason="wording", note="Again.")
                workflow.take(claim.pk, actor=dana)
        return verdict

    def test_is_what_this_person_returned(self, corrected, edna, emil):
        assert texts(corrected, edna)["Summary"] == "Text -1+3."
        assert texts(corrected, emil)["Summary"] == "Text -2+3."

    def test_is_the_public_text_for_who_returned_none(self, corrected, pavel):
        assert compared(corrected, pavel).chosen.key == PUBLIC
        assert texts(corrected, pavel)["Summary"] == "-The log shows the fall+Text 3."

    def test_is_the_last_one_handed_in_where_nothing_is_public(self, again, pavel):
        assert texts(again, pavel) == {"Summary": "The log shows the -fall+rise."}

    def test_follows_what_was_asked_for(self, corrected, emil):
        newest, oldest, public = compared(corrected, emil).texts

        assert texts(corrected, emil, asked=oldest.key)["Summary"] == "Text -1+3."
        assert compared(corrected, emil, asked=public.key).chosen.key == PUBLIC
        assert compared(corrected, emil, asked="nothing").chosen == newest


class TestChanges:
    def test_take_an_answer_as_a_whole(self, published, emil):
        workflow.start_correction(published.claim_id, actor=emil, correction_type="verdict")
        verdict = workflow.draft(
            published.claim_id, actor=emil, rating=Rating.objects.get(key="mostly-false")
        )

        assert texts(verdict, emil)["Rating"] == "-Mostly true +Mostly false"

    def test_tell_of_evidence_that_came(self, submitted, emil, rosa):
        workflow.return_(submitted.pk, actor=emil, reason="evidence", note="One more, please.")
        workflow.take(submitted.claim_id, actor=rosa)
        give_evidence(submitted.claim, rosa, title="Coast guard register")
        write_draft(submitted.claim, rosa, rationale="The harbour log counts 604 crossings [1][2].")
        verdict = workflow.submit(submitted.claim_id, actor=rosa)

        found = texts(verdict, emil)

        assert list(found) == ["Rationale", "Evidence [2]"]
        assert found["Evidence [2]"].startswith("+Coast guard register")

    def test_tell_of_another_wording_of_the_claim(self, submitted, emil, rosa):
        workflow.return_(submitted.pk, actor=emil, reason="wording", note="Say it alone.")
        workflow.take(submitted.claim_id, actor=rosa)
        workflow.edit(submitted.claim_id, actor=rosa, text="Ferry crossings halved.")
        write_draft(submitted.claim, rosa)
        verdict = workflow.submit(submitted.claim_id, actor=rosa)

        assert list(texts(verdict, emil)) == ["The claim"]

    def test_of_a_draft_are_told_as_it_stands(self, submitted, emil, rosa):
        workflow.return_(submitted.pk, actor=emil, reason="wording", note="Say more.")
        workflow.take(submitted.claim_id, actor=rosa)
        assert texts(submitted, rosa) == {}

        verdict = write_draft(submitted.claim, rosa, confidence="low")

        assert texts(verdict, rosa) == {"Confidence": "-High +Low"}
