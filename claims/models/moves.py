"""The pairs of states that may follow one another. The triggers and the verbs both read them."""

from __future__ import annotations

CLAIM_STARTS = ("candidate", "queued")

CLAIM_MOVES: dict[str, tuple[str, ...]] = {
    "candidate": ("queued", "dismissed", "duplicate"),
    "queued": ("in_progress", "dismissed", "duplicate"),
    "in_progress": ("queued", "dismissed", "duplicate", "checked"),
    "checked": ("in_progress", "queued"),
    "dismissed": ("queued",),
    "duplicate": ("queued",),
}

# Undo restores what was before an accept, a dismissal or a merge, and only together with the
# event that it undoes.
CLAIM_UNDO_MOVES: dict[str, tuple[str, ...]] = {
    "queued": ("candidate",),
    "dismissed": ("candidate", "in_progress"),
    "duplicate": ("candidate", "in_progress"),
}

VERDICT_MOVES: dict[str, tuple[str, ...]] = {
    "draft": ("submitted", "abandoned"),
    "submitted": ("draft", "changes_requested", "approved", "abandoned"),
    "changes_requested": ("draft", "abandoned"),
    "approved": ("published", "draft", "abandoned"),
    "published": ("superseded", "retracted"),
    "superseded": (),
    "retracted": (),
    "abandoned": (),
}

# A claim has at most one verdict in these states, and at most one published.
VERDICT_OPEN = ("draft", "submitted", "changes_requested", "approved")
# The text of a verdict in these states is what somebody was asked to read: it does not change.
VERDICT_FROZEN = ("submitted", "approved", "published", "superseded", "retracted")
VERDICT_ONCE_PUBLIC = ("published", "superseded", "retracted")


def pairs(moves: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return the table as (from, to) pairs."""
    return [(before, after) for before, afters in moves.items() for after in afters]
