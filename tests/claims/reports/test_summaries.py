"""Summaries say what counting live says, whatever happened since."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import workflow
from claims.models import Claim, ReportCount, ReportDay, ReportState
from claims.models.claim import DismissalReason
from claims.reports import summaries
from claims.reports.catalogue import SUMMED
from claims.reports.durations import STAGES, took
from claims.reports.figures import live
from claims.reports.scope import Scope
from claims.reports.summaries import Summaries
from tests.claims.reports.conftest import telling

WHOLE = Scope(date(2026, 2, 1), date(2026, 5, 31))
# Publications bear the clock of the database, which no test can set: later than all of them.
LATER = datetime.now(UTC).replace(hour=12) + timedelta(days=40)
ALL = Scope(WHOLE.start, LATER.date())


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    with telling(django_db_blocker, 11, claims=18) as cast:
        yield cast


@pytest.fixture
def waiting(desk, db) -> Claim:
    """A candidate of March that nobody has decided on."""
    at = datetime(2026, 3, 5, 12, tzinfo=UTC)
    return Claim.objects.create(text="The lock was never dredged.", created_at=at)


@pytest.fixture
def large(settings):
    """A desk that reads its reports from summaries however few claims it has."""
    settings.REPORT_LIVE_CLAIMS = 0


@pytest.fixture
def later():
    with time_machine.travel(LATER):
        yield


def same_as_live(*scopes: Scope) -> None:
    found = Summaries.load()
    for scope in scopes:
        for figure in SUMMED.values():
            stored, counted = found.counts(figure, scope), live(figure, scope)
            assert stored.cells == counted.cells, (figure.key, scope)
            assert stored.columns == counted.columns, (figure.key, scope)


@pytest.mark.django_db
class TestAgreement:
    def test_with_live_counts_for_any_range(self, desk, scope, large, later):
        summaries.refresh()

        assert ReportCount.objects.filter(span="month").exists()
        assert live(SUMMED["ratings-topics"], ALL).total
        same_as_live(scope, scope.before(), ALL, Scope(date(2026, 3, 1), date(2026, 3, 31)))

    def test_for_one_language(self, desk, large, later):
        Claim.objects.filter(pk__in=Claim.objects.values("pk")[:5]).update(language="he")
        summaries.refresh()

        same_as_live(Scope(WHOLE.start, WHOLE.end, language="he"))

    def test_after_more_has_happened(self, desk, waiting, large, later):
        summaries.refresh()

        with time_machine.travel(LATER + timedelta(hours=1)):
            workflow.dismiss(waiting.pk, actor=desk.emil, reason=DismissalReason.OFF_TOPIC)
        with time_machine.travel(LATER + timedelta(days=4)):
            summaries.refresh()

            same_as_live(WHOLE, ALL)

    def test_of_the_largest_lines_alone(self, desk, large, later, monkeypatch):
        summaries.refresh()
        found = Summaries.load()
        monkeypatch.setattr(summaries, "LEAST", 1)

        for figure in SUMMED.values():
            whole, part = live(figure, ALL), found.counts(figure, ALL, most=1)
            assert part.columns == whole.columns
            assert len(part.rows) + part.more == len(whole.rows)
            assert all(whole.rows[value] == number for value, number in part.rows.items())
            assert max(part.rows.values(), default=0) == max(whole.rows.values(), default=0)
            named = found.counts(figure, ALL, only=list(whole.rows)[:1])
            assert set(named.rows) == set(list(whole.rows)[:1])
            assert named.columns == whole.columns

    def test_of_median_times_within_a_hundredth(self, desk, large, later):
        summaries.refresh()
        found = Summaries.load()

        for stage in STAGES:
            exact, stored = took(stage, WHOLE), took(stage, WHOLE, found.counts)
            assert (stored.count, stored.count_before) == (exact.count, exact.count_before)
        whole = STAGES[-1]
        slow = sorted(row.took.total_seconds() for row in whole.rows(WHOLE))
        near = took(whole, WHOLE, found.counts).median
        assert near.total_seconds() == pytest.approx(slow[(len(slow) - 1) // 2], rel=0.01)


@pytest.mark.django_db
class TestRefresh:
    def test_twice_changes_nothing(self, desk, large, later):
        summaries.refresh()
        before = set(ReportCount.objects.values_list("figure", "span", "start", "by", "number"))

        ReportDay.objects.update(is_stale=True)
        summaries.refresh()

        after = set(ReportCount.objects.values_list("figure", "span", "start", "by", "number"))
        assert after == before

    def test_counts_only_days_that_something_touched(self, desk, waiting, large, later):
        summaries.refresh()

        with time_machine.travel(LATER + timedelta(hours=1)):
            assert summaries.refresh() == 0
            workflow.dismiss(waiting.pk, actor=desk.emil, reason=DismissalReason.OFF_TOPIC)

            assert summaries.refresh() == 1
        assert not ReportDay.objects.filter(is_stale=True).exists()

    def test_counts_anew_in_another_time_zone(self, desk, large, later, settings):
        summaries.refresh()
        before = ReportState.objects.get().shape

        settings.TIME_ZONE = "Asia/Jerusalem"
        summaries.refresh()

        assert ReportState.objects.get().shape != before
        same_as_live(WHOLE)

    def test_a_small_desk_is_counted_live(self, desk, later, db):
        assert summaries.refresh() == 0
        assert Summaries.load().counting(WHOLE) is live

    def test_other_filters_are_counted_live(self, desk, large, later):
        summaries.refresh()

        narrow = Scope(WHOLE.start, WHOLE.end, outlet="harbour.example")
        assert Summaries.load().counting(narrow) is live


@pytest.mark.django_db
class TestPage:
    def test_says_how_fresh_it_is_and_asks_as_much_for_any_range(self, desk, large, later, at_desk):
        summaries.refresh()
        client = at_desk(desk.emil)
        costs = []

        for scope in (Scope(date(2026, 3, 1), date(2026, 3, 31)), WHOLE):
            with CaptureQueriesContext(connection) as queries:
                page = client.get(f"/desk/reports/?{scope.address()}").content.decode()
            costs.append(len(queries))
            assert "on, live" in page

        assert costs[0] == costs[1]
