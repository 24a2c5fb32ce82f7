"""Offices that are written with capitals, as names are: "the Prime Minister", "the Mayor"."""

from __future__ import annotations

from .phrase_heads import PhraseHeads


def is_office(parts: list[str], heads: PhraseHeads) -> bool:
    """Say whether words with capitals tell an office alone: "Secretary of State", no "Mayor Holm".

    parts: the words without the article.
    """
    phrase = [part.lower() for part in parts]
    if not heads.is_role(heads.head_of(phrase)):
        return False  # as mostly
    words = heads.words
    return all(
        heads.is_role(word) or words.has("portfolios", word) or words.has("name_joints", word)
        for word in phrase
    )
