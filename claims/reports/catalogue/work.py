"""Figures of the work itself: what came in, what went out, what stands, what was given back."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import (
    BooleanField,
    Case,
    DateField,
    DateTimeField,
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
from claims.reports.dimensions import (
    Dimension,
    days,
    of_choices,
    of_claimant,
    ratings,
    text_of,
)
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
    verdicts = Verdict.objects.filter(state__in=[VerdictState.SUBMITTED, VerdictState.APPROVED])
    # At most one verdict of a claim is open, so there is nothing to put in order.
    own = verdicts.order_by().filter(claim=OuterRef("pk"))
    own = own.annotate(at=Coalesce("approved_at", "submitted_at"))
    waiting = [ClaimState.CANDIDATE, ClaimState.QUEUED, ClaimState.IN_PROGRESS]
    rows = scope.limited(Claim.objects.order_by(), "", is_small=True).filter(
        Q(state__in=waiting) | Q(pk__in=verdicts.order_by().values("claim"))
    )
    rows = rows.annotate(
        stage=Case(
            When(state__in=waiting, then=F("state")),
            default=Subquery(own.values("state")[:1]),
            output_field=TextField(),
        ),
        since=Case(
            When(state__in=waiting, then=F("state_since")),
            default=Subquery(own.values("at")[:1]),
            output_field=DateTimeField(),
        ),
    )
    late = Q()
    for stage, hours in settings.STAGE_HOURS.items():
        late |= Q(stage=stage, since__lt=timezone.now() - timedelta(hours=hours))
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


def _done(scope: Scope) -> QuerySet[Event]:
    kinds = ["verdict.submitted", "verdict.approved"]
    rows = Event.objects.filter(scope.within("at"), kind__in=kinds, actor__isnull=False)
    return scope.limited(rows)


def weekly(column: str) -> Dimension:
    """Weeks, named by their Monday in the newsroom's time zone."""
    week = Cast(Cast(TruncWeek(column), DateField()), TextField())
    return Dimension(lazy("Week from"), week, names=days, is_sequence=True)


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
    lazy("Stuck: longer in its stage than the settings allow, as on the board."),
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
    is_public=True,
)
BLIND = Figure(
    "blind",
    lazy("Blind checks"),
    lazy("Second checks that were answered, and whether rating and “was it said?” agree."),
    lazy("second checks"),
    _answered,
    AGREES,
    path="verdict__claim",
    at="answered_at",
)
BLIND_RATINGS = Figure(
    "blind-ratings",
    lazy("Blind checks by rating"),
    lazy("The rating of the verdict, and beside it what the second checker chose."),
    lazy("second checks"),
    _answered,
    Dimension(lazy("First rating"), text_of("first_rating__key"), names=ratings),
    split=Dimension(lazy("Second rating"), text_of("rating__key"), names=ratings),
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
# Only the share of the busiest is ever shown of this one, never who it is.
BUSY = Figure(
    "busy",
    lazy("Work by person"),
    "",
    lazy("steps"),
    _done,
    Dimension(lazy("Person"), text_of("actor_id")),
    split=Dimension(lazy("Step"), F("kind")),
    compares=False,
)
