"""Where a statement says that something is not so, and of what it says that."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon import Lexicon
from ..tagging.flags import NEGATES
from ..tagging.never import NEVER, opens_never
from ..tagging.tokens import Tokens
from .by_words import find_no, knows

SUBJECT = 14  # tokens of a subject
BEHIND = 4  # tokens from a verb to its "not" or "no"
NEAR = 3  # tokens behind a "no" that tell what sort it is


@dataclass(frozen=True, slots=True)
class Negation:
    """The "no" of a main clause.

    at: its token; verb: token of the first verb, -1 where none is seen.
    sort: "subject" ("no ship left", "nobody left"), "there" ("there was no"), "verb" ("did not",
        "has never", "saw no"), or "echo" ("It was not": nothing stands behind it).
    whole: nothing at all is meant: "never", "nobody", "not a single".
    """

    at: int
    verb: int
    sort: str
    whole: bool


def negation_of(begin: int, end: int, tokens: Tokens, words: Lexicon) -> Negation | None:
    """The "no" of a statement that can answer another; none in "not yet", "does not know"."""
    if knows(words):
        no = find_no(begin, end, tokens, words)
        return Negation(*no) if no else None
    if not words.table("plain_negations"):
        return None  # the language has no such tables
    if not tokens.flags_in(begin, min(end, begin + SUBJECT + BEHIND)) & NEGATES:
        return None
    while begin < end and tokens.kinds[begin] in 'c,"':
        if words.has("joined_negations", tokens.words[begin]):
            return Negation(begin, begin + 1, "verb", whole=True)  # "Nor have we moved a gun"
        begin += 1
    if begin == end:
        return None
    verb = _verb(begin, end, tokens)
    found = _before(begin, verb, tokens, words) or _behind(begin, verb, end, tokens, words)
    if found is None:
        return _joined(begin, end, tokens, words)
    return None if _is_open(found, end, tokens, words) else found


def _joined(begin: int, end: int, tokens: Tokens, words: Lexicon) -> Negation | None:
    """A "no" that opens a second clause: "We read all of it and nothing in it says so"."""
    joint = tokens.kinds.find("c", begin + 1, end - 1)
    if joint < 0 or not tokens.flags[joint + 1] & NEGATES:
        return None
    if tokens.kinds[joint + 1] not in "dnx":
        return None  # "was written and never sent"
    return negation_of(joint + 1, end, tokens, words)


def _verb(begin: int, end: int, tokens: Tokens) -> int:
    past = begin
    for at in range(begin, min(end, begin + SUBJECT)):
        if tokens.kinds[at] == "s" and tokens.kinds[at - 1] == ",":
            past = max(past, tokens.kinds.find(",", at, end))  # ", who left in May,"
        if at >= past and tokens.kinds[at] in "av":
            return at
    return -1


def _before(begin: int, verb: int, tokens: Tokens, words: Lexicon) -> Negation | None:
    """A "no" before the verb: "no ship left", "at no time did she", "I never left"."""
    inside = tokens.words
    if opens_never(tokens, begin, words):
        return Negation(begin + NEVER - 1, verb, "verb", whole=True)
    stop = verb if verb >= 0 else begin + 1
    for at, bits in enumerate(tokens.flags[begin : min(stop, begin + SUBJECT)], begin):
        if not bits & NEGATES or words.has("prepositions", inside[at]):
            continue
        if at == begin:
            after = inside[at + 1 : at + 2]
            single = any(words.has_any(table, after) for table in ("indefinites", "whole_marks"))
            not_one = inside[at] not in words.table("plain_negations") or single
            return Negation(at, verb, "subject", whole=True) if not_one else None
        if at == stop - 1:
            return Negation(at, verb, "verb", whole=True)  # "She never met him"
        return None
    return None


def _behind(begin: int, verb: int, end: int, tokens: Tokens, words: Lexicon) -> Negation | None:
    """A "no" behind the verb: "did not leave", "there was no ship", "saw nothing"."""
    inside = tokens.words
    if verb < 0:
        return None
    for at in range(verb + 1, min(end, verb + 1 + BEHIND)):
        if tokens.kinds[at] in "s,;:":
            return None
        if tokens.flags[at] & NEGATES and not words.has("prepositions", inside[at]):
            plain = inside[at] in words.table("plain_negations")
            if tokens.kinds[at - 1] == "p" and not _is_particle(at - 1, tokens, words):
                return None  # "It answers to nobody"
            if plain and at + 1 == end:
                return Negation(at, verb, "echo", whole=False)
            there = words.has("existentials", inside[begin])
            whole = not plain or words.has_any("whole_marks", inside[at + 1 : at + 1 + NEAR])
            return Negation(at, verb, "there" if there else "verb", whole)
    return None


def _is_open(found: Negation, end: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether nothing is contradicted: "has not yet", "would not", "had nothing to hide".

    Not so in "could not have seen it", which is told of what was.
    """
    first = min(found.at, found.verb) if found.verb >= 0 else found.at
    group = tokens.words[first : max(found.at, found.verb) + 1]
    if words.has_any("modals", group) or words.has_any("open_modals", group):
        past = words.has_any("modal_past", tokens.words[found.at + 1 : min(end, found.at + 2)])
        if not (past and words.has_any("deducing_modals", group)):
            return True
    if _is_for_nothing(found.at, end, tokens, words) or _marvels(found, end, tokens, words):
        return True
    stop = min(end, found.at + 1 + NEAR)
    pause = tokens.kinds.find(",", found.at + 1, stop)
    return words.has_any("unanswering", tokens.words[found.at + 1 : pause if pause >= 0 else stop])


def _marvels(found: Negation, end: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether only a thing like it is missing: "I have never seen such a storm"."""
    if not found.whole or found.sort != "verb":
        return False
    near = tokens.words[found.at + 1 : min(end, found.at + 1 + BEHIND)]
    if words.has_any("matchless", near):
        return True  # "We have never worked so hard"
    return words.has_any("witnessing", near) and words.has_any("such", near)


def _is_for_nothing(at: int, end: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether an infinitive follows "nothing", but not "nothing to support them"."""
    if at + 2 >= end or not words.has("lone_negations", tokens.words[at]):
        return False
    aim = words.has("infinitive_marks", tokens.words[at + 1])
    return aim and not words.has("supporting", tokens.words[at + 2])


def _is_particle(at: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a preposition belongs to the verb before it: "carried out no strikes"."""
    return tokens.kinds[at - 1] in "vg" and words.has("verb_particles", tokens.words[at])
