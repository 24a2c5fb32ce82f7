"""A proposed wording is a sentence that stands alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

ROWS = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))


def rows(name):
    """One row a case of a table."""
    return pytest.mark.parametrize("row", ROWS[name], ids=lambda row: row["proposed"][:40])


def proposed(row, model):
    """All wordings proposed in the text of a row."""
    if row.get("bundle") and model != "bundle":
        pytest.skip("needs a parser")
    return [claim.proposed for claim in find_claims(row["text"], "en")]


@rows("framed")
def test_what_states_nothing_stands_in_the_sentence_of_whoever_says_it(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("own")
def test_a_body_that_speaks_of_itself_goes_by_its_name(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("before")
def test_what_led_the_sentence_before_is_named(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("relative")
def test_a_relative_gives_way_to_what_it_stands_for(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("shared")
def test_a_shared_subject_comes_with_its_helper_verbs(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("cut")
def test_what_is_no_sentence_is_proposed_with_what_makes_it_one(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("marks")
def test_marks_are_those_of_the_text_and_brackets_short(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("bare")
def test_what_lacks_a_verb_or_a_subject_is_no_wording(row, model):
    assert row["proposed"] in proposed(row, model)


@rows("other")
def test_somebody_else_in_a_quotation_is_named_in_brackets(row, model):
    assert row["proposed"] in proposed(row, model)
    assert not any("He [Otto Brand] told" in wording for wording in proposed(row, model))
