"""Names of who speaks, in scripts without capitals: Hebrew and Arabic."""

from __future__ import annotations

from .entities.tables import CASELESS, tables
from .lexicon import Lexicon

LONGEST = 4  # words of a person's name
#: Words that a surname may begin with.
SURNAME_OPENERS = frozenset(["בן", "בר", "אבו", "אל", "בית", "بن", "ابن", "بو", "أبو", "آل", "عبد"])


class CaselessNames:
    """Full names of those who spoke in one document, by what they may be called later."""

    def __init__(self, words: Lexicon):
        self.words = words
        self.given = tables(words.code).words.get("given", frozenset())
        self.prefixes = words.table("source_prefixes")
        self.by_ending: dict[str, str] = {}

    @classmethod
    def of(cls, words: Lexicon) -> CaselessNames | None:
        """The names of a language without capitals; None for any other."""
        return cls(words) if words.code in CASELESS else None

    def person_in(self, surface: str) -> str | None:
        """The person named in what tells who speaks: a first name and what follows it.

        "ראש העיר דן לוי" is "דן לוי"; of "the Dan Levy Institute" there is no person.
        """
        for piece in surface.replace("،", ",").split(","):
            parts = piece.split("(")[0].split()
            for at, part in enumerate(parts[:-1]):
                if part in self.given and not (at and self._is_body(parts[at - 1])):
                    return self._learned(self._name(parts[at:]))
        return None

    def settled(self, name: str) -> str:
        """The full name for what somebody is called by; a name with more words is kept in mind."""
        known = self.by_ending.get(name)
        if known is not None:
            return known
        parts = name.split()
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
