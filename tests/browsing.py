"""A real browser for tests: headless Chromium, in which every policy violation is a failure."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DEFAULTS = {
    "viewport": {"width": 1440, "height": 900},
    "locale": "en-GB",
    "reduced_motion": "reduce",
}
# Milliseconds that a page may take for one step: a busy machine is slow, not wrong.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE / 2)
WIDTHS = [2560, 1440, 768, 390]  # pixels
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI} `
    + `${event.sourceFile}:${event.lineNumber} ${event.sample}`);
});
"""
AXE = Axe()
# What is checked: WCAG 2.0 to 2.2, levels A and AA, and axe's own best practices.
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # No rule asked for needs it, and it writes styles into the page, which its policy forbids.
    "preload": False,
}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if CHROMIUM is None:
        pytest.skip("No Chromium here: on Debian, apt install chromium.")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext]):
    """Make browser contexts that fail the test at its end when a script or a policy broke."""
    wrong: list[str] = []

    def watched(**kwargs: Any) -> BrowserContext:
        context = new_context(**{**DEFAULTS, **kwargs})
        context.set_default_timeout(PATIENCE)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", lambda said: _note(said.text, wrong))
        context.on("weberror", lambda error: wrong.append(f"Script error: {error.error}"))
        return context

    yield watched
    assert not wrong, "\n".join(wrong)


def _note(text: str, wrong: list[str]) -> None:
    if "Content Security Policy" in text or "Content-Security-Policy" in text:
        wrong.append(text)


@pytest.fixture
def log_in(live_server) -> Callable[[BrowserContext, Any], None]:
    """Give a browser context the session of a person, without the login page."""

    def logged_in(context: BrowserContext, person: Any) -> None:
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )

    return logged_in


@pytest.fixture
def browse(new_context, log_in) -> Callable[..., Page]:
    """Open a page of its own browser for a person (None: not logged in)."""

    def opened(person: Any = None, **kwargs: Any) -> Page:
        context = new_context(**kwargs)
        if person is not None:
            log_in(context, person)
        return context.new_page()

    return opened


def violations(page: Page, context: str | None = None, **options: Any) -> list[str]:
    """Return what axe-core finds wrong with a page, one line for each element."""
    asked = [context, {**AXE_OPTIONS, **options}]
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("([where, asked]) => axe.run(where || document, asked)", asked)
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def sideways(page: Page) -> int:
    """Return by how many pixels the page can be scrolled sideways; 0 is as it should be."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def look_at(page: Page, widths: Iterable[int] = WIDTHS, *, dark: bool = True) -> list[str]:
    """Return what is wrong with a page as it is: rules of axe-core, dark contrast, widths."""
    found = violations(page)
    if dark:
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {line}" for line in violations(page, runOnly=["color-contrast"])]
        page.emulate_media(color_scheme="light")
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if (too_wide := sideways(page)) > 0:
            found.append(f"runs over by {too_wide} pixels of {width}")
    return found
