"""Persons of one name, and by a first name."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")

TABLE = [
    # one name behind a title, or between commas behind whose kin it is
    (
        "Baroness Holt, a surgeon, questioned that. She said 40 men had died.",
        "40 men",
        "Holt",
    ),
    (
        "Lord Orr rose. Lady Holt said two nurses had left. Orr said 40 men had.",
        "40 men",
        "Orr",
    ),
    ("Mrs Lind questioned that. She said 40 men had died.", "40 men", "Lind"),
    (
        "Ada Holm died in May. Holm's mother, Rita, said 40 men had seen it.",
        "40 men",
        "Rita",
    ),
    # a first name alone, after the full one
    ("Mara Lind has baked since 1999. Mara said flour cost twice as much.", "flour", "Mara Lind"),
    (
        "Tom Reed, 34, drives a truck for his sister Ada. Diesel rose by 40 percent, Tom said.",
        "Diesel",
        "Tom Reed",
    ),
    (
        "Nadia Karim and her son left in June. “Three buses were hit,” Nadia told the paper.",
        "Three buses",
        "Nadia Karim",
    ),
    # nor is a first name an adverb, or a surname that of a firm
    (
        "Rask Brothers closed. Edda Rask, who took over the firm in 2016, said that 40 men left.",
        "40 men",
        "Edda Rask",
    ),
    # but not the first word of another name
    (
        "British Steel closed in May. British officials say that 40 men were hurt.",
        "40 men",
        "British officials",
    ),
    (
        "Anna Berg and Anna Holm met in Lim. Anna said that 40 men were hurt.",
        "40 men",
        "Anna",
    ),
]


@pytest.mark.parametrize(("text", "part", "speaker"), TABLE)
def test_who_has_one_name_in_the_text_goes_by_it(text, part, speaker):
    assert speaker_of(text, part) == {speaker}
