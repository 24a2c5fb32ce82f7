"""Persons of one surname, and what is part of a name and what is not."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

CASES = [
    # a form of address tells who of two is meant
    ("Mr. Orwick came on Monday with his wife, Michelle Orwick. Mr. Orwick said that 40 boats "
     "had sunk.", "Orwick"),
    ("Brian Orwick came with Michelle Orwick. Mrs. Orwick said that 40 boats had sunk.",
     "Michelle Orwick"),
    # a person who is called by office and surname alone may be "he"
    ("The council met. In a statement, President Orwick thanked the crews. He said that 40 boats "
     "had sunk.", "Orwick"),
    # a woman is no "he", whoever spoke last
    ("Elizabeth Orwick runs the port. Ms Orwick told Brian Lind that it was late, and he said that "
     "40 boats had sunk.", "Brian Lind"),
    ("Secretary of State Brian F. Lind said that 40 boats had sunk.", "Brian F. Lind"),
    ("Harbour Speaker Brian Lind (R-Wis.) said that 40 boats had sunk.", "Brian Lind"),
    ("Pak Chul-min, the harbour master, said that 40 boats had sunk.", "Pak Chul-min"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), CASES, ids=[case[1] for case in CASES])
def test_who_said_it(text, speaker):
    assert {c.speaker for c in find_claims(text, "en") if "40 boats" in c.text} == {speaker}
