"""Counts of a large filter say what counting live says, whatever it lets through meanwhile."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Source
from claims import workflow
from claims.models import (
    Claim,
    Claimant,
    ReportDay,
    ReportFilter,
    ReportFilteredDay,
    Side,
    Topic,
)
from claims.models.claim import DismissalReason
from claims.reports import large, refreshing
from claims.reports.catalogue import SUMMED
from claims.reports.durations import STAGES, took
from claims.reports.figures import Counts, live
from claims.reports.reach import days_between
from claims.reports.remembered import Remembered
from claims.reports.scope import Scope
from claims.reports.summaries import Summaries
from tests.claims.reports.conftest import telling
from tests.claims.reports.test_summaries import ALL, LATER, WHOLE, same_as_live

FILTERS = [
    {"outlet": "harbour.example"},
    {"outlet": "ridge.example"},
    {"claimant": "mara quill"},
    {"side": "council"},
    {"topic": "ports"},
]


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    """A told desk with the claims of `waiting`, counted once for each filter."""
    with telling(django_db_blocker, 12, claims=18) as cast:
        wait(Topic.objects.get(slug="ports"), Claimant.objects.get(name="Mara Quill"))
        with pytest.MonkeyPatch.context() as patch, time_machine.travel(LATER):
            make_large(patch)
            refreshing.refresh()
        yield cast


def wait(topic: Topic, claimant: Claimant) -> None:
    for day in (1, 5, 31):
        at = datetime(2026, 3, day, 12, tzinfo=UTC)
        claim = Claim.objects.create(text="It was dredged.", created_at=at, claimant=claimant)
        claim.topics.add(topic)


def make_large(patch: pytest.MonkeyPatch) -> None:
    """Let every desk be a large one, and every filter."""
    patch.setattr(settings, "REPORT_LIVE_CLAIMS", 0)
    patch.setattr(large, "LARGE", 1)


@pytest.fixture
def waiting(desk, db) -> list[Claim]:
    """Candidates of March about the ports, by Mara Quill, that nobody has decided on."""
    return list(Claim.objects.filter(text="It was dredged.").order_by("created_at"))


@pytest.fixture
def counted(desk, db, monkeypatch):
    """A large desk on which each filter is a large one."""
    make_large(monkeypatch)
    with time_machine.travel(LATER):
        yield


def narrowed(scope: Scope, **filters: str) -> Scope:
    return Scope(scope.start, scope.end, **filters)


def sum_of(counts: list[Counts]) -> Counts:
    added = Counts({}, {})
    for one in counts:
        added = added.plus(one)
    return added


def served_as_live(*filters: dict[str, str]) -> None:
    found = Summaries.load()
    for one in filters:
        for scope in (narrowed(WHOLE, **one), narrowed(ALL, **one)):
            assert found.serves(scope), one
            same_as_live(scope)


@pytest.mark.django_db
class TestAgreement:
    @pytest.mark.parametrize("one", FILTERS, ids=str)
    def test_with_live_counts(self, counted, scope, one):
        served_as_live(one)
        same_as_live(narrowed(scope, **one))

        assert live(SUMMED["arrivals"], narrowed(ALL, **one)).total

    def test_of_a_language_as_well(self, counted):
        Claim.objects.filter(pk__in=Claim.objects.values("pk")[:9]).update(language="he")
        ReportDay.objects.update(is_stale=True)
        refreshing.refresh()

        served_as_live({"topic": "roads", "language": "he"})

    def test_of_tables_cut_short_and_compared(self, counted, scope):
        found = Summaries.load()
        one = narrowed(scope, outlet="ridge.example")

        for figure in SUMMED.values():
            for shown in (1, None):
                stored = figure.table(one, found.counting(one), shown=shown)
                assert stored == figure.table(one, shown=shown), (figure.key, shown)
        for stage in STAGES:
            assert took(stage, one, found.counting(one)) == took(stage, one)

    def test_when_today_brings_the_largest_line(self, counted):
        loud = Claimant.objects.create(name="A newcomer")
        ports = Topic.objects.get(slug="ports")
        for number in range(30):
            claim = Claim.objects.create(
                text=f"The lock has {number} gates.", claimant=loud, created_at=LATER
            )
            claim.topics.add(ports)
        figure, one = SUMMED["balance-claimants"], narrowed(ALL, topic="ports")

        table = figure.table(one, Summaries.load().counting(one), shown=1)

        assert table == figure.table(one, shown=1)
        assert (table.rows[0].name, table.rows[0].total.count) == ("A newcomer", 30)

    def test_at_the_borders_of_days_and_months_in_the_newsrooms_zone(self, counted, monkeypatch):
        monkeypatch.setattr(settings, "TIME_ZONE", "Pacific/Auckland")
        ports = Topic.objects.get(slug="ports")
        with timezone.override("Pacific/Auckland"):
            for day in (
                datetime(2026, 2, 28, 11, tzinfo=UTC),
                datetime(2026, 3, 31, 11, tzinfo=UTC),
            ):
                for minutes in (-1, 0, 1):
                    moment = day + timedelta(minutes=minutes)
                    claim = Claim.objects.create(text="The ford was closed.", created_at=moment)
                    claim.topics.add(ports)
            refreshing.refresh()

            for start in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31)):
                one = Scope(start, start, topic="ports")
                assert Summaries.load().serves(one)
                same_as_live(one, one.between(start, date(2026, 4, 1)))


@pytest.mark.django_db
class TestLive:
    """However PostgreSQL is asked, the same passes."""

    @pytest.mark.parametrize(
        "filters",
        [*FILTERS, {"topic": "ports", "outlet": "ridge.example"}, {"claimant": "Nobody"}],
        ids=str,
    )
    def test_single_days_make_up_the_range(self, desk, waiting, scope, filters):
        week = Scope(scope.start, scope.start + timedelta(days=3), **filters)

        for figure in SUMMED.values():
            days = [
                live(figure, week.between(day, day)) for day in days_between(week.start, week.end)
            ]
            added = sum_of(days)
            assert (added.cells, added.columns) == (
                live(figure, week).cells, live(figure, week).columns
            ), figure.key  # fmt: skip

    @pytest.mark.parametrize("few", [0, 1000])
    def test_claims_found_once_for_all_figures_count_the_same(
        self, desk, waiting, scope, monkeypatch, few
    ):
        monkeypatch.setattr("claims.reports.scope.FEW", few)
        for filters in (
            {"side": "council", "topic": "ports"},
            {"topic": "roads", "language": "en"},
        ):
            one, count = narrowed(scope, **filters), Remembered(live)
            for figure in SUMMED.values():
                assert count(figure, one) == live(figure, one), figure.key
                if figure.compares:
                    assert count(figure, one.before()) == live(figure, one.before()), figure.key
            assert bool(count.passing[tuple(one.filters.items())]) == bool(few)


@pytest.mark.django_db
class TestMoves:
    """What passes a filter changes; the counts move with it."""

    def test_to_another_topic_and_claimant(self, counted, desk, waiting):
        roads, reed = Topic.objects.get(slug="roads"), Claimant.objects.get(name="Jon Reed")

        with time_machine.travel(LATER + timedelta(hours=1)):
            workflow.edit(waiting[0].pk, actor=desk.emil, topics=[roads], claimant=reed)
            refreshing.refresh()

            served_as_live(*FILTERS, {"topic": "roads"}, {"claimant": "Jon Reed"})

    def test_to_another_side_and_name(self, counted, desk):
        quill = Claimant.objects.get(name="Mara Quill")

        with time_machine.travel(LATER + timedelta(days=1, hours=1)):
            workflow.rename_claimant(
                quill.pk, actor=desk.emil, name="Mara Reed", side=Side.objects.get(key="ridge")
            )
            refreshing.refresh()

            served_as_live({"claimant": "Mara Reed"}, {"side": "ridge"})
            same_as_live(narrowed(ALL, claimant="Mara Quill"), narrowed(ALL, side="council"))

    @pytest.mark.parametrize("whole", [True, False], ids=["outlet", "article"])
    def test_to_another_outlet(self, counted, desk, whole):
        harbour, ridge = (Source.objects.get(domain=one["outlet"]) for one in FILTERS[:2])
        with time_machine.travel(LATER + timedelta(hours=1)):
            if whole:
                edited = harbour
                Source.objects.filter(pk=harbour.pk).update(domain="quay.example")
            else:
                edited = Article.objects.filter(source=harbour).first()
                Article.objects.filter(pk=edited.pk).update(source=ridge)
            LogEntry.objects.create(
                user=desk.dana, content_type=ContentType.objects.get_for_model(edited),
                object_id=str(edited.pk), action_flag=CHANGE,
            )  # fmt: skip
            refreshing.refresh()

            served_as_live(*FILTERS[:2])

    @pytest.mark.parametrize("seed", range(3))
    def test_at_random(self, counted, desk, waiting, seed):
        dice = random.Random(seed)
        topics, people = list(Topic.objects.all()), list(Claimant.objects.all())
        for hour in (1, 13, 37):
            with time_machine.travel(LATER + timedelta(hours=hour)):
                for claim in dice.sample(waiting, 2):
                    chosen = dice.sample(topics, dice.randrange(3))
                    workflow.edit(
                        claim.pk, actor=desk.emil, topics=chosen, claimant=dice.choice(people)
                    )
                if hour == 13:
                    workflow.dismiss(
                        waiting.pop().pk, actor=desk.emil, reason=DismissalReason.OFF_TOPIC
                    )
                refreshing.refresh()

                served_as_live(*dice.sample(FILTERS, 2))


@pytest.mark.django_db
class TestRounds:
    def test_counting_anew_writes_nothing_that_is_the_same(self, counted):
        def rows() -> set:
            with connection.cursor() as cursor:
                cursor.execute("SELECT ctid::text, filter_id, day FROM claims_reportfilteredday")
                return set(cursor.fetchall())

        before = rows()
        ReportDay.objects.update(is_stale=True)
        refreshing.refresh()

        assert before and rows() == before

    def test_a_day_without_such_claims_any_more_keeps_no_counts(self, counted):
        Claim.topics.through.objects.all().delete()
        ReportDay.objects.update(is_stale=True)
        refreshing.refresh()

        one = narrowed(ALL, topic="ports")
        found = Summaries.load()
        assert found.serves(one) and not found.counts(SUMMED["arrivals"], one).total

    def test_what_has_become_large_is_served_when_every_day_has_it(self, counted):
        reed = {"claimant": "Jon Reed"}
        ReportFilter.objects.filter(name="claimant").delete()
        with time_machine.travel(LATER + timedelta(days=1)):
            refreshing.refresh(patience=0)
            assert ReportFilter.objects.filter(value="JON REED").exists()
            assert not Summaries.load().serves(narrowed(ALL, **reed))
            assert Summaries.load().serves(narrowed(ALL, topic="ports"))

            assert refreshing.refresh().is_done

            served_as_live(reed)

    def test_filters_are_looked_for_once_a_day(self, counted):
        later = time_machine.travel(LATER + timedelta(hours=1))
        with later, CaptureQueriesContext(connection) as queries:
            refreshing.refresh()

        assert not [one for one in queries if large._LARGE[:30] in one["sql"]]

    def test_what_happens_between_the_rounds_of_a_first_build_counts(self, counted, desk, waiting):
        ReportDay.objects.all().delete()
        ReportFilteredDay.objects.all().delete()
        refreshing.ReportState.objects.all().delete()
        first = ReportDay.objects.filter(day=waiting[0].created_at.date(), is_stale=False)
        while not first.exists():
            assert not refreshing.refresh(patience=0).is_done
        with time_machine.travel(LATER + timedelta(hours=1)):
            workflow.edit(waiting[0].pk, actor=desk.emil, topics=[])
            assert refreshing.refresh().is_done

            served_as_live({"topic": "ports"})

    def test_two_filters_at_once_are_counted_live(self, counted):
        both = narrowed(WHOLE, topic="ports", outlet="ridge.example")

        assert Summaries.load().counting(both).count is live
