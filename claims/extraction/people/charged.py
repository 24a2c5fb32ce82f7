"""Who "it" or "he" is that answers a charge: "accused Teal Oil of theft, a charge it denies"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ..attribution import NEGATIVE, Attribution
from ..attribution.phrases_behind import phrase_after
from .titles import gender_of_pronoun

if TYPE_CHECKING:
    from .speakers import Speakers


def denier(speakers: Speakers, denial: Attribution, before: Attribution | None) -> str | None:
    """Who "he" is that denies what is said of him just before: "Orr said Ek rang. He denied it".

    before: what is said before the denial.
    """
    if denial.contents or denial.source is None or before is None or not before.contents:
        return None
    if denial.stance not in NEGATIVE or denial.sentence - before.sentence != 1:
        return None
    word = speakers.tokens.text[slice(*denial.source)].lower()
    gender = gender_of_pronoun(word, speakers.words)
    if gender is None:
        return None
    named = {
        name.full
        for start, end in before.contents
        for _, _, name in speakers.names.in_span(start, end)
        if name.is_person and name.gender in (gender, None)
    }
    named.discard(before.speaker or "")
    return named.pop() if len(named) == 1 else None


def charged_party(speakers: Speakers, judged: Attribution) -> str | None:
    """Name of the body that a charge is made of; None where whoever answers is named, or nobody is.

    judged: what is said, with the words for whoever disputes it.
    """
    if judged.reporter is None or not judged.contents:
        return None
    tokens, words = speakers.tokens, speakers.words
    if not words.has("pronouns.neuter", tokens.text[slice(*judged.reporter)].lower()):
        return None
    start, end = judged.contents[0]
    named = [name for _, _, name in speakers.names.in_span(start, end) if not name.is_person]
    if named:
        return named[0].full
    begin, last = (bisect_left(tokens.starts, at) for at in (start, end))
    begin += words.has("openers", tokens.words[begin])
    thing = phrase_after(tokens, begin, last, words)
    head = tokens.words[thing[1] - 1] if thing else ""
    if thing is None or head not in speakers.kinds_of_body:
        return None
    name = speakers.canonical(tokens.slice(*thing))
    said_by = tokens.text[slice(*judged.source)] if judged.source else ""
    # "The Courier said the bank had lost 9 million, which it disputes": the bank.
    return head if name is not None and name in said_by else name
