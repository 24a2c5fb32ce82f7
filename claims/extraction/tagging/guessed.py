"""Class letters of words without a tagger: by tables, endings and what stands beside them."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import Any

from ..lexicon import Lexicon, lexicon
from .cue_letters import is_thing, mend_base, stand_alone
from .flags import FOLLOWS_SAYING, IRREGULAR, MARKS_INFINITIVE, MARKS_NOUN, OPENS, TELLS
from .papers import is_paper, shows

#: A word in lower case, its flags, its letter or those by its tag, as written, whether it is
#: written with a capital, and whether it has one of the bits MARKED.
Form = tuple[str, int, Any, str, bool, bool]
TEXT, CAPITAL = 3, 4  # places in a Form
#: Letters of words that may be nouns or names where they stand, and of "'s".
UNDECIDED = "REGVBSWO"
#: The same as a table of bytes: 1 for such a letter, and with names, which may be common nouns.
OF_VERBS, OF_NOUNS = (
    bytes(chr(code) in letters for code in range(256)) for letters in (UNDECIDED, UNDECIDED + "N")
)
FINITE = "aEWS"  # letters of words that are finite verbs behind a noun
BEFORE_VERBS = 'xcsrt,.;:()"-'  # letters behind which a word that may be a verb is one


def from_words(
    forms: list[Form], lower: list[str], flags: list[int], marked: list[int], letters: list[str],
    words: Lexicon, firsts: set[int],
) -> None:  # fmt: skip
    """Mend the letters that the words of an untagged document have by themselves.

    marked: as in Tokens; firsts: the tokens that begin a sentence.
    """
    every_noun = bool(words.words.get("capital_nouns"))
    settled = _settled(words.code)
    asks = OF_NOUNS if every_noun else OF_VERBS
    for index in compress(range(len(letters)), "".join(letters).encode().translate(asks)):
        letter, previous = letters[index], letters[index - 1] if index else "."
        capital = forms[index][CAPITAL] and index not in firsts
        if not capital:
            told = settled[letter].get(previous)
            if told is not None:
                second = index - 1 in firsts
                opens = index in firsts or (second and previous == "c")
                cited = letter in "VB" and (opens or second or previous in "a,")
                if cited and is_paper(lower, letters, index, words, opens=opens):
                    told = "n"
                elif previous == "d" and stand_alone(lower, index, words):
                    told = "v"
                elif previous == "#" and flags[index] & IRREGULAR:
                    # "Some 400 fled": who is counted did it; not so in "400 lost years".
                    done = letters[index + 1 : index + 2] in (["n"], ["N"])
                    done = done and words.has("irregular_participles", lower[index])
                    told = "n" if done else "v"
                elif letter == "O" and not words.has("contracting", lower[index - 1]):
                    told = "p"  # "everybody's"
                letters[index] = told
                continue
        if letter == "R":
            letter = "N" if capital else "r"
        elif letter == "E":
            letter = "N" if capital else "v"
        elif letter != "N":
            # A capital inside a sentence makes a name of what looks like a verb.
            if capital and not forms[index][TEXT].isupper():
                letter = "N"
            else:
                letter = _verb_or_noun(
                    "g" if letter == "G" else "v", previous, lower, letters, index, words
                )
                letter = "n" if is_thing(letters, lower, index, words) else letter
                if letter == "v" and index > 1 and previous in "vgn":
                    _mend_subject(letters, lower, index, firsts, words)
        if letter == "N" and every_noun and index and _is_common(previous, forms[index - 1][TEXT]):
            letter = "n"
        letters[index] = letter
    for head in words.table("day_heads"):
        for index in [at for at, word in enumerate(lower[:-1]) if word == head]:
            if words.has("day_names", lower[index + 1]):
                letters[index] = letters[index + 1] = "t"
                if words.has("day_tails", "".join(lower[index + 2 : index + 3])):
                    letters[index + 2] = "t"
    for word in words.table("lone_cues"):
        for index in [at for at, said in enumerate(lower) if said == word and at > 1]:
            if letters[index - 1] == "x" or letters[index - 2 : index] == ['"', ","]:
                letters[index] = "v"
    if words.words.get("capital_auxiliaries"):
        _mend_capitals(letters, [form[TEXT] for form in forms], firsts)
    for index in [at for at in marked if flags[at] & TELLS]:
        bits, before = flags[index], letters[index - 1] if index else "."
        if before == "v" and bits & MARKS_NOUN and lower[index - 1] in words.bases:
            letters[index - 1] = before = "n"
        if bits & OPENS and letters[index : index + 2] == ["s", "a"]:
            quoted = before == '"' and index - 1 in firsts
            if index in firsts or quoted:
                letters[index] = "d"  # "That was denied by Norway"
        noun = bits & OPENS and index in firsts and letters[index + 1 : index + 3] == ["v", "a"]
        if noun and (lower[index + 1] in words.nouns or words.has("told_nouns", lower[index + 1])):
            letters[index : index + 2] = "dn"  # "That claim has been rejected"
        if bits & MARKS_INFINITIVE and letters[index : index + 2] in (["a", "N"], ["a", "d"]):
            letters[index] = "p"  # "envoy to Norland", "handed to the court"
        if before == "n" and bits & FOLLOWS_SAYING:
            mend_base(letters, lower, index, words)


@cache
def _settled(code: str) -> dict[str, dict[str, str]]:
    """Letter of a word by itself -> letter before it -> its letter, where these two tell enough.

    They do for most words that may be verbs, which spares them all other questions.
    """
    noun = {} if lexicon(code).table("inflected") else {"d": "n", "#": "n"}
    verb = dict.fromkeys(BEFORE_VERBS, "v") | noun
    return {
        "R": dict.fromkeys(BEFORE_VERBS + "anNvgdp#", "r"),
        "E": dict.fromkeys(BEFORE_VERBS + "anNvg#", "v") | {"d": "n", "p": "n"},
        "G": dict.fromkeys(BEFORE_VERBS + "ap", "g") | noun,
        "V": verb | {"N": "v"},
        "B": verb | {"a": "v"},
        "S": verb | {"N": "v", "a": "v"},
        "W": verb | dict.fromkeys("anNvg", "v"),
        "O": dict.fromkeys(BEFORE_VERBS + "anNvgdp#", "p") | {"x": "a", "s": "a"},  # "it's"
        "N": {},
    }


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
    paper = paper or words.has("groups", previous)  # "officials and witnesses said"
    if (before == "v" and cue.is_past and paper) or (before == "g" and letters[index - 2] == "t"):
        letters[index - 1] = "n"
    # "but shelter operators said"
    opens = letters[index - 2] == "v" and (index - 2 in firsts or letters[index - 3] == "c")
    if before == "n" and opens and (lower[index - 2] in words.bases or paper):
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


def _verb_or_noun(
    letter: str, previous: str, lower: list[str], letters: list[str], index: int, words: Lexicon
) -> str:
    """The letter of what may be a verb: n behind an article, or where another verb stands."""
    if previous == "d" and words.table("inflected"):
        return letter  # "в этом сомневается": where nouns are declined it is no noun
    if previous in "d#":
        return "n"
    if previous == "p" and letter == "v":
        return "v" if words.has("quoting_marks", lower[index - 1]) else "n"
    plural = lower[index].endswith("s")
    if plural and previous == "v" and lower[index - 1] in words.cues:
        after = letters[index + 1] if index + 1 < len(letters) else "."
        if after in FINITE:
            return "n"  # "said exports fell"
    if (
        plural
        and previous in "vg"
        and (lower[index] in words.nouns or words.has("rebutted_nouns", lower[index]))
    ):
        return "n"  # "called reports of a leak"
    if lower[index] in words.bases:
        if previous == "v":
            return "n"
        before = lower[index - 1]
        if previous in "nN" and before[-1] != "s" and before not in words.table("plurals"):
            return "n" if not shows(lower, letters, index, words) else letter
    elif previous == "a" and lower[index - 1] in words.table("infinitive_marks"):
        # "according to figures": no infinitive.
        return "n" if lower[index].endswith("s") and letter == "v" else letter
    elif plural and previous in "nvg" and is_paper(lower, letters, index, words):
        return "n"
    return letter


def _is_common(previous: str, before: str) -> bool:
    """Say whether a noun with a capital, in a language where all have one, is no name."""
    return previous in "d#" or (previous == "n" and before[0].islower())
