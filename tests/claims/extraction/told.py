"""Who is found to say what; tests of speakers share these."""

from __future__ import annotations

from claims.extraction import find_claims
from claims.extraction.pipeline import read

#: Marks around a quotation, and what may stand between one and the words.
MARKS = '«»“”„" \u00a0\u200f'


def speakers(text: str) -> dict[str, str | None]:
    """Statement of an English text -> who says it."""
    return {claim.text: claim.speaker for claim in find_claims(text, "en")}


def speaker_of(text: str, words: str) -> set[str | None]:
    """Who says the statements of an English text that have some words in them."""
    return {claim.speaker for claim in find_claims(text, "en") if words in claim.text}


def in_order(text: str) -> list[tuple[str, str | None]]:
    """The statements of an English text, each with who says it."""
    return [(claim.text, claim.speaker) for claim in find_claims(text, "en")]


def speakers_and_stances(text: str) -> dict[str, tuple[str | None, str]]:
    """Statement of an English text -> who says it, and how they stand to it."""
    return {claim.text: (claim.speaker, claim.stance) for claim in find_claims(text, "en")}


def stances_of(text: str, words: str) -> set[str]:
    """How those who say the statements with some words in them stand to these."""
    return {claim.stance for claim in find_claims(text, "en") if words in claim.text}


def sayings(text: str, code: str) -> set[tuple[str, str | None, str]]:
    """Statements of a text, without the marks around them, each with who says it and the stance."""
    found = read(text, code)._.found
    return {(claim.text.strip(MARKS), claim.speaker, claim.stance) for claim in found}
