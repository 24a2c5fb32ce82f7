"""Who speaks for somebody who has just denied: "Norrland denied this. “No gun was fired,” a
spokesman said."
"""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens
from .defence import STEM, Defence
from .negations import Negation

SPOKEN = 3  # sentences from a body's denial to who speaks for it


class Spokespeople:
    """Tells which statements of one document are made for a body that denies."""

    def __init__(self, tokens: Tokens, words: Lexicon, defence: Defence) -> None:
        self.tokens, self.words, self.defence = tokens, words, defence

    def has(self, found: Negation, statement: Statement) -> bool:
        """Say whether somebody speaks for who denied just before."""
        item = statement.attribution
        number, denying = statement.sentence, self.defence.denying
        if item.source is None or not (found.whole or self._names_denier(statement)):
            return False
        near = [denying[at] for at in range(number - SPOKEN, number) if at in denying]
        if not near or not (number - 1 in denying or self.defence.has(statement)):
            return False
        tokens = self.tokens
        begin, end = (bisect_left(tokens.starts, at) for at in item.source)
        if self._speaks_for_others(begin, end, near):
            return False
        first, last = tokens.spans[statement.sentence]
        beside = [
            *tokens.words[first : statement.begin],
            *tokens.words[statement.end : last],
            *tokens.words[begin:end],
        ]
        return self.words.has_any("advocates", beside)

    def _speaks_for_others(self, begin: int, end: int, deniers: list[str]) -> bool:
        """Say whether a source speaks for another body by name: "a spokesman for Lim Police"."""
        mark = self.tokens.kinds.find("pN", begin, end)
        if mark < 0:
            return False
        body = {word[:STEM] for word in self.tokens.words[mark + 1 : end]}
        return body.isdisjoint(word[:STEM] for name in deniers for word in name.lower().split())

    def _names_denier(self, statement: Statement) -> bool:
        """Say whether who has just denied is the subject: "Selvia denied it. “Selvia does not"."""
        denier = self.defence.pointing.get(statement.sentence - 1)
        first = self.tokens.words[statement.begin]
        if denier is None or self.tokens.verbs_known:
            return denier is not None and denier.lower()[:STEM] == first[:STEM]
        # In Hebrew and Arabic the article is written together with its noun.
        return denier.lower()[:STEM] in (first[:STEM], first[1 : STEM + 1], first[2 : STEM + 2])
