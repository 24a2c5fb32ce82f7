"""Summaries say what counting live says, whatever happened since."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import count
from types import SimpleNamespace

import pytest
import time_machine
from django.conf import settings as configured
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims import workflow
from claims.models import Claim, Claimant, ReportCount, ReportDay, ReportState, Side
from claims.models.claim import DismissalReason
from claims.reports import refreshing, tasks
from claims.reports.catalogue import SUMMED
from claims.reports.durations import STAGES, took
from claims.reports.figures import live
from claims.reports.refreshing import Round
from claims.reports.scope import Scope
from claims.reports.summaries import Summaries
from tests.claims.reports.conftest import telling

WHOLE = Scope(date(2026, 2, 1), date(2026, 5, 31))
# Publications bear the clock of the database, which no test can set: later than all of them.
LATER = datetime.now(UTC).replace(hour=12) + timedelta(days=40)
ALL = Scope(WHOLE.start, LATER.date())
TICK = 1 / 64  # seconds between two looks at a clock that no machine makes slow


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    with telling(django_db_blocker, 11, claims=18) as cast:
        yield cast


@pytest.fixture(scope="class")
def counted(desk, django_db_blocker):
    """The told desk, counted for all tests of a class, which begin with it as it is."""
    with django_db_blocker.unblock(), transaction.atomic():
        with pytest.MonkeyPatch.context() as patch, time_machine.travel(LATER):
            patch.setattr(configured, "REPORT_LIVE_CLAIMS", 0)
            refreshing.refresh()
        yield desk
        transaction.set_rollback(True)


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


LINE = ReportCount.Kind.LINE


def added_up(span: ReportCount.Span) -> dict:
    """All counts of a span by what they are kept by, with the month for the day."""
    sums = Counter()
    names = ["figure", "kind", "start", "by", "split", "language", "number"]
    for figure, kind, start, *rest, number in ReportCount.objects.filter(span=span).values_list(
        *names
    ):
        sums[figure, kind, start.replace(day=1), *rest] += number
    return sums


@pytest.mark.django_db
class TestAgreement:
    def test_with_live_counts_for_any_range(self, counted, scope, large, later):
        assert ReportCount.objects.filter(span=ReportCount.Span.MONTH).exists()
        assert live(SUMMED["ratings-topics"], ALL).total
        same_as_live(scope, scope.before(), ALL, Scope(date(2026, 3, 1), date(2026, 3, 31)))

    def test_after_a_claimant_changed_sides(self, counted, large, later):
        quill = Claimant.objects.get(name="Mara Quill")

        with time_machine.travel(LATER + timedelta(hours=1)):
            workflow.rename_claimant(
                quill.pk, actor=counted.emil, side=Side.objects.get(key="ridge")
            )
            assert refreshing.refresh()

            same_as_live(WHOLE, ALL)
        found = Summaries.load().counts(SUMMED["balance-sides"], ALL)
        assert "ridge" in found.rows and "council" not in found.rows

    def test_of_the_largest_lines_alone(self, counted, large, later, monkeypatch):
        found = Summaries.load()
        for figure in SUMMED.values():
            whole, part = live(figure, ALL), found.counts(figure, ALL, most=1)
            assert part.columns == whole.columns
            assert len(part.rows) + part.more == len(whole.rows)
            assert all(whole.rows[value] == number for value, number in part.rows.items())
            assert max(part.rows.values(), default=0) == max(whole.rows.values(), default=0)
            named = found.counts(figure, ALL, only=list(whole.rows)[:1])
            assert set(named.rows) == set(list(whole.rows)[:1])
            assert named.columns == whole.columns

    def test_of_the_times_of_each_stage(self, counted, scope, large, later):
        found = Summaries.load()

        for stage in STAGES:
            for one in (scope, WHOLE, ALL):
                assert took(stage, one, found.counting(one)) == took(stage, one)

    def test_of_tables_cut_short_and_compared(self, counted, scope, large, later):
        found = Summaries.load()

        for figure in SUMMED.values():
            for one in (scope, Scope(date(2026, 4, 1), date(2026, 4, 30))):
                for shown in (1, 2, None):
                    stored = figure.table(one, found.counting(one), shown=shown)
                    assert stored == figure.table(one, shown=shown), (figure.key, one, shown)

    def test_when_today_brings_the_largest_line(self, counted, large, later):
        """Today is added in before the largest lines are chosen."""
        loud = Claimant.objects.create(name="A newcomer")
        Claim.objects.bulk_create(
            Claim(text=f"The lock has {number} gates.", claimant=loud, created_at=LATER)
            for number in range(60)
        )

        table = SUMMED["balance-claimants"].table(ALL, Summaries.load().counting(ALL), shown=2)

        assert table == SUMMED["balance-claimants"].table(ALL, shown=2)
        assert (table.rows[0].name, table.rows[0].total.count) == ("A newcomer", 60)


@pytest.mark.django_db
class TestAgreementOfAnotherDesk:
    def test_for_one_language(self, desk, large, later):
        Claim.objects.filter(pk__in=Claim.objects.values("pk")[:5]).update(language="he")
        refreshing.refresh()

        same_as_live(Scope(WHOLE.start, WHOLE.end, language="he"))

    def test_after_more_has_happened(self, desk, waiting, large, later):
        refreshing.refresh()

        with time_machine.travel(LATER + timedelta(hours=1)):
            workflow.dismiss(waiting.pk, actor=desk.emil, reason=DismissalReason.OFF_TOPIC)
        with time_machine.travel(LATER + timedelta(days=4)):
            refreshing.refresh()

            same_as_live(WHOLE, ALL)

    def test_at_the_borders_of_days_and_months_in_the_newsrooms_zone(
        self, desk, large, later, settings
    ):
        settings.TIME_ZONE = "Pacific/Auckland"
        with timezone.override("Pacific/Auckland"):
            for day, hour in ((28, 10), (28, 11), (31, 10), (31, 11)):
                at = datetime(2026, 2 if day == 28 else 3, day, hour, tzinfo=UTC)
                for minutes in (-1, 0, 1):
                    moment = at + timedelta(minutes=minutes)
                    Claim.objects.create(text="The ford was closed.", created_at=moment)
            refreshing.refresh()

            for start in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31)):
                same_as_live(Scope(start, start), Scope(start, date(2026, 4, 1)))


@pytest.mark.django_db
class TestRefresh:
    def test_twice_changes_nothing(self, desk, large, later):
        refreshing.refresh()
        before = set(ReportCount.objects.values_list("pk", "number"))

        ReportDay.objects.update(is_stale=True)
        refreshing.refresh()

        after = set(ReportCount.objects.values_list("pk", "number"))
        assert after == before

    def test_counts_only_days_that_something_touched(self, desk, waiting, large, later):
        refreshing.refresh()

        with time_machine.travel(LATER + timedelta(hours=1)):
            assert refreshing.refresh() == Round(0)
            workflow.dismiss(waiting.pk, actor=desk.emil, reason=DismissalReason.OFF_TOPIC)

            assert refreshing.refresh() == Round(1)
        assert not ReportDay.objects.filter(is_stale=True).exists()

    def test_counts_anew_in_another_time_zone(self, desk, large, later, settings):
        refreshing.refresh()
        before = ReportState.objects.get().shape

        settings.TIME_ZONE = "Asia/Jerusalem"
        refreshing.refresh()

        assert ReportState.objects.get().shape != before
        same_as_live(WHOLE)

    def test_keeps_months_that_are_the_sums_of_their_days(
        self, desk, waiting, large, later, monkeypatch
    ):
        # A few days at a time, on machines of any speed.
        ticking = SimpleNamespace(monotonic=count(0, TICK).__next__)
        monkeypatch.setattr(refreshing, "time", ticking)
        monkeypatch.setattr(refreshing, "STEP", 2 * TICK)
        refreshing.refresh()
        with time_machine.travel(LATER + timedelta(hours=1)):
            workflow.dismiss(waiting.pk, actor=desk.emil, reason=DismissalReason.OFF_TOPIC)
            refreshing.refresh()

        days, months = added_up(ReportCount.Span.DAY), added_up(ReportCount.Span.MONTH)

        assert days == {key: number for key, number in months.items() if key[1] != LINE}
        lines = Counter()
        for (figure, kind, month, by, _split, language), number in days.items():
            if kind == ReportCount.Kind.CELL:
                lines[figure, LINE, month, by, 0, language] += number
                lines[figure, LINE, month, by, 0, 0] += number
        assert lines == {key: number for key, number in months.items() if key[1] == LINE}

    def test_goes_on_where_a_round_ended_that_took_too_long(self, desk, large, later):
        first = refreshing.refresh(patience=0)

        assert not first.is_done
        assert Summaries.load().counting(WHOLE).count is live
        rounds = [first]
        while not rounds[-1].is_done:
            rounds.append(refreshing.refresh(patience=0))
        assert sum(one.days for one in rounds) == ReportDay.objects.count()
        same_as_live(WHOLE, ALL)

    def test_sees_what_happens_between_the_rounds_of_the_first_build(
        self, desk, waiting, large, later
    ):
        arrived = ReportDay.objects.filter(day=waiting.created_at.date(), is_stale=False)
        while not arrived.exists():
            assert not refreshing.refresh(patience=0).is_done

        with time_machine.travel(LATER + timedelta(hours=1)):
            workflow.dismiss(waiting.pk, actor=desk.emil, reason=DismissalReason.OFF_TOPIC)
            assert refreshing.refresh().is_done

            same_as_live(WHOLE, ALL)

    def test_asks_for_another_task_until_all_is_counted(self, desk, large, later, monkeypatch):
        queued = []
        monkeypatch.setattr(tasks.refresh_summaries, "delay", lambda: queued.append(1))
        monkeypatch.setattr(refreshing.refresh, "__defaults__", (0,))

        while tasks.refresh_summaries() and queued:
            queued.pop()

        assert not ReportDay.objects.filter(is_stale=True).exists()
        assert ReportState.objects.get().refreshed_at

    def test_a_small_desk_is_counted_live(self, desk, later, db):
        assert refreshing.refresh() == Round(0)
        assert Summaries.load().counting(WHOLE).count is live

    def test_a_filter_that_few_claims_pass_is_counted_live(self, desk, large, later):
        refreshing.refresh()

        narrow = Scope(WHOLE.start, WHOLE.end, outlet="harbour.example")
        assert Summaries.load().counting(narrow).count is live


@pytest.mark.django_db
class TestPage:
    def test_says_how_fresh_it_is_and_asks_as_much_for_any_range(self, desk, large, later, at_desk):
        refreshing.refresh()
        client = at_desk(desk.emil)
        costs = []

        for scope in (Scope(date(2026, 3, 1), date(2026, 3, 31)), WHOLE):
            with CaptureQueriesContext(connection) as queries:
                page = client.get(f"/desk/reports/?{scope.address()}").content.decode()
            costs.append(len(queries))
            assert "on, live" in page

        assert costs[0] == costs[1]
