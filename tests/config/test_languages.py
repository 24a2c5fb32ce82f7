"""In which language a page speaks, and how it writes dates and numbers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.conf import settings as project
from django.utils import formats, translation

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)


def spoken(client, address="/topics/", **headers) -> str:
    html = client.get(address, headers=headers).content.decode()
    return html.partition('<html lang="')[2].partition('"')[0]


class TestPublicPages:
    @pytest.mark.parametrize(
        ("asked", "speaks"), [("he, en;q=0.5", "he"), ("fr, ru;q=0.4", "ru"), ("fr", "en")]
    )
    def test_speak_what_the_browser_asks_for(self, client, asked, speaks):
        assert spoken(client, accept_language=asked) == speaks

    def test_speak_the_language_of_the_site_where_it_has_one(self, client, settings):
        settings.PUBLIC_LANGUAGE = "he"

        assert spoken(client, accept_language="ru") == "he"
        assert spoken(client, "/accounts/login/", accept_language="ru") == "ru"

    def test_speak_what_a_reader_chose(self, client, settings):
        settings.PUBLIC_LANGUAGE = "he"

        answer = client.post("/language/", {"language": "ar", "next": "/topics/"})

        assert answer["Location"] == "/topics/"
        assert spoken(client, accept_language="ru") == "ar"

    def test_choosing_leads_to_no_other_site(self, client):
        answer = client.post("/language/", {"language": "ar", "next": "https://evil.example/"})

        assert answer["Location"] == "/"

    def test_another_language_is_another_version_to_caches(self, client):
        first = client.get("/topics/", headers={"accept-language": "es"})

        client.post("/language/", {"language": "he"})
        again = client.get(
            "/topics/", headers={"accept-language": "es", "if-none-match": first["ETag"]}
        )

        assert "accept-language" in first["Vary"].lower()
        assert again.status_code == 200
        assert again["ETag"] != first["ETag"]

    def test_name_each_language_in_itself(self, client):
        html = client.get("/topics/").content.decode()

        for name in ("English", "עברית", "Русский", "العربيّة", "Español"):
            assert f">{name}</button>" in html


class TestFormats:
    @pytest.mark.parametrize(
        ("language", "long", "short"),
        [
            ("en", "5 March 2026, 09:30", "5 Mar 2026, 09:30"),
            ("he", "5 במרץ 2026, 09:30", "5.3.2026, 09:30"),
            ("ru", "5 марта 2026, 09:30", "05.03.2026, 09:30"),
            ("ar", "5 مارس 2026، 09:30", "5 مارس 2026، 09:30"),
            ("es", "5 de marzo de 2026, 09:30", "5 mar 2026, 09:30"),
        ],
    )
    def test_of_a_moment(self, language, long, short):
        with translation.override(language):
            assert formats.date_format(MOMENT, "DATETIME_FORMAT") == long
            assert formats.date_format(MOMENT, "SHORT_DATETIME_FORMAT") == short

    @pytest.mark.parametrize("language", dict(project.LANGUAGES))
    def test_a_large_number_is_grouped(self, language):
        with translation.override(language):
            shown = formats.number_format(1_000_000, force_grouping=True)

        assert shown != "1000000"
        assert "".join(sign for sign in shown if sign.isdigit()) == "1000000"
