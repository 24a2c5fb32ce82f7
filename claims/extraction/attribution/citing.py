"""Whom an agency cites behind a quotation: «C», — приводит слова S ТАСС."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Span
from .phrases_behind import phrase_after

PATTERN = "according"  # a source in another case, as behind a set phrase
REACH = 8  # tokens from the verb to "words of"


def cited_by(tokens: Tokens, verb: int, last: int, words: Lexicon) -> Span | None:
    """Token range of whose words a verb of citing brings; None behind any other verb."""
    if not words.has("citing", tokens.words[verb]):
        return None
    begin = verb + 1
    for at in range(begin, min(last, verb + REACH)):
        if words.has("cited_words", tokens.words[at]):
            if words.has("possessives", tokens.words[at - 1]):
                return at - 1, at
            begin = at + 1
            break
    if begin < last and words.has("possessives", tokens.words[begin]):
        return begin, begin + 1  # "цитирует его ТАСС"
    source = phrase_after(tokens, begin, last, words)
    if source is None:
        return None
    body = (at for at in range(begin + 1, source[1]) if _is_body(tokens, at, words))
    return begin, next(body, source[1])


def _is_body(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Say whether who cites begins at a token: a kind of body, or an agency's short name."""
    text = tokens.text[tokens.starts[at] : tokens.ends[at]]
    return words.has("organisation_words", tokens.words[at]) or (text.isupper() and len(text) > 1)
