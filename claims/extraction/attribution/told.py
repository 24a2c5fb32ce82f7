"""Who was told, where and when: what stands between a verb of saying and what is said."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.day_marks import opens_time
from ..tagging.tokens import OWNING, Tokens
from .phrases_behind import run_on

TOLD_REACH = 9  # tokens of "reporters in Geneva on Monday"


def after_told(tokens: Tokens, begin: int, last: int, words: Lexicon, *, told: bool) -> int:
    """First token after "reporters on Monday" and "in a statement"."""
    kinds = tokens.kinds
    index = begin
    if told and index < last and kinds[index] in "nNdx":
        if kinds[index] == "x":
            index += 1
        else:
            index = _told_end(tokens, index, last, words)
    elif index + 1 < last and words.has("told_marks", tokens.words[index]):
        index = _told_end(tokens, index + 1, last, words)
    while index < last and index - begin < TOLD_REACH:
        if kinds[index] == "t":
            if index + 1 < last and tokens.words[index + 1] in OWNING:
                break  # "said Monday's fire had killed nine"
            index += 1
        elif kinds[index] == "p" and index + 1 < last and _is_setting(tokens, index, last, words):
            index = _setting_end(tokens, index + 1, last, words)
        elif (
            index + 2 < last
            and tokens.words[index + 2] in words.words["openers"]
            and opens_time(tokens, index, last, words)
        ):
            index += 2  # "last week that"
        else:
            break
    return index if index < last else begin


def _told_end(tokens: Tokens, index: int, last: int, words: Lexicon) -> int:
    """Token after the person told: "the crowd", "Fox News viewers"."""
    kinds = tokens.kinds
    begin = index
    if kinds[index] == "d":
        index += 1
    while index < last and kinds[index] in "nN":
        index += 1
        if words.has("told", tokens.words[index - 1]):
            break
    if index + 1 < last and tokens.words[index] in OWNING:
        return _owned_end(tokens, index + 1, last) or index
    if index + 1 < last and words.has("name_joints", tokens.words[index]) and kinds[index] == "p":
        return run_on(tokens, index + 1, last, words)
    if index > begin and words.has("told", tokens.words[index - 1]):
        return index
    if index < last and kinds[index] not in 'xdsp:,"#tr.':
        # A bare noun may begin what is said: only the name before it was told.
        index = begin + (kinds[begin] == "d")
        while index < last and kinds[index] == "N":
            index += 1
    return index


def _owned_end(tokens: Tokens, begin: int, last: int) -> int | None:
    """Token after what somebody owns: "told Varn Today's | weekly show | it was so"; None where a
    clause begins in it."""
    index = begin
    while index < last and tokens.kinds[index] in "nNr":
        index += 1
    return index if begin < index < last and tokens.kinds[index] in 'xds:,"' else None


def _setting_end(tokens: Tokens, index: int, last: int, words: Lexicon) -> int:
    """Token after "a statement" or "Monday", given the token after the preposition."""
    kinds = tokens.kinds
    while index < last and kinds[index] in "dn#t":
        index += 1
        if kinds[index - 1] == "t" or words.has("settings", tokens.words[index - 1]):
            while index < last and kinds[index] in "t#":
                index += 1
            if not tokens.tagged and kinds[index : index + 2] in ("n:", "n,"):
                index += 1  # "في مؤتمر صحفي:"
            following = tokens.words[index : index + 1]
            if not (following and words.has("settings", following[0])):
                break
    return index


def _is_setting(tokens: Tokens, index: int, last: int, words: Lexicon) -> bool:
    """Say whether "in a statement", "on Monday" begins at a preposition."""
    for at in range(index + 1, min(last, index + 5)):
        if tokens.kinds[at] == "t" or words.has("settings", tokens.words[at]):
            return True
        if tokens.kinds[at] not in "dn#":
            return False
    return False
