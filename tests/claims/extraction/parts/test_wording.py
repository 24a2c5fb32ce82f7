"""The wording proposed beside a quote stands alone, and changes nobody's words."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


TABLE = [
    # shared subject
    (
        "Norway has sent 40 tanks to Ukraine and has trained 2,000 soldiers.",
        "trained 2,000",
        "Norway has trained 2,000 soldiers.",
    ),
    # relatives
    (
        "The Seafarers’ Union, which has 6,000 members, voted to strike on Friday.",
        "6,000 members",
        "The Seafarers’ Union has 6,000 members.",
    ),
    # a pronoun for what led the sentence before
    (
        "Kelder Line lost 3 million crowns in May. It runs 11 ships in the strait.",
        "11 ships",
        "Kelder Line runs 11 ships in the strait.",
    ),
    # a person who speaks of himself in reported speech
    (
        "Mr Daniel Orr told the court that he had never met the owner of the bank.",
        "never met",
        "Daniel Orr had never met the owner of the bank.",
    ),
    # the owner of something
    (
        "Mr Daniel Orr said 40 shops had burned. He said his guards had called twice.",
        "guards had called",
        "Daniel Orr’s guards had called twice.",
    ),
    # "it" that means nothing
    (
        "The Kelder Line ran 11 ships in May. It was the coldest night of the year.",
        "coldest night",
        "It was the coldest night of the year.",
    ),
    (
        "The Kelder Line ran 11 ships in May. It was the third storm there in nine years.",
        "third storm",
        "It was the third storm there in nine years.",
    ),
    (
        "Kelder Line ran 11 ships in May. It was not immediately possible to check the 40 logs.",
        "40 logs",
        "It was not immediately possible to check the 40 logs.",
    ),
    # a quotation that opens right before
    (
        "Ada Holm left, blaming “a campaign of abuse” over 40 bins.",
        "40 bins",
        "Ada Holm left, blaming “a campaign of abuse” over 40 bins.",
    ),
    # whose it is
    (
        "Ada Holm, whose yard has 40 berths, says 90 boats have left.",
        "40 berths",
        "Ada Holm’s yard has 40 berths.",
    ),
    # the noun that the verb fits
    (
        "Shares in the yard, which owns 40 berths, fell by 9%.",
        "owns 40",
        "The yard owns 40 berths.",
    ),
    # a pronoun before a clause without one
    (
        "Kelder Line runs 11 ships. It was founded in Lim in 1921 and was sold in 1987.",
        "sold in 1987",
        "Kelder Line was sold in 1987.",
    ),
    # an age between a name and its relative
    (
        "Passenger Ada Holm, 58, who was on board with 2 grandchildren, said she heard nothing.",
        "2 grandchildren",
        "Passenger Ada Holm was on board with 2 grandchildren.",
    ),
    # who did what stands last in a clause of time
    (
        "Crews held a fire near a town of 9,000 people, a day after floods destroyed 61 homes, "
        "and killed a nurse.",
        "killed a nurse",
        "Floods killed a nurse.",
    ),
    # a statement that goes on behind who says it
    (
        "The deficit was 4.8% of output last year, Ada Holm told parliament, and was 2.9% in May.",
        "2.9%",
        "The deficit was 2.9% in May.",
    ),
    # a figure that states nothing without who gives it
    (
        "The ministry's own figures put the drop at 287.",
        "the drop at 287",
        "The ministry's own figures put the drop at 287.",
    ),
    # what a body says of itself
    (
        "Kelder Line said on Monday that it had sold 40 ships.",
        "sold 40",
        "Kelder Line had sold 40 ships.",
    ),
    (
        "Kelder Line said on Monday that its crews had found 9 leaks.",
        "9 leaks",
        "Kelder Line’s crews had found 9 leaks.",
    ),
    (
        "Kelder Line said on Monday that it was raining when 40 ships left.",
        "40 ships",
        "It was raining when 40 ships left.",
    ),
    # what a figure is added to, and where it is so
    (
        "Kelder Line lost 9 million crowns in May, compared with a loss of 2 million in April.",
        "loss of 2 million",
        "Kelder Line lost 9 million crowns in May, compared with a loss of 2 million in April.",
    ),
    (
        "The cuts will fall mainly on Varn and Lim, where Kelder Line employs 6,300 people.",
        "6,300",
        "Kelder Line employs 6,300 people there [Varn and Lim].",
    ),
    # the subject before a figure that was added
    (
        "The wages of nurses fell by 13%, the most since 2020, and were down 9% by noon.",
        "9% by noon",
        "The wages of nurses were down 9% by noon.",
    ),
    # "That" with its noun behind a colon
    (
        "Our economics editor writes: That figure leaves out 40 million crowns.",
        "40 million",
        "That figure leaves out 40 million crowns.",
    ),
    # whose party it was when it was said
    (
        "Orla Dane said 40 men had left. Her party has 150 seats. It needs 76 votes. Ada Holm said "
        "50 men had left.",
        "76 votes",
        "Orla Dane's party needs 76 votes.",
    ),
    # an interrupted statement
    (
        "The board, Ada Holm said, employs 112 people.",
        "112 people",
        "The board employs 112 people.",
    ),
]


@pytest.mark.parametrize(("text", "part", "proposed"), TABLE, ids=[row[1] for row in TABLE])
def test_fills_in_what_a_statement_leaves_open(text, part, proposed):
    claim = min(
        (claim for claim in find_claims(text, "en") if part in claim.text),
        key=lambda claim: len(claim.text),
    )

    assert claim.proposed == proposed
    assert text[claim.start : claim.end] == claim.text


class TestVerbatimQuotes:
    TEXT = "“We have sold no weapons to Sudan since 2015,” Ada Holm said."

    def test_keep_every_word_and_gain_a_bracket(self):
        (claim,) = find_claims(self.TEXT, "en")

        assert claim.proposed == "We [Ada Holm] have sold no weapons to Sudan since 2015."
        assert claim.text == "We have sold no weapons to Sudan since 2015"

    def test_are_closed_when_they_end_with_the_statement(self):
        text = "The deal was “signed in haste,” Ada Holm said."
        (claim,) = find_claims(text, "en")

        assert claim.proposed.count("“") == claim.proposed.count("”") == 1


def test_those_reports_are_followed_by_what_they_say():
    text = (
        "Ada Holm denied reports that 40 prisoners had been beaten in the fort. "
        "She said that the Red Cross had rejected these claims in May."
    )
    claim = find_claims(text, "en")[-1]

    assert "these claims [40 prisoners had been beaten in the fort]" in claim.proposed
    assert "[" not in claim.text


def test_a_quotation_that_opens_before_a_statement_is_opened_once():
    text = "“40 men left” by “foul” means on Monday, Ada Holm said."

    proposed = [claim.proposed for claim in find_claims(text, "en")]

    assert all(
        wording.count("“") == wording.count("”") and "„" not in wording for wording in proposed
    )
