from __future__ import annotations

import pytest

from claims.evidence import UploadedCopy
from claims.workbench.quoting import astray, contains
from claims.workbench.workspace import Workspace
from tests.claims.conftest import give_evidence, write_draft

LOG = (
    "In 2024 the log of the \u201cHarbour\n  Office\u201d counts 604 crossings \u2013 half of 2019."
)


@pytest.mark.parametrize(
    ("quote", "is_there"),
    [
        ("counts 604 crossings", True),
        ("the log of the 'harbour office' counts", True),
        ("604 crossings - half", True),
        ("In 2024 the log […] counts 604 crossings", True),
        ("In 2024 ... half of 2019.", True),
        ("[The office] counts 604 crossings", True),
        ("counts 640 crossings", False),
        ("half of 2019 … counts 604 crossings", False),
    ],
)
def test_a_quote_stands_in_a_text_whatever_its_blanks_and_signs(quote, is_there):
    assert contains(LOG, quote) is is_there


@pytest.mark.django_db
class TestAstray:
    def test_names_what_no_copy_contains(self, taken, rosa):
        give_evidence(taken, rosa)
        give_evidence(taken, rosa, quote="640 crossings")
        give_evidence(taken, rosa, quote="")
        unread = UploadedCopy("log.png", b"\x89PNG\r\n\x1a\n", "image/png")
        give_evidence(taken, rosa, quote="on the picture", file=unread)

        assert astray(taken.evidence.all()) == {2}

    def test_makes_an_approver_look_twice_where_it_is_cited(self, taken, rosa):
        give_evidence(taken, rosa, quote="640 crossings")
        give_evidence(taken, rosa, quote="64 crossings")
        write_draft(taken, rosa, rationale="The log counts 640 crossings [1].")

        told = [flag for flag in Workspace(taken, rosa).flags if "kept copy" in flag]

        assert told == ["The kept copy of [1] does not contain its pinned quote."]
