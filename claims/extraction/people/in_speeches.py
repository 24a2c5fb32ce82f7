"""Whom "he" and "she" mean in a speech: never the one who gives it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from .somebodies import OTHER
from .turns import TURNS

if TYPE_CHECKING:
    from .speakers import Speakers

NEAR = 8  # tokens of "the hon. Lady opposite has a point when" before "she"
BACK = 60  # sentences back in which another member spoke


def led_by(reader: Speakers, at: int, gender: str) -> str | None:
    """The person who leads the sentence of a pronoun, or else the one before it.

    "My predecessor closed it. He says", "The hon. Lady has a point when she says": whoever speaks
    tells of somebody without a name, and goes on with that one.
    """
    tokens = reader.tokens
    index = bisect_left(tokens.starts, at)
    number = tokens.sentence[index]
    first = tokens.spans[number][0]
    for near in range(index - 1, max(first, index - NEAR), -1):
        if reader.words.has("members", tokens.words[near]):
            # "so the hon. Lady has a point when she says"
            begin = next((at for at in range(near, first, -1) if tokens.kinds[at] == "d"), near)
            member = member_meant(reader, *tokens.slice(begin, near + 1))
            if member is not None:
                return member
    return _leader(reader, first, index, gender) or (
        _leader(reader, *tokens.spans[number - 1], gender) if number else None
    )


def member_meant(reader: Speakers, at: int, end: int) -> str | None:
    """Another member of a parliament: "the hon. Lady" is she who spoke or was told of before.

    at, end: where the words for somebody begin and end.
    """
    parts = reader.tokens.text[at:end].lower().split()
    if len(parts) < 2 or not reader.words.has("honoured", parts[-2].rstrip(".")):
        return None
    if not reader.words.has("members", parts[-1]):
        return None
    number = reader.sentence_of(at)
    own = reader.voices.get(number)
    if own is None or own.source is None:
        return None
    speaking = reader.canonical(own.source)
    gender = reader.words.gender_of_title(parts[-1])
    since = _label_before(reader, number, speaking, gender)
    for turn in reversed(reader.turns[-TURNS:]):
        if since is not None and turn.at < since[0]:
            break
        sits = reader.words.has_any("benches", turn.speaker.lower().split())
        if sits and turn.speaker != speaking and _fits(reader, turn.speaker, gender):
            return turn.speaker
    return since[1] if since is not None else None


def _label_before(
    reader: Speakers, number: int, speaking: str | None, gender: str | None
) -> tuple[int, str] | None:
    """Where somebody else spoke last before a sentence of a debate, and who."""
    for before in range(number - 1, max(-1, number - BACK), -1):
        voice = reader.voices.get(before)
        if voice is None or voice.source is None:
            continue
        name = reader.canonical(voice.source)
        if name is not None and name != speaking and _fits(reader, name, gender):
            return voice.source[0], name
    return None


def _leader(reader: Speakers, first: int, last: int, gender: str) -> str | None:
    subject = reader.subject_of(first, last) if last - first > 1 else None
    if subject is None or subject[1] > last:
        return None
    name = reader.canonical(reader.tokens.slice(*subject))
    return name if name is not None and _fits(reader, name, gender) else None


def _fits(reader: Speakers, name: str, gender: str | None) -> bool:
    """Say whether a name or an office is that of one person, whom the pronoun may mean."""
    known = reader.names.known.get(name)
    if known is not None:
        return known.is_person and (gender is None or known.gender != OTHER[gender])
    if gender is not None and reader.is_of(name, OTHER[gender]):
        return False
    return reader.is_somebody(name)
