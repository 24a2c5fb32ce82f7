"""Which model the tests of parts read with."""

from __future__ import annotations

import pytest


@pytest.fixture
def tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only with the tagger that is shipped: without tags the rule cannot tell."""
    monkeypatch.setenv("SPACY_MODEL", "bundle")
