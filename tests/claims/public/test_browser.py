"""A real browser on a reader's page: no violation of the strict policy, nothing runs over."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed"),
]


@pytest.fixture
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 390, "height": 800})
        browser.close()


def test_a_page_obeys_the_policy(page, live_server, address):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " event => console.log('violation: ' + event.violatedDirective))"
    )

    response = page.goto(f"{live_server.url}{address}")

    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert said == []
    # The data block is there for machines, as the browser parsed it.
    block = page.locator('script[type="application/ld+json"]').first.text_content()
    assert page.evaluate("text => JSON.parse(text)['@type']", block) == "ClaimReview"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_citation_leads_to_its_evidence(page, live_server, address):
    page.goto(f"{live_server.url}{address}")

    page.get_by_role("link", name="Evidence 1").click()

    assert page.url.endswith("#evidence-1")
    assert page.locator("#evidence-1").is_visible()
