from __future__ import annotations

import pytest

from articles import language


class TestDetect:
    @pytest.mark.parametrize(
        ("code", "text"),
        [
            ("en", "The river board closed two of the nine locks on the canal on Monday."),
            ("de", "Die Behörde schloss am Montag zwei der neun Schleusen am Kanal."),
            ("fr", "La régie a fermé lundi deux des neuf écluses du canal, selon le maire."),
            ("es", "La junta cerró el lunes dos de las nueve esclusas del canal, dijo ella."),
            ("ru", "Ведомство закрыло в понедельник два из девяти шлюзов на канале."),
            ("uk", "Відомство закрило у понеділок два з дев'яти шлюзів на каналі, кажуть люди."),
            ("he", "הרשות סגרה ביום שני שניים מתשעת המנעולים בתעלה, אמרה הדוברת."),
            ("ar", "أغلقت الهيئة يوم الاثنين اثنتين من تسع بوابات على القناة، كما قالت."),
            ("zh", "管理局周一关闭了运河上九个船闸中的两个，发言人说没有人被问过意见。" * 2),
        ],
    )  # fmt: skip
    def test_tells_the_language_of_a_paragraph(self, code, text):
        assert language.detect(text) == code

    @pytest.mark.parametrize("text", ["", "Yes.", "12 345 67 89 " * 50, "?! " * 100])
    def test_does_not_guess_where_there_is_too_little(self, text):
        assert language.detect(text) == ""

    def test_considers_only_the_languages_of_the_setting(self, settings):
        settings.ARTICLE_LANGUAGES = ["en", "de"]

        told = language.detect("La régie a fermé lundi deux des neuf écluses du canal.")

        assert told in ("", "en", "de")


class TestTag:
    @pytest.mark.parametrize(
        ("told", "tag"),
        [
            ("en", "en"),
            ("EN", "en"),
            ("en_gb", "en-GB"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("es-419", "es-419"),
            (" de ", "de"),
            ("", ""),
            (None, ""),
            ("english", ""),
            ("e", ""),
            ("en-", ""),
            ("en; DROP", ""),
        ],
    )
    def test_is_spelled_as_the_standard_does(self, told, tag):
        assert language.tag(told) == tag
