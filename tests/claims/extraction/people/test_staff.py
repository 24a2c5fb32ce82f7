"""Persons in front of those who work for them: "Holm spokesman Ivo Lind", "the Holm campaign"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

OPENING = "Ada Holm came to Oster on Monday."
SOURCES = [
    ("Holm spokesman Ivo Lind", "Ivo Lind"),
    ("Holm campaign spokesman Ivo Lind", "Ivo Lind"),
    ("Holm lawyer Petra Ude", "Petra Ude"),
    ("Holm supporters", None),  # as it stands
    ("The Holm campaign", "Holm campaign"),
    ("The Holm administration", "Holm administration"),
    ("Holm", "Ada Holm"),
    ("Holm and her aides", "Ada Holm"),
]


@pytest.mark.parametrize(("source", "speaker"), SOURCES)
def test_who_works_for_a_person_is_not_that_person(source, speaker):
    found = find_claims(f"{OPENING} {source} said that the mill had lost 40 jobs in May.", "en")

    assert {claim.speaker for claim in found if "40 jobs" in claim.text} == {speaker or source}


def test_a_surname_behind_an_article_is_no_other_name():
    text = (
        "The Holm plan cost 9 million crowns. Ada Holm signed it in May. "
        "Mr Lind praised it. Ms Holm said that the mill had lost 40 jobs."
    )

    assert {c.speaker for c in find_claims(text, "en") if "40 jobs" in c.text} == {"Ada Holm"}
