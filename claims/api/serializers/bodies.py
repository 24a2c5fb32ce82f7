"""What the workflow verbs take in their bodies."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from rest_framework import serializers

from claims.accounts.models import User
from claims.api.fields import SHA256, Choice, Day, Id, Moment, Text, Whole, YesNo
from claims.models import Claimant, Confidence, CorrectionType, Kind, Media, Rating, Said, Topic
from claims.models.claim import DismissalReason
from claims.models.evidence import Evidence
from claims.models.verdict import ReturnReason


class Body(serializers.Serializer):
    """A JSON object whose members are all known."""

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        given = data if isinstance(data, dict) else {}
        unknown = [name for name in given if name not in self.fields]
        if unknown:
            known = ", ".join(self.fields) or _("none")
            sentence = _("Unknown member. Known here: {known}.").format(known=known)
            raise serializers.ValidationError({str(name): sentence for name in unknown[:10]})
        return super().to_internal_value(data)


class Nothing(Body):
    """This verb takes nothing: send `{}` or no body."""


class Found:
    """A field whose value names a row: it is looked up once all else about it holds."""

    rows: QuerySet
    key: str
    unknown: str | Promise

    def run_validation(self, data: Any = serializers.empty) -> Any:
        value = super().run_validation(data)
        if value is None:
            return None
        row = self.rows.all().filter(**{self.key: value}).first()
        if row is None:
            raise serializers.ValidationError(self.unknown)
        return row


class RatingByKey(Found, Text):
    """A rating of the current scale, by its key."""

    rows = Rating.objects.filter(scale__is_current=True, retired_at=None)
    key = "key"
    unknown = lazy("No rating in use has this key.")


class ClaimantById(Found, Id):
    rows = Claimant.objects.all()
    key = "pk"
    unknown = lazy("There is no claimant with this id.")


class TopicBySlug(Found, Text):
    rows = Topic.objects.all()
    key = "slug"
    unknown = lazy("There is no topic with this slug.")


class PersonById(Found, Whole):
    rows = User.objects.filter(is_active=True)
    key = "pk"
    unknown = lazy("There is no active colleague with this id.")


def words(most: int, *, required: bool = False, **more: Any) -> Text:
    return Text(max_length=most, required=required, allow_blank=not required, **more)


def version() -> Whole:
    return Whole(
        required=False,
        min_value=1,
        max_value=2**31 - 1,
        help_text="The version you saw. If there is a newer one, nothing is saved: 409 shows it.",
    )


class DismissBody(Body):
    reason = Choice(DismissalReason.choices)
    note = words(1000)


class DuplicateBody(Body):
    of = Id(help_text="The claim that it repeats.")


class ReasonBody(Body):
    reason = words(500, required=True)


class LongReasonBody(Body):
    reason = words(2000, required=True, help_text="Readers see it.")


class OptionalReasonBody(Body):
    reason = words(1000)


class OptionalNoteBody(Body):
    note = words(1000)


class EditBody(Body):
    version = version()
    text = Text(max_length=2000, required=False)
    kind = Choice(Kind.choices, required=False)
    language = Text(max_length=10, required=False)
    claimant = ClaimantById(required=False, allow_null=True)
    said_on = Day(required=False, allow_null=True)
    topics = serializers.ListField(child=TopicBySlug(max_length=80), required=False, max_length=50)


class AssignBody(Body):
    """What is left out stays as it is; null takes it away."""

    assignee = PersonById(
        required=False, allow_null=True, min_value=1, max_value=2**63 - 1, help_text="Their id."
    )
    priority = Whole(required=False, min_value=0, max_value=3)
    deadline = Moment(required=False, allow_null=True)


class CommentBody(Body):
    body = Text(max_length=5000)


class DraftBody(Body):
    """What is left out stays as it is."""

    version = version()
    rating = RatingByKey(required=False, allow_null=True, max_length=40, help_text="Its key.")
    said = Choice(Said.choices, required=False, allow_blank=True)
    confidence = Choice(Confidence.choices, required=False, allow_blank=True)
    headline = words(200)
    summary = words(1000)
    rationale = words(50_000, help_text="Markdown. Cite evidence by its number: [1].")
    media = Choice(Media.choices, required=False, allow_blank=True)
    media_original = words(2000, help_text="Address of the unchanged image or video.")
    media_context = words(1000, help_text="What the original shows.")
    correction_type = Choice(CorrectionType.choices, required=False)
    public_note = words(2000)


class SubmitBody(Body):
    version = version()


class ReturnBody(Body):
    reason = Choice(ReturnReason.choices)
    note = words(5000, required=True)


class ApproveBody(Body):
    content_hash = serializers.RegexField(
        SHA256, help_text="Of the document that you read. Another one is answered by 409."
    )


class PublishBody(Body):
    content_hash = serializers.RegexField(SHA256, required=False)


class CorrectionBody(Body):
    correction_type = Choice(CorrectionType.choices)
    public_note = words(2000)


class EnterBody(Body):
    """A claim entered by hand; with an article, from the words at start to end."""

    text = Text(max_length=2000, required=False, allow_blank=True)
    article = Id(required=False, help_text="Its newest wording is meant.")
    start = Whole(required=False, min_value=0, max_value=2**31 - 1)
    end = Whole(required=False, min_value=1, max_value=2**31 - 1)
    kind = Choice(Kind.choices, required=False)
    claimant = ClaimantById(required=False, allow_null=True)
    language = Text(max_length=10, required=False)
    said_on = Day(required=False, allow_null=True)


class EvidenceBody(Body):
    """A page by its address. Hand a file in as multipart/form-data with the part `file`."""

    title = Text(max_length=300)
    kind = Choice(Evidence.Kind.choices)
    stance = Choice(Evidence.Stance.choices)
    url = Text(max_length=2000, required=False)
    publisher = words(200)
    published_on = Day(required=False, allow_null=True)
    quote = words(5000)
    note = words(5000)
    independence = Choice(Evidence.Independence.choices, required=False)
    is_protected_source = YesNo(required=False)
    archive_url = words(2000)


class EvidenceChangeBody(Body):
    """What is left out stays as it is."""

    title = Text(max_length=300, required=False)
    kind = Choice(Evidence.Kind.choices, required=False)
    stance = Choice(Evidence.Stance.choices, required=False)
    publisher = words(200)
    published_on = Day(required=False, allow_null=True)
    quote = words(5000)
    note = words(5000)
    independence = Choice(Evidence.Independence.choices, required=False)
    is_protected_source = YesNo(required=False)
    archive_url = words(2000)


class WithdrawBody(Body):
    reason = words(300, required=True)
