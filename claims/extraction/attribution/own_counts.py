"""Statements by somebody's own count: "By the union's own figures C", "C, by her own account"."""

from __future__ import annotations

from . import Attribution, Span
from .phrases import phrase_before
from .sites import SiteReader
from .tails import tail_cut

LONGEST = 9  # tokens of such a phrase
SUBJECT = 5  # tokens of a name in front of its verb


def by_own_counts(reader: SiteReader, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, with one for each sentence that opens or ends with such a phrase."""
    marks = reader.words.table("count_marks")
    if not marks:
        return found
    tokens, made = reader.tokens, []
    counts = reader.words.table("own_counts")
    for number, (first, last) in enumerate(tokens.spans):
        if last - first <= LONGEST:
            continue
        item = None
        if tokens.words[first] in marks:
            item = _opening(reader, number, first, last)
        elif tokens.words[last - 2] in counts:
            item = _closing(reader, number, first, last)
        if item is not None:
            made.append(item)
    if not made:
        return found
    at = {item.sentence: item.contents[0][0] for item in made}
    # Whoever says the whole sentence is its source.
    spoken = {
        item.sentence
        for item in found
        if item.sentence in at and item.contents and item.contents[0][0] <= at[item.sentence]
    }
    made = [item for item in made if item.sentence not in spoken]
    return sorted([*made, *found], key=lambda item: item.sentence)


def _opening(reader: SiteReader, number: int, first: int, last: int) -> Attribution | None:
    """ "By its own count C"."""
    view = reader.view
    phrase = _phrase(reader, first + 1, last)
    if phrase is None:
        return None
    begin = phrase[1] + (view.kinds[phrase[1]] == ",")
    said = view.trimmed(begin, tail_cut(view, begin, last))
    if said is None or not view.has_verb(*said):
        return None
    return _made(reader, number, first, phrase, said)


def _closing(reader: SiteReader, number: int, first: int, last: int) -> Attribution | None:
    """ "C, by its own count."."""
    view = reader.view
    mark = view.kinds.rfind(",", first, last) + 1
    if mark <= first or not view.is_word("count_marks", mark):
        return None
    phrase, said = _phrase(reader, mark + 1, last), view.trimmed(first, mark)
    if phrase is None or said is None or phrase[1] < last - 1:
        return None
    if "#" not in view.kinds[slice(*said)] and not view.has_verb(*said):
        return None
    return _made(reader, number, mark, phrase, said)


def _phrase(reader: SiteReader, begin: int, last: int) -> Span | None:
    """Tokens of "its own count", "the union's figures" from a token on; None for anything else."""
    view = reader.view
    own = view.is_word("owners", begin)
    for at in range(begin, min(last, begin + LONGEST)):
        if not own and view.is_word("owning_marks", at):
            own = True
        elif own and view.is_word("own_counts", at):
            return begin, at + 1
        elif view.kinds[at] not in "dnNg" and not view.is_word("before_owners", at):
            return None
    return None


def _made(reader: SiteReader, number: int, mark: int, phrase: Span, said: Span) -> Attribution:
    tokens = reader.tokens
    cue, source = tokens.slice(mark, mark + 1), tokens.slice(*phrase)
    made = Attribution(
        cue, source, [tokens.slice(*said)], tokens.words[mark], "asserts", number, "according"
    )
    made.named = _subject(reader, phrase, said)
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
    return tokens.slice(*subject) if subject is not None and subject[0] == begin else None
