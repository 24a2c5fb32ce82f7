"""Offices with what they are for are no names: "Secretary of State", "Minister of Justice"."""

from __future__ import annotations

from .runs import Candidate
from .tables import GIVEN, ORGANISATION, Tables, plain

OFFICE_JOINTS = ("of", "for")  # between an office and what it is for


def of_office(candidate: Candidate, words: list[str], tables: Tables) -> list[Candidate] | None:
    """The names in an office and what it is for: none in "Secretary of State", the person in
    "Minister of Justice Ada Holm", the body in "Leader of the Liberal Party"; None if no office."""
    at = next(
        (
            at
            for at in range(len(words) - 2)
            if words[at + 1] in OFFICE_JOINTS and tables.has("offices", plain(words[at]))
        ),
        None,
    )
    if at is None:
        return None
    begin = at + 2 + (words[at + 2] == "the")
    bits = [tables.bits.get(plain(word), 0) for word in words]
    given = (i for i in range(begin + 1, len(words) - 1) if bits[i] & GIVEN)
    person = next(given, len(words))
    field = words[begin:person]
    is_body = len(field) > 1 and bits[person - 1] & ORGANISATION
    is_named = is_body and not any(joint in field for joint in OFFICE_JOINTS)
    is_named = is_named or placed(field, tables) == len(field)
    names = []
    if before := placed(words[:at], tables):
        names.append(part_of(candidate, words, 0, before))
    if is_named:
        names.append(part_of(candidate, words, begin, person))
    if person < len(words):
        name = part_of(candidate, words, person, len(words))
        name.vote("person", 4)
        names.append(name)
    return names


def placed(words: list[str], tables: Tables) -> int:
    """How many of the words in front name a listed place or people."""
    ends = range(len(words), 0, -1)
    return next((end for end in ends if tables.kind_of(" ".join(words[:end]))), 0)


def part_of(candidate: Candidate, words: list[str], first: int, last: int) -> Candidate:
    """Some words of a candidate as a candidate of their own."""
    start = candidate.start + len(" ".join([*words[:first], ""]) if first else "")
    text = " ".join(words[first:last])
    return Candidate(
        start, start + len(text), text, candidate.opens and not first, candidate.shouted
    )
