"""The TOML files of a language, and what words look like in them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from claims.extraction.quantities.lexicon.tables import PhraseTable

FOLDER = Path(__file__).parent


class Source:
    """The files of one language and the one that all share.

    stems: what its words are stems of, gathered from every table that is read.
    """

    def __init__(self, code: str):
        self.code = code
        self.own, self.common, self.english = map(_load, (code, "common", "en"))
        self.notation = self.own["notation"]
        self.stems: dict[str, str] = {}

    def spread(self, name: str, *, shared: bool = False) -> dict[str, Any]:
        """One table with its keys spread: "a | b*" are two ways to write the same."""
        merged: dict[str, Any] = {}
        for source in (self.common, self.own) if shared else (self.own,):
            for written, value in source.get(name, {}).items():
                for phrase in str(written).split("|"):
                    merged[self.plain(phrase.strip())] = value
        return merged

    def turned(self, name: str) -> dict[str, Any]:
        """A table written as name = [words], turned round: word -> name."""
        return {
            self.plain(word): int(name_of) if name_of.isdigit() else name_of
            for source in (self.common, self.own)
            for name_of, words in source.get(name, {}).items()
            for word in words
        }

    def phrases(self, name: str) -> PhraseTable:
        return PhraseTable(self.turned(name))

    def plain(self, phrase: str) -> str:
        """The phrase in lower case; a word marked with * is a stem and goes by its stem."""
        words = []
        for word in phrase.lower().split():
            bare = word.rstrip("*") or word
            self.stems.setdefault(word if len(bare) < len(word) else bare, bare)
            self.stems.setdefault(bare, bare)
            words.append(bare)
        return " ".join(words)

    def plain_all(self, words: Any) -> Any:
        """The same for a list or the keys of a table; anything else comes back as it is."""
        if isinstance(words, list):
            return frozenset(map(self.plain, words))
        if isinstance(words, dict):
            return {self.plain(word): value for word, value in words.items()}
        return words


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
