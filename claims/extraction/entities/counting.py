"""Votes for the kinds of names: added up, and what most of them are for."""

from __future__ import annotations

Votes = dict[str, float]  # kind -> weight of what speaks for it
Counts = dict[str, Votes]  # name -> its votes

ENOUGH = 0.6  # votes for a kind to be shown


def add(votes: Votes, kind: str, weight: float) -> None:
    votes[kind] = votes.get(kind, 0.0) + weight


def leading(votes: Votes) -> str | None:
    """The kind with the most votes, however few."""
    return max(votes, key=votes.__getitem__) if votes else None


def best(votes: Votes, enough: float = ENOUGH) -> str | None:
    """The kind with the most votes, if they are enough."""
    if not votes:
        return None
    kind = max(votes, key=votes.__getitem__)
    return kind if votes[kind] >= enough else None
