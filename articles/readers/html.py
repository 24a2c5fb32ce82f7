"""Web pages: the article on a page without what stands around it (trafilatura)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from urllib.parse import urljoin

import trafilatura
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from lxml.html import HtmlElement

from ..errors import NotReadable, TooLarge, UnknownEncoding
from ..wording import FORBIDDEN, clean
from . import decoding
from .readtext import ReadText

NAME, VERSION = "html", f"1 (trafilatura {version('trafilatura')})"
FEWEST_CHARACTERS = 100  # below, a page says "please log in" rather than what is in the news
BLOCKS = {
    "head", "p", "quote", "list", "item", "table", "row", "div", "body", "code", "lg", "figure",
}  # fmt: skip
# Put before a caption so that it can be told from the paragraphs after trafilatura's selection.
CAPTION_MARK = "qqcaptionqq "
REFERENCE = re.compile(r"&#(x[0-9a-f]{1,8}|[0-9]{1,9})(?![0-9a-f]);?", re.IGNORECASE)
DATE_PROPERTIES = (
    "article:published_time", "og:article:published_time", "datepublished", "date",
    "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created",
)  # fmt: skip
MOST_ELEMENTS = 30_000
MOST_BROKEN = 0.01  # share of the article's characters that may be U+FFFD
MOST_LINKED_DATA = 200_000  # characters of one JSON-LD script that are parsed


def read(body: bytes, *, charset: str, url: str, sha256: str, field: str) -> ReadText:
    """Return the article of a web page: headline first, blocks between blank lines, captions last.

    charset: the encoding of the HTTP header, "" without one.
    url: where the page was found, "" if unknown; resolves a relative canonical link.

    Raises NotReadable where there is no article on the page.
    """
    page, encoding = decoding.decode_page(body, charset)
    tree = trafilatura.load_html(_without_forbidden(page))
    if tree is None:
        raise _no_article(field)
    _check_size(tree, field)
    language = tree.get("lang") or tree.get("xml:lang") or ""
    canonical_url, published = _canonical_link(tree, url), _published(tree)
    _mark_captions(tree)
    document = trafilatura.bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
    )
    if document is None or document.body is None:
        raise _no_article(field)
    blocks = [block for block in _blocks(document.body) if block]
    captions = [block.removeprefix(CAPTION_MARK) for block in blocks if _is_caption(block)]
    running = [block for block in blocks if not _is_caption(block)]
    if sum(map(len, running)) < FEWEST_CHARACTERS:
        raise _no_article(field)
    if sum(block.count("\ufffd") for block in running) > MOST_BROKEN * sum(map(len, running)):
        raise UnknownEncoding(
            _("The encoding of this page cannot be told. Paste the text of the article."),
            field=field,
        )
    title = _tidy(document.title or "")
    if title and running[0].casefold() != title.casefold() and not _has_headline(document.body):
        running.insert(0, title)
    return ReadText(
        text=clean("\n\n".join([*running, *captions])),
        title=title or running[0],
        byline=_tidy(document.author or ""),
        published=published or _day(document.date),
        language=language,
        canonical_url=canonical_url,
        reader=NAME,
        reader_version=VERSION,
        media_type=f"text/html; charset={encoding}",
        sha256=sha256,
    )


def _without_forbidden(page: str) -> str:
    """Return a page with a blank for each character that cannot be kept, written out or not.

    One of them written as a reference (&#11;) would make the extraction give up the whole page.
    """

    def replacement(reference: re.Match[str]) -> str:
        number = reference.group(1)
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        return " " if code < 0x110000 and FORBIDDEN.match(chr(code)) else reference.group()

    return REFERENCE.sub(replacement, FORBIDDEN.sub(" ", page))


def _check_size(tree: HtmlElement, field: str) -> None:
    """Refuse a page that would keep the extraction busy for more than some seconds."""
    if sum(1 for _element in tree.iter()) > MOST_ELEMENTS:
        raise TooLarge(
            _("This page has more than {most} elements. Paste the text of the article.").format(
                most=number_format(MOST_ELEMENTS, force_grouping=True)
            ),
            field=field,
        )


def _mark_captions(tree: HtmlElement) -> None:
    """Turn each figure into a marked paragraph of its caption: figures themselves are left out."""
    for figure in tree.xpath("//figure[.//figcaption][not(.//table)]"):
        caption = " ".join(" ".join(part.itertext()) for part in figure.iter("figcaption"))
        for child in list(figure):
            figure.remove(child)
        figure.tag, figure.text = "p", CAPTION_MARK + " ".join(caption.split())
        figure.attrib.clear()


def _is_caption(block: str) -> bool:
    return block.startswith(CAPTION_MARK)


def _has_headline(body: HtmlElement) -> bool:
    first = next(iter(body), None)
    return first is not None and first.tag == "head" and first.get("rend") == "h1"


def _blocks(element: HtmlElement) -> Iterator[str]:
    """Yield the text of each paragraph, heading, list item and table row, in their order."""
    if element.tag == "row":
        yield " | ".join(filter(None, (_tidy(" ".join(cell.itertext())) for cell in element)))
        return
    pending = [element.text or ""]
    for child in element:
        if child.tag in BLOCKS:
            yield _tidy("".join(pending))
            yield from _blocks(child)
            pending = []
        elif child.tag == "lb":
            pending.append("\n")
        elif isinstance(child.tag, str):
            pending.append("".join(child.itertext()))
        pending.append((child.tail or "").replace("\n", " "))
    yield _tidy("".join(pending))


def _tidy(text: str) -> str:
    """Return text on as few lines as it has, each with single blanks, without control marks."""
    lines = (" ".join(line.split()) for line in FORBIDDEN.sub(" ", text).split("\n"))
    return "\n".join(filter(None, lines))


def _canonical_link(tree: HtmlElement, url: str) -> str:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            href = (link.get("href") or "").strip()
            try:
                return urljoin(url, href) if href else ""
            except ValueError:
                return ""
    return ""


def _published(tree: HtmlElement) -> datetime | None:
    """Return when the page says it was published, if it says so with a time."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        if moment := _moment(_linked_date(script.text or "")):
            return moment
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in DATE_PROPERTIES and (moment := _moment(meta.get("content") or "")):
            return moment
    return None


def _linked_date(script: str) -> str:
    if len(script) > MOST_LINKED_DATA:
        return ""
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return ""
    waiting = [data]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if isinstance(node.get("datePublished"), str):
                return node["datePublished"]
            if isinstance(node.get("@graph"), list):
                waiting.extend(node["@graph"])
    return ""


def _moment(said: str) -> datetime | None:
    said = said.strip()
    if not re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", said):
        return None
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _day(said: str | None) -> datetime | None:
    """Return midnight UTC of a date that was told without a time."""
    try:
        return datetime.fromisoformat(said).replace(tzinfo=UTC) if said else None
    except ValueError:
        return None


def _no_article(field: str) -> NotReadable:
    return NotReadable(
        _(
            "No article text was found on this page. It may need a log-in or JavaScript: "
            "copy the text in a browser and paste it."
        ),
        field=field,
    )
