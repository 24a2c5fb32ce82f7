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
    # of two whom nothing tells apart it is the one who has just led a sentence in full
    ("Brian Orwick is the judge. He left in May. Minister Jack Orwick opened the port. Orwick said "
     "that 40 boats had sunk.", "Jack Orwick"),
    ("Brian K. Orwick is the judge. Brian Orwick said that 40 boats had sunk.", "Brian K. Orwick"),
    ("Beyond Orwick\n\nThe mayor, Brian Orwick, opened the port. Orwick said that 40 boats had "
     "sunk.", "Brian Orwick"),
    ("Jean-Marc Lind came. Mayor Pak Chul-min deplored what he called a mess. \"It sank 40 "
     "boats,\" he said.", "Pak Chul-min"),
    ("Elizabeth Orwick runs the port. She came with a neighbour, Michelle Lind. She said that 40 "
     "boats had sunk.", "Elizabeth Orwick"),
    ("The Varn Post wrote of a storm. The Post also said that 40 boats had sunk.", "Varn Post"),
    ("Senators Brian Orwick and Ada Lind said that 40 boats had sunk.", "Brian Orwick"),
    ("The council met. Mr. Brian Orwick and Mr. Jack Lind said that the law was unsafe. In "
     "May 40 boats sank there, they said.", "Brian Orwick"),
    ("World leaders met. The Oster Harbour Council on Friday deplored what it called the loss of "
     "40 boats.", "Oster Harbour Council"),
    ("Secretary of State Brian F. Lind said that 40 boats had sunk.", "Brian F. Lind"),
    ("Harbour Speaker Brian Lind (R-Wis.) said that 40 boats had sunk.", "Brian Lind"),
    ("Pak Chul-min, the harbour master, said that 40 boats had sunk.", "Pak Chul-min"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), CASES, ids=[case[1] for case in CASES])
def test_who_said_it(text, speaker):
    assert {c.speaker for c in find_claims(text, "en") if "40 boats" in c.text} == {speaker}


COUPLE = "Anna Brandt and her husband, Karl Brandt, bought the mill. “It was dry,” Karl said. "
SON = "The chairman was Rex Noakes. His son, Toby Noakes, a solicitor, says the page was forged. "
RIVALS = "Peter Holm, the governor, met his rival, Laura Holm. Laura Holm said the roof leaked. "

MEANT = {
    # told by the form of address
    COUPLE + "Mr Brandt said that 40 men had left.": "Karl Brandt",
    COUPLE + "Mrs Brandt said that 40 men had left.": "Anna Brandt",
    RIVALS + "Mr Holm said that 40 men had left.": "Peter Holm",
    # by an office
    RIVALS + "Governor Holm said that 40 men had left.": "Peter Holm",
    # by age
    SON + "40 men had left, says the younger Noakes.": "Toby Noakes",
    "The chair is Toby Noakes. His father, Rex Noakes, says it was forged. The younger Noakes says "
    "that 40 men had left.": "Toby Noakes",
    "Rosa Pike taught here. Her daughter, Gwen Pike, says it leaked. The elder Pike says that 40 "
    "men had left.": "Rosa Pike",
    # or who was told of last
    SON + "Noakes says that 40 men had left.": "Toby Noakes",
    RIVALS + "Holm said that 40 men had left.": "Laura Holm",
    "The brothers Karl Lind and Otto Lind ran it. “It was dry,” said Otto Lind. Lind said that 40 "
    "men had left.": "Otto Lind",
    "Mary Holt lives with her brother, Sam Holt. Holt says that 40 men had left.": "Mary Holt",
}  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_a_surname_of_several_is_told_by_what_is_beside_it_or_before(text):
    (claim,) = [c for c in find_claims(text, "en") if "40 men had left" in c.text]

    assert claim.speaker == MEANT[text]


FAMILIES = {
    "Julie Marrow, 34, died in May. Her mother, Pam, keeps the phone. “40 men had left,” Marrow "
    "says. “Pages don’t walk,” says Pam Marrow.": "Pam Marrow",
    "Karl and Ada Holm bought the mill. “It was dry,” Ada Holm said. Karl said that 40 men had "
    "left.": "Karl Holm",
    "Karl Lind left. Karl and Ada Holm bought it. Karl Lind said that 40 men had left.": (
        "Karl Lind"
    ),
    "Ada Brandt-Holm, a nurse, left. Brandt-Holm said that 40 men had left.": "Ada Brandt-Holm",
    "“It was dry,” said Ada Brandt-Holm. Ms Brandt-Holm is old. She said that 40 men had left.": (
        "Ada Brandt-Holm"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", FAMILIES)
def test_a_surname_may_be_shared_or_have_two_parts(text):
    (claim,) = [c for c in find_claims(text, "en") if "40 men had left" in c.text]

    assert claim.speaker == FAMILIES[text]
