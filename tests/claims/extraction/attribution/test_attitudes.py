"""Who is for, against or busy with what; and that no claim is made of it."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.extraction.explain import explain
from claims.extraction.pipeline import read

#: Sentence -> source, cue and thing.
ATTITUDES = {
    "Ada Holm backs the new dam.": ("Ada Holm", "backs", "the new dam"),
    "The mayor has refused to pay the fine.": ("The mayor", "has refused", "to pay the fine"),
    "Ada Holm did not mention her opponents.": ("Ada Holm", "did not mention", "her opponents"),
    "The council voted against the second bridge.": (
        "The council",
        "voted against",
        "the second bridge",
    ),
    "Ada Holm has sought to defend the treasurer.": (
        "Ada Holm",
        "has sought to defend",
        "the treasurer",
    ),
    "Ada Holm left early, thanking the crew.": ("Ada Holm", "thanking", "the crew"),
    "It was Ada Holm who opposed the dam.": ("who", "opposed", "the dam"),
    "Holm: Nobody will pay for the dam": ("Holm", ":", "Nobody will pay for the dam"),
}
NONE = [
    "The plan was backed by nobody.",
    "Turnout: 46 percent",
    "“I support the dam,” Ada Holm said.",
    "The back of the house faces the dam.",
]


@pytest.fixture(params=["blank", "bundle"], autouse=True)
def model(request, monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", request.param)


@pytest.mark.parametrize(("sentence", "expected"), ATTITUDES.items())
def test_an_attitude_has_source_cue_and_thing(sentence, expected):
    (item,) = read(sentence, "en")._.attitudes

    spans = (item.source, item.cue, item.contents[0])
    assert tuple(sentence[slice(*span)] for span in spans) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_other_sentences_have_none(sentence):
    assert read(sentence, "en")._.attitudes == []


def test_no_claim_is_attributed_because_of_an_attitude():
    text = "Ada Holm backs the plan to spend 40 million crowns on the dam."

    assert [claim.speaker for claim in find_claims(text, "en")] == [None]


def test_what_is_said_is_no_attitude_besides():
    text = "Ada Holm promised that the dam would hold. She denied a leak."

    assert read(text, "en")._.attitudes == []


def test_the_explanation_shows_attitudes():
    text = "The dam broke in May. Ada Holm backs the new dam."

    told = [sentence.attitudes for sentence in explain(text, "en")]

    assert [len(item) for item in told] == [0, 1]
    assert text[slice(*told[1][0].thing)] == "the new dam"


def test_a_language_without_a_list_has_none():
    assert read("Ada Holm lehnt den Damm ab.", "de")._.attitudes == []
