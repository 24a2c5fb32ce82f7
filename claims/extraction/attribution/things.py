"""Things that a cue takes where others bring a clause: what is denied, called, foretold."""

from __future__ import annotations

from ..lexicon import Cue
from ..tagging.tokens import OWNING
from . import NEGATIVE, Span
from .denial_words import SCORN, find_denial
from .openings import confronts
from .said import Said
from .sites import Site
from .view import View

NAMED = 5  # tokens of "that an infamous lie"
CONTRARY = 2  # tokens of "the opposite"
VERDICT = 12  # tokens of "as “pure fantasy and an insult”"


def is_no_statement(view: View, cue: Cue, said: Said) -> bool:
    """Say whether a thing is denied or rejected: "denied entry", "rejected the offer"."""
    begin, end = said.span
    if view.words.has("giving", cue.lemma) and _is_given(view, begin, end):
        return True
    if view.words.has("striking", cue.lemma) and said.is_object and _is_struck(view, begin, end):
        return True
    if cue.stance == "promises" and view.is_word("such", begin + 1):
        return view.is_word("negations", begin)  # "I promised no such thing"
    if cue.stance not in NEGATIVE:
        return view.words.has("naming_verbs", cue.lemma) and _is_only_named(view, cue, said)
    if not said.is_object:
        return view.is_word("no_statements", begin)
    stop = begin
    while stop < end and (view.kinds[stop] in "dnN#" or view.tokens.words[stop] in OWNING):
        stop += 1
    if any(view.is_word("answered_nouns", at) for at in range(begin, stop)):
        return False
    if any(view.is_word("no_statements", at) for at in range(begin, stop)):
        return True
    if stop < end and view.is_word("asking_marks", stop):
        return True
    return view.words.has("dismissing", cue.lemma) and _is_dismissed(view, cue, begin, end)


def _is_given(view: View, begin: int, end: int) -> bool:
    """Say whether somebody gets a thing or not: "denied them permits", "granted Orr a loan"."""
    kinds, thing = view.kinds, begin + 1
    if not view.is_word("receivers", begin):
        if kinds[begin] not in "dnN" or view.tokens.words[begin].endswith(view.gerunds):
            return False  # "denied taking a bribe"
        while thing < end and kinds[thing] in "nN#":
            thing += 1
        if thing >= end or not view.is_word("indefinites", thing):
            return False
    timed = any(view.is_word("tag_times", at) for at in range(thing, thing + 3))
    return not timed and kinds[thing : thing + 1] in ("n", "N", "g", "d", "#")


def _is_struck(view: View, begin: int, end: int) -> bool:
    """Say whether a thing is hit, and not spoken of: "attacked the ferry, killing 40 men"."""
    struck, words = view.tokens.words[begin:end], view.words
    spoken = any(words.has_any(one, struck) for one in ("quoting_marks", "grudges"))
    spoken = spoken or words.has_any("rebutted_nouns", struck)
    return not spoken and words.nouns.keys().isdisjoint(struck)


def _is_dismissed(view: View, cue: Cue, begin: int, end: int) -> bool:
    """Say whether staff is dismissed, or a risk played down; nothing that anybody said."""
    words = view.tokens.words
    if end == begin + 1 and words[begin] in view.pointers:
        return False  # "brushed that aside"
    # A clause behind tells no more of it.
    comma = view.kinds.find(",", begin, end)
    end = comma if comma > 0 else end
    named = (
        at
        for at in range(begin, end)
        if words[at] in view.words.nouns or view.is_word("rebutted_nouns", at)
    )
    noun = next(named, None)
    names = noun is not None and not confronts(view, begin, noun, cue)
    framed = view.words.has_any("quoting_marks", words[begin : end + 1])
    framed = framed or _is_behind_verdict(view, cue, begin)
    return not (names or framed or '"' in view.kinds[begin:end] or view.kinds[begin] == "x")


def _is_behind_verdict(view: View, cue: Cue, begin: int) -> bool:
    """Say whether a verdict stands before a thing: "dismissed as “slander” | the annex"."""
    for word in reversed(view.tokens.words[max(0, begin - VERDICT) : begin]):
        if view.words.has("quoting_marks", word):
            return True
        verb = view.words.cues.get(word)
        if verb is not None and verb.lemma == cue.lemma:
            return False
    return False


def _is_only_named(view: View, cue: Cue, said: Said) -> bool:
    """Say whether somebody or something is called, and given no name by it that judges."""
    begin, end = said.span
    if view.is_word("reflexives", begin):
        return True  # "three people who call themselves journalists"
    # ", a charge S called baseless": what is called so stands before.
    lone = end - begin == 1 and not is_named_false(view, cue, said)
    return lone or _is_convened(view, begin, end)


def is_named_false(view: View, cue: Cue, said: Said) -> bool:
    """Say whether "that", an object, is called untrue: "called that misleading"."""
    begin, end = said.span
    if end - begin > NAMED or not view.words.has("naming_verbs", cue.lemma):
        return False
    them = view.kinds[begin] == "x" and view.is_word("pronouns.plural", begin)
    if not (them or view.is_word("pointers", begin)):
        return False
    words = view.words
    called = view.tokens.words[begin + 1 : begin + 1 + NAMED]
    if end > begin + 1 or not words.has_any("quoting_marks", called[:1]):
        called = called[: end - begin - 1]  # but "described that as an old lie"
    if called and (called[0] in words.nouns or view.is_word("rebutted_nouns", begin + 1)):
        return False  # "called that figure misleading"
    if find_denial(called, words) or find_denial(called, words, SCORN):
        return True
    return words.has_any("two_edged_denials", called) or words.has_any("untruths", called)


def _is_convened(view: View, begin: int, end: int) -> bool:
    """Say whether a thing is called and given no name: "called a one-day strike"."""
    stop = begin
    while stop < end and view.kinds[stop] in "dn#-":
        stop += 1
    bare = view.is_word("indefinites", begin) or view.kinds[begin] == "n"
    return bare and any(view.is_word("called_things", at) for at in range(begin, stop))


def without_inset(view: View, begin: int, end: int) -> list[Span]:
    """A thing without a relative clause inside it: "blamed a firm, which she did not name, for
    the loss"."""
    kinds = view.kinds
    comma = kinds.find(",s", begin, end)
    if comma < 0 or not view.is_word("relatives", comma + 1):
        return [(begin, end)]
    close = kinds.find(",", comma + 2, end)
    goes_on = 0 < close < end - 1 and kinds[close + 1] == "p"
    return [(begin, comma), (close + 1, end)] if goes_on else [(begin, end)]


def contrary_end(view: View, site: Site, source: Span) -> int | None:
    """Token after "otherwise" or "the opposite", where only that is said: it is not so."""
    end = site.end
    if "c" not in site.cue.frames or site.cue.stance != "asserts":
        return None
    body = "N" in view.kinds[slice(*source)]
    if not body and not view.words.has_any("groups", view.tokens.words[slice(*source)]):
        return None
    for stop in range(min(site.last, end + CONTRARY), end, -1):
        said = view.is_phrase("contrary", end, stop)
        if said and (stop == site.last or view.kinds[stop] in ".;"):
            return stop
    return None


def figure_end(view: View, site: Site) -> int | None:
    """Token after a figure that is foretold by itself: "expected a loss of 9 million"."""
    kinds, at = view.kinds, view.past_adverbs(site.end, site.last)
    while at < site.last and kinds[at] in "dnp":
        at += 1
    if at >= site.last or kinds[at] != "#":
        return None
    stop = at
    while stop < site.last and kinds[stop] not in ',.;:"vas':
        stop += 1
    return stop if stop >= site.last or kinds[stop] not in "va" else None
