"""Whatever the trail holds is told in words."""

from __future__ import annotations

import re
from pathlib import Path

from claims.telling import SENTENCES

TRAIL = Path(__file__).resolve().parents[2] / "docs" / "trail.md"
NEVER_RECORDED = {"claim.extended"}


def test_every_kind_of_event_has_a_sentence():
    table = TRAIL.read_text("utf-8").partition("## Kinds")[2].partition("## The ledger")[0]
    kinds = set(re.findall(r"`([a-z]+\.[a-z_]+)`", table))

    assert len(kinds) > 50
    assert not kinds - set(SENTENCES) - NEVER_RECORDED
