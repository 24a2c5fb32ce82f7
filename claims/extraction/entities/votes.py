"""What speaks for a name being a person's, a body's or a place's: the name and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.layout.blocks import dateline_end

from .runs import Candidate
from .tables import CAPITAL_NOUNS, Tables, plain

ACRONYM = re.compile(r"[A-Z]{2,6}|(?:[A-Z]\.){2,}")
MIXED_CASE = re.compile(r"[a-z][A-Z]|\d|&")
LINE = re.compile(r"[A-Z]\d{1,3}")  # a road, a bus, a visa: "N7"
INITIAL = re.compile(r"\b[A-Z]\.")
BEFORE = re.compile(r"([^\W\d_][\w’'-]*)(,?)\s+[\"“„«]?$")
AGE_OR_WHO = re.compile(r",?(?:\s\(?(?P<age>1[6-9]|[2-9]\d)(?=[),.;]|,? years?\b)| who(?:se|m)?\b)")
FILED = re.compile(r"\) ?[-–—]+ ")  # what stands behind the agency in a date line
BESIDE = ' \n"“„«'  # what may stand between a word and a name
ENDS = ("", *".:;!?)”")  # no word that tells of a name stands right before or behind these
OWNS = re.compile(r"([’'])s? (\w+)(?: (\w+))?")
WORDS = re.compile(r"[^\W\d_]+")
FIRST_WORD = re.compile(r"[^\n]*?([^\W\d_]+)")
LINKS = ("in", "of", "to", "by")
Named = tuple[str, bool]  # a name, and whether it is shouted
REACH = 48  # characters looked at on either side
DESCRIPTION = 6  # words behind a comma that may tell what a name is of


def judge(
    candidate: Candidate,
    text: str,
    tables: Tables,
    judged: dict[Named, dict[str, float]],
) -> Iterator[Candidate]:
    """The names in a candidate, titles taken off, with their votes.

    judged: votes of the names themselves that stood in the text before.
    """
    for name in parted(candidate, tables):
        opens_line = name.text.isupper() and text[name.start - 1 : name.start] in ("", "\n")
        if opens_line and dateline_end(text, name.start, len(text)) > name.start:
            # What a date line opens with is where the report was filed.
            name.vote("place", 4)
            name.opens = False
        elif text[name.start - 1 : name.start] == "(" and FILED.match(text, name.end):
            name.vote("org", 3)  # the agency in a date line
        own = judged.get((name.text, name.shouted))
        if own is None:
            from_name(name, name.text.title() if name.shouted else name.text, tables)
            judged[name.text, name.shouted] = name.own
        else:
            name.own = own
        from_left(name, text, tables)
        from_right(name, text, tables)
        yield name


def parted(candidate: Candidate, tables: Tables) -> Iterator[Candidate]:
    """ "US President Ada Holm" is two names, "Israel Ada Holm" (of a caption) too."""
    words = candidate.text.split(" ")
    if tables.kind_of(candidate.text) or tables.has("organisations", plain(words[-1])):
        yield candidate
        return
    title = title_end(words, tables)
    if candidate.shouted and not title and len(words) > 1:
        yield from known_words(candidate, words, tables)
    first, rest = (title[0], title[1]) if title else (0, 0)
    if not title and len(words) > 2 and tables.has("given", plain(words[1])):
        first = rest = 1 if tables.kind_of(words[0]) else 0
    before = " ".join(words[:first])
    if before:
        # "Orrin Chairman Ada Holm": a name if the text has it elsewhere; "Acting Mayor Ada Holm".
        yield replace(
            candidate, end=candidate.start + len(before), text=before, opens=True, own={}, votes={}
        )
    if not rest:
        yield candidate
    elif rest < len(words):
        start = candidate.start + len(" ".join([*words[:rest], ""]))
        name = replace(
            candidate, start=start, text=" ".join(words[rest:]), opens=False, own={}, votes={}
        )
        if title:
            name.vote("person", 4)
        yield name


def known_words(candidate: Candidate, words: list[str], tables: Tables) -> Iterator[Candidate]:
    """Listed names in a heading in capitals: "RUSSIA CONSIDERS", not the last word of a name."""
    start = candidate.start
    for word in words[:-1]:
        if tables.kind_of(word) == "place":
            yield replace(
                candidate, start=start, end=start + len(word), text=word, own={}, votes={}
            )
        start += len(word) + 1


def title_end(words: list[str], tables: Tables) -> tuple[int, int] | None:
    """Where the last title in a name begins and where it ends; None without one."""
    found = None
    for index, word in enumerate(words):
        bare = plain(word).rstrip(".")
        begin = found[0] if found and found[1] == index else index
        if tables.is_title(bare):
            found = (begin, index + 1)
        elif index + 1 < len(words) and f"{bare} {plain(words[index + 1])}" in tables.titles:
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
    if len(words) > 1 and (
        tables.has("other_heads", last.rstrip("s")) or tables.has("other_openers", first)
    ):
        candidate.own_vote("other", 3)
        return
    if LINE.fullmatch(name):
        candidate.own_vote("other", 2)
        return
    head = last
    for joint in ("of", "for"):
        if joint in words:
            head = plain(words[words.index(joint) - 1])
    if tables.has("organisations", head) or tables.has("organisations", last):
        candidate.own_vote("org", 3.5 if len(words) > 1 else 1.5)
        return
    if len(words) > 1 and (
        tables.has("places", head) or tables.has("places", last) or tables.has("places", first)
    ):
        candidate.own_vote("place", 3)
        return
    if " & " in name:
        candidate.own_vote("org", 3)  # "Orr & Daughters"
        return
    acronym = ACRONYM.fullmatch(name) and not candidate.shouted
    if acronym or MIXED_CASE.search(name):
        candidate.own_vote("org", 1.5)
    if len(words) > 1 and tables.has("organisation_openers", first):
        candidate.own_vote("org", 2.5)
    if len(words) > 1 and tables.has("place_openers", first):
        candidate.own_vote("place", 1)
    if tables.has("given", first):
        candidate.own_vote("person", 3 if 2 <= len(words) <= 4 else 0.8)
    elif 2 <= len(words) <= 3 and not candidate.shouted and tables.language not in CAPITAL_NOUNS:
        candidate.own_vote("person", 0.8)
    if len(words) > 1 and INITIAL.search(name):
        candidate.own_vote("person", 1.5)


def from_left(candidate: Candidate, text: str, tables: Tables) -> None:
    least = max(0, candidate.start - REACH)
    # The word before holds no blank: a search from farther back would only try other words.
    before = text[least : candidate.start].rstrip(BESIDE)
    if before[-1:] in ENDS:
        return
    blank = before.rfind(" ")
    match = BEFORE.search(text, least + blank + 1, candidate.start)
    if match is None:
        return
    word, comma = plain(match[1]), match[2]
    if tables.has("roles", word):
        candidate.vote("person", 2 if comma else 3)
    elif comma:
        if " " not in candidate.text and tables.has("organisation_nouns", word):
            candidate.vote("org", 1)  # "its operator, Orrin"
        return
    elif word in LINKS and tables.has("holdings", word_before(text, match.start())):
        candidate.vote("org", 2.5)
    elif word == "for" and tables.has("spokespeople", word_before(text, match.start())):
        candidate.vote("org", 1.5)
    elif word == "for" and tables.has("seats", word_before(text, match.start())):
        candidate.vote("place", 2.5)
    elif word == "to" and tables.has("envoys", word_before(text, match.start())):
        candidate.vote("place", 1.5)
    elif word in tables.titles:
        candidate.vote("person", 2)
    elif tables.has("place_nouns", word):
        candidate.vote("place", 1.5)
    elif tables.has("place_prepositions", word) and tables.language not in CAPITAL_NOUNS:
        candidate.vote("place", 1.2)
    elif word == "of":
        owned = word_before(text, match.start())
        if tables.has("place_nouns", owned):
            candidate.vote("place", 3)
        elif tables.has("peoples", owned):
            candidate.vote("place", 2)
    elif tables.has("organisation_nouns", word):
        candidate.vote("org", 2.5)
    elif tables.has("articles", word):
        candidate.vote("person", -2)
        told = tables.has("tells_papers", word_before(text, match.start()))
        candidate.vote(*(("org", 2) if told else ("other", 0.4)))


def word_before(text: str, at: int) -> str:
    """The last word before a code point, in lower case."""
    words = WORDS.findall(text[max(0, at - REACH) : at])
    return plain(words[-1]) if words else ""


def from_right(candidate: Candidate, text: str, tables: Tables) -> None:
    after = text[candidate.end : candidate.end + REACH]
    told = AGE_OR_WHO.match(after) if after[:1] not in ENDS else None
    if told is not None:
        candidate.vote("person", 3 if told["age"] else 1.2)
        if told["age"]:
            return
    first = FIRST_WORD.match(after)
    if first is None:
        return
    following = plain(first[1])
    if tables.has("administrations", following):
        candidate.vote("person", 3)
    elif after[0] == " " and tables.has("assets", following):
        candidate.vote("org", 1.5)
    elif after[0] == " " and tables.has("gatherings", first[1]):
        candidate.vote("org", 2)
    elif after[0] == " " and tables.has("lands", first[1]):
        candidate.vote("place", 1.5)
    elif after[0] in " \u00a0" and following in tables.cues:
        # Governments and towns speak, too; of a person the article gives more than one word.
        if " " in candidate.text:
            candidate.vote("person", 1)
    elif (owned := OWNS.match(after)) and owns_state(owned, tables):
        candidate.vote("place", 1.5)
    elif after.startswith(", "):
        for word in WORDS.findall(after.partition("\n")[0])[:DESCRIPTION]:
            word = plain(word)
            kind = tables.described.get(word)
            if kind is not None:
                candidate.vote(kind, 1.5)
                return
            if word in ("which", "said", "and", "but", "told") or word in tables.cues:
                return


def owns_state(owned: re.Match[str], tables: Tables) -> bool:
    """Say whether a name owns what states do: "Norway's ministry", "Norway's health ministry"."""
    return any(tables.has("state_bodies", plain(word)) for word in owned.groups()[1:] if word)
