"""Class letters of what is tied to the words beside it."""

import pytest

from claims.extraction.pipeline import read


@pytest.fixture(autouse=True)
def model(monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", "blank")


def letters(text):
    """Each word with its class letter."""
    tokens = read(text, "en")._.tokens
    return list(zip(tokens.words, tokens.kinds, strict=True))


def test_a_participle_behind_a_hyphen_describes():
    assert ("based", "n") in letters("The Basel-based firm sold 14 boats.")
    assert ("based", "n") not in letters("The firm based in Basel sold 14 boats.")


def test_small_words_inside_a_name_belong_to_it():
    names = [word for word, letter in letters("Jan van der Wit sold 14 boats.") if letter == "N"]

    assert names == ["jan", "van", "der", "wit"]


def test_marks_around_a_nickname_quote_nobody():
    assert [letter for _, letter in letters('Karl "Tug" Orr sold 14 boats.')][:5] == ["N"] * 5


def test_an_apostrophe_behind_an_owner_quotes_nobody():
    assert ("'", "p") in letters("The farmers' union sold 14 boats.")


@pytest.mark.parametrize(("before", "letter"), [("all", "p"), ("boats", "c")])
def test_but_excepts_behind_some_words(before, letter):
    assert ("but", letter) in letters(f"The firm sold {before} but one of them.")
