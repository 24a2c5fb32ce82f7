"""Bits of words: the same answer as the tables give."""

from __future__ import annotations

from claims.extraction.flags import (
    ENDS_IN_ED,
    FIRST_PERSON,
    JUDGES,
    TABLES,
    flags_of,
)
from claims.extraction.lexicon import languages, lexicon
from claims.extraction.pipeline import read


class TestBits:
    def test_say_what_the_tables_say(self):
        for code in languages():
            for table, bit in TABLES.items():
                assert all(flags_of(code)[word] & bit for word in lexicon(code).table(table))

    def test_of_a_word_in_no_table_are_none(self):
        assert flags_of("en")["zzz"] == 0
        assert flags_of("en")["zzzed"] == ENDS_IN_ED

    def test_of_a_stretch_are_those_of_all_its_words(self):
        tokens = read("We hope that no bridge closed.", "en")._.tokens

        assert tokens.flags_in(0, 2) == FIRST_PERSON | JUDGES
        assert tokens.flags_in(4, 6) == ENDS_IN_ED
        assert tokens.flags_in(3, 3) == 0
