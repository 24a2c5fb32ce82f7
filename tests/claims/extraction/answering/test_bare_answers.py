"""Answers without a verb deny what others have just said; what people mean to do is no charge."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")
CHARGE = "Ada Holm heads the ferry board. The union said it had hidden nine reports in May. "


def answered(text):
    """Who denies in which words, behind the charge."""
    return [
        (claim.text.strip("“”,"), claim.speaker)
        for claim in find_claims(text, "en")
        if claim.stance in ("denies", "disputes")
    ]


@pytest.mark.parametrize(
    "answer",
    ["Never", "Not a single one", "Quite the reverse", "Wrong board", "Utter nonsense",
     "Complete rubbish", "Simply untrue"],
)  # fmt: skip
def test_an_answer_without_a_verb_denies(answer):
    assert answered(f"{CHARGE}“{answer},” Holm said.") == [(answer, "Ada Holm")]


def test_an_answer_may_have_an_aside_behind_it():
    text = f"{CHARGE}“Rubbish, if you ask me,” Holm said."

    assert answered(text) == [("Rubbish, if you ask me", "Ada Holm")]


def test_who_is_asked_what_comes_next_denies_nothing():
    text = "Ada Holm heads the ferry board. Reporters asked her if she would resign in May. "

    assert not answered(f"{text}“Never,” Holm said.")


@pytest.mark.parametrize("said", ["Nine of them", "Not before May", "Wrong as it was", "A ship"])
def test_other_words_without_a_verb_deny_nothing(said):
    assert not answered(f"{CHARGE}“{said},” Holm said.")


def test_how_a_quotation_without_a_verb_was_taken_is_no_part_of_it():
    text = f"{CHARGE}“Never,” answered the ferry minister, Otto Lund, to jeers."

    assert answered(text) == [("Never", "Otto Lund")]


@pytest.mark.parametrize("post", ["managing director", "acting mayor", "managing editor"])
def test_a_participle_before_a_title_belongs_to_it(post):
    (claim,) = find_claims(f"“We lost 40 ships in May,” {post} Ada Holm said in an email.", "en")

    assert (claim.text, claim.speaker) == ("We lost 40 ships in May", "Ada Holm")
