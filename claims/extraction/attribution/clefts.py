"""What is denied behind "what": "What I do dispute is the claim that C"."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import NEGATIVE, Span

VERB_REACH = 6  # tokens of "What I simply do not accept"
COPULA_REACH = 4  # tokens between the verb and "is"
THAT_REACH = 12  # tokens of "the claim, made in Monday's Tide,"
LEAST = 3  # tokens of a statement that is denied


def denied_behind_what(tokens: Tokens, begin: int, end: int, words: Lexicon) -> Span | None:
    """Tokens of C in a sentence that begins with what somebody disputes, rejects or denies."""
    said, kinds = tokens.words, tokens.kinds
    if begin >= end or not words.has("whats", said[begin]):
        return None
    verb = next(
        (at for at in range(begin + 1, min(end, begin + VERB_REACH)) if said[at] in words.cues), end
    )
    if verb == end or not _rejects(said, begin, verb, words):
        return None
    copula = next(
        (
            at
            for at in range(verb + 1, min(end, verb + COPULA_REACH))
            if kinds[at] == "a" and words.has("passive_auxiliaries", said[at])
        ),
        end,
    )
    for at in range(copula + 1, min(end - LEAST, copula + THAT_REACH)):
        if kinds[at] in ":;":
            return None
        if words.has("openers", said[at]) and _is_clause(tokens, at + 1, end, words):
            stops = (kinds.find(mark, at, end) for mark in ":;")
            return at + 1, min((stop for stop in stops if stop > 0), default=end)
    return None


def _rejects(said: list[str], begin: int, verb: int, words: Lexicon) -> bool:
    """Say whether a verb disputes, or does not accept."""
    cue = words.cues[said[verb]]
    negated = words.has_any("negations", said[begin:verb])
    if negated:
        return words.has("granting", cue.lemma)
    return cue.stance in NEGATIVE


def _is_clause(tokens: Tokens, begin: int, end: int, words: Lexicon) -> bool:
    """Say whether a verb stands behind "that", which a tagger may take for a noun ("cost")."""
    inside = tokens.words[begin + 1 : end]
    return tokens.has_verb(begin, end, words) or any(word in words.verbs for word in inside)
