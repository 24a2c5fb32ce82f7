"""The tokeniser takes time in proportion to the text."""

from __future__ import annotations

import spacy

from claims.extraction.tagging.tokenizer import BoundedTokenizer


class TestBlanksAndSingleMarks:
    TEXT = (
        "Boats\nsank\tnear Varn.\n\nNobody\xa0drowned, they said.\n"
        "— ' the owners’ ship—Orla—'s lost (’) “’—’” '—' ’' didn't—'tis 'em,’ Mr.’s"
    )

    def test_do_not_keep_spacy_from_remembering_words(self):
        rules = BoundedTokenizer(spacy.blank("en").tokenizer, spacy.blank("en").vocab).rules

        assert not {"\n", "—", "'"} & set(rules)
        assert "don't" in rules

    def test_are_cut_as_spacy_cuts_them(self):
        plain, own = spacy.blank("en"), spacy.blank("en")
        bounded = BoundedTokenizer(own.tokenizer, own.vocab)

        expected = [(token.text, token.whitespace_, token.norm_) for token in plain(self.TEXT)]

        assert [(token.text, token.whitespace_, token.norm_) for token in bounded(self.TEXT)] == (
            expected
        )


def test_the_full_stop_behind_a_unit_ends_the_sentence():
    doc = spacy.blank("en")
    words = [token.text for token in BoundedTokenizer(doc.tokenizer, doc.vocab)("It owes £212m.")]

    assert words[-2:] == ["m", "."]


def test_a_bracket_before_a_colon_is_no_face():
    doc = spacy.blank("en")
    words = [token.text for token in BoundedTokenizer(doc.tokenizer, doc.vocab)("(Ada Holm): Yes")]

    assert words == ["(", "Ada", "Holm", ")", ":", "Yes"]
