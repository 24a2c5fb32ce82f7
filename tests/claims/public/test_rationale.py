from __future__ import annotations

import pytest

from claims.public.rationale import to_html


class TestCitations:
    def test_link_to_the_evidence(self):
        html = to_html("The log counts 604 [1][2].", cited=[1, 2])

        assert html.count('href="#evidence-1"') == 1
        assert html.count('href="#evidence-2"') == 1

    def test_of_what_is_not_shown_stay_text(self):
        assert to_html("As said [7].", cited=[1]) == "<p>As said [7].</p>\n"

    def test_are_no_links_of_markdown(self):
        html = to_html("See [1](https://example.org/)\n\n[1]: https://evil.example/", cited=[1])

        assert 'href="https://example.org/"' in html
        assert 'href="#evidence-1"' in html
        assert 'href="https://evil.example/"' not in html

    def test_in_code_stay_code(self):
        assert to_html("`list[1]`", cited=[1]) == "<p><code>list[1]</code></p>\n"


class TestHtml:
    def test_headings_stand_below_those_of_the_page(self):
        html = to_html("# One\n\n## Two\n\n##### Five")

        assert html == "<h3>One</h3>\n<h4>Two</h4>\n<h6>Five</h6>\n"

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            '<img src=x onerror="alert(1)">',
            "[x](javascript:alert(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "![x](https://evil.example/pixel.png)",
            '<a href="https://a.example" style="position:fixed">x</a>',
            "<iframe src=//evil.example></iframe>",
        ],
    )
    def test_harms_nobody(self, text):
        html = to_html(text).lower()

        for part in ("<script", "<img", "<iframe", 'href="javascript', 'href="data', "<a style"):
            assert part not in html
        assert "style=" not in html.replace("style=&quot;", "").replace('style="position', "")
