"""What stands between a verb of saying and its subject, or what is said."""

from __future__ import annotations

from .noun_phrases import TITLE
from .sites import Site
from .view import View

DAY = 3  # tokens of "on Monday" behind a verb


def past_mark(view: View, begin: int, last: int) -> int:
    """Token of who is judged, behind a day and a preposition: "acusó ayer al juez"."""
    at = begin
    while at < last and at - begin < DAY and (
        view.kinds[at] == "t"
        or (view.kinds[at] in "pd" and view.kinds[at + 1 : at + 2] == "t")
    ):  # fmt: skip
        at += 1
    for marks in ("person_marks", "object_marks"):
        at += at + 1 < last and view.is_word(marks, at)
    return at


def past_dative(view: View, begin: int, last: int) -> int:
    """The comma behind the person told: "bestätigte dem Blatt, C"; `begin` where none was."""
    if not view.is_word("datives", begin):
        return begin
    comma = view.kinds.find(",", begin, last)
    told = comma > begin and not view.kinds[begin:comma].strip('dnNxp"#t')
    return comma if told and view.is_clause(comma + 1, last, narrow=True) else begin


def opens_measure(view: View, begin: int, last: int) -> bool:
    """Say whether a figure and then what it is of follow a word such as "à": "estime à 9 000 le
    nombre de postes".
    """
    at = begin + 1
    if at + 2 >= last or view.kinds[at] != "#":
        return False
    while at < last and view.kinds[at] in "#np":
        at += 1
    return at < last and view.kinds[at] == "d"


def starts_phrase(view: View, begin: int, last: int) -> bool:
    """Say whether what follows a source describes nobody: "Of nine, S said, in use are"."""
    placed = view.kinds[begin] in "p#" or view.kinds[begin : begin + 2] == "rp"
    return placed and not any(view.is_word("settings", at) for at in range(begin, last))


def ranks(view: View, begin: int, last: int) -> bool:
    """Say whether a thing is given its place: "placed the port third among 40", "ranks it 12th"."""
    at = begin + 1
    while at < last and view.kinds[at] in "dnN#x-":
        word = view.tokens.words[at]
        counted = word[0].isdigit() and word[-1].isalpha()
        if counted or any(view.is_word(table, at) for table in ("ordinals", "ends_of_rank")):
            return True
        at += 1
    return False


def puts_down(view: View, begin: int, last: int) -> bool:
    """Say whether a thing is traced back: "put the delay down to the snow", not "down to 40"."""
    at = begin + 1
    while at + 2 < last and view.kinds[at] in "dnN#xprsg-a":
        if " ".join(view.tokens.words[at : at + 2]) in view.words.table("tracing_marks"):
            return view.kinds[at + 2] in "dnNg"
        at += 1
    return False


def past_day(view: View, index: int, last: int) -> int:
    """Token after "on Monday" between a verb and its subject, as in "a dit lundi Anne B."."""
    kinds, at = view.kinds, index
    while at < last and at - index < 2 and kinds[at] in "pd":
        at += 1
    if at + 1 >= last or kinds[at] != "t":
        return index
    while at + 1 < last and kinds[at] == "t":
        at += 1
    return at


def past_told(view: View, index: int, site: Site) -> int:
    """Token after whom one told, behind a verb: "сообщили | РИА Новости | в мэрии", "рассказал |
    «Ведомостям» | директор"; `index` where nobody is told or who speaks does not follow.
    """
    at, last, number = index, site.last, -1
    if not view.words.words.get("inflected") or at >= last:
        return index
    if view.kinds[at] == '"':
        number = view.quoted[at]
        at = view.ranges[number][1] if number >= 0 else at
        if at - index > TITLE:
            return index
    while at < last and (view.kinds[at] == "N" or view.is_word("told", at)):
        at += 1
        if view.is_word("told", at - 1):
            break
    if at == index or at + 1 >= last:
        return index
    if _opens_body(view, at, site):
        return at
    told = view.is_word("told", at - 1) or number >= 0
    return at if told and view.kinds[at] in "nNd" else index


def past_body_mark(view: View, index: int, site: Site) -> int:
    """Token after "in" where a plural verb has a body for its subject.

    As in Russian, "сообщили в министерстве".
    """
    return index + 1 if _opens_body(view, index, site) else index


def _opens_body(view: View, index: int, site: Site) -> bool:
    """Say whether "in" opens the body that a plural verb has for its subject."""
    marked = index + 1 < site.last and view.is_word("body_marks", index)
    if not marked or view.kinds[index + 1] not in "nNd" or view.is_word("settings", index + 1):
        return False
    endings = tuple(view.words.table("plural_endings"))
    return view.tokens.words[site.index].endswith(endings)
