"""Clauses of a sentence, so that each statement stands by itself."""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import Lexicon
from .tokens import Tokens

SHORTEST = 4  # words that a part needs to be a statement of its own


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens begin..end of one clause.

    subject: tokens of the subject that it shares with the clause before; None if it has its own.
    relation: how it hangs on what stands before: main, coordinate, relative or adverbial.
    """

    begin: int
    end: int
    relation: str = "main"
    subject: tuple[int, int] | None = None


def split_clauses(tokens: Tokens, begin: int, end: int, words: Lexicon) -> list[Clause]:
    """Return the clauses of tokens begin..end in order; at least one if there is any token."""
    begin, end = _trim(tokens, begin, end)
    if begin >= end:
        return []
    cuts = _cuts(tokens, begin, end, words)
    clauses: list[Clause] = []
    at, relation = begin, "main"
    for cut, following, kind in cuts:
        left, right = _trim(tokens, at, cut), _trim(tokens, following, end)
        if not (_stands(tokens, *left) and _stands(tokens, *right)):
            continue
        clauses.append(_clause(tokens, *left, relation, clauses))
        at, relation = following, kind
    clauses.append(_clause(tokens, *_trim(tokens, at, end), relation, clauses))
    return clauses


def _clause(tokens: Tokens, begin: int, end: int, relation: str, before: list[Clause]) -> Clause:
    subject = None
    if relation == "shared" and before:
        subject = before[-1].subject or _subject(tokens, before[-1].begin, before[-1].end)
        relation = "coordinate"
    return Clause(begin, end, relation, subject)


def _subject(tokens: Tokens, begin: int, end: int) -> tuple[int, int] | None:
    """Tokens before the first verb of a clause, if they read like a subject."""
    verb = begin
    while verb < end and tokens.kinds[verb] not in "va":
        verb += 1
    while verb > begin and tokens.kinds[verb - 1] in "r,":
        verb -= 1
    return (begin, verb) if begin < verb < end and verb - begin <= 12 else None


def _trim(tokens: Tokens, begin: int, end: int) -> tuple[int, int]:
    while begin < end and tokens.kinds[begin] in ',.;:-")':
        begin += 1
    while end > begin and tokens.kinds[end - 1] in ',.;:-"(c':
        end -= 1
    return begin, end


def without_opener(tokens: Tokens, begin: int, end: int, words: Lexicon) -> int:
    """First token after the "that" which opens a reported statement."""
    if begin < end and words.has("openers", tokens.words[begin]):
        return _trim(tokens, begin + 1, end)[0]
    return begin


def has_verb(tokens: Tokens, begin: int, end: int, words: Lexicon) -> bool:
    """Say whether a finite verb stands among the tokens."""
    return any(kind == "v" for kind in tokens.kinds[begin:end]) or any(
        tokens.kinds[index] == "a" and words.has("finite_auxiliaries", tokens.words[index])
        for index in range(begin, end)
    )


def _stands(tokens: Tokens, begin: int, end: int) -> bool:
    count = sum(kind not in ',.;:-"()' for kind in tokens.kinds[begin:end])
    return count >= SHORTEST and any(kind in "va" for kind in tokens.kinds[begin:end])


def _cuts(tokens: Tokens, begin: int, end: int, words: Lexicon) -> list[tuple[int, int, str]]:
    """Possible cuts: (end of the left part, start of the right part, relation of the right)."""
    cuts = []
    for index in range(begin + 1, end - 1):
        kind, word = tokens.kinds[index], tokens.words[index]
        after_pause = tokens.kinds[index - 1] in ',;"-'
        if kind == ";":
            cuts.append((index, index + 1, "coordinate"))
        elif kind == "c" and words.has("splitting", word):
            relation = _after_conjunction(tokens, index + 1, end, words, after_pause)
            if relation:
                cuts.append((index, index + 1, relation))
        elif after_pause and words.has("relatives", word) and tokens.kinds[index + 1] in "var":
            cuts.append((index, index, "relative"))
        elif (
            after_pause
            and words.has("adverbial_joints", word)
            and has_verb(tokens, index + 1, min(end, index + 14), words)
        ):
            cuts.append((index, index + 1, "adverbial"))
    return cuts


def _after_conjunction(
    tokens: Tokens, index: int, end: int, words: Lexicon, after_pause: bool
) -> str | None:
    """ "shared" for a verb right after the conjunction, "coordinate" for subject and verb."""
    at = index
    while at < end and tokens.kinds[at] in "r,":
        at += 1
    if at >= end:
        return None
    if tokens.kinds[at] == "a" and words.has("finite_auxiliaries", tokens.words[at]):
        return "shared"
    if tokens.kinds[at] == "v" and after_pause:
        return "shared"
    if not after_pause or tokens.kinds[at] not in 'dnN#xtp"s':
        return None
    for verb in range(at + 1, min(end, at + 12)):
        if tokens.kinds[verb] in "va":
            return "coordinate"
        if tokens.kinds[verb] in ",;.":
            return None
    return None
