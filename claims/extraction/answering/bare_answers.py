"""Answers without a verb that say no to a charge: "Never", "Absolutely not", "Wrong company"."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens

LONGEST = 5  # tokens of "Not a word of it"
WITH_ASIDE = 10  # tokens of "Rubbish, if you will pardon the pun"
MISTAKEN = 2  # words of "Wrong company"
#: Tables of judgement that tell what somebody may do.
INTENDED = ("judgement.prediction", "judgement.demand", "judgement.promise")


def says_no(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether all that somebody cited says is no, and others spoke of a deed before.

    Asked what comes next, people say what they mean to do.
    """
    item, begin, end = statement.attribution, statement.begin, statement.end
    if end - begin > WITH_ASIDE or item.cue is None or item.source is None:
        return False
    pause = tokens.kinds.find(",", begin, end)
    head = tokens.words[begin : pause if pause > 0 else end]
    if not _is_no(head, words) or not _opens(begin, statement.sentence, tokens):
        return False
    number = statement.sentence
    first = tokens.spans[max(number - 1, 0)][0]
    asked = [tokens.words[at] for at in range(first, begin) if tokens.kinds[at] not in "Nt"]
    return number > 0 and not any(words.has_any(table, asked) for table in INTENDED)


def _opens(begin: int, number: int, tokens: Tokens) -> bool:
    """Say whether a token opens its sentence or a quotation."""
    return begin == tokens.spans[number][0] or tokens.kinds[begin - 1] == '"'


def _is_no(inside: list[str], words: Lexicon) -> bool:
    """Say whether words are a "no": "Of course not", "Quite the reverse", "Wrong man"."""
    if not 0 < len(inside) <= LONGEST:
        return False
    said = " ".join(inside)
    if said in words.table("bare_noes"):
        return True
    first, _, rest = said.partition(" ")
    if not rest:
        return words.has("untruths", first)
    if len(inside) == MISTAKEN and words.has("mistaking", first):
        return True
    if not words.has("intensifiers", first):
        return False
    tables = ("bare_noes", "contrary", "untruths", "judgement.denial")
    return any(words.has(table, rest) for table in tables)
