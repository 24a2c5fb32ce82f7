"""Names of who speaks, in scripts without capitals: Hebrew and Arabic."""

from __future__ import annotations

from bisect import bisect_left

from .entities.tables import CASELESS, tables
from .lexicon import Lexicon
from .tokens import Tokens

LONGEST = 4  # words of a person's name
#: Words that a surname may begin with.
SURNAME_OPENERS = frozenset(["בן", "בר", "אבו", "אל", "בית", "بن", "ابن", "بو", "أبو", "آل", "عبد"])

ARTICLES = ("ال", "ה")
LED = 'nNc,"dpr'  # class letters of what may stand before the name that leads a sentence


def _bare(role: str) -> str:
    """An office without the article that is written together with it."""
    for article in ARTICLES:
        if role.startswith(article) and len(role) - len(article) > 1:
            return role.removeprefix(article)
    return role


class CaselessNames:
    """Full names of the persons of one document, by what they may be called later.

    leading: code point and full name of each that stands at the start of a sentence.
    genders: full name -> "m" or "f", where a verb has told it.
    """

    def __init__(self, words: Lexicon, tokens: Tokens):
        self.words, self.tokens = words, tokens
        self.given = tables(words.code).words.get("given", frozenset())
        self.prefixes = words.table("source_prefixes")
        self.by_ending: dict[str, str] = {}
        self.by_role: dict[str, str] = {}
        self.leading: list[tuple[int, str]] = []
        self.genders: dict[str, str] = {}
        for first, last in tokens.spans:
            self._scan(first, last)

    @classmethod
    def of(cls, words: Lexicon, tokens: Tokens) -> CaselessNames | None:
        """The names of a text in a language without capitals; None for any other."""
        return cls(words, tokens) if words.code in CASELESS else None

    def leads_before(self, at: int, after: int, gender: str | None) -> str | None:
        """Who led a sentence last between two code points, if the gender fits."""
        index = bisect_left(self.leading, (at, "")) - 1
        while index >= 0 and self.leading[index][0] > after:
            name = self.leading[index][1]
            if gender is None or self.genders.get(name, gender) == gender:
                return name
            index -= 1
        return None

    def _scan(self, first: int, last: int) -> None:
        """Learn the name at the start of a sentence: a first name, and what follows it."""
        at = self._name_in(first, last)
        if at is None:
            return
        words = self.tokens.words
        stop = min(last, at + 2)
        while stop < last and stop - at < LONGEST and words[stop - 1] in SURNAME_OPENERS:
            stop += 1
        full = self._learned(self._name(words[at:stop]))
        self.leading.append((self.tokens.starts[at], full))

    def _name_in(self, first: int, last: int) -> int | None:
        """Token of the first name that leads a sentence, by itself or behind an office."""
        words, kinds, titled = self.tokens.words, self.tokens.kinds, False
        for at in range(first, last - 1):
            free = titled or at == first + 1 or kinds[first:at].strip('cv"') == ""
            if free and words[at] in self.given and kinds[at + 1] == "n":
                return None if self._is_common(words[at + 1]) else at
            if kinds[at] not in (LED if at > first else LED + "v"):
                return None
            titled = titled or self.words.is_title(words[at])
        return None

    def person_in(self, surface: str) -> str | None:
        """The person named in what tells who speaks: a first name and what follows it.

        "ראש העיר דן לוי" is "דן לוי"; of "the Dan Levy Institute" there is no person.
        """
        for piece in surface.replace("،", ",").split(","):
            parts = piece.split("(")[0].split()
            for at, part in enumerate(parts[:-1]):
                if part in self.given and not (at and self._is_body(parts[at - 1])):
                    full = self._learned(self._name(parts[at:]))
                    for role in filter(self.words.is_title, parts[:at]):
                        self.by_role[_bare(role)] = full
                    return full
        return None

    def settled(self, name: str) -> str:
        """The full name for what somebody is called by; a name with more words is kept in mind."""
        known = self.by_ending.get(name)
        if known is not None:
            return known
        parts = name.split()
        if len(parts) == 1 and self.words.is_title(name) and _bare(name) in self.by_role:
            return self.by_role[_bare(name)]
        if 2 <= len(parts) <= LONGEST - 1 and not any(map(self._is_common, parts)):
            self._learned(name)
        return name

    def _name(self, parts: list[str]) -> str:
        end = 2
        while end < len(parts) and end < LONGEST and parts[end - 1] in SURNAME_OPENERS:
            end += 1
        if end < len(parts) and not self._is_common(parts[end]):
            end += 1
        return " ".join(parts[:end])

    def _learned(self, full: str) -> str:
        parts = full.split()
        known = self.by_ending.get(parts[-1])
        if known is not None and known.endswith(full):
            return known
        for at in range(1, len(parts)):
            self.by_ending.setdefault(" ".join(parts[at:]), full)
        return full

    def _is_body(self, word: str) -> bool:
        bare = word[1:] if word[:1] in self.prefixes else word
        return self.words.has("organisation_words", word) or (
            self.words.has("organisation_words", bare)
        )

    def _is_common(self, word: str) -> bool:
        """Say whether a word is none of a person's name, by the tables that list it."""
        listed = ("titles", "documents", "groups", "prepositions", "pronouns.indefinite")
        return self._is_body(word) or any(self.words.has(table, word) for table in listed)
