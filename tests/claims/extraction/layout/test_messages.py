"""Texts that nobody edited: forwarded messages, pages with references, files in lines."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def said(text):
    return [claim.text for claim in find_claims(text, "en")]


class TestMessages:
    TEXT = (
        "Forwarded many times\n"
        "⚠️⚠️ URGENT ⚠️⚠️\n"
        "My cousin says that 40 children died after the lessons!!! The news is silent 🤐\n"
        "They put 9 mg of mercury in every dose 😡 In Norland it was banned in 2019\n"
        "The minister Ada Holm owns 30% of the firm that makes it\n"
        "Don't buy it for your 3 kids!!\n"
        "Send this to 10 people\n"
    )

    def test_say_what_their_lines_say_without_full_stops(self):
        assert {
            "40 children died after the lessons",
            "They put 9 mg of mercury in every dose",
            "In Norland it was banned in 2019",
            "The minister Ada Holm owns 30% of the firm that makes it",
        } <= set(said(self.TEXT))

    def test_mean_nobody_named_by_they(self):
        claims = [claim for claim in find_claims(self.TEXT, "en") if "mercury" in claim.text]

        assert [claim.proposed for claim in claims] == ["They put 9 mg of mercury in every dose."]

    def test_demand_without_stating(self):
        assert not [part for part in said(self.TEXT) if "Send" in part or "buy" in part]

    def test_leave_counts_of_readers_out(self):
        assert not [part for part in said(self.TEXT + "412 Reposts 2,031 Likes") if "412" in part]

    def test_are_no_reports_with_a_heading(self):
        text = (
            "Nine ferries sold by the board of the harbour\n\nThe board sold nine ferries in May."
        )

        assert said(text) == ["The board sold nine ferries in May"]


@pytest.mark.parametrize(
    "text", ["Share prices fell by 4% in May.", "Help came after 9 hours in May."]
)
def test_a_noun_that_is_a_verb_elsewhere_demands_nothing(text):
    assert said(text) == [text.rstrip(".")]


class TestReferences:
    TEXT = (
        "The bridge opened in 1998 and cost 2.1 billion crowns, 40% more than planned.[4] Eleven "
        "workers died there in 1996.[citation needed] In 2011 nine cables broke.[5][6]"
    )

    def test_part_sentences_and_belong_to_none(self):
        assert said(self.TEXT)[-2:] == [
            "Eleven workers died there in 1996",
            "In 2011 nine cables broke",
        ]

    def test_list_no_claims_at_the_end(self):
        text = self.TEXT + "\n\n[4] Ministry of Works, Accounts 2019, p. 88.\n[5] Register of Lim."

        assert said(text) == said(self.TEXT)


class TestFiles:
    def test_number_their_paragraphs(self):
        text = (
            "National Audit Office                    Page 3 of 41\n\n"
            "1.4  The ministry bought six ferries in May 2021 for 412 million crowns.\n\n"
            "1.5  It had paid 519 million crowns by June 2024.\n\n"
            "Table 2: Payments by year (million crowns)\n"
        )

        assert said(text) == [
            "The ministry bought six ferries in May 2021 for 412 million crowns",
            "It had paid 519 million crowns by June 2024",
        ]

    def test_break_words_at_the_end_of_a_line(self):
        text = (
            "The ministry told the board that nine ferries had been held up by the main sup-\n"
            "plier of the yard in 2021, which was never shown to be so by anybody."
        )
        proposed = find_claims(text, "en")[0].proposed

        assert "main supplier of the yard" in proposed


class TestLetters:
    TEXT = (
        "From: Press Office <press@harbour.example>\nSent: 4 October 2025 10:12\n"
        "Subject: RE: Your questions\n\nDear Ms Vance,\n\n"
        "> How many boats were lost?\nThe harbour lost 117 boats on 28 September.\n\n"
        "> Is it true that the crew had warned you?\nNo. Our last inspection was on 12 August.\n\n"
        "Kind regards,\nIda Brenner\n"
    )

    def test_head_and_greeting_state_nothing(self):
        assert said(self.TEXT)[0] == "The harbour lost 117 boats on 28 September"

    def test_whom_a_letter_greets_says_nothing(self):
        assert not [c for c in find_claims(self.TEXT, "en") if "Vance" in (c.speaker or "")]
