"""Markdown that people write, as HTML that is safe to show."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# No raw HTML, no images: a rationale is text, lists, quotes, tables and links.
PARSER = (
    MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table").disable("image")
)
TAGS = {
    "p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "a",
    "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
CITATION = re.compile(r"(?<!\\)\[(\d{1,4})\](?!\()")


def rendered(text: str, *, target: Callable[[int], str] | None = None) -> SafeString:
    """Return Markdown as HTML without scripts, styles, images or raw HTML.

    Headings start at the second level, since the page has one of its own. Links to elsewhere
    pass nothing on (`rel="nofollow noopener noreferrer"`).
    target: the address of evidence number n; with it, [n] becomes a link there.
    """
    if target is not None:
        text = CITATION.sub(lambda found: _cited(int(found[1]), target), text)
    html = PARSER.render(text).replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )
    return mark_safe(clean)


def _cited(number: int, target: Callable[[int], str]) -> str:
    return f"[\\[{number}\\]]({target(number)})"
