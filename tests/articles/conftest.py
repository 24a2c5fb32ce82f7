"""The cast and the texts of the tests of articles. All wording is made up."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model

LOCKS = """Two of the nine locks on the Arle canal are closed

The river board closed two of the nine locks on the Arle canal on Monday. Traffic fell from 1,400
to 900 barges a month, it said.

"Nobody was asked," said Tilda Brandt, who speaks for the boatmen.
"""


@pytest.fixture
def text():
    return LOCKS


@pytest.fixture
def rosa(db):
    return get_user_model().objects.create_user("rosa@desk.example", name="Rosa")


@pytest.fixture
def pavel(db):
    return get_user_model().objects.create_user("pavel@desk.example", name="Pavel")
