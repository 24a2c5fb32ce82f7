"""One class letter per token: from a tagger where there is one, from word lists otherwise.

n common noun or adjective, N name, # number, t day or month, d determiner, p preposition,
c conjunction, s subordinator, v finite verb, g other verb form, a auxiliary, r adverb, x pronoun.
Punctuation: , ; : . " ( ) -
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, partial

import numpy
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.tokens import Doc

from ..lexicon import Lexicon, lexicon
from .cue_letters import is_adverb, mend_base, mend_cues, opens_clause
from .flags import FOLLOWS_SAYING
from .labels import SUBJECTS, has_parse
from .remembered import Remembered

PUNCTUATION = {
    ",": ",", "،": ",", "、": ",", ";": ";", "؛": ";", ":": ":", "(": "(", "[": "(", ")": ")",
    "]": ")", "-": "-", "–": "-", "—": "-", "--": "-", "/": "-",
}  # fmt: skip
QUOTEMARKS_OF = frozenset([*"\"“”«»„‟‘’'\u05f4", "''", "``"])
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
NOUN_TABLES = ("groups", "titles", "organisation_words", "documents")
PARTICLES = 3  # tokens of "van der Aalst"
NAME_TAGS = ("NNP", "NNPS")
FINITE_TAGS = ("VBD", "VBZ", "MD")
NUMBER = re.compile(r"^[-+]?[$€£¥₪₽]?\d[\d.,:/]*\w{0,3}%?$")
SHORT_WORD = 4  # letters; no ending tells a verb in a word that is not longer


def from_tags(
    doc: Doc, places: list[int], texts: list[str], lower: list[str], flags: list[int],
    marks: list[str | None], words: Lexicon,
) -> list[str]:  # fmt: skip
    """Letters of a tagged document; a parse mends what taggers confuse."""
    fine = _names(doc, TAG)
    penn = any(tag in PENN for tag in fine[:50])
    by_tag, table = (fine, PENN) if penn else (_names(doc, POS), UNIVERSAL)
    letters = [
        table.get(by_tag[place], "n") if mark is None else mark
        for place, mark in zip(places, marks, strict=True)
    ]
    changes = _tag_changes(words.code)
    acronyms = words.table("acronyms")
    for index in [at for at, word in enumerate(lower) if word in changes]:
        kept = "N" if texts[index] in acronyms else letters[index]
        letters[index] = changes[lower[index]].get(kept, kept)
    for index in [at for at, letter in enumerate(letters) if letter in "vgnr"]:
        text, place = texts[index], places[index]
        if text[0].isupper() and not text.isupper():
            following = fine[place + 1] if place + 1 < len(fine) else ""
            if letters[index] == "r":
                behind = letters[index - 1 : index] == ["N"]
                beside = following in NAME_TAGS and not is_adverb(lower[index], words)
                if beside or (behind and not words.has("adverbs", lower[index])):
                    letters[index] = "N"  # "Edda Rask", "Ian Tully"
                continue
            # A capital inside a sentence makes a name; at its start one before a name, or what
            # looks like a verb before a finite verb.
            before = FINITE_TAGS if letters[index] != "n" else NAME_TAGS
            if not doc[place].is_sent_start or following in before:
                letters[index] = "N"
    if has_parse(doc):
        _mend_past(doc, letters, places, fine)
    adverbs = words.table("adverbs")
    for index in [at for at, word in enumerate(lower) if letters[at] == "N" and word in adverbs]:
        if doc[places[index]].is_sent_start:
            letters[index] = "r"  # "Afterwards Ada Holm ..."
    _mend_names(letters, texts, lower, words)
    for index in [at for at, bits in enumerate(flags) if bits & FOLLOWS_SAYING]:
        mend_base(letters, lower, index, words)
        if letters[index] == "d" and opens_clause(letters, lower, index, words):
            letters[index] = "s"
    mend_cues(letters, lower, words)
    return letters


def _names(doc: Doc, attribute: int) -> list[str]:
    """An attribute of each token, in words."""
    values, strings = doc.to_array(attribute).tolist(), doc.vocab.strings
    named = {value: strings[value] for value in set(values)}
    return [named[value] for value in values]


def _mend_names(letters: list[str], texts: list[str], lower: list[str], words: Lexicon) -> None:
    """A name inside a sentence is one at the start of another, too."""
    names = [index for index, letter in enumerate(letters) if letter == "N"]
    particles = words.table("name_particles")
    for index in names:
        first = index - 1
        while first > 0 and index - first < PARTICLES and lower[first] in particles:
            first -= 1
        if 0 <= first < index - 1 and letters[first] == "N":
            letters[first + 1 : index] = "N" * (index - first - 1)  # "Joris van der Aalst"
        elif len(texts[index]) == 1 and texts[index].islower():
            letters[index] = "n"  # "4,200 sq m Varn Mills"
        elif (
            index > 1
            and letters[index - 1] in "pr"
            and letters[index - 2] + letters[index - 1] in ("np", "nr", "dp")
            and texts[index - 1].istitle()
        ):
            letters[index - 1] = "N"  # "the charity Inside Watch"
    known = {texts[index] for index in names if index and letters[index - 1] not in '.":('}
    for index in [at for at, text in enumerate(texts) if text in known]:
        mistaken = letters[index] == "p" and not words.has("prepositions", lower[index])
        if (letters[index] in "nvrga" or mistaken) and texts[index][0].isupper():
            letters[index] = "N"


@cache
def _tag_changes(code: str) -> dict[str, dict[str, str]]:
    """Word -> letter of its tag -> letter, for words that the rules know better."""
    words = lexicon(code).words
    changes: dict[str, dict[str, str]] = {}
    for tags, table, letter in (("vg", "auxiliaries", "a"), ("pr", "subordinators", "s"),
                                ("nr", "numerals", "#"), ("nN", "weekdays", "t")):  # fmt: skip
        for word in words.get(table, ()):
            changes.setdefault(word, {}).update(dict.fromkeys(tags, letter))
    # "both were armed": no conjunction.
    for word, letter in lexicon(code).letters.items():
        if letter == "d":
            changes.setdefault(word, {})["c"] = "d"
    return changes


def _mend_past(doc: Doc, letters: list[str], places: list[int], fine: list[str]) -> None:
    """A past participle with a subject and no auxiliary is a past tense: "prices declined"."""
    strings = doc.vocab.strings
    subjects = numpy.array([strings[label] for label in SUBJECTS if label in strings], "uint64")
    columns = doc.to_array([HEAD, DEP])
    distances = columns[:, 0].astype("int64")
    leading = numpy.flatnonzero((distances > 0) & numpy.isin(columns[:, 1], subjects))
    for place in leading.tolist():
        head = place + int(distances[place])
        if fine[head] != "VBN":
            continue
        verb, index = bisect_left(places, head), bisect_left(places, place)
        if letters[verb] == "g" and "a" not in letters[index:verb]:
            letters[verb] = "v"


@cache
def letters_of(code: str) -> Remembered[str]:
    return Remembered(partial(_letter, code))


def _letter(code: str, text: str) -> str:
    """Letter of a word by itself; R, E, G, V, B, S and W may be nouns or names where they stand.

    R adverb, E verb by its ending alone, G other form of a verb, V B S W finite verb (see below).
    """
    words = lexicon(code)
    word = text.lower()
    if words.has("acronyms", text):
        return "N"
    letter = MARKS_OF[text] or _closed_classes(code).get(word)
    if letter is not None:
        return letter
    if NUMBER.match(text):
        return "#"
    if word in words.cues:
        cue = words.cues[word]
        return "G" if cue.participle or cue.is_past_participle else _verb(word, words)
    if word in words.verbs:
        return _verb(word, words) if words.verbs[word] else "G"
    if any(word.endswith(ending) and len(word) > 4 for ending in words.lists["adverb_endings"]):
        return "R"
    if len(word) > SHORT_WORD and word.endswith(words.lists["verb_endings"]):
        return "E" if not _is_noun(word, words) else "N" if text[0].isupper() else "n"
    return "N" if text[0].isupper() else "n"


def _verb(word: str, words: Lexicon) -> str:
    """B for a bare form, V for what may be a plural, S for other words of saying, W for the rest.

    The less may be a noun, the less has to be asked where the word stands.
    """
    if word in words.bases:
        return "B"
    if word[-1] == "s" or word in words.nouns:
        return "V"
    return "S" if word in words.cues else "W"


def _is_noun(word: str, words: Lexicon) -> bool:
    """Say whether the tables know a word with the ending of a verb as a noun: "следователи"."""
    if word in words.nouns or any(words.has(table, word) for table in NOUN_TABLES):
        return True
    return word.endswith(tuple(words.table("noun_endings")))


@cache
def _closed_classes(code: str) -> dict[str, str]:
    words = lexicon(code)
    table: dict[str, str] = {}
    pronouns = [name for name in words.words if name.startswith("pronouns.")]
    order = [("weekdays", "t"), ("months", "t"), *((name, "x") for name in pronouns),
             ("determiners", "d"), ("subordinators", "s"), ("auxiliaries", "a"),
             ("conjunctions", "c"), ("prepositions", "p"), ("adverbs", "r")]  # fmt: skip
    for name, letter in order:
        for word in words.words.get(name, ()):
            table.setdefault(word, letter)
    return table | words.letters


def _mark(text: str) -> str | None:
    """Letter of a token without letters or digits, None for a word."""
    if text[0].isalnum():
        return None
    if text in PUNCTUATION:
        return PUNCTUATION[text]
    if text in QUOTEMARKS_OF:
        return '"'
    if any(character.isalnum() for character in text):
        return None
    return "." if text[0] in ".!?…。！？؟" else "n" if text[0] in "%$€£" else "-"


MARKS_OF: Remembered[str | None] = Remembered(_mark)
