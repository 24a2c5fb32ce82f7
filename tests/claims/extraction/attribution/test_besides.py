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


@pytest.mark.parametrize("tag", ["Ada Holm said", "said Ada Holm", "figures from Ada Holm suggest"])
def test_what_stands_behind_a_tag_and_a_semicolon_is_of_its_source(tag):
    found = told(f"Nine pumps failed, {tag}; at the mill 40 men had drowned.")

    assert found["at the mill 40 men had drowned"] == "Ada Holm"


def test_behind_own_words_and_a_semicolon_the_article_goes_on():
    found = told("“Nine pumps failed in May,” Ada Holm said; the mill was closed in June.")

    assert found["the mill was closed in June"] is None


def test_behind_a_semicolon_somebody_else_may_speak():
    found = told("Nine pumps failed, Ada Holm said; the union put the number at 14.")

    assert "Ada Holm" not in [found[text] for text in found if "14" in text]


@pytest.mark.parametrize("more", ["said", "also said", "has said"])
def test_who_is_cited_may_be_told_to_have_said_more(more):
    found = told(
        f"Nine pumps failed, according to Petra Lund, the engineer, who {more} that 40 men drowned."
    )

    assert found["Nine pumps failed"] == found["40 men drowned"] == "Petra Lund"


def test_who_is_cited_first_may_be_described_by_what_they_said():
    found = told("According to Petra Lund, who has said she will resign, nine pumps failed.")

    assert found["nine pumps failed"] == "Petra Lund"


@pytest.mark.parametrize("joint", ["and", "but"])
def test_what_else_is_said_of_a_thing_behind_who_is_cited_is_of_the_same_source(joint):
    found = told(f"The pump failed in May, according to Ada Holm, {joint} was mended nine times.")

    assert found["was mended nine times"] == "Ada Holm"


def test_another_thing_behind_who_is_cited_is_told_by_the_article():
    found = told("The pump failed in May, according to Ada Holm, and the union lost 40 members.")

    assert found["the union lost 40 members"] is None


def test_who_calls_in_a_side_clause_does_not_speak():
    found = told(
        "The pump failed in May, according to Ada Holm, and was still off when nine men called."
    )

    assert {"Ada Holm"} == {found[text] for text in found if "pump" in text or "off" in text}
