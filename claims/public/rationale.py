"""Markdown of a rationale -> safe HTML, with its citations linked to the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# The page's own headings are of the first and second level.
HEADINGS_BELOW = 2
CITATION = re.compile(r"\[(\d{1,4})\](?!\()")
TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
    "pre", "s", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title", "class", "aria-label"}, "ol": {"start"}, "sup": {"class"}}


def to_html(text: str, *, cited: Iterable[int] = ()) -> SafeString:
    """Return Markdown as HTML that cannot harm a reader.

    cited: numbers of evidence that the page shows; [1] becomes a link to #evidence-1. Other
    numbers in brackets stay as they are. Raw HTML is shown as text, images become links.
    """
    html = _MARKDOWN.render(text, {"cited": frozenset(cited)})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return mark_safe(clean)


def _read_citation(state: StateInline, silent: bool) -> bool:
    found = CITATION.match(state.src, state.pos, state.posMax)
    if found is None or int(found.group(1)) not in state.env["cited"]:
        return False
    if not silent:
        state.push("citation", "a", 0).content = found.group(1)
    state.pos = found.end()
    return True


def _write_citation(
    _self: RendererHTML, tokens: list[Token], index: int, _options: object, _env: object
) -> str:
    number = tokens[index].content
    label = escape(_("Evidence {number}").format(number=number))
    return (
        f'<sup class="citation"><a href="#evidence-{number}" aria-label="{label}">'
        f"[{number}]</a></sup>"
    )


def _lower_headings(tokens: list[Token]) -> None:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + HEADINGS_BELOW)}"


def _reader() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False})
    markdown.enable(["table", "strikethrough"])
    # `[1]: address` would swallow a citation; pictures from elsewhere would tell on the reader.
    markdown.disable(["reference", "image"])
    markdown.inline.ruler.before("link", "citation", _read_citation)
    markdown.add_render_rule("citation", _write_citation)
    markdown.core.ruler.push("headings", lambda state: _lower_headings(state.tokens))
    return markdown


_MARKDOWN = _reader()
