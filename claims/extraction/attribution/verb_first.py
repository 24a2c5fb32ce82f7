"""Subjects behind their verb, as in Arabic or behind an opening in German: "said S that C"."""

from __future__ import annotations

from . import Attribution, Span
from .contents import following
from .said import Said
from .site_reader import SiteReader
from .sites import Site
from .tails import tail_cut
from .thats import that_after
from .things import is_no_statement
from .view import View

OBJECT_REACH = 10  # tokens of a subject before what it denies
NAME = 2  # tokens of a name behind an office
FIGURE = 6  # tokens of an announced thing up to its figure
LEAST_QUOTED = 5  # words of a quotation that is no name
LEAST_CLAUSE = 3  # tokens of a clause that no name has


def verb_first(reader: SiteReader, site: Site, source: Span) -> Attribution | None:
    """Return what S says where the verb stands before S; `source` is what follows the verb."""
    view = reader.view
    that = that_after(view, source[1], site.last)
    said = following(view, that, site.last, site.cue) if that is not None else None
    if said is None:
        said = behind_colon(view, source[1], site.last) or quoted_at(view, source[1], site.last)
    if said is None and view.comma_clauses and _states(view, source[1], site.last):
        said = following(view, source[1], site.last, site.cue)
    if said is None and "n" in site.cue.frames and view.words.order == "vs":
        blames = "b" in site.cue.frames
        at = (_blamed if blames else _object)(view, source, site.last)
        pair = None if at is None else view.trimmed(at, tail_cut(view, at, site.last))
        if at is not None and pair is not None:
            source, said = (source[0], min(source[1], at)), Said(pair, is_object=True)
    announces = site.cue.strong and "c" in site.cue.frames and view.words.table("told_things")
    if said is None and announces:
        at = _announced(view, source, site.last)
        if at is not None:
            stop = view.first_of(",;.:", at, site.last)
            source, said = (source[0], at), Said((at, stop), is_object=True)
    if said is None or is_no_statement(reader.view, site.cue, said):
        return None
    named = view.tokens.slice(*source)
    return reader.made(site, (site.index, site.end), named, [said.span], "subject", said)


def _object(view: View, source: Span, last: int) -> int | None:
    """Token at which a thing that can be denied begins, in or behind what follows the verb."""
    words = view.tokens.words
    end = source[1]
    if end + 1 < last and view.kinds[end] == "p" and view.is_word("settings", end + 1):
        end += 3  # "in a statement of theirs"
    while end < last and end - source[1] < NAME and view.kinds[end] == "n":
        end += 1  # 'رفضت شركة "شفاء" الموردة الاتهامات'
    for at in range(source[0] + 1, min(last, end + 1, source[0] + OBJECT_REACH)):
        if view.is_word("object_marks", at):
            return at + 1 if at + 1 < last else None
        pointed = view.kinds[at] == "d" and view.is_word("pointers", at)
        if pointed or words[at] in view.words.nouns or view.is_word("denied_things", at):
            return at
    return None


def _announced(view: View, source: Span, last: int) -> int | None:
    """Token at which a thing with its figure begins that is announced: "أعلنت الوزارة مقتل 31"."""
    things = view.words.table("told_things")
    for at in range(source[0] + 1, min(last, source[1] + 2)):
        word = view.tokens.words[at]
        if word in things or (word[0] == "ب" and word[1:] in things):
            return at if "#" in view.kinds[at : at + FIGURE] else None
    return None


def _blamed(view: View, source: Span, last: int) -> int | None:
    """Token at which the one who is accused begins: "accused S O of C", without a word between.

    O is told by an office or body behind the name of S, and by the preposition written together
    with the charge.
    """
    words, end = view.tokens.words, min(last, source[0] + OBJECT_REACH)
    charges = tuple(view.words.table("charge_prefixes"))
    gap = 0 if view.words.is_title(words[source[0]]) else 1
    for at in range(source[0] + 1, end):
        if view.is_word("object_marks", at):
            return at + 1 if at + 1 < last else None
        office = view.words.is_title(words[at]) or view.is_word("organisation_words", at)
        if office and gap >= NAME and any(one.startswith(charges) for one in words[at + 1 : last]):
            return at
        named = at + 1 < end and words[at + 1].startswith(charges)
        if office and named and at == source[0] + 1:
            return at  # "accused the opposition the government of C"
        gap = 0 if office else gap + 1
    return None


def behind_colon(view: View, begin: int, last: int) -> Said | None:
    """The quotation that a colon brings at some distance: "says S, who worked there: “C”"."""
    for at in range(begin, last - 1):
        if view.kinds[at] == ":" and view.quoted[at + 1] >= 0 and view.quoted[at] < 0:
            pair = view.trimmed(at + 1, last)
            return Said(pair) if pair else None
        if view.kinds[at] in '.;"':
            return None
    return None


def quoted_at(view: View, begin: int, last: int) -> Said | None:
    """The statement in quotation marks that stands at a token with no colon: 'وتابع "C"'."""
    if not view.tokens.verbs_known and view.words.words.get("caseless") and begin < last:
        number = view.quoted[begin]
        opened, end = view.ranges[number] if number >= 0 else (-1, -1)
        if opened == begin and view.tokens.size(begin, end) >= LEAST_QUOTED:
            return Said((begin, min(end, last)))
    return None


def _states(view: View, at: int, last: int) -> bool:
    """Say whether a comma follows a subject, or a verb's particle or a setting in front of one."""
    comma = view.kinds.find(",", at, last)
    return comma >= 0 and not any(kind in 'va".;:' for kind in view.kinds[at:comma])


def is_opening(view: View, source: Span, first: int) -> bool:
    """Say whether a noun phrase hangs on a preposition at the start of a sentence.

    Where the verb is always second, its subject then comes behind it; where nouns are declined it
    may: "О пожаре сообщила газета", but "В министерстве сообщили". Asked of such languages alone.
    """
    if view.is_word("body_marks", source[0] - 1):
        return False
    at = source[0] - 1
    while at > first and view.kinds[at - 1] == "r":
        at -= 1
    return at == first and view.kinds[source[0] - 1] == "p" if source[0] > first else False


def is_clause_of(view: View, source: Span) -> bool:
    """Say whether what follows a verb is a clause that opens with "that", not who speaks."""
    return source[1] - source[0] >= LEAST_CLAUSE and view.opens_clause(source[0])


def main_clause(view: View, comma: int, last: int) -> int:
    """Token of the verb that opens the main clause behind side clauses, or of what follows a comma.

    "(Wie aus der Mail hervorgeht), über die die Zeitung berichtete, | fehlten 40 Betten".
    """
    for at in range(comma, last - 1):
        if view.kinds[at] == "," and view.kinds[at + 1] in "va":
            return at + 1
    return comma + 1
