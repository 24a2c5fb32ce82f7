"""Whom "the Unionists" mean: the party, and nobody who works for it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import speaker_of

pytestmark = pytest.mark.usefixtures("model")


def test_a_party_in_the_plural_is_nobody_who_works_for_it():
    text = (
        "“We won 40 seats in May,” said Jarvis Strake, the Unionists' bearded fixer. "
        "The Unionists say 900 members left in June."
    )

    assert speaker_of(text, "900 members") == {"Unionists"}
