"""Counts each figure once for an answer that needs it several times."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from uuid import UUID

from claims.reports.figures import Counting, Counts, Figure, Pair, live
from claims.reports.scope import Scope


class Remembered:
    """A way of counting that keeps what it has counted, for tables and for shares above them."""

    def __init__(self, count: Counting) -> None:
        self.count = count
        self.found: dict[tuple[Any, ...], Counts] = {}
        self.columns: dict[tuple[Any, ...], Pair] = {}
        self.passing: dict[tuple[Any, ...], tuple[UUID, ...] | None] = {}

    def __call__(
        self,
        figure: Figure,
        scope: Scope,
        *,
        most: int | None = None,
        only: Collection[str] | None = None,
    ) -> Counts:
        if self.count is live:
            return self._live(figure, scope)
        if most is not None and not figure.by.is_ranked:
            most = None  # all lines are needed, to be put in their order
        key = (figure.key, scope, most, None if only is None else frozenset(only))
        if key not in self.found:
            self.found[key] = self.count(figure, scope, most=most, only=only)
        return self.found[key]

    def _live(self, figure: Figure, scope: Scope) -> Counts:
        """Count a figure whole, and for what it is compared with in the same reading."""
        if (figure.key, scope) not in self.found:
            scope = self._narrowed(scope)
            if figure.together is not None:
                pairs = figure.together(scope)
            elif figure.compares:
                # Figures of the same rows have the same columns.
                same = (figure.rows, id(figure.split), scope)
                pair = figure.pair(scope, self.columns.get(same))
                self.columns[same] = (pair[0].columns, pair[1].columns)
                pairs = {figure.key: pair}
            else:
                pairs = {figure.key: (figure.counts(scope), Counts({}, {}))}
            for key, (now, then) in pairs.items():
                self.found[key, scope], self.found[key, scope.before()] = now, then
        return self.found[figure.key, scope]

    def _narrowed(self, scope: Scope) -> Scope:
        """Return a scope with the claims that pass its filters, where few do.

        They are the same for any range.
        """
        if scope.is_brief or set(scope.filters) <= {"language"}:
            return scope
        asked = tuple(scope.filters.items())
        if asked not in self.passing:
            self.passing[asked] = scope.found().claims
        return replace(scope, claims=self.passing[asked])
