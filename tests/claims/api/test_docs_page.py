"""The page that shows the OpenAPI document, in a browser."""

from __future__ import annotations

import re
import shutil

import pytest

CHROMIUM = shutil.which("chromium")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@needs_browser
@pytest.mark.django_db(transaction=True)
class TestDocsPage:
    @pytest.mark.parametrize("width", [1440, 390])
    def test_draws_every_operation_within_the_content_security_policy(
        self, live_server, page, width
    ):
        told: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.set_viewport_size({"width": width, "height": 900})

        page.goto(f"{live_server.url}/api/docs/")
        page.locator(".opblock-post").first.click(timeout=30_000)
        page.locator(".opblock-body").first.wait_for()

        assert page.locator(".opblock").count() > 30
        assert told == []
        assert {url for url in asked if not url.startswith(live_server.url)} == set()
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_is_dark_where_the_reader_asks_for_it(self, live_server, page):
        page.emulate_media(color_scheme="dark")

        page.goto(f"{live_server.url}/api/docs/")
        page.locator(".opblock").first.wait_for(timeout=30_000)
        title = page.locator(".swagger-ui .info .title")
        dark = title.evaluate("element => getComputedStyle(element).color")
        page.emulate_media(color_scheme="light")
        page.locator("html:not(.dark-mode)").wait_for(state="attached")

        assert min(map(int, re.findall(r"\d+", dark)[:3])) > 200
        assert title.evaluate("element => getComputedStyle(element).color") != dark
