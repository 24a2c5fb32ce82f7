"""From the words for a source to one canonical name: surnames, pronouns, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .attribution import Attribution
from .lexicon import Lexicon
from .tokens import Tokens

POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Person:
    """A person named in the text."""

    name: str
    first_seen: int
    feminine: bool | None = None
    mentions: list[int] = field(default_factory=list)


class Speakers:
    """Names of one document and who was last spoken of."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words
        self.by_surname: dict[str, Person] = {}
        self.people: dict[str, Person] = {}
        for begin, end in _name_runs(tokens):
            self._learn(begin, end)

    def resolve(self, found: list[Attribution]) -> None:
        """Set `speaker` of each attribution; they come in the order of the text."""
        last: str | None = None
        last_person: str | None = None
        for attribution in found:
            if attribution.source is None:
                attribution.speaker = last if attribution.heir else None
                continue
            if attribution.reporter is not None:
                self._resolve_reporter(attribution, last, last_person)
            surface = self.tokens.text[slice(*attribution.source)]
            name = self._canonical(surface, attribution.source, last, last_person)
            attribution.speaker = name
            if name is not None:
                last = name
                if name in self.people:
                    last_person = name

    def _resolve_reporter(
        self, attribution: Attribution, last: str | None, last_person: str | None
    ) -> None:
        assert attribution.reporter is not None
        surface = self.tokens.text[slice(*attribution.reporter)]
        attribution.reported_by = self._canonical(surface, attribution.reporter, last, last_person)

    def _learn(self, begin: int, end: int) -> None:
        texts = self._texts(begin, end)
        while texts and texts[0].lower().strip(".") in self.words.words.get("titles", ()):
            texts, begin = texts[1:], begin + 1
        if len(texts) < 2 or len(texts) > 4:
            return
        name = " ".join(texts)
        person = self.people.setdefault(name, Person(name, self.tokens.starts[begin]))
        person.mentions.append(self.tokens.starts[begin])
        self.by_surname.setdefault(texts[-1].lower(), person)

    def _texts(self, begin: int, end: int) -> list[str]:
        text = self.tokens.text
        return [
            text[self.tokens.starts[index] : self.tokens.ends[index]] for index in range(begin, end)
        ]

    def _canonical(
        self, surface: str, span: tuple[int, int], last: str | None, last_person: str | None
    ) -> str | None:
        lower = surface.lower()
        if self.words.has("pronouns.masculine", lower) or self.words.has(
            "pronouns.feminine", lower
        ):
            return last_person or last or self._nearest(span[0])
        if self.words.has("pronouns.third", lower):
            return last
        if self.words.has("pronouns.first", lower):
            return last
        named = self._named(surface)
        if named:
            return named
        return self._bare(surface)

    def _nearest(self, offset: int) -> str | None:
        """Person mentioned last before a code point."""
        best, best_at = None, -1
        for person in self.people.values():
            for at in person.mentions:
                if best_at < at < offset:
                    best, best_at = person.name, at
        return best

    def _named(self, surface: str) -> str | None:
        """Full name of a person whose name, or surname, stands in the words."""
        for name in self.people:
            if name in surface:
                return name
        words = re.findall(r"[^\W\d_][\w’'-]*", surface)
        for word in reversed(words[:6]):
            person = self.by_surname.get(POSSESSIVE.sub("", word).lower())
            if person is not None and word[0].isupper() and len(words) <= 4:
                return person.name
        return None

    def _bare(self, surface: str) -> str:
        """The words without article, title and apposition."""
        head = re.split(r"\s*[,(]", surface, maxsplit=1)[0].strip()
        parts = head.split()
        while len(parts) > 1 and self.words.has("determiners", parts[0].lower()):
            parts.pop(0)
        titles = self.words.words.get("titles", frozenset())
        while len(parts) > 1 and parts[0].lower().strip(".") in titles and parts[-1][0].isupper():
            parts.pop(0)
        return " ".join(parts)


def _name_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"N+", tokens.kinds):
        yield match.span()
