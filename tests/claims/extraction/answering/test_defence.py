"""What a "no" beside a denial does: it tells what is denied, or is only told besides."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import stances_of

pytestmark = pytest.mark.usefixtures("model")

CHARGED = "Ostland accused Selvia of arming the rebels. "


def test_a_no_behind_a_rejection_tells_what_it_means():
    text = f"{CHARGED}Officials in Varn rejected the charge, saying Selvia had never sold a gun."

    assert stances_of(text, "never sold a gun") == {"disputes"}


@pytest.mark.parametrize("did", ["rejected the bid", "declined to comment"])
def test_a_no_behind_what_is_no_denial_is_said(did):
    text = f"The club {did}, saying nobody had met its price."

    assert stances_of(text, "nobody had met its price") == {"asserts"}


@pytest.mark.parametrize(
    "opening",
    ["The ministry issued a denial, saying", "In a denial sent on Friday, the ministry said"],
)
def test_a_no_in_a_denial_denies(opening):
    text = f"{opening} no soldier had crossed the river."

    assert stances_of(text, "crossed the river") == {"disputes"}
