"""Class letters of words without a tagger: by tables, endings and what stands beside them."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import Any

from ..lexicon import Lexicon, lexicon
from .bare_cues import plural_says
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
STARTING = '.,;:"c'  # letters behind which a subject may begin
FINITE = "aEWS"  # letters of words that are finite verbs behind a noun
BEFORE_VERBS = 'xcsrt,.;:()"-'  # letters behind which a word that may be a verb is one


def from_words(
    forms: list[Form], lower: list[str], flags: list[int], marked: list[int], letters: list[str],
    words: Lexicon, firsts: set[int],
) -> None:  # fmt: skip
    """Mend the letters that the words of an untagged document have by themselves.

    marked: as in Tokens; firsts: the tokens that begin a sentence.
    """
    if not words.table("house_numbers").isdisjoint(lower):
        _name_house(forms, lower, letters, words)
    guesses = Guesses(forms, lower, flags, letters, words, firsts)
    guesses.mend_undecided()
    guesses.mend_days()
    if words.table("adverb_phrases"):
        guesses.mend_adverb_phrases()
    guesses.mend_lone_cues()
    if words.words.get("capital_auxiliaries"):
        guesses.mend_capitals()
    guesses.mend_counts()
    guesses.mend_around([at for at in marked if flags[at] & TELLS])


def _name_house(forms: list[Form], lower: list[str], letters: list[str], words: Lexicon) -> None:
    """Let "No 10" be a name: of those who sit there."""
    numbers = words.table("house_numbers")
    for at, word in enumerate(lower):
        marked = word in numbers and at and words.has("house_marks", lower[at - 1])
        if marked and forms[at - 1][CAPITAL]:
            letters[at - 1] = letters[at] = "N"


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


@cache
def _openings(code: str) -> dict[str, list[tuple[str, ...]]]:
    """First word of an adverb of several words -> what may follow."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in lexicon(code).table("adverb_phrases"):
        first, *rest = phrase.split()
        found.setdefault(first, []).append(tuple(rest))
    return found


class Guesses:
    """The letters of one document, as they are mended; `letters` holds what is told so far."""

    def __init__(
        self, forms: list[Form], lower: list[str], flags: list[int], letters: list[str],
        words: Lexicon, firsts: set[int],
    ):  # fmt: skip
        self.forms, self.lower, self.flags, self.letters = forms, lower, flags, letters
        self.words, self.firsts = words, firsts
        self.objects = words.table("object_pronouns")

    def mend_undecided(self) -> None:
        """Decide what may be a noun, a name or a verb by what stands before it."""
        letters, forms, firsts = self.letters, self.forms, self.firsts
        every_noun = bool(self.words.words.get("capital_nouns"))
        settled = _settled(self.words.code)
        asks = OF_NOUNS if every_noun else OF_VERBS
        for index in compress(range(len(letters)), "".join(letters).encode().translate(asks)):
            letter, previous = letters[index], letters[index - 1] if index else "."
            if previous == "n" and index in firsts:
                previous = "."  # behind a headline
            capital = forms[index][CAPITAL] and index not in firsts
            told = None if capital else settled[letter].get(previous)
            if told is not None:
                exceptional = letter in "VBO" or previous in "d#"
                letters[index] = self._told(letter, index, previous, told) if exceptional else told
                continue
            letter = self._weighed(letter, index, previous, capital=capital)
            if letter == "N" and every_noun and index:
                letter = "n" if _is_common(previous, forms[index - 1][TEXT]) else letter
            letters[index] = letter

    def _told(self, letter: str, index: int, previous: str, told: str) -> str:
        """The letter that the one before tells, but for some words."""
        lower, words = self.lower, self.words
        if letter in "VB" and self._cites(index, previous):
            return "n"
        if previous == "d":
            if lower[index - 1] in self.objects and self._has_object(index):
                self.letters[index - 1] = "r"
                return "v"
            return "v" if stand_alone(lower, index, words) else told
        if previous == "#" and words.has("never_attributive", lower[index]):
            return "v"  # "who has lived there since 2011 said"
        if previous == "#" and self.flags[index] & IRREGULAR:
            # "Some 400 fled": who is counted did it; not so in "400 lost years".
            done = self.letters[index + 1 : index + 2] in (["n"], ["N"])
            return "n" if done and words.has("irregular_participles", lower[index]) else "v"
        if letter == "O" and not words.has("contracting", lower[index - 1]):
            return "p"  # "everybody's"
        return told

    def _has_object(self, index: int) -> bool:
        """Say whether a pronoun stands before a verb of saying, and no article before a noun.

        "S l'accuse", "elle la dément", "comme l'explique S", "ainsi que le note S".
        """
        if index < 2 or self.lower[index] not in self.words.cues:
            return False
        marks = self.lower[max(0, index - 3) : index - 1]
        quoting = self.words.has_any("quoting_marks", marks) and self.letters[index - 2] in "sr"
        return quoting or self.letters[index - 2] in "xN"

    def _cites(self, index: int, previous: str) -> bool:
        """Say whether a paper is cited at a token: "Records kept by S show that"."""
        second = index - 1 in self.firsts
        opens = index in self.firsts or (second and previous == "c")
        if not (opens or second or previous in "a,"):
            return False
        return is_paper(self.lower, self.letters, index, self.words, opens=opens)

    def _weighed(self, letter: str, index: int, previous: str, *, capital: bool) -> str:
        """The letter of a word that the one before does not tell."""
        letters, lower, words = self.letters, self.lower, self.words
        if letter == "N":
            return letter
        # A capital inside a sentence makes a name of what looks like a verb.
        if capital and (letter in "RE" or not self.forms[index][TEXT].isupper()):
            return "N"
        if letter in "RE":
            return "r" if letter == "R" else "v"
        letter = self._verb_or_noun("g" if letter == "G" else "v", previous, index)
        if is_thing(letters, lower, index, words) and not self._is_said_by_many(index):
            letter = "n"
        if letter == "v" and previous in "vgn":
            if index - 1 in self.firsts:
                self._mend_opening_name(index - 1)
            if index > 1:
                self._mend_subject(index)
        return letter

    def _mend_opening_name(self, index: int) -> None:
        """What begins a sentence and may be a verb is a name before a past of saying: "Grant said",
        "Price argued"."""
        cue = self.words.cues.get(self.lower[index + 1])
        if cue is None or not (cue.is_past and cue.strong) or self.letters[index] != "v":
            return
        word = self.lower[index]
        papers = word in self.words.nouns or self.words.has("documents", word)
        if self.forms[index][CAPITAL] and not papers:
            self.letters[index] = "N"

    def _mend_subject(self, index: int) -> None:
        """What word lists take for a verb before one of saying is who speaks.

        "official figures showed", "minutes of the May meeting show", "Trade bodies blame".
        """
        letters, lower, words = self.letters, self.lower, self.words
        cue = words.cues.get(lower[index])
        if cue is None:
            return
        before, previous = letters[index - 1], lower[index - 1]
        paper = previous in words.nouns or words.has("documents", previous)
        paper = paper or words.has("groups", previous)  # "officials and witnesses said"
        timed = before == "g" and letters[index - 2] == "t"
        if timed or (before == "v" and cue.is_past and paper):
            letters[index - 1] = "n"
        # "but shelter operators said"
        begins = index - 2 in self.firsts or letters[index - 3] == "c"
        opens = letters[index - 2] == "v" and begins
        if before == "n" and opens and (lower[index - 2] in words.bases or paper):
            letters[index - 2] = "n"

    def _verb_or_noun(self, letter: str, previous: str, index: int) -> str:
        """The letter of what may be a verb: n behind an article, or where another verb stands."""
        letters, lower, words = self.letters, self.lower, self.words
        if previous == "d" and words.table("inflected"):
            return letter  # "в этом сомневается": where nouns are declined it is no noun
        if previous in "d#":
            return "n"
        if previous == "p" and letter == "v":
            return "v" if words.has("quoting_marks", lower[index - 1]) else "n"
        word = lower[index]
        plural = word.endswith("s")
        if plural and previous == "v" and lower[index - 1] in words.cues:
            after = letters[index + 1] if index + 1 < len(letters) else "."
            if after in FINITE:
                return "n"  # "said exports fell"
        if plural and previous == "n" and words.has("numerals", lower[index - 1]):
            # "three witnesses"; not "three says", "a mother of two claims".
            named = letters[index - 2] == "p" and words.has("topic_prepositions", lower[index - 2])
            return letter if words.has("never_nouns", word) or named else "n"
        rebutted = plural and previous in "vg"
        if rebutted and (word in words.nouns or words.has("rebutted_nouns", word)):
            return "n"  # "called reports of a leak"
        if word in words.bases:
            return "n" if previous == "v" or self._follows_noun(index, previous) else letter
        if previous == "a" and words.has("infinitive_marks", lower[index - 1]):
            # "according to figures": no infinitive.
            return "n" if plural and letter == "v" else letter
        cited = plural and previous in "nvg"
        return "n" if cited and is_paper(lower, letters, index, words) else letter

    def _is_said_by_many(self, index: int) -> bool:
        """Say whether a bare form has a plural further off for its subject."""
        bare = self.lower[index] in self.words.bases
        return bare and plural_says(self.lower, self.letters, index, self.words)

    def _follows_noun(self, index: int, previous: str) -> bool:
        """Say whether a bare form goes on with a noun that it does not have for its subject."""
        before = self.lower[index - 1]
        if previous not in "nN" or self.words.is_plural(before):
            return False
        read = self.lower, self.letters, index, self.words
        return not (shows(*read) or plural_says(*read))

    def mend_days(self) -> None:
        """Two or three words are the name of a day together, as in Hebrew."""
        letters, lower, words = self.letters, self.lower, self.words
        for head in words.table("day_heads"):
            for index in [at for at, word in enumerate(lower[:-1]) if word == head]:
                if words.has("day_names", lower[index + 1]):
                    letters[index] = letters[index + 1] = "t"
                    if words.has("day_tails", "".join(lower[index + 2 : index + 3])):
                        letters[index + 2] = "t"

    def mend_counts(self) -> None:
        """What stands for somebody by itself counts before a noun: "One mother, Ada Holm, said"."""
        letters = self.letters
        for word in self.words.table("one_of_many"):
            for index in [at for at, said in enumerate(self.lower[:-1]) if said == word]:
                opens = index in self.firsts or letters[index - 1] in STARTING
                if letters[index] == "x" and letters[index + 1] == "n" and opens:
                    letters[index] = "#"

    def mend_adverb_phrases(self) -> None:
        """Several words are one adverb together: "при этом", "у свою чергу"."""
        lower, openings = self.lower, _openings(self.words.code)
        for index in [at for at, word in enumerate(lower) if word in openings]:
            for rest in openings[lower[index]]:
                if tuple(lower[index + 1 : index + 1 + len(rest)]) == rest:
                    self.letters[index : index + 1 + len(rest)] = "r" * (len(rest) + 1)

    def mend_lone_cues(self) -> None:
        """What says something only behind a pronoun or a quotation, as in Hebrew."""
        letters = self.letters
        for word in self.words.table("lone_cues"):
            for index in [at for at, said in enumerate(self.lower) if said == word and at > 1]:
                if letters[index - 1] == "x" or letters[index - 2 : index] == ['"', ","]:
                    letters[index] = "v"

    def mend_capitals(self) -> None:
        """A word with a capital inside a sentence is a name: "secretario de Estado"."""
        letters, firsts = self.letters, self.firsts
        texts = [form[TEXT] for form in self.forms]
        for index in [at for at, letter in enumerate(letters) if letter == "x" and at]:
            inside = texts[index].istitle() and index not in firsts
            if inside and letters[index + 1 : index + 2] == ["N"]:
                letters[index] = "N"  # "Me Solène Hardouin"
        for index in [at for at, letter in enumerate(letters) if letter in "ad" and at]:
            if letters[index] == "d" and letters[index + 1 : index + 2] != ["N"]:
                continue  # "Antoine Le Goff"
            opens = index in firsts or letters[index - 1] in '".:-'
            if not opens and texts[index][0].isupper() and not texts[index].isupper():
                letters[index] = "N"

    def mend_around(self, telling: list[int]) -> None:
        """Decide what stands beside words that tell it: "of", "to", and "that" or "they"."""
        letters, lower, words = self.letters, self.lower, self.words
        for index in telling:
            bits, before = self.flags[index], letters[index - 1] if index else "."
            if before == "v" and bits & MARKS_NOUN and lower[index - 1] in words.bases:
                letters[index - 1] = before = "n"
            if bits & OPENS:
                self._mend_opening(index, before)
            if bits & MARKS_INFINITIVE and letters[index : index + 2] in (["a", "N"], ["a", "d"]):
                letters[index] = "p"  # "envoy to Norland", "handed to the court"
            if before == "n" and bits & FOLLOWS_SAYING:
                mend_base(letters, lower, index, words)

    def _mend_opening(self, index: int, before: str) -> None:
        """What "that" is at the start of a sentence: "That was denied", "That claim has been"."""
        letters, lower, words, firsts = self.letters, self.lower, self.words, self.firsts
        begins = index in firsts
        if letters[index : index + 2] == ["s", "a"]:
            if begins or (before == '"' and index - 1 in firsts):
                letters[index] = "d"  # "That was denied by Norway"
        elif begins and letters[index + 1 : index + 3] == ["v", "a"]:
            noun = lower[index + 1]
            if noun in words.nouns or words.has("told_nouns", noun):
                letters[index : index + 2] = "dn"  # "That claim has been rejected"


def _is_common(previous: str, before: str) -> bool:
    """Say whether a noun with a capital, in a language where all have one, is no name."""
    return previous in "d#" or (previous == "n" and before[0].islower())
