"""A proposed wording is a sentence that stands alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims.extraction import find_claims

pytestmark = pytest.mark.usefixtures("model")

ROWS = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))
#: Table of rows -> the rule that each of them is a case of.
RULES = {
    "framed": "what states nothing stands in the sentence of whoever says it",
    "own": "a body that speaks of itself goes by its name",
    "before": "what led the sentence before is named",
    "relative": "a relative gives way to what it stands for",
    "missing": "what a relative stands for goes where its clause lacks it",
    "shared": "a shared subject comes with its helper verbs",
    "cut": "what is no sentence is proposed with what makes it one",
    "marks": "marks are those of the text and brackets short",
    "bare": "what lacks a verb or a subject is no wording",
    "unsure": "a verb whose subject is not sure comes with its sentence",
    "apposed": "what is told behind a name ends with it, or goes",
    "short": "a short form behind a pronoun is written out behind a name",
    "unlinked": "what only ties it to the sentence before is left out",
    "other": "somebody else in a quotation is named in brackets",
}
CASES = [
    pytest.param(row, id=f"{rule}: {row['proposed'][:40]}")
    for table, rule in RULES.items()
    for row in ROWS[table]
]


def wordings(row, model):
    """All wordings proposed in the text of a row."""
    if row.get("bundle") and model != "bundle":
        pytest.skip("needs a parser")
    return [claim.proposed for claim in find_claims(row["text"], "en")]


def test_each_table_of_wordings_has_its_rule():
    assert ROWS.keys() == RULES.keys()


@pytest.mark.parametrize("row", CASES)
def test_a_proposed_wording_stands_alone(row, model):
    assert row["proposed"] in wordings(row, model)


@pytest.mark.parametrize("row", ROWS["other"], ids=lambda row: row["proposed"][:40])
def test_whoever_speaks_is_not_whom_they_speak_of(row, model):
    assert not any("He [Otto Brand] told" in wording for wording in wordings(row, model))
