"""One reading out of two: sources from word order, the bounds of what is said from the parse."""

from __future__ import annotations

from bisect import bisect_left

from ..layout.blocks import dateline_end
from ..tagging.day_marks import is_date, is_day, opens_time
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .syntax import Grammar
from .view import View

NO_NAME = "cgspr,"  # class letters with which no source begins
GOVERNING = ("subject", "participle", "joined")


def merge(view: View, grammar: Grammar, found: list[Attribution]) -> list[Attribution]:
    """Correct contents and sources that word order alone gets wrong; add what it missed."""
    tokens = view.tokens
    for attribution in found:
        if attribution.cue is None or attribution.pattern not in GOVERNING:
            continue
        index = _verb(tokens, attribution.cue)
        _mend_source(view, grammar, attribution, index)
        _mend_content(view, grammar, attribution, index)
    return found


def _mend_content(view: View, grammar: Grammar, item: Attribution, index: int) -> None:
    """End what is said at a comma where the clause of the parse ends, if both begin together."""
    if len(item.contents) != 1 or item.object_frame:
        return
    tokens = view.tokens
    begin = bisect_left(tokens.starts, item.contents[0][0])
    end = bisect_left(tokens.starts, item.contents[0][1])
    if tokens.kinds.find(",", begin, end) < 0:
        return  # whatever the parse says
    parsed = grammar.clause(index)
    if parsed is None:
        return
    if abs(parsed[0] - begin) > 2 or not begin < parsed[1] < end:
        return
    if view.quoted[parsed[1]] >= 0 or tokens.kinds[parsed[1]] != ",":
        return
    after = view.past_adverbs(parsed[1] + 1, len(tokens.kinds) - 1)
    if tokens.kinds[after] == "s" and view.is_word("openers", after):
        return  # "that A, that B and that C"
    if tokens.kinds[after] in "cvg":
        return  # "that A, and that B", "must do A, do B and do C"
    if _is_figure(view, after):
        return
    opens = begin + view.is_word("complementizers", begin)
    if tokens.kinds[opens] == "s":
        return  # "that where the wind had dropped, sales fell"
    if not view.has_verb(begin, parsed[1]):
        return  # "that Orr, the head of the mill, had left"
    joint = tokens.kinds.find(",cs", after, end)
    if joint > 0 and view.is_word("openers", joint + 2):
        return  # "that A, both of them in May, and that B"
    pair = view.trimmed(begin, parsed[1])
    if pair:
        item.contents = [tokens.slice(*pair)]


def _is_figure(view: View, index: int) -> bool:
    """Say whether a figure or a rank is added: ", 9 more than in May", ", the lowest in years"."""
    kinds = view.kinds
    if kinds[index] == "#" or kinds.startswith("n#", index):
        return True
    return kinds[index] == "d" and view.is_word("superlatives", index + 1)


def _verb(tokens: Tokens, cue: Span) -> int:
    """Token of the verb in a cue: its last one that is a verb."""
    index = bisect_left(tokens.starts, cue[1]) - 1
    while tokens.kinds[index] not in "vg" and tokens.starts[index] > cue[0]:
        index -= 1
    return index


def _mend_source(view: View, grammar: Grammar, item: Attribution, index: int) -> None:
    if item.source is None:
        return
    tokens = view.tokens
    first, last = tokens.spans[item.sentence]
    begin = bisect_left(tokens.starts, item.source[0])
    if begin == first or is_date(tokens, begin - 1, first, view.words):
        return  # no subject begins before its sentence, or with the month before it
    parsed = grammar.subject(index)
    if parsed is None:
        return
    end = bisect_left(tokens.starts, item.source[1])
    begins_before = parsed[0] < begin and end <= parsed[1] <= index
    if not begins_before or tokens.kinds[parsed[0]] in NO_NAME:
        return
    if any(_parts_clauses(view, at) for at in range(parsed[0], min(begin, parsed[1]))):
        return
    if tokens.starts[parsed[0]] < dateline_end(
        tokens.text, tokens.starts[first], tokens.ends[last - 1]
    ):
        return
    if opens_time(tokens, parsed[0], begin, view.words) or is_day(tokens, parsed[0], view.words):
        return  # "Last Friday Orr said"
    begins = parsed[0] + (tokens.kinds[parsed[0]] == "c")  # "But two firms, Varn and Orr, said"
    pair = view.trimmed(begins, parsed[1])
    if pair:
        item.source = tokens.slice(*pair)


def _parts_clauses(view: View, index: int) -> bool:
    """Say whether a clause begins that describes nothing: "two days before the mayor said"."""
    if view.kinds[index] != "s":
        return False
    return not (view.is_word("relatives", index) or view.is_word("openers", index))
