"""What an English text is parted into; tests of clauses share these."""

from __future__ import annotations

from claims.extraction import find_claims


def texts(text: str) -> list[str]:
    """The statements of a text, as they are worded there."""
    return [claim.text for claim in find_claims(text, "en")]


def by(text: str) -> list[tuple[str | None, str]]:
    """The same, each behind who says it."""
    return [(claim.speaker, claim.text) for claim in find_claims(text, "en")]
