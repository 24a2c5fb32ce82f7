"""The word tables of a language, as they stand in its files."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from claims.extraction.lexicon import FOLDER

LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/words.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_is_given_twice(language):
    """One of two would be lost without a word: files and classes are put together by name."""
    names: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    for path in (FOLDER / language).glob("*.toml"):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        sections.update(name for name in raw if name != "code")
        names.update(name for name, table in raw.items() if _is_words(table))
        names.update(list(raw.get("classes", {})))

    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name, times in sections.items() if times > 1] == []


def _is_words(table: object) -> bool:
    return isinstance(table, list) and all(isinstance(word, str) for word in table)
