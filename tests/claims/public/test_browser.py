"""A real browser on a reader's page: no violation of the strict policy, nothing runs over."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from claims import replies
from claims.models import ReplyRequest
from tests.browsing import sideways

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(browse):
    """A narrow browser; its console is watched for violations of the policy."""
    return browse(viewport={"width": 390, "height": 800})


def test_a_page_obeys_the_policy(page, live_server, address):
    said = []
    page.on("console", lambda message: said.append(message.text))

    response = page.goto(f"{live_server.url}{address}")

    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert said == []
    # The data block is there for machines, as the browser parsed it.
    block = page.locator('script[type="application/ld+json"]').first.text_content()
    assert page.evaluate("text => JSON.parse(text)['@type']", block) == "ClaimReview"
    assert sideways(page) <= 0


def test_a_citation_leads_to_its_evidence(page, live_server, address):
    page.goto(f"{live_server.url}{address}")

    page.get_by_role("link", name="Evidence 1").click()

    assert page.url.endswith("#evidence-1")
    assert page.locator("#evidence-1").is_visible()


def test_a_claimant_replies_through_the_link(page, live_server, published, rosa):
    _asked, secret = replies.ask(
        published.claim_id, actor=rosa, name="Mara Quill", question="Do you stand by it?"
    )
    page.goto(live_server.url + reverse("public:reply", args=[secret]))
    page.get_by_label("Your reply").fill("We counted otherwise.")
    page.get_by_label("Signed by").fill("Mara Quill")
    page.get_by_role("button", name="Send reply").click()

    expect(page.get_by_text("We counted otherwise.")).to_be_visible()
    assert ReplyRequest.objects.get().answer == "We counted otherwise."
