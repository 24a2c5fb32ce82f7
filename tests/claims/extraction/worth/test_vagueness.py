"""What makes a statement too vague to be checked, and what does not."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims


@pytest.mark.parametrize("rank", ["the eighth fall in a row", "its lowest in a century"])
def test_a_rank_added_to_a_figure_is_not_vague(rank):
    (claim,) = (c for c in find_claims(f"Sales fell by 4%, {rank}.", "en") if c.text == rank)

    assert "vague" not in claim.features


def test_that_nobody_was_hurt_can_be_checked():
    (claim,) = find_claims("Nobody was hurt.", "en")

    assert "vague" not in claim.features
