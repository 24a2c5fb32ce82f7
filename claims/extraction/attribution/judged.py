"""What judges a statement from behind it: ", a charge S denies", ", a figure S puts at 40"."""

from __future__ import annotations

from . import NEGATIVE
from .denial_words import DENIAL, SCORN, find_denial
from .view import View

SUBJECT_REACH = 16  # tokens of a subject between a conjunction and a verb of saying


def answered_at(view: View, index: int, last: int) -> int | None:
    """Token of who denies it, where a comma is followed by what a statement is.

    "accused S of theft, a charge S denies", "a claim that the ministry called baseless", "a figure
    disputed by S", "charges that S called a fiction"; "a figure S puts at 40".
    """
    first = index + (view.kinds[index] == "d")
    stop = past(view, first, last, "n")
    bare = view.kinds.startswith("vs", first)
    stop += bare  # ", charges that S called a fiction"
    nouns = (
        at
        for at in range(first, stop)
        if view.tokens.words[at] in view.words.nouns or view.is_word("scorned_nouns", at)
    )
    noun = next(nouns, None)  # "a claim | consumer groups dismissed"
    if noun is None:
        return None
    if disputed_by(view, noun + 1, last):
        return noun + 1
    begin = noun + 1 + (noun + 1 < last and view.kinds[noun + 1] == "s")
    verb = past(view, begin, min(last, begin + SUBJECT_REACH), "nNdx#prta")
    if verb + 1 < last and view.is_gerund(verb):  # "a charge the union representing staff denies"
        verb = past(view, verb + 1, min(last, begin + SUBJECT_REACH), "nNdx#prta")
    if not begin < verb < last or view.kinds[verb] not in "vg":
        return None
    cue = view.words.cues.get(view.tokens.words[verb])
    judges = cue is not None and (
        cue.stance in NEGATIVE
        or view.words.has("naming_verbs", cue.lemma)
        or (view.words.has("finding_verbs", cue.lemma) and _untrue(view, verb + 1, last))
        or ("m" in cue.frames and view.tokens.words[verb + 1] in view.measure_marks)
    )
    if bare and judges and cue.stance not in NEGATIVE:
        judges = _untrue(view, verb + 1, last)  # not "the union charges that S called them thieves"
    return begin if judges else None


def _untrue(view: View, begin: int, last: int) -> bool:
    """Say whether a word of denial stands between two tokens: "found | “not credible”"."""
    said = view.tokens.words[begin:last]
    return any(find_denial(said, view.words, table) for table in (DENIAL, SCORN))


def disputed_by(view: View, index: int, last: int) -> bool:
    """Say whether "disputed by" stands at a token, which describes the noun before it."""
    if index + 1 >= last or view.kinds[index] not in "vg":
        return False
    cue = view.words.cues.get(view.tokens.words[index])
    denies = cue is not None and cue.is_past and cue.stance in NEGATIVE
    return denies and view.is_word("agent_marks", index + 1)


def remarks(view: View, index: int, last: int) -> bool:
    """Say whether what is said is taken up: ", a figure for which S gave no source", "a view that
    the firm does not share"; by the article, not by the one who said it."""
    if index + 3 >= last or not view.is_word("indefinites", index):
        return False
    noun, then = view.tokens.words[index + 1], index + 2
    if noun not in view.words.nouns and not view.words.has("scorned_nouns", noun):
        return False
    then += view.kinds[then] == "p"
    return view.is_word("relatives", then) or view.is_word("openers", then)


def past(view: View, index: int, stop: int, kinds: str) -> int:
    while index < stop and view.kinds[index] in kinds:
        index += 1
    return index
