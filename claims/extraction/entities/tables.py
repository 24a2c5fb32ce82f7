"""Tables of a language: places, peoples, bodies, and the words that give a name away."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from claims.extraction.lexicon import lexicon
from claims.extraction.tagging.remembered import Remembered

FOLDER = Path(__file__).resolve().parent.parent / "data" / "names"
PLURALS = {"en": ("s", "es"), "es": ("s", "es"), "fr": ("s", "e", "es")}
#: Languages whose names change their ending with the case; names are compared without it.
INFLECTED = {"ru", "uk"}
ENDING = re.compile(r"[аеёиоуыэюяіїєьй]{1,3}$|(?:ом|ем|ов|ами|ами|ах|ях)$")
CLOSED_CLASSES = (
    "starters", "determiners", "prepositions", "conjunctions", "subordinators", "auxiliaries",
    "adverbs", "negations", "groups", "documents", "pronouns.third", "pronouns.first",
    "pronouns.second", "pronouns.indefinite",
)  # fmt: skip
#: Tables of words that tell behind a comma what a name is of, the surest last.
DESCRIBING = (("organisation_nouns", "org"), ("place_nouns", "place"), ("roles", "person"))
#: Languages that write every noun with a capital: a capital alone tells nothing.
CAPITAL_NOUNS = {"de"}
#: Languages without capitals; names are found by look-up only.
CASELESS = {"ar", "he"}


#: Bits of a word: the tables it stands in, so that what is asked of every name is one look-up.
(ORGANISATION, GIVEN, OTHER_HEAD, OTHER_OPENER, PLACE, ORGANISATION_OPENER, PLACE_OPENER, ROLE,
 TITLE, ORGANISATION_NOUN, PLACE_NOUN, PLACE_PREPOSITION, ARTICLE, HOLDING, SPOKESPERSON, SEAT,
 ENVOY, PEOPLE, TELLS_PAPER, ADMINISTRATION, ASSET, GATHERING, LAND, CUE, LINK, LAW, FORCE,
 FOREIGN_ARTICLE, CIVIC_BODY, THING, CRAFT, DEALING, DEALING_LINK, JOURNEY, FIRM_VERB, BELONGING,
 DWELLER, RIVER_WORD, READS_PAPER, RIVAL, SURNAME, MAKER_NOUN) = (
    1 << bit for bit in range(42)
)  # fmt: skip
BITS = {
    "organisations": ORGANISATION, "given": GIVEN, "other_heads": OTHER_HEAD,
    "other_openers": OTHER_OPENER, "places": PLACE, "organisation_openers": ORGANISATION_OPENER,
    "place_openers": PLACE_OPENER, "roles": ROLE, "organisation_nouns": ORGANISATION_NOUN,
    "place_nouns": PLACE_NOUN, "place_prepositions": PLACE_PREPOSITION, "articles": ARTICLE,
    "holdings": HOLDING, "spokespeople": SPOKESPERSON, "seats": SEAT, "envoys": ENVOY,
    "peoples": PEOPLE, "tells_papers": TELLS_PAPER, "administrations": ADMINISTRATION,
    "assets": ASSET, "gatherings": GATHERING, "lands": LAND,
    "laws": LAW, "forces": FORCE, "foreign_articles": FOREIGN_ARTICLE,
    "civic_bodies": CIVIC_BODY, "things": THING, "crafts": CRAFT, "dealings": DEALING,
    "dealing_links": DEALING_LINK, "journeys": JOURNEY, "firm_verbs": FIRM_VERB,
    "belongings": BELONGING, "dwellers": DWELLER, "party_words": ORGANISATION_NOUN,
    "river_words": RIVER_WORD, "reads_papers": READS_PAPER, "rivals": RIVAL,
    "maker_nouns": MAKER_NOUN,
    "surnames": SURNAME, "body_surnames": SURNAME,
}  # fmt: skip
LINKS = ("in", "of", "to", "by")


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known about names in one language; all in lower case."""

    language: str
    known: dict[str, str]  # name -> kind
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()  # words with a capital that are no names
    titles: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    described: dict[str, str] = field(default_factory=dict)  # word of an apposition -> kind
    postnominals: frozenset[str] = frozenset()  # in capitals
    bits: dict[str, int] = field(default_factory=dict)  # word -> what is known of it (see BITS)

    def has(self, table: str, word: str) -> bool:
        return word in self.words.get(table, ())

    def is_title(self, word: str) -> bool:
        """Whether a word in lower case is a title or role; German ones may be compounds."""
        if word in self.titles or self.has("roles", word):
            return True
        return self.language in CAPITAL_NOUNS and any(
            word.endswith(title) for title in self.titles if len(title) > 3
        )

    def is_partisan(self, word: str, following: str) -> bool:
        """Whether a party stands before a first name, both in lower case: "the Liberal Ann Lee"."""
        return self.has("partisans", word) and self.has("given", following)

    def is_given(self, word: str) -> bool:
        """Whether a word in lower case is a first name."""
        return bool(self.bits.get(word, 0) & GIVEN or gender_of(word))

    def base(self, name: str) -> str:
        """A name in lower case, without its case ending where the language has them."""
        return stem(name) if self.language in INFLECTED else name

    def kind_of(self, name: str) -> str | None:
        """Kind of a name that is listed, None for any other."""
        name = plain(name)
        kind = self.known.get(name)
        if kind is None and self.language in INFLECTED:
            kind = self.known.get(stem(name))
        return kind


def from_lexicon(words: dict[str, frozenset[str]]) -> dict[str, list[str]]:
    """Tables of names that the word lists already hold, for a language without own ones."""
    openers = [word for table in CLOSED_CLASSES for word in words.get(table, ())]
    return {
        "organisations": [*words.get("organisation_words", ())],
        "roles": [*words.get("titles", ())],
        "no_names": [*words.get("months", ()), *words.get("weekdays", ())],
        "sentence_openers": openers,
        "articles": [*words.get("articles", ())],
    }


#: A name in small letters, with the plain apostrophe.
plain = Remembered(lambda name: name.replace("’", "'").lower()).__getitem__


def stem(name: str) -> str:
    """A name without its case endings, at least four letters of each word."""
    parts = []
    for word in name.split(" "):
        short = ENDING.sub("", word)
        parts.append(short if len(short) >= 4 else word)
    return " ".join(parts)


@cache
def tables(language: str) -> Tables:
    """Tables of a language; without a file of its own only the gazetteer is known."""
    raw: dict[str, list[str]] = {}
    path = FOLDER / f"{language}.toml"
    if path.is_file():
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    unwanted = {plain(name) for name in raw.get("not_places", [])}
    known = {name: "place" for name in places(language) if name not in unwanted}
    known |= {name.replace(" & ", " and "): kind for name, kind in known.items()}
    known |= {plain(name): "place" for name in raw.get("known_places", [])}
    for name in raw.get("groups", []):
        known[plain(name)] = "group"
        for ending in PLURALS.get(language, ()):
            known.setdefault(plain(name) + ending, "group")
    known |= {plain(name): "org" for name in raw.get("known_organisations", [])}
    known |= {plain(name): "other" for name in raw.get("known_others", [])}
    if language in INFLECTED:
        for name, kind in list(known.items()):
            known.setdefault(stem(name), kind)
    table = lexicon(language)
    raw = from_lexicon(table.words) | raw
    cues = frozenset(form for form, cue in table.cues.items() if not cue.is_base)
    titles = table.words.get("titles", frozenset()) | frozenset(raw.get("titles", ()))
    words = {name: frozenset(map(plain, entries)) for name, entries in raw.items()}
    return Tables(
        language,
        known,
        words,
        words.get("no_names", frozenset()) | words.get("sentence_openers", frozenset()),
        titles,
        cues,
        {word: kind for name, kind in DESCRIBING for word in words.get(name, ())},
        frozenset(map(str.upper, table.table("postnominals"))),
        _bits(words, {TITLE: titles, CUE: cues, LINK: (*LINKS, "for")}),
    )


def given_names(language: str) -> frozenset[str]:
    """First names of a language, in lower case; none where its tables list none."""
    return tables(language).words.get("given", frozenset())


def _bits(words: dict[str, frozenset[str]], more: dict[int, Iterable[str]]) -> dict[str, int]:
    """Word -> its bits, of the tables named in BITS and of further ones."""
    bits: dict[str, int] = {}
    for bit, entries in [
        *((bit, words.get(name, ())) for name, bit in BITS.items()),
        *more.items(),
    ]:
        for word in entries:
            bits[word] = bits.get(word, 0) | bit
    return bits


def gender_of(given: str) -> str | None:
    """ "m" or "f" for a first name in lower case that tells a man or a woman; None for others."""
    return _genders().get(plain(given))


@cache
def _genders() -> dict[str, str]:
    raw = tomllib.loads((FOLDER / "first-names.toml").read_text(encoding="utf-8"))
    tables = (("m", raw["masculine"]), ("f", raw["feminine"]))
    return {plain(name): gender for gender, names in tables for name in names}


@cache
def names_version() -> str:
    """Short hash over all tables of names: changes when any of them does."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


@cache
def gazetteer() -> dict[str, frozenset[str]]:
    """Places by language."""
    found: dict[str, set[str]] = {}
    for line in (FOLDER / "places.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, _, names = line.split("\t")
            found.setdefault(language, set()).update(map(plain, names.split("|")))
    return {language: frozenset(names) for language, names in found.items()}


def places(language: str) -> frozenset[str]:
    return gazetteer().get(language, frozenset())
