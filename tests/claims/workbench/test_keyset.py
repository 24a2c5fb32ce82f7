from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claims.models import Claim
from claims.workbench.keyset import Order, neighbour, page, read_cursor, write_cursor

pytestmark = pytest.mark.django_db

WORTH = Order("worth", ("-priority", "-worth", "created_at", "id"))
DEADLINE = Order("deadline", ("deadline", "id"), may_be_empty=frozenset({"deadline"}))
START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def claims():
    """Twenty-three claims with many ties, and a third of them without a deadline."""
    return Claim.objects.bulk_create(
        Claim(
            text=f"Statement {number}",
            priority=number % 3,
            worth=(number % 4) / 4,
            created_at=START + timedelta(minutes=number // 5),
            deadline=None if number % 3 == 0 else START + timedelta(days=number % 5),
        )
        for number in range(23)
    )


def walk(order, size):
    """All pages from the top, as lists of texts."""
    pages, cursor = [], ""
    while True:
        here = page(Claim.objects.all(), order, cursor=cursor, size=size)
        pages.append(here)
        if not here.next:
            return pages
        cursor = here.next


@pytest.mark.parametrize("order", [WORTH, DEADLINE], ids=lambda order: order.name)
@pytest.mark.parametrize("size", [1, 4, 23, 50])
class TestPages:
    def test_show_every_row_once_and_in_order(self, claims, order, size):
        shown = [row.pk for here in walk(order, size) for row in here.rows]

        wanted = Claim.objects.order_by(*order.expressions(backwards=False))
        assert shown == [row.pk for row in wanted]

    def test_lead_back_the_way_they_came(self, claims, order, size):
        pages = walk(order, size)

        cursor, back = pages[-1].previous, [pages[-1]]
        while cursor:
            here = page(Claim.objects.all(), order, cursor=cursor, size=size)
            back.insert(0, here)
            cursor = here.previous
        assert [[row.pk for row in here.rows] for here in back] == [
            [row.pk for row in here.rows] for here in pages
        ]


class TestNeighbour:
    @pytest.mark.parametrize("order", [WORTH, DEADLINE], ids=lambda order: order.name)
    def test_is_the_row_before_or_after(self, claims, order):
        listed = list(Claim.objects.order_by(*order.expressions(backwards=False)))

        for before, row, after in zip([None, *listed], listed, [*listed[1:], None], strict=False):
            rows = Claim.objects.all()
            assert neighbour(rows, order, row) == (after.pk if after else None)
            back = neighbour(rows, order, row, backwards=True)
            assert back == (before.pk if before else None)

    def test_is_found_from_a_row_that_has_left_the_list(self, claims):
        listed = list(Claim.objects.order_by(*WORTH.expressions(backwards=False)))
        rows = Claim.objects.exclude(pk=listed[4].pk)

        assert neighbour(rows, WORTH, listed[4]) == listed[5].pk


class TestCost:
    def test_is_two_queries_wherever_the_page_lies(self, claims, django_assert_num_queries):
        for cursor in ["", *(here.next for here in walk(WORTH, 5)[:-1])]:
            with django_assert_num_queries(2):
                page(Claim.objects.all(), WORTH, cursor=cursor, size=5)


class TestCursor:
    def test_survives_the_address(self, claims):
        claim = claims[7]
        values = (claim.priority, claim.worth, claim.created_at, claim.pk)

        place = read_cursor(write_cursor(WORTH, values, backwards=True), WORTH, Claim)

        assert place.values == values
        assert place.backwards

    @pytest.mark.parametrize(
        "cursor",
        ["x", "!!!!", "e30", "W10", "bnVsbA", "a" * 5000, write_cursor(DEADLINE, (None, 1)), "é"],
    )
    def test_starts_anew_when_it_is_damaged(self, claims, cursor):
        here = page(Claim.objects.all(), WORTH, cursor=cursor, size=5)

        assert here.rows == page(Claim.objects.all(), WORTH, size=5).rows
