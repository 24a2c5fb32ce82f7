"""One kind and one canonical name per name of an article, by the votes of all its mentions."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.records import FoundEntity

from .counting import ENOUGH, Counts, Votes, add, best, leading
from .homelands import homelands
from .runs import Candidate
from .second_look import Pair, second_look
from .tables import CAPITAL_NOUNS, INFLECTED, Tables, plain

ENOUGH_WITHOUT_CAPITALS = 1.5  # votes for a kind where every noun has a capital
SURNAME_WEIGHT = 3.0
SHORT_WEIGHT = 2.0  # for a word that begins a longer name, or that a people is called after
SHORTEST = 4  # letters of a word that begins the name of a firm
CLOSE = 5  # characters between two names: ", ", " and "
Told = tuple[str | None, str]  # the kind of a name, and the full name where it is a surname
NO_NAME: Told = (None, "no name")


def decide(found: list[Candidate], table: Tables, text: str) -> list[FoundEntity]:
    """One kind and one canonical name per name of the article."""
    votes, sure = _counted(found, table)
    close = _neighbours(found, votes)
    _add_homelands(votes, sure, table)
    enough = ENOUGH_WITHOUT_CAPITALS if table.language in CAPITAL_NOUNS else ENOUGH
    kinds = {key: best(total, enough) for key, total in votes.items()}
    for key in second_look(found, close, votes, kinds, sure, table, text):
        kinds[key] = best(votes[key], enough)
    return _entities(found, votes, kinds, sure, table)


def _counted(found: list[Candidate], table: Tables) -> tuple[Counts, set[str]]:
    """Name -> its votes, and the names that are more than first words of sentences."""
    votes: Counts = {}
    sure: set[str] = set()
    for candidate in found:
        # What the name itself tells counts once, what its neighbours tell each time.
        key = candidate.key = plain(candidate.text)
        total = votes.get(key)
        if total is None:
            total = votes[key] = dict(candidate.own)
        if candidate.votes:
            for kind, weight in candidate.votes.items():
                total[kind] = total.get(kind, 0.0) + weight
        if key not in sure and (not candidate.opens or table.kind_of(candidate.text)):
            sure.add(key)
    return votes, sure


def _neighbours(found: list[Candidate], votes: Counts) -> list[Pair]:
    """Pairs of names with hardly anything between them."""
    close = []
    for left, right in pairwise(found):
        gap = right.start - left.end
        if gap > CLOSE:
            continue  # as mostly
        close.append((left, right))
        # "Quarry Lane, Dunmore": a place is followed by the larger one that it lies in.
        if gap == 2 and not right.own and best(left.own) == "place":
            add(votes[right.key], "place", 1)
    return close


def _add_homelands(votes: Counts, sure: set[str], table: Tables) -> None:
    """Let a people and the place it is called after tell of each other."""
    for people, homes in homelands(votes, table).items():
        add(votes[people], "group", 2 * SHORT_WEIGHT)
        sure |= homes
        for key in homes:
            if " " not in key or leading(votes[key]) != "org":
                add(votes[key], "place", SHORT_WEIGHT)


def _entities(
    found: list[Candidate],
    votes: Counts,
    kinds: dict[str, str | None],
    sure: set[str],
    table: Tables,
) -> list[FoundEntity]:
    """The candidates that are names, each with the kind that its name has in the article."""
    full, short = surnames(found, kinds, table), short_names(votes, kinds, table)
    inflected, capitals = table.language in INFLECTED, table.language in CAPITAL_NOUNS
    judged: dict[str, Told] = {}
    result = []
    for candidate in found:
        key, name = candidate.key, candidate.text
        told = judged.get(key)
        if told is None:
            several = " " in key
            surname = "" if several else table.base(key) if inflected else key
            if surname in full:
                told = _of_surname(votes[key], full[surname])
            elif key in short:
                told = best(votes[key] | {"org": votes[key].get("org", 0.0) + SHORT_WEIGHT}), ""
            elif several or key in sure:
                told = kinds[key], ""
            else:
                told = NO_NAME
            judged[key] = told
        if told is NO_NAME:
            continue
        kind, person = told
        if kind is None and (capitals or candidate.shouted):
            continue
        name = person or name
        if candidate.shouted and name.isupper():
            name = name.title()
        result.append(
            FoundEntity(candidate.start, candidate.end, candidate.text, kind or "other", name)
        )
    return result


def _of_surname(votes: Votes, full: str) -> Told:
    """What a word is that is the last one of somebody's full name."""
    total = dict(votes)
    add(total, "person", SURNAME_WEIGHT)
    kind = best(total)
    return kind, full if kind == "person" else ""


def surnames(found: list[Candidate], kinds: dict[str, str | None], table: Tables) -> dict[str, str]:
    """Last word in its base form -> full name, of each person named in full."""
    full: dict[str, str] = {}
    for candidate in found:
        if " " not in candidate.text or kinds[candidate.key] != "person":
            continue
        words = candidate.text.split(" ")
        if 2 <= len(words) <= 5:
            full.setdefault(table.base(plain(words[-1])), candidate.text)
    return full


def short_names(votes: Counts, kinds: dict[str, str | None], table: Tables) -> set[str]:
    """First words of firms and bodies, by which they are called later: "Orrin" of Orrin Energy.

    A council or a university is called after its town; that word alone is the town.
    """
    short = set()
    for key, kind in kinds.items():
        if kind != "org" or " " not in key:
            continue  # as mostly
        first, _, rest = key.partition(" ")
        if len(first) < SHORTEST:
            continue
        if table.has("civic_bodies", rest.split(" ")[-1]) or table.has("organisations", first):
            continue
        if not (table.kind_of(first) or table.has("given", first) or table.is_title(first)):
            short.add(first)
    # A mine or a quarry may be a firm's: that alone makes no town of its name.
    towns = {
        key.partition(" ")[0]
        for key, kind in kinds.items()
        if kind == "place" and (" " in key or votes[key]["place"] > SHORT_WEIGHT)
    }
    return short - table.ignored - towns
