"""Bare forms of saying behind a plural subject of several words, and nouns that look like them."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

#: Sentence -> who says the rest of it, and words of that.
SAID = {
    "Farmers in Upper Sund say the owner, Varnex, closed two sluices on Friday.": (
        "Farmers in Upper Sund",
        "closed two sluices",
    ),
    "Doctors in the town say the army stopped 12 ambulances.": (
        "Doctors in the town",
        "the army stopped 12 ambulances",
    ),
    "Police in the capital say 40 people were held.": (
        "Police in the capital",
        "40 people were held",
    ),
    "Unions at the port say 900 jobs have gone.": ("Unions at the port", "900 jobs have gone"),
    "Critics of the plan say it would have cost 40 million pounds.": (
        "Critics of the plan",
        "40 million pounds",
    ),
    "Campaigners for the lake claim the mill dumped 90 tonnes of salt.": (
        "Campaigners for the lake",
        "the mill dumped 90 tonnes of salt",
    ),
    "Officials in Lim fear the toll has passed 300.": (
        "Officials in Lim",
        "the toll has passed 300",
    ),
    "Residents who live near the plant say the smell has got worse since May.": (
        "Residents",
        "the smell has got worse since May",
    ),
    "Families living on the estate say the council cut the heating in January.": (
        "Families",
        "the council cut the heating in January",
    ),
}


@pytest.mark.parametrize("text", SAID)
def test_a_plural_at_the_start_speaks_by_a_bare_form(text: str) -> None:
    speaker, words = SAID[text]
    assert speaker_of(text, words) == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Readers of the report the board printed want 40 copies.",
        "Sales of the annual report the board prints fell by 40%.",
    ],
)
def test_a_noun_that_looks_like_a_bare_form_brings_nothing(text: str) -> None:
    assert speaker_of(text, "") <= {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The family said nine men had fled.", "family"),
        ("The family of the boy said nine men had fled.", "family of the boy"),
        ("A family spokesman said nine men had fled.", "family spokesman"),
        ("An elderly woman said nine men had fled.", "elderly woman"),
        ("The state assembly said nine men had fled.", "state assembly"),
    ],
)
def test_nouns_that_end_as_adverbs_do_speak(text: str, speaker: str) -> None:
    assert speaker_of(text, "nine men had fled") == {speaker}


@pytest.mark.parametrize("name", ["Grant", "Price", "Mark", "Burns", "Cross"])
def test_a_name_that_may_be_a_verb_speaks_at_the_start_of_a_sentence(name: str) -> None:
    assert speaker_of(f"{name} said the firm had lost 40 men.", "40 men") == {name}
