"""What a source is called that stands in another case: "по данным Росстата" is of "Росстат"."""

from __future__ import annotations

import re
from functools import cache

from ..entities.tables import INFLECTED
from ..lexicon import Lexicon, lexicon

#: Tables of nouns that are listed as they are called.
LISTED = ("organisation_words", "groups", "titles", "documents", "heads")
CASES = re.compile(r"(?:ами|ями|ому|ах|ях|ам|ям|ом|ем|єм|ою|ею|єю|ой|ей|ью|[аеиоуыэюяіїьё])$")
ADJECTIVE = re.compile(r"(?:[оеь]го|[оеь]му|[ое]м|[оеы]й|[ыи]х|ої|ьої|ій)$")
LONG_GENITIVE = re.compile(r"[bdfgklmnprt]{2}es$|(?:[aeiouäöü]|ei|au|eu)[dgbt]es$")
PLURAL = re.compile(r"(?:[оеіїє]в|ей|[ая]м|[ая]х)$")
#: Ending of the genitive or dative -> ending of the nominative, where no table holds the word.
NOUNS = {
    "ru": (
        ("ства", "ство", "n"), ("ству", "ство", "n"), ("стве", "ство", "n"), ("ния", "ние", "n"),
        ("твия", "твие", "n"),
        ("нию", "ние", "n"), ("нии", "ние", "n"), ("тия", "тие", "n"), ("ии", "ия", "f"),
        ("теля", "тель", "m"), ("ков", "ки", "p"), ("гов", "ги", "p"), ("хов", "хи", "p"),
        ("цев", "цы", "p"),
        ("ов", "ы", "p"), ("ев", "и", "p"), ("ей", "и", "p"), ("ки", "ка", "f"), ("ги", "га", "f"),
        ("хи", "ха", "f"), ("чи", "ча", "f"), ("сти", "сть", "f"), ("ы", "а", "f"), ("и", "я", "f"),
        ("ции", "ция", "f"), ("я", "й", "m"), ("а", "", "m"), ("у", "", "m"), ("е", "", "m"),
    ),
    "uk": (
        ("ства", "ство", "n"), ("ству", "ство", "n"), ("ння", "ння", "n"), ("ття", "ття", "n"),
        ("нню", "ння", "n"), ("ії", "ія", "f"), ("ців", "ці", "p"), ("лів", "лі", "p"),
        ("арів", "арі", "p"), ("ці", "ка", "f"),
        ("ів", "и", "p"), ("їв", "ї", "p"), ("ки", "ка", "f"), ("и", "а", "f"), ("сті", "сть", "f"),
        ("теля", "тель", "m"), ("у", "", "m"), ("а", "", "m"), ("ом", "", "m"),
    ),
}  # fmt: skip
#: Endings of an adjective beside a noun: masculine, feminine, neuter, plural.
BESIDE = {"ru": ("ый", "ая", "ое", "ые"), "uk": ("ий", "а", "е", "і")}
CLIPPED = ("мін", "держ", "нац", "укр")  # what the names of ministries and firms begin with
HUSHED = "гкхжшчщ"  # letters that "ы" becomes "и" behind
GENDERS = "mfnp"


def called(source: str, code: str) -> str:
    """The words for a source as they are called: its first noun, and adjectives before it.

    "областного управления статистики" is "областное управление статистики"; what hangs on the
    noun stays as it is, and so do abbreviations.
    """
    if code == "de":
        return _german(source)
    if code not in INFLECTED:
        return source
    parts = source.split()
    head = 0
    while head + 1 < len(parts) and _is_adjective(parts[head], code):
        head += 1
    word = parts[head] if parts else ""
    if not word[1:].islower() or not word.replace("-", "").isalpha() or word[-1] == "-":
        return source
    name, gender = _noun(word, code)
    before = [_adjective(part, gender, code) for part in parts[:head]]
    return " ".join([*before, name, *parts[head + 1 :]])


def _german(source: str) -> str:
    """A German noun behind "des": "Innenministeriums" is "Innenministerium"."""
    first, *rest = source.split(" ")
    bare = first.strip('„“”»«"')
    if bare.endswith("ses") or LONG_GENITIVE.search(bare):
        bare = bare[:-2]
    elif bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    elif rest and bare.endswith("en"):
        return source  # an adjective, of any gender
    return " ".join([bare, *rest])


def role_of(word: str, code: str) -> str:
    """An office in lower case as it is called: "мэра" is "мэр"; any other word stays as it is."""
    return _titles(code).get(_stem(word), word)


def is_body(word: str, code: str) -> bool:
    """Say whether a word in lower case is one for a body, in any case: "центру", "института"."""
    return code in INFLECTED and _stem(word) in _bodies(code)


@cache
def _bodies(code: str) -> frozenset[str]:
    return frozenset(map(_stem, lexicon(code).table("organisation_words")))


def _is_adjective(word: str, code: str) -> bool:
    listed = _stem(word.lower()) in _listed(code)
    return bool(ADJECTIVE.search(word)) and word[1:].islower() and not listed


def _noun(word: str, code: str) -> tuple[str, str]:
    """A noun as it is called, and its gender, "p" for a plural."""
    front, hyphen, behind = word.rpartition("-")
    if hyphen:
        name, gender = _noun(behind, code)
        return front + hyphen + name, gender
    lower = word.lower()
    listed = _listed(code).get(_stem(lower))
    several = listed is not None and PLURAL.search(lower) and _gender(listed) == "m"
    if listed is not None and not several:
        name, gender = listed, _gender(listed)
    elif code == "uk" and word[0].isupper() and lower[-1] == "і" and lower.startswith(CLIPPED):
        name, gender = lower[:-1], "m"  # "у Мінфіні"
    else:
        name, gender = _by_ending(lower, code)
    return (name[:1].upper() + name[1:] if word[0].isupper() else name), gender


def _by_ending(word: str, code: str) -> tuple[str, str]:
    for ending, plain, gender in NOUNS[code]:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: len(word) - len(ending)] + plain, gender
    return word, "m"


def _gender(word: str) -> str:
    if word[-1] in "аяь" and not word.endswith(("ття", "ння", "тель", "арь")):
        return "f"
    return "n" if word[-1] in "оея" else "p" if word[-1] in "иыі" else "m"


def _adjective(word: str, gender: str, code: str) -> str:
    stem = ADJECTIVE.sub("", word)
    ending = BESIDE[code][GENDERS.index(gender)]
    stressed = lexicon(code).has("stressed_adjectives", stem.lower() + "ой")
    if stressed and gender == "m":
        return stem + "ой"
    if code == "ru" and stem[-1:] in HUSHED and ending[0] == "ы":
        ending = "и" + ending[1:]
    return stem + ending


def _stem(word: str) -> str:
    return CASES.sub("", word.replace("ё", "е"))


@cache
def _listed(code: str) -> dict[str, str]:
    """Stem -> noun as it is called, of the tables."""
    words: Lexicon = lexicon(code)
    return {
        _stem(noun): noun
        for table in LISTED
        for noun in sorted(words.table(table))
        if len(noun) > 2 and "-" not in noun
    }


@cache
def _titles(code: str) -> dict[str, str]:
    """Stem -> title as it is called; those of men and women that differ keep their own."""
    titles = lexicon(code).table("titles") if code in INFLECTED else frozenset()
    return {_stem(title): title for title in sorted(titles, reverse=True) if len(title) > 2}
