from __future__ import annotations

import pytest

from claims.prose import rendered


def link(number):
    return f"#evidence-{number}"


class TestRendered:
    def test_turns_markdown_into_html(self):
        assert rendered("Two *quays* were **closed**.") == (
            "<p>Two <em>quays</em> were <strong>closed</strong>.</p>\n"
        )

    def test_links_citations_to_the_evidence(self):
        html = rendered("The register says so [1][12].", target=link)

        assert 'href="#evidence-1"' in html
        assert ">[12]</a>" in html

    def test_leaves_an_ordinary_link_alone(self):
        html = rendered("[1](https://example.org/)", target=link)

        assert 'href="https://example.org/"' in html
        assert "#evidence" not in html

    def test_leaves_a_citation_of_what_is_not_shown_as_text(self):
        assert rendered("As said [7].", target=lambda number: None) == "<p>As said [7].</p>\n"

    def test_takes_no_citation_for_a_reference_of_markdown(self):
        html = rendered("As said [1].\n\n[1]: https://example.org/", target=link)

        assert 'href="#evidence-1"' in html
        assert 'href="https://example.org/"' not in html

    def test_leaves_code_alone(self):
        assert rendered("`list[1]`", target=link) == "<p><code>list[1]</code></p>\n"

    def test_headings_can_start_lower(self):
        assert rendered("# A\n\n##### B", top_heading=3) == "<h3>A</h3>\n<h6>B</h6>\n"

    def test_keeps_headings_below_the_page_title(self):
        assert rendered("# Sources").startswith("<h2>")

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "[x](javascript:alert(1))",
            "<img src=x onerror=alert(1)>",
            "![x](https://example.org/pixel.png)",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            '<a href="https://example.org" onclick="x()">x</a>',
            "<style>p{display:none}</style>",
        ],
    )
    def test_lets_nothing_through_that_acts(self, text):
        html = rendered(text, target=link)

        html = html.lower()
        for acting in ("<script", "<img", "<style", 'href="javascript', 'href="data'):
            assert acting not in html
        assert '<a href="https://example.org" onclick' not in html
