"""The public documents, described for the schema. They are stored as JSON and served as they are.

A test holds the documents that publishing makes against this description.
"""

from __future__ import annotations

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from claims.models import (
    Claimant,
    Confidence,
    CorrectionType,
    Evidence,
    Kind,
    Media,
    Quotation,
    Said,
)
from claims.models.mention import Stance


class Described(serializers.Serializer):
    """A shape that is only ever written out."""


class PublicTopic(Described):
    slug = serializers.SlugField()
    name = serializers.CharField()


class PublicClaimant(Described):
    """Who made the claim, as named when it was published."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(Claimant.Kind.choices)
    role = serializers.CharField(help_text="Office or function; may be empty.")
    same_as = serializers.ListField(
        child=serializers.URLField(), help_text="Pages that identify them, such as Wikidata."
    )


class PublicArticle(Described):
    """Where a claim was made."""

    id = serializers.UUIDField()
    url = serializers.URLField(allow_null=True)
    headline = serializers.CharField()
    outlet = serializers.CharField(allow_null=True)
    outlet_domain = serializers.CharField(allow_null=True)
    language = serializers.CharField(allow_null=True)
    published_at = serializers.DateTimeField(allow_null=True)


class PublicQuantity(Described):
    """A figure in a quote, typed. `change` is a ratio: -0.5 for halved."""

    text = serializers.CharField()
    kind = serializers.CharField()
    value = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    unit = serializers.CharField(allow_null=True)
    to = serializers.FloatField(allow_null=True)
    change = serializers.FloatField(allow_null=True)
    what = serializers.CharField(allow_null=True)
    period = serializers.CharField(allow_null=True)
    approximate = serializers.BooleanField()
    consistent = serializers.BooleanField(
        allow_null=True, help_text="Whether the arithmetic of a stated change holds."
    )

    def get_fields(self) -> dict[str, serializers.Field]:
        # `from` is a word of Python.
        start = serializers.FloatField(allow_null=True)
        return {**super().get_fields(), "from": start}


class PublicMention(Described):
    """One place where the claim was made. start and end count Unicode code points."""

    id = serializers.UUIDField()
    quote = serializers.CharField()
    start = serializers.IntegerField(min_value=0)
    end = serializers.IntegerField(min_value=1)
    segments = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()),
        help_text="[start, end] of the parts of an interrupted statement; empty when whole.",
    )
    sentence_before = serializers.CharField(help_text="The sentence up to the quote.")
    sentence_after = serializers.CharField(help_text="The sentence after the quote.")
    prefix = serializers.CharField(help_text="Up to 32 characters before the quote.")
    suffix = serializers.CharField(help_text="Up to 32 characters after the quote.")
    snapshot_sha256 = serializers.CharField(help_text="Of the wording that the offsets count in.")
    speaker = serializers.CharField(allow_null=True)
    reported_by = serializers.CharField(allow_null=True)
    stance = serializers.ChoiceField(Stance.choices)
    quotation = serializers.ChoiceField(Quotation.choices)
    quantities = PublicQuantity(many=True)
    article = PublicArticle()


class PublicCapture(Described):
    """A kept copy of a piece of evidence."""

    sha256 = serializers.CharField()
    media_type = serializers.CharField()
    size = serializers.IntegerField(help_text="Bytes.")
    captured_at = serializers.DateTimeField()


class PublicEvidence(Described):
    """What a verdict rests on. Of a protected source only number, kind and stance are there."""

    number = serializers.IntegerField(help_text="The rationale cites it as [number].")
    kind = serializers.ChoiceField(Evidence.Kind.choices)
    stance = serializers.ChoiceField(Evidence.Stance.choices)
    is_protected_source = serializers.BooleanField()
    id = serializers.UUIDField(required=False)
    title = serializers.CharField(required=False)
    publisher = serializers.CharField(required=False)
    url = serializers.URLField(required=False, allow_null=True)
    published_on = serializers.DateField(required=False, allow_null=True)
    quote = serializers.CharField(required=False)
    independence = serializers.ChoiceField(Evidence.Independence.choices, required=False)
    archive_url = serializers.URLField(required=False, allow_null=True)
    captures = PublicCapture(many=True, required=False)


class PublicRating(Described):
    """The verdict in a word. The three numbers are null where it is no degree of truth."""

    key = serializers.SlugField()
    label = serializers.CharField()
    meaning = serializers.CharField(help_text="When the desk gives this rating.")
    value = serializers.IntegerField(allow_null=True)
    best = serializers.IntegerField(allow_null=True)
    worst = serializers.IntegerField(allow_null=True)
    scale = serializers.CharField()
    scale_version = serializers.IntegerField()


class PublicCorrection(Described):
    revision = serializers.IntegerField()
    type = serializers.ChoiceField(CorrectionType.choices)
    note = serializers.CharField(help_text="What was corrected and why.")
    at = serializers.DateTimeField()


class PublicMedia(Described):
    """What was found about an image or video, in the categories of MediaReview."""

    category = serializers.ChoiceField(Media.choices)
    original = serializers.URLField(allow_null=True, help_text="The unchanged image or video.")
    context = serializers.CharField(allow_null=True, help_text="What the original shows.")


class PublicReply(Described):
    """Whom the desk asked for their side, and what came of it."""

    name = serializers.CharField()
    status = serializers.ChoiceField(
        [("asked", "Asked"), ("answered", "Answered"), ("silent", "No answer came")]
    )
    asked_at = serializers.DateTimeField()
    until = serializers.DateTimeField(help_text="How long there is or was time to answer.")
    answered_at = serializers.DateTimeField(allow_null=True)
    answer = serializers.CharField(allow_null=True)
    signed = serializers.CharField(allow_null=True, help_text="By whom the answer is signed.")


class Publisher(Described):
    name = serializers.CharField()
    url = serializers.CharField()


class PublishedClaim(Described):
    """A claim with its verdict, as published. `said` is the first layer: was it said at all?"""

    id = serializers.UUIDField()
    status = serializers.ChoiceField([("published", "Published")])
    deleted = serializers.BooleanField(help_text="Always false here; true in a tombstone.")
    url = serializers.URLField(help_text="The public page.")
    slug = serializers.CharField()
    text = serializers.CharField(help_text="The claim in a form that stands alone.")
    kind = serializers.ChoiceField(Kind.choices)
    language = serializers.CharField()
    said_on = serializers.DateField(allow_null=True)
    topics = PublicTopic(many=True)
    claimant = PublicClaimant(allow_null=True)
    mentions = PublicMention(many=True)
    evidence = PublicEvidence(many=True)
    verdict_id = serializers.UUIDField()
    revision = serializers.IntegerField(help_text="Number of the verdict's revision.")
    rating = PublicRating()
    said = serializers.ChoiceField(Said.choices, allow_null=True)
    confidence = serializers.ChoiceField(Confidence.choices, allow_null=True)
    headline = serializers.CharField()
    summary = serializers.CharField()
    rationale = serializers.CharField(help_text="Markdown; cites evidence as [number].")
    media = PublicMedia(allow_null=True)
    methodology = serializers.IntegerField(allow_null=True, help_text="Version it was made under.")
    publisher = Publisher()
    license = serializers.CharField()
    sequence = serializers.IntegerField(help_text="Of the publication; rises with every change.")
    first_published_at = serializers.DateTimeField()
    published_at = serializers.DateTimeField(help_text="Of this revision.")
    updated_at = serializers.DateTimeField()
    corrections = PublicCorrection(many=True)
    replies = PublicReply(many=True)
    waiver = serializers.CharField(
        allow_null=True, help_text="Why it is out without a kept copy of its evidence."
    )
    content_hash = serializers.CharField(help_text="Of the document that the editor approved.")


class RetractedClaim(Described):
    """A tombstone: stands where a fact-check was that is no longer upheld."""

    id = serializers.UUIDField()
    status = serializers.ChoiceField([("retracted", "Retracted")])
    deleted = serializers.BooleanField(help_text="Always true here.")
    url = serializers.URLField()
    slug = serializers.CharField()
    reason = serializers.CharField(help_text="Why, in the words readers see.")
    verdict_id = serializers.UUIDField()
    revision = serializers.IntegerField()
    sequence = serializers.IntegerField()
    first_published_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    retracted_at = serializers.DateTimeField()


@extend_schema_field(
    PolymorphicProxySerializer(
        component_name="PublicClaim",
        serializers={"published": PublishedClaim, "retracted": RetractedClaim},
        resource_type_field_name="status",
        many=True,
    )
)
class PublicClaims(serializers.Field):
    """Published claims and, in a sync, tombstones."""


class ClaimPage(Described):
    """One page of published claims."""

    results = PublicClaims()
    next = serializers.URLField(
        allow_null=True, help_text="Address of the next page; null at the end."
    )
    next_updated_since = serializers.CharField(
        allow_null=True,
        help_text="Give it as `updated_since` the next time: what changes from here on follows. "
        "Null while `next` leads on.",
    )
