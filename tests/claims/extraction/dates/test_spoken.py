"""Years as they are said, resolved against an article of Wednesday, 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.dates import find_dates
from claims.extraction.quantities import find_quantities

PUBLISHED = date(2024, 5, 15)
YEARS = [
    ("en", "By nineteen eighty-four the pit had shut.", "1984-01-01"),
    ("en", "In two thousand and seventeen the mill shut.", "2017-01-01"),
    ("en", "It shut in two thousand seventeen.", "2017-01-01"),
    ("en", "It shut in nineteen oh six.", "1906-01-01"),
    ("en", "It shut in nineteen hundred and five.", "1905-01-01"),
    ("en", "It shut in the year two thousand.", "2000-01-01"),
    ("en", "Twenty nineteen was the worst year.", "2019-01-01"),
    ("en", "It shut in ten sixty-six.", "1066-01-01"),
    ("en", "Since twenty ten it has been shut.", "2010-01-01"),
    ("en", "It shut in May nineteen ninety-eight.", "1998-05-01"),
    ("en", "It shut in the third quarter of twenty twenty.", "2020-07-01"),
    ("en", "It shut in the second half of twenty twenty-three.", "2023-07-01"),
    ("en", "The two thousand and eight crash cost us dear.", "2008-01-01"),
    ("en", "Rents were low in the nineteen nineties.", "1990-01-01"),
    ("en", "Rents were low in the early nineties.", "1990-01-01"),
    ("en", "Between two thousand and ten and two thousand and fifteen it shut.", "2010-01-01"),
    ("en", "Between nineteen ninety-one and two thousand three it shut.", "1991-01-01"),
    ("de", "Seit zweitausendneunzehn steht sie leer.", "2019-01-01"),
    ("de", "Im Jahr neunzehnhundertneunzig stand sie leer.", "1990-01-01"),
    ("fr", "En mille neuf cent quatre-vingt-dix, elle a fermé.", "1990-01-01"),
    ("fr", "Depuis deux mille dix-neuf, elle est fermée.", "2019-01-01"),
    ("es", "Desde dos mil diecinueve está cerrada.", "2019-01-01"),
    ("ru", "В две тысячи девятнадцатом году завод закрыли.", "2019-01-01"),
    ("ru", "В тысяча девятьсот девяностом году завод закрыли.", "1990-01-01"),
]
NO_YEARS = [
    ("en", "Two thousand and seventeen people signed."),
    ("en", "We won in two thousand and ten homes."),
    ("en", "The two thousand and eight old houses burned."),
    ("en", "It rose by two thousand and ten."),
    ("en", "It fails for one in two thousand and ten."),
    ("en", "He came at twelve thirty."),
    ("en", "Sixteen seventeen people come each day."),
    ("en", "Nineteen twelve-year-olds left."),
    ("en", "Twenty fifteen minute slots are free."),
    ("en", "She is in her nineties."),
    ("de", "Zweitausendneunzehn Menschen kamen."),
    ("fr", "En deux mille dix communes, on vote."),
    ("es", "En dos mil diez municipios hay agua."),
]


@pytest.mark.parametrize(("language", "text", "first"), YEARS)
def test_a_year_in_words_is_a_date_and_no_figure(language, text, first):
    (found,) = find_dates(text, PUBLISHED, language)

    assert found.from_date == first
    assert find_quantities(text, language) == []


@pytest.mark.parametrize(("language", "text"), NO_YEARS)
def test_a_number_that_counts_or_tells_the_time_is_no_year(language, text):
    assert find_dates(text, PUBLISHED, language) == []
