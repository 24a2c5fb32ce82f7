"""The query parameters of each list."""

from __future__ import annotations

import copy

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers

from claims.api.fields import Choice, Day, Id, Moment, Text, read_moment
from claims.api.parameters import Fraction, Paged, Parameters
from claims.api.serializers.published import PublishedClaim
from claims.models import Kind

MEMBERS = tuple(PublishedClaim().fields)


# Filters whose index holds what is public now and no past state.
NOW_ONLY = {"q", "figure_from", "figure_to", "unit"}


class Members(Text):
    """Names of members, with commas between them."""

    def to_internal_value(self, data: str) -> list[str]:
        names = [name.strip() for name in super().to_internal_value(data).split(",")]
        unknown = [name for name in names if name not in MEMBERS]
        if unknown:
            raise serializers.ValidationError(
                _("{unknown} is no member of a claim. Choose from: {known}.").format(
                    unknown=unknown[0][:50] or '""', known=", ".join(MEMBERS)
                )
            )
        return names


MEMBERS_ASKED = Members(
    required=False,
    max_length=1000,
    help_text="Only these members of each claim, such as `id,text,rating,url`.",
)


class Sparse(Parameters):
    """An address that answers with some members of a claim alone, when asked."""

    def get_fields(self) -> dict[str, serializers.Field]:
        # As an attribute, `fields` would hide the serializer's own.
        return {**super().get_fields(), "fields": copy.copy(MEMBERS_ASKED)}


def as_of() -> Moment:
    return Moment(
        required=False,
        help_text="What was published at that time (RFC 3339). Newest change first.",
    )


class Past(Parameters):
    """An address that can be asked about a past time."""

    def validate_as_of(self, value):
        if value > timezone.now():
            raise serializers.ValidationError(_("This lies in the future."))
        return value


class OneClaimQuery(Past, Sparse):
    as_of = as_of()


class ExportQuery(Parameters):
    """Filters of published claims. Of a repeated one, any value may hold."""

    q = Text(
        required=False, max_length=200, help_text="Words in headline, claim, summary, claimant."
    )
    rating = serializers.ListField(
        child=Text(max_length=40), required=False, help_text="Key of a rating, such as `false`."
    )
    claimant = serializers.ListField(child=Id(), required=False, help_text="Id of a claimant.")
    topic = serializers.ListField(
        child=Text(max_length=80), required=False, help_text="Slug of a topic."
    )
    outlet = serializers.ListField(
        child=Text(max_length=253),
        required=False,
        help_text="Host of an outlet in whose article it was said, such as `example.org`.",
    )
    language = serializers.ListField(
        child=Text(max_length=10), required=False, help_text="As `en`."
    )
    kind = serializers.ListField(child=Choice(Kind.choices), required=False)
    said_from = Day(required=False, help_text="Said on this day or later.")
    said_to = Day(required=False, help_text="Said on this day or earlier.")
    figure_from = Fraction(required=False, help_text="A number in a quote is this or more.")
    figure_to = Fraction(required=False, help_text="The same number is this or less.")
    unit = Text(required=False, max_length=40, help_text="Unit of that number, such as `percent`.")
    published_from = Moment(required=False, help_text="First published then or later.")
    published_to = Moment(required=False, help_text="First published before then.")


class ClaimQuery(ExportQuery, Paged, Past, Sparse):
    """What the list of published claims takes."""

    updated_since = Text(
        required=False,
        max_length=500,
        help_text="Everything that changed since: a time (RFC 3339) or `next_updated_since` as it "
        "was answered. In the order of change, the time itself included, with tombstones.",
    )
    as_of = as_of()

    def validate_updated_since(self, value: str):
        return read_moment(value) or value

    def validate(self, given):
        if "updated_since" in given:
            others = set(given) - {"updated_since", "cursor", "page_size", "fields"}
            if others:
                raise serializers.ValidationError(
                    {
                        name: _("Cannot be used with updated_since, which tells of every change.")
                        for name in sorted(others)
                    }
                )
        if "as_of" in given and (found := NOW_ONLY & set(given)):
            raise serializers.ValidationError(
                {name: _("Cannot be used with as_of: it is known only for now.") for name in found}
            )
        return given
