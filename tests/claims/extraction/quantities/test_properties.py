"""What holds for any text at all."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.quantities import KINDS, find_quantities
from claims.extraction.quantities.lexicon import LANGUAGES
from claims.extraction.quantities.tokens import PARTED, TOKEN

WORDS = [
    "1",
    "2",
    "10",
    "1,000",
    "2019",
    "3.5",
    "½",
    "١٢",
    "two",
    "million",
    "a",
    "half",
    "third",
    "dozen",
    "one",
    "in",
    "five",
    "from",
    "to",
    "between",
    "and",
    "or",
    "by",
    "rose",
    "fell",
    "doubled",
    "halved",
    "percent",
    "%",
    "$",
    "€",
    "bn",
    "m",
    "k",
    "-",
    "–",
    "/",
    ".",
    ",",
    ":",
    "(",
    ")",
    "year",
    "old",
    "ago",
    "people",
    "past",
    "decade",
    "at",
    "least",
    "about",
    "of",
    "the",
    "\n",
    "May",
    "Tuesday",
    "quarter",
    "first",
]
PROSE = "The council said on Tuesday that 3,400 homes were damaged in the flood. "

any_text = st.text(max_size=200)
number_text = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
glued_text = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


class TestAnyText:
    @given(any_text | number_text | glued_text, st.sampled_from(LANGUAGES))
    @settings(max_examples=200, deadline=None)
    def test_offsets_give_the_text_and_do_not_overlap(self, text, language):
        found = find_quantities(text, language)

        end = 0
        for quantity in found:
            assert text[quantity.start : quantity.end] == quantity.text
            assert quantity.text.strip()
            assert quantity.start >= end
            assert quantity.kind in KINDS
            assert quantity.as_dict()["start"] == quantity.start
            end = quantity.end

    @given(any_text | glued_text)
    @settings(max_examples=100, deadline=None)
    def test_the_short_way_to_plain_words_cuts_no_other_words(self, text):
        assert PARTED.split(text) == re.split(f"({TOKEN})", text)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_mark_without_its_letter_is_a_mark_like_others(self, language):
        (found,) = find_quantities("\u05b0 12 \u064b \u05b0", language)

        assert found.value == 12

    @given(number_text)
    @settings(max_examples=100, deadline=None)
    def test_a_range_runs_upward_and_has_no_single_value(self, text):
        for quantity in find_quantities(text):
            if quantity.kind == "range":
                assert quantity.value is None
                assert quantity.low < quantity.high


class TestTables:
    def test_of_bare_numerals_hold_no_figures(self):
        text = "Rents rose by 4 percent. " + "\n".join("12 15 31 40 7 8" for _ in range(6))

        assert [found.text for found in find_quantities(text)] == ["4 percent"]

    def test_that_are_small_are_read(self):
        assert len(find_quantities("They won 12, 15, 31, 40, 7 and 8 seats.")) >= 6


class TestHostileText:
    @pytest.mark.parametrize(
        "text",
        [
            "1" * 50_000,
            "," * 50_000,
            "1,000," * 8_000,
            "1." * 25_000,
            '"' * 50_000,
            "one hundred " * 4_000,
            "a" * 50_000,
            "(" * 50_000,
            "a-" * 25_000,
            "\u200b1\u200b" * 12_000,
            "👍🏽1" * 10_000,
            "1\r\n" * 12_000,
            "1 " * 25_000,
        ],
        ids=lambda text: repr(text[:6]),
    )
    def test_costs_no_more_than_dense_figures(self, text):
        dense = "He saw 5 to 7 men. " * (len(text) // 19)

        spent = self.seconds(text)

        assert spent < 8 * self.seconds(dense) + 0.3

    def test_cost_grows_with_the_length_of_the_text(self):
        small, large = PROSE * 60, PROSE * 600

        assert self.seconds(large) < 20 * self.seconds(small) + 0.2

    @staticmethod
    def seconds(text: str) -> float:
        find_quantities(text[:1000])
        started = time.process_time()
        find_quantities(text)
        return time.process_time() - started
