"""What titles and first names tell of who has them, worked out once for each word or language."""

from __future__ import annotations

from functools import cache

from ..entities.tables import gender_of, tables
from ..lexicon import Lexicon, lexicon
from ..tagging.remembered import Remembered


@cache
def titles_of(code: str) -> Remembered[bool]:
    """Word in lower case -> whether it is a title, with a full stop behind it or without."""
    words = lexicon(code)
    return Remembered(lambda word: words.is_title(word.strip(".")))


@cache
def roles_of(code: str) -> Remembered[bool]:
    """Word in lower case -> whether it is a title or an office that one person holds."""
    words, names = lexicon(code), tables(code)
    return Remembered(lambda word: words.is_title(word) or names.is_title(word))


@cache
def genders_of(code: str) -> Remembered[str | None]:
    """Word in lower case -> "m" or "f", where it is a title that tells it."""
    words = lexicon(code)
    return Remembered(lambda word: words.gender_of_title(word.strip(".")))


@cache
def addresses_of(code: str) -> Remembered[str | None]:
    """The same of forms of address alone: "Ms", not "chairman"."""
    genders, addresses = genders_of(code), lexicon(code).table("addresses")
    return Remembered(lambda word: genders[word] if word.strip(".") in addresses else None)


@cache
def shortened_titles(code: str) -> dict[str, str]:
    """Title in full -> as it is written in short: "colonel" -> "col"."""
    pairs = (pair.split() for pair in lexicon(code).table("shortened_titles"))
    return {full: short for short, full in pairs}


@cache
def parties_of(code: str) -> dict[str, str]:
    """Letter behind a name -> what those of a party are called: "d" -> "democrat"."""
    return dict(pair.split() for pair in lexicon(code).table("party_letters"))


@cache
def kindred_offices(code: str) -> dict[str, list[list[str]]]:
    """Office -> the words of others that it may be called instead: "prosecutor" of a "district
    attorney"."""
    pairs = (pair.partition(": ") for pair in lexicon(code).table("kindred_offices"))
    return {
        office: [[word.rstrip(".") for word in words.split()] for words in others.split(", ")]
        for office, _, others in pairs
    }


#: Gender -> table of its pronouns.
PRONOUNS = {"m": "pronouns.masculine", "f": "pronouns.feminine"}
#: First name in lower case -> "m" or "f", where it tells a man or a woman.
GIVEN: Remembered[str | None] = Remembered(gender_of)


def gender_of_pronoun(word: str, words: Lexicon) -> str | None:
    """The gender that "he" or "her" in lower case tells; None for any other word."""
    return next((gender for gender, table in PRONOUNS.items() if words.has(table, word)), None)
