"""Where a new utterance begins in speech that nobody punctuated.

The words become one letter each (classes.py), and one pattern finds clauses in the row of letters
(clauses.py). A clause begins an utterance where the one before has its verb, the word before may
end a clause, and no "that", "because" or verb of saying takes the clause in.
"""

from __future__ import annotations

import re

import numpy
from numpy.typing import NDArray

from ..lexicon import lexicon
from .classes import classes_of
from .clauses import EVENTS, mended

LONG = 200  # code points without a full stop, even at the end, that no one sentence has
LONG_IN_SPEECH = 30  # the same in a text that has no full stops
VERY_LONG = 900  # the same where a full stop stands at the end
SHORTEST = 2  # words of an utterance
REPORTED = 25  # words in which "and" goes on with what somebody is reported to have said
ENDED = re.compile(r"[.!?…:;。؟](?!\w)")
CLOSING = 6  # code points in which a sentence ends, with the marks behind it
REACH = 7  # letters in which a conjunction finds the clause that it takes in
SPACES, BLANK = "\n\r\t\u2028\u2029\xa0", ord(" ")

OPENERS = "kcbB"
PLAIN = ("finite", "relative", "which", "head")
CLAUSES = ("pronoun", "core", "counted", "bare")
TAKING = ("that", "taken", "joint")
ASKED = ("asked", "who", "inverted")
INSIDE = frozenset("dDpowWsfcbBk#R")  # letters of words with something behind them
BEFORE_TAKING = frozenset((*OPENERS, "Y"))  # an utterance begins with one of these and "that"
#: Letters of words that a clause may end with: in front of a pronoun, and of anything else.
BEFORE_PRONOUN, BEFORE_NOUN = frozenset("nNiutyYmOEQT#PegvVA,rH"), frozenset("nNiutyYmOE#TA,")
FRONTED = tuple(first + "u" + subject for first in "UQ" for subject in "SCE")
OPENERS_OR_ENDS = BEFORE_PRONOUN.union(OPENERS)


def is_unpunctuated(text: str, start: int, end: int, *, is_spoken: bool) -> bool:
    """Say whether a sentence is too long to be one; is_spoken: hardly one of the text is closed."""
    size = end - start
    if is_spoken:
        return size > LONG_IN_SPEECH and (
            size > VERY_LONG or not ENDED.search(text, end - CLOSING, end)
        )
    return size > LONG and not ENDED.search(text, start, end)


def utterances(text: str, start: int, end: int, code: str) -> list[tuple[int, int]]:
    """Spans of the utterances in a stretch of text; the stretch itself in a language not known."""
    if not lexicon(code).table("clause_subjects"):
        return [(start, end)]
    flat = text[start:end]
    for space in SPACES:
        flat = flat.replace(space, " ")
    letters = " ".join(map(classes_of(code).__getitem__, flat.split(" ")))
    cuts = _cuts(mended(letters.replace(" ", "")))
    cuts = _begins(cuts, flat, letters, start) if cuts else []
    spans = []
    for begin, stop in zip([start, *cuts], [*cuts, end], strict=True):
        piece = text[begin:stop]
        spans.append((begin, begin + len(piece.rstrip(" \n\t,"))))
    return [span for span in spans if span[0] < span[1]]


def _begins(cuts: list[int], flat: str, letters: str, start: int) -> list[int]:
    """Code points of the words that have some letters, of which the blanks are not counted."""
    gaps = _blanks(letters)
    numbers = (gaps - numpy.arange(len(gaps))).searchsorted(cuts, "right")
    return (_blanks(flat)[numbers - 1] + start + 1).tolist()


def _blanks(text: str) -> NDArray[numpy.intp]:
    """Code points of the blanks of a text."""
    return numpy.flatnonzero(numpy.frombuffer(text.encode("utf-32-le"), "<u4") == BLANK)


def _cuts(kinds: str) -> list[int]:
    """Letters that an utterance begins with, but for the first."""
    cuts: list[int] = []
    begin, is_complete, is_reported, taken_until = 0, False, False, 0
    for event in EVENTS.finditer(kinds):
        name = event.lastgroup
        if name in PLAIN:
            is_complete = is_complete or name == "finite"
            continue
        at = event.start()
        if name in CLAUSES and at < taken_until:
            taken_until = 0
            continue
        if name == "joint":
            taken_until = at + REACH
        if name in TAKING and kinds[at - 1] not in BEFORE_TAKING:
            continue
        if is_complete and name != "saying":
            first = _opened(kinds, at)
            goes_on = is_reported and kinds[first:at] == "c" and at - begin < REPORTED
            if first - begin >= SHORTEST and not goes_on and _may_end(kinds, first, event):
                cuts.append(first)
                begin, is_complete, is_reported = first, False, False
        if name in TAKING:
            continue
        if name == "saying":
            is_reported = at > 0 and kinds[at - 1] not in "SRA"
        is_complete = True
    return cuts


def _opened(kinds: str, at: int) -> int:
    """Where an utterance begins with the words that open it: "and so", "now"."""
    first = at
    if kinds[at - 1] == "Y" and kinds[at - 2] in OPENERS:
        first = at - 1
    elif kinds[at - 2 : at + 1] in FRONTED and kinds[at - 3] in OPENERS_OR_ENDS:
        first = at - 2  # "last year we ..."
    while first and kinds[first - 1] in OPENERS:
        first -= 1
    return first


def _may_end(kinds: str, first: int, event: re.Match[str]) -> bool:
    """Say whether a clause may end before a letter, in front of an event."""
    before, name, at = kinds[first - 1], event.lastgroup, event.start()
    if name in TAKING:
        return first < at and kinds[at] in "sjJf" and before in BEFORE_PRONOUN
    if name == "opening":
        return before not in INSIDE
    if first < at or name in ASKED:
        return before in BEFORE_PRONOUN
    if name == "pronoun" and kinds[at] in "SC":
        spoken = before == "a" and kinds[first - 2] in "SEO"  # "what we did | we ..."
        return spoken or (before in BEFORE_PRONOUN and before != "H")
    if before in BEFORE_NOUN:
        return True
    if before == "P" and (kinds[at] in "ETO#" or kinds[first - 2] in "aIxm"):
        return True
    # What stands behind a verb and has a verb of its own is no object of the first.
    if before == "e" and kinds[first - 2] in "aIxr":
        return True
    return before in "egvP" and kinds[event.end() - 1] in "aAIvz" and kinds[at] not in "ETQ"
