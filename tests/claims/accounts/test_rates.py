"""Counting requests for all processes together."""

from __future__ import annotations

import threading

import pytest
import time_machine
from django.db import connection
from django.test import RequestFactory

from claims.accounts import rates
from claims.accounts.models import RateCount

NOON = 1_800_000_000 - 1_800_000_000 % 60


@pytest.mark.django_db
class TestCount:
    def test_counts_until_the_minute_is_over(self):
        with time_machine.travel(NOON + 10, tick=False):
            first, second = rates.count("key:a", 1), rates.count("key:a", 1)
            other = rates.count("key:b", 1)
        with time_machine.travel(NOON + 60, tick=False):
            later = rates.count("key:a", 1)

        assert (first.used, first.left, first.is_exceeded) == (1, 0, False)
        assert (second.used, second.is_exceeded, second.seconds) == (2, True, 50)
        assert other.used == later.used == 1

    def test_forgets_who_has_not_asked_for_an_hour(self):
        with time_machine.travel(NOON, tick=False):
            rates.count("key:a", 1)
        with time_machine.travel(NOON + 30 * 60, tick=False):
            rates.count("key:b", 1)
        with time_machine.travel(NOON + 62 * 60, tick=False):
            assert rates.forget_old() == 1

        assert RateCount.objects.get().who == "key:b"


@pytest.mark.django_db(transaction=True)
class TestCountAtOnce:
    def test_loses_no_request(self):
        def ask() -> None:
            for _turn in range(25):
                used.append(rates.count("key:a", 1000).used)
            connection.close()

        used: list[int] = []
        with time_machine.travel(NOON, tick=False):
            threads = [threading.Thread(target=ask) for _number in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        assert sorted(used) == list(range(1, 101))


class TestAddressOf:
    @pytest.mark.parametrize(
        ("behind_proxy", "forwarded", "expected"),
        [
            (False, "198.51.100.7", "203.0.113.9"),
            (True, "198.51.100.7", "198.51.100.7"),
            (True, "10.0.0.1, 198.51.100.7", "198.51.100.7"),
            (True, "", "203.0.113.9"),
        ],
    )
    def test_believes_the_proxy_alone(self, settings, behind_proxy, forwarded, expected):
        settings.BEHIND_PROXY = behind_proxy
        request = RequestFactory().get(
            "/", REMOTE_ADDR="203.0.113.9", HTTP_X_FORWARDED_FOR=forwarded
        )

        assert rates.address_of(request) == expected


class TestHouseholdOf:
    @pytest.mark.parametrize(
        ("address", "expected"),
        [
            ("203.0.113.9", "203.0.113.9"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("fe80::1%eth0", "fe80::/64"),
            ("nonsense", "unknown"),
        ],
    )
    def test_counts_an_ipv6_network_as_one(self, address, expected):
        assert rates.household_of(address) == expected
