"""Statements by somebody's own count: "By the union's own figures C", "C, by her own account"."""

from __future__ import annotations

from ..tagging.tokens import OWNING
from . import Attribution, Span
from .later_halves import later_half
from .phrases import phrase_before
from .site_reader import SiteReader
from .tails import tail_cut

LONGEST = 9  # tokens of such a phrase
SUBJECT = 5  # tokens of a name in front of its verb
PERSONS = ("titles", "people", "generic_persons", "persons", "trades", "epithets", "kin")


def by_own_counts(reader: SiteReader, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, with one for each sentence with such a phrase."""
    tokens, made = reader.tokens, list[Attribution]()
    for at in reader.owned:
        if tokens.words[at] not in reader.own_counts:
            continue
        number = tokens.sentence[at]
        first, last = tokens.spans[number]
        mark = _mark(reader, at, first)
        if mark is None or (made and made[-1].sentence == number):
            continue
        read = _opening if mark == first else _closing
        item = read(reader, number, first, last, (mark, at + 1))
        if item is not None:
            made.append(item)
    if not made:
        return found
    begins = {item.sentence: item.contents[0][0] for item in made}
    # Whoever says the whole sentence is its source.
    spoken = {
        item.sentence
        for item in found
        if item.sentence in begins
        and item.contents
        and item.contents[0][0] <= begins[item.sentence]
    }
    made = [item for item in made if item.sentence not in spoken]
    return sorted([*made, *found], key=lambda item: item.sentence)


def _mark(reader: SiteReader, count: int, first: int) -> int | None:
    """Token of "by" in "by the union's own count", given that of the last word."""
    view, own = reader.view, False
    for at in range(count - 1, max(first, count - LONGEST) - 1, -1):
        if view.tokens.words[at] in OWNING or view.is_word("owners", at):
            own = True
        elif view.is_word("count_marks", at):
            return at if own else None
        elif view.kinds[at] not in "dnNg":
            return None
    return None


def _opening(
    reader: SiteReader, number: int, first: int, last: int, phrase: Span
) -> Attribution | None:
    """ "By its own count C"."""
    view, begin = reader.view, phrase[1]
    begin += view.kinds.startswith(",", begin)
    begin += 2 if view.kinds.startswith("r,", begin) else 0
    said = view.trimmed(begin, tail_cut(view, begin, last))
    if said is None or not view.has_verb(*said):
        return None
    return _made(reader, number, phrase, [said])


def _closing(
    reader: SiteReader, number: int, first: int, last: int, phrase: Span
) -> Attribution | None:
    """ "C, by its own count." and "A, by its own count, B"."""
    view, (mark, end) = reader.view, phrase
    if view.kinds[mark - 1] != "," or view.kinds[end : end + 1] not in ",.;":
        return None
    later = later_half(view, mark - 1, end, first, last)
    if later is not None:
        return _made(reader, number, phrase, [later])
    begin = max(view.kinds.rfind(kind, first, mark) for kind in ":;") + 1 or first
    before, after = view.trimmed(begin, mark), None
    if before is None:
        return None
    if end + 1 < last and view.kinds[end] == ",":
        after = view.trimmed(end + 1, tail_cut(view, end + 1, last))
    pieces = [before, after] if after else [before]
    stated = any("#" in view.kinds[slice(*piece)] or view.has_verb(*piece) for piece in pieces)
    return _made(reader, number, phrase, pieces) if stated else None


def _made(reader: SiteReader, number: int, phrase: Span, contents: list[Span]) -> Attribution:
    tokens, mark = reader.tokens, phrase[0]
    cue, source = tokens.slice(mark, mark + 1), (mark + 1, phrase[1])
    said = [tokens.slice(*piece) for piece in contents]
    made = Attribution(
        cue, tokens.slice(*source), said, tokens.words[mark], "asserts", number, "according"
    )
    made.named = _subject(reader, source, contents[0])
    return made


def _subject(reader: SiteReader, phrase: Span, said: Span) -> Span | None:
    """The one who is named behind "By her own admission,": whose it is."""
    view, tokens = reader.view, reader.tokens
    begin = said[0]
    if begin < phrase[1] or not view.is_word("owners", phrase[0]):
        return None
    if view.kinds[begin] not in "Nd" or not view.is_word("own_stories", phrase[1] - 1):
        return None
    verb = next(
        (at for at in range(begin, min(said[1], begin + SUBJECT)) if view.kinds[at] in "va"), None
    )
    subject = None if verb is None else phrase_before(tokens, verb, begin, reader.words)
    if subject is None or subject[0] != begin or not _may_own(reader, phrase, subject):
        return None
    return tokens.slice(*subject)


def _may_own(reader: SiteReader, phrase: Span, subject: Span) -> bool:
    """Say whether a subject may be whose account it is: of "his" and "her" alone a person is.

    "By his account the bank took it" tells of another; so does "By his account Ada Holm left".
    """
    view, (begin, end) = reader.view, phrase
    if not any(view.is_word(table, begin) for table in ("gender.his", "gender.her")):
        return True
    own = view.is_word("own_marks", end - 2)
    head = reader.tokens.words[subject[1] - 1]
    named = "N" in view.kinds[slice(*subject)]
    return own and (named or any(reader.words.has(table, head) for table in PERSONS))
