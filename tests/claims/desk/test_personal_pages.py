from __future__ import annotations

import pytest
from django.urls import reverse

from claims import passwords, workflow
from claims.delivery import notices
from claims.desk.keys import KEYS, clashes, keymap
from claims.models import Notice, Watch

PREFERENCES = reverse("desk:preferences")
NOTICES = reverse("desk:notices")


def settings_of(person, **more):
    keys = {
        f"key_{act}": sign
        for act, sign in keymap(person.preferences).items()
        if not KEYS[act].is_fixed
    }
    return {"language": "", "theme": "", "mail": "digest", "keys_on": "on", **keys, **more}


class TestPreferences:
    def test_are_kept(self, at_desk, rosa):
        client = at_desk(rosa)

        client.post(PREFERENCES, settings_of(rosa, theme="dark", language="es", mail="now"))

        rosa.refresh_from_db()
        assert rosa.language == "es"
        assert (rosa.preferences["theme"], rosa.preferences["mail"]) == ("dark", "now")
        page = client.get(PREFERENCES).content.decode()
        assert 'lang="es"' in page
        assert 'data-theme="dark"' in page

    def test_turn_the_page_round_for_hebrew_and_arabic(self, at_desk, rosa):
        for language in ("he", "ar"):
            rosa.language = language
            rosa.save()

            assert 'dir="rtl"' in at_desk(rosa).get(PREFERENCES).content.decode()

    def test_keep_only_the_keys_that_differ(self, at_desk, rosa):
        at_desk(rosa).post(PREFERENCES, settings_of(rosa, key_take="u"))

        rosa.refresh_from_db()
        assert rosa.preferences["keys"] == {"take": "U"}

    @pytest.mark.parametrize("sign", ["5", "X", "G", "AB", "\u200f", ""])
    def test_refuse_a_key_that_cannot_be(self, at_desk, rosa, sign):
        response = at_desk(rosa).post(PREFERENCES, settings_of(rosa, key_take=sign))

        assert response.status_code == 422
        rosa.refresh_from_db()
        assert "keys" not in rosa.preferences

    def test_switch_keys_off(self, at_desk, rosa):
        client = at_desk(rosa)
        client.post(PREFERENCES, settings_of(rosa, keys_on=""))

        assert b"data-keymap" not in client.get(PREFERENCES).content


class TestKeys:
    def test_of_the_table_do_not_clash(self):
        assert clashes(keymap({})) == {}

    def test_leave_the_digits_to_ratings(self):
        assert "take" in clashes({**keymap({}), "take": "3"})

    def test_that_make_no_sense_fall_back(self):
        assert keymap({"keys": ["x"]}) == keymap({"keys": {"take": 3}}) == keymap({})


class TestNotices:
    def test_say_that_a_password_link_was_shown(self, at_desk, rosa, dana):
        passwords.show_link(rosa, actor=dana)
        notices.deliver()

        page = at_desk(rosa).get(NOTICES).content.decode()

        assert "A link to choose a password was shown" in page
        assert "Whoever has the link can log in as you" in page

    @pytest.fixture
    def told(self, taken, rosa, pavel):
        workflow.comment(taken.pk, actor=pavel, body="@Rosa, see the log.")
        notices.deliver()
        return Notice.objects.get(user=rosa)

    def test_are_counted_in_the_bar_and_listed(self, at_desk, rosa, told):
        client = at_desk(rosa)

        page = client.get(NOTICES).content.decode()

        assert "unread notices" in page
        assert "You were named in a comment" in page

    def test_are_read_when_the_claim_is_opened(self, at_desk, rosa, told, taken):
        at_desk(rosa).get(reverse("desk:claim", args=[taken.pk]))

        told.refresh_from_db()
        assert told.read_at is not None

    def test_are_not_read_by_a_page_that_is_fetched_ahead(self, at_desk, rosa, told, taken):
        page = reverse("desk:claim", args=[taken.pk])

        at_desk(rosa).get(page, headers={"Plumbline-Purpose": "prefetch"})

        told.refresh_from_db()
        assert told.read_at is None

    def test_are_all_read_at_once(self, at_desk, rosa, told):
        at_desk(rosa).post(reverse("desk:read_all"))

        assert not rosa.notices.unread().exists()

    def test_belong_to_one_person(self, at_desk, pavel, told):
        assert b"see the log" not in at_desk(pavel).get(NOTICES).content
        assert b"Nothing new" in at_desk(pavel).get(NOTICES).content


class TestWatching:
    def test_starts_and_stops(self, at_desk, pavel, claim):
        client, address = at_desk(pavel), reverse("desk:watch", args=[claim.pk])

        client.post(address, {"watch": "on"})
        client.post(address, {"watch": "on"})
        assert Watch.objects.get().user == pavel
        client.post(address, {"watch": "off"})

        assert not Watch.objects.exists()


class TestSession:
    def test_tells_who_is_logged_in_with_a_fresh_token(self, at_desk, client, rosa):
        address = reverse("desk:session")

        assert at_desk(rosa).get(address).json()["person"] == rosa.pk
        assert client.get(address).status_code == 401
