"""What somebody holds, told with a noun: "Her argument is that C", "Orr's case was that C"."""

from __future__ import annotations

from ..tagging.tokens import OWNING
from . import Attribution, Span
from .site_reader import SiteReader
from .tails import tail_cut

OPENING = 12  # tokens in which such a sentence comes to what is held
OWNED = "dnNp#g"  # class letters of whose it is and what it is


def by_own_points(reader: SiteReader, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, with one for each sentence that tells what somebody holds."""
    view, tokens, made = reader.view, reader.tokens, list[Attribution]()
    for at in reader.owned:
        copula = at + 1
        if view.kinds[copula : copula + 1] != "a":
            continue  # as mostly
        number = tokens.sentence[at]
        first, last = tokens.spans[number]
        if copula - first > OPENING or not _is_held(reader, first, copula):
            continue
        said = view.trimmed(copula + 2, tail_cut(view, copula + 2, last))
        if said is not None and view.has_verb(*said):
            made.append(_made(reader, number, (first, copula), said))
    if not made:
        return found
    held = {item.sentence for item in made}
    kept = [item for item in found if item.sentence not in held or not _is_noun(item, made)]
    return sorted([*made, *kept], key=lambda item: item.sentence)


def _is_held(reader: SiteReader, first: int, copula: int) -> bool:
    """Say whether "that" follows, and somebody owns what stands before the verb."""
    view = reader.view
    if (
        copula + 1 >= len(view.kinds)
        or not view.is_word("openers", copula + 1)
        or not view.is_word("finite_auxiliaries", copula)
    ):
        return False
    owned = view.is_word("owners", first) or not OWNING.isdisjoint(
        view.tokens.words[first + 1 : copula]
    )
    owned = owned and view.is_word("own_points", copula - 1)
    return owned and not view.kinds[first:copula].strip(OWNED)


def _is_noun(item: Attribution, made: list[Attribution]) -> bool:
    """Say whether an attribution was read out of the noun itself."""
    return any(
        one.cue is not None and item.cue is not None and one.cue[0] <= item.cue[0] < one.cue[1]
        for one in made
    )


def _made(reader: SiteReader, number: int, noun: Span, said: Span) -> Attribution:
    """The attribution; its source is the noun with its owner, so that the owner is who speaks."""
    tokens = reader.tokens
    cue = tokens.slice(noun[1] - 1, noun[1] + 1)
    return Attribution(
        cue, tokens.slice(*noun), [tokens.slice(*said)], tokens.words[noun[1] - 1], "asserts",
        number, "according",
    )  # fmt: skip
