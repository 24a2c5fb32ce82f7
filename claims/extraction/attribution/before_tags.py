"""What stands in front of a tag, "C, S said": where C begins, and whose it is."""

from __future__ import annotations

from bisect import bisect_left

from . import NEGATIVE, Attribution, Span
from .sites import Site
from .view import View

HOLDING = ("hearers", "sent_papers", "talk_records")  # tables of what holds words of others
#: Stances of one who only wants a thing; what is said of that is said by whom a tag names.
WANTED = ("demands", "hopes", "promises", "believes")
#: Patterns of those whose words stand in front of the cue, and so not behind it.
BACKWARD = ("tag", "inverted", "according")


def content_start(view: View, site: Site, source: int) -> int | None:
    """Where what is said begins in "C, S said"; None if another cue has brought it."""
    start = _quoted_behind_colon(view, site.first, source)
    if not site.before:
        return start
    passed: list[Attribution] = []
    for earlier in site.before:
        if _says_nothing_before(view, earlier, site.first):
            continue
        end = bisect_left(view.tokens.starts, earlier.contents[-1][1])
        if end > source and _gives_back(view, earlier, source):
            if earlier.stance in NEGATIVE and view.is_word("quoting_marks", source):
                return None  # "denied telling S of it, as the suit contends"
            continue
        if end > source and _only_swallows(view, earlier, source):
            passed.append(earlier)
            continue
        if end >= source - 2 and _is_passed_on(view, earlier, site, source):
            if earlier.stance in NEGATIVE or _holds(view, source, site.begin):
                _end_before(view, earlier, source, site.last)
                return None  # who denies it is its source, and who speaks in court
            passed.append(earlier)
            continue
        quote = view.quoted[source - 1]
        if quote >= 0:
            opened = view.ranges[quote][0]
            if opened < end:
                return None
            start = max(start, opened)
        elif end >= source - 2:
            return None
        else:
            start = max(start, end)
    for earlier in passed:
        site.before.remove(earlier)
    return start


def _quoted_behind_colon(view: View, first: int, source: int) -> int:
    """The mark that opens the quotation in "It was a hard winter: “C,” says S"; else `first`."""
    number = view.quoted[source - 1]
    opened = view.ranges[number][0] if number >= 0 else first
    return opened if opened > first and view.kinds[opened - 1] == ":" else first


def _says_nothing_before(view: View, earlier: Attribution, first: int) -> bool:
    """Say whether another cue brings nothing that a tag behind it could be thought to bring."""
    if earlier.cue is None or earlier.pattern in BACKWARD:
        return True
    if earlier.stance in WANTED and _is_embedded(view, earlier, first):
        return True
    return earlier.named is not None and _describes_thing(view, earlier)


def _is_passed_on(view: View, earlier: Attribution, site: Site, source: int) -> bool:
    """Say whether a tag at the end of a sentence is set behind what somebody else said: "The
    driver told police that he had slept, the court heard"."""
    if earlier.pattern != "subject" or earlier.source is None or earlier.object_frame:
        return False
    if view.is_word("lone_negations", site.first):
        return False  # "Nothing in the files shows that C, she said": what she denies
    if view.is_word("quoting_marks", source):
        return False  # "He said he had not been paid twice, as the union claims"
    kinds, opens = view.kinds, view.tokens.starts[site.first] == earlier.source[0]
    ends = not any(kind in 'vag,;:"s' for kind in kinds[site.end : site.last])
    return opens and ends and kinds[source - 1] == "," and '"' not in kinds[site.first : source]


def _holds(view: View, begin: int, end: int) -> bool:
    """Say whether a court or a letter is the source, which only holds what somebody said."""
    inside = view.tokens.words[begin:end]
    return any(view.words.has_any(table, inside) for table in HOLDING)


def _end_before(view: View, earlier: Attribution, source: int, last: int) -> None:
    """End what is said before the pause in front of a tag, which states nothing itself."""
    earlier.frames = [*earlier.frames, view.tokens.slice(source, last)]
    _cut_at(view, earlier, source)


def _cut_at(view: View, earlier: Attribution, end: int) -> bool:
    """End what is said last before a token; say whether anything is left of it."""
    begin = bisect_left(view.tokens.starts, earlier.contents[-1][0])
    left = view.content(begin, end)
    if left is not None:
        earlier.contents[-1] = left
    return left is not None


def _only_swallows(view: View, earlier: Attribution, source: int) -> bool:
    """Say whether a cue brings nothing but the tag behind it: "had warned her of a raid after a
    tip, two people said"."""
    begin = bisect_left(view.tokens.starts, earlier.contents[-1][0])
    inside = view.kinds[begin:source]
    if inside[-1:] != "," or inside[0] not in "ps" or '"' in inside or earlier.object_frame:
        return False
    return not view.has_verb(begin, source)


def _gives_back(view: View, earlier: Attribution, source: int) -> bool:
    """Cut a tag off a thing that has swallowed it: "referring to a wall, the Courier says"."""
    return earlier.object_frame and _cut_at(view, earlier, source)


def _describes_thing(view: View, earlier: Attribution) -> bool:
    """Say whether a relative clause only tells whom a noun means: "a man who claimed that"."""
    source = earlier.source[0] if earlier.source else 0
    at = bisect_left(view.tokens.starts, source)
    return view.is_word("relatives", at) and view.kinds[at - 1] in "nN"


def _is_embedded(view: View, earlier: Attribution, first: int) -> bool:
    """Say whether an attribution stands in a clause: "It is untrue that he ordered C"."""
    source = earlier.source[0] if earlier.source else 0
    before = bisect_left(view.tokens.starts, source) - 1
    return before > first and view.is_word("openers", before)


def narrowed(view: View, before: Span, source: Span, *, goes_on: bool) -> Span | None:
    """Of what stands in front of a tag, what its source says; goes_on: more of it stands behind."""
    narrow: Span | None = before
    if goes_on:
        narrow = _related(view, source) or _behind_semicolon(view, *before)
    if narrow and view.kinds[source[0]] == "x":
        return _behind_colon(view, *narrow, parted=goes_on)
    return narrow


def _related(view: View, source: Span) -> Span | None:
    """The relative of "a yard in Lim, where, S says, C": what it describes is not said by S."""
    at = source[0] - 2
    relative = at > 1 and view.kinds[at + 1] == "," and view.is_word("relatives", at)
    return (at, at + 1) if relative and view.kinds[at - 1] in ",nN" else None


def _behind_colon(view: View, begin: int, end: int, *, parted: bool) -> Span | None:
    """What is said in "The minister was blunt: C, he said", without who was.

    parted: it goes on behind its tag: "The minister was blunt: rents, he said, rose".
    """
    mark = view.kinds.rfind(":", begin, end)
    apart = mark > begin and view.quoted[mark] < 0
    if not apart or not (parted or view.has_verb(mark, end)):
        return begin, end
    # "Holm disagrees: C, she said", also where it is taken for a noun.
    if not (view.has_verb(begin, mark) or view.is_word("objecting", mark - 1)):
        return begin, end
    return view.trimmed(mark + 1, end)


def _behind_semicolon(view: View, begin: int, end: int) -> Span | None:
    """The part that goes on behind its source: "They left; there was, she said, a plan"."""
    mark = view.kinds.rfind(";", begin, end)
    if mark < 0 or view.quoted[mark] >= 0:
        return begin, end
    return view.trimmed(mark + 1, end)
