"""Statements that only say that another statement is not so."""

from __future__ import annotations

from functools import cache

from .lexicon import Lexicon, lexicon
from .statements import Statement
from .tokens import Tokens

LONGEST = 9  # words of a bare rebuttal: "These numbers are not confirmed"
FRAME = 12  # tokens of "there is no truth in reports that"
OPENING = 4  # tokens in which the noun stands that names a statement ("reports", "claims")


def rebuts(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody cited contradicts: "That is not true", "No, we have hidden nothing".

    Also where what is contradicted stands beside it: "Reports that a dam burst were false", "It is
    not true that a dam burst", "called the report a lie".
    """
    attribution = statement.attribution
    if attribution is None:
        return False
    begin, end = statement.begin, statement.end
    inside = tokens.words[begin:end]
    if words.has("refusals", inside[0]) and tokens.kinds[begin + 1 : begin + 2] == ",":
        negations = words.words.get("negations", frozenset())
        return any(word in negations for word in inside[1:])
    if _is_opened_by_denial(statement, tokens, words):
        return True
    if not _denies(inside, words):
        return False
    if words.has("naming_verbs", attribution.lemma):
        return True
    named = any(
        word in words.nouns or words.has("rebutted_nouns", word) for word in inside[:OPENING]
    )
    points = words.has("pointers", inside[0]) and (
        tokens.kinds[begin + 1 : begin + 2] in ("a", "v") or named
    )
    if points:
        return len(inside) <= LONGEST
    return named and _ends_in_denial(inside, words)


def _is_opened_by_denial(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether "it is not true that" or "no truth in reports that" stands in front."""
    begin = statement.begin
    if not begin or not words.has("openers", tokens.words[begin - 1]):
        return False
    cue = statement.attribution.cue if statement.attribution else None
    at = begin - 1
    first = tokens.spans[statement.sentence][0]
    while at > first and begin - at < FRAME and tokens.kinds[at - 1] not in ',;:."':
        if cue is not None and tokens.starts[at - 1] < cue[1] <= tokens.starts[begin]:
            break
        at -= 1
    return _denies(tokens.words[at : begin - 1], words)


@cache
def _phrases(code: str) -> dict[str, list[list[str]]]:
    """First word -> the phrases of denial that begin with it."""
    phrases: dict[str, list[list[str]]] = {}
    for phrase in map(str.split, lexicon(code).table("judgement.denial")):
        phrases.setdefault(phrase[0], []).append(phrase)
    return phrases


def _denies(inside: list[str], words: Lexicon) -> bool:
    phrases = _phrases(words.code)
    return any(
        inside[index : index + len(phrase)] == phrase
        for index, word in enumerate(inside)
        if word in phrases
        for phrase in phrases[word]
    )


def _ends_in_denial(inside: list[str], words: Lexicon) -> bool:
    phrases = _phrases(words.code)
    return any(inside[-len(phrase) :] == phrase for found in phrases.values() for phrase in found)
