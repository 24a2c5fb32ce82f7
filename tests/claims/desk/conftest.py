"""People at the desk's pages."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.fixture
def at_desk():
    """Return a client that is logged in as a person."""

    def logged_in(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return logged_in
