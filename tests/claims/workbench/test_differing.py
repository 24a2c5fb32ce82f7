from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.workbench.differing import differing, is_changed


def side(parts, leave_out):
    return "".join(part.text for part in parts if part.kind != leave_out)


class TestDiffering:
    def test_shows_the_word_that_changed(self):
        parts = differing("It rose by half.", "It fell by half.")

        assert [(part.kind, part.text) for part in parts] == [
            ("same", "It "),
            ("removed", "rose"),
            ("added", "fell"),
            ("same", " by half."),
        ]

    def test_takes_a_number_as_one(self):
        parts = differing("היה 1,190, ולא 1,200", "היה 1,150, ולא 1,200")

        changed = [part.text for part in parts if part.kind != "same"]
        assert changed == ["1,190", "1,150"]

    def test_knows_when_nothing_changed(self):
        assert not is_changed(differing("The same.", "The same."))
        assert is_changed(differing("", "Something."))

    def test_compares_whole_lines_where_a_text_is_very_long(self):
        before = "word " * 15_000 + "\nend"

        parts = differing(before, before.replace("end", "stop"))

        assert parts[-1].text == "stop"

    @given(st.text(max_size=80), st.text(max_size=80))
    def test_gives_both_texts_back(self, before, after):
        parts = differing(before, after)

        assert side(parts, "added") == before
        assert side(parts, "removed") == after
