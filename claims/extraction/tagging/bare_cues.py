"""Bare forms of saying behind a plural subject of several words, told without a tagger.

"Doctors in the town say the army left", "Residents who live near it say C".
"""

from __future__ import annotations

from ..lexicon import Lexicon

REACH = 16  # tokens of "Residents who live near the plant in the south of Lim"
STARTS = '.,:;"('  # class letters behind which a subject may open a clause
NO_NOUN = 'dnN#x"sREGVBSWO'  # class letters of what a verb that is no noun may be followed by
NO_THING = "dx#N"  # the same behind a word that may be a noun as well: "Critics claim the firm"


def plural_says(lower: list[str], letters: list[str], index: int, words: Lexicon) -> bool:
    """Say whether a bare form behind a singular noun is the verb of a plural in front of that."""
    cue = words.cues.get(lower[index])
    if cue is None or "c" not in cue.frames or words.has("documents", lower[index]):
        return False  # "Sales of the annual report the firm prints fell"
    following = letters[index + 1 : index + 2]
    only = words.has("only_bare", lower[index])
    if not following or following[0] not in (NO_NOUN if only else NO_THING):
        return False
    begin = _opening(letters, index)
    if begin is None:
        return False
    return _is_plural_subject(lower, letters, begin, index, words)


def _opening(letters: list[str], index: int) -> int | None:
    """First token of the clause that ends before a token; None if it is too far off."""
    for at in range(index - 1, max(-1, index - REACH), -1):
        if letters[at] in STARTS:
            return at + 1
        if letters[at] == "c" and (not at or letters[at - 1] in STARTS):
            return at + 1
        if not at:
            return 0
    return None


def _is_plural_subject(
    lower: list[str], letters: list[str], begin: int, end: int, words: Lexicon
) -> bool:
    """Say whether nothing but a plural and what describes it stands between two tokens."""
    at = begin
    while at < end and letters[at] in "dnN#":
        at += 1
    if at == begin or at >= end - 1 or letters[at - 1] not in "nN":
        return False
    if not words.is_plural(lower[at - 1]):
        return False
    if letters[at] == "s":  # "who live near it"
        return words.has("person_relatives", lower[at]) or words.has("openers", lower[at])
    if letters[at] in "vg":  # "held at the border"
        return letters[at + 1] == "p" and "a" not in letters[at:end]
    return letters[at] == "p" and not any(letter in "vas" for letter in letters[at:end])
