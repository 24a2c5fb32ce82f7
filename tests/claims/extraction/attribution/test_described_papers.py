"""Papers that say something, with what was done to them in front of the verb."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from tests.claims.extraction.told import speakers

pytestmark = pytest.mark.usefixtures("model")


@pytest.mark.parametrize(
    ("paper", "speaker"),
    [
        ("A secret memo, dated 6 October and marked “not for onward circulation”,", "secret memo"),
        ("A 40-page report, signed by nine men and stamped “secret”,", "40-page report"),
        ("Minutes handed to the court", "Minutes"),
        ("Emails leaked to this newspaper on Tuesday", "Emails"),
    ],
)
def test_are_who_speaks(paper, speaker):
    (claim,) = find_claims(f"{paper} said that 11 tugs had sailed to Varn.", "en")

    assert (claim.speaker, claim.text) == (speaker, "11 tugs had sailed to Varn")


def test_a_film_shows_what_it_shows_whoever_shot_it():
    text = "Footage which Mr Peel filmed from his window on Friday shows three lorries on the road."
    assert speakers(text)["three lorries on the road"] == "Footage"


def test_who_answers_complaints_does_not_say_what_they_say():
    text = "The manager, Gary Orme, has had to answer complaints that lorries tip 40 tonnes there."
    assert "Gary Orme" not in speakers(text).values()


@pytest.mark.parametrize("paper", ["Bank statements", "County vouchers", "Duty logbooks"])
def test_records_that_somebody_saw_say_what_they_show(paper):
    text = f"{paper} seen by the Courier show a payment of $4,150 to a shell firm."

    assert speakers(text) == {"a payment of $4,150 to a shell firm": paper}
