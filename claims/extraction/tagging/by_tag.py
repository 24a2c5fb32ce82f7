"""Class letter of each word by the tag that a model gave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from spacy.vocab import Vocab

from ..lexicon import lexicon
from .remembered import Remembered

PENN = {
    "NN": "n", "NNS": "n", "NNP": "N", "NNPS": "N", "JJ": "n", "JJR": "n", "JJS": "n", "CD": "#",
    "DT": "d", "PDT": "d", "PRP$": "d", "WP$": "s", "WDT": "s", "WP": "s", "WRB": "s", "CC": "c",
    "VB": "v", "VBD": "v", "VBP": "v", "VBZ": "v", "VBN": "g", "VBG": "g", "MD": "a", "RB": "r",
    "RBR": "r", "RBS": "r", "PRP": "x", "EX": "x", "TO": "a", "RP": "r", "POS": "p", "FW": "N",
    "IN": "p", "UH": "r", "NFP": "-", "ADD": "N", "LS": "#", "SYM": "n", "AFX": "n", "$": "#",
}  # fmt: skip
UNIVERSAL = {
    "NOUN": "n", "PROPN": "N", "ADJ": "n", "NUM": "#", "DET": "d", "CCONJ": "c", "SCONJ": "s",
    "VERB": "v", "AUX": "a", "ADV": "r", "PRON": "x", "ADP": "p", "PART": "r", "INTJ": "r",
    "SYM": "n", "X": "N",
}  # fmt: skip

Letters = Mapping[int, str]  # number of a tag -> letter


def letters_by_tag(
    vocab: Vocab, code: str, marks: Mapping[str, str | None], *, penn: bool
) -> Callable[[str], Letters]:
    """Return what tells the letters that a word may have; most words share those of the tags.

    marks: word -> its letter where no tag has a say; None for all others.
    """
    names, changes = PENN if penn else UNIVERSAL, _tag_changes(code)
    acronyms = lexicon(code).table("acronyms")
    strings = vocab.strings
    plain: Remembered[str] = Remembered(lambda tag: names.get(strings[tag], "n"))
    fixed: Remembered[Letters] = Remembered(lambda letter: Remembered(lambda tag: letter))

    def letters(text: str) -> Letters:
        mark, change = marks[text], changes.get(text.lower(), {})
        if mark is None and text in acronyms and change:
            mark = "N"
        if mark is not None:
            return fixed[change.get(mark, mark)]
        return Remembered(lambda tag: change.get(plain[tag], plain[tag])) if change else plain

    return letters


@cache
def _tag_changes(code: str) -> dict[str, dict[str, str]]:
    """Word -> letter of its tag -> letter, for words that the rules know better."""
    words = lexicon(code).words
    changes: dict[str, dict[str, str]] = {}
    for tags, table, letter in (("vg", "auxiliaries", "a"), ("pr", "subordinators", "s"),
                                ("nr", "numerals", "#"), ("nN", "weekdays", "t"),
                                ("nNvgpr", "clock_marks", "t"),
                                ("nN", "never_nouns", "v"),
                                ("xd", "only_nouns", "n")):  # fmt: skip
        for word in words.get(table, ()):
            changes.setdefault(word, {}).update(dict.fromkeys(tags, letter))
    for word in words.get("never_reduced", ()):
        changes.setdefault(word, {})["n"] = "v"  # "the 24-year-old wrote"
    # "both were armed": no conjunction.
    for word, letter in lexicon(code).letters.items():
        if letter == "d":
            changes.setdefault(word, {})["c"] = "d"
    return changes
