"""The "no" of a statement in languages whose verbs cannot be told from other words.

What a "no" stands with is told by words alone: German puts it behind its object, Russian and
Ukrainian say it twice ("никто не"), French in two words ("ne ... jamais"), and Spanish, Hebrew and
Arabic leave out who does it: the form of the verb tells the first person.
"""

from __future__ import annotations

from functools import cache

from ..attribution import NEGATIVE
from ..lexicon import Lexicon, lexicon
from ..parts.statements import Statement
from ..tagging.flags import FIRST_PERSON, NEGATES
from ..tagging.tokens import Tokens

REACH = 14  # tokens from the start of a statement to its "no"
BEFORE, BEHIND = 2, 4  # tokens around a "no" that tell whether it answers
THERE = 4  # words of "there was no"
MEANT = 4  # words of what is denied
SHORTEST = 3  # letters of a word that tells what is meant
ENDS = ",;:s"  # class letters of what ends a clause
CONTENT = "nNvg"
POINTING = ("pointers", "pointing_words", "object_pointers", "object_pronouns")

Found = tuple[int, int, str, bool]


def knows(words: Lexicon) -> bool:
    """Say whether a language has the tables for this."""
    return bool(words.table("whole_negations"))


def denies(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody denies "this" or a charge, and goes on with what stands behind it.

    "Voss bestritt das: „Ich habe nie ...“"; but not "wies auf Lücken hin: „Wir haben keine ...“".
    """
    item = statement.attribution
    cue = words.cues.get(item.lemma)
    if cue is None or cue.stance not in NEGATIVE or item.cue is None:
        return False
    first, begin = tokens.spans[statement.sentence][0], statement.begin
    while begin > first and tokens.kinds[begin - 1] in '":':
        begin -= 1
    if begin > first and item.cue[0] <= tokens.starts[begin - 1] < item.cue[1]:
        return True  # "Voss bestritt: "
    said = tokens.words[first:begin]
    return any(words.has_any(table, said) for table in POINTING) or any(
        word in words.nouns for word in said
    )


def behind_accuser(first: int, last: int, tokens: Tokens, words: Lexicon) -> int:
    """Token of a sentence from which on whoever is named may be accused.

    Who stands before the verb accuses; where the verb comes first, nobody is known to be either.
    """
    for at in range(first, last):
        if words.has("accusing", tokens.words[at]) and tokens.words[at] in words.cues:
            return last if words.order == "vs" else at + 1
    return first


def find_no(begin: int, end: int, tokens: Tokens, words: Lexicon) -> Found | None:
    """Token of the "no" twice, its sort, and whether nothing at all is meant (see `Negation`)."""
    stop = min(end, begin + REACH)
    if not tokens.flags_in(begin, stop) & NEGATES:
        return None
    inside = tokens.words
    if words.has("refusals", inside[begin]) and tokens.kinds.startswith(",", begin + 1):
        begin += 2  # "No, we never"
    until = begin + 1
    while until < end and tokens.kinds[until] not in ENDS:
        until += 1
    plain, paired = words.table("plain_negations"), words.table("paired_negations")
    said = [at for at in range(begin, min(stop, until)) if inside[at] in plain]
    if not said:
        return None
    at = next((at for at in range(begin, said[0]) if inside[at] in paired), said[0])
    clause = inside[begin:until]
    seconds = words.table("second_negations")
    if seconds and seconds.isdisjoint(clause):
        return None  # "Il n'a vu que moi"
    near = inside[max(begin, at - BEFORE) : min(until, max(at, said[0]) + BEHIND)]
    if words.has_any("unanswering", near) or words.has_any("open_modals", near):
        return None
    whole = words.has_any("whole_negations", clause)
    if _is_there(begin, at, until, tokens, words):
        return at, at, "there", whole
    if at == begin and words.has("subject_negations", inside[at]):
        return at, at, "subject", True
    return at, at, "verb", whole


def _is_there(begin: int, at: int, until: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether "there was no" stands at the start or around a "no"; not "we have no"."""
    if tokens.flags_in(begin, until) & FIRST_PERSON:
        return False
    phrases, inside = words.table("existential_negations"), tokens.words
    for first in (begin, *range(at, until)):
        for last in range(first + 1, min(until, first + THERE) + 1):
            if " ".join(inside[first:last]) in phrases:
                return True
    return False


def meant(at: int, end: int, tokens: Tokens, words: Lexicon) -> list[int]:
    """Tokens that tell what a "no" denies: a deed, things, or both, in the order of the text."""
    told: list[int] = []
    for place in range(at, end):
        if tokens.kinds[place] in ENDS or len(told) == MEANT:
            break
        word = tokens.words[place]
        if tokens.kinds[place] in CONTENT and len(word) >= SHORTEST and _tells(word, words):
            told.append(place)
    return told


def _tells(word: str, words: Lexicon) -> bool:
    return not any(
        words.has(table, word)
        for table in ("negations", "paired_negations", "whole_negations", "such", "light")
    )


def is_own(at: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether the form of the verb at a "no" says "I" or "we": "No cerramos", "לא סגרנו"."""
    endings, openings = _marks(words.code)
    if not endings and not openings:
        return False
    for word in tokens.words[at + 1 : at + 3]:
        if words.has("negations", word):
            continue
        if len(word) > SHORTEST and (
            word.endswith(endings) or (openings and word.startswith(openings))
        ):
            return not words.has("no_first_persons", word)
        return False
    return False


def leaves_out_subject(begin: int, at: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a statement begins with its "no", and so speaks of whoever says it."""
    while begin < at and tokens.kinds[begin] in 'sc"':
        begin += 1
    return begin == at and bool(words.table("pro_drop"))


@cache
def _marks(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = lexicon(code)
    return (
        tuple(words.table("first_person_endings")),
        tuple(words.table("first_person_beginnings")),
    )
