"""Figures of what came of it: verdicts, selection, repetition, evidence, extraction."""

from __future__ import annotations

from django.db.models import (
    Case,
    Count,
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
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as lazy

from claims.models import (
    Capture,
    Citation,
    Claim,
    ClaimState,
    Evidence,
    Mention,
    PublicState,
    Verdict,
)
from claims.models.claim import DismissalReason
from claims.models.moves import VERDICT_ONCE_PUBLIC
from claims.reports.dimensions import (
    PUBLIC_OUTLET,
    PUBLIC_TOPIC,
    RATING,
    Dimension,
    of_choices,
    of_claimant,
    of_codes,
    of_outlet,
    of_side,
    text_of,
)
from claims.reports.figures import Figure, Rate
from claims.reports.scope import Scope
from claims.workbench.reasons import REASONS

OUTCOMES = [
    ("candidate", lazy("undecided")),
    ("work", lazy("in progress")),
    ("published", lazy("published")),
    ("retracted", lazy("retracted")),
    ("dismissed", lazy("dismissed")),
    ("duplicate", lazy("duplicate")),
]
# Dismissals that say the extraction was wrong, not that the desk had no time or interest.
WRONGLY_FOUND = (
    DismissalReason.NOT_CHECKABLE,
    DismissalReason.OPINION,
    DismissalReason.PREDICTION,
    DismissalReason.BAD_EXTRACTION,
)
BUCKETS = [("0", "0"), ("1", "1"), ("2", "2"), ("3-5", "3–5"), ("6+", lazy("6 or more"))]


def bucket(column: str) -> Case:
    """Return in which of BUCKETS a number falls."""
    return Case(
        *(When(**{column: number}, then=Value(str(number))) for number in (0, 1, 2)),
        When(**{f"{column}__lte": 5}, then=Value("3-5")),
        default=Value("6+"),
        output_field=TextField(),
    )


def _public(scope: Scope) -> QuerySet[PublicState]:
    return scope.limited_public(
        PublicState.objects.live().filter(scope.within("first_published_at"))
    )


def _arrived(scope: Scope) -> QuerySet[Claim]:
    rows = scope.limited(Claim.objects.filter(scope.within("created_at")), "")
    return rows.annotate(
        outcome=Case(
            When(public_state__is_retracted=False, then=Value("published")),
            When(public_state__is_retracted=True, then=Value("retracted")),
            When(
                state__in=[ClaimState.QUEUED, ClaimState.IN_PROGRESS, ClaimState.CHECKED],
                then=Value("work"),
            ),
            default=F("state"),
            output_field=TextField(),
        )
    )


def declined(scope: Scope) -> QuerySet[Claim]:
    """Return the claims that arrived in a scope and are dismissed now."""
    return _arrived(scope).filter(state=ClaimState.DISMISSED)


def _repeated(scope: Scope) -> QuerySet[Mention]:
    public = PublicState.objects.live().filter(
        claim=OuterRef("claim"), first_published_at__lt=OuterRef("created_at")
    )
    return scope.limited(Mention.objects.filter(Exists(public), scope.within("created_at")))


def _verdicts(scope: Scope) -> QuerySet[Verdict]:
    rows = Verdict.objects.filter(scope.within("published_at"), state__in=VERDICT_ONCE_PUBLIC)
    cited = Citation.objects.filter(verdict=OuterRef("pk")).order_by().values("verdict")
    number = Subquery(cited.annotate(number=Count("pk")).values("number"))
    return scope.limited(rows).annotate(sources=Coalesce(number, 0))


def _cited(scope: Scope) -> QuerySet[Citation]:
    rows = Citation.objects.filter(
        scope.within("verdict__published_at"), verdict__state__in=VERDICT_ONCE_PUBLIC
    )
    kept = Capture.objects.filter(evidence=OuterRef("evidence"))
    return scope.limited(rows, "verdict__claim").annotate(is_kept=Exists(kept))


def _judged(scope: Scope) -> QuerySet[Claim]:
    found = Mention.objects.filter(claim=OuterRef("pk"), reading__isnull=False)
    rows = Claim.objects.filter(Exists(found), scope.within("created_at")).exclude(
        Q(reasons=[]) | Q(state__in=[ClaimState.CANDIDATE, ClaimState.DUPLICATE])
    )
    return scope.limited(rows, "")


OUTCOME = of_choices(lazy("Outcome"), "outcome", OUTCOMES)
WHY = of_choices(lazy("Reason"), "dismissal_reason", DismissalReason.choices)
MENTIONS = Dimension(
    lazy("Mentions"),
    bucket("mention_count"),
    names=lambda values: {key: str(name) for key, name in BUCKETS},
    order=tuple(key for key, _name in BUCKETS),
)
SOURCES = Dimension(
    lazy("Sources cited"),
    bucket("sources"),
    names=lambda values: {key: str(name) for key, name in BUCKETS},
    order=tuple(key for key, _name in BUCKETS),
)
KEPT = Dimension(
    lazy("Copy"),
    Case(
        When(is_kept=True, then=Value("kept")), default=Value("missing"), output_field=TextField()
    ),
    names=lambda values: {"kept": str(lazy("copy kept")), "missing": str(lazy("no copy"))},
    order=("kept", "missing"),
)
JUDGED = Dimension(
    lazy("Judged"),
    Case(
        When(dismissal_reason__in=WRONGLY_FOUND, then=Value("wrong")),
        When(state=ClaimState.DISMISSED, then=Value("declined")),
        default=Value("right"),
        output_field=TextField(),
    ),
    names=lambda values: {
        "right": str(lazy("taken up")),
        "declined": str(lazy("declined for other reasons")),
        "wrong": str(lazy("wrongly found")),
    },
    order=("right", "declined", "wrong"),
)

_MIX_NOTE = lazy("Fact-checks that are public now, by the day of their first publication.")
_BALANCE_NOTE = lazy("Claims that arrived in the range, by what has become of them until now.")
_DECLINED_NOTE = lazy("Claims that arrived in the range and are dismissed now, by the reason.")


def _mix(key: str, title: object, by: Dimension) -> Figure:
    return Figure(
        key, title, _MIX_NOTE, lazy("fact-checks"), _public, by, split=RATING,
        at="first_published_at", own_language="language", is_public=True,
    )  # fmt: skip


def _balance(key: str, title: object, by: Dimension) -> Figure:
    return Figure(
        key, title, _BALANCE_NOTE, lazy("claims"), _arrived, by, split=OUTCOME, path="",
        at="created_at",
    )  # fmt: skip


def _why(key: str, title: object, by: Dimension) -> Figure:
    return Figure(
        key, title, _DECLINED_NOTE, lazy("claims"), declined, by, split=WHY, path="",
        at="created_at",
    )  # fmt: skip


MIX = [
    Figure(
        "ratings", lazy("Ratings"), _MIX_NOTE, lazy("fact-checks"), _public, RATING,
        at="first_published_at", own_language="language", is_public=True,
    ),
    _mix("ratings-claimants", lazy("Ratings by claimant"), of_claimant()),
    _mix("ratings-topics", lazy("Ratings by topic"), PUBLIC_TOPIC),
    _mix("ratings-outlets", lazy("Ratings by outlet"), PUBLIC_OUTLET),
]  # fmt: skip
BALANCE = [
    _balance("balance-claimants", lazy("What became of claims, by claimant"), of_claimant()),
    _balance("balance-sides", lazy("What became of claims, by side"), of_side()),
    _balance("balance-outlets", lazy("What became of claims, by outlet"), of_outlet()),
    _why("declined-claimants", lazy("Why claims were declined, by claimant"), of_claimant()),
    _why("declined-sides", lazy("Why claims were declined, by side"), of_side()),
    _why("declined-outlets", lazy("Why claims were declined, by outlet"), of_outlet()),
]
REPETITION = [
    Figure(
        "mentions", lazy("Claims by number of mentions"),
        lazy("Claims that arrived in the range, by all their mentions until now."),
        lazy("claims"), _arrived, MENTIONS, path="", at="created_at",
    ),
    Figure(
        "repeated", lazy("Repeated after the verdict"),
        lazy("Mentions that came in after the claim's fact-check was first public."),
        lazy("mentions"), _repeated, of_claimant("claim__claimant_id"), at="created_at",
        is_rare=True,
    ),
    Figure(
        "repeated-outlets", lazy("Repeated after the verdict, by outlet"),
        lazy("The same mentions, by the outlet that printed them."),
        lazy("mentions"), _repeated,
        Dimension(lazy("Outlet"), text_of("snapshot__article__source__domain")), at="created_at",
        is_rare=True,
    ),
]  # fmt: skip
EVIDENCE = [
    Figure(
        "sources", lazy("Sources per verdict"),
        lazy("Verdicts published in the range, by how much evidence they cite."),
        lazy("verdicts"), _verdicts, SOURCES, at="published_at", is_public=True,
    ),
    Figure(
        "evidence", lazy("Kinds of evidence"),
        lazy("Evidence cited by verdicts published in the range, and whether a copy is kept."),
        lazy("citations"), _cited,
        of_choices(lazy("Kind"), "evidence__kind", Evidence.Kind.choices),
        split=KEPT, path="verdict__claim", at="verdict__published_at", is_public=True,
    ),
    Figure(
        "independence", lazy("Independence of the evidence"),
        lazy("The same citations, by how the source stands to the claimant."),
        lazy("citations"), _cited,
        of_choices(lazy("Source"), "evidence__independence", Evidence.Independence.choices),
        path="verdict__claim", at="verdict__published_at", is_public=True,
    ),
]  # fmt: skip
EXTRACTION = Figure(
    "extraction",
    lazy("What the extraction's reasons are worth"),
    lazy(
        "Claims found in articles that arrived in the range and were decided on. Wrongly found: "
        "dismissed as not checkable, opinion, about the future or badly extracted."
    ),
    lazy("claims"),
    _judged,
    of_codes(
        lazy("Reason"),
        "reasons",
        lambda values: {value: str(REASONS.get(value, value)) for value in values},
    ),
    split=JUDGED,
    path="",
    at="created_at",
    rate=Rate(lazy("Precision"), of=("right",), among=("right", "wrong")),
)
# The same claims, each once, for the share above the table.
JUDGED_ONCE = Figure(
    "judged", lazy("Found claims that were judged"), "", lazy("claims"), _judged, JUDGED, path="",
    at="created_at", compares=False,
)  # fmt: skip
