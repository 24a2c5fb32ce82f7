"""Bodies that lead a later clause of a sentence, which the sentence behind may take up as "it"."""

from __future__ import annotations

from collections.abc import Callable

from ..attribution import Span
from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens


def later_body(
    tokens: Tokens, number: int, words: Lexicon, is_body: Callable[[list[str]], bool]
) -> Span | None:
    """Tokens of the last subject in a sentence that is a kind of body, if any is.

    is_body: whether the words of a subject are called so.
    """
    first, last = tokens.spans[number]
    for verb in range(last - 1, first, -1):
        if tokens.kinds[verb] not in "va":
            continue
        subject = phrase_before(tokens, verb, first, words)
        if subject is None or tokens.kinds[subject[0]] == "x":
            continue
        if is_body(tokens.words[slice(*subject)]):
            return subject
    return None
