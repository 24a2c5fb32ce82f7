"""What goes on behind its source: "C, S said, while D"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def told(text):
    return {claim.text: claim.speaker for claim in find_claims(f"The port is old. {text}", "en")}


@pytest.mark.parametrize("tag", ["Ada Holm said", "said Ada Holm"])
@pytest.mark.parametrize("joint", ["while", "whereas"])
def test_what_is_set_beside_a_statement_is_of_its_source(tag, joint):
    found = told(f"Sales rose by 4% in May, {tag}, {joint} costs fell by 9%.")

    assert set(found.values()) == {"Ada Holm"}
    assert any("costs fell by 9%" in text for text in found)


@pytest.mark.parametrize("size", ["nearly one in four", "the most since 2011", "about 13%"])
def test_so_is_what_follows_a_figure_that_is_added(size):
    found = told(
        f"Of 188 posts 46 were vacant in May, the letter says, {size}, and repairs had cost "
        "4 million crowns."
    )

    assert set(found.values()) == {"letter"}
    assert any("repairs had cost" in text for text in found)


@pytest.mark.parametrize(
    ("beside", "speaker"),
    [
        ("while Karl Roth put the figure at 2%", "Karl Roth"),
        ("while the union said 40 men had left", "union"),
    ],
)
def test_but_others_speak_for_themselves(beside, speaker):
    found = told(f"Sales rose by 4% in May, Ada Holm said, {beside}.")

    assert set(found.values()) == {"Ada Holm", speaker}


def test_what_happens_while_somebody_is_quoted_is_told_by_the_article():
    found = told("“We are late by 40 days,” Ada Holm said, while 300 people left the hall.")

    assert found.get("while 300 people left the hall", None) is None
