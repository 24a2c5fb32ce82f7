from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.workbench.edits import edits
from claims.workbench.lit import Mark, lit

OLDER = "The port closed.\n\nThe mayor said 40 ships waited. Nobody was hurt.\n"


def told(older, newer):
    return [(edit.older, edit.newer) for edit in edits(older, newer)]


class TestEdits:
    @pytest.mark.parametrize(
        ("newer", "found"),
        [
            (OLDER, []),
            (OLDER.replace("\n\n", "\n\n\n"), []),
            (OLDER.replace("40", "400"), [("40", "400")]),
            (OLDER.replace(" Nobody was hurt.", ""), [("Nobody was hurt.", "")]),
            (OLDER.replace("ships", "big ships"), [("40", "40 big")]),
            (f"Update: {OLDER}", [("T", "T Update:")]),
        ],
    )
    def test_are_what_was_changed_word_by_word(self, newer, found):
        assert told(OLDER, newer) == found

    def test_a_passage_that_was_rewritten_is_one_edit(self):
        newer = "The port closed.\n\nAll of this was wrong and had to go from here.\n"

        assert told(OLDER, newer) == [
            (
                "The mayor said 40 ships waited. Nobody was hurt.",
                "All of this was wrong and had to go from here.",
            )
        ]

    @settings(max_examples=60, deadline=None)
    @given(st.text("ab. \n", max_size=80), st.text("ab. \n", max_size=80))
    def test_lie_in_the_older_text_in_order_and_apart(self, older, newer):
        place = 0
        for edit in edits(older, newer):
            assert place <= edit.start < edit.end <= len(older)
            assert older[edit.start : edit.end] == edit.older
            place = edit.end


class TestLit:
    def test_marks_edits_below_claims_and_keeps_the_text_to_the_letter(self):
        later = edits(OLDER, OLDER.replace("40", "400").replace("closed", "shut"))
        start = OLDER.index("40 ships")
        paragraphs = lit(OLDER, [Mark(start, start + 8, "ships")], later)

        pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
        marked = [(piece.text, piece.mark is not None) for piece in pieces if piece.edit]
        assert marked == [("closed", False), ("40", True)]
        assert "".join(p.text for p in pieces) == OLDER.replace("\n\n", "")
