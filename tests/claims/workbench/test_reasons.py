from __future__ import annotations

from claims.extraction import records
from claims.workbench.reasons import REASONS


def test_every_reason_of_the_extraction_has_a_wording():
    assert {code: str(wording) for code, wording in REASONS.items()} == records.REASONS
