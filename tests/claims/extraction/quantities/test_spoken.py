"""Figures as they are said rather than written, one row per rule."""

from __future__ import annotations

import pytest

from claims.extraction.quantities import find_quantities
from tests.claims.extraction.quantities.test_english import read, shown, table


class TestNumbersSaid:
    @table(
        [
            ("A hundred and forty thousand people left.", [(140000, "people")]),
            ("There are a thousand and one forms.", [(1001, "form")]),
            ("He got a three-and-a-half-year sentence.", [(3.5, "year")]),
            ("A thousand million pounds were lent.", [(1000000000, "pound sterling")]),
            ("It has a million and a half readers.", [(1500000, "reader")]),
            ("It has one and a quarter million readers.", [(1250000, "reader")]),
            ("It has two and three-quarter million readers.", [(2750000, "reader")]),
            ("Two million and a half were lent.", [(2500000, None)]),
            ("Zero complaints were upheld.", [(0, "complaint")]),
            ("Growth was nought point three per cent.", [(0.3, "percent")]),
            ("Growth was point five per cent.", [(0.5, "percent")]),
            ("Growth was point two five of a point.", [(2, None), (5, None)]),
            ("It was minus five degrees.", [(-5, "degree")]),
            ("Between five and minus five degrees.", [(5, None), (-5, "degree")]),
        ]
    )
    def test_are_put_together_from_all_their_words(self, text, expected):
        assert read(text) == expected

    @table(
        [
            ("A couple of hundred pupils left.", [(200, "pupil")]),
            ("The forty-odd members voted.", [(40, "member")]),
            ("Some 40-odd members voted.", [(40, "member")]),
            ("Forty odd members voted.", [(40, "member")]),
            ("Thirty-odd thousand came.", [(30000, None)]),
            ("A hundred and fifty-odd boats came.", [(150, "boat")]),
        ]
    )
    def test_may_say_themselves_that_they_are_approximate(self, text, expected):
        assert read(text) == expected
        assert find_quantities(text)[0].approximate

    def test_of_a_couple_without_a_magnitude_state_nothing(self):
        assert read("A couple of people left.") == []


class TestRangesSaid:
    @table(
        [
            ("Five or six hundred people came.", [((500, 600), "people")]),
            ("One or two hundred people came.", [((100, 200), "people")]),
            ("Two or three dozen houses burned.", [((24, 36), "house")]),
            ("Two or three hundred thousand came.", [((200000, 300000), None)]),
            ("Between two and three thousand men left.", [((2000, 3000), "man")]),
            ("Between one and two hundred men left.", [((100, 200), "man")]),
            ("Twenty to thirty million pounds.", [((20000000, 30000000), "pound sterling")]),
        ]
    )
    def test_share_the_magnitude_of_their_end(self, text, expected):
        assert read(text) == expected

    @table(
        [
            ("Between a hundred and two hundred men left.", [((100, 200), "man")]),
            (
                "Between one hundred thousand and two hundred thousand men left.",
                [((100000, 200000), "man")],
            ),
            ("They owe two million and three hundred thousand euros.", [(2300000, "euro")]),
            ("Two hundred hundred men.", [(200, "hundred man")]),
        ]
    )
    def test_end_where_another_magnitude_begins(self, text, expected):
        assert read(text) == expected


class TestPartsSaid:
    @table(
        [
            ("Three in every ten children.", [(0.3, "child")]),
            ("Nine out of every ten children.", [(0.9, "child")]),
            ("One in a hundred children.", [(0.01, "child")]),
            ("It is a one in a million chance.", [(0.000001, None)]),
            ("One in every hundred and fifty children.", [(1 / 150, "child")]),
            ("Every fifth child is hungry.", [(0.2, "child")]),
            ("Every second counts.", []),
            ("They vote every third year.", []),
            ("The next one comes in twenty minutes.", [(20, "minute")]),
        ]
    )
    def test_are_of_every_so_many(self, text, expected):
        assert read(text) == expected


SAID = [
    ("de", "Hundertvierzigtausend Menschen flohen.", [(140000, "menschen")]),
    ("de", "Zwölftausendfünfhundert Menschen flohen.", [(12500, "menschen")]),
    ("de", "Zweieinhalbtausend Stellen fallen weg.", [(2500, "stellen")]),
    ("de", "Zweieinhalb Millionen Haushalte.", [(2500000, "haushalte")]),
    ("de", "Es dauerte zweieinhalb Stunden.", [(2.5, "hour")]),
    ("de", "Zweitausendneunzehn Menschen kamen.", [(2019, "menschen")]),
    ("de", "Hundert Menschen flohen.", [(100, "menschen")]),
    ("de", "Das sind hundert Prozent.", [(100, "percent")]),
    ("de", "Es waren minus zwölf Grad.", [(-12, "degree")]),
    ("es", "Costó dos mil quinientos millones de euros.", [(2500000000, "euro")]),
    ("es", "Hay al menos dos mil muertos.", [(2000, "muertos")]),
    ("de", "Es kostet ein Euro fünfzig.", [(1.5, "euro")]),
    ("es", "Perdió un tercio de su valor.", [(1 / 3, "valor")]),
    ("fr", "Cela coûte un euro cinquante.", [(1.5, "euro")]),
    ("fr", "Neuf maires sur dix refusent.", [(0.9, "maires")]),
    ("fr", "Cent quarante mille personnes ont fui.", [(140000, "personnes")]),
    ("fr", "Il fait moins dix degrés.", [(-10, "degree")]),
    ("fr", "Encore moins dix maires.", [(10, "maires")]),
    ("ru", "Температура упала до минус пяти градусов.", [(-5, "degree")]),
]


class TestNumbersSaidElsewhere:
    @pytest.mark.parametrize(("language", "text", "expected"), SAID)
    def test_are_put_together_from_all_their_words(self, language, text, expected):
        found = [(shown(quantity), quantity.unit) for quantity in find_quantities(text, language)]

        assert found == expected


class TestMoneySaid:
    @table(
        [
            ("A ticket costs twelve pounds eighty.", [(12.8, "pound sterling")]),
            ("It was twelve pounds eighty.", [(12.8, "pound sterling")]),
            ("It was twelve pounds eighty pence.", [(12.8, "pound sterling")]),
            ("The fare is a pound fifty.", [(1.5, "pound sterling")]),
            ("The fare is a euro thirty.", [(1.3, "euro")]),
            ("They get eleven pounds forty-four an hour.", [(11.44, "pound sterling per hour")]),
            ("They get eleven pounds an hour.", [(11, "pound sterling per hour")]),
            ("Parks get three pounds fifty a head.", [(3.5, "pound sterling per person")]),
            ("Ten pounds of public money went.", [(10, "pound sterling")]),
            ("It weighs ten pounds.", [(10, "pound-mass")]),
            ("He lost ten pounds thirty days ago.", [(10, "pound-mass"), (30, "day")]),
        ]
    )
    def test_names_its_small_coins_by_their_number(self, text, expected):
        assert read(text) == expected

    @table(
        [
            ("It was a six-figure sum.", [((100000, 999999), None)]),
            ("Her pay is in seven figures.", [((1000000, 9999999), None)]),
            ("Six figures stand on the roof.", [(6, "figure")]),
        ]
    )
    def test_may_be_given_by_how_many_figures_it_has(self, text, expected):
        assert read(text) == expected


class TestUnitsSaid:
    @table(
        [
            ("It takes an hour and a half.", [(1.5, "hour")]),
            ("It is a mile and a quarter away.", [(1.25, "mile")]),
        ]
    )
    def test_are_counted_with_the_part_behind_them(self, text, expected):
        assert read(text) == expected
