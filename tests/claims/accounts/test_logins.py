"""Log-ins that fail: how many, from where, and whom they never keep out."""

from __future__ import annotations

import threading

import pytest
import time_machine
from django.db import connection
from django.test import Client

from claims.accounts import logins, people
from claims.accounts.models import RateCount

PAGE = "/accounts/login/"
RIGHT, WRONG = "pa55word!x", "pa55word!y"
NOON = 1_800_000_000 - 1_800_000_000 % 60

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few(settings):
    settings.LOGIN_FAILURES = 2


def log_in(person, password=WRONG, *, address="203.0.113.9", browser=None):
    client = browser or Client()
    email = getattr(person, "email", person)
    given = {"username": email, "password": password}
    return client.post(PAGE, given, REMOTE_ADDR=address)


def is_in(answer) -> bool:
    return answer.status_code == 302


class TestOneAddress:
    def test_waits_after_too_many_even_with_the_right_password(self, rosa):
        tried = [log_in(rosa).status_code for _number in range(2)]

        answer = log_in(rosa, RIGHT)

        assert tried == [200, 200]
        assert answer.status_code == 429
        assert 0 < int(answer["Retry-After"]) <= 15 * 60
        assert "Too many log-ins failed. Wait 15 minutes" in answer.content.decode()

    def test_may_try_again_when_the_minutes_are_over(self, rosa):
        with time_machine.travel(NOON, tick=False):
            for _number in range(3):
                log_in(rosa)
        with time_machine.travel(NOON + 14 * 60, tick=False):
            assert log_in(rosa, RIGHT).status_code == 429
        with time_machine.travel(NOON + 15 * 60, tick=False):
            assert is_in(log_in(rosa, RIGHT))

    def test_is_forgiven_its_failures_by_the_right_password(self, rosa):
        for _turn in range(3):
            log_in(rosa)
            assert is_in(log_in(rosa, RIGHT))

    def test_says_the_same_where_nobody_has_the_account(self, rosa):
        nobody = [log_in("nobody@desk.test") for _number in range(3)][-1]
        known = [log_in(rosa) for _number in range(3)][-1]

        assert nobody.status_code == known.status_code == 429
        assert nobody.context["form"].errors == known.context["form"].errors

    def test_counts_every_way_to_write_an_account_as_one(self, rosa):
        ways = ["ROSA@desk.test", "rosa@DESK.test", "Rosa@Desk.Test"]

        assert [log_in(way).status_code for way in ways] == [200, 200, 429]
        assert logins.account_of("rosa@desk.test") == str(rosa.pk)

    def test_cannot_go_through_all_accounts(self, rosa, settings):
        tried = [log_in(f"person{number}@desk.test").status_code for number in range(21)]

        assert tried == [200] * 20 + [429]
        assert is_in(log_in(rosa, RIGHT, address="203.0.113.10"))

    def test_counts_the_network_of_an_ipv6_address(self, rosa):
        tried = [log_in(rosa, address=f"2001:db8:1:2::{number}") for number in range(3)]

        assert tried[-1].status_code == 429

    def test_is_the_one_that_the_proxy_saw(self, rosa, settings):
        settings.BEHIND_PROXY = True
        given = {"username": rosa.email, "password": WRONG}
        tried = [
            Client().post(PAGE, given, headers={"X-Forwarded-For": f"10.9.9.{number}, 192.0.2.7"})
            for number in range(3)
        ]

        assert tried[-1].status_code == 429


class TestManyAddresses:
    def test_cannot_go_on_with_one_account(self, rosa):
        tried = [log_in(rosa, address=f"203.0.113.{number}").status_code for number in range(11)]

        assert tried == [200] * 10 + [429]

    def test_keep_nobody_out_of_their_own_browser(self, rosa):
        own = Client()
        log_in(rosa, RIGHT, browser=own)
        own.post("/accounts/logout/")
        for number in range(30):
            log_in(rosa, address=f"203.0.113.{number}")

        assert is_in(log_in(rosa, RIGHT, browser=own))

    def test_a_failing_one_uses_up_no_more_than_its_share(self, rosa):
        for _number in range(30):
            log_in(rosa, address="198.51.100.1")

        assert is_in(log_in(rosa, RIGHT, address="203.0.113.9"))


class TestKnownBrowser:
    def test_has_a_bound_too(self, rosa):
        own = Client()
        log_in(rosa, RIGHT, browser=own)
        own.post("/accounts/logout/")

        tried = [log_in(rosa, browser=own).status_code for _number in range(3)]

        assert tried == [200, 200, 429]

    def test_is_known_for_its_own_account_alone(self, rosa, emil):
        own = Client()
        log_in(rosa, RIGHT, browser=own)
        for _number in range(3):
            log_in(emil)

        assert log_in(emil, RIGHT, browser=own).status_code == 429

    def test_is_not_known_by_a_forged_cookie(self, rosa):
        forger = Client()
        forger.cookies[logins.COOKIE] = "eyJhY2NvdW50IjoiMSJ9:1tX:abc"
        for _number in range(3):
            log_in(rosa)

        assert log_in(rosa, RIGHT, browser=forger).status_code == 429

    def test_becomes_known_by_a_new_password(self, rosa, client):
        for _number in range(3):
            log_in(rosa)
        form = client.get(people.password_path(rosa), follow=True).redirect_chain[-1][0]
        client.post(
            form, {"new_password1": "plumb-and-true-9", "new_password2": "plumb-and-true-9"}
        )

        assert is_in(log_in(rosa, "plumb-and-true-9", browser=client))


class TestDoor:
    def test_of_the_admin_is_the_same(self, client):
        answer = client.get("/admin/", follow=True)

        assert answer.redirect_chain[-1][0] == "/accounts/login/?next=%2Fadmin%2F"

    def test_counts_nothing_for_an_empty_form(self, rosa):
        log_in(rosa, "")

        assert not RateCount.objects.exists()


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_tries_at_the_same_moment_do_not_slip_past(self, rosa):
        def attempt() -> None:
            statuses.append(log_in(rosa).status_code)
            connection.close()

        statuses: list[int] = []
        threads = [threading.Thread(target=attempt) for _number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(statuses) == [200, 200] + [429] * 6
