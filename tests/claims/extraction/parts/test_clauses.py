"""Which parts of a sentence are claims of their own, and which belong together."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

from .parted import by, texts


@pytest.mark.usefixtures("model")
def test_what_completes_a_statement_behind_its_source_is_part_of_it():
    (claim,) = find_claims(
        "There was no rule for tugs, Ada Holm said, “written or unwritten”.", "en"
    )

    assert len(claim.segments) == 2


@pytest.mark.usefixtures("tagged")
class TestSubjects:
    def test_two_things_that_are_spent_on_are_one_subject(self):
        text = "Spending on boats and berths rose by 4%"

        assert texts(text + ".") == [text]

    def test_a_form_in_ing_may_be_the_subject_of_its_own_verb(self):
        text = "Outlays on boats fell by 4%, and spending on berths dropped by 9%."

        assert [claim.proposed for claim in find_claims(text)][-1] == (
            "Spending on berths dropped by 9%."
        )

    def test_a_list_of_what_a_thing_is_has_one_subject(self):
        text = "The ferry is 11 metres long, was built in 1968 and last year carried 90 guests."

        assert [claim.proposed for claim in find_claims(text)] == [
            "The ferry is 11 metres long.",
            "The ferry was built in 1968.",
            "The ferry last year carried 90 guests.",
        ]

    def test_a_name_and_its_description_wait_for_their_verb(self):
        text = "Varn Water, the firm that runs the works, discharged into the Wen on 214 days"

        assert texts(text + ".") == [text]

    def test_names_with_ages_are_one_list(self):
        text = "She freed Ann Orr, 58, Mia Dane, 49, and Paul Lind, 61, on 11 counts"

        assert texts(text + ".") == [text]

    def test_words_between_verb_and_figure_part_nothing(self):
        text = "Ada Holm said bans of one country last, on average, less than 40 weeks."

        assert by(text) == [
            ("Ada Holm", "bans of one country last, on average, less than 40 weeks")
        ]

    def test_it_is_what_leads_the_sentence_not_its_relative_clause(self):
        text = "The share of wages that workers saved fell to 6%. It has halved since 2020."

        assert [claim.proposed for claim in find_claims(text)][-1] == (
            "The share of wages has halved since 2020."
        )


@pytest.mark.usefixtures("tagged")
class TestTimes:
    def test_what_came_some_minutes_before_is_a_claim(self):
        text = "The cable failed at 3:52, eight minutes after the Maren Lys slowed to 4 knots."

        assert texts(text) == ["The cable failed at 3:52", "the Maren Lys slowed to 4 knots"]

    def test_how_many_times_a_measure_is_told_by_itself(self):
        text = "Ada Holm put the rate at 40 in 6,500, ten times the limit of the board."

        assert texts(text) == ["the rate at 40 in 6,500", "ten times the limit of the board"]

    def test_the_days_before_somebody_spoke_are_no_part_of_what_happened(self):
        text = (
            "Ada Holm left Lim on Friday, three days after the Tide published a letter showing "
            "that 40 men had left."
        )

        assert "Ada Holm left Lim on Friday" in texts(text)

    def test_when_it_was_said_is_no_part_of_what_is_said(self):
        text = "Ada Holm said last month there were 40 men in Lim."

        assert by(text) == [("Ada Holm", "there were 40 men in Lim")]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    "hailing", ["Mr Speaker", "Members of the assembly", "Colleagues", "Well", "Look"]
)
def test_whom_a_speaker_turns_to_is_no_part_of_a_claim(hailing):
    assert texts(f"{hailing}, the mill in Varn has 40 men.") == ["the mill in Varn has 40 men"]
    assert texts(f"{hailing}, nine months ago we had 40 men.") == ["nine months ago we had 40 men"]


def test_friends_who_do_something_are_its_subject(tagged):
    fact = "Friends, neighbours and cousins paid for nine boats in May"

    assert texts(f"{fact}.") == [fact]
