"""Rules that every template keeps, whatever page it makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template, render_to_string

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "templates"
PAGES = sorted(TEMPLATES.rglob("*.html"))
SPRITE = (ROOT / "claims/static/claims/img/signs.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
class TestEveryTemplate:
    def test_can_be_compiled(self, page):
        get_template(str(page.relative_to(TEMPLATES)))

    def test_has_nothing_inline(self, page):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|hx-on|javascript:", text)
        for tag in re.findall(r"<script\b[^>]*>", text):
            assert "src=" in tag or 'type="application/ld+json"' in tag

    def test_puts_no_block_into_a_paragraph(self, page):
        # A browser would end the paragraph there, and what follows would stand outside.
        text = page.read_text(encoding="utf-8")
        for inside in re.findall(r"<p\b[^>]*>(.*?)</p>", text, re.DOTALL):
            assert not re.search(r"<(form|div|ul|ol|details|table|section)\b", inside), inside

    def test_uses_signs_that_exist(self, page):
        for name in re.findall(r'{% icon "([^"]+)"', page.read_text(encoding="utf-8")):
            assert f'id="{name}"' in SPRITE, name


@pytest.mark.parametrize(
    "part", sorted((TEMPLATES / "desk" / "claim").glob("*.html")), ids=lambda part: part.stem
)
def test_a_part_of_a_claims_page_links_by_whole_addresses(part):
    # The page is also the answer to a refused form, whose address cannot be opened.
    assert 'href="?' not in part.read_text(encoding="utf-8")


COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))


@pytest.mark.parametrize("part", COMPONENTS, ids=lambda part: part.stem)
def test_a_component_says_what_it_takes(part):
    assert part.read_text(encoding="utf-8").startswith("{% comment %}")


@pytest.mark.parametrize("code", ["400", "403", "404", "500", "403_csrf"])
def test_an_error_page_needs_no_context(code):
    page = render_to_string(f"{code}.html")

    assert "<h1>" in page
    assert 'id="main"' in page
