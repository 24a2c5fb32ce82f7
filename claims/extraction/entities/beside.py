"""What stands beside a name, and what it tells of it."""

from __future__ import annotations

import re

from .runs import Candidate
from .tables import (
    ADMINISTRATION,
    ARTICLE,
    ASSET,
    CAPITAL_NOUNS,
    CUE,
    ENVOY,
    FORCE,
    GATHERING,
    HOLDING,
    LAND,
    LINK,
    LINKS,
    ORGANISATION_NOUN,
    PEOPLE,
    PLACE_NOUN,
    PLACE_PREPOSITION,
    ROLE,
    SEAT,
    SPOKESPERSON,
    TELLS_PAPER,
    TITLE,
    Tables,
    plain,
)

BEFORE = re.compile(r"([^\W\d_][\w’'-]*)(,?)\s+[\"“„«]?$")
AGE_OR_WHO = re.compile(r",?(?:\s\(?(?P<age>1[6-9]|[2-9]\d)(?=[),.;]|,? years?\b)| who(?:se|m)?\b)")
BESIDE = ' \n"“„«'  # what may stand between a word and a name
OWNS = re.compile(r"([’'])s? (\w+)(?: (\w+))?")
WORDS = re.compile(r"[^\W\d_]+")
FIRST_WORD = re.compile(r"[^\n]*?([^\W\d_]+)")
REACH = 48  # characters looked at on either side
DESCRIPTION = 6  # words behind a comma that may tell what a name is of
APOSTROPHES = ("'", "’")
ENDS = frozenset(
    ["", *".:;!?)”"]
)  # no word that tells of a name stands right before or behind these
#: What a word before a name has to be to tell anything of it, and a word behind it.
TELLS_BEFORE = ROLE | TITLE | ORGANISATION_NOUN | PLACE_NOUN | PLACE_PREPOSITION | ARTICLE | LINK
TELLS_BEHIND = ADMINISTRATION | ASSET | GATHERING | LAND | CUE | FORCE


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
        if comma and " " not in candidate.text and tables.has("makers", word):
            candidate.vote("org", 1)  # "the boat's owner, Orrin,"
        else:
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
        # "in Orrin's view", "at Orrin's plant": of what belongs to it.
        owns = text[candidate.end : candidate.end + 1] in APOSTROPHES
        candidate.vote("place", 0.2 if owns else 1.2)
    elif word == "of":
        if owned & PLACE_NOUN:
            candidate.vote("place", 3)
        elif owned & PEOPLE:
            candidate.vote("place", 2)
        elif owned & ENVOY:
            candidate.vote("place", 1.5)
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
    if not held & TELLS_BEHIND and (plainly or beside in ENDS):
        return
    if held & ADMINISTRATION:
        candidate.vote("person", 3)
    elif beside == " " and held & ASSET:
        candidate.vote("org", 1.5)
    elif beside == " " and held & GATHERING and word == following:
        candidate.vote("org", 2)
    elif beside == " " and held & FORCE and word == following:
        add_force(candidate, after, text, tables)
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


def add_force(candidate: Candidate, after: str, text: str, tables: Tables) -> None:
    """Take "police" for a part of the name of a force: "Orrin police", not "Orrin police officers"
    or "told Ada Orrin police had come"."""
    following = after.split(None, 2)[1:2]
    if following and tables.has("force_parts", following[0].rstrip(".,;:’'s”")):
        return
    told = text.endswith("told ", 0, candidate.start)
    if told or candidate.own.get("person", 0) > 2 or tables.kind_of(candidate.text) == "group":
        return
    word = after.split(None, 1)[0].rstrip(".,;:")
    word = WORDS.match(word)[0]  # type: ignore[index]
    candidate.end += 1 + len(word)
    candidate.text, candidate.own = f"{candidate.text} {word}", {"org": 3.5}


def owns_state(owned: re.Match[str], tables: Tables) -> bool:
    """Say whether a name owns what states do: "Norway's ministry", "Norway's health ministry"."""
    return any(tables.has("state_bodies", plain(word)) for word in owned.groups()[1:] if word)
