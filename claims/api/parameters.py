"""Query parameters: each address names its own, and anything else is refused."""

from __future__ import annotations

import copy
import math
import re
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from rest_framework import serializers
from rest_framework.request import Request

from claims.api.errors import BadParameters
from claims.api.fields import forbidden

DECIMAL = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")
PAGE = 50  # rows of a page when the client does not say
LARGEST_PAGE = 100


class Number(serializers.IntegerField):
    """A whole number in plain digits, as a query string carries it."""

    def to_internal_value(self, data: str) -> int:
        if not (data.isascii() and data.lstrip("-").isdecimal() and len(data) <= 18):
            self.fail("invalid")
        return int(data)


class Fraction(serializers.FloatField):
    """A finite number in plain or scientific notation."""

    def to_internal_value(self, data: str) -> float:
        if not DECIMAL.fullmatch(data) or not math.isfinite(float(data)):
            self.fail("invalid")
        return float(data)


class Flag(serializers.BooleanField):
    """`true` or `false`."""

    default_error_messages = {"invalid": lazy("Give true or false.")}

    def to_internal_value(self, data: str) -> bool:
        if data not in ("true", "false"):
            self.fail("invalid")
        return data == "true"


class Parameters(serializers.Serializer):
    """What one address takes in its query string."""

    def get_fields(self) -> dict[str, serializers.Field]:
        # A field holds nothing of a request, so a shallow copy will do. The deep one that DRF
        # makes would take longer than the page that is asked for.
        return {name: copy.copy(field) for name, field in self._declared_fields.items()}

    @classmethod
    def of(cls, request: Request) -> dict[str, Any]:
        """Return the parameters that the client gave, as Python values; absent ones are left out.

        Raises BadParameters for one that is unknown, empty, repeated without being a list, holds
        a character that cannot be kept, or has a wrong value.
        """
        given = request.query_params
        reader = cls(data={}, context={"request": request})
        lists = {
            name
            for name, field in reader.fields.items()
            if isinstance(field, serializers.ListField)
        }
        reader.initial_data = {
            name: values if name in lists else values[0] for name, values in given.lists()
        }
        problems = reader.problems_of_form(given)
        if not problems and not reader.is_valid():
            problems = [(name, str(first_sentence(said))) for name, said in reader.errors.items()]
        if problems:
            raise BadParameters(problems)
        return dict(reader.validated_data)

    def problems_of_form(self, given: QueryDict) -> list[tuple[str, str]]:
        """Return what is wrong with the names and the bare text, as (parameter, sentence)."""
        problems = []
        for name, values in given.lists():
            field = self.fields.get(name)
            if field is None:
                known = ", ".join(self.fields) or _("none")
                sentence = _("Unknown parameter. Known here: {known}.").format(known=known)
            elif any(value == "" for value in values):
                sentence = _("Empty: give a value, or leave the parameter out.")
            elif len(values) > 1 and not isinstance(field, serializers.ListField):
                sentence = _("Given more than once.")
            else:
                sentence = forbidden("".join(values))
            if sentence:
                problems.append((name[:100], sentence))
        return problems


class Paged(Parameters):
    """An address that answers page by page."""

    page_size = Number(
        min_value=1,
        max_value=LARGEST_PAGE,
        default=PAGE,
        help_text=f"Items of a page, 1 to {LARGEST_PAGE}; {PAGE} without it.",
    )
    cursor = serializers.CharField(
        required=False,
        max_length=500,
        help_text="Where to go on: part of `next` as it was answered. Opaque.",
    )


def first_sentence(said: Any) -> Any:
    """Return the first sentence of DRF's nested errors."""
    while isinstance(said, dict | list):
        said = next(iter(said.values() if isinstance(said, dict) else said))
    return said
