"""Who is meant over several sentences: by "she", by "these", by whose sister somebody is."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

LAUGHS = "“The buses would run,” says Pauline Holm. She admits that she called the bank.\n\n"
SUED = "Rex Orr was the chairman. He left in May. The mill was sold. He then sued Dora Lind. "

MEANT = {
    # who was named just now, and not who has long been out of mind
    LAUGHS + SUED + "What did she say? Only, she insists, that 40 men had left.": "Dora Lind",
    # unless "she" kept her in mind
    "Dora Lind sold the mill. "
    + LAUGHS
    + "She runs the port. She was a nurse. She has two sons. She has met Dora Lind. She insists "
    "that 40 men had left.": "Pauline Holm",
    # whose kin somebody is, whatever else they are
    "Karl Lind sold the mill. His widowed sister says that 40 men had left.": "Karl Lind's sister",
    "Karl Lind sold the mill. His younger brother says that 40 men had left.": (
        "Karl Lind's younger brother"
    ),
    # who leads a sentence, where nobody has a name
    "A farmer near Oster lost his sheep. It was dark. 40 men had left, he said.": (
        "farmer near Oster"
    ),
    "The nurse who found the body wept. She has no name here. “40 men had left,” she said.": (
        "nurse"
    ),
    # what somebody new is called is not what is said
    "A baker called Otto Lind, who lost his shop, said 40 men had left.": "Otto Lind",
}  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_who_is_meant_far_from_the_name(text):
    (claim,) = [c for c in find_claims(text, "en") if "40 men had left" in c.text]

    assert claim.speaker == MEANT[text]


def test_these_are_the_papers_of_the_sentence_before():
    text = "The letters of the bank came to light in May. These show that 40 men had left."
    (claim,) = [c for c in find_claims(text, "en") if "40 men had left" in c.text]

    assert "letters" in str(claim.speaker)


def test_the_name_of_somebody_new_is_no_claim():
    found = find_claims("A baker called Otto Lind, who lost 9 shops, said 40 men had left.", "en")

    assert "Otto Lind" not in {claim.text for claim in found}
