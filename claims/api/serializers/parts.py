"""What is derived from the public documents: revisions, claimants, topics, counts, likenesses."""

from __future__ import annotations

from rest_framework import serializers

from claims.api.serializers.published import (
    Described,
    PublicClaimant,
    PublicEvidence,
    PublicMention,
    PublicRating,
    PublishedClaim,
)
from claims.models import Publication


class Mentions(Described):
    results = PublicMention(many=True)


class EvidenceItems(Described):
    results = PublicEvidence(many=True)


class Revision(Described):
    """One public change of a claim."""

    sequence = serializers.IntegerField()
    kind = serializers.ChoiceField(Publication.Kind.choices)
    revision = serializers.IntegerField(help_text="Number of the verdict's revision.")
    rating = PublicRating(allow_null=True, help_text="Null for a retraction.")
    note = serializers.CharField(
        allow_null=True, help_text="What was corrected and why, or why it was retracted."
    )
    at = serializers.DateTimeField()
    sha256 = serializers.CharField(help_text="Of the document as it was served then.")
    document = serializers.URLField(help_text="The claim as it stood then.")


class Revisions(Described):
    results = Revision(many=True)


class ClaimantEntry(PublicClaimant):
    """Somebody whose claims were checked, as named in the newest fact-check."""

    claims = serializers.IntegerField(help_text="Published claims of theirs.")
    ratings = serializers.DictField(
        child=serializers.IntegerField(), help_text="How many of them by key of the rating."
    )


class ClaimantPage(Described):
    results = ClaimantEntry(many=True)
    next = serializers.URLField(allow_null=True)


class TopicEntry(Described):
    slug = serializers.CharField()
    claims = serializers.IntegerField()


class Topics(Described):
    results = TopicEntry(many=True)


class SimilarClaim(Described):
    """A published claim and how like the text it is: 0 to 1 (the same words)."""

    score = serializers.FloatField(min_value=0, max_value=1)
    claim = PublishedClaim()


class SimilarClaims(Described):
    results = SimilarClaim(many=True)


class Counts(Described):
    """What is published, in numbers, as of publication `sequence`."""

    sequence = serializers.IntegerField()
    updated_at = serializers.DateTimeField(allow_null=True)
    published = serializers.IntegerField(help_text="Fact-checks that stand.")
    retracted = serializers.IntegerField()
    corrections = serializers.IntegerField(help_text="Corrections so far, retractions aside.")
    under_review = serializers.IntegerField(help_text="A correction of them is in progress.")
    ratings = serializers.DictField(child=serializers.IntegerField())
    kinds = serializers.DictField(child=serializers.IntegerField())
    languages = serializers.DictField(child=serializers.IntegerField())
    topics = serializers.DictField(child=serializers.IntegerField())
    outlets = serializers.DictField(
        child=serializers.IntegerField(), help_text="The hundred most frequent."
    )
    months = serializers.DictField(
        child=serializers.IntegerField(), help_text="First published, by month as 2026-11."
    )
    horizon = serializers.DateTimeField(help_text="How far back changes can be followed.")


class Standing(Described):
    """Whether a fact-check still stands, without its document."""

    id = serializers.UUIDField()
    status = serializers.ChoiceField([("published", "Published"), ("retracted", "Retracted")])
    revision = serializers.IntegerField()
    sequence = serializers.IntegerField()
    updated_at = serializers.DateTimeField()
    sha256 = serializers.CharField(help_text="Of the document.")
    under_review = serializers.BooleanField(help_text="A correction is in progress.")
