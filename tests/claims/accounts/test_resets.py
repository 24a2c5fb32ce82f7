"""Links to choose a password that are asked for by mail: how many, from where, for whom."""

from __future__ import annotations

import pytest
import time_machine
from django.test import Client

from claims.accounts import resets

PAGE = "/accounts/password_reset/"
NOON = 1_800_000_000 - 1_800_000_000 % 60

pytestmark = pytest.mark.django_db


def ask(email, *, address="203.0.113.9"):
    return Client().post(PAGE, {"email": email}, REMOTE_ADDR=address)


class TestOneAccount:
    def test_is_mailed_so_often_and_no_more(self, rosa, mailoutbox):
        answers = [ask(rosa.email, address=f"203.0.113.{number}") for number in range(9)]

        assert len(mailoutbox) == resets.MAILS
        assert {(answer.status_code, answer.url) for answer in answers} == {
            (302, "/accounts/password_reset/done/")
        }

    def test_is_the_same_however_its_address_is_written(self, rosa, mailoutbox):
        for email in (rosa.email, rosa.email.upper(), rosa.email.title(), rosa.email.upper()):
            ask(email)

        assert len(mailoutbox) == resets.MAILS

    def test_takes_nothing_from_another(self, rosa, emil, mailoutbox):
        for _turn in range(5):
            ask(rosa.email)
        ask(emil.email)

        assert mailoutbox[-1].to == [emil.email]

    def test_is_mailed_again_when_the_minutes_are_over(self, rosa, mailoutbox):
        with time_machine.travel(NOON, tick=False):
            for _turn in range(5):
                ask(rosa.email)
        with time_machine.travel(NOON + 15 * 60, tick=False):
            ask(rosa.email)

        assert len(mailoutbox) == resets.MAILS + 1


class TestOneAddress:
    @pytest.fixture(autouse=True)
    def few(self, settings):
        settings.LOGIN_FAILURES = 1

    def test_waits_after_too_many_whoever_is_asked_for(self, rosa, mailoutbox):
        for number in range(10):
            assert ask(f"nobody{number}@desk.test").status_code == 302
        answer = ask(rosa.email)

        assert answer.status_code == 429
        assert 0 < int(answer["Retry-After"]) <= 15 * 60
        assert "Too many links were asked for from here. Wait 15 minutes." in answer.text
        assert "No link was sent." in answer.text
        assert rosa.email in answer.text
        assert not mailoutbox

    def test_keeps_nobody_elsewhere_waiting(self, rosa, mailoutbox):
        for number in range(12):
            ask(f"nobody{number}@desk.test")
        ask(rosa.email, address="198.51.100.7")

        assert len(mailoutbox) == 1
