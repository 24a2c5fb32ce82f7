"""The clause that goes on behind a relative clause in which somebody speaks."""

from __future__ import annotations

from bisect import bisect_left

from ..attribution import Attribution
from ..attribution.noun_phrases import run_back
from .clauses import Clause, Splitter
from .rests import Range


def resumed(
    splitter: Splitter, found: list[Attribution], last: int, taken: list[Range]
) -> list[Clause]:
    """ "Orr, who denies any wrongdoing, was suspended in May": that Orr was.

    found: who speaks in the sentence; taken: what belongs to them, to which each such clause
    behind a relative is added.
    """
    made: list[Clause] = []
    for item in found:
        clauses = _behind(splitter, item, last, taken)
        if clauses:
            made += clauses
            taken.append((clauses[0].gap[1], clauses[-1].end))
    return made


def _behind(splitter: Splitter, item: Attribution, last: int, taken: list[Range]) -> list[Clause]:
    """The clauses whose subject somebody is who speaks in a relative clause of the first."""
    if item.named is None or item.source is None or not item.contents:
        return []
    tokens, kinds = splitter.tokens, splitter.tokens.kinds
    relative = bisect_left(tokens.starts, item.source[0])
    if kinds[relative - 1] != "," or not splitter.words.has(
        "subject_relatives", tokens.words[relative]
    ):
        return []
    pause = bisect_left(tokens.starts, item.contents[-1][1])
    verb = pause + 1
    while verb < last and kinds[verb] == "r":
        verb += 1
    if verb >= last or kinds[pause] != "," or not _is_finite(splitter, verb):
        return []
    if any(begin <= verb < end for begin, end in taken):
        return []
    stop = min((begin for begin, _ in taken if begin > verb), default=last)
    goes_on = splitter.split(pause + 1, stop)
    begin = _with_deed(splitter, bisect_left(tokens.starts, item.named[0]), item.sentence)
    if not goes_on:
        return []
    made = [Clause(begin, goes_on[0].end, gap=(relative - 1, pause + 1))]
    for clause in goes_on[1:]:
        if clause.subject is not None or not splitter.goes_on_acting(clause):
            break
        clause.subject = (begin, relative - 1)  # "Orr, who denies it, sold A and | bought B"
        made.append(clause)
    return made


def _with_deed(splitter: Splitter, begin: int, sentence: int) -> int:
    """First token of "a bill levied by | the Tax Office": the bill is what goes on."""
    tokens, words = splitter.tokens, splitter.words
    first = tokens.spans[sentence][0]
    if begin - 3 < first or not words.has("agent_marks", tokens.words[begin - 1]):
        return begin
    deed = tokens.kinds[begin - 3] in "nN" and tokens.kinds[begin - 2] in "gv"
    return run_back(tokens, begin - 3, first, words) if deed else begin


def _is_finite(splitter: Splitter, verb: int) -> bool:
    """Say whether a verb of a main clause stands at a token; a tagger may miss a past tense."""
    kind, word = splitter.tokens.kinds[verb], splitter.tokens.words[verb]
    past = splitter.words.lemmas.get(word, word) != word and word[-1] != "s"
    return kind in "va" or (past and kind in "gn" and not word.endswith(splitter.gerunds))
