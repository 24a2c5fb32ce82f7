"""Times in English, resolved against an article of Wednesday, 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.dates import find_dates

PUBLISHED = date(2024, 5, 15)


def read(text: str, reference: date | None = PUBLISHED) -> list[tuple]:
    return [(d.text, d.from_date, d.to_date) for d in find_dates(text, reference)]


CALENDAR = [
    ("on 5 March 2019.", "5 March 2019", "2019-03-05", "2019-03-05"),
    ("on March 5, 2019, it", "March 5, 2019", "2019-03-05", "2019-03-05"),
    ("on the 5th of March 2019", "5th of March 2019", "2019-03-05", "2019-03-05"),
    ("on Mar. 5", "Mar. 5", "2024-03-05", "2024-03-05"),
    ("on 2019-03-05", "2019-03-05", "2019-03-05", "2019-03-05"),
    ("on 25/12/2019", "25/12/2019", "2019-12-25", "2019-12-25"),
    ("in March 2019", "March 2019", "2019-03-01", "2019-03-31"),
    ("in 2019", "2019", "2019-01-01", "2019-12-31"),
    ("in the 1990s", "1990s", "1990-01-01", "1999-12-31"),
    ("in the 19th century", "19th century", "1801-01-01", "1900-12-31"),
    ("in the third quarter of 2008", "third quarter of 2008", "2008-07-01", "2008-09-30"),
    ("between 2010 and 2020", "between 2010 and 2020", "2010-01-01", "2020-12-31"),
    ("in 2010-2020", "2010-2020", "2010-01-01", "2020-12-31"),
    ("since 2018", "since 2018", "2018-01-01", "2024-05-15"),
    ("in May", "May", "2024-05-01", "2024-05-31"),
    ("built in 2019 in Lim", "2019", "2019-01-01", "2019-12-31"),
    ("since 2018 in a war", "since 2018", "2018-01-01", "2024-05-15"),
    ("on March 2, 9 and 16, it", "March 2, 9 and 16", "2024-03-02", "2024-03-16"),
    ("on 3 and 5 March 2019", "3 and 5 March 2019", "2019-03-03", "2019-03-05"),
    ("on March 2 and 14 men left", "March 2", "2024-03-02", "2024-03-02"),
    ("on March 9, 12 boats left", "March 9", "2024-03-09", "2024-03-09"),
]
RELATIVE = [
    ("They met yesterday.", "yesterday", "2024-05-14", "2024-05-14"),
    ("They met last week.", "last week", "2024-05-06", "2024-05-12"),
    ("They met on Tuesday.", "Tuesday", "2024-05-14", "2024-05-14"),
    ("They met two years ago.", "two years ago", "2022-01-01", "2022-12-31"),
    ("They met 10 days ago.", "10 days ago", "2024-05-05", "2024-05-05"),
    ("It shrank in the past decade.", "past decade", "2014-05-15", "2024-05-15"),
    ("It shrank over the past ten years.", "past ten years", "2014-05-15", "2024-05-15"),
    ("They meet next month.", "next month", "2024-06-01", "2024-06-30"),
    ("They met last summer.", "last summer", "2023-06-01", "2023-08-31"),
]


class TestCalendarDates:
    @pytest.mark.parametrize(("text", "mention", "first", "last"), CALENDAR)
    def test_have_a_first_and_a_last_day(self, text, mention, first, last):
        assert read(text) == [(mention, first, last)]

    @pytest.mark.parametrize("text", ["They may march.", "He sat. It may be.", "2000 people came."])
    def test_are_not_seen_in_other_words(self, text):
        assert read(text) == []

    def test_an_order_that_cannot_be_known_is_left_open(self):
        assert read("on 5/3/2019") == [("5/3/2019", None, None)]


class TestRelativeTimes:
    @pytest.mark.parametrize(("text", "mention", "first", "last"), RELATIVE)
    def test_count_from_the_day_of_the_article(self, text, mention, first, last):
        assert read(text) == [(mention, first, last)]

    @pytest.mark.parametrize(("text", "mention"), [row[:2] for row in RELATIVE])
    def test_are_left_open_without_it(self, text, mention):
        assert read(text, None) == [(mention, None, None)]

    def test_beyond_the_calendar_are_left_open(self):
        assert read("It was 4000 years ago.") == [("4000 years ago", None, None)]


def test_a_count_of_days_and_the_year_are_no_stretch_of_time():
    assert [found[0] for found in read("It rained on 214 days last year.")] == ["last year"]


def test_the_last_week_of_a_month_is_not_the_week_before():
    assert "last week" not in [found[0] for found in read("It rained in the last week of May.")]
