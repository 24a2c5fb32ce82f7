"""What is said: where it begins and ends around a cue, told from word order."""

from __future__ import annotations

from ..lexicon import Cue
from . import Span
from .phrases import after_told
from .view import View

CLAUSE_REACH = 16  # tokens between a cue and its "that"


def is_tag(view: View, first: int, last: int, after: int, source: int, *, told: bool) -> bool:
    """Say whether subject and cue follow what is said: "C, S said".

    after: token after the cue; source: first token of the subject; told: the cue takes a person.
    """
    kinds, previous = view.kinds, source - 1
    if told:
        after = after_told(view.tokens, after, last, view.words, told=True)
    if previous < first or kinds[previous] not in ',"-':
        return False
    if after >= last or kinds[after] in ",.;?!":
        return True
    if kinds[previous] == '"':
        return True
    if previous > first and kinds[previous - 1] == '"':
        return True
    return (
        view.has_verb(first, previous)
        and (kinds[after] in "prt" or view.is_word("speech_tails", after))
        and not _opens_statement(view, after, last)
    )


def _opens_statement(view: View, after: int, last: int) -> bool:
    """Say whether a "that" follows, as in "In May, she said on Monday that C"."""
    return that_after(view, after, last) is not None


def interrupted(view: View, after: int, last: int, before: Span | None) -> Span | None:
    """Token range of the second part of "A, he said, B", if B goes on with what is said.

    before: token range of A.
    """
    kinds = view.kinds
    while after < last and kinds[after] not in ',."' and kinds[after] in "rtpdnN#":
        after += 1
    if after >= last or kinds[after] not in ',"-:':
        return None
    begin = after if kinds[after] == '"' else after + 1
    if begin >= last:
        return None
    cut = tail_cut(view, begin, last)
    if kinds[begin] in "dnN#xt" and view.has_verb(begin, cut):
        return view.trimmed(begin, cut)
    goes_on = kinds[begin] in '"c' or (kinds[begin] == "s" and kinds[begin + 1 : begin + 2] == '"')
    if goes_on or (before is not None and not view.has_verb(*before)):
        return view.trimmed(begin, cut)
    return None


def following(view: View, end: int, last: int, cue: Cue) -> tuple[Span, bool, int | None] | None:
    """Token range said after a cue, whether it is a noun phrase, and the noun that brings it."""
    kinds = view.kinds
    begin = _after_aside(view, end, last)
    if begin >= last:
        return None
    clause = "c" in cue.frames
    that = that_after(view, begin, last)
    if that is not None:
        noun = that - 1 if view.tokens.words[that - 1] in view.words.nouns else None
        if clause or noun is not None:
            return _packed(view, that, last, False, noun)
    if kinds[begin] in ':,"' and clause:
        return _after_pause(view, begin, last)
    if "o" in cue.frames or clause:
        begin = after_told(view.tokens, begin, last, view.words, told="o" in cue.frames)
        if kinds[begin] in ':,"' and clause:
            return _after_pause(view, begin, last)
    narrow = "n" in cue.frames or not cue.strong
    if clause and view.is_clause(begin, last, narrow=narrow):
        return _packed(view, begin, last, False, None)
    if "n" in cue.frames and begin < last and kinds[begin] in 'dnN#xg"':
        return _packed(view, begin, last, True, None)
    return None


def _after_aside(view: View, begin: int, last: int) -> int:
    """First token after adverbs, also between commas: "noted, however, that"."""
    while begin < last and view.kinds[begin] == "r":
        begin += 1
    aside = begin + 1
    while begin < last and view.kinds[begin] == "," and view.kinds[aside : aside + 1] == "r":
        while aside < last and view.kinds[aside] == "r":
            aside += 1
        if aside >= last or view.kinds[aside] != ",":
            break
        begin = aside = aside + 1
    return begin


def _after_pause(view: View, begin: int, last: int) -> tuple[Span, bool, int | None] | None:
    """After "he said:" and "he said," a quotation; after a colon anything."""
    kinds = view.kinds
    start = begin
    while start < last and kinds[start] in ":,":
        start += 1
    if start >= last:
        return None
    if kinds[start] == '"' or ":" in kinds[begin:start]:
        return _packed(view, start, last, False, None)
    return None


def _packed(
    view: View, begin: int, last: int, is_object: bool, noun: int | None
) -> tuple[Span, bool, int | None] | None:
    pair = view.trimmed(begin, tail_cut(view, begin, last))
    return (pair, is_object, noun) if pair else None


def that_after(view: View, begin: int, last: int) -> int | None:
    """Token of the "that" which opens what is said, if there is one near."""
    for index in range(begin, min(last, begin + CLAUSE_REACH)):
        if view.is_word("complementizers", index) and view.kinds[index] in "sdp":
            return index
        if view.tokens.words[index] in view.words.nouns:
            continue
        if view.kinds[index] in 'va":;.,':
            return None
    return None


def _joins_cue(view: View, begin: int, index: int, last: int) -> bool:
    """Say whether a conjunction goes on with another act of saying: "and denied that"."""
    after = index + 1
    while after < last and view.kinds[after] in "ra":
        after += 1
    if after >= last or view.kinds[after] != "v" or view.quoted[index] >= 0:
        return False
    cue = view.words.cues.get(view.tokens.words[after])
    return cue is not None and cue.strong and not cue.is_base and view.has_verb(begin, index)


def tail_cut(view: View, begin: int, last: int) -> int:
    """End of what is said: before ", adding ...", ", according to ..." and the like."""
    kinds, words = view.kinds, view.words
    for index in range(begin + 1, last - 1):
        if kinds[index] == ";" and view.quoted[index] < 0:
            return index
        if kinds[index] == "c" and _joins_cue(view, begin, index, last):
            return index
        if kinds[index] not in ',"' or (view.quoted[index] >= 0 and kinds[index] == ","):
            continue
        after = index + 1
        while after < last and kinds[after] == "r":
            after += 1
        if after >= last:
            break
        word = view.tokens.words[after]
        if word in words.prepositions and view.is_word("source_openers", after):
            return index if kinds[index] == "," else index + 1
        if kinds[index] == '"':
            continue
        cue = words.cues.get(word)
        if cue is not None and cue.strong and (cue.participle or kinds[after] == "v"):
            return index
        if words.has("speech_tails", word):
            return index
    return last
