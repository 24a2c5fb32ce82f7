"""Relative clauses that tell of who speaks, or of where: "the firm, | which lost 9 men"."""

from __future__ import annotations

from .clauses import Clause, Splitter

TIME = 4  # tokens of "less than two hours"


def before_relative(splitter: Splitter, begin: int, end: int) -> int:
    """End of a source without a relative clause that states a fact about it."""
    words, kinds, pause = splitter.tokens.words, splitter.kinds, -1
    if splitter.relatives.isdisjoint(words[begin + 1 : end]) and ",d" not in kinds[begin:end]:
        return end
    for index in range(begin + 1, end):
        if kinds[index] == ",":
            pause = index
        elif words[index] in splitter.relatives:
            if pause < 0:
                # "a mill where nine men died in June"
                tells = splitter.has_figure(index, end) and splitter.tells(index, end)
                return index if tells and kinds[index - 1] in "nN" else end
            return pause if _states(splitter, pause + 1, index, end) else end
        elif kinds[index] == "s" and pause > 0 and splitter.words.has("openers", words[index]):
            # "Kelder Line, a firm that has sold nine boats"
            described = kinds[pause + 1 : index].strip("dnN") == ""
            return index if described and splitter.informs(index, end) else end
    return end


def _states(splitter: Splitter, begin: int, index: int, end: int) -> bool:
    """Say whether a relative states a fact: behind a comma, "from" or a noun that it describes.

    begin: token behind the comma; index: the relative.
    """
    kinds = splitter.kinds
    tied = index == begin + 1 and kinds[begin] == "p"
    if index > begin and not tied and kinds[begin:index].strip("dnN"):
        return False
    if splitter.has_figure(index, end):
        return True
    person = splitter.words.has("person_relatives", splitter.tokens.words[index])
    if index > begin and not tied and person:
        return splitter.tells(index, end)  # "Ada Holm, a cook who left the firm in May"
    return splitter.informs(begin if tied else index, end)


def past_place(splitter: Splitter, begin: int, end: int) -> int:
    """First token of what is told of a place: "At the inn, | which burned down, (Orr said)"."""
    kinds = splitter.kinds
    joint = kinds.find(",s", begin, end) + 1 if kinds[begin : begin + 1] == "p" else 0
    if not joint or splitter.has_verb(begin, joint):
        return begin
    return joint if splitter.words.has("subject_relatives", splitter.tokens.words[joint]) else begin


def counts_on(splitter: Splitter, clause: Clause) -> bool:
    """Say whether a clause goes on with a figure: "which bought it and | has cut 40 jobs"."""
    begin, end, kinds = clause.begin, clause.end, splitter.kinds
    if clause.subject is None or kinds[begin] not in "va":
        return False
    at = kinds.find("#", begin, end)
    return at > 0 and kinds[at + 1 : at + 2] not in ("N", "t")  # no day


def behind_time(splitter: Splitter, begin: int, end: int) -> int:
    """First token of a clause that tells more behind who speaks: "hours after | Lim sank nine
    boats", "though | thefts rose by 9%"."""
    kinds, at = splitter.kinds, begin
    while at < min(end, begin + TIME) and kinds[at] in "d#rn":
        at += 1
    named = at + 1 < end and kinds[at + 1] in "dnN#"
    if not named or not splitter.has_verb(at + 1, end):
        return begin
    if at > begin:
        timed = splitter.words.has("tag_times", splitter.tokens.words[at - 1])
        return (
            at + 1 if timed and splitter.words.has("sequels", splitter.tokens.words[at]) else begin
        )
    joins = splitter.words.has("adverbial_joints", splitter.tokens.words[at])
    return at + 1 if joins and splitter.has_figure(at, end) else begin
