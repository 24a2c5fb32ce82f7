"""Answers of one who is asked about a deed: "Asked whether she had sold it, Holm said C"."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens

QUESTION = 12  # tokens of "Pressed by her barrister, Simon Peake, on whether"


def answers_charge(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody asked about a deed tells what was done, or was the case, instead.

    Asked how they feel, or what comes next, people tell little that could be looked up.
    """
    item = statement.attribution
    if item is None or item.cue is None or statement.sentence - item.sentence > 1:
        return False
    first = tokens.spans[item.sentence][0]
    if not words.has("asked", tokens.words[first]):
        return False  # as almost always
    cue = bisect_left(tokens.starts, item.cue[0])
    if not first < cue < statement.begin or item.stance != "asserts":
        return False
    near = range(first + 1, min(first + QUESTION + 1, cue))
    asks = next((at for at in near if words.has("conditions", tokens.words[at])), cue)
    comma = tokens.kinds.rfind(",", asks, cue)
    if comma < 0:
        return False
    charged = words.has_any("past_perfect", tokens.words[asks:comma])
    return charged and _tells_a_deed(statement, tokens, words)


def _tells_a_deed(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether the first verb of a statement is in the past: "I paid for my own flight"."""
    for at in range(statement.begin, statement.end):
        word = tokens.words[at]
        if tokens.kinds[at] == "a":
            return words.has("judgement.past", word) or words.has("perfect", word)
        if tokens.kinds[at] == "v":
            return words.lemmas.get(word, word) != word and not word.endswith("s")
    return False
