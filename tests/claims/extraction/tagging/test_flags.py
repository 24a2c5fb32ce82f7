"""Bits of words: the same answer as the tables give."""

from __future__ import annotations

from claims.extraction.lexicon import languages, lexicon
from claims.extraction.pipeline import read
from claims.extraction.tagging.flags import (
    DENIES,
    ENDS_IN_ED,
    FIRST_PERSON,
    FOLLOWS_SAYING,
    JUDGES,
    OPENS,
    PHRASES,
    POINTS,
    REFERS,
    TABLES,
    TRIGGERS,
    flags_of,
)


class TestBits:
    def test_say_what_the_tables_say(self):
        for code in languages():
            for table, bit in TABLES.items():
                assert all(flags_of(code)[word] & bit for word in lexicon(code).table(table))

    def test_of_a_phrase_are_those_of_its_telling_word(self):
        for code in languages():
            for table, (place, bit) in PHRASES.items():
                for phrase in map(str.split, lexicon(code).table(table)):
                    telling = phrase if place is None else [phrase[place]]
                    assert any(flags_of(code)[word] & bit for word in telling)

    def test_of_a_phrase_without_a_place_are_those_of_its_rarest_word(self):
        flags = flags_of("en")
        assert flags["how"] & DENIES  # "not how it was"
        assert flags["accurate"] & DENIES  # "not accurate"
        assert not any(flags[word] & DENIES for word in ("not", "was", "said", "we", "up"))

    def test_of_what_may_bring_an_attribution_mark_it(self):
        for code in languages():
            assert all(flags_of(code)[word] & TRIGGERS for word in lexicon(code).triggers)

    def test_are_few_enough_to_be_joined_fast(self):
        assert all(bits < 1 << 30 for bits in [*TABLES.values(), TRIGGERS, JUDGES])

    def test_of_a_word_in_no_table_are_none(self):
        assert flags_of("en")["zzz"] == 0
        assert flags_of("en")["zzzed"] == ENDS_IN_ED

    def test_of_a_stretch_are_those_of_all_its_words(self):
        tokens = read("We hope that no bridge closed.", "en")._.tokens

        assert tokens.flags_in(0, 2) == FIRST_PERSON | JUDGES | TRIGGERS
        assert tokens.flags_in(2, 3) == POINTS | FOLLOWS_SAYING | OPENS | REFERS
        assert tokens.flags_in(4, 6) == ENDS_IN_ED
        assert tokens.flags_in(3, 3) == 0
