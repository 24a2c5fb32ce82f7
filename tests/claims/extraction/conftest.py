"""What tests of the reader share."""

from __future__ import annotations

import pytest

from benchmarks.claims import HELD_OUT


@pytest.fixture(params=["bundle", "blank"])
def model(request, monkeypatch) -> str:
    """Read with the parse that is shipped, and once more with rules alone."""
    monkeypatch.setenv("SPACY_MODEL", request.param)
    return request.param


@pytest.fixture
def interview():
    """The annotated interview beside the checkout, which is no part of the project."""
    path = HELD_OUT.parents[3].parent / "shared" / "texts" / "ambassador-interview.gold.json"
    if not path.exists():
        pytest.skip("no ../shared beside this checkout")
    return path
