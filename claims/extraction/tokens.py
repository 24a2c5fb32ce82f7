"""Flat view of a Doc: lists and one class letter per token, so that rules read fast."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from .labels import SUBJECTS, has_parse
from .lexicon import Lexicon
from .quotes import Quote

# Class letters. Noun-like: n common noun or adjective, N name, # number, t day or month.
# d determiner, p preposition, c conjunction, s subordinator, v finite verb, g other verb form,
# a auxiliary, r adverb, x pronoun. Punctuation: , ; : . " ( ) -
NOUN_LIKE = frozenset("nN#t")

PUNCTUATION = {
    ",": ",", "،": ",", "、": ",", ";": ";", "؛": ";", ":": ":", "(": "(", "[": "(", ")": ")",
    "]": ")", "-": "-", "–": "-", "—": "-", "--": "-", "/": "-",
}  # fmt: skip
QUOTE_MARKS = frozenset([*"\"“”«»„‟‘’'", "''", "``"])
APOSTROPHES = ("'", "’")
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
NUMBER = re.compile(r"^[-+]?[$€£¥₪₽]?\d[\d.,:/]*\w{0,3}%?$")


@dataclass(slots=True)
class Tokens:
    """Words and marks of a document as parallel lists; space is left out.

    places: number of each token in the Doc; words: lower case; kinds: one class letter a token,
    as one string; tagged: the letters come from a tagger; sentence: number of the sentence that
    a token lies in; spans: token range of each sentence.
    """

    text: str
    places: list[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: str
    tagged: bool
    sentence: list[int]
    spans: list[tuple[int, int]]

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """Code point span of the tokens from `start` to before `end`."""
        return self.starts[start], self.ends[end - 1]


def read_tokens(
    doc: Doc, sentences: list[tuple[int, int]], quotes: list[Quote], words: Lexicon
) -> Tokens:
    """Return the flat view; `sentences` are code point spans in order."""
    kept = [token for token in doc if not token.is_space]
    texts = [token.text for token in kept]
    places = [token.i for token in kept]
    lower = [text.lower() for text in texts]
    starts = [token.idx for token in kept]
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    owner, spans = _owners(starts, ends, sentences)
    tagged = doc.has_annotation("TAG") or doc.has_annotation("POS")
    if tagged:
        letters = _from_tags(kept, texts, lower, words)
    else:
        letters = _from_words(texts, lower, words, {span[0] for span in spans})
    if tagged:
        if has_parse(doc):
            _mend_past(letters, kept, places)
        _mend_verbs(letters, lower, words)
    _free_apostrophes(letters, lower, starts, ends, quotes)
    return Tokens(doc.text, places, lower, starts, ends, "".join(letters), tagged, owner, spans)


def _mend_past(letters: list[str], kept: list[Token], places: list[int]) -> None:
    """A past participle with a subject and no auxiliary is a past tense: "prices declined"."""
    for index, token in enumerate(kept):
        if token.dep_ not in SUBJECTS or token.head.i < token.i:
            continue
        verb = bisect_left(places, token.head.i)
        alone = "a" not in letters[index:verb]
        if letters[verb] == "g" and alone and kept[verb].tag_ == "VBN":
            letters[verb] = "v"


def _mend_verbs(letters: list[str], lower: list[str], words: Lexicon) -> None:
    """Put right what taggers confuse around verbs of saying: "aides said", "Ms Orr said"."""
    for index in range(1, len(letters)):
        cue = words.cues.get(lower[index])
        if cue is None or cue.participle or cue.is_base or cue.is_past_participle:
            continue
        before = letters[index - 1]
        if (letters[index] == "g" and before in "Nxt") or (
            letters[index] == "n" and before in "Nx" and letters[index + 1 : index + 2] == [","]
        ):
            letters[index] = "v"
        if not cue.strong:
            continue
        if (
            letters[index] == "v"
            and letters[index - 1] == "v"
            and not words.has("infinitive_marks", lower[index - 2] if index > 1 else "")
        ):
            letters[index - 1] = "n"


def _free_apostrophes(
    letters: list[str], lower: list[str], starts: list[int], ends: list[int], quotes: list[Quote]
) -> None:
    """An apostrophe that ends no quotation ties a word to the next: "the farmers' union"."""
    marks = {quote.inner_end for quote in quotes} | {quote.start for quote in quotes}
    for index in range(1, len(letters)):
        if letters[index] == '"' and lower[index] in APOSTROPHES and starts[index] not in marks:
            letters[index] = "p" if starts[index] == ends[index - 1] else '"'


def _owners(
    starts: list[int], ends: list[int], sentences: list[tuple[int, int]]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Sentence number of each token, and the token span of each sentence."""
    owner, spans = [0] * len(starts), []
    index, count = 0, len(starts)
    for number, (begin, end) in enumerate(sentences):
        while index < count and ends[index] <= begin:
            owner[index] = max(0, number - 1)
            index += 1
        first = index
        while index < count and starts[index] < end:
            owner[index] = number
            index += 1
        spans.append((first, index))
    for rest in range(index, count):
        owner[rest] = max(0, len(sentences) - 1)
    return owner, spans


def _mark(text: str) -> str | None:
    """Class of a token without letters or digits, None for a word."""
    if text[0].isalnum():
        return None
    if text in PUNCTUATION:
        return PUNCTUATION[text]
    if text in QUOTE_MARKS:
        return '"'
    if any(character.isalnum() for character in text):
        return None
    return "." if text[0] in ".!?…。！？؟" else "n" if text[0] in "%$€£" else "-"


def _from_tags(kept: list[Token], texts: list[str], lower: list[str], words: Lexicon) -> list[str]:
    penn = any(token.tag_ in PENN for token in kept[:50])
    letters = []
    for index, (token, text, word) in enumerate(zip(kept, texts, lower, strict=True)):
        letter = _mark(text)
        if letter is None:
            letter = PENN.get(token.tag_, "n") if penn else UNIVERSAL.get(token.pos_, "n")
            if letter in "vg" and words.has("auxiliaries", word):
                letter = "a"
            elif letter in "pr" and words.has("subordinators", word):
                letter = "s"
            elif letter in "vg" and text[0].isupper() and not text.isupper():
                letter = _capital_verb(letter, index, kept)
            elif letter in "nr" and words.has("numerals", word):
                letter = "#"
            elif letter in "nN" and words.has("weekdays", word):
                letter = "t"
        letters.append(letter)
    return letters


def _capital_verb(letter: str, index: int, kept: list[Token]) -> str:
    """A capital inside a sentence, or before a finite verb, makes a name of a verb."""
    following = kept[index + 1].tag_ if index + 1 < len(kept) else ""
    if not kept[index].is_sent_start or following in ("VBD", "VBZ", "MD"):
        return "N"
    return letter


def _from_words(texts: list[str], lower: list[str], words: Lexicon, firsts: set[int]) -> list[str]:
    table = _closed_classes(words)
    verbs, cues = words.verbs, words.cues
    letters: list[str] = []
    previous, plural = ".", False
    for index, (text, word) in enumerate(zip(texts, lower, strict=True)):
        letter = _mark(text) or table.get(word)
        capital = text[0].isupper() and index not in firsts
        if letter is None:
            if NUMBER.match(text):
                letter = "#"
            elif capital and not text.isupper():
                letter = "N"
            elif word in cues or word in verbs:
                finite = not cues[word].participle if word in cues else verbs[word]
                letter = "v" if finite else "g"
                singular = previous in "nN" and not plural
                after_noun = word in words.bases and singular
                after_verb = word in words.bases and previous == "v"
                if previous in "d#" or (previous == "p" and finite) or after_noun or after_verb:
                    letter = "n"
            elif word.endswith("ly") and len(word) > 4:
                letter = "r"
            else:
                letter = "N" if text[0].isupper() else "n"
        if words.has("noun_markers", word) and previous == "v" and lower[index - 1] in words.bases:
            letters[-1] = "n"
        letters.append(letter)
        previous = letter
        plural = word.endswith("s") or words.has("plurals", word)
    return letters


def _closed_classes(words: Lexicon) -> dict[str, str]:
    table: dict[str, str] = {}
    pronouns = [name for name in words.words if name.startswith("pronouns.")]
    order = [("weekdays", "t"), ("months", "t"), *((name, "x") for name in pronouns),
             ("determiners", "d"), ("subordinators", "s"), ("auxiliaries", "a"),
             ("conjunctions", "c"), ("prepositions", "p"), ("adverbs", "r")]  # fmt: skip
    for name, letter in order:
        for word in words.words.get(name, ()):
            table.setdefault(word, letter)
    return table | words.letters
