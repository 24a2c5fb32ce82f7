"""Words around an office or a body that speaks."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

TABLE = [
    # a paper without what was done to it
    (
        "An internal memo seen by this newspaper says the ward has been closed since May.",
        "the ward has",
        "internal memo",
    ),
    # nouns that end as participles do
    ("The men said 40 crowns were owed.", "40 crowns", "men"),
    ("Two women from Lim said 40 crowns were owed.", "40 crowns", "Two women from Lim"),
    ("Some of the children said 40 crowns were owed.", "40 crowns", "Some of the children"),
    ("A senior citizen said 40 crowns were owed.", "40 crowns", "senior citizen"),
    ("The injured said 40 crowns were owed.", "40 crowns", "injured"),
    # a few, and who they are
    ("Two of them, Northwear and Lagom, said they had cut 40 jobs.", "40 jobs", "Two of them"),
    ("One of them, a nurse, said she had cut 40 jobs.", "40 jobs", "One of them"),
    ("Two of the firms, Orr and Falk, said they had cut 40 jobs.", "40 jobs", "Two of the firms"),
    # somebody without a name keeps what he speaks for
    (
        "A spokesman for the Farmers' Union said 40 men were held.",
        "40 men",
        "spokesman for the Farmers' Union",
    ),
    ("A lawyer for Nordgas said 40 men were held.", "40 men", "lawyer for Nordgas"),
    ("The head of the Rent Board said 40 men were held.", "40 men", "head of the Rent Board"),
    # how many speak is no part of who they are; some of them are somebody
    ("One diplomat said that 40 men were ill.", "40 men", "diplomat"),
    ("Many residents say that 40 men were ill.", "40 men", "residents"),
    ("Both the army and the rebels say that 40 men were ill.", "40 men", "army and the rebels"),
    ("One of the nurses said that 40 men were ill.", "40 men", "One of the nurses"),
    ("“40 men were ill,” said one of the nurses, Mia Falk.", "40 men", "Mia Falk"),
]


@pytest.mark.parametrize(("text", "part", "speaker"), TABLE)
def test_a_source_keeps_the_words_that_tell_who_it_is(text, part, speaker):
    assert speaker_of(text, part) == {speaker}
