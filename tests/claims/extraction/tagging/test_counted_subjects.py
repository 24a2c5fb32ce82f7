"""Verbs behind a number that counts whoever did something: "some 400 fled"."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims

COUNTED = {
    "Some 61,000 swam here last summer, and the trust made a profit of £17,300.": 2,
    "About 400 fled on Monday, and the mayor lost 9 seats.": 2,
    "Another 12 went home in May, and 40 boats were sold.": 2,
}


@pytest.mark.parametrize("text", COUNTED)
def test_who_is_counted_did_something(monkeypatch, text):
    monkeypatch.setenv("SPACY_MODEL", "blank")

    assert len(find_claims(text, "en")) == COUNTED[text]


def test_what_is_counted_may_have_had_something_done_to_it(monkeypatch):
    monkeypatch.setenv("SPACY_MODEL", "blank")
    (claim,) = find_claims("The mill cost the firm 40 lost years and 9 paid nurses.", "en")

    assert claim.text == "The mill cost the firm 40 lost years and 9 paid nurses"
