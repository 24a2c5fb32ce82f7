"""Names that change with their case: "по словам Ларцева" and "заявил Ларцев" are one person."""

from __future__ import annotations

import re
from functools import cache

from ..entities.tables import INFLECTED, given_names

#: Endings of surnames and first names in all cases, Russian and Ukrainian.
ENDING = re.compile(
    r"(?:ого|его|ому|ему|ими|ыми|ові|еві|єві|ием|ью|ый|ий|ой|ою|ею|єю|ей|им|ым|ом|ем|єм|ую|юю|ая|яя|"
    r"[аеёиоуыэюяіїєйь])$"
)
#: A father's name is the third part of a name, not the first of a surname.
PATRONYMIC = re.compile(
    r"(?:вич|ьич|инич|йович)(?:а|у|ем|і|е)?$|(?:вн|ичн|івн|ївн)(?:а|ы|е|у|ой|ою|и|і)$"
)
#: Genitive endings of women's first names, and of surnames with what they are in the nominative.
FEMININE = ("и", "ы", "і", "ії", "ии")
HERS = (
    ("ської", "ська"), ("цької", "цька"), ("ской", "ская"), ("цкой", "цкая"), ("ової", "ова"),
    ("евої", "ева"), ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"), ("иной", "ина"),
)  # fmt: skip
HIS = (
    ("ського", "ський"), ("цького", "цький"), ("ского", "ский"), ("цкого", "цкий"),
    *((f"{letter}а", letter) for letter in "бвгджзклмнпрстхцчшщ"), ("ля", "ль"), ("я", "й"),
)  # fmt: skip
#: Men whose first names end as those of women do.
MEN = frozenset(("илья", "никита", "фома", "лука", "кузьма", "савва", "микола", "ілля", "сава"))
#: A vowel that only the nominative has.
FLEETING = re.compile(r"[еоє]([цк])$")
#: Base of a first name in the nominative -> in other cases.
IRREGULAR = {"лев": "льв", "павел": "павл"}
SHORTEST = 3  # letters that an ending leaves


def inflects(code: str) -> bool:
    """Say whether the names of a language change with their case."""
    return code in INFLECTED


def key(word: str) -> str:
    """A part of a name in lower case, without its case ending."""
    word = word.lower().replace("ё", "е")
    short = ENDING.sub("", word)
    return IRREGULAR.get(short, short) if len(short) >= SHORTEST else word


def without_fleeting(base: str) -> str:
    """The base of a name as other cases have it: "кобец", of "Кобець", is "кобц" in "Кобця"."""
    return FLEETING.sub(r"\1", base)


def name_begins(words: list[str], code: str) -> int:
    """Place of the first name in a run of capitalised words: "Заксобрания Ирина Кольцова".

    A body in the genitive stands before the person who belongs to it, in German any office.
    """
    if len(words) < 3:
        return 0
    if code in INFLECTED and any(PATRONYMIC.search(word) for word in words[-2:]):
        return max(0, len(words) - 3)
    given = given_names(code)
    if words[0] in given:
        return 0
    inner = range(1, len(words) - 1)
    begin = next((at for at in inner if words[at] in given), 0)
    if begin or code not in INFLECTED:
        return begin
    return next((at for at in inner if key(words[at]) in _by_key(code)), 0)


def is_nominative(word: str, code: str) -> bool:
    """Say whether a first name in lower case stands as it is listed."""
    return word in given_names(code)


def nominative(full: str, code: str) -> str:
    """A first name and a surname that stand only in the genitive, as they are called.

    "Юрія Лобача" is "Юрій Лобач", "Ганни Рибак" is "Ганна Рибак"; any other name stays as it is.
    """
    parts = full.split()
    if len(parts) != 2 or is_nominative(parts[0].lower(), code):
        return full
    feminine = parts[0].endswith(FEMININE)
    wanted = [name for name in _by_key(code).get(key(parts[0]), ()) if name[-1] in "ая"]
    if not feminine:
        wanted = [name for name in _by_key(code).get(key(parts[0]), ()) if name[-1] not in "ая"]
    if not wanted or not (feminine or parts[0][-1] in "ая"):
        return full
    hers = feminine and wanted[0] not in MEN
    return f"{wanted[0].capitalize()} {_surname(parts[1], feminine=hers)}"


def _surname(word: str, *, feminine: bool) -> str:
    for ending, plain in HERS if feminine else HIS:
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + plain
    return word


@cache
def _by_key(code: str) -> dict[str, list[str]]:
    """Base of a first name -> the listed names of that base, in lower case."""
    found: dict[str, list[str]] = {}
    for name in sorted(given_names(code)):
        found.setdefault(key(name), []).append(name)
    return found
