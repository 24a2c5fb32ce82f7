"""What a paper says in a relative clause: "une note, selon laquelle C", "según el cual C"."""

from __future__ import annotations

from . import Span
from .phrases import phrase_before
from .tails import tail_cut
from .view import View


def cited_before(view: View, index: int, stop: int, bounds: Span) -> tuple[Span, Span] | None:
    """Token range of the noun that a relative behind a set phrase stands for, and code points of C.

    index..stop: the set phrase; bounds: first and last token of the sentence.
    """
    first, last = bounds
    relative = stop + (view.kinds[stop : stop + 2] == "ds")  # "según el cual"
    if relative + 1 >= last or index - 1 <= first or not view.is_word("source_relatives", relative):
        return None
    noun = index - (view.kinds[index - 1] == ",")
    source = phrase_before(view.tokens, noun, first, view.words)
    said = view.content(relative + 1, tail_cut(view, relative + 1, last))
    if source is None or said is None:
        return None
    begin = next((at for at in range(*source) if view.kinds[at] == "d"), source[0])
    return (begin, source[1]), said
