"""Fields that take what they say and nothing that merely resembles it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.wording import FORBIDDEN
from claims.moments import in_utc

RFC3339 = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:([Zz])|([+ -])(\d\d:\d\d))"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SHA256 = r"^[0-9a-f]{64}$"


def forbidden(text: str) -> str | None:
    """Return a sentence about the first character that PostgreSQL or XML cannot hold, if any."""
    if (found := FORBIDDEN.search(text)) is None:
        return None
    return _("Character {place} is U+{code:04X}, which cannot be kept. Remove it.").format(
        place=found.start() + 1, code=ord(found.group())
    )


class Text(serializers.CharField):
    """A string: a number does not pass for one, nor does text that could not be kept."""

    default_error_messages = {"invalid": lazy("Give a string.")}

    def run_validation(self, data: Any = serializers.empty) -> Any:
        # The own check comes first, since it says where the character stands.
        if isinstance(data, str):
            if sentence := forbidden(data):
                raise serializers.ValidationError(sentence, code="forbidden")
        elif data is not None and data is not serializers.empty:
            self.fail("invalid")
        return super().run_validation(data)


class Choice(serializers.ChoiceField):
    """One of a set of strings; a refusal names them."""

    default_error_messages = {"invalid_choice": lazy("Choose from: {known}.")}

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str):
            self.fail("invalid_choice")
        return super().to_internal_value(data)

    def fail(self, key: str, **details: Any) -> None:
        super().fail(key, known=", ".join(map(str, self.choices)), **details)


class Whole(serializers.IntegerField):
    """A JSON number without a fraction."""

    default_error_messages = {"invalid": lazy("Give a whole number.")}

    def to_internal_value(self, data: Any) -> int:
        # JSON knows one kind of number: 4.0 is whole, too.
        if type(data) is float and data.is_integer():
            data = int(data)
        if type(data) is not int:
            self.fail("invalid")
        return super().to_internal_value(data)


class YesNo(serializers.BooleanField):
    """JSON true or false."""

    default_error_messages = {"invalid": lazy("Give true or false.")}

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid")
        return data


class Id(serializers.UUIDField):
    """A UUID in its usual form with hyphens."""

    default_error_messages = {"invalid": lazy("Give an id, as this API writes them.")}

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str) or len(data) != 36:
            self.fail("invalid")
        return super().to_internal_value(data)


@extend_schema_field({"type": "string", "format": "date-time"})
class Moment(serializers.Field):
    """A time as RFC 3339, its offset included."""

    default_error_messages = {
        "invalid": lazy(
            "Give a time with its offset, such as 2026-11-20T09:30:00Z or "
            "2026-11-20T09:30:00+02:00 (in a query, + is written %2B)."
        )
    }

    def to_internal_value(self, data: Any) -> datetime:
        return read_moment(data) or self.fail("invalid")

    def to_representation(self, value: datetime) -> str:
        return value.isoformat()


@extend_schema_field({"type": "string", "format": "date"})
class Day(serializers.Field):
    """A date as YYYY-MM-DD."""

    default_error_messages = {"invalid": lazy("Give a date as YYYY-MM-DD.")}

    def to_internal_value(self, data: Any) -> date:
        if not isinstance(data, str) or not DAY.fullmatch(data):
            self.fail("invalid")
        try:
            return date.fromisoformat(data)
        except ValueError:
            self.fail("invalid")

    def to_representation(self, value: date) -> str:
        return value.isoformat()


def read_moment(text: Any) -> datetime | None:
    """Return the time that an RFC 3339 text names, or None for anything else.

    A blank where the sign of the offset belongs is a `+` that a query string has unpacked.
    """
    match = RFC3339.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        return None
    day, clock, zulu, sign, offset = match.groups()
    offset = "+00:00" if zulu else f"{'+' if sign == ' ' else sign}{offset}"
    try:
        return in_utc(datetime.fromisoformat(f"{day}T{clock}{offset}"))
    except ValueError:
        return None
