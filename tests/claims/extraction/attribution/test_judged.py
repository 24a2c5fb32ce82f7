"""What stands behind a statement and tells who denies it, or counts otherwise."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")


def found(text: str) -> list[tuple[str, str | None, str]]:
    return [(claim.text, claim.speaker, claim.stance) for claim in find_claims(text, "en")]


@pytest.mark.parametrize(
    ("judged", "judge"),
    [
        ("an account disputed by two neighbours", "two neighbours"),
        ("a claim rejected by the harbour office", "harbour office"),
        ("a figure contested by Ada Orr", "Ada Orr"),
        ("an explanation dismissed by the union", "union"),
        ("a statement contradicted by photographs", "photographs"),
    ],
)
def test_a_statement_ends_before_who_disputes_it(judged, judge):
    said, denied = found(f"The guard said that 40 boats had sunk, {judged}.")

    assert said == ("40 boats had sunk", "guard", "disputes")
    assert denied[:2] == (judged, judge)
    assert denied[2] in ("denies", "disputes")


def test_who_disputes_what_the_article_tells_speaks_too():
    told, denied = found("Forty boats sank in May, an account rejected by the coastguard.")

    assert told == ("Forty boats sank in May", None, "asserts")
    assert denied[1:] == ("coastguard", "denies")


@pytest.mark.parametrize("put", ["puts", "put"])
@pytest.mark.parametrize("noun", ["figure", "number", "toll", "total"])
def test_a_figure_of_somebody_else_is_theirs(noun, put):
    said, counted = found(f"The firm says 12 people lost their jobs, a {noun} Orr {put} at 40.")

    assert said == ("12 people lost their jobs", "firm", "asserts")
    assert counted == (f"a {noun} Orr {put} at 40", "Orr", "asserts")


@pytest.mark.parametrize("contrary", ["say otherwise", "say the opposite", "claim otherwise"])
def test_people_who_say_otherwise_deny(contrary):
    text = f"The army says that 40 guards fired into the air. Residents {contrary}."

    assert found(text)[-1] == (f"Residents {contrary}", "Residents", "disputes")


def test_what_only_would_be_otherwise_denies_nothing():
    text = "The bank lost 40 jobs. Unless the court says otherwise, 12 shops will close."
    assert "disputes" not in {stance for *_, stance in found(text)}


def test_that_claim_is_what_was_said_before():
    text = "The police say 40 boats had sunk. That claim has been rejected by the union."
    assert found(text)[-1][1:] == ("union", "denies")
