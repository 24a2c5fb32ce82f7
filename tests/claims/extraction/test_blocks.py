"""Words that spare most texts the search for what a block may have anywhere."""

from __future__ import annotations

import re

import pytest

from claims.extraction.blocks import SPECIAL, find_blocks
from claims.extraction.lexicon import languages, lexicon

GROUP = re.compile(r"(?<!\\)\(([^()]+)\)")


def wordings(pattern: str) -> list[str]:
    """What a pattern takes, one by one: "(photo|image)" takes either."""
    group = GROUP.search(pattern)
    return group.group(1).split("|") if group else [pattern]


@pytest.mark.parametrize("code", languages())
class TestMarks:
    def test_are_in_all_that_a_block_may_have_anywhere(self, code):
        lists = lexicon(code).lists
        anywhere = [
            part
            for kind in SPECIAL
            for part in lists.get(f"blocks.{kind}", ())
            if not part.startswith("^")
        ]

        for wording in [wording for part in anywhere for wording in wordings(part)]:
            assert any(mark in wording for mark in lists["blocks.marks"])

    def test_are_in_lower_case(self, code):
        marks = lexicon(code).lists.get("blocks.marks", ())

        assert [mark.lower() for mark in marks] == list(marks)


class TestCredits:
    def test_are_known_in_capitals_too(self):
        text = "A ferry ran aground.\n\nRescuers (PHOTO: A. Holm)\n\nNobody was hurt."

        assert [block.kind for block in find_blocks(text, "en")][1] == "credit"
