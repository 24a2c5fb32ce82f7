"""Names that change with their case: "по словам Ларцева" and "заявил Ларцев" are one person."""

from __future__ import annotations

import re

from .entities.tables import INFLECTED, tables

#: Endings of surnames and first names in all cases, Russian and Ukrainian.
ENDING = re.compile(
    r"(?:ого|его|ому|ему|ими|ыми|ові|еві|єві|ием|ью|ый|ий|ой|ою|ею|єю|ей|им|ым|ом|ем|єм|ую|юю|ая|яя|"
    r"[аеёиоуыэюяіїєйь])$"
)
#: A father's name is the third part of a name, not the first of a surname.
PATRONYMIC = re.compile(
    r"(?:вич|ьич|инич|йович)(?:а|у|ем|і|е)?$|(?:вн|ичн|івн|ївн)(?:а|ы|е|у|ой|ою|и|і)$"
)
SHORTEST = 3  # letters that an ending leaves


def inflects(code: str) -> bool:
    """Say whether the names of a language change with their case."""
    return code in INFLECTED


def key(word: str) -> str:
    """A part of a name in lower case, without its case ending."""
    word = word.lower().replace("ё", "е")
    short = ENDING.sub("", word)
    return short if len(short) >= SHORTEST else word


def name_begins(words: list[str], code: str) -> int:
    """Place of the first name in a run of capitalised words: "Заксобрания Ирина Кольцова".

    A body in the genitive stands before the person who belongs to it, in German any office.
    """
    if len(words) < 3:
        return 0
    if code in INFLECTED and any(PATRONYMIC.search(word) for word in words[-2:]):
        return max(0, len(words) - 3)
    given = tables(code).words.get("given", frozenset())
    if words[0] in given:
        return 0
    return next((at for at in range(1, len(words) - 1) if words[at] in given), 0)


def is_nominative(word: str, code: str) -> bool:
    """Say whether a first name in lower case stands as it is listed."""
    return word in tables(code).words.get("given", frozenset())
