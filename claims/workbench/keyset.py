"""Pages of a long list, found by where the last one ended instead of by counting rows.

A page costs the same at the top and a million rows down: for each field of the order one bounded
look into its index, all in one query, and a second query for the rows themselves.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import OrderBy

MAX_CURSOR = 600  # characters; a longer one is not ours


@dataclass(frozen=True, slots=True)
class Order:
    """Fields to sort by, `-` for falling; the last one is unique.

    may_be_empty: fields in which an empty value comes after all others. reckoned: numbers that
    the query reckons and no column holds.
    """

    name: str
    fields: tuple[str, ...]
    may_be_empty: frozenset[str] = frozenset()
    reckoned: frozenset[str] = frozenset()

    @property
    def names(self) -> list[str]:
        return [name.removeprefix("-") for name in self.fields]

    def is_rising(self, position: int, *, backwards: bool) -> bool:
        return self.fields[position].startswith("-") == backwards

    def expressions(self, *, backwards: bool) -> list[OrderBy]:
        """What to give to order_by."""
        return [
            OrderBy(
                F(name),
                descending=not self.is_rising(position, backwards=backwards),
                nulls_first=True if backwards and name in self.may_be_empty else None,
                nulls_last=True if not backwards and name in self.may_be_empty else None,
            )
            for position, name in enumerate(self.names)
        ]

    def sort(self, keys: list[tuple[Any, ...]], *, backwards: bool) -> None:
        """Sort rows of values in place, as the database would."""
        for position in reversed(range(len(self.fields))):
            rising = self.is_rising(position, backwards=backwards)
            there = [key for key in keys if key[position] is not None]
            empty = [key for key in keys if key[position] is None]
            there.sort(key=lambda key, at=position: key[at], reverse=not rising)
            keys[:] = empty + there if backwards else there + empty


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page, and the cursors of its neighbours (empty where there is none)."""

    rows: list[Any] = field(default_factory=list)
    next: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page starts: the values of the row next to it, and which way to go."""

    values: tuple[Any, ...]
    backwards: bool


def page(rows: QuerySet, order: Order, *, cursor: str = "", size: int = 50) -> Page:
    """Return one page of `rows` in `order`, from where `cursor` points, in two queries.

    A cursor that is damaged or belongs to another order starts the list anew.
    """
    place = read_cursor(cursor, order, rows.model)
    backwards = place is not None and place.backwards
    keys = _keys(rows, order, place, size + 1)
    has_more = len(keys) > size
    keys = keys[:size]
    if not keys:
        return Page()
    if backwards:
        keys.reverse()
    found = {row.pk: row for row in rows.filter(pk__in=[key[-1] for key in keys])}
    return Page(
        [found[key[-1]] for key in keys if key[-1] in found],
        next=write_cursor(order, keys[-1]) if has_more or backwards else "",
        previous=write_cursor(order, keys[0], backwards=True)
        if (has_more if backwards else place is not None)
        else "",
    )


def neighbour(rows: QuerySet, order: Order, row: Model, *, backwards: bool = False) -> Any:
    """Return the key of the row next to `row` in the list, or None at its end, in one query.

    `row` itself need not be in the list any more: its values say where it would stand.
    """
    values = tuple(getattr(row, "pk" if name == "id" else name) for name in order.names)
    keys = _keys(rows, order, Place(values, backwards), 1)
    return keys[0][-1] if keys else None


def _keys(rows: QuerySet, order: Order, place: Place | None, limit: int) -> list[tuple[Any, ...]]:
    """Return the sort values of the next `limit` rows; the last value of each is the key."""
    backwards = place is not None and place.backwards
    plain = rows.select_related(None).prefetch_related(None)
    plain = plain.order_by(*order.expressions(backwards=backwards)).values_list(*order.names)
    if place is None:
        return list(plain[:limit])
    first, *others = [plain.filter(step)[:limit] for step in _steps(order, place)]
    keys = list(first.union(*others, all=True)) if others else list(first)
    order.sort(keys, backwards=backwards)
    return keys[:limit]


def _steps(order: Order, place: Place) -> Iterator[Q]:
    """Yield conditions that share no row and together are all that follows the place."""
    names = order.names
    for position in reversed(range(len(names))):
        same = Q(**dict(zip(names[:position], place.values[:position], strict=True)))
        name, value = names[position], place.values[position]
        rising = order.is_rising(position, backwards=place.backwards)
        if value is not None:
            yield same & Q(**{f"{name}__{'gt' if rising else 'lt'}": value})
            if name in order.may_be_empty and not place.backwards:
                yield same & Q(**{f"{name}__isnull": True})
        elif place.backwards:
            yield same & Q(**{f"{name}__isnull": False})


def write_cursor(order: Order, values: tuple[Any, ...], *, backwards: bool = False) -> str:
    """Return a place as text for an address."""
    plain = [value if isinstance(value, int | float | None) else str(value) for value in values]
    packed = json.dumps([order.name, int(backwards), *plain], separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def read_cursor(cursor: str, order: Order, model: type[Model]) -> Place | None:
    """Return the place that a cursor names, or None where it names none in this order."""
    if not cursor or len(cursor) > MAX_CURSOR:
        return None
    try:
        packed = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
        name, backwards, *plain = json.loads(packed)
        if name != order.name or len(plain) != len(order.fields):
            return None
        values = tuple(
            _value(order, model, field_name, value)
            for field_name, value in zip(order.names, plain, strict=True)
        )
    except (ValueError, TypeError, UnicodeError, binascii.Error, ValidationError):
        return None
    return Place(values, bool(backwards))


def _value(order: Order, model: type[Model], name: str, value: Any) -> Any:
    if value is None and name in order.may_be_empty:
        return None
    if name in order.reckoned:
        number = float(value)
        if not math.isfinite(number):
            raise ValueError(f"{name} is no number.")
        return number
    return model._meta.get_field(name).clean(value, None)
