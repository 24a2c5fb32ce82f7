from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.workbench.lit import Mark, lit

TEXT = "The mayor said the port grew.\n\nHer deputy denied it.\n"


def joined(paragraphs):
    return "".join(
        "".join(piece.text for piece in paragraph.pieces) + paragraph.gap
        for paragraph in paragraphs
    )


def shown(paragraphs):
    """(subject, text) of everything that is lit, in reading order."""
    return [
        (piece.mark.subject, piece.text)
        for paragraph in paragraphs
        for piece in paragraph.pieces
        if piece.mark and piece.is_said
    ]


class TestLit:
    def test_lights_exactly_what_the_offsets_say(self):
        paragraphs = lit(TEXT, [Mark(15, 28, "growth")])

        assert shown(paragraphs) == [("growth", "the port grew")]

    def test_cuts_paragraphs_at_blank_lines(self):
        paragraphs = lit(TEXT, [])

        assert [paragraph.start for paragraph in paragraphs] == [0, 31]
        assert joined(paragraphs) == TEXT

    def test_runs_over_paragraphs(self):
        paragraphs = lit(TEXT, [Mark(19, 41, "both")])

        assert shown(paragraphs) == [("both", "port grew."), ("both", "Her deputy")]
        assert [p.is_start for par in paragraphs for p in par.pieces if p.mark] == [True, False]

    def test_shows_the_shorter_of_two_nested_claims(self):
        paragraphs = lit(TEXT, [Mark(0, 29, "sentence"), Mark(15, 28, "clause")])

        assert shown(paragraphs) == [
            ("sentence", "The mayor said "),
            ("clause", "the port grew"),
            ("sentence", "."),
        ]
        assert [piece.depth for piece in paragraphs[0].pieces] == [1, 2, 1]

    def test_shows_the_current_claim_over_any_other(self):
        paragraphs = lit(TEXT, [Mark(0, 29, "long", is_current=True), Mark(15, 28, "short")])

        assert {subject for subject, _text in shown(paragraphs)} == {"long"}

    def test_leaves_out_what_interrupts_a_statement(self):
        text = "“We grew,” she said, “by half.”"
        mark = Mark(0, 31, "growth", segments=((1, 9), (22, 30)))

        paragraphs = lit(text, [mark])

        assert shown(paragraphs) == [("growth", "We grew,"), ("growth", "by half.")]
        unsaid = [piece.text for piece in paragraphs[0].pieces if not piece.is_said]
        assert unsaid == ["“", "” she said, “", "”"]

    def test_counts_code_points_beyond_the_basic_plane(self):
        text = "𝟙𝟚 😀 עיר גדולה"

        assert shown(lit(text, [Mark(5, 8, "city")])) == [("city", "עיר")]

    @pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 1000)])
    def test_refuses_a_mark_outside_the_text(self, start, end):
        with pytest.raises(ValueError, match="outside"):
            lit(TEXT, [Mark(start, end, "wrong")])


@st.composite
def marked_text(draw):
    text = draw(st.text(alphabet="ab \nשж😀", min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    found = draw(st.lists(spans.filter(lambda span: span[0] < span[1]), max_size=8))
    return text, [Mark(start, end, n) for n, (start, end) in enumerate(found)]


class TestAnyMarks:
    @given(marked_text())
    def test_the_pieces_give_the_text_back(self, case):
        text, marks = case

        assert joined(lit(text, marks)) == text

    @given(marked_text())
    def test_a_character_is_lit_exactly_when_a_mark_covers_it(self, case):
        text, marks = case
        covered = [any(mark.start <= at < mark.end for mark in marks) for at in range(len(text))]

        lights = []
        for paragraph in lit(text, marks):
            for piece in paragraph.pieces:
                lights += [piece.mark is not None] * len(piece.text)
            # Blank lines between paragraphs carry no light: there is nothing to see.
            lights += [None] * len(paragraph.gap)

        for light, cover in zip(lights, covered, strict=True):
            assert light in (None, cover)
