"""Which "no" answers somebody in languages whose verbs no table tells."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claims.extraction.pipeline import read

FOLDER = Path(__file__).parent / "reports"
REPORTS = [
    pytest.param(path.stem, report, id=f"{path.stem}-{report['name']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for report in tomllib.loads(path.read_text(encoding="utf-8"))["reports"]
]


class TestReports:
    @pytest.mark.parametrize(("code", "report"), REPORTS)
    def test_what_answers_is_denied_and_nothing_else(self, code, report):
        found = {claim.text: claim.stance for claim in read(report["text"], code)._.found}

        denials = [words for words, stance in found.items() if stance in ("denies", "disputes")]
        assert len(denials) == len(report["denied"])
        assert all(any(part in words for words in denials) for part in report["denied"])
        assert all(any(part in words for words in found) for part in report["said"])
