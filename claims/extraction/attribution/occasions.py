"""When somebody spoke, told in front of what is said: "told police when he was held that C"."""

from __future__ import annotations

from .view import View

REACH = 16  # tokens of such a clause


def past_occasion(view: View, begin: int, last: int) -> int | None:
    """Token of the "that" behind a clause of time: "told police when he was held that C"."""
    opening = view.past_adverbs(begin, last)
    owned = begin + 2 < last and view.kinds[begin + 2] in "dnNx"
    timed = owned and view.is_word("tag_times", begin + 1)  # "the day he was held"
    if opening >= last or not (timed or view.is_word("occasions", opening)):
        return None
    verb = -1
    for at in range(begin + 1, min(last, begin + REACH)):
        kind = view.kinds[at]
        if kind in ',.;:"':
            return None
        opens = view.is_word("openers", at) and (kind == "s" or view.kinds[at + 1] == "#")
        if verb > 0 and opens:
            said = view.words.cues.get(view.tokens.words[at - 1]) if verb == at - 1 else None
            return at if said is None or "c" not in said.frames else None  # "when he said that C"
        if kind in "vag" and view.kinds[at - 1] != "d":
            verb = at
    return None


def past_aside(view: View, begin: int, last: int) -> int | None:
    """Token of the "that" behind an aside: "told the inquiry, which sat in May, that C"."""
    comma = view.kinds.find(",", begin + 1, last)
    if not begin < comma < last - 1 or not view.is_word("openers", comma + 1):
        return None
    return None if set(view.kinds[begin:comma]) & set(':;."') else comma + 1


def past_set_aside(view: View, begin: int, last: int) -> int:
    """First token behind a day and a set phrase that stand in front of what is said.

    "Desmintió este jueves que C", "dément en revanche avoir vu C".
    """
    if view.kinds.startswith("dt", begin):
        begin += 2
    for phrase in view.asides:
        said = phrase.split()
        if view.tokens.words[begin : begin + len(said)] == said:
            begin += len(said)
            break
    return begin if begin < last else last - 1
