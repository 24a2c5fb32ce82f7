"""Things that a cue takes behind it: what is named, denied, shown or done."""

from __future__ import annotations

from ..lexicon import Cue
from . import NEGATIVE
from .openings import before_particle
from .said import Said, packed
from .thats import is_lone_pointer, is_weighed_pointer
from .view import View


def thing_after(view: View, begin: int, last: int, cue: Cue, *, documents: bool) -> Said | None:
    """A thing that is named, denied, shown or done, where a cue takes one."""
    kinds, frames = view.kinds, cue.frames
    takes_object = "n" in frames or ("d" in frames and documents)
    takes_object = takes_object or ("g" in frames and kinds[begin] == "g")
    if view.tokens.words[begin] in view.pointers:
        weighed = "n" in frames and is_weighed_pointer(view, begin, last)
        if weighed or (takes_object and is_lone_pointer(view, begin, last)):
            return Said((begin, begin + 1), is_object=True)
    doing = "g" in frames and view.is_doing(begin)
    if not (takes_object or doing):
        return None
    if cue.stance in NEGATIVE and view.is_word("judged_openers", begin):
        return packed(view, begin, last, is_object=True)
    # Behind a verb that brings no clause "that" can only point: "called that figure high".
    points = "c" not in frames and view.is_word("openers", begin)
    if (
        points
        or doing
        or kinds[begin] in 'dnN#xg"'
        or _opens_amount(view, begin)
        or (cue.stance in NEGATIVE and _is_crime(view, begin, last))
    ):
        return packed(view, begin, before_particle(view, begin, last), is_object=True)
    return None


def stated_by(view: View, begin: int, last: int) -> int | None:
    """Token of the noun that brings a clause without "that": "rejected accusations | she had lied".

    Not so in "reports she had made", "claims the firm has faced since May": these are hers.
    """
    noun = begin
    while (
        noun < last and view.kinds[noun] in "dn" and view.tokens.words[noun] not in view.words.nouns
    ):
        noun += 1
    if noun + 4 >= last or view.tokens.words[noun] not in view.words.nouns:
        return None
    subject = noun + 1
    if view.kinds[subject] not in "xd":
        return None
    verb = subject + 1
    while verb < last and view.kinds[subject] == "d" and view.kinds[verb] in "nN":
        verb += 1
    helped = verb + 2 < last and view.is_word("finite_auxiliaries", verb)
    behind = view.past_adverbs(verb + 1, last) + 1
    # What somebody did to the thing itself would have no object.
    whole = behind < last and view.kinds[behind] in "dnNx#"
    whole = whole or view.kinds[behind - 1] == "n" or view.is_word("passive_auxiliaries", verb)
    return noun if helped and whole else None


def _opens_amount(view: View, begin: int) -> bool:
    """Say whether a figure follows that is a bound: "shows at least 12 bodies"."""
    counted = view.kinds[begin + 2 : begin + 3] == "#" or view.is_word("numerals", begin + 2)
    return counted and view.is_word("bound_tails", begin + 1)


def _is_crime(view: View, begin: int, last: int) -> bool:
    """Say whether a crime is taken for a verb: "denies murder", "denies attempted murder"."""
    if view.kinds[begin] != "v":
        return False
    return any(view.is_word("guilt_nouns", at) for at in range(begin, min(last, begin + 2)))
