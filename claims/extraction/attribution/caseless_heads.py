"""Names before a colon where no capital tells them: "רות שחם, מורה: “C”"."""

from __future__ import annotations

from ..entities.tables import given_names
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Span

OFFICE = 2  # words of an office without a name
LONGEST = 8  # tokens of a name with an office before a colon
KINDS = "nNxd,p()"  # class letters of those; no verb is among them


def caseless_head(tokens: Tokens, first: int, colon: int, words: Lexicon) -> Span | None:
    """Tokens before a colon, if they are a first name with a surname, and an office beside it."""
    if not words.words.get("caseless") or not 1 < colon - first <= LONGEST:
        return None
    if tokens.kinds[first:colon].strip(KINDS):
        return None
    begin = first_name(tokens, first, colon, words)
    if begin is None:
        end = first
        while end < colon and words.is_title(tokens.words[end]):
            end += 1
        return (first, end) if end - first >= OFFICE else None  # "שר האוצר הדף את הביקורת: “C”"
    before = tokens.words[first:begin]
    led = not before or words.has_any("titles", before)
    return (first, colon) if led else None


def first_name(tokens: Tokens, first: int, last: int, words: Lexicon) -> int | None:
    """Token of a listed first name with a surname behind it, where no capital tells names."""
    if not words.words.get("caseless"):
        return None
    given = given_names(words.code) | words.table("kunya")
    named = (at for at in range(first, last - 1) if tokens.words[at] in given)
    return next((at for at in named if tokens.kinds[at + 1] == "n"), None)
