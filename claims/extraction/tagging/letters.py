"""One class letter per token: from a tagger where there is one, from word lists otherwise.

n common noun or adjective, N name, # number, t day or month, d determiner, p preposition,
c conjunction, s subordinator, v finite verb, g other verb form, a auxiliary, r adverb, x pronoun.
Punctuation: , ; : . " ( ) -
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import compress

import numpy
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..lexicon import Lexicon, lexicon
from ..lexicon.inflection import joined
from .cue_letters import is_adverb, mend_base, mend_cues, opens_clause
from .flags import FOLLOWS_SAYING
from .labels import SUBJECTS
from .remembered import Remembered

PUNCTUATION = {
    ",": ",", "،": ",", "、": ",", ";": ";", "؛": ";", ":": ":", "(": "(", "[": "(", ")": ")",
    "]": ")", "-": "-", "–": "-", "—": "-", "―": "-", "--": "-", "/": "-",
}  # fmt: skip
QUOTE_MARKS = frozenset([*"\"“”«»„‟‘’'\u05f4", "''", "``"])
NOUN_TABLES = ("groups", "titles", "organisation_words", "documents")
OF_NAMES = bytes(letter == ord("N") for letter in range(256))  # 1 for this letter
PARTICLES = 3  # tokens of "van der Aalst"
Tags = NDArray[numpy.uint64]  # number of a tag, or the like, of each token in spaCy
NAME_TAGS = ("NNP", "NNPS")
FINITE_TAGS = ("VBD", "VBZ", "MD")
NUMBER = re.compile(r"^[-+]?[$€£¥₪₽]?\d[\d.,:/٫٬]*\w{0,3}[%٪]?$")
SHORT_WORD = 4  # letters; no ending tells a verb in a word that is not longer


def from_tags(
    doc: Doc, told: list[Tags], places: list[int], texts: list[str], lower: list[str],
    flags: list[int], marked: list[int], letters: list[str], capitals: list[int], words: Lexicon,
) -> None:  # fmt: skip
    """Mend the letters that the tags of a document tell, by the words and by a parse.

    told: of each token the fine tag, how far off its head is, and its relation to that; marked: as
    in Tokens; capitals: places of words that are written with one.
    """
    tags, distances, relations = told
    names, finite = (numbers_of(doc.vocab, those) for those in (NAME_TAGS, FINITE_TAGS))
    for index in capitals:
        letter = letters[index]
        if letter in "vgnr" and not texts[index].isupper():
            place = places[index]
            following = int(tags[place + 1]) if place + 1 < len(tags) else 0
            if letter == "r":
                behind = letters[index - 1 : index] == ["N"]
                beside = following in names and not is_adverb(lower[index], words)
                if beside or (behind and not words.has("adverbs", lower[index])):
                    letters[index] = "N"  # "Edda Rask", "Ian Tully"
                continue
            # A capital inside a sentence makes a name; at its start one before a name, or what
            # looks like a verb before a finite verb.
            before = finite if letter != "n" else names
            if letter == "v" and following in names and not _is_verb(lower[index], words):
                before = names  # "Lorna Rask, an actuary, said", as a tagger may take it
            if not doc[place].is_sent_start or following in before:
                letters[index] = "N"
            elif letter == "n" and _leads_capital(letters, texts, index):
                letters[index] = "N"  # "Human Rights Watch", none of which is tagged as a name
    _mend_past(doc.vocab, letters, places, tags, distances.view("int64"), relations)
    _mend_names(doc, letters, places, texts, lower, capitals, words)
    for index in [at for at in marked if flags[at] & FOLLOWS_SAYING]:
        mend_base(letters, lower, index, words)
        if letters[index] == "d" and opens_clause(letters, lower, index, words):
            letters[index] = "s"
    mend_cues(letters, lower, marked, words)


@lru_cache(maxsize=64)
def numbers_of(vocab: Vocab, names: tuple[str, ...] | frozenset[str]) -> frozenset[int]:
    """Numbers of labels in spaCy."""
    return frozenset(vocab.strings[name] for name in names)


def _mend_names(
    doc: Doc, letters: list[str], places: list[int], texts: list[str], lower: list[str],
    capitals: list[int], words: Lexicon,
) -> None:  # fmt: skip
    """A name inside a sentence is one at the start of another, too."""
    found = list(compress(range(len(letters)), "".join(letters).encode().translate(OF_NAMES)))
    adverbs, particles = words.table("adverbs"), words.table("name_particles")
    opening = [at for at in found if lower[at] in adverbs and doc[places[at]].is_sent_start]
    for index in opening:
        letters[index] = "r"  # "Afterwards Ada Holm ..."
    names = [at for at in found if letters[at] == "N"] if opening else found
    for index in names:
        first = index - 1
        while first > 0 and index - first < PARTICLES and lower[first] in particles:
            first -= 1
        if 0 <= first < index - 1 and letters[first] == "N":
            letters[first + 1 : index] = "N" * (index - first - 1)  # "Joris van der Aalst"
        elif texts[index].islower() and _is_lone_verb(letters, lower, index, words):
            letters[index] = "v"  # "Ryanair cut nine routes", as a tagger may take it
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
    for index in [at for at in capitals if texts[at] in known]:
        mistaken = letters[index] == "p" and not words.has("prepositions", lower[index])
        if letters[index] in "nvrga" or mistaken:
            letters[index] = "N"


def _leads_capital(letters: list[str], texts: list[str], index: int) -> bool:
    """Say whether a noun or name with a capital follows a word."""
    behind = texts[index + 1 : index + 2]
    return behind != [] and behind[0].istitle() and letters[index + 1] in "nN"


def _is_lone_verb(letters: list[str], lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether a form of a verb stands between a name and its object."""
    named = index > 0 and letters[index - 1] == "N"
    return (
        named
        and letters[index + 1 : index + 2] in (["d"], ["#"])
        and bool(words.verbs.get(lower[index]))
    )


def _mend_past(
    vocab: Vocab, letters: list[str], places: list[int], tags: Tags,
    distances: NDArray[numpy.int64], relations: Tags,
) -> None:  # fmt: skip
    """A past participle with a subject and no auxiliary is a past tense: "prices declined"."""
    ahead = numpy.flatnonzero(distances > 0)
    ahead = ahead[tags[ahead + distances[ahead]] == vocab.strings["VBN"]]
    subjects = numbers_of(vocab, SUBJECTS)
    near = zip(ahead.tolist(), distances[ahead].tolist(), relations[ahead].tolist(), strict=True)
    for place, distance, relation in near:
        if relation not in subjects:
            continue
        verb, index = bisect_left(places, place + distance), bisect_left(places, place)
        if letters[verb] == "g" and "a" not in letters[index:verb]:
            letters[verb] = "v"


def letter_alone(code: str, text: str) -> str:
    """Letter of a word by itself; R, E, G, V, B, S and W may be nouns or names where they stand.

    R adverb, E verb by its ending alone, G other form of a verb, V B S W finite verb (see below).
    """
    words = lexicon(code)
    word = text.lower()
    if words.has("acronyms", text):
        return "N"
    if words.has("lone_cues", word):
        return "n"
    if text[0].isupper() and words.has("open_months", word):
        return "N"  # "in May", not "may"
    letter = MARKS_OF[text] or _closed_classes(code).get(word)
    if letter == "a" and text.istitle() and words.has("open_months", word):
        return "N"  # "said in May that"
    if letter is not None:
        is_name = letter == "t" and text[0].isupper() and bool(words.table("small_months"))
        return "N" if is_name and words.has("months", word) else letter
    if NUMBER.match(text):
        return "#"
    if word in words.cues:
        cue = words.cues[word]
        return "G" if cue.participle or cue.is_past_participle else _verb(word, words)
    if word in words.verbs:
        return _verb(word, words) if words.verbs[word] else "G"
    if words.has("irregular_pasts", word):
        return _verb(word, words)
    if any(word.endswith(ending) and len(word) > 4 for ending in words.lists["adverb_endings"]):
        return ("N" if text[0].isupper() else "n") if words.has("no_adverbs", word) else "R"
    if len(word) > SHORT_WORD and word.endswith(words.lists["verb_endings"]):
        infix = words.table("infinitive_infixes")
        if infix and word.endswith("en") and any(mark in word[2:-4] for mark in infix):
            return "n"  # "zurückzuhalten" is no "hielten"
        return "E" if not _is_noun(word, words) else "N" if text[0].isupper() else "n"
    return "N" if text[0].isupper() else "n"


def _is_verb(word: str, words: Lexicon) -> bool:
    """Say whether the tables know a word as a verb, or as what a demand begins with."""
    return word in words.verbs or word in words.cues or words.has("imperatives", word)


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
    order = [("weekdays", "t"), ("months", "t"), ("clock_marks", "t"),
             *((name, "x") for name in pronouns),
             ("determiners", "d"), ("subordinators", "s"), ("auxiliaries", "a"),
             ("conjunctions", "c"), ("prepositions", "p"), ("adverbs", "r")]  # fmt: skip
    for name, letter in order:
        for word in words.words.get(name, ()):
            table.setdefault(word, letter)
    if words.words.get("caseless"):
        ands = sorted(words.table("joined_conjunctions"))
        for name, letter in (("prepositions", "p"), ("adverbs", "r")):
            for word in joined(words.table(name), ands):
                table.setdefault(word, letter)
    return table | words.letters


def _mark(text: str) -> str | None:
    """Letter of a token without letters or digits, None for a word."""
    if text[0].isalnum():
        return None
    if text in PUNCTUATION:
        return PUNCTUATION[text]
    if text in QUOTE_MARKS:
        return '"'
    if any(character.isalnum() for character in text):
        return None
    return "." if text[0] in ".!?…。！？؟" else "n" if text[0] in "%٪$€£" else "-"


MARKS_OF: Remembered[str | None] = Remembered(_mark)
