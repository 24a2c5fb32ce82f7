"""An editor clicks on a number and on a bar, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from claims.models import Claim, ReportFile
from claims.reports import making
from tests.browsing import violations


class TestFigures:
    def test_numbers_and_bars_lead_to_as_many_rows(
        self, new_context, live_server, log_in, published, quill, emil
    ):
        for number in range(3):
            Claim.objects.create(text=f"Pier {number} was closed.", claimant=quill)
        context = new_context()
        log_in(context, emil)
        page = context.new_page()
        page.goto(f"{live_server.url}/desk/reports/sections/selection/")
        assert not violations(page)
        part = page.locator("#balance-claimants")
        number = part.locator("tbody td a").first
        said = number.inner_text()

        number.click()
        expect(page.locator("[data-total]")).to_have_attribute("data-total", said)
        expect(page.locator("[data-row]")).to_have_count(int(said))

        page.go_back()
        bar = part.locator(".chart a").first
        told = re.search(r"\d+$", bar.locator("title").text_content() or "")
        bar.click()
        expect(page.locator("[data-total]")).to_have_attribute("data-total", told[0])

    def test_a_report_is_frozen_and_published_by_hand(
        self, new_context, live_server, log_in, published, emil
    ):
        context = new_context()
        log_in(context, emil)
        page = context.new_page()
        page.goto(f"{live_server.url}/desk/reports/kept/")
        page.get_by_label("Title").fill("A month")
        page.get_by_label("For readers: leave out unpublished work").check()
        page.get_by_role("button", name="Freeze", exact=True).click()
        expect(page.get_by_text("It waits for the worker.")).to_be_visible()
        assert not violations(page)
        assert making.make(ReportFile.objects.get().pk)
        # The page asks again by itself.
        page.get_by_role("link", name="To the frozen report").click()
        page.locator("summary", has_text="Publish").click()
        page.get_by_role("button", name="Publish", exact=True).click()
        assert not violations(page)

        page.get_by_role("link", name="Public page").click()

        expect(page.get_by_role("heading", name="A month")).to_be_visible()
        expect(page.get_by_role("heading", name="Ratings", exact=True)).to_be_visible()
        assert not violations(page)
