"""What is said to somebody: demands, and maxims about what "you" do not do."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens

THING = 2  # tokens of "cargo ship"
OUTRIGHT = 2.0  # strength of what is nothing else, whatever figures are in it
#: Class letters of what stands behind the verb of a demand, and not behind a noun.
OBJECTS = tuple("dxpN#")


def mark_address(
    found: dict[str, float], tokens: Tokens, begin: int, end: int, words: Lexicon
) -> None:
    """Mark what a statement is that begins with a verb or with "you", at the start of a sentence
    or of a quotation."""
    if words.has("maxim_subjects", tokens.words[begin]):
        if _is_maxim(tokens, begin, end, words):
            found["opinion"] = OUTRIGHT
    elif words.has("suppositions", tokens.words[begin]):
        if tokens.kinds[begin + 1 : begin + 2] in ("s", "d", "x"):
            found["condition"] = 1.0
    elif _is_demand(tokens, begin, words):
        found["demand"] = OUTRIGHT


def _is_maxim(tokens: Tokens, begin: int, end: int, words: Lexicon) -> bool:
    """Say whether it tells what nobody does: "You do not spend nine thousand on a field that", "A
    ship does not sink for no reason".

    Whoever counts something gives it in digits: "You do not pay 9% on".
    """
    verb = begin + 1
    if tokens.kinds[begin] == "d":
        while verb < end and verb - begin <= THING and tokens.kinds[verb] == "n":
            verb += 1
    if verb + 1 >= end or not words.has("maxim_verbs", tokens.words[verb]):
        return False
    negated = words.has("negations", tokens.words[verb + 1])
    return negated and not any(word[0].isdigit() for word in tokens.words[begin:end])


def _is_demand(tokens: Tokens, begin: int, lexicon: Lexicon) -> bool:
    """Say whether a statement tells somebody what to do: "Send this to 10 people", "Don't buy it".

    Words that are nouns as well need what a verb has behind it: "Share prices fell" is none.
    """
    word, behind = tokens.words[begin], tokens.words[begin + 1 : begin + 2]
    if lexicon.has("demanders", word):
        return bool(behind) and lexicon.has("negations", behind[0])
    points = tokens.kinds[begin + 1 : begin + 3] in ("sp", "sa")  # "Tell that to them"
    follows = points or tokens.kinds[begin + 1 : begin + 2] in OBJECTS
    return follows and lexicon.has("imperatives", word)
