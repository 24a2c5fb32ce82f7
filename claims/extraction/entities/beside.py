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
    MAKER_NOUN,
    ORGANISATION_NOUN,
    PEOPLE,
    PLACE_NOUN,
    PLACE_PREPOSITION,
    READS_PAPER,
    RIVAL,
    RIVER_WORD,
    ROLE,
    SEAT,
    SPOKESPERSON,
    TELLS_PAPER,
    TITLE,
    Tables,
    plain,
)

BEFORE = re.compile(r"([^\W\d_][\w’'-]*)(,?)\s+[\"“„«]?$")
WORD_BEHIND = re.compile(r" ([^\W\d_]+)")
WHO = frozenset(("who", "whose", "whom"))
AGE_OR_WHO = re.compile(r",?(?:\s\(?(?P<age>1[6-9]|[2-9]\d)(?=[),.;]|,? years?\b)| who(?:se|m)?\b)")
BESIDE = ' \n"“„«'  # what may stand between a word and a name
OWNS = re.compile(r"([’'])s? (\w+)(?: (\w+))?")
WORDS = re.compile(r"[^\W\d_]+")
REACH = 48  # characters looked at on either side
DESCRIPTION = 6  # words behind a comma that may tell what a name is of
ENDS_DESCRIPTION = frozenset(("which", "said", "and", "but", "told"))
APOSTROPHES = ("'", "’")
ENDS = frozenset(
    ["", *".:;!?)”"]
)  # no word that tells of a name stands right before or behind these
#: What a word before a name has to be to tell anything of it, and a word behind it.
TELLS_BEFORE = (
    ROLE | TITLE | ORGANISATION_NOUN | PLACE_NOUN | PLACE_PREPOSITION | ARTICLE | LINK | RIVAL
)
TELLS_BEHIND = ADMINISTRATION | ASSET | GATHERING | LAND | CUE | FORCE


def from_left(candidate: Candidate, text: str, tables: Tables) -> None:
    """Count what the word before a name tells of it."""
    start = candidate.start
    if start < 2:
        return
    least = start - REACH if start > REACH else 0
    begin = text.rfind(" ", least, start - 1) + 1 or least
    word, comma = text[begin : start - 1].lower(), ""
    if not word.isalpha() or text[start - 1] not in " \n":
        # Nearly always a word and a blank stand there.
        before = text[least:start].rstrip(BESIDE)
        if before[-1:] in ENDS:
            return
        # That word holds no blank: a search from farther back would only try other words.
        match = BEFORE.search(text, least + before.rfind(" ") + 1, start)
        if match is None:
            return
        word, comma, begin = plain(match[1]), match[2], match.start()
    held = tables.bits.get(word, 0)
    if not held & TELLS_BEFORE:
        return
    if held & ROLE:
        if comma and " " not in candidate.text and tables.has("makers", word):
            candidate.vote("org", 1)  # "the boat's owner, Orrin,"
        else:
            candidate.vote("person", 2 if comma else 3)
    elif not comma:
        owned = tables.bits.get(word_before(text, begin), 0) if held & (LINK | ARTICLE) else 0
        if not (owned and _tells_link(candidate, word, owned)):
            _tell_by_word(candidate, word, held, owned, text, tables)
    elif held & ORGANISATION_NOUN:
        if " " not in candidate.text:
            candidate.vote("org", 1)  # "its operator, Orrin"
        elif text.startswith(",", candidate.end) and text.endswith("The ", least, begin):
            candidate.vote("org", 1.5)  # "The company, Orrin Data,"


def _tells_link(candidate: Candidate, word: str, owned: int) -> bool:
    """Say whether what a small word ties to a name tells of it: "a stake in", "MP for"."""
    if word in LINKS and owned & HOLDING:
        candidate.vote("org", 2.5)
    elif word == "for" and owned & SPOKESPERSON:
        candidate.vote("org", 1.5)
    elif word == "for" and owned & SEAT:
        candidate.vote("place", 2.5)
    elif word == "to" and owned & ENVOY:
        candidate.vote("place", 1.5)
    else:
        return False
    return True


def _tell_by_word(
    candidate: Candidate, word: str, held: int, owned: int, text: str, tables: Tables
) -> None:
    """Count what a title, a noun or a small word before a name tells; owned: bits of what stands
    before the small word."""
    if held & TITLE:
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
        # "the brewer Ada Holm", "the brewer Orrin"
        candidate.vote("org", 1 if held & MAKER_NOUN and " " in candidate.text else 2.5)
    elif held & ARTICLE:
        candidate.vote("person", -2)
        candidate.vote(*_behind_article(candidate, owned, text, tables))
    elif held & RIVAL and " " not in candidate.text:
        candidate.vote("org", 1.5)  # "its rival Orrin"


def _behind_article(
    candidate: Candidate, owned: int, text: str, tables: Tables
) -> tuple[str, float]:
    """What the words before an article tell of the name behind it, and how surely."""
    farther = 0
    if owned & LINK:
        words = text[max(0, candidate.start - REACH) : candidate.start].split()
        farther = tables.bits.get(words[-3], 0) if len(words) > 2 else 0
        farther &= READS_PAPER if words[-2:-1] == ["by"] else RIVER_WORD
    if owned & TELLS_PAPER or farther & READS_PAPER:
        return "org", 2  # "told the Echo", "seen by the Echo"
    if (owned | farther) & RIVER_WORD:
        return "place", 1.5  # "along the Orrin", "the bank of the Orrin"
    return "other", 0.4


def word_before(text: str, at: int) -> str:
    """The last word before a code point, in lower case."""
    before = text[max(0, at - REACH) : at].rstrip()
    # Nearly always behind the last blank.
    words = WORDS.findall(before, before.rfind(" ") + 1) or WORDS.findall(before)
    return plain(words[-1]) if words else ""


def from_right(candidate: Candidate, text: str, tables: Tables) -> None:
    """Count what stands behind a name tells of it."""
    following = WORD_BEHIND.match(text, candidate.end)
    if following is None:
        _tell_by_marks(candidate, text[candidate.end : candidate.end + REACH], text, tables)
        return
    word = following[1]  # as mostly
    if word in WHO:
        candidate.vote("person", 1.2)
    held = tables.bits.get(word.lower(), 0)
    if held & TELLS_BEHIND:
        _tell_by_word_behind(candidate, word, held, text, tables)


def _tell_by_word_behind(
    candidate: Candidate, word: str, held: int, text: str, tables: Tables
) -> None:
    """Count what a word behind a blank tells; held: its bits."""
    small = word.islower()
    if held & ADMINISTRATION:
        candidate.vote("person", 3)
    elif held & ASSET:
        candidate.vote("org", 1.5)
    elif held & GATHERING and small:
        candidate.vote("org", 2)
    elif held & FORCE and small:
        add_force(candidate, text[candidate.end : candidate.end + REACH], text, tables)
    elif held & LAND and small:
        candidate.vote("place", 1.5)
    elif held & CUE and " " in candidate.text:
        # Governments and towns speak, too; of a person the article gives more than one word.
        candidate.vote("person", 1)


def _tell_by_marks(candidate: Candidate, after: str, text: str, tables: Tables) -> None:
    """Count what stands behind a name and something else than a blank and a word."""
    beside = after[:1]
    if beside not in ENDS:
        told = AGE_OR_WHO.match(after)
        if told is not None:
            if told[0][1].isdigit() and " " not in candidate.text:
                return  # "Interstate 45"
            candidate.vote("person", 3 if told["age"] else 1.2)
            if told["age"]:
                return
    first = WORDS.search(after.partition("\n")[0])
    if first is None:
        return
    held = tables.bits.get(first[0].lower(), 0)
    if held & ADMINISTRATION:
        candidate.vote("person", 3)
    elif beside == "-":
        if tables.has("place_tails", first[0]):
            candidate.vote("place", 2)  # "Orrin-based"
    elif beside == " ":
        _tell_by_word_behind(candidate, first[0], held, text, tables)
    elif beside == "\u00a0":
        if held & CUE and " " in candidate.text:
            candidate.vote("person", 1)
    elif beside in APOSTROPHES:
        if (owned := OWNS.match(after)) and owns_state(owned, tables):
            candidate.vote("place", 1.5)
    elif after.startswith(", "):
        _tell_by_description(candidate, after, tables)


def _tell_by_description(candidate: Candidate, after: str, tables: Tables) -> None:
    """Count what a comma sets behind a name: "Orrin, a town in the north,"."""
    # "Hallam Sone, which has dug there": no person, unless its first name tells one.
    if after.startswith("which ", 2) and candidate.own.get("person", 0) < 2:
        candidate.vote("person", -1.5)
        return
    for word in map(plain, WORDS.findall(after.partition("\n")[0])[:DESCRIPTION]):
        kind = tables.described.get(word)
        if kind is not None:
            # "in Orrin, last winter, a farmer" describes nobody.
            if kind != "person" or "place" not in candidate.votes:
                candidate.vote(kind, 1.5)
            return
        if word in ENDS_DESCRIPTION or word in tables.cues:
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
