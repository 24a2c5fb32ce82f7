"""Figures agree with a slow, obvious recomputation, and their links with themselves."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Claim, Event, Mention, PublicState, Rating, Verdict
from claims.reports.catalogue import COUNTED, FIGURES, SECTIONS
from claims.reports.catalogue.work import STEPS, standing
from claims.reports.durations import STAGES, stages_together, took
from claims.reports.figures import live
from claims.reports.remembered import Remembered
from claims.reports.scope import Scope
from claims.reports.stuck import stuck
from tests.claims.clients import Api
from tests.claims.reports.conftest import telling


@pytest.fixture(scope="module", params=[1, 2, 3])
def desk(request, django_db_setup, django_db_blocker):
    with telling(django_db_blocker, request.param) as cast:
        yield cast


def until_now(scope) -> Scope:
    """A scope with the publications too: they bear the clock of the database."""
    return scope.between(scope.start, timezone.localdate())


def served_by_api(query: dict[str, str]) -> list[dict]:
    """Everything that a list of the public API serves, page by page."""
    found, answer = [], Api().get("/api/v1/claims", {**query, "page_size": 3}).json()
    while True:
        found += answer["results"]
        if answer["next"] is None:
            return found
        answer = Api().get(answer["next"]).json()


def inside(scope, moment) -> bool:
    return moment is not None and scope.since <= moment < scope.until


def hosts(claim) -> set[str]:
    return {one.snapshot.article.source.domain for one in claim.mentions.all()} or {""}


def outcome(claim) -> str:
    state = PublicState.objects.filter(claim=claim).first()
    if state is not None:
        return "retracted" if state.is_retracted else "published"
    return "work" if claim.state in ("queued", "in_progress", "checked") else claim.state


def shown(length: timedelta) -> timedelta:
    """A length as a page tells it: in whole minutes, then tenths of an hour, then of a day."""
    unit = timedelta(days=0.1)
    if length < timedelta(hours=1):
        unit = timedelta(minutes=1)
    elif length < timedelta(days=2):
        unit = timedelta(hours=0.1)
    whole, over = divmod(length, unit)
    return unit * (whole + (over * 2 >= unit))


def slow_steps(scope):
    kinds = {kind for kind, _label in STEPS}
    events = [one for one in Event.objects.all() if one.kind in kinds and inside(scope, one.at)]
    return Counter((one.kind, "") for one in events)


def slow_ratings(scope):
    rows = [one for one in PublicState.objects.all() if not one.is_retracted]
    return [one for one in rows if inside(scope, one.first_published_at)]


def slow_topics(scope):
    return Counter(
        (topic, one.rating_key) for one in slow_ratings(scope) for topic in one.topics or [""]
    )


def slow_outlets(scope):
    return Counter(
        (host, one.rating_key) for one in slow_ratings(scope) for host in one.outlets or [""]
    )


def arrived(scope):
    return [one for one in Claim.objects.all() if inside(scope, one.created_at)]


def slow_balance(scope):
    return Counter((host, outcome(one)) for one in arrived(scope) for host in hosts(one))


def side(claim) -> str:
    return (claim.claimant.side_id if claim.claimant else None) or ""


def slow_balance_of_sides(scope):
    return Counter((side(one), outcome(one)) for one in arrived(scope))


def slow_declined_of_sides(scope):
    return Counter(
        (side(one), one.dismissal_reason) for one in arrived(scope) if one.state == "dismissed"
    )


def slow_declined(scope):
    return Counter(
        (str(one.claimant_id or ""), one.dismissal_reason)
        for one in arrived(scope)
        if one.state == "dismissed"
    )


def slow_mentions(scope):
    numbers = [one.mentions.count() for one in arrived(scope)]
    return Counter(
        (str(number) if number < 3 else "3-5" if number < 6 else "6+", "") for number in numbers
    )


def slow_repeated(scope):
    found = Counter()
    for one in Mention.objects.all():
        state = PublicState.objects.filter(claim=one.claim, is_retracted=False).first()
        late = state is not None and one.created_at > state.first_published_at
        if late and inside(scope, one.created_at):
            found[(str(one.claim.claimant_id or ""), "")] += 1
    return found


def published(scope):
    return [one for one in Verdict.objects.all() if inside(scope, one.published_at)]


def slow_evidence(scope):
    return Counter(
        (cited.evidence.kind, "kept" if cited.evidence.captures.exists() else "missing")
        for one in published(scope)
        for cited in one.citations.all()
    )


def slow_sources(scope):
    return Counter((str(one.citations.count()), "") for one in published(scope))


def slow_corrections(scope):
    return Counter((one.correction_type, "") for one in published(scope) if one.corrects_id)


def slow_returns(scope):
    events = Event.objects.filter(kind="verdict.returned")
    return Counter((one.detail.data["reason"], "") for one in events if inside(scope, one.at))


def slow_extraction(scope):
    wrong = ("not_checkable", "opinion", "prediction", "bad_extraction")
    found = Counter()
    for one in arrived(scope):
        if one.state in ("candidate", "duplicate") or not one.mentions.exists():
            continue
        judged = "right"
        if one.state == "dismissed":
            judged = "wrong" if one.dismissal_reason in wrong else "declined"
        found.update((reason, judged) for reason in one.reasons)
    return found


SLOW = {
    "steps": slow_steps,
    "ratings-topics": slow_topics,
    "ratings-outlets": slow_outlets,
    "balance-outlets": slow_balance,
    "balance-sides": slow_balance_of_sides,
    "declined-sides": slow_declined_of_sides,
    "declined-claimants": slow_declined,
    "mentions": slow_mentions,
    "repeated": slow_repeated,
    "evidence": slow_evidence,
    "sources": slow_sources,
    "corrections": slow_corrections,
    "returns": slow_returns,
    "extraction": slow_extraction,
}


@pytest.mark.django_db
class TestFigures:
    def test_agree_with_a_slow_recomputation(self, desk, scope):
        for key, slow in SLOW.items():
            for one in (scope, scope.before(), until_now(scope)):
                assert FIGURES[key].counts(one).cells == dict(slow(one)), key
        assert FIGURES["ratings-topics"].counts(until_now(scope)).cells
        assert FIGURES["balance-sides"].counts(until_now(scope)).rows["council"]

    def test_of_one_side_are_those_of_its_claimants(self, desk, scope):
        narrow = replace(until_now(scope), side="council")

        for figure in FIGURES.values():
            for row in figure.rows(narrow):
                claim = row
                for name in filter(None, figure.path.split("__")):
                    claim = getattr(claim, name)
                assert side(claim) == "council", figure.key
        whole = FIGURES["balance-sides"].counts(until_now(scope))
        assert FIGURES["balance-sides"].counts(narrow).total == whole.rows["council"]

    def test_count_a_range_and_the_one_before_as_each_by_itself(self, desk, scope):
        for figure in FIGURES.values():
            for one in (scope, until_now(scope), scope.between(scope.start, scope.start)):
                if figure.compares:
                    assert figure.pair(one) == (figure.counts(one), figure.counts(one.before()))

    def test_are_the_same_when_one_answer_needs_many(self, desk, scope):
        for one in (until_now(scope), replace(until_now(scope), topic="ports")):
            count = Remembered(live)
            for figure in FIGURES.values():
                assert count(figure, one) == figure.counts(one), figure.key
                if figure.compares:
                    assert count(figure, one.before()) == figure.counts(one.before()), figure.key

    def test_stages_together_are_counted_as_each_by_itself(self, desk, scope):
        for one in (scope, until_now(scope), replace(until_now(scope), topic="ports")):
            together = stages_together(one)

            assert together == {stage.key: stage.histogram.pair(one) for stage in STAGES}
        assert together["whole"][0].total

    def test_every_number_counts_the_rows_behind_it(self, desk, scope):
        seen, scope = 0, until_now(scope)
        for figure in FIGURES.values():
            table = figure.table(scope)
            assert table.total.count == figure.chosen(scope).count(), figure.key
            for row in table.rows:
                assert row.total.count == figure.chosen(scope, row.value).count(), figure.key
                for (column, _name), cell in zip(table.columns, row.cells, strict=True):
                    chosen = figure.chosen(scope, row.value, column)
                    assert cell.count == chosen.count(), (figure.key, row.value, column)
                    seen += cell.count
        assert seen

    def test_times_agree_with_the_trail_read_event_by_event(self, desk, scope):
        whole = next(stage for stage in STAGES if stage.key == "whole")
        approval = next(stage for stage in STAGES if stage.key == "approval")

        lengths, waits, public = [], [], set()
        submitted = {}
        for event in Event.objects.order_by("id"):
            if event.kind == "verdict.submitted":
                submitted[event.subject] = event.at
            if event.kind == "verdict.approved" and inside(scope, event.at):
                waits.append(event.at - submitted[event.subject])
            if event.kind == "verdict.published" and event.claim_id not in public:
                public.add(event.claim_id)
                if inside(scope, event.at):
                    lengths.append(event.at - event.claim.created_at)

        for stage, slow in ((whole, lengths), (approval, waits)):
            fast = took(stage, scope)
            assert fast.count == len(slow)
            assert fast.median == shown(statistics.median_low(slow))
            assert fast.p90 == shown(sorted(slow)[math.ceil(len(slow) * 9 / 10) - 1])


@pytest.mark.django_db
class TestTotals:
    def test_are_those_of_the_published(self, desk, scope):
        scope = until_now(scope)
        public = PublicState.objects.live().filter(scope.within("first_published_at"))
        assert public.exists()
        for key in ("ratings", "ratings-topics", "ratings-outlets", "ratings-claimants"):
            assert FIGURES[key].table(scope).total.count == public.count()

    def test_stand_side_by_side_in_the_order_of_their_scale(self, desk, scope):
        table = FIGURES["ratings-topics"].table(until_now(scope))
        shown = [key for key, _label in table.columns]

        scale = Rating.objects.order_by("scale", "order").values_list("key", flat=True)
        assert shown == [key for key in scale if key in shown]
        assert len(shown) > 1

    def test_are_those_of_the_api(self, desk, scope):
        """Whoever counts what the API serves gets the numbers of the report."""
        scope = until_now(scope)
        asked = {"published_from": scope.since.isoformat(), "published_to": scope.until.isoformat()}
        counted = {}
        for key, filters in (
            ("ratings", "rating"), ("ratings-topics", "topic"), ("ratings-outlets", "outlet"),
            ("ratings-claimants", "claimant"),
        ):  # fmt: skip
            for row in FIGURES[key].table(scope).rows:
                if row.value:
                    served = served_by_api({**asked, filters: row.value})
                    assert len(served) == row.total.count, (key, row.value)
                    counted[key, row.value] = len(served)
            assert len(served_by_api(asked)) == FIGURES[key].table(scope).total.count
        assert len(counted) > 6


@pytest.mark.django_db
class TestStanding:
    def test_counts_from_when_the_trail_says_it_came_there(self, desk):
        for claim in Claim.objects.all():
            moves = claim.events.filter(subject="", to_state=claim.state).order_by("-id")
            entered = moves.first()
            expected = entered.at if entered else claim.created_at
            assert claim.state_since == expected, claim.state

    def test_lists_what_is_stuck_longest_as_the_figure_counts_it(self, desk, scope):
        late = standing(scope).filter(is_late=True)

        found = stuck(scope)

        slow = sorted((row.since, row.pk) for row in late)[:15]
        assert [(one.since, one.claim.pk) for one in found] == slow
        assert found


class TestCatalogue:
    def test_no_key_is_used_twice(self):
        figures = [figure.key for section in SECTIONS for figure in section.figures]
        stages = [stage.key for section in SECTIONS for stage in section.stages or []]

        assert len(COUNTED) == len(figures) + len(stages)
