"""What is said around "as S noted": "As S noted, C", "C, as S noted", "X, as S noted, broke"."""

from __future__ import annotations

from . import Span
from .before_tags import BACKWARD, content_start
from .sites import Site
from .tails import tail_cut
from .told import after_told
from .view import View

OPENING = 3  # tokens in front of an aside that say nothing by themselves


def said_around(view: View, site: Site, mark: int, end: int) -> list[Span]:
    """Token ranges of C.

    mark: token of "as", or what stands in front of the source; end: token after the clause.
    """
    if mark < site.first or not view.is_word("quoting_marks", mark):
        return []
    kinds, after = view.kinds, _end(view, site, end)
    if after < site.last and kinds[after] not in ",.":
        return []
    paused = kinds[mark - 1] == ","
    if paused and view.is_word("conditions", mark - 2):
        return _supposed(view, after, site.last)
    behind = _behind(view, site, mark, after)
    relative = paused and view.is_word("relatives", mark - 2)
    if mark == site.first or kinds[mark - 1] == "c" or (relative and behind):
        return [behind] if behind else []
    before = _before(view, site, mark) if kinds[mark - 1] in ',"' else None
    if before is None:
        return []
    known = view.tokens.verbs_known
    if not known and behind and before[1] - before[0] <= OPENING:
        return [behind]  # "Между тем, как утверждает S, C"
    if paused and behind is not None and view.is_word("passive_auxiliaries", before[1] - 1):
        return [before, behind]  # "It was, as S put it, “a gift”"
    if view.has_verb(*before) or not known:
        return [before]
    return [before, behind] if behind and kinds[after + 1] in 'var"' else []


def _end(view: View, site: Site, end: int) -> int:
    """Token after the clause with whom it was told, when and where."""
    kinds = view.kinds
    after = after_told(view.tokens, end, site.last, view.words, told="o" in site.cue.frames)
    while after < site.last and kinds[after] in "rt":
        after += 1
    pause = after
    while pause < site.last and kinds[pause] in "prtdnNg#":
        pause += 1  # "as S confirmed in writing last week"
    return pause if pause > after and kinds[after] == "p" else after


def _supposed(view: View, after: int, last: int) -> list[Span]:
    """C in "If, as S found, C, then D"."""
    comma = view.kinds.find(",", after + 1, last)
    supposed = comma > 0 and view.has_verb(after + 1, comma)
    found = view.trimmed(after + 1, comma) if supposed else None
    return [found] if found else []


def _behind(view: View, site: Site, mark: int, after: int) -> Span | None:
    """What goes on behind the clause."""
    if view.kinds[after : after + 1] != ",":
        return None
    stop = tail_cut(view, after + 1, site.last) if after + 1 < site.last else site.last
    goes_on = (
        view.has_verb(after + 1, stop)
        or not view.tokens.verbs_known
        or view.is_word("passive_auxiliaries", max(0, mark - 2))
    )
    return view.trimmed(after + 1, stop) if goes_on else None


def _before(view: View, site: Site, mark: int) -> Span | None:
    """What stands in front of the clause, unless somebody else says it: "C, he said, as S had
    claimed"."""
    begin = content_start(view, site, mark)
    if begin is None:
        return None
    start, stop = view.tokens.starts[begin], view.tokens.starts[mark]
    for item in site.before:
        if item.cue is not None and item.pattern in BACKWARD and start < item.cue[0] < stop:
            return None
    return view.trimmed(begin, mark)
