"""The desk's view of its records, for the people who work there and programs with `read_desk`."""

from __future__ import annotations

from typing import Any

from django.db.models import Choices
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.models import Article
from claims.accounts.models import User
from claims.api.permissions import is_program
from claims.models import (
    Capture,
    Claim,
    Claimant,
    Comment,
    Confidence,
    CorrectionType,
    Event,
    Evidence,
    Media,
    Mention,
    Quantity,
    Rating,
    Said,
    Topic,
    Verdict,
)
from claims.models.claim import DismissalReason
from claims.models.verdict import ReturnReason


class MaybeChoice(serializers.ChoiceField):
    """One of the choices, or null where none was made."""

    def __init__(self, choices: type[Choices], **kwargs: Any) -> None:
        super().__init__(choices=choices.choices, allow_null=True, **kwargs)

    def to_representation(self, value: str) -> str | None:
        return value or None


class MaybeAddress(serializers.URLField):
    """An address, or null where there is none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_null=True, **kwargs)

    def to_representation(self, value: str) -> str | None:
        return value or None


class Colleague(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["id", "name"]


class DeskTopic(serializers.ModelSerializer):
    class Meta:
        model = Topic
        fields = ["slug", "name"]


class DeskClaimant(serializers.ModelSerializer):
    class Meta:
        model = Claimant
        fields = ["id", "name", "kind", "role", "aliases", "same_as", "is_private_person"]


class DeskRating(serializers.ModelSerializer):
    class Meta:
        model = Rating
        fields = ["key", "label", "value"]


class DeskQuantity(serializers.ModelSerializer):
    class Meta:
        model = Quantity
        fields = [
            "start", "end", "text", "kind", "value", "low", "high", "from_value", "to_value",
            "change", "unit", "what", "period", "comparison", "approximate", "consistent",
        ]  # fmt: skip


class MentionArticle(serializers.ModelSerializer):
    outlet = serializers.CharField(source="source.name", default=None, allow_null=True)

    class Meta:
        model = Article
        fields = ["id", "headline", "canonical_url", "outlet", "published_at"]


class DeskMention(serializers.ModelSerializer):
    """One place where the claim was made, in Unicode code points of the snapshot."""

    article = MentionArticle(source="snapshot.article")
    snapshot_sha256 = serializers.CharField(source="snapshot.sha256")
    quantities = DeskQuantity(many=True)

    class Meta:
        model = Mention
        fields = [
            "id", "article", "snapshot_sha256", "quote", "start", "end", "segments",
            "sentence_start", "sentence_end", "speaker", "reported_by", "cue", "stance",
            "quotation", "quantities", "dates", "entities", "anchor",
        ]  # fmt: skip


class DeskCapture(serializers.ModelSerializer):
    url = MaybeAddress()

    class Meta:
        model = Capture
        fields = ["sha256", "media_type", "size", "way", "url", "file_name", "captured_at"]


class DeskEvidence(serializers.ModelSerializer):
    """What a checker found. A program sees of a protected source only that it exists."""

    url = MaybeAddress()
    archive_url = MaybeAddress()
    added_by = Colleague()
    captures = DeskCapture(many=True)

    class Meta:
        model = Evidence
        fields = [
            "id", "number", "kind", "stance", "is_protected_source", "title", "publisher", "url",
            "published_on", "quote", "note", "independence", "archive_url", "added_by", "added_at",
            "withdrawn_at", "withdrawn_reason", "captures",
        ]  # fmt: skip

    def to_representation(self, item: Evidence) -> dict[str, Any]:
        shown = super().to_representation(item)
        if item.is_protected_source and is_program(self.context["request"]):
            shown |= {"title": "", "publisher": "", "quote": "", "note": "", "captures": []}
            shown |= {"url": None, "archive_url": None, "published_on": None}
        return shown


class DeskVerdict(serializers.ModelSerializer):
    """One numbered revision. `version` rises with every save and is sent back when saving."""

    rating = DeskRating(allow_null=True)
    said = MaybeChoice(Said)
    confidence = MaybeChoice(Confidence)
    media = MaybeChoice(Media)
    media_original = serializers.CharField(help_text="Empty where it was not found.")
    correction_type = MaybeChoice(CorrectionType)
    return_reason = MaybeChoice(ReturnReason)
    authors = serializers.SerializerMethodField()
    submitted_by = Colleague(allow_null=True)
    returned_by = Colleague(allow_null=True)
    approved_by = Colleague(allow_null=True)
    published_by = Colleague(allow_null=True)
    corrects = serializers.IntegerField(source="corrects.number", default=None, allow_null=True)

    class Meta:
        model = Verdict
        fields = [
            "id", "number", "state", "version", "rating", "said", "confidence", "headline",
            "summary", "rationale", "media", "media_original", "media_context", "corrects",
            "correction_type", "public_note", "waiver_reason",
            "content_hash", "authors", "drafted_at", "saved_at", "submitted_by", "submitted_at",
            "returned_by", "returned_at", "return_reason", "return_note", "approved_by",
            "approved_at", "published_by", "published_at", "superseded_at", "retracted_at",
        ]  # fmt: skip

    @extend_schema_field(Colleague(many=True))
    def get_authors(self, verdict: Verdict) -> list[dict[str, Any]]:
        return [Colleague(row.user).data for row in verdict.authorships.all()]


class DeskComment(serializers.ModelSerializer):
    author = Colleague()

    class Meta:
        model = Comment
        fields = ["id", "author", "body", "created_at"]


class DeskEvent(serializers.ModelSerializer):
    """One entry of the claim's trail."""

    actor = Colleague(allow_null=True)

    class Meta:
        model = Event
        fields = ["position", "kind", "at", "actor", "subject", "from_state", "to_state", "hash"]


class DeskClaimCard(serializers.ModelSerializer):
    """A claim as the queue shows it."""

    claimant = DeskClaimant(allow_null=True)
    topics = DeskTopic(many=True)
    assignee = Colleague(allow_null=True)
    lease_by = Colleague(allow_null=True)
    reserved_for = Colleague(allow_null=True)
    dismissal_reason = MaybeChoice(DismissalReason)
    duplicate_of = serializers.UUIDField(source="duplicate_of_id", allow_null=True)
    open_verdict = serializers.SerializerMethodField()
    is_published = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = [
            "id", "text", "kind", "language", "claimant", "said_on", "topics", "state", "version",
            "worth", "reasons", "priority", "deadline", "assignee", "lease_by", "lease_until",
            "reserved_for", "reserved_until", "dismissal_reason", "duplicate_of", "mention_count",
            "open_verdict", "is_published", "created_at", "changed_at",
        ]  # fmt: skip

    @extend_schema_field(serializers.CharField(allow_null=True, help_text="Its state, if any."))
    def get_open_verdict(self, claim: Claim) -> str | None:
        return next((row.state for row in claim.open_verdicts), None)

    def get_is_published(self, claim: Claim) -> bool:
        return bool(claim.live_verdicts)


class DeskClaim(DeskClaimCard):
    """A claim with all that the desk knows of it, and what the asking person may do now."""

    mentions = DeskMention(many=True)
    evidence = DeskEvidence(many=True)
    verdicts = DeskVerdict(many=True)
    comments = DeskComment(many=True)
    events = DeskEvent(many=True)
    possible = serializers.ListField(
        child=serializers.CharField(),
        help_text="Verbs that the asking person may use now: POST /api/v1/claims/{id}/{verb}.",
    )
    missing = serializers.DictField(
        child=serializers.CharField(),
        help_text="What the open draft still lacks: field and sentence.",
    )

    class Meta(DeskClaimCard.Meta):
        fields = [
            *DeskClaimCard.Meta.fields,
            "mentions", "evidence", "verdicts", "comments", "events", "possible", "missing",
        ]  # fmt: skip


class DeskClaimPage(serializers.Serializer):
    results = DeskClaimCard(many=True)
    next = serializers.URLField(allow_null=True)
