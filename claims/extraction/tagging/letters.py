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

from ..lexicon import Cue, Lexicon, lexicon
from .flags import FOLLOWS_SAYING, MARKS_INFINITIVE, MARKS_NOUN, TELLS
from .labels import SUBJECTS, has_parse
from .remembered import Remembered

PUNCTUATION = {
    ",": ",", "،": ",", "、": ",", ";": ";", "؛": ";", ":": ":", "(": "(", "[": "(", ")": ")",
    "]": ")", "-": "-", "–": "-", "—": "-", "--": "-", "/": "-",
}  # fmt: skip
QUOTE_MARKS = frozenset([*"\"“”«»„‟‘’'\u05f4", "''", "``"])
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
DOCUMENT_REACH = 8  # tokens of "minutes of the board obtained by S" before "record that"
NAME_TAGS = ("NNP", "NNPS")
FINITE_TAGS = ("VBD", "VBZ", "MD")
NUMBER = re.compile(r"^[-+]?[$€£¥₪₽]?\d[\d.,:/]*\w{0,3}%?$")
REACH = 14  # tokens in which a verb is looked for before another
SHORT_WORD = 4  # letters; no ending tells a verb in a word that is not longer


def from_tags(
    doc: Doc, places: list[int], texts: list[str], lower: list[str], flags: list[int],
    words: Lexicon,
) -> list[str]:  # fmt: skip
    """Letters of a tagged document; a parse mends what taggers confuse."""
    fine = _names(doc, TAG)
    penn = any(tag in PENN for tag in fine[:50])
    by_tag, table = (fine, PENN) if penn else (_names(doc, POS), UNIVERSAL)
    letters = [
        table.get(by_tag[place], "n") if mark is None else mark
        for place, mark in zip(places, map(_MARKS.__getitem__, texts), strict=True)
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
                beside = following in NAME_TAGS and not _is_adverb(lower[index], words)
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
        _mend_base(letters, lower, index, words)
        if letters[index] == "d" and _opens_clause(letters, lower, index, words):
            letters[index] = "s"
    _mend_cues(letters, lower, words)
    return letters


def _names(doc: Doc, attribute: int) -> list[str]:
    """An attribute of each token, in words."""
    values, strings = doc.to_array(attribute).tolist(), doc.vocab.strings
    named = {value: strings[value] for value in set(values)}
    return [named[value] for value in values]


def _is_adverb(word: str, words: Lexicon) -> bool:
    return words.has("adverbs", word) or word.endswith(words.lists["adverb_endings"])


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


def _mend_cues(letters: list[str], lower: list[str], words: Lexicon) -> None:
    """Put right what taggers confuse around verbs of saying: "aides said", "Ms Orr said"."""
    cues = words.cues
    for index in [at for at, word in enumerate(lower) if at and word in cues]:
        cue = cues[lower[index]]
        if letters[index : index + 3] == ["v", "n", ":"] and _is_adverb(lower[index + 1], words):
            letters[index + 1] = "r"  # "she adds dryly:"
        if cue.stance == "denies" and letters[index + 1 : index + 2] == ["r"]:
            _mend_charge(letters, lower, index + 1, words)
        if cue.is_base and cue.strong and letters[index - 1 : index + 1] == ["v", "v"]:
            # "activists say": of what looks like two verbs the plural is the noun that speaks.
            letters[index - 1] = "n" if lower[index - 1].endswith("s") else "v"
        if cue.participle or cue.is_base or cue.is_past_participle:
            continue
        if letters[index] == "v" and _is_thing(letters, lower, index, words):
            letters[index] = "n"
            continue
        if letters[index] in "gn" and _speaks(letters, lower, index, cue, words):
            letters[index] = "v"
        before = letters[index - 1]
        if letters[index] == "v" and before in "vgN" and lower[index - 1] in cues:
            past = cues[lower[index - 1]]
            if past.is_past and past.strong and lower[index] in words.nouns:
                # "refuted claims": what is refuted.
                letters[index - 1], letters[index] = "v", "n"
                continue
        # Of two finite verbs in a row the first is the noun that speaks.
        if cue.strong and letters[index] == "v" and before == "v":
            marked = index > 1 and words.has("infinitive_marks", lower[index - 2])
            letters[index - 1] = "v" if marked else "n"


def _mend_charge(letters: list[str], lower: list[str], index: int, words: Lexicon) -> None:
    """What looks like an adverb and belongs to nothing is denied: "denies manslaughter by"."""
    following = "".join(letters[index + 1 : index + 2])
    if following in tuple("pc.,") and not _is_adverb(lower[index], words):
        letters[index] = "n"


def _is_thing(letters: list[str], lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether a noun that may be a verb of saying is the object of a verb before it.

    "trimmed its annual forecast", "after the firm's report".
    """
    if lower[index] not in words.nouns:
        return False
    begin = index
    while begin and letters[begin - 1] == "n":
        begin -= 1
    return begin > 1 and letters[begin - 1] == "d" and letters[begin - 2] in "vgp"


def _opens_clause(letters: list[str], lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether "that" before a plural or an article opens a clause: "and that rents rose"."""
    if not words.has("openers", lower[index]) or index + 1 >= len(lower):
        return False
    following = lower[index + 1]
    plural = letters[index + 1] == "n" and following.endswith("s") and following[-2:] != "ss"
    return letters[index + 1] == "d" or plural


def _mend_base(letters: list[str], lower: list[str], index: int, words: Lexicon) -> None:
    """A bare form of saying before "that" or a pronoun is a verb behind a plural or a number.

    "Deputies in Varn claim that", "4 in 10 say they".
    """
    if index < 2 or letters[index - 1] != "n":
        return
    cue = words.cues.get(lower[index - 1])
    if cue is None or not cue.is_base:
        return
    counted = cue.strong and letters[index - 2] == "#"
    if counted or _plural_speaks(letters, lower, index - 1, words):
        letters[index - 1] = "v"


def _plural_speaks(letters: list[str], lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether what stands before a bare form is a plural subject at the start of a clause."""
    plural = False
    for at in range(index - 1, max(-1, index - REACH), -1):
        if at and letters[at] in "vg" and letters[at - 1] == "n" and letters[at + 1] == "p":
            continue  # "letters seen by the board"
        if letters[at] not in "nNdp#-":
            return plural and letters[at] in '.,:"'
        if letters[at] == "n":
            plural = plural or lower[at].endswith("s") or words.has("plurals", lower[at])
    return plural


def _joins_verb(letters: list[str], lower: list[str], conjunction: int, words: Lexicon) -> bool:
    """Say whether "and" ties a past form to a finite verb: "blamed the press and called it"."""
    for at in range(conjunction - 1, max(-1, conjunction - REACH), -1):
        if words.has("passive_auxiliaries", lower[at]):
            return False
        if letters[at] == "g" and letters[at - 1 : at] == ["a"]:
            # "had crossed the border, and called the report a lie"
            return not words.has("passive_auxiliaries", lower[at - 1])
        if letters[at] in ".;g":
            return False
        if letters[at] == "v":
            return True
    return False


def mend_closing_verbs(
    letters: list[str], lower: list[str], spans: list[tuple[int, int]], words: Lexicon
) -> None:
    """A verb of saying that a tagger takes for a noun: "Rents have risen, a survey shows."; or the
    other way round: "The board disputes that account."."""
    for first, end in spans:
        last = end - 1
        while last > first and letters[last] in '."':
            last -= 1
        told = last > first and letters[last] == "v" and letters[last - 1] == "d"
        if told and words.has("told_nouns", lower[last]):
            letters[last] = "n"
        if last <= first or letters[last] != "n" or letters[last - 1] not in "nN":
            continue
        cue = words.cues.get(lower[last])
        if cue is None or cue.participle or "c" not in cue.frames:
            continue
        begin = last
        while begin > first and letters[begin - 1] in "nNdgp":
            begin -= 1
        is_source = letters[begin] in "nNd" and "c" not in letters[begin:last]
        if is_source and begin > first + 1 and letters[begin - 1] in ',"':
            letters[last] = "v"


def _speaks(letters: list[str], lower: list[str], index: int, cue: Cue, words: Lexicon) -> bool:
    """Say whether what stands around a cue that is tagged as something else makes it a verb."""
    before = letters[index - 1]
    if words.has("only_verbs", lower[index]):
        return before not in "d#p"
    following = lower[index + 1] if index + 1 < len(lower) else ""
    if following == ":" and letters[index + 2 : index + 3] == ['"']:
        return before in ",nN" and cue.strong  # 'the mayor, Ada Holm, tweets: "'
    if (
        letters[index] == "n"
        and before in "Nx"
        and any(
            tuple(lower[index + 1 : index + 1 + len(rest)]) == rest
            for rest, _ in words.phrases.get(lower[index], ())
        )
    ):
        return True  # "Orr points out"
    opens = words.has("openers", following)
    if opens and "d" in cue.frames and letters[index] == "n":
        near = lower[max(0, index - DOCUMENT_REACH) : index]
        if words.has_any("documents", near):
            return True  # "minutes of the board seen by Orr shows that"
    if letters[index] == "g" and before == "c" and cue.is_past:
        told = following in words.nouns  # "but rejected claims that"
        return opens or told or _joins_verb(letters, lower, index - 1, words)
    if letters[index] == "g":
        return before in "Nxt" or (opens and (before == "c" or (before == "n" and cue.strong)))
    if before == "r" and cue.strong and letters[index] == "n":
        return lower[index] not in words.nouns
    if before in "Nx" and (following == "," or cue.is_past or (opens and cue.strong)):
        return True
    return before in "cnN" and opens and lower[index] not in words.nouns


def from_words(
    texts: list[str], lower: list[str], flags: list[int], words: Lexicon, firsts: set[int]
) -> list[str]:
    """Letters of an untagged document; `firsts` are the tokens that begin a sentence."""
    letters = list(map(_letters(words.code).__getitem__, texts))
    every_noun = bool(words.words.get("capital_nouns"))
    undecided = "REVGN" if every_noun else "REVG"
    for index in [at for at, letter in enumerate(letters) if letter in undecided]:
        text, letter = texts[index], letters[index]
        previous = letters[index - 1] if index else "."
        capital = text[0].isupper() and index not in firsts
        if letter == "R":
            letter = "N" if capital else "r"
        elif letter == "E":
            letter = "N" if capital else "n" if previous in "dp" else "v"
        elif letter in "VG":
            # A capital inside a sentence makes a name of what looks like a verb.
            if capital and not text.isupper():
                letter = "N"
            else:
                letter = _verb_or_noun(letter.lower(), previous, lower, index, words)
                letter = "n" if _is_thing(letters, lower, index, words) else letter
                if letter == "v" and index > 1 and previous in "vgn":
                    _mend_subject(letters, lower, index, firsts, words)
        if letter == "N" and every_noun and index and _is_common(previous, texts[index - 1]):
            letter = "n"
        letters[index] = letter
    for head in words.table("day_heads"):
        for index in [at for at, word in enumerate(lower[:-1]) if word == head]:
            if words.has("day_names", lower[index + 1]):
                letters[index] = letters[index + 1] = "t"
                if words.has("day_tails", "".join(lower[index + 2 : index + 3])):
                    letters[index + 2] = "t"
    if words.words.get("capital_auxiliaries"):
        _mend_capitals(letters, texts, firsts)
    for index in [at for at, bits in enumerate(flags) if bits & TELLS]:
        bits, before = flags[index], letters[index - 1] if index else "."
        if bits & MARKS_NOUN and before == "v" and lower[index - 1] in words.bases:
            letters[index - 1] = "n"
        if bits & MARKS_INFINITIVE and letters[index : index + 2] == ["a", "N"]:
            letters[index] = "p"  # "envoy to Norland"
        if bits & FOLLOWS_SAYING:
            _mend_base(letters, lower, index, words)
    return letters


def _mend_subject(
    letters: list[str], lower: list[str], index: int, firsts: set[int], words: Lexicon
) -> None:
    """What word lists take for a verb before one of saying is who speaks.

    "official figures showed", "minutes of the May meeting show", "Trade bodies blame".
    """
    cue = words.cues.get(lower[index])
    if cue is None:
        return
    before, previous = letters[index - 1], lower[index - 1]
    paper = previous in words.nouns or words.has("documents", previous)
    if (before == "v" and cue.is_past and paper) or (before == "g" and letters[index - 2] == "t"):
        letters[index - 1] = "n"
    opens = index - 2 in firsts and letters[index - 2] == "v"
    if before == "n" and opens and lower[index - 2] in words.bases:
        letters[index - 2] = "n"


def _mend_capitals(letters: list[str], texts: list[str], firsts: set[int]) -> None:
    """A word with a capital inside a sentence is a name: "secretario de Estado"."""
    for index in [at for at, letter in enumerate(letters) if letter == "x" and at]:
        if (
            texts[index].istitle()
            and index not in firsts
            and letters[index + 1 : index + 2] == ["N"]
        ):
            letters[index] = "N"  # "Me Solène Hardouin"
    for index in [at for at, letter in enumerate(letters) if letter in "ad" and at]:
        if letters[index] == "d" and letters[index + 1 : index + 2] != ["N"]:
            continue  # "Antoine Le Goff"
        opens = index in firsts or letters[index - 1] in '".:-'
        if not opens and texts[index][0].isupper() and not texts[index].isupper():
            letters[index] = "N"


def _verb_or_noun(letter: str, previous: str, lower: list[str], index: int, words: Lexicon) -> str:
    """The letter of what may be a verb: n behind an article, or where another verb stands."""
    if previous == "d" and words.table("inflected"):
        return letter  # "в этом сомневается": where nouns are declined it is no noun
    if previous in "d#":
        return "n"
    if previous == "p" and letter == "v":
        return "v" if words.has("quoting_marks", lower[index - 1]) else "n"
    plural = lower[index].endswith("s") and previous in "vg"
    if plural and (lower[index] in words.nouns or words.has("rebutted_nouns", lower[index])):
        return "n"  # "called reports of a leak"
    if lower[index] in words.bases:
        if previous == "v":
            return "n"
        before = lower[index - 1]
        if previous in "nN" and before[-1] != "s" and before not in words.table("plurals"):
            return "n"
    elif previous == "a" and lower[index - 1] in words.table("infinitive_marks"):
        # "according to figures": no infinitive.
        return "n" if lower[index].endswith("s") and letter == "v" else letter
    return letter


def _is_common(previous: str, before: str) -> bool:
    """Say whether a noun with a capital, in a language where all have one, is no name."""
    return previous in "d#" or (previous == "n" and before[0].islower())


@cache
def _letters(code: str) -> Remembered[str]:
    return Remembered(partial(_letter, code))


def _letter(code: str, text: str) -> str:
    """Letter of a word by itself; V, G, E and R may be nouns or names where they stand.

    E is a verb by its ending alone.
    """
    words = lexicon(code)
    word = text.lower()
    if words.has("acronyms", text):
        return "N"
    letter = _MARKS[text] or _closed_classes(code).get(word)
    if letter is not None:
        return letter
    if NUMBER.match(text):
        return "#"
    if word in words.cues:
        cue = words.cues[word]
        return "G" if cue.participle or cue.is_past_participle else "V"
    if word in words.verbs:
        return "V" if words.verbs[word] else "G"
    if any(word.endswith(ending) and len(word) > 4 for ending in words.lists["adverb_endings"]):
        return "R"
    if len(word) > SHORT_WORD and word.endswith(words.lists["verb_endings"]):
        return "E" if not _is_noun(word, words) else "N" if text[0].isupper() else "n"
    return "N" if text[0].isupper() else "n"


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
    if text in QUOTE_MARKS:
        return '"'
    if any(character.isalnum() for character in text):
        return None
    return "." if text[0] in ".!?…。！？؟" else "n" if text[0] in "%$€£" else "-"


_MARKS: Remembered[str | None] = Remembered(_mark)
