"""Consumers behind, kappa and precision, each against a slow recomputation."""

from __future__ import annotations

import random

import pytest

from claims.delivery import consumers, webhooks
from claims.models import Behind
from claims.reports.catalogue import FIGURES
from claims.reports.figures import Cell, Rate, Row
from claims.reports.ratios import Ratio, kappa
from claims.reports.scope import Scope
from tests.claims.clients import Api, publish, retract  # noqa: F401 - fixtures
from tests.claims.delivery.test_consumers import correct, program  # noqa: F401 - fixtures
from tests.claims.receiving import consumer, endpoint, receiver  # noqa: F401 - fixtures

CLAIMS = "/api/v1/claims"


@pytest.mark.django_db
class TestBehind:
    def test_says_of_each_claim_what_its_own_page_says(
        self, program, published, correct, publish, endpoint, receiver  # noqa: F811
    ):  # fmt: skip
        other = publish("Another one.")
        one, follower = program("One"), program("Follower")
        one.get(CLAIMS)
        token = follower.get(CLAIMS).json()["next_updated_since"]
        for delivery_id in webhooks.hand_out():
            webhooks.send(delivery_id)
        receiver.answers = [(500, {})] * 3
        correct(published.claim_id)
        for delivery_id in webhooks.hand_out():
            webhooks.send(delivery_id)

        for answers in (2, 1, 0):
            for claim_id in (published.claim_id, other.pk):
                slow = {row.consumer for row in consumers.holding(claim_id) if not row.is_current}
                rows = Behind.objects.filter(claim=claim_id)
                assert set(rows.values_list("consumer", flat=True)) == slow
            if answers == 2:
                one.get(f"{CLAIMS}/{published.claim_id}")
            elif answers == 1:
                follower.get(CLAIMS, {"updated_since": token})
        assert set(Behind.objects.values_list("consumer", flat=True)) == {"Morning Post"}

        day = published.published_at.date()
        table = FIGURES["behind"].table(Scope(day, day))
        assert [(row.name, row.total.count) for row in table.rows] == [("Morning Post", 1)]
        failed = FIGURES["undelivered"].table(Scope(day, day))
        assert failed.total.count == 1


class TestKappa:
    @pytest.mark.parametrize(
        ("cells", "value"),
        [
            ({}, None),
            ({("a", "a"): 4}, None),
            ({("a", "a"): 5, ("b", "b"): 5}, 1.0),
            ({("a", "b"): 5, ("b", "a"): 5}, -1.0),
            # The worked example of Cohen's paper in two categories: 20, 5, 10, 15.
            ({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}, 0.4),
        ],
    )
    def test_of_known_tables(self, cells, value):
        assert kappa(cells) == (pytest.approx(value) if value is not None else None)

    @pytest.mark.parametrize("seed", range(5))
    def test_agrees_with_a_count_pair_by_pair(self, seed):
        dice = random.Random(seed)
        pairs = [(dice.choice("abc"), dice.choice("abc")) for _ in range(40)]
        cells = {pair: pairs.count(pair) for pair in pairs}

        same = sum(left == right for left, right in pairs) / 40
        chance = sum(left == right for left, _ in pairs for _, right in pairs) / 40**2

        assert kappa(cells) == pytest.approx((same - chance) / (1 - chance))


def test_a_share_is_written_in_one_way_in_tables_and_above_them():
    """A third of the rows is "33.3 %" as a cell, as the rate of a row and as a ratio."""
    row = Row("", "", [], 3, rate=1 / 3)

    written = {Cell(1, "", 1 / 3).percent, row.rated, Ratio("", 1, 3, "").percent}

    assert written == {"33.3\u00a0%"}
    assert Cell(1, "").percent == ""
    assert Ratio("", 0, 0, "").percent == "–"


class TestRate:
    def test_is_a_share_of_some_columns(self):
        rate = Rate("Precision", of=("right",), among=("right", "wrong"))

        assert rate.share({"right": 3, "wrong": 1, "declined": 9}) == 0.75
        assert rate.share({"declined": 9}) is None
