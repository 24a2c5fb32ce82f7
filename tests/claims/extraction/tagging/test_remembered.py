"""What is asked of a word is worked out once, and hostile text fills no memory with it."""

from __future__ import annotations

from claims.extraction.tagging import remembered
from claims.extraction.tagging.remembered import LONGEST, Remembered


def asked(words):
    """Answers to these words, and how often each was worked out."""
    worked_out: list[str] = []
    table = Remembered(lambda word: worked_out.append(word) or word.upper())
    return [table[word] for word in words], worked_out, table


class TestRemembered:
    def test_a_word_is_worked_out_once(self):
        answers, worked_out, _table = asked(["tug", "tug", "quay"])

        assert answers == ["TUG", "TUG", "QUAY"]
        assert worked_out == ["tug", "quay"]

    def test_a_word_too_long_to_be_one_is_answered_and_not_kept(self):
        long = "x" * (LONGEST + 1)

        answers, _worked_out, table = asked([long])

        assert answers == [long.upper()]
        assert not table

    def test_no_more_words_are_kept_than_there_is_room_for(self, monkeypatch):
        monkeypatch.setattr(remembered, "MOST", 2)

        answers, _worked_out, table = asked(["a", "b", "c"])

        assert answers == ["A", "B", "C"]
        assert list(table) == ["a", "b"]
