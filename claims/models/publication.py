from __future__ import annotations

from typing import Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.triggers import immutable, no_truncate
from claims.models import guards


class Publication(models.Model):
    """One public change. Everything public is rendered from these rows and from nothing else.

    sequence: 1, 2, 3 … in the order of commit, without gaps.
    document: the public document as RFC 8785 JSON; sha256: its hex digest.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", pgettext_lazy("fact-check", "Published")
        CORRECTED = "corrected", _("Corrected")
        CLERICAL = "clerical", _("Clerical fix")
        RENAMED = "renamed", _("Claimant renamed")
        REPLIED = "replied", _("Reply of the claimant added")
        RETRACTED = "retracted", _("Retracted")

    sequence = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind)
    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="publications")
    verdict = models.ForeignKey("claims.Verdict", models.PROTECT, related_name="publications")
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(unique=True, help_text=_("Strictly rising with sequence."))

    class Meta:
        ordering = ["sequence"]
        get_latest_by = "sequence"
        constraints = [
            models.CheckConstraint(condition=Q(sequence__gte=1), name="publication_counts_from_1"),
            models.CheckConstraint(condition=~Q(document=""), name="publication_has_a_document"),
        ]
        indexes = [
            models.Index("claim", F("sequence").desc(), name="publication_of_claim"),
            models.Index(
                F("sequence").desc(),
                condition=Q(kind__in=["corrected", "clerical", "retracted"]),
                name="publication_changes",
            ),
        ]
        triggers = [
            guards.publication_follows_the_last(),
            guards.document_matches_its_hash("publication_document_matches_hash", "sha256"),
            *immutable(says="What was published is never changed or removed."),
        ]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.kind} {self.claim_id}"


class PublicStateQuerySet(models.QuerySet["PublicState"]):
    """Read as the end of "public claims …"."""

    def live(self) -> Self:
        """Claims with a published verdict."""
        return self.filter(is_retracted=False)

    def newest_first(self) -> Self:
        """With their document, the latest first published on top."""
        rows = self.select_related("publication").defer("search")
        return rows.order_by("-first_published_at", "-claim_id")

    def matching(self, words: str) -> Self:
        """Whose headline, wording, summary or claimant holds these words, as people search.

        All words have to be there; "…" keeps words together, `or` and `-` work as on the web.
        """
        query = SearchQuery(words, search_type="websearch", config="simple")
        return self.filter(search=query)


class PublicState(models.Model):
    """The newest publication of a claim, with the columns that lists are filtered by.

    A projection of `Publication` alone; `claims.projecting.rebuild()` makes it anew.
    """

    claim = models.OneToOneField(
        "claims.Claim", models.PROTECT, primary_key=True, related_name="public_state"
    )
    publication = models.OneToOneField(Publication, models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=120, unique=True)
    is_retracted = models.BooleanField(default=False)
    is_under_review = models.BooleanField(
        default=False, help_text=_("A correction is in progress; readers see a mark.")
    )
    rating_key = models.CharField(max_length=40)
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=12)
    claimant = models.ForeignKey(
        "claims.Claimant", models.PROTECT, related_name="public_states", null=True
    )
    topics = models.JSONField(default=list, help_text=_("Slugs."))
    outlets = models.JSONField(default=list, help_text=_("Hosts of the articles."))
    said_on = models.DateField(null=True)
    words = models.TextField(help_text=_("What a text search looks through."))
    search = models.GeneratedField(
        expression=SearchVector("words", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    first_published_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = PublicStateQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                F("first_published_at").desc(),
                F("claim").desc(),
                condition=Q(is_retracted=False),
                name="publicstate_newest",
            ),
            models.Index("updated_at", "claim", name="publicstate_updated"),
            models.Index("rating_key", F("first_published_at").desc(), name="publicstate_rating"),
            models.Index("claimant", F("first_published_at").desc(), name="publicstate_claimant"),
            models.Index("language", F("first_published_at").desc(), name="publicstate_language"),
            GinIndex(fields=["search"], name="publicstate_search"),
            GinIndex(OpClass("topics", name="jsonb_path_ops"), name="publicstate_topics"),
            GinIndex(OpClass("outlets", name="jsonb_path_ops"), name="publicstate_outlets"),
        ]
        triggers = [
            guards.frozen_once_set("publicstate", "first_published_at"),
            guards.frozen_once_set("publicstate", "slug"),
            no_truncate(says="The public state is kept."),
        ]

    def __str__(self) -> str:
        return self.slug


class PublicFigure(models.Model):
    """A number in a quote of a public claim, so that claims are found by their figures.

    Part of the projection: `claims.publishing` writes it together with the public state.
    """

    state = models.ForeignKey(PublicState, models.CASCADE, related_name="figures")
    value = models.FloatField()
    unit = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state", "value", "unit"], name="publicfigure_once")
        ]
        indexes = [
            models.Index("value", "state", name="publicfigure_value"),
            models.Index("unit", "value", name="publicfigure_unit_value"),
        ]

    def __str__(self) -> str:
        return f"{self.value:g} {self.unit}".strip()
