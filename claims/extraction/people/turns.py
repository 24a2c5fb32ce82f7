"""Who spoke in one document, in order: what a pronoun and "the minister" may lead back to."""

from __future__ import annotations

from dataclasses import dataclass

from ..attribution import Attribution, Span
from .known_names import Name

TURNS = 40  # turns, and parts of one, that are looked through


@dataclass(slots=True)
class Turn:
    """Somebody who spoke, where, and what was said."""

    speaker: str
    at: int
    name: Name | None
    said: Attribution
    contents: list[Span]

    @property
    def last_at(self) -> int:
        """Where the last of what was said begins."""
        return max(self.at, self.contents[-1][0]) if self.contents else self.at

    def told(self, at: int) -> bool:
        """Say whether a code point lies in what was said."""
        for start, end in self.contents[-TURNS:]:  # noqa: SIM110 - a generator takes twice as long
            if start <= at < end:
                return True
        return False
