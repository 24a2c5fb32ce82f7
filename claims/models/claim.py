from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.ids import new_id
from articles.triggers import no_delete, no_truncate
from claims.models import guards

if TYPE_CHECKING:
    from claims.accounts.models import User

USER = settings.AUTH_USER_MODEL


class ClaimState(models.TextChoices):
    """Where a claim is in the work. Whether it is public follows from its live verdict."""

    CANDIDATE = "candidate", _("Candidate")
    QUEUED = "queued", _("Queued")
    IN_PROGRESS = "in_progress", _("In progress")
    CHECKED = "checked", _("Checked")
    DISMISSED = "dismissed", _("Dismissed")
    DUPLICATE = "duplicate", _("Duplicate")


class Kind(models.TextChoices):
    """What sort of statement a claim is."""

    QUANTITY = "quantity", _("Figure")
    EVENT = "event", _("Event")
    STATE = "state", _("State of things")
    QUOTATION = "quotation", _("Quotation")
    DENIAL = "denial", _("Denial")
    PREDICTION = "prediction", _("Prediction")
    PROMISE = "promise", _("Promise")
    DEMAND = "demand", _("Demand")
    HOPE = "hope", _("Hope")
    OPINION = "opinion", _("Opinion")
    IMAGE = "image", _("Image")
    VIDEO = "video", _("Video")


class DismissalReason(models.TextChoices):
    """Why a candidate is not worth checking; kept with its features for the extraction report."""

    NOT_CHECKABLE = "not_checkable", _("Cannot be checked")
    OPINION = "opinion", _("Opinion")
    PREDICTION = "prediction", _("About the future")
    TRIVIAL = "trivial", _("True but trivial")
    OFF_TOPIC = "off_topic", _("Not our subject")
    BAD_EXTRACTION = "bad_extraction", _("Badly extracted")
    NO_CAPACITY = "no_capacity", _("No time to check it")
    NOT_A_CLAIM = "not_a_claim", _("Not a claim at all")
    OTHER = "other", _("Other, see note")


class Topic(models.Model):
    """A subject under which claims are found."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Read as the end of "claims …"."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Claims this user may see in the desk's form: all of them, or none."""
        return self.all() if user.has_perm("claims.view_claim") else self.none()

    def waiting(self) -> Self:
        """Claims that somebody could take now."""
        lapsed = Q(state=ClaimState.IN_PROGRESS, lease_until__lt=timezone.now())
        return self.filter(Q(state=ClaimState.QUEUED) | lapsed)

    def leased_to(self, user: User) -> Self:
        """Claims this person has in hand."""
        return self.filter(
            state=ClaimState.IN_PROGRESS, lease_by=user, lease_until__gte=timezone.now()
        )

    def with_card(self) -> Self:
        """Load what one queue card shows, in a fixed number of queries."""
        return self.select_related(
            "claimant", "lease_by", "assignee", "first_mention__snapshot__article__source"
        )


class Claim(models.Model):
    """A statement in a form that stands alone. Its wordings in articles are its mentions."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    text = models.TextField(
        "claim", max_length=2000, help_text=_("Understandable on its own, without the article.")
    )
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.STATE)
    language = models.CharField(max_length=10, default="en")
    claimant = models.ForeignKey(
        "claims.Claimant", models.PROTECT, related_name="claims", null=True, blank=True
    )
    topics = models.ManyToManyField(Topic, related_name="claims", blank=True)
    said_on = models.DateField(
        "said on", null=True, blank=True, help_text=_("When the claim was made, if known.")
    )
    worth = models.FloatField(
        "check-worthiness", default=0.5, help_text=_("0 to 1, from the extraction; by hand 1.")
    )
    reasons = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        help_text=_("Codes of why the extraction found it worth checking."),
    )
    features = models.JSONField(
        default=dict, blank=True, help_text=_("What the extraction saw; basis of its report.")
    )
    priority = models.PositiveSmallIntegerField(
        default=0, help_text=_("Higher comes first, 0 to 3.")
    )
    deadline = models.DateTimeField(null=True, blank=True)

    state = models.CharField(
        max_length=12, choices=ClaimState, default=ClaimState.CANDIDATE, editable=False
    )
    state_since = models.DateTimeField(
        default=timezone.now,
        db_default=Now(),
        editable=False,
        help_text=_("When the claim came into this state."),
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    assignee = models.ForeignKey(
        USER, models.PROTECT, related_name="assigned_claims", null=True, blank=True
    )
    lease_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    reserved_for = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    reserved_until = models.DateTimeField(null=True, blank=True, editable=False)
    dismissal_reason = models.CharField(
        max_length=16, choices=DismissalReason, blank=True, editable=False
    )
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, related_name="duplicates", null=True, blank=True, editable=False
    )
    undone_event = models.OneToOneField(
        "claims.Event", models.PROTECT, related_name="+", null=True, editable=False
    )

    first_mention = models.ForeignKey(
        "claims.Mention", models.SET_NULL, related_name="+", null=True, editable=False
    )
    slug = models.SlugField(  # noqa: DJ001 - unique only once it is set
        max_length=120,
        null=True,
        unique=True,
        editable=False,
        help_text=_("Frozen when published."),
    )
    created_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    mention_count = models.PositiveIntegerField(default=0, editable=False)
    search = models.GeneratedField(
        expression=SearchVector("text", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-priority", "-worth", "created_at"]
        get_latest_by = "created_at"
        permissions = [
            ("accept_claim", "Can accept a candidate into the queue"),
            ("dismiss_claim", "Can dismiss a claim"),
            ("merge_claim", "Can mark a claim as a duplicate"),
            ("reopen_claim", "Can reopen a dismissed or duplicate claim"),
            ("take_claim", "Can take a claim to check it"),
            ("take_over_claim", "Can take a claim from a colleague"),
            ("assign_claim", "Can assign claims, set priority and deadline"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="claim_has_words"),
            models.CheckConstraint(
                condition=Q(state__in=ClaimState.values), name="claim_state_known"
            ),
            models.CheckConstraint(
                condition=Q(worth__gte=0, worth__lte=1), name="claim_worth_from_0_to_1"
            ),
            models.CheckConstraint(condition=Q(priority__lte=3), name="claim_priority_up_to_3"),
            models.CheckConstraint(
                condition=(
                    Q(state="in_progress", lease_by__isnull=False, lease_until__isnull=False)
                    | (~Q(state="in_progress") & Q(lease_by=None, lease_until=None))
                ),
                name="claim_leased_exactly_while_in_progress",
            ),
            models.CheckConstraint(
                condition=Q(state="dismissed") ^ Q(dismissal_reason=""),
                name="claim_dismissed_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="duplicate") ^ Q(duplicate_of=None),
                name="claim_duplicate_of_something",
            ),
            models.CheckConstraint(
                condition=~Q(duplicate_of=F("id")), name="claim_not_its_own_duplicate"
            ),
        ]
        indexes = [
            models.Index(
                "state",
                F("priority").desc(),
                F("worth").desc(),
                "created_at",
                "id",
                name="claim_queue_order",
            ),
            # The same orders over all states, for the lists that narrow by something else.
            models.Index(
                F("priority").desc(), F("worth").desc(), "created_at", "id", name="claim_order"
            ),
            models.Index(F("mention_count").desc(), "id", name="claim_order_by_reach"),
            models.Index(F("deadline").asc(nulls_last=True), "id", name="claim_order_by_deadline"),
            models.Index("state", "created_at", "id", name="claim_state_age"),
            models.Index("state", "state_since", "id", name="claim_state_since"),
            models.Index("created_at", name="claim_arrived"),
            models.Index("state", F("deadline").asc(nulls_last=True), "id", name="claim_deadline"),
            models.Index("claimant", "created_at", name="claim_claimant_age"),
            models.Index("language", "state", name="claim_language_state"),
            models.Index("kind", "state", name="claim_kind_state"),
            models.Index("lease_by", "lease_until", name="claim_lease"),
            models.Index("assignee", "state", name="claim_assignee_state"),
            models.Index("worth", "id", name="claim_worth"),
            models.Index("state", F("mention_count").desc(), "id", name="claim_reach"),
            GinIndex(fields=["search"], name="claim_search"),
            GinIndex(OpClass("text", name="gin_trgm_ops"), name="claim_text_trigrams"),
        ]
        triggers = [
            guards.claim_moves_along_the_table(),
            guards.claim_with_verdict_stays(),
            guards.duplicate_depth_one(),
            guards.frozen_once_set("claim", "slug"),
            no_delete(says="Claims are dismissed, never deleted."),
            no_truncate(says="Claims are kept."),
        ]

    def __str__(self) -> str:
        return self.text

    def is_leased(self) -> bool:
        """True while somebody has the claim in hand and the time has not run out."""
        return self.lease_until is not None and self.lease_until >= timezone.now()

    def is_leased_to(self, user: User | AnonymousUser) -> bool:
        return self.is_leased() and self.lease_by_id == user.pk
