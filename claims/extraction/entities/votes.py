"""What a name tells by itself, once titles are cut off: a person's, a body's, a place's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claims.extraction.layout.blocks import dateline_end
from claims.extraction.lexicon import NOTHING
from claims.extraction.tagging.remembered import Remembered

from .beside import from_left, from_right
from .counting import Votes, add
from .offices import of_office, placed
from .runs import Candidate, word_alone
from .tables import (
    CAPITAL_NOUNS,
    FOREIGN_ARTICLE,
    GIVEN,
    LAW,
    ORGANISATION,
    ORGANISATION_OPENER,
    OTHER_HEAD,
    OTHER_OPENER,
    PLACE,
    PLACE_OPENER,
    SURNAME,
    Tables,
    gender_of,
    plain,
)
from .tables import tables as tables_of

ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,}")
#: Capitals within a word, as firms have them and the McHoles have not.
MIXED_CASE = re.compile(
    r"[A-Z\d&](?:(?<=[\d&])|(?<=[a-z].)(?<!\bMc.)(?<!\bMac.)(?<!\bDe.)(?<!\bLe.)(?<!\bFitz.))"
)
LINE = re.compile(r"[A-Z]\d{1,3}")  # a road, a bus, a visa: "N7"
LONGEST_LINE = 4
TIED = re.compile(r" [a-z]{1,3}-[A-Z]")  # "Bashar al-Assad"
INITIAL = re.compile(r"\b[A-Z]\.")
FILED = re.compile(r"\) ?[-–—]+ ")  # what stands behind the agency in a date line
#: Endings of names by which English firms and places are known: "Norpower", "Kelmarshire".
ENDING = {
    "en": re.compile(
        r"(power|tech|grid|watch|soft|corp|bank|steel|chem|pharma|telecom)$|(?:shire|stan|ville|burgh?|grad)$"
    )
}
Named = tuple[str, bool]  # a name, and whether it is shouted
IS_TITLE, OPENS_TITLE = 1, 2


@cache
def alone_of(language: str) -> Remembered[Candidate | None]:
    """Single word with a capital -> the name it is by itself, with its own votes, or None."""
    tables = tables_of(language)

    def judged(run: str) -> Candidate | None:
        word = word_alone(run, tables)
        if word is None or not parted(word, tables):
            return None
        name = word.text.title() if word.shouted else word.text
        word.own = own_votes(name, tables, shouted=word.shouted)
        return word

    return Remembered(judged)


def judge(
    candidate: Candidate,
    text: str,
    tables: Tables,
    judged: dict[Named, Votes],
) -> list[Candidate]:
    """The names in a candidate, titles taken off, with their votes.

    judged: votes of the names themselves that stood in the text before.
    """
    names = [candidate] if candidate.judged else parted(candidate, tables)
    if names and names[-1] is not candidate and calls_ship(candidate, text, tables):
        names = [candidate]
        candidate.vote("other", 2)
    for name in names:
        before = text[name.start - 1 : name.start]
        opens_line = before in ("", "\n") and name.text.isupper()
        if opens_line and dateline_end(text, name.start, len(text)) > name.start:
            # What a date line opens with is where the report was filed.
            name.vote("place", 4)
            name.opens = False
        elif before == "(" and FILED.match(text, name.end):
            name.vote("org", 3)  # the agency in a date line
        if not name.judged:
            own = judged.get((name.text, name.shouted))
            if own is None:
                wording = name.text.title() if name.shouted else name.text
                own = own_votes(wording, tables, shouted=name.shouted)
                judged[name.text, name.shouted] = own
            name.own = own
        from_left(name, text, tables)
        from_right(name, text, tables)
    return names


def calls_ship(candidate: Candidate, text: str, tables: Tables) -> bool:
    """Say whether a title is part of a ship's name: "the Lady Orla", "the ferry Queen Ada"."""
    if not tables.has("ship_openers", plain(candidate.text.partition(" ")[0])):
        return False
    before = text[max(0, candidate.start - 16) : candidate.start].split()[-1:]
    return before == ["the"] or any(tables.has("crafts", word) for word in before)


def parted(candidate: Candidate, tables: Tables) -> list[Candidate]:
    """ "US President Ada Holm" is two names, "Israel Ada Holm" (of a caption) too."""
    words = candidate.text.split(" ")
    bits = tables.bits
    office = of_office(candidate, words, tables) if len(words) > 2 else None
    if office is not None:
        return office
    if tables.kind_of(candidate.text) or bits.get(plain(words[-1]), 0) & (ORGANISATION | LAW):
        return [candidate]
    title = title_end(words, tables)
    if title and (end := title[1]) > 0 and len(words) > 1:
        if end == len(words) and is_place(words, bits):
            return [candidate]
        if words[end + 1 : end + 2] == ["of"] and bits.get(plain(words[end]), 0) & ORGANISATION:
            return [candidate]  # "General Administration of Customs"
    named = not title and len(words) > 2 and bits.get(plain(words[1]), 0) & GIVEN
    if not (title or named or candidate.shouted):
        return [candidate]
    names = []
    if candidate.shouted and not title and len(words) > 1:
        names += known_words(candidate, words, tables)
    first, rest = (title[0], title[1]) if title else (0, 0)
    if named:
        first = rest = 1 if tables.kind_of(words[0]) else 0
    if first and tables.has("offices", plain(words[rest - 1])):
        first = placed(words[:first], tables)  # "Norway Foreign Minister", "Home Secretary"
    before = " ".join(words[:first])
    if before:
        # "Orrin Chairman Ada Holm": a name if the text has it elsewhere; "Acting Mayor Ada Holm".
        end = candidate.start + len(before)
        names.append(Candidate(candidate.start, end, before, True, candidate.shouted))
        if words[rest - 1] in tables.postnominals:
            names[0].vote("place", 2)  # "Orrin Central MP Ada Holm"
    if not rest:
        names.append(candidate)
    elif rest < len(words):
        start = candidate.start + len(" ".join([*words[:rest], ""]))
        name = Candidate(start, candidate.end, " ".join(words[rest:]), False, candidate.shouted)
        if title:
            name.vote("person", 4)
        names.append(name)
    return names


def is_place(words: list[str], bits: dict[str, int]) -> bool:
    """Say whether the first or last word is of a place: "Skellan Head", "Plaza Mayor"."""
    opens, ends = bits.get(plain(words[0]), 0), bits.get(plain(words[-1]), 0)
    return bool(opens & PLACE_OPENER or ends & PLACE)


def known_words(candidate: Candidate, words: list[str], tables: Tables) -> Iterator[Candidate]:
    """Listed names in a heading in capitals: "RUSSIA CONSIDERS", not the last word of a name."""
    start = candidate.start
    for word in words[:-1]:
        if tables.kind_of(word) == "place":
            yield Candidate(start, start + len(word), word, candidate.opens, candidate.shouted)
        start += len(word) + 1


@cache
def titles_of(language: str) -> Remembered[int]:
    """Word -> IS_TITLE and OPENS_TITLE, if it is a title by itself and the first word of one."""
    tables = tables_of(language)
    openers = {title.partition(" ")[0] for title in tables.titles if " " in title}

    def told(word: str) -> int:
        bare = plain(word).rstrip(".")
        return tables.is_title(bare) * IS_TITLE | (bare in openers) * OPENS_TITLE

    return Remembered(told)


def title_end(words: list[str], tables: Tables) -> tuple[int, int] | None:
    """Where the last title in a name begins and where it ends; None without one."""
    titled = list(map(titles_of(tables.language).__getitem__, words))
    if not any(titled) and tables.postnominals.isdisjoint(words):
        return None
    found = None
    for index, word in enumerate(words):
        if found and index < found[1]:
            continue  # "president" of "vice president"
        begin = found[0] if found and found[1] == index else index
        several = titled[index] & OPENS_TITLE and index + 1 < len(words)
        seated = word in tables.postnominals and 0 < index < len(words) - 2
        if several and f"{plain(word).rstrip('.')} {plain(words[index + 1])}" in tables.titles:
            found = (begin, index + 2)
        elif titled[index] & IS_TITLE or seated:  # "Orr Party MSP Ada Holm"
            found = (begin, index + 1)
    if found and found[1] + 1 < len(words) and words[found[1]] == "of":
        # Secretary of State Ada Holm.
        found = (found[0], found[1] + 2)
    return found


def own_votes(name: str, tables: Tables, *, shouted: bool) -> Votes:
    """Kind -> votes of what a name tells by itself."""
    kind = tables.kind_of(name)
    if kind is not None:
        return {kind: 5 if kind == "org" else 4}
    words = name.split(" ")
    return _told_by_heads(name, words, tables) or _told_by_parts(name, words, tables, shouted)


def _told_by_heads(name: str, words: list[str], tables: Tables) -> Votes | None:
    """The votes of a name that a listed word in it settles; None for any other."""
    bits, several = tables.bits, len(words) > 1
    last, first = plain(words[-1]), plain(words[0])
    joined = "-" in name
    begins = (joined or several) and tables.kind_of(words[0].partition("-")[0]) == "group"
    if begins and (joined or all(tables.kind_of(part) == "group" for part in words)):
        return {"group": 3}
    first_bits = bits.get(first, 0)
    is_other = bits.get(last.rstrip("s"), 0) & OTHER_HEAD and not bits.get(last, 0) & ORGANISATION
    is_other = is_other or (first_bits & LAW and "of" in words)  # "Treaty of Orrin"
    if several and (is_other or first_bits & OTHER_OPENER):
        return {"other": 3}
    if len(name) <= LONGEST_LINE and LINE.fullmatch(name):
        return {"other": 2}
    head = last
    for joint in ("of", "for"):
        if joint in words:
            head = plain(words[words.index(joint) - 1])
    ends = bits.get(head, 0) | bits.get(last, 0)
    surnamed = len(words) == 2 and ends & SURNAME and tables.kind_of(words[0]) is None
    if surnamed and tables.is_given(first):
        # "Alan Hill", "Ann Power", if nothing tells of a place or body.
        return {"person": 2, "org" if ends & ORGANISATION else "place": 1.5}
    if joined and several and not tables.is_given(first):
        ends |= bits.get(last.rpartition("-")[2], 0) & ORGANISATION  # "St. Orrin Post-Dispatch"
    if ends & ORGANISATION or (len(words) > 2 and tables.kind_of(" ".join(words[-2:])) == "org"):
        return {"org": 3.5 if several else 1.5}  # "Kenya Red Cross"
    if several and (told := _told_by_ends(words, tables)):
        return told
    if several and (ends | first_bits) & PLACE:
        return {"place": 3}
    return {"org": 3} if " & " in name else None  # "Orr & Daughters"


@cache
def _compass_points(language: str) -> dict[str, str]:
    """Point of the compass in short -> in full, in lower case: "n." -> "north"."""
    return dict(pair.split() for pair in tables_of(language).words.get("compass_points", NOTHING))


def _told_by_ends(words: list[str], tables: Tables) -> Votes | None:
    """The votes of a name whose last word tells of a field, of members or of a paper, or whose
    first is a point of the compass in short."""
    first, last = plain(words[0]), plain(words[-1])
    known = tables.kind_of(words[0])
    if tables.has("fields", last) and not (known or tables.is_given(first)):
        return {"other": 2}  # "Public Affairs"
    if tables.has("members", last):
        return {"org": 2}  # "Orrin Freedom Fighters"
    if tables.has("day_papers", last) and (known or tables.has("paper_openers", first)):
        return {"org": 3}  # "Toronto Star"
    point = _compass_points(tables.language).get(first)
    if point and tables.kind_of(" ".join([point, *words[1:]])) == "place":
        return {"place": 4}  # "N. Korea"
    return None


def _told_by_parts(name: str, words: list[str], tables: Tables, shouted: bool) -> Votes:
    """The votes of a name by its letters, its first word and how many words it has."""
    votes: Votes = {}
    first, several = plain(words[0]), len(words) > 1
    bits = tables.bits.get(first, 0)
    acronym = name.isupper() and ACRONYM.fullmatch(name) and not shouted
    if acronym or MIXED_CASE.search(name):
        add(votes, "org", 1.5)
    if several and bits & FOREIGN_ARTICLE:
        add(votes, "org", 0.7)  # "El Faro"
        add(votes, "person", -1.5)
    elif not several and len(name) > LONGEST_LINE and (ending := ENDING.get(tables.language)):
        told = ending.search(name)
        if told is not None:
            add(votes, "org" if told.lastindex else "place", 0.7)
    if several and bits & ORGANISATION_OPENER:
        add(votes, "org", 2.5)
    if several and bits & PLACE_OPENER:
        add(votes, "place", 1)
    if several:
        of_land = len(words) == 2 and tables.has("territories", plain(words[-1]))
        of_land = of_land and not (bits & PLACE_OPENER or tables.is_given(first))
        if of_land or tables.known.get(first) == "org":
            add(votes, "org", 2)  # "Orrin Pakistan", "Google Maps"
    if bits & GIVEN:
        add(votes, "person", 3 if 2 <= len(words) <= 4 else 0.8)
    elif len(words) <= 4 and gender_of(first):
        add(votes, "person", 2 if several else 0.7)  # one of the rarer first names
    elif 2 <= len(words) <= 3 and not shouted and tables.language not in CAPITAL_NOUNS:
        add(votes, "person", 0.8)
    if several and not tables.words.get("persons_particles", NOTHING).isdisjoint(words):
        add(votes, "person", 1.5)  # "Wouter van der Aa"
    elif "-" in name and TIED.search(name):
        add(votes, "person", 1.5)  # "Bashar al-Assad"
    if several and "." in name and INITIAL.search(name):
        add(votes, "person", 1.5)
    return votes
