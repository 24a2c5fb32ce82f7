"""People at the desk's pages."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim
from tests.claims.receiving import consumer, endpoint, receiver  # noqa: F401 - fixtures


@pytest.fixture
def at_desk():
    """Return a client that is logged in as a person."""

    def logged_in(person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return logged_in


@pytest.fixture
def at(live_server):
    """Return the address of a claim's page, with the list it is seen from."""

    def address(claim, filters="state=queued"):
        return f"{live_server.url}{reverse('desk:claim', args=[claim.pk])}?{filters}"

    return address


@pytest.fixture
def candidates(db):
    """Twelve candidates, the worthiest first."""
    return [
        Claim.objects.create(text=f"Candidate number {number}.", worth=(20 - number) / 20)
        for number in range(12)
    ]


def url(name: str, *args) -> str:
    """The address of a page of the desk."""
    return reverse(f"desk:{name}", args=args)


def do(client: Client, claim: Claim, verb: str, **answers):
    """Press the button of a verb on a claim's page."""
    return client.post(url("act", claim.pk, verb), answers)
