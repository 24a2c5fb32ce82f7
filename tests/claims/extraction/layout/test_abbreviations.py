"""Words that are abbreviations only with a capital end sentences like any other."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import read


def sentences(text):
    return [text[start:end] for start, end in read(text, "en")._.sentence_spans]


@pytest.mark.parametrize("end", ["were ill", "sat", "lay in the sun", "made it an art", "wed"])
def test_a_word_in_small_letters_ends_its_sentence(end):
    assert len(sentences(f"Nine men {end}. The mayor paid 40 crowns.")) == 2


@pytest.mark.parametrize("short", ["Peoria, Ill. mayor Ada Holm", "Sat. March 9 the mayor"])
def test_an_abbreviation_with_a_capital_goes_on(short):
    assert len(sentences(f"In {short} paid 40 crowns.")) == 1


@pytest.mark.parametrize("zone", ["Eastern", "E.T.", "Pacific time", "Central Daylight Time", "ET"])
def test_a_time_goes_on_with_its_zone(zone):
    assert len(sentences(f"The count in Varn begins at 9 p.m. {zone} on Monday.")) == 1


def test_a_time_goes_on_with_a_zone_that_ends_the_sentence():
    assert len(sentences("The count in Varn begins at 9 p.m. Eastern.")) == 1


@pytest.mark.parametrize("name", ["Eastern Rail", "Central Varn", "Orr"])
def test_a_name_behind_a_time_begins_a_sentence(name):
    assert len(sentences(f"The count began at 9 p.m. {name} had nine votes.")) == 2


@pytest.mark.parametrize("before", ["", "“", "Lim lost nine boats. ", "“Lim lost them? "])
def test_a_plain_no_is_a_sentence(before):
    assert sentences(f"{before}No. Varn lost nine boats.")[-1] == "Varn lost nine boats."


@pytest.mark.parametrize("number", ["No. 9 Orr Street was sold.", "The mayor left No. Ten in May."])
def test_a_number_goes_on(number):
    assert sentences(number) == [number]
