"""Names of persons, organisations, places and groups: tables, rules, and a model if there is one.

The kind of a name is decided once per article: every mention votes, so that a title or a speech
verb at one mention helps the others, and a surname follows the full name. The gazetteer outweighs
a model, which keeps places from being shown as persons.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from spacy.attrs import IDX, TAG
from spacy.tokens import Doc

from claims.extraction.records import FoundEntity
from claims.extraction.state import state_of
from claims.extraction.steps import step
from claims.extraction.tagging.labels import entity_kind, has_tags
from claims.extraction.tagging.letters import NAME_TAGS, numbers_of

from .runs import Candidate, candidates
from .second_look import is_given, leading, second_look
from .tables import CAPITAL_NOUNS, CASELESS, INFLECTED, Tables, plain, tables
from .votes import Named, alone_of, judge

ENTITIES = "plumbline_entities"
MODEL_WEIGHT = 2.0  # a model's opinion, against 4 of the gazetteer or a title
ENOUGH = 0.6  # votes for a kind to be shown
ENOUGH_WITHOUT_CAPITALS = 1.5  # the same where every noun has a capital
SURNAME_WEIGHT = 3.0
SHORT_WEIGHT = 2.0  # for a word that begins a longer name, or that a people is called after
SHORTEST_NAME = 4  # letters of such a word
NO_NAME: tuple[str | None, str] = (None, "no name")
CLOSE = 5  # characters between two names: ", ", " and "
LISTED = 5  # letters that a word for the people of a listed place has more than
CASELESS_WORD = re.compile(r"[\u0590-\u06ff][\u0590-\u06ff\"'׳״]*")
#: Letters that Hebrew and Arabic write together with the word they precede.
PREFIXES = {"he": "והבלמשכ", "ar": "وفبلك"}


@step(ENTITIES, assigns=["doc._.entities"])
def mark_entities(doc: Doc) -> Doc:
    """Set `doc._.entities`: FoundEntity records in the order of the text."""
    own = state_of(doc)
    text = own.source if own.source is not None else doc.text
    own.entities = find_entities(text, doc.lang_, doc)
    return doc


def find_entities(text: str, language: str = "en", doc: Doc | None = None) -> list[FoundEntity]:
    """Return the names in a text, in order, without overlaps.

    doc: the same text as read by a pipeline; its tags and entities are used where it has them.
    """
    table = tables(language)
    if language in CASELESS:
        return listed(text, table)
    judged: dict[Named, dict[str, float]] = {}
    found: list[Candidate] = []
    for candidate in candidates(text, table, alone_of(language)):
        found += judge(candidate, text, table, judged)
    if doc is not None:
        hear_model(found, doc)
    return decide(found, table, text)


def hear_model(found: list[Candidate], doc: Doc) -> None:
    """Let the tags confirm names at the start of sentences, and the model's entities vote."""
    tokens = state_of(doc).tokens
    if tokens.tagged if tokens is not None else has_tags(doc):
        _hear_tags([candidate for candidate in found if candidate.opens], doc)
    if not doc.ents:
        return
    places = {(candidate.start, candidate.end): candidate for candidate in found}
    for entity in doc.ents:
        kind = entity_kind(entity.label_)
        if kind is None:
            continue
        candidate = places.get((entity.start_char, entity.end_char))
        if candidate is not None:
            candidate.vote(kind, MODEL_WEIGHT)
            candidate.opens = False


def _hear_tags(opening: list[Candidate], doc: Doc) -> None:
    """Take those that are tagged as names for no mere first words of sentences."""
    names = numbers_of(doc.vocab, NAME_TAGS)
    columns = doc.to_array([IDX, TAG])
    places = columns[:, 0].view("int64").searchsorted([candidate.start for candidate in opening])
    for candidate, place in zip(opening, places.tolist(), strict=True):
        if place < len(columns):
            start, tag = columns[place].tolist()
            if start == candidate.start and tag in names:
                candidate.opens = False


def decide(found: list[Candidate], table: Tables, text: str) -> list[FoundEntity]:
    """One kind and one canonical name per name of the article."""
    votes: dict[str, dict[str, float]] = {}
    sure: set[str] = set()
    for candidate in found:
        # What the name itself tells counts once, what its neighbours tell each time.
        key = candidate.key = plain(candidate.text)
        total = votes.get(key)
        if total is None:
            total = votes[key] = dict(candidate.own)
        for kind, weight in candidate.votes.items():
            total[kind] = total.get(kind, 0.0) + weight
        if key not in sure and (not candidate.opens or table.kind_of(candidate.text)):
            sure.add(key)
    close = []
    for left, right in pairwise(found):
        if right.start - left.end > CLOSE:
            continue
        close.append((left, right))
        # "Quarry Lane, Dunmore": a place is followed by the larger one that it lies in.
        if right.start - left.end == 2 and not right.own and best(left.own) == "place":
            votes[right.key]["place"] = votes[right.key].get("place", 0.0) + 1
    for people, homes in homelands(votes, table).items():
        votes[people]["group"] = votes[people].get("group", 0.0) + 2 * SHORT_WEIGHT
        sure |= homes
        for key in homes:
            if " " in key and leading(votes[key]) == "org":
                continue
            votes[key]["place"] = votes[key].get("place", 0.0) + SHORT_WEIGHT
    enough = ENOUGH_WITHOUT_CAPITALS if table.language in CAPITAL_NOUNS else ENOUGH
    kinds = {key: best(total, enough) for key, total in votes.items()}
    for key in second_look(found, close, votes, kinds, sure, table, text):
        kinds[key] = best(votes[key], enough)
    full = surnames(found, kinds, table)
    short = short_names(kinds, table)
    inflected, capitals = table.language in INFLECTED, table.language in CAPITAL_NOUNS
    judged: dict[str, tuple[str | None, str]] = {}  # key -> kind, and the full name of a surname
    result = []
    for candidate in found:
        key, name = candidate.key, candidate.text
        told = judged.get(key)
        if told is None:
            several = " " in key
            surname = "" if several else table.base(key) if inflected else key
            if surname in full:
                total = dict(votes[key])
                total["person"] = total.get("person", 0.0) + SURNAME_WEIGHT
                kind = best(total)
                told = kind, full[surname] if kind == "person" else ""
            elif key in short:
                told = best(votes[key] | {"org": votes[key].get("org", 0.0) + SHORT_WEIGHT}), ""
            elif several or key in sure:
                told = kinds[key], ""
            else:
                told = NO_NAME
            judged[key] = told
        if told is NO_NAME:
            continue
        kind = told[0]
        if kind is None and (capitals or candidate.shouted):
            continue
        name = told[1] or name
        if candidate.shouted:
            name = name.title() if name.isupper() else name
        result.append(
            FoundEntity(candidate.start, candidate.end, candidate.text, kind or "other", name)
        )
    return result


def best(votes: dict[str, float], enough: float = ENOUGH) -> str | None:
    """The kind with the most votes, if they are enough."""
    if not votes:
        return None
    kind = max(votes, key=votes.__getitem__)
    return kind if votes[kind] >= enough else None


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


def short_names(kinds: dict[str, str | None], table: Tables) -> set[str]:
    """First words of firms and bodies, by which they are called later: "Orrin" of Orrin Energy.

    A council or a university is called after its town; that word alone is the town.
    """
    short = set()
    for key, kind in kinds.items():
        first, _, rest = key.partition(" ")
        if kind != "org" or not rest or len(first) < SHORTEST_NAME:
            continue
        if table.has("civic_bodies", rest.split(" ")[-1]) or table.has("organisations", first):
            continue
        if not (table.kind_of(first) or table.has("given", first) or table.is_title(first)):
            short.add(first)
    towns = {key.partition(" ")[0] for key, kind in kinds.items() if kind == "place"}
    return short - table.ignored - towns


def homelands(names: Collection[str], table: Tables) -> dict[str, set[str]]:
    """A word for people -> the place they are of, where a text has both or the place is listed:
    "Ostrian", "Ostria"; "Ostravan", "Ostrava Sel"."""
    endings = tuple(table.words.get("people_endings", ()))
    found: dict[str, set[str]] = {}
    towns: dict[str, str] | None = None
    for name in names:
        if " " in name or not name.endswith(endings):
            continue
        if towns is None:
            towns = {name.partition(" ")[0]: name for name in names if " " in name}
        stems = {name.removesuffix(ending) for ending in endings if name.endswith(ending)}
        homes = {stem + ending for stem in stems for ending in ("", "a", "ia", "y")} - {name}
        homes = {home for home in homes if len(home) >= SHORTEST_NAME}
        if own := {
            home if home in names else towns[home]
            for home in homes
            if home in names or home in towns
        }:
            found[name] = own
        elif (
            len(name) > LISTED
            and any(table.known.get(stem) == "place" for stem in stems)
            and not (table.kind_of(name) or is_given(name, table))
        ):
            found[name] = set()
    return found


def listed(text: str, table: Tables) -> list[FoundEntity]:
    """Listed names in a script without capitals, also behind a prefixed particle."""
    result = []
    prefixes = PREFIXES.get(table.language, "")
    words = list(CASELESS_WORD.finditer(text))
    index = 0
    while index < len(words):
        taken = 1
        for length in (3, 2, 1):
            last = min(index + length, len(words)) - 1
            start, end = words[index].start(), words[last].end()
            wording = text[start:end]
            if end - start > 60 or "\n" in wording:
                continue
            offset, kind = prefixed(wording, prefixes, table)
            if kind is not None:
                begin = start + offset
                result.append(FoundEntity(begin, end, text[begin:end], kind, text[begin:end]))
                taken = last - index + 1
                break
        index += taken
    return result


def prefixed(wording: str, prefixes: str, table: Tables) -> tuple[int, str | None]:
    """Where the listed name begins in a word and its kind; up to two particles stand before it."""
    for offset in range(3):
        kind = table.known.get(wording[offset:].lower())
        if kind is not None:
            return offset, kind
        if offset + 2 >= len(wording) or wording[offset] not in prefixes:
            break
    return 0, None
