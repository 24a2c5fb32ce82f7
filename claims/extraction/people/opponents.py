"""Whom "her opponent" and "his rival" mean: the other of two who spoke."""

from __future__ import annotations

from .known_names import Name
from .pronouns import PronounReader


def other_of_two(reader: PronounReader, owner: str, rest: list[str]) -> str | None:
    """Who else spoke, if one alone did, and may stand for what the owner does.

    rest: the words of what the owner has: "opponent", "main rival".
    """
    if not reader.words.has("opponents", rest[-1]):
        return None  # as mostly
    others: dict[str, Name] = {}
    for turn in reader.turns:
        if turn.name is not None and turn.name.is_person and turn.speaker != owner:
            others[turn.speaker] = turn.name
    if len(others) != 1 or owner not in {turn.speaker for turn in reader.turns}:
        return None
    ((speaker, name),) = others.items()
    return None if _is_in_office(reader, name) else speaker


def _is_in_office(reader: PronounReader, name: Name) -> bool:
    """Say whether somebody holds an office that nobody stands for: "police chief Tom Dunn"."""
    told = [
        item
        for items in reader.descriptions.by_head.values()
        for item in items
        if item.name is name
    ]
    return any(
        reader.descriptions.is_role(item.head)
        and not reader.words.has("contenders", item.head)
        and not reader.words.has("epithets", item.head)
        for item in told
    )
