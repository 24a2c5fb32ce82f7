"""What is said to somebody: demands, and maxims about what "you" do not do."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens

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
    elif _is_demand(tokens, begin, words):
        found["demand"] = OUTRIGHT


def _is_maxim(tokens: Tokens, begin: int, end: int, words: Lexicon) -> bool:
    """Say whether it tells what nobody does: "You do not spend nine thousand on a field that".

    Whoever counts something gives it in digits: "You do not pay 9% on".
    """
    if begin + 2 >= end or not words.has("maxim_verbs", tokens.words[begin + 1]):
        return False
    negated = words.has("negations", tokens.words[begin + 2])
    return negated and not any(word[0].isdigit() for word in tokens.words[begin:end])


def _is_demand(tokens: Tokens, begin: int, lexicon: Lexicon) -> bool:
    """Say whether a statement tells somebody what to do: "Send this to 10 people", "Don't buy it".

    Words that are nouns as well need what a verb has behind it: "Share prices fell" is none.
    """
    word, follows = tokens.words[begin], tokens.words[begin + 1 : begin + 2]
    if lexicon.has("demanders", word):
        return bool(follows) and lexicon.has("negations", follows[0])
    return lexicon.has("imperatives", word) and tokens.kinds[begin + 1 : begin + 2] in OBJECTS
