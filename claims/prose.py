"""Markdown that people write, as HTML that is safe to show."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# The address of evidence number n; None for evidence that is not shown.
Target = Callable[[int], str | None]

CITATION = re.compile(r"\[(\d{1,4})\](?!\()")
# No raw HTML, no images: a rationale is text, lists, quotes, tables and links.
TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "s", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title", "aria-label"}, "ol": {"start"}, "sup": {"class"}}


def rendered(text: str, *, target: Target | None = None, top_heading: int = 2) -> SafeString:
    """Return Markdown as HTML without scripts, styles, images or raw HTML.

    Links to elsewhere pass nothing on (`rel="nofollow noopener noreferrer"`).
    target: the address of evidence number n; with it, [n] becomes a link there.
    top_heading: the level, 2 to 6, of the text's first headings; the page has one of its own.
    """
    html = _MARKDOWN.render(text, {"target": target, "top_heading": top_heading})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )
    return mark_safe(clean)


def _read_citation(state: StateInline, silent: bool) -> bool:
    found = CITATION.match(state.src, state.pos, state.posMax)
    target = state.env["target"]
    address = target(int(found.group(1))) if found and target else None
    if found is None or address is None:
        return False
    if not silent:
        token = state.push("citation", "a", 0)
        token.content, token.info = found.group(1), address
    state.pos = found.end()
    return True


def _write_citation(
    _self: RendererHTML, tokens: list[Token], index: int, _options: object, _env: object
) -> str:
    number, address = tokens[index].content, tokens[index].info
    label = escape(_("Evidence {number}").format(number=number))
    return (
        f'<sup class="citation"><a href="{escape(address)}" aria-label="{label}">'
        f"[{number}]</a></sup>"
    )


def _lower_headings(tokens: list[Token], top: int) -> None:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + top - 1)}"


def _reader() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "linkify": False})
    markdown.enable(["table", "strikethrough"])
    # `[1]: address` would swallow a citation; pictures from elsewhere would tell on the reader.
    markdown.disable(["reference", "image"])
    markdown.inline.ruler.before("link", "citation", _read_citation)
    markdown.add_render_rule("citation", _write_citation)
    markdown.core.ruler.push(
        "headings", lambda state: _lower_headings(state.tokens, state.env["top_heading"])
    )
    return markdown


_MARKDOWN = _reader()
