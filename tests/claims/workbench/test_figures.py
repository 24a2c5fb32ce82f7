from __future__ import annotations

import pytest
from django.utils import translation

from claims.models import Quantity
from claims.workbench.figures import chips, date_chips, number, percent, share


class TestNumber:
    @pytest.mark.parametrize(
        ("value", "shown"),
        [(160000, "160,000"), (4.25, "4.25"), (-12, "−12"), (0.1 + 0.2, "0.3"), (None, "")],
    )
    def test_is_written_as_people_write_it(self, value, shown):
        assert number(value) == shown

    def test_follows_the_language_of_the_reader(self):
        with translation.override("es"):
            assert number(4.25) == "4,25"


class TestPercent:
    @pytest.mark.parametrize(("ratio", "shown"), [(-0.5, "−50 %"), (0.125, "+12.5 %")])
    def test_carries_its_sign(self, ratio, shown):
        assert percent(ratio) == shown


class TestShare:
    @pytest.mark.parametrize(
        ("part", "language", "shown"),
        [
            (1 / 13, "en", "7.7\u00a0%"),
            (2 / 3, "es", "66,7\u00a0%"),
            (1, "en", "100.0\u00a0%"),
            (0, "ru", "0,0\u00a0%"),
            (None, "en", "–"),
        ],
    )
    def test_is_rounded_not_cut_off_and_written_as_the_reader_does(self, part, language, shown):
        with translation.override(language):
            assert share(part) == shown


class TestChips:
    def test_shows_a_change_from_one_figure_to_another(self):
        quantity = Quantity(
            text="from 200 to 100", from_value=200, to_value=100, change=-0.5, consistent=True
        )

        (chip,) = chips([quantity])

        assert (chip.start, chip.end, chip.change) == ("200", "100", "−50 %")
        assert chip.consistent == "yes"

    def test_says_when_the_arithmetic_does_not_hold(self):
        quantity = Quantity(text="x", from_value=200, to_value=100, change=-0.4, consistent=False)

        assert chips([quantity])[0].consistent == "no"

    def test_shows_the_words_where_no_number_could_be_read(self):
        assert chips([Quantity(text="several dozen")])[0].value == "several dozen"

    def test_shows_a_range(self):
        assert chips([Quantity(text="x", low=3, high=5, unit="percent")])[0].value == "3–5"

    def test_shows_a_change_alone_in_the_words_of_the_text(self):
        (chip,) = chips([Quantity(text="dropped by half", value=-0.5, change=-0.5)])

        assert (chip.value, chip.change) == ("dropped by half", "−50 %")

    def test_names_what_is_counted_once(self):
        (chip,) = chips([Quantity(text="60,000", value=60000, unit="islander", what="Islanders")])

        assert (chip.value, chip.unit, chip.measured) == ("60,000", "", "Islanders")


class TestDateChips:
    @pytest.mark.parametrize(
        ("text", "first", "last", "precision", "meant"),
        [
            ("last month", "2026-10-01", "2026-10-31", "month", "October 2026"),
            ("on Tuesday", "2026-10-06", "2026-10-06", "day", "6 October 2026"),
            ("past decade", "2016-10-12", "2026-10-12", "decade", "2016 – 2026"),
            ("since last year", "2025-01-01", None, "year", "2025 –"),
            ("in 2015", "2015-01-01", "2015-12-31", "year", ""),
            ("since 2018", "2018-01-01", None, "year", ""),
            ("recently", None, None, "day", ""),
        ],
    )
    def test_say_what_time_the_words_mean(self, text, first, last, precision, meant):
        found = {"text": text, "from": first, "to": last, "precision": precision}

        (chip,) = date_chips([found])

        assert (chip.value, chip.measured) == (text, meant)
