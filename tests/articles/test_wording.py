from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import wording
from articles.errors import Empty, ForbiddenCharacter, TooLarge


class TestClean:
    @pytest.mark.parametrize(
        ("raw", "cleaned"),
        [
            ("one\r\ntwo", "one\ntwo"),
            ("one\rtwo", "one\ntwo"),
            ("one\n\r\ntwo", "one\n\ntwo"),
            ("\ufeffone", "one"),
            ("one\ufefftwo", "one\ufefftwo"),
            ("  one \t\n", "  one \t\n"),
            ("e\u0301 ﬁ \u00a0 \u200f שלום", "e\u0301 ﬁ \u00a0 \u200f שלום"),
            ("one\u2028two\u0085three", "one\u2028two\u0085three"),
        ],
    )
    def test_changes_line_ends_and_a_leading_mark_and_nothing_else(self, raw, cleaned):
        assert wording.clean(raw) == cleaned

    @given(st.text())
    def test_twice_is_once(self, raw):
        assert wording.clean(wording.clean(raw)) == wording.clean(raw)

    @given(st.text())
    def test_keeps_every_other_character_in_its_order(self, raw):
        def others(text):
            return text.lstrip("\ufeff").replace("\r", "").replace("\n", "")

        assert others(wording.clean(raw)) == others(raw)

    @given(st.text())
    def test_leaves_no_carriage_return(self, raw):
        assert "\r" not in wording.clean(raw)


class TestCheck:
    @pytest.mark.parametrize("blank", ["", " ", "\n\t\n", "\u00a0\u2003"])
    def test_refuses_a_text_without_text(self, blank):
        with pytest.raises(Empty):
            wording.check(blank)

    @pytest.mark.parametrize(
        "character",
        ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", "\ud800", "\udfff", "\ufffe"],
    )
    def test_refuses_what_cannot_be_kept(self, character):
        with pytest.raises(ForbiddenCharacter) as refusal:
            wording.check(f"one\ntwo {character}three", field="body")

        assert f"U+{ord(character):04X}" in str(refusal.value)
        assert "Line 2, character 5" in str(refusal.value)
        assert refusal.value.field == "body"

    @given(st.text(min_size=1))
    def test_accepts_exactly_what_the_database_and_xml_can_hold(self, raw):
        text = wording.clean(raw) + "."
        allowed = all(
            character in "\t\n" or (character >= " " and character not in "\ufffe\uffff")
            for character in text
        )

        try:
            wording.check(text)
            accepted = True
        except ForbiddenCharacter:
            accepted = False

        assert accepted == allowed

    def test_accepts_right_to_left_text_with_its_marks(self):
        wording.check("ראש העיר אמר: \u200f\u202b12%\u202c\u2067 שולם \u2069")

    def test_refuses_a_text_over_the_limit_and_says_both_numbers(self, settings):
        settings.ARTICLE_MAX_CHARACTERS = 1000

        wording.check("x" * 1000)
        with pytest.raises(TooLarge, match=r"1,001 characters.*1,000"):
            wording.check("x" * 1001)


class TestSha256:
    @given(st.text(alphabet=st.characters(codec="utf-8")))
    def test_is_of_the_utf_8_bytes(self, text):
        assert wording.sha256_of(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()
