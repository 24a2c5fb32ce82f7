"""Figures in English, one row per rule: text and what is found, as value and unit."""

from __future__ import annotations

import pytest

from claims.extraction.quantities import Quantity, find_quantities

Row = tuple[str, list[tuple]]


def read(text: str) -> list[tuple]:
    return [(shown(quantity), quantity.unit) for quantity in find_quantities(text)]


def shown(quantity: Quantity):
    if quantity.kind == "range":
        return quantity.low, quantity.high
    if quantity.from_value is not None:
        return quantity.from_value, quantity.to_value
    return quantity.value


def table(rows: list[Row]):
    return pytest.mark.parametrize(("text", "expected"), rows, ids=[row[0] for row in rows])


class TestNews:
    @table(
        [
            (
                "Oil fell $1.20 to $74.10 a barrel.",
                [(1.2, "dollar"), (74.1, "dollar per barrel")],
            ),
            ("Oil costs $70 to $74.", [((70, 74), "dollar")]),
            ("The suspect, 29, was detained.", [(29, "year of age")]),
            ("The committee voted 9 to 3 to reject the plan.", []),
            ("The Rangers beat the Kings 4-2 on Saturday.", []),
            ("Wages grew between 4 and 5 percent.", [((4, 5), "percent")]),
            ("Her salary went from $52,000 to $61,000.", [((52000, 61000), "dollar")]),
        ]
    )
    def test_are_read_as_news_writes_them(self, text, expected):
        assert read(text) == expected

    def test_the_day_of_saying_is_no_period(self):
        (rise,) = find_quantities("She said on Monday that prices rose by 4 percent.")
        (fall,) = find_quantities("On Monday prices fell by 4 percent.")

        assert rise.period is None
        assert fall.period == "Monday"


class TestNumbers:
    @table(
        [
            ("The port handled 160,000 boxes.", [(160000, "box")]),
            ("The port handled 12.5 million boxes.", [(12500000, "box")]),
            ("They counted 1.2bn of them.", [(1200000000, None)]),
            ("A crowd of 40k gathered.", [(40000, None)]),
            ("It has two million readers.", [(2000000, "reader")]),
            ("Some half a million leaflets were printed.", [(500000, "leaflet")]),
            ("It took three and a half hours.", [(3.5, "hour")]),
            ("It took 10 1/2 hours.", [(10.5, "hour")]),
            ("A dozen ships waited.", [(12, "ship")]),
            ("Two dozen ships waited.", [(24, "ship")]),
            ("Dozens of ships waited.", [(12, "ship")]),
            ("Hundreds of thousands of bees died.", [(100000, "bee")]),
            ("Two hundred and five passengers boarded.", [(205, "passenger")]),
            ("Twenty-five passengers boarded.", [(25, "passenger")]),
            ("A hundred and twenty passengers boarded.", [(120, "passenger")]),
            ("About 160 000 passengers boarded.", [(160000, "passenger")]),
        ]
    )
    def test_are_read_with_their_magnitude(self, text, expected):
        assert read(text) == expected


class TestNoNumbers:
    @table(
        [
            ("A T-72 tank and an F-16 stood on the A-10 near Gate B12.", []),
            ("Chapter 7 and Article 51 of the treaty apply.", []),
            ("Call 555-123-4567 or +441632960961.", []),
            ("The match ended 3-1 at 10:30.", []),
            ("1. Buy milk\n2. Sell eggs", []),
            ("One another, no one, this one and the one we want.", []),
            ("One day, one way or another, it will end.", []),
            ("In 2018 the sales team left; by 2020 it was back.", []),
            ("The 2015 deal was signed on 14 July 2015.", []),
            ("The server at 192.168.1.1 runs version 3.2.1.", []),
            ("The Falcon 9 rocket flew again.", []),
            ("They met at 10 Downing Street.", []),
            ("She rose at four o'clock, he at half past six, they at 9 o’clock.", []),
            ("The boat passed six islands.", [(6, "island")]),
            ("She went there twice.", []),
        ]
    )
    def test_are_left_alone(self, text, expected):
        assert read(text) == expected


class TestUnits:
    @table(
        [
            ("It fell for three quarters and rose for eleven.", [(3, "quarter"), (11, None)]),
            ("Jobs grew for eleven quarters in a row.", [(11, "quarter")]),
            ("Three quarters of the boats sank.", [(0.75, "boat")]),
            ("It cost twice as much as a boat.", [(2, "time")]),
            ("It rose 4.7%.", [(4.7, "percent")]),
            ("It rose four per cent.", [(4, "percent")]),
            ("It rose 1.5 percentage points.", [(1.5, "percentage point")]),
            ("It rose 25 basis points.", [(25, "basis point")]),
            ("It cost €3.5m.", [(3500000, "euro")]),
            ("It cost US$ 2 billion.", [(2000000000, "dollar")]),
            ("It cost NIS 4 billion.", [(4000000000, "israeli shekel")]),
            ("It cost 10 million rubles.", [(10000000, "russian ruble")]),
            ("It cost GBP 350.", [(350, "pound sterling")]),
            ("It cost 470 pence a share.", [(470, "penny per share")]),
            ("It is 12 km long.", [(12, "kilometre")]),
            ("It weighs 40,000 tonnes.", [(40000, "metric ton")]),
            ("It was 38 degrees Celsius.", [(38, "celsius")]),
            ("The fire burned 1,200 hectares.", [(1200, "hectare")]),
            ("Winds reached 120 mph.", [(120, "mile per hour")]),
            ("The flat used 3,100 kWh.", [(3100, "kilowatt hour")]),
            ("Output is 500,000 barrels a day.", [(500000, "barrel per day")]),
            ("A 45-year-old man was held.", [(45, "year of age")]),
            ("The baby was three weeks old.", [(3, "week of age")]),
        ]
    )
    def test_have_one_name_each(self, text, expected):
        assert read(text) == expected


class TestRanges:
    @table(
        [
            ("Expect 10 to 15 delays.", [((10, 15), "delay")]),
            ("Expect between 3 and 5 delays.", [((3, 5), "delay")]),
            ("It may cost $2-3 million.", [((2000000, 3000000), "dollar")]),
            ("It may cost $2 million to $3 million.", [((2000000, 3000000), "dollar")]),
            ("It may grow 2% to 3%.", [((2, 3), "percent")]),
            ("Two or three witnesses came.", [((2, 3), "witness")]),
        ]
    )
    def test_have_a_lowest_and_a_highest_figure(self, text, expected):
        assert read(text) == expected

    @table(
        [
            ("One in five children goes hungry.", [(0.2, "child")]),
            ("Three out of four children go hungry.", [(0.75, "child")]),
        ]
    )
    def test_a_part_of_a_whole_is_a_proportion(self, text, expected):
        assert read(text) == expected


class TestChanges:
    @pytest.mark.parametrize(
        ("text", "ends", "change", "consistent"),
        [
            ("It dropped by half, from 160,000 to 80,000.", (160000, 80000), -0.5, True),
            ("It halved from 160,000 to 90,000.", (160000, 90000), -0.4375, False),
            ("It rose from 3.1% to 4.7%.", (3.1, 4.7), 0.516129, True),
            ("It fell from 5 million to 7 million.", (5000000, 7000000), 0.4, False),
            ("It doubled to 4.1 million from 2 million.", (2000000, 4100000), 1.05, True),
            ("It fell 12% to 44 votes from 50 votes.", (50, 44), -0.12, True),
            ("It fell 30% to 44 votes from 50 votes.", (50, 44), -0.12, False),
            ("It rose by 1.6 percentage points from 3.1% to 4.7%.", (3.1, 4.7), 0.516129, True),
            ("It more than doubled, from 10 cases to 35 cases.", (10, 35), 2.5, True),
            ("Prices went from $5 in May 2019 to $4.", (5, 4), -0.2, None),
        ],
    )
    def test_are_checked_against_their_words(self, text, ends, change, consistent):
        (found,) = [q for q in find_quantities(text) if q.from_value is not None]

        assert (found.from_value, found.to_value) == ends
        assert found.kind == "change"
        assert found.change == pytest.approx(change, abs=1e-6)
        assert found.consistent is consistent

    @pytest.mark.parametrize(
        ("text", "change"),
        [
            ("Attendance halved.", -0.5),
            ("Attendance more than doubled.", 1),
            ("Attendance tripled.", 2),
            ("Attendance dropped by half.", -0.5),
            ("Attendance was cut by a third.", -1 / 3),
            ("Attendance rose fivefold.", 4),
            ("Attendance fell 12%.", -0.12),
            ("Attendance was up 5 %.", 0.05),
            ("A 5% drop in attendance was seen.", -0.05),
            ("An increase of 5% was seen.", 0.05),
        ],
    )
    def test_in_words_are_shares_of_the_start(self, text, change):
        (found,) = find_quantities(text)

        assert found.change_stated == pytest.approx(change, abs=1e-6)


class TestBounds:
    @pytest.mark.parametrize(
        ("text", "approximate", "comparison"),
        [
            ("Some 300 homes burned.", True, None),
            ("At least 300 homes burned.", False, "at_least"),
            ("More than 300 homes burned.", False, "more_than"),
            ("Fewer than 300 homes burned.", False, "less_than"),
            ("Up to 300 homes burned.", False, "at_most"),
            ("No more than about 300 homes burned.", True, "at_most"),
            ("300 or more homes burned.", False, "at_least"),
            ("300 homes burned.", False, None),
        ],
    )
    def test_loosen_a_figure(self, text, approximate, comparison):
        (found,) = find_quantities(text)

        assert (found.value, found.unit) == (300, "home")
        assert (found.approximate, found.comparison) == (approximate, comparison)


class TestWhatIsMeasured:
    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("Two million citizens of Norland read.", "citizens of Norland"),
            ("Only 12% of registered voters came.", "registered voters"),
            ("The number of arrests dropped by half.", "The number of arrests"),
        ],
    )
    def test_is_quoted_from_the_text(self, text, what):
        (found,) = find_quantities(text)

        assert found.what == what
