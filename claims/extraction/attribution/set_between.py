"""What is set between a verb of saying and its subject: « C », a expliqué à la presse S."""

from __future__ import annotations

from ..entities.tables import given_names
from .view import View

REACH = 12  # tokens of "lundi soir dans un entretien à la radio du port"


def past_settings(view: View, begin: int, last: int) -> int:
    """The first token of a subject behind those told, the day and the place; else `begin`.

    Only in languages whose tables list the prepositions that may stand there.
    """
    if not view.words.table("setting_marks"):
        return begin
    at = begin
    while at < min(last, begin + REACH):
        if view.kinds[at] == "t" or view.is_word("day_parts", at):
            at += 1
        elif view.kinds[at : at + 2] == "dt":
            at += 2  # "este lunes"
        elif view.kinds[at] == "r" and not view.is_word("negations", at):
            at += 1
        elif view.is_word("setting_marks", at):
            if view.kinds[at + 1 : at + 2] == "#":
                return begin  # "évalue à 40 euros le coût"
            at = _phrase_end(view, at + 1, last)
        else:
            return at if at > begin and view.kinds[at] in "dnN" else begin
    return begin


def _phrase_end(view: View, at: int, last: int) -> int:
    """Token after the noun phrase of a preposition, "l'agence du port", where a subject begins."""
    given = given_names(view.words.code)
    at += view.kinds[at : at + 1] == "p"  # "lors d'une réunion"
    at += view.kinds[at : at + 1] == "d"
    begin = at
    while at < last:
        kind = view.kinds[at]
        if at > begin and _opens_person(view, at, last, given):
            return at
        tied = view.is_word("genitive_marks", at) or view.is_word("setting_links", at)
        if tied and view.kinds[at + 1 : at + 2] in ("n", "N", "d"):
            at += 1 + (view.kinds[at + 1] == "d")
        elif kind not in "nN#":
            return at
        at += 1
    return at


def _opens_person(view: View, at: int, last: int, given: frozenset[str]) -> bool:
    """Say whether a title or a first name opens a name at a token."""
    if at + 1 >= last or view.kinds[at + 1] != "N":
        return False
    word = view.tokens.words[at]
    return view.words.is_title(word) or (view.kinds[at] == "N" and word in given)
