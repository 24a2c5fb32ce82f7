"""Whatever the trail holds is told in words."""

from __future__ import annotations

import re
from pathlib import Path

from claims.telling import SENTENCES
from claims.workflow.table import STEPS

CLAIMS = Path(__file__).resolve().parents[2] / "claims"
TRAIL = Path(__file__).resolve().parents[2] / "docs" / "trail.md"
NEVER_RECORDED = {"claim.extended"}


def test_every_kind_of_event_has_a_sentence():
    table = TRAIL.read_text("utf-8").partition("## Kinds")[2].partition("## The ledger")[0]
    kinds = set(re.findall(r"`([a-z]+\.[a-z_]+)`", table))

    assert len(kinds) > 50
    assert kinds - NEVER_RECORDED == set(SENTENCES)


def test_every_kind_that_is_recorded_has_a_sentence():
    """Those that are named where they are recorded; the steps of the workflow name theirs."""
    kinds = {step.event for step in STEPS.values()} - NEVER_RECORDED
    for path in CLAIMS.rglob("*.py"):
        kinds |= set(re.findall(r"\b(?:record|_note)\(\s*\"([a-z.]+_?[a-z_]*)\"", path.read_text()))

    assert "webhook.rotated" in kinds
    assert not kinds - set(SENTENCES)
