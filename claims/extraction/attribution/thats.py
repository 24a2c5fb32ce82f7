"""Where the "that" which opens what is said stands behind a cue, and where a "that" only points."""

from __future__ import annotations

from .noun_phrases import TITLE
from .occasions import past_aside
from .openings import is_title
from .view import View

DESCRIBING = "dnNp#g()-"  # class letters of a description between commas
CLAUSE_REACH = 16  # tokens between a cue and its "that"


def that_after(view: View, begin: int, last: int) -> int | None:
    """Token of the "that" which opens what is said, if there is one near."""
    words, kinds, nouns, that = view.tokens.words, view.kinds, view.words.nouns, view.that
    prefixes, past = view.prefixes, begin
    farthest = begin + 2 * CLAUSE_REACH if begin + 2 * CLAUSE_REACH < last else last
    if not prefixes and view.thats.isdisjoint(words[begin:farthest]):
        return None  # as mostly
    for index in range(begin, min(last, begin + CLAUSE_REACH)):
        if index < past:
            continue
        word, kind = words[index], kinds[index]
        if kind == '"' and index == begin and (told := _past_newspaper(view, index, last)):
            past = told
            continue
        if kind == '"' and index > begin and is_title(view, index):
            past = view.ranges[view.quoted[index]][1]
            continue
        if word in that and kind in "sdp":
            points = word in view.pointers and (
                (index == begin and is_lone_pointer(view, index, last))
                or is_weighed_pointer(view, index, last)
            )
            points = points or (index + 1 < last and view.is_word("kinds", index + 1))
            points = points or _is_time(view, index, last)
            if describes_paper(view, index, last):
                return _that_past_verb(view, index + 2, last)
            about = word in view.pointers and index > begin
            points = points or (about and _describes_thing(view, index))
            return None if points or _is_pointer(view, index, last) else index
        if word in nouns:
            continue
        if kind == "," and index + 1 < last:
            # Many languages set a comma before "that".
            if words[index + 1] in that or (prefixes and view.opens_clause(index + 1)):
                continue
            return _that_past_description(view, index, farthest)
        if prefixes and view.opens_clause(index):
            return index
        if kind in 'va":;.,' and not (index > begin and _tells_of_paper(view, begin, index)):
            return None
    return None


def _past_newspaper(view: View, begin: int, last: int) -> int | None:
    """Token after the newspaper that was told, in front of a comma and "that"."""
    number = view.quoted[begin]
    if number < 0 or not view.words.words.get("inflected"):
        return None
    end = view.ranges[number][1]
    named = 0 < end - begin <= TITLE and "v" not in view.kinds[begin:end]
    opens = end + 1 < last and view.kinds[end] == "," and view.is_word("openers", end + 1)
    return end if named and opens else None


def _tells_of_paper(view: View, begin: int, index: int) -> bool:
    """Say whether what word lists take for a verb tells where or to whom a thing was said: "said in
    a note | posted online that", "wrote in an email | to staff that"."""
    if view.tokens.tagged or view.kinds[index] not in "va":
        return False
    placed = view.kinds[begin] == "p" and view.is_word("settings", index - 1)
    if view.kinds[index] == "v":
        return placed or view.tokens.words[index - 1] in view.words.nouns
    return placed and view.is_word("infinitive_marks", index)


def describes_paper(view: View, that: int, last: int) -> bool:
    """Say whether "that" only tells more of where it is said: "in a report that drew anger"."""
    if that + 1 >= last or view.kinds[that + 1] not in "va" or view.kinds[that - 1] not in "nN":
        return False
    paper = view.is_word("settings", that - 1) or view.is_word("documents", that - 1)
    return paper and view.tokens.words[that + 1] not in view.words.nouns


def _that_past_verb(view: View, begin: int, last: int) -> int | None:
    """ "that" behind such a description: "in a statement that came late that C"."""
    for index in range(begin, min(last, begin + CLAUSE_REACH)):
        if view.kinds[index] in ',.;:"va':
            return None
        if view.tokens.words[index] in view.that:
            return index
    return None


def _is_time(view: View, that: int, last: int) -> bool:
    """Say whether "that" only tells when: "said that night the dam had burst", "hit back that day",
    but not "said that night was falling"."""
    after = that + 2
    timed = after <= last and view.is_word("tag_times", that + 1)
    return timed and (after == last or view.kinds[after] not in "va")


def _describes_thing(view: View, that: int) -> bool:
    """Say whether a verb right behind "that" tells of a thing or a month before it: "held talks in
    May that broke down", but not "told him that was so", "said in May that rents rose"."""
    verb = view.kinds[that + 1 : that + 2] == "v" and view.kinds[that - 2] in "pnd"
    plural = verb and view.tokens.words[that + 1].endswith("s")  # a noun to a word list
    return verb and (view.tokens.tagged or not plural)


def _is_pointer(view: View, index: int, last: int) -> bool:
    """Say whether "that" belongs to a noun: "accept that figure, ..."."""
    if not view.tokens.tagged or view.kinds[index] != "d":
        return False
    pause = index + 1
    while pause < last and view.kinds[pause] not in ',.;:"':
        pause += 1
    noun = view.kinds[index + 1 : pause]
    return bool(noun) and not noun.strip("nN#pd")


def _that_past_description(view: View, comma: int, last: int) -> int | None:
    """ "that" after a description between commas: "told Ms Orr, for the defence, that C"."""
    closing = comma + 1
    if view.kinds[closing] in "sg" and (that := past_aside(view, closing, last)) is not None:
        return that
    describing = DESCRIBING + "rt" if view.tokens.tagged else DESCRIBING + 'rtva"'
    if view.kinds[closing : closing + 2] in ("cr", "cg", "cv"):
        another = view.words.cues.get(view.tokens.words[closing + 1])
        if another is not None and another.strong and not view.tokens.tagged:
            return None  # "did not confess, but claims that C"
        closing += 2  # "a letter sent in May, and later withdrawn, that C"
    while closing < last and view.kinds[closing] in describing:
        closing += 1
    if closing + 1 < last and view.kinds[closing] == ",":
        if view.is_word("openers", closing + 1):
            return closing + 1
        if view.prefixes and view.opens_clause(closing + 1):
            return _that_past_relative(view, closing + 1, last)
    # "told a meeting in Salem, New Jersey on Monday that C"
    while closing < last and view.kinds[closing] in "tp":
        closing += 1
    placed = closing < last and view.is_word("openers", closing)
    return closing if placed and view.kinds[comma + 1] == "N" else None


def _that_past_relative(view: View, begin: int, last: int) -> int:
    """ "That" behind ", who was elected in 2009,", where both are the same letter; else `begin`."""
    comma = view.kinds.find(",", begin, last - 1)
    return comma + 1 if comma > 0 and view.is_word("openers", comma + 1) else begin


def is_lone_pointer(view: View, index: int, last: int) -> bool:
    """Say whether nothing but a pointer is denied: "disputed that.", "disputed that, saying C",
    "denied that, and its lawyer left".
    """
    after = index + 1
    if after >= last or view.kinds[after] in ".;" or view.kinds.startswith(",c", after):
        return True
    return view.kinds.startswith(",g", after) and is_saying(view, after + 1)


def is_weighed_pointer(view: View, begin: int, last: int) -> bool:
    """Say whether a verdict follows a pointer: "rejected that as absurd"; not "that as of May"."""
    marked = begin + 1 < last and view.is_word("quoting_marks", begin + 1)
    return marked and view.kinds[begin + 2 : begin + 3] != "p"


def is_saying(view: View, index: int) -> bool:
    """Say whether a participle of saying stands at a token."""
    cue = view.words.cues.get(view.tokens.words[index])
    return cue is not None and cue.participle and cue.strong
