"""Which letters spare a block the search for what credits and captions begin with."""

from __future__ import annotations

import pytest

from claims.extraction.layout.wordings import letters_of, special
from claims.extraction.lexicon import languages


class TestLetters:
    @pytest.mark.parametrize(
        ("pattern", "letters"),
        [
            ("^Dear .{2,60},$", "d"),
            (r"^\(?(photo|image)s?:", "(pi"),
            (r"^(additional )?reporting by\b", "ar"),
            (r"^[\d.,]+[km]? likes\b", "0.,"),
            (r"^(\d{1,2}[.)] |[-*] )?(for (more|further)|notes?)", "0-*fn"),
            (r"^\((more|less) of\b", "("),
        ],
    )
    def test_are_those_that_a_pattern_may_begin_with(self, pattern, letters):
        assert letters_of(pattern) == set(letters)

    @pytest.mark.parametrize(
        "pattern", [r"^\w+ \d", r"^(\w+|by) ", "^a?", "^[a-z]by", "^[^a]b", "^.b"]
    )
    def test_may_be_any(self, pattern):
        assert letters_of(pattern) is None


@pytest.mark.parametrize("code", languages())
def test_openings_of_no_letter_are_few(code):
    openings, _ = special(code)

    assert openings["\u0153"].pattern.count("|") <= 2


@pytest.mark.parametrize(
    "opening", ["Photo: A. Holm", "© 2024", "PICTURED a ferry", "3 March 2024 |"]
)
def test_openings_are_found_by_their_letter(opening):
    assert special("en")[0][opening[0]].match(opening)
