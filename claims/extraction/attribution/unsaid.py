"""What nobody says: "no expert has found that C", "the report does not say that C"."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .sites import Site

GAP = 8  # code points of the shortest " nicht, "


def nobody_says(tokens: Tokens, words: Lexicon, source: Span) -> bool:
    """Say whether a source is none ("no expert", "none of them", "neither S nor S") or is said not
    to have spoken ("nor did S say"). "No 10" and "no fewer than 12 ministers" are somebody.
    """
    nobodies, said = words.table("nobodies"), tokens.words
    first = bisect_left(tokens.starts, source[0])
    at = first if said[first] in nobodies else first - 1
    if 0 < at < first and words.has("auxiliaries", said[at]):
        return said[at - 1] in nobodies
    if at < 0 or said[at] not in nobodies:
        return False
    if (
        tokens.kinds[at + 1] == "#"
        or said[at + 1].isdigit()
        or words.has("more_than_none", said[at + 1])
    ):
        return False
    return tokens.kinds[at + 1] != "," and tokens.sentence[at] == tokens.sentence[first]


def only_adds(tokens: Tokens, words: Lexicon, site: Site) -> bool:
    """Say whether "not" is of how it is said and not of saying: "did not just say that C"."""
    return words.has_any("adding_adverbs", tokens.words[site.begin : site.index])


def is_another(tokens: Tokens, words: Lexicon, source: Span) -> bool:
    """Say whether somebody else is meant: "it was not S | who said that C". source: tokens."""
    at = source[0] - 1
    negated = at > 1 and words.has("plain_negations", tokens.words[at])
    return negated and words.has("cleft_subjects", tokens.words[at - 2])


def between_cue_and_content(tokens: Tokens, made: Attribution) -> list[str]:
    """Words between the verb and what is said, where there are some: "found | it unlikely that"."""
    if made.cue is None or not made.contents:
        return []
    start, end = made.cue[1], made.contents[0][0]
    if end - start < GAP:
        return []  # as mostly
    begin, last = (bisect_left(tokens.starts, at) for at in (start, end))
    return tokens.words[begin:last]


def says_not(between: list[str], words: Lexicon) -> bool:
    """Say whether a verb is negated behind it: "sagte nicht, dass C", but not "sagte nicht nur"."""
    if not words.has_any("late_negations", between):
        return False
    return not words.has_any("adding_adverbs", between)


def finds_unlikely(between: list[str], words: Lexicon) -> bool:
    """Say whether what is said is called doubtful before it: "found it unlikely that C"."""
    return words.has("cleft_subjects", between[0]) and words.has_any("doubtful", between)
