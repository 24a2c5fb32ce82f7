"""What a text tells of names whose kind is still in doubt: other names, and words farther off.

A town has a paper, a council and a club; a firm is called by its first word; what is named in one
breath is of one kind; what has customers is no person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping

from claims.extraction.lexicon import lexicon

from .counting import Counts, Votes, add, leading
from .runs import Candidate
from .tables import (
    ARTICLE,
    ASSET,
    BELONGING,
    CIVIC_BODY,
    CRAFT,
    DEALING,
    DEALING_LINK,
    DWELLER,
    FIRM_VERB,
    JOURNEY,
    ORGANISATION_OPENER,
    THING,
    Tables,
    plain,
)

Pair = tuple[Candidate, Candidate]  # names with hardly anything between them

DOUBT = 3.0  # fewer votes than these for any kind leave a name in doubt
FAIR = 1.2  # votes that are enough to tell others by
TOLD = 1.5  # votes of one neighbour that tells
PRESENTED = 1.8  # more votes than a person's who is only named and speaks
BEFORE = 40  # characters looked at before a name
BEHIND = 64  # and behind it
TOLD_ONCE = frozenset(("org", "place"))  # what one neighbour is enough to tell
WORDS = re.compile(r"[^\W\d_]+")
GOES_ON = re.compile(r",? (?:which|with|has|had|have|where)\b")
STOPS = re.compile(r"[.;:!?\n]")
OWNS = re.compile(r"[’']s? ([a-z]+)(?: ([a-z]+))?")


def second_look(
    found: list[Candidate],
    close: list[Pair],
    votes: Counts,
    kinds: Mapping[str, str | None],
    sure: set[str],
    table: Tables,
    text: str,
) -> set[str]:
    """Add to the votes of names in doubt, and give them back.

    kinds: what the votes tell so far; sure: names that are more than first words of sentences.
    """
    if not table.words.get("binders"):
        return set()
    long = [key for key in kinds if " " in key]
    doubtful, opening = _sorted_out(votes, kinds, sure)
    sure |= _names_among(opening, found, text)
    doubtful -= {key.rpartition(" ")[2] for key in long if kinds[key] == "person"}
    towns = _towns(long, votes, table)
    sure |= towns
    sure |= doubtful
    shouted = set()
    for candidate in found:
        if candidate.key in doubtful:
            if candidate.shouted:
                shouted.add(candidate.key)
            else:
                look(candidate, votes[candidate.key], text, table)
    doubtful -= shouted
    for key in long:
        if key in doubtful:
            _shorter(key, votes, sure, table)
    if doubtful:
        _together(close, votes, doubtful, table, text)
    _last_words(long, votes, doubtful)
    _beginnings(long, votes, doubtful, table)
    return doubtful | towns


def _sorted_out(
    votes: Counts, kinds: Mapping[str, str | None], sure: set[str]
) -> tuple[set[str], list[str]]:
    """The names in doubt, and first words of sentences that are told to be a body or a place."""
    doubtful: set[str] = set()
    opening: list[str] = []
    for key, kind in kinds.items():
        if key in sure or " " in key:
            if kind is None or votes[key][kind] < (TOLD if kind in TOLD_ONCE else DOUBT):
                doubtful.add(key)
        elif kind in TOLD_ONCE and votes[key][kind] >= TOLD and not key.endswith("ly"):
            opening.append(key)
    return doubtful, opening


def _last_words(long: list[str], votes: Counts, doubtful: set[str]) -> None:
    """Let a body be called by its last word: "the Lantern" of the Dunmore Lantern."""
    for key in long:
        last = key.rpartition(" ")[2]
        if last not in doubtful or " of " in key or leading(votes[key]) != "org":
            continue
        if leading(votes[last]) == "other":  # behind "the"
            add(votes[last], "org", 2)


def _beginnings(long: list[str], votes: Counts, doubtful: set[str], table: Tables) -> None:
    """Let a firm be called without its last word: "Varn Orley" of Varn Orley Foods."""
    firms = lexicon(table.language).table("firm_words")
    for key in long:
        begin, _, last = key.rpartition(" ")
        if last not in firms or " " not in begin or begin not in doubtful:
            continue  # as mostly
        if leading(votes[key]) == "org" and not table.is_given(begin.partition(" ")[0]):
            add(votes[begin], "org", DOUBT)
            add(votes[begin], "person", -DOUBT)


def _names_among(opening: list[str], found: list[Candidate], text: str) -> set[str]:
    """Those words that only open sentences and are names: told to be a body or place, met twice,
    and never in small letters."""
    if not opening:
        return set()
    times = Counter(candidate.key for candidate in found)
    names = {key for key in opening if times[key] > 1}
    if not names:
        return names
    words = sorted(set(text.split(" ")[1:]))
    return {key for key in names if not _begins_one(key, words)}


def _begins_one(key: str, words: list[str]) -> bool:
    """Say whether one of the words, which are in order, begins with these letters."""
    at = bisect_left(words, key)
    return at < len(words) and words[at].startswith(key)


def _towns(long: list[str], votes: Counts, table: Tables) -> set[str]:
    """The towns that bodies are called after: "Dunmore Courier", "University of Dunmore"."""
    towns = set()
    for key in long:
        first, _, last = key.partition(" ")
        if last.startswith("of "):
            first, last = last.removeprefix("of "), first
        if first not in votes or not table.bits.get(last, 0) & CIVIC_BODY:
            continue
        if not (table.bits.get(first, 0) & ORGANISATION_OPENER or table.is_given(first)):
            add(votes[first], "place", TOLD)
            towns.add(first)
    return towns


def _shorter(key: str, votes: Counts, sure: set[str], table: Tables) -> None:
    """Who is called by a first word that is no first name is a firm, or a club of the place."""
    first, last = key.partition(" ")[0], key.rpartition(" ")[2]
    total = votes[key]
    if (
        last in votes
        or first not in votes
        or first not in sure
        or total.get("person", 0) > PRESENTED
    ):
        return
    kind = leading(votes[first])
    if kind in ("person", "group") or table.is_given(first) or table.is_title(first):
        return
    if leading(total) != "place":
        add(total, "org", TOLD)
        add(total, "person", -1)


def _together(
    close: list[Pair],
    votes: Counts,
    doubtful: set[str],
    table: Tables,
    text: str,
) -> None:
    """Names in one breath are of one kind; letters in brackets are of the name before them."""
    binders = table.words["binders"]
    row: list[Candidate] = []  # "A, B" before "and C"
    end = -1
    for left, right in close:
        between = text[left.end : right.start]
        before = row if left.start == end else []
        if between == ", ":
            row, end = [*before, left], right.start
        elif between == " (":
            if left.key in doubtful and stands_for(right.text, left.text):
                _same_letters(votes[left.key], votes[right.key])
        elif between.strip() in binders:
            _share([*before, left, right], votes, doubtful)


def _share(row: list[Candidate], votes: Counts, doubtful: set[str]) -> None:
    keys = [candidate.key for candidate in row]
    if doubtful.isdisjoint(keys):
        return
    kinds = {leading(votes[key]) for key in keys if max(votes[key].values(), default=0) >= FAIR}
    # Of two, one has to be told as a place right here: "in Askel and Veldby".
    placed = len(row) > 2 or any("place" in candidate.votes for candidate in row)
    kind = "place" if placed and "place" in kinds else "org"
    if kind not in kinds or len(kinds - {"other"}) > 1:
        return
    for key in keys:
        fits = kind == "place" or " " not in key
        if key in doubtful and fits and leading(votes[key]) not in ("org", "place"):
            add(votes[key], kind, FAIR)


def is_capital(word: str) -> bool:
    """Say whether a word has a capital and nothing behind it that ends a sentence."""
    return word[:1].isupper() and word[-1:].isalpha()


def stands_for(letters: str, name: str) -> bool:
    """Say whether letters are the first ones of the words of a name."""
    first = "".join(word[0] for word in re.split(r"[ -]", name) if word)
    return letters in (first.upper(), "".join(filter(str.isupper, first)))


def _same_letters(name: Votes, letters: Votes) -> None:
    add(name, "person", -TOLD)  # nobody is called by letters
    if leading(name) != "place":
        add(name, "org", 1)
        add(letters, "org", 1)


def look(candidate: Candidate, total: Votes, text: str, table: Tables) -> None:
    """Count what stands farther off from one mention of a name in doubt."""
    for kind, weight in [*_before(candidate, text, table), *_behind(candidate, text, table)]:
        add(total, kind, weight)


def _before(candidate: Candidate, text: str, table: Tables) -> Iterator[tuple[str, float]]:
    before = text[max(0, candidate.start - BEFORE) : candidate.start]
    if before[-1:] != " ":
        return
    words = before.split()
    if len(words) < 2:
        return
    last, bits = words[-1], table.bits
    held, owned = bits.get(last, 0), bits.get(plain(words[-2]), 0)
    if held & ARTICLE:
        if owned & CRAFT:
            yield "other", 2
    elif held & (CRAFT | THING):
        yield "other", 3  # "the trawler Orla"
    elif last == "of" and len(words) > 2 and all(map(is_capital, words[-3:-1])):
        yield "person", -TOLD  # "Ada Holm of Orrin Dale"
        yield "org", 0.7
    elif owned & DEALING and held & DEALING_LINK:
        yield "org", TOLD  # "complaints about Orrin"
        yield "person", -1
    elif owned & JOURNEY and last == "to":
        yield "place", TOLD


def _behind(candidate: Candidate, text: str, table: Tables) -> Iterator[tuple[str, float]]:
    bits = table.bits
    after = text[candidate.end : candidate.end + BEHIND]
    if after[:1] in "’'":
        owned = OWNS.match(after)
        if owned is not None and any(bits.get(word, 0) & ASSET for word in owned.groups("")):
            yield "org", TOLD
        return
    words = after.split(" ", 2)
    if after[:1] == " " and len(words) > 1 and bits.get(words[1], 0) & FIRM_VERB:
        yield "org", 1.2
        return
    goes = GOES_ON.match(after)
    if goes is None:
        return
    if goes[0].endswith("where"):
        if goes[0][0] == "," and "org" not in candidate.own:
            yield "place", 2
            yield "person", -TOLD
        return
    if goes[0] == ", which":
        yield "person", -TOLD
        yield "org", 0.7
    for word in WORDS.findall(STOPS.split(after[goes.end() :], maxsplit=1)[0]):
        held = bits.get(word, 0)
        if held & BELONGING:
            yield "org", 1.2
            return
        if held & DWELLER:
            yield "place", TOLD
            return
