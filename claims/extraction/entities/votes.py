"""What speaks for a name being a person's, a body's or a place's: the name and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from claims.extraction.layout.blocks import dateline_end
from claims.extraction.tagging.remembered import Remembered

from .runs import Candidate, word_alone
from .tables import (
    ADMINISTRATION,
    ARTICLE,
    ASSET,
    CAPITAL_NOUNS,
    CUE,
    ENVOY,
    GATHERING,
    GIVEN,
    HOLDING,
    LAND,
    LINK,
    LINKS,
    ORGANISATION,
    ORGANISATION_NOUN,
    ORGANISATION_OPENER,
    OTHER_HEAD,
    OTHER_OPENER,
    PEOPLE,
    PLACE,
    PLACE_NOUN,
    PLACE_OPENER,
    PLACE_PREPOSITION,
    ROLE,
    SEAT,
    SPOKESPERSON,
    TELLS_PAPER,
    TITLE,
    Tables,
    plain,
)
from .tables import tables as tables_of

ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,}")
MIXED_CASE = re.compile(r"[a-z][A-Z]|\d|&")
LINE = re.compile(r"[A-Z]\d{1,3}")  # a road, a bus, a visa: "N7"
LONGEST_LINE = 4
INITIAL = re.compile(r"\b[A-Z]\.")
BEFORE = re.compile(r"([^\W\d_][\w’'-]*)(,?)\s+[\"“„«]?$")
AGE_OR_WHO = re.compile(r",?(?:\s\(?(?P<age>1[6-9]|[2-9]\d)(?=[),.;]|,? years?\b)| who(?:se|m)?\b)")
FILED = re.compile(r"\) ?[-–—]+ ")  # what stands behind the agency in a date line
BESIDE = ' \n"“„«'  # what may stand between a word and a name
ENDS = frozenset(
    ["", *".:;!?)”"]
)  # no word that tells of a name stands right before or behind these
APOSTROPHES = ("'", "’")
OWNS = re.compile(r"([’'])s? (\w+)(?: (\w+))?")
WORDS = re.compile(r"[^\W\d_]+")
FIRST_WORD = re.compile(r"[^\n]*?([^\W\d_]+)")
Named = tuple[str, bool]  # a name, and whether it is shouted
#: What a word before a name has to be to tell anything of it, and a word behind it.
TELLS_BEFORE = ROLE | TITLE | ORGANISATION_NOUN | PLACE_NOUN | PLACE_PREPOSITION | ARTICLE | LINK
TELLS_BEHIND = ADMINISTRATION | ASSET | GATHERING | LAND | CUE
IS_TITLE, OPENS_TITLE = 1, 2
REACH = 48  # characters looked at on either side
DESCRIPTION = 6  # words behind a comma that may tell what a name is of


@cache
def alone_of(language: str) -> Remembered[Candidate | None]:
    """Single word with a capital -> the name it is by itself, with its own votes, or None."""
    tables = tables_of(language)

    def judged(run: str) -> Candidate | None:
        word = word_alone(run, tables)
        if word is None or not parted(word, tables):
            return None
        from_name(word, word.text.title() if word.shouted else word.text, tables)
        return word

    return Remembered(judged)


def judge(
    candidate: Candidate,
    text: str,
    tables: Tables,
    judged: dict[Named, dict[str, float]],
) -> list[Candidate]:
    """The names in a candidate, titles taken off, with their votes.

    judged: votes of the names themselves that stood in the text before.
    """
    names = [candidate] if candidate.judged else parted(candidate, tables)
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
                from_name(name, name.text.title() if name.shouted else name.text, tables)
                judged[name.text, name.shouted] = name.own
            else:
                name.own = own
        from_left(name, text, tables)
        from_right(name, text, tables)
    return names


def parted(candidate: Candidate, tables: Tables) -> list[Candidate]:
    """ "US President Ada Holm" is two names, "Israel Ada Holm" (of a caption) too."""
    words = candidate.text.split(" ")
    bits = tables.bits
    if tables.kind_of(candidate.text) or bits.get(plain(words[-1]), 0) & ORGANISATION:
        return [candidate]
    title = title_end(words, tables)
    named = not title and len(words) > 2 and bits.get(plain(words[1]), 0) & GIVEN
    if not (title or named or candidate.shouted):
        return [candidate]
    names = []
    if candidate.shouted and not title and len(words) > 1:
        names += known_words(candidate, words, tables)
    first, rest = (title[0], title[1]) if title else (0, 0)
    if named:
        first = rest = 1 if tables.kind_of(words[0]) else 0
    before = " ".join(words[:first])
    if before:
        # "Orrin Chairman Ada Holm": a name if the text has it elsewhere; "Acting Mayor Ada Holm".
        names.append(
            replace(
                candidate,
                end=candidate.start + len(before),
                text=before,
                opens=True,
                own={},
                votes={},
            )
        )
    if not rest:
        names.append(candidate)
    elif rest < len(words):
        start = candidate.start + len(" ".join([*words[:rest], ""]))
        name = replace(
            candidate, start=start, text=" ".join(words[rest:]), opens=False, own={}, votes={}
        )
        if title:
            name.vote("person", 4)
        names.append(name)
    return names


def known_words(candidate: Candidate, words: list[str], tables: Tables) -> Iterator[Candidate]:
    """Listed names in a heading in capitals: "RUSSIA CONSIDERS", not the last word of a name."""
    start = candidate.start
    for word in words[:-1]:
        if tables.kind_of(word) == "place":
            yield replace(
                candidate, start=start, end=start + len(word), text=word, own={}, votes={}
            )
        start += len(word) + 1


@cache
def titles_of(language: str) -> Remembered[int]:
    """Word -> IS_TITLE or OPENS_TITLE, if it is a title by itself or the first word of one."""
    tables = tables_of(language)
    openers = {title.partition(" ")[0] for title in tables.titles if " " in title}

    def told(word: str) -> int:
        bare = plain(word).rstrip(".")
        return IS_TITLE if tables.is_title(bare) else OPENS_TITLE if bare in openers else 0

    return Remembered(told)


def title_end(words: list[str], tables: Tables) -> tuple[int, int] | None:
    """Where the last title in a name begins and where it ends; None without one."""
    titled = list(map(titles_of(tables.language).__getitem__, words))
    if not any(titled):
        return None
    found = None
    for index, word in enumerate(words):
        begin = found[0] if found and found[1] == index else index
        if titled[index] == IS_TITLE:
            found = (begin, index + 1)
        elif titled[index] and index + 1 < len(words):
            bare = plain(word).rstrip(".")
            if f"{bare} {plain(words[index + 1])}" in tables.titles:
                found = (begin, index + 2)
    if found and found[1] + 1 < len(words) and words[found[1]] == "of":
        # Secretary of State Ada Holm.
        found = (found[0], found[1] + 2)
    return found


def from_name(candidate: Candidate, name: str, tables: Tables) -> None:
    words = name.split(" ")
    kind = tables.kind_of(name)
    if kind is not None:
        candidate.own_vote(kind, 5 if kind == "org" else 4)
        return
    last, first = plain(words[-1]), plain(words[0])
    if tables.kind_of(words[0].partition("-")[0]) == "group" and (
        "-" in name or all(tables.kind_of(part) == "group" for part in words)
    ):
        candidate.own_vote("group", 3)
        return
    bits, several = tables.bits, len(words) > 1
    first_bits = bits.get(first, 0)
    is_other = bits.get(last.rstrip("s"), 0) & OTHER_HEAD and not bits.get(last, 0) & ORGANISATION
    if several and (is_other or first_bits & OTHER_OPENER):
        candidate.own_vote("other", 3)
        return
    if len(name) <= LONGEST_LINE and LINE.fullmatch(name):
        candidate.own_vote("other", 2)
        return
    head = last
    for joint in ("of", "for"):
        if joint in words:
            head = plain(words[words.index(joint) - 1])
    ends = bits.get(head, 0) | bits.get(last, 0)
    if ends & ORGANISATION:
        candidate.own_vote("org", 3.5 if several else 1.5)
        return
    if several and (ends | first_bits) & PLACE:
        candidate.own_vote("place", 3)
        return
    if " & " in name:
        candidate.own_vote("org", 3)  # "Orr & Daughters"
        return
    acronym = name.isupper() and ACRONYM.fullmatch(name) and not candidate.shouted
    if acronym or MIXED_CASE.search(name):
        candidate.own_vote("org", 1.5)
    if several and first_bits & ORGANISATION_OPENER:
        candidate.own_vote("org", 2.5)
    if several and first_bits & PLACE_OPENER:
        candidate.own_vote("place", 1)
    if first_bits & GIVEN:
        candidate.own_vote("person", 3 if 2 <= len(words) <= 4 else 0.8)
    elif 2 <= len(words) <= 3 and not candidate.shouted and tables.language not in CAPITAL_NOUNS:
        candidate.own_vote("person", 0.8)
    if several and "." in name and INITIAL.search(name):
        candidate.own_vote("person", 1.5)


def from_left(candidate: Candidate, text: str, tables: Tables) -> None:
    start = candidate.start
    least = max(0, start - REACH)
    before = text[least:start].rstrip(BESIDE)
    if before[-1:] in ENDS:
        return
    blank = before.rfind(" ")
    word, comma, begin = before[blank + 1 :].lower(), "", least + blank + 1
    if not word.isalpha() or begin + len(word) != start - 1 or text[start - 1] not in " \n":
        # The word before holds no blank: a search from farther back would only try other words.
        match = BEFORE.search(text, begin, start)
        if match is None:
            return
        word, comma, begin = plain(match[1]), match[2], match.start()
    bits = tables.bits
    held = bits.get(word, 0)
    if not held & TELLS_BEFORE:
        return
    if held & ROLE:
        candidate.vote("person", 2 if comma else 3)
        return
    if comma:
        if held & ORGANISATION_NOUN:
            if " " not in candidate.text:
                candidate.vote("org", 1)  # "its operator, Orrin"
            elif text.startswith(",", candidate.end) and text.endswith("The ", least, begin):
                candidate.vote("org", 1.5)  # "The company, Orrin Data,"
        return
    owned = bits.get(word_before(text, begin), 0) if held & (LINK | ARTICLE) else 0
    if word in LINKS and owned & HOLDING:
        candidate.vote("org", 2.5)
    elif word == "for" and owned & SPOKESPERSON:
        candidate.vote("org", 1.5)
    elif word == "for" and owned & SEAT:
        candidate.vote("place", 2.5)
    elif word == "to" and owned & ENVOY:
        candidate.vote("place", 1.5)
    elif held & TITLE:
        candidate.vote("person", 2)
    elif held & PLACE_NOUN:
        candidate.vote("place", 1.5)
    elif held & PLACE_PREPOSITION and tables.language not in CAPITAL_NOUNS:
        candidate.vote("place", 1.2)
    elif word == "of":
        if owned & PLACE_NOUN:
            candidate.vote("place", 3)
        elif owned & PEOPLE:
            candidate.vote("place", 2)
    elif held & ORGANISATION_NOUN:
        candidate.vote("org", 2.5)
    elif held & ARTICLE:
        candidate.vote("person", -2)
        candidate.vote(*(("org", 2) if owned & TELLS_PAPER else ("other", 0.4)))


def word_before(text: str, at: int) -> str:
    """The last word before a code point, in lower case."""
    before = text[max(0, at - REACH) : at].rstrip()
    # Nearly always behind the last blank.
    words = WORDS.findall(before, before.rfind(" ") + 1) or WORDS.findall(before)
    return plain(words[-1]) if words else ""


def from_right(candidate: Candidate, text: str, tables: Tables) -> None:
    after = text[candidate.end : candidate.end + REACH]
    beside = after[:1]
    # Nearly always a blank and a word.
    plainly = beside == " " and after[1:2].isalpha()
    if beside not in ENDS and (not plainly or after.startswith(" who")):
        told = AGE_OR_WHO.match(after)
        if told is not None:
            candidate.vote("person", 3 if told["age"] else 1.2)
            if told["age"]:
                return
    first = WORDS.match(after, 1) if plainly else FIRST_WORD.match(after)
    if first is None:
        return
    word = first[0] if plainly else first[1]
    following = word.lower()
    held = tables.bits.get(following, 0)
    if plainly and not held & TELLS_BEHIND:
        return
    if held & ADMINISTRATION:
        candidate.vote("person", 3)
    elif beside == " " and held & ASSET:
        candidate.vote("org", 1.5)
    elif beside == " " and held & GATHERING and word == following:
        candidate.vote("org", 2)
    elif beside == " " and held & LAND and word == following:
        candidate.vote("place", 1.5)
    elif beside in (" ", "\u00a0") and held & CUE:
        # Governments and towns speak, too; of a person the article gives more than one word.
        if " " in candidate.text:
            candidate.vote("person", 1)
    elif beside in APOSTROPHES and (owned := OWNS.match(after)) and owns_state(owned, tables):
        candidate.vote("place", 1.5)
    elif after.startswith(", "):
        for word in map(plain, WORDS.findall(after.partition("\n")[0])[:DESCRIPTION]):
            kind = tables.described.get(word)
            if kind is not None:
                # "in Orrin, last winter, a farmer" describes nobody.
                if kind != "person" or "place" not in candidate.votes:
                    candidate.vote(kind, 1.5)
                return
            if word in ("which", "said", "and", "but", "told") or word in tables.cues:
                return


def owns_state(owned: re.Match[str], tables: Tables) -> bool:
    """Say whether a name owns what states do: "Norway's ministry", "Norway's health ministry"."""
    return any(tables.has("state_bodies", plain(word)) for word in owned.groups()[1:] if word)
