"""The words of a run of capitals, and what ties them into one name: "of", "and", a possessive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from claims.extraction.lexicon import lexicon

from .tables import Tables, plain

OF_WHICH = ("organisations", "places", "offices", "laws")  # heads that "of" follows
POSSESSIVE = re.compile(r"[’']s?$")
APOSTROPHES = ("'", "’")


@dataclass(slots=True)
class Part:
    """A word of a run: `source[start:end]`."""

    text: str
    start: int
    end: int


def without_possessive(part: Part) -> str:
    """A word without the "'s" behind it."""
    text = part.text
    return POSSESSIVE.sub("", text) if "’" in text or "'" in text else text


def is_joint(part: Part) -> bool:
    """Whether a word only ties those around it: "of", "&"."""
    return part.text.islower() or part.text == "&"


def owns(piece: list[Part], rest: list[Part], tables: Tables) -> bool:
    """Whether a possessive at the end of a piece belongs to the name: Tenants' Union, Tanner's Row,
    St Oda's School, but not Norway's Ministry."""
    if not rest:
        return False
    head, owner = plain(rest[0].text), plain(without_possessive(piece[-1]))
    if tables.kind_of(" ".join(part.text for part in [*piece, rest[0]])):
        return True  # "New Year's Eve"
    if tables.has("ways", head) and tables.kind_of(owner) is None:
        return True
    if tables.has("owners", owner) and len(rest) > 1 and not is_joint(rest[1]):
        head = plain(rest[1].text) if not tables.has("organisations", head) else head
    if not tables.has("organisations", head):
        return False
    ends = piece[-1].text[-1] in APOSTROPHES or owner.endswith("men") or tables.has("owners", owner)
    return ends or (len(piece) > 1 and tables.has("saints", plain(piece[-2].text)))


def joins(piece: list[Part], rest: list[Part], joint: Part, tables: Tables) -> bool:
    """Whether "of" or "and" belongs to the name: Ministry of Health, Trinidad and Tobago."""
    if not piece:
        return False
    word = joint.text
    if tables.has("particles", word) or word == "&":
        return True
    last = plain(piece[-1].text)
    if word == "and":
        return adds(piece, rest, tables)
    if word == "the":
        return is_joint(piece[-1])
    if len(piece) > 1 and last in lexicon(tables.language).table("firm_words"):
        return False  # "Halcyon Tankers of Orrin"
    if last == "appeals" and word.startswith("for"):
        return True  # "Court of Appeals for the Western Circuit"
    return any(tables.has(table, last) for table in OF_WHICH)


def adds(piece: list[Part], rest: list[Part], tables: Tables) -> bool:
    """Whether "and" is part of a name: Trinidad and Tobago, Ministry of Health and Welfare."""
    if tables.kind_of(" ".join([*(part.text for part in piece), "and", rest[0].text])):
        return True
    if len(piece) > 1 and len(rest) == 2 and tables.has("of_fields", plain(piece[-2].text)):
        # "National Search and Rescue Agency"
        return tables.has("organisations", plain(rest[1].text))
    if len(piece) == 1 and len(rest) == 3 and rest[1].text[-1] in APOSTROPHES:
        # "Metal and Energy Workers' Union"
        return tables.has("organisations", plain(rest[2].text))
    if tables.has("first_fields", plain(piece[-1].text)) and not any(map(is_joint, piece)):
        # "Securities and Exchange Commission", "South Orrinshire Fire and Rescue"
        own = list(
            takewhile(lambda part: not is_joint(part) and part.text[-2:-1] not in APOSTROPHES, rest)
        )
        rescue = len(piece) > 1 and len(own) == 1 and own[0].text == "Rescue"
        return rescue or (2 <= len(own) <= 3 and tables.has("organisations", plain(own[-1].text)))
    of_field = len(rest) == 2 and tables.has("fields", plain(rest[1].text))
    tie = piece[1].text if len(piece) == 3 else ""
    # "Ministry of Health and Social Affairs", "Center for Media and Public Affairs"
    of_two = of_field and tie in ("of", "for")
    of_two = of_two or (tie == "of" and (len(rest) == 1 or is_joint(rest[1])))
    return (
        of_two
        and tables.has("organisations", plain(piece[0].text))
        and tables.kind_of(rest[0].text) is None
    )


def opens_body(words: list[str], tables: Tables) -> bool:
    """Whether a word that opens no other name opens that of a body or a paper, all in lower case:
    "Credit Supervision Office", "Sunday Ledger", or a listed one: "Nine News"."""
    if len(words) > 1 and tables.kind_of(" ".join(words)):
        return True
    if len(words) > 2 and tables.has("opens_bodies", words[0]):
        return tables.has("organisations", words[-1])
    return len(words) == 2 and words[0].endswith("day") and tables.has("day_papers", words[1])
