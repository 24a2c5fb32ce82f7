"""Times in each language, resolved against an article of Wednesday, 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.dates import find_dates

PUBLISHED = date(2024, 5, 15)
DAY = ("2019-03-05", "2019-03-05")
TWO_YEARS_AGO = ("2022-01-01", "2022-12-31")
LAST_WEEK = ("2024-05-06", "2024-05-12")
YEAR = ("2019-01-01", "2019-12-31")
NINETIES = ("1990-01-01", "1999-12-31")
TEN_YEARS = ("2014-05-15", "2024-05-15")

CASES = [
    ("de", "am 5. März 2019", DAY),
    ("de", "am 05.03.2019", DAY),
    ("de", "im Jahr 2019", YEAR),
    ("de", "vor zwei Jahren", TWO_YEARS_AGO),
    ("de", "letzte Woche", LAST_WEEK),
    ("de", "in den 1990er Jahren", NINETIES),
    ("de", "in den letzten zehn Jahren", TEN_YEARS),
    ("fr", "le 5 mars 2019", DAY),
    ("fr", "en 2019", YEAR),
    ("fr", "il y a deux ans", TWO_YEARS_AGO),
    ("fr", "la semaine dernière", LAST_WEEK),
    ("fr", "dans les années 1990", NINETIES),
    ("fr", "au cours des dix dernières années", TEN_YEARS),
    ("es", "el 5 de marzo de 2019", DAY),
    ("es", "en 2019", YEAR),
    ("es", "hace dos años", TWO_YEARS_AGO),
    ("es", "la semana pasada", LAST_WEEK),
    ("es", "en los años 90", NINETIES),
    ("es", "en los últimos diez años", TEN_YEARS),
    ("de", "2019 gab es vierzig Boote", YEAR),
    ("he", "ביום שני", ("2024-05-13", "2024-05-13")),
    ("he", "ברבעון השני של 2019", ("2019-04-01", "2019-06-30")),
    ("ar", "في الربع الثاني من عام 2019", ("2019-04-01", "2019-06-30")),
    ("ar", "قبل عام 2019", YEAR),
    ("ar", "في مارس/آذار 2019", ("2019-03-01", "2019-03-31")),
    ("ar", "في تشرين الثاني 2019", ("2019-11-01", "2019-11-30")),
    ("fr", "aujourd'hui", ("2024-05-15", "2024-05-15")),
    ("ru", "5 марта 2019 года", DAY),
    ("ru", "в 2019 году", YEAR),
    ("ru", "два года назад", TWO_YEARS_AGO),
    ("ru", "на прошлой неделе", LAST_WEEK),
    ("ru", "в 1990-х годах", NINETIES),
    ("ru", "за последние десять лет", TEN_YEARS),
    ("uk", "5 березня 2019 року", DAY),
    ("uk", "у 2019 році", YEAR),
    ("uk", "два роки тому", TWO_YEARS_AGO),
    ("uk", "минулого тижня", LAST_WEEK),
    ("he", "ב-5 במרץ 2019", DAY),
    ("he", "בשנת 2019", YEAR),
    ("he", "לפני שנתיים", TWO_YEARS_AGO),
    ("he", "בשבוע שעבר", LAST_WEEK),
    ("he", "בשנות ה-90", NINETIES),
    ("ar", "في 5 مارس 2019", DAY),
    ("ar", "في ٥ مارس ٢٠١٩", DAY),
    ("ar", "عام 2019", YEAR),
    ("ar", "بين عامي 2018 و2023", ("2018-01-01", "2023-12-31")),
    ("ar", "قبل عامين", TWO_YEARS_AGO),
    ("ar", "الأسبوع الماضي", LAST_WEEK),
]


class TestTimes:
    @pytest.mark.parametrize(("language", "text", "span"), CASES)
    def test_are_resolved_as_the_language_says_them(self, language, text, span):
        (found,) = find_dates(text, PUBLISHED, language)

        assert (found.from_date, found.to_date) == span
        assert text[found.start : found.end] == found.text
