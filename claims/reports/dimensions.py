"""What rows are counted by: claimant, topic, outlet, rating and the choices of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, Func, JSONField, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from claims.models import Claimant, Rating, Side, Topic

NONE = lazy("None named")
Names = Callable[[Iterable[str]], dict[str, str]]


def as_they_are(values: Iterable[str]) -> dict[str, str]:
    return {value: value for value in values}


def days(values: Iterable[str]) -> dict[str, str]:
    """Return days, given as 2026-11-23, as the reader writes them."""
    return {
        value: date_format(date.fromisoformat(value[:10]), "SHORT_DATE_FORMAT")
        for value in values
        if value
    }


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something that rows are sorted into, by a text value; an empty one means "none".

    expression: gives the value. pick: the rows of one value, where the expression cannot be
    filtered by. order: the values in the order they are shown; else the largest come first.
    is_many: a row can have several values and then counts under each.
    is_sequence: the values follow one another, as weeks do. is_scale: as columns, they stand in
    the order in which `names` gives them.
    """

    label: str | Promise
    expression: Any
    names: Names = as_they_are
    pick: Callable[[str], Q] | None = None
    order: tuple[str, ...] = ()
    none: str | Promise = NONE
    is_many: bool = False
    is_sequence: bool = False
    is_scale: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether the values stand in other tables, several for one row."""
        return self.is_many and self.pick is None

    @property
    def is_ranked(self) -> bool:
        """Whether the largest values come first."""
        return not (self.order or self.is_sequence)


def text_of(path: str) -> Coalesce:
    """Return the value of a column as text, empty for null."""
    return Coalesce(Cast(F(path), TextField()), Value(""), output_field=TextField())


def of_choices(label: str | Promise, path: str, choices: Iterable[tuple[str, Any]]) -> Dimension:
    """Return a dimension over a column with choices, in their order."""
    worded = list(choices)
    return Dimension(
        label,
        text_of(path),
        names=lambda values: {str(value): str(name) for value, name in worded},
        order=tuple(str(value) for value, _name in worded),
    )


def claimants(values: Iterable[str]) -> dict[str, str]:
    """Return the names of claimants by id."""
    ids = [value for value in values if value]
    rows = Claimant.objects.filter(pk__in=ids).values_list("pk", "name")
    return {str(key): name for key, name in rows}


def sides(values: Iterable[str]) -> dict[str, str]:
    return dict(Side.objects.filter(pk__in=list(values)).values_list("key", "name"))


def topics(values: Iterable[str]) -> dict[str, str]:
    return dict(Topic.objects.filter(slug__in=list(values)).values_list("slug", "name"))


def ratings(values: Iterable[str]) -> dict[str, str]:
    """Return the labels of ratings by key, of the newest scale that has the key, in its order."""
    rows = Rating.objects.filter(key__in=list(values)).order_by("-scale__version", "order")
    labels: dict[str, str] = {}
    for key, label in rows.values_list("key", "label"):
        labels.setdefault(key, label)
    return labels


def of_claimant(path: str = "claimant_id") -> Dimension:
    return Dimension(lazy("Claimant"), text_of(path), names=claimants)


def of_side() -> Dimension:
    """Sides of the claimants of claims; empty for a claimant without one, or no claimant."""
    return Dimension(lazy("Side"), text_of("claimant__side_id"), names=sides)


def of_outlet(path: str = "") -> Dimension:
    """Outlets of the articles of a claim. path: from the row to its claim, with `__` behind."""
    column = f"{path}mentions__snapshot__article__source__domain"
    return Dimension(lazy("Outlet"), text_of(column), is_many=True)


def of_list(label: str | Promise, column: str, names: Names = as_they_are) -> Dimension:
    """Each text of a JSON list in a column of the row itself."""
    whole = Case(
        When(**{column: []}, then=Value([""], JSONField())),
        default=F(column),
        output_field=JSONField(),
    )
    each = Func(
        whole,
        function="jsonb_array_elements_text",
        set_returning=True,
        output_field=TextField(),
    )
    return Dimension(
        label,
        each,
        names=names,
        pick=lambda value: Q(**{f"{column}__contains": [value]} if value else {column: []}),
        is_many=True,
    )


def of_codes(label: str | Promise, column: str, names: Names = as_they_are) -> Dimension:
    """Each code of an array column; rows without any are left out."""
    each = Func(F(column), function="unnest", set_returning=True, output_field=TextField())
    return Dimension(
        label,
        each,
        names=names,
        pick=lambda value: Q(**{f"{column}__contains": [value]}),
        is_many=True,
    )


RATING = Dimension(lazy("Rating"), text_of("rating_key"), names=ratings, is_scale=True)
PUBLIC_TOPIC = of_list(lazy("Topic"), "topics", topics)
PUBLIC_OUTLET = of_list(lazy("Outlet"), "outlets")
