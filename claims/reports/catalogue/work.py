"""Figures of the work itself: what came in, what went out, what stands, what was given back."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import (
    BooleanField,
    Case,
    DateField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, TruncWeek
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from claims.models import Claim, ClaimState, Event, SecondOpinion, Verdict, VerdictState
from claims.models.moves import VERDICT_ONCE_PUBLIC
from claims.models.verdict import CorrectionType, ReturnReason
from claims.reports.dimensions import Dimension, of_choices, of_claimant
from claims.reports.figures import Figure
from claims.reports.scope import Scope

STEPS = [
    ("claim.accepted", lazy("accepted")),
    ("claim.dismissed", lazy("dismissed")),
    ("claim.merged", lazy("marked as duplicates")),
    ("claim.taken", lazy("taken")),
    ("verdict.submitted", lazy("verdicts handed in")),
    ("verdict.returned", lazy("verdicts returned")),
    ("verdict.approved", lazy("verdicts approved")),
    ("verdict.published", lazy("verdicts published")),
    ("verdict.correction_started", lazy("corrections started")),
    ("verdict.retracted", lazy("verdicts retracted")),
]
# How long a claim may stand before it is called stuck.
LIMITS = {
    "candidate": timedelta(days=7),
    "queued": timedelta(days=7),
    "in_progress": timedelta(days=3),
    "submitted": timedelta(days=2),
    "approved": timedelta(days=1),
}
STANDING = [
    ("candidate", lazy("Waiting for a decision")),
    ("queued", lazy("Waiting for a checker")),
    ("in_progress", lazy("In hand")),
    ("submitted", lazy("Waiting for approval")),
    ("approved", lazy("Waiting for publication")),
]


def _steps(scope: Scope) -> QuerySet[Event]:
    kinds = [kind for kind, _label in STEPS]
    return scope.limited(Event.objects.filter(scope.within("at"), kind__in=kinds))


def standing(scope: Scope) -> QuerySet[Claim]:
    """Return the claims that wait somewhere now, with `stage`, `since` and `is_late`."""
    verdicts = Verdict.objects.filter(claim=OuterRef("pk"))
    moved = Event.objects.filter(
        claim=OuterRef("pk"), subject="", to_state=OuterRef("state")
    ).order_by("-position")
    rows = scope.limited(Claim.objects.all(), "").annotate(
        stage=Case(
            When(Exists(verdicts.filter(state=VerdictState.SUBMITTED)), then=Value("submitted")),
            When(Exists(verdicts.filter(state=VerdictState.APPROVED)), then=Value("approved")),
            When(
                state__in=[ClaimState.CANDIDATE, ClaimState.QUEUED, ClaimState.IN_PROGRESS],
                then=F("state"),
            ),
            output_field=TextField(),
        )
    )
    rows = rows.filter(stage__isnull=False).annotate(
        since=Case(
            When(
                stage="submitted",
                then=Subquery(verdicts.filter(state="submitted").values("submitted_at")[:1]),
            ),
            When(
                stage="approved",
                then=Subquery(verdicts.filter(state="approved").values("approved_at")[:1]),
            ),
            default=Coalesce(Subquery(moved.values("at")[:1]), F("created_at")),
            output_field=DateTimeField(),
        )
    )
    now = timezone.now()
    late = Q()
    for stage, limit in LIMITS.items():
        late |= Q(stage=stage, since__lt=now - limit)
    return rows.annotate(
        is_late=Case(
            When(late, then=Value(True)), default=Value(False), output_field=BooleanField()
        )
    )


def _returned(scope: Scope) -> QuerySet[Event]:
    return scope.limited(Event.objects.filter(scope.within("at"), kind="verdict.returned"))


def _corrected(scope: Scope) -> QuerySet[Verdict]:
    rows = Verdict.objects.filter(
        scope.within("published_at"), corrects__isnull=False, state__in=VERDICT_ONCE_PUBLIC
    )
    return scope.limited(rows)


def _answered(scope: Scope) -> QuerySet[SecondOpinion]:
    rows = SecondOpinion.objects.filter(scope.within("answered_at"))
    return scope.limited(rows, "verdict__claim")


def _arrived(scope: Scope) -> QuerySet[Claim]:
    return scope.limited(Claim.objects.filter(scope.within("created_at")), "")


def _handed_in(scope: Scope) -> QuerySet[Event]:
    return scope.limited(Event.objects.filter(scope.within("at"), kind="verdict.submitted"))


def weekly(column: str) -> Dimension:
    """Weeks, named by their Monday in the newsroom's time zone."""
    week = Cast(TruncWeek(column, output_field=DateField()), TextField())
    return Dimension(lazy("Week from"), week, is_sequence=True)


AGREES = Dimension(
    lazy("Blind check"),
    Case(
        When(rating=F("first_rating"), said=F("first_said"), then=Value("agrees")),
        default=Value("differs"),
        output_field=TextField(),
    ),
    names=lambda values: {
        "agrees": str(lazy("Same answer")),
        "differs": str(lazy("Another answer")),
    },
    order=("agrees", "differs"),
)
LATE = Dimension(
    lazy("Standing"),
    Case(When(is_late=True, then=Value("late")), default=Value("fresh"), output_field=TextField()),
    names=lambda values: {"late": str(lazy("stuck")), "fresh": str(lazy("in time"))},
    order=("late", "fresh"),
)

THROUGHPUT = Figure(
    "steps",
    lazy("What was done"),
    lazy("Steps in the trail, by their day. A claim that took a step twice counts twice."),
    lazy("steps"),
    _steps,
    of_choices(lazy("Step"), "kind", STEPS),
)
WHERE = Figure(
    "standing",
    lazy("Where claims stand now"),
    lazy(
        "Stuck: a decision or a checker is awaited for over 7 days, in hand for over 3, "
        "approval is awaited for over 2, publication for over 1."
    ),
    lazy("claims"),
    standing,
    of_choices(lazy("Stage"), "stage", STANDING),
    split=LATE,
    path="",
    at="changed_at",
    compares=False,
)
RETURNS = Figure(
    "returns",
    lazy("Why verdicts were returned"),
    lazy("Returns by an editor, by the reason given in the trail."),
    lazy("returns"),
    _returned,
    Dimension(
        lazy("Reason"),
        Coalesce(KeyTextTransform("reason", "detail__data"), Value(""), output_field=TextField()),
        names=lambda values: {key: str(name) for key, name in ReturnReason.choices},
        order=tuple(ReturnReason.values),
        none=lazy("Not known any more"),
    ),
)
CORRECTIONS = Figure(
    "corrections",
    lazy("Corrections by type"),
    lazy("Corrections that were published."),
    lazy("corrections"),
    _corrected,
    of_choices(lazy("Type"), "correction_type", CorrectionType.choices),
    at="published_at",
)
BLIND = Figure(
    "blind",
    lazy("Blind checks"),
    lazy("Second opinions that were answered, and whether rating and “was it said?” agree."),
    lazy("second opinions"),
    _answered,
    AGREES,
    path="verdict__claim",
    at="answered_at",
)
ARRIVALS = Figure(
    "arrivals",
    lazy("Claims that came in, by week"),
    lazy("Claims by the week of their arrival, found or entered by hand."),
    lazy("claims"),
    _arrived,
    weekly("created_at"),
    split=of_choices(lazy("State"), "state", ClaimState.choices),
    path="",
    at="created_at",
    compares=False,
)
HANDED_IN = Figure(
    "handed-in",
    lazy("Verdicts handed in, by week"),
    lazy("Submissions by week; how evenly the work is spread stands above, without names."),
    lazy("submissions"),
    _handed_in,
    weekly("at"),
    compares=False,
)
BY_CLAIMANT = Figure(
    "checked-claimants",
    lazy("Whose claims the work went into"),
    lazy("Submissions by claimant."),
    lazy("submissions"),
    _handed_in,
    of_claimant("claim__claimant_id"),
)
