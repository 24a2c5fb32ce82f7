"""What stands between a verb of saying and the clause that it brings."""

from __future__ import annotations

from ..lexicon import Cue
from ..tagging.tokens import OWNING
from .noun_phrases import TITLE
from .view import View

LINK = 4  # tokens between a noun and the "that" that hangs on it: "о том,"


def noun_before(view: View, that: int, begin: int) -> int | None:
    """Token of the noun that "that" hangs on: "reports that", "сообщения о том, что"."""
    words, at = view.words, that - 1
    if words.words.get("pointing_clauses"):
        while (
            at > begin
            and that - at <= LINK
            and (view.kinds[at] in ",pxds" or view.is_word("clause_pointers", at))
        ):
            at -= 1
    brings = at >= begin and view.tokens.words[at] in words.nouns
    return at if brings and view.kinds[at] != "N" else None  # "told Pan News that"


def confronts(view: View, begin: int, noun: int, cue: Cue) -> bool:
    """Say whether somebody is only asked about what others say: "challenged Orr over claims"."""
    if not view.words.has("confronting", cue.lemma):
        return False
    return any(view.is_word("confronting_marks", at) for at in range(begin + 1, noun))


def past_particle(view: View, begin: int, last: int) -> int:
    """The comma behind a verb's particle: "wies den Vorwurf zurück, man habe C"."""
    comma = begin
    while comma < last and view.kinds[comma] not in ",:":
        comma += 1
    return comma if begin < comma < last and view.is_word("particles", comma - 1) else begin


def before_particle(view: View, begin: int, last: int) -> int:
    """The end of a sentence without the verb's particle: "weist das zurück." """
    end = last
    while end > begin and view.kinds[end - 1] == ".":
        end -= 1
    found = view.words.words.get("particles") and end - 1 > begin
    return end - 1 if found and view.is_word("particles", end - 1) else last


def is_title(view: View, begin: int) -> bool:
    """Say whether a few words in quotation marks behind a noun are the name of a thing.

    "in an interview with the «Forest Courier»".
    """
    number = view.quoted[begin]
    if number < 0 or view.ranges[number][0] != begin:
        return False
    opened, end = view.ranges[number]
    before = view.tokens.words[begin - 1]
    owned = before in OWNING  # "Radio Lim's “Face the City”"
    hung = view.is_word("hung_on_marks", begin - 1)  # 'אמר ל"הארץ"'
    hung = hung or view.is_word("paper_marks", begin - 1)  # 'בשיחה עם "הארץ"'
    if view.kinds[begin - 1] not in "nNd" and not (owned or hung):
        return False
    named = "N" in view.kinds[opened:end]
    if (view.kinds[begin - 1] == "d" or owned) and not named:
        return False
    # “Face the City,” as American texts set the comma.
    inside = view.kinds[opened:end].rstrip('"')
    inside = inside.removesuffix(",") if named else inside
    return end - opened <= TITLE + named and not any(kind in "va,.;" for kind in inside)
