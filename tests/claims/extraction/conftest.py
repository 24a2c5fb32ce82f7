"""What tests of the reader share."""

from __future__ import annotations

import pytest


@pytest.fixture(params=["bundle", "blank"])
def model(request, monkeypatch) -> str:
    """Read with the parse that is shipped, and once more with rules alone."""
    monkeypatch.setenv("SPACY_MODEL", request.param)
    return request.param
