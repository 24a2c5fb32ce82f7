"""Quotations: nested and interrupted ones, ones that run over paragraphs, ones never closed."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from ..lexicon import lexicon
from ..tagging.speech_tags import dialogue_start, find_tags
from ..tagging.tokenizer import REPEATED, RUN
from .blocks import Block
from .places import places_of

DASHES = "—–"  # which may open direct speech
LONGEST_NICKNAME = 20  # code points
LONGEST_NAME = 30  # code points of a name
DRAWN_OUT = "\u0640"  # stroke that ties an Arabic letter to a mark
LONGEST_HUNG = 4  # code points of what hangs on a mark, and one in front of it


@dataclass(slots=True)
class Quote:
    """A quotation inside one block: `text[start:end]` with its marks, `inner` without.

    closed: the closing mark is there.
    continues: number of the quotation in the block before that this one goes on from.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Quotation marks of a language, ready for scanning.

    hung: what may hang on the mark in front: the Hebrew letter for "to" before a name.
    """

    used: tuple[str, ...]
    pattern: re.Pattern[str]
    closer_of: dict[str, str]
    closers: frozenset[str]
    ambiguous: frozenset[str]
    plain_openers: frozenset[str]
    spaced: frozenset[str]
    rows: tuple[str, ...]
    hung: frozenset[str]


@cache
def marks(code: str) -> Marks:
    """Return the quotation marks of a language."""
    lists = lexicon(code).lists
    closer_of: dict[str, str] = {}
    for pair in lists.get("quotes", ()):
        half = len(pair) // 2
        closer_of.setdefault(pair[:half], pair[half:])
    used = sorted(set(closer_of) | set(closer_of.values()), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, used)) or "$^")
    ambiguous = frozenset(lists.get("ambiguous_closers", ()))
    plain = frozenset(mark for mark, closer in closer_of.items() if closer not in ambiguous)
    spaced = lexicon(code).words.get("spaced_quotes", frozenset())
    rows = tuple(mark * REPEATED for mark in closer_of)
    closers = frozenset(closer_of.values())
    hung = lexicon(code).table("hung_on_marks")
    return Marks(tuple(used), pattern, closer_of, closers, ambiguous, plain, spaced, rows, hung)


def find_quotes(text: str, blocks: list[Block], language: str) -> list[Quote]:
    """Return the outermost quotations in order, none crossing a block."""
    table = marks(language)
    quotes: list[Quote] = []
    running: int | None = None
    if any(row in text for row in table.rows):
        # A line of marks quotes nothing.
        text = RUN.sub(_blanks, text)
    places, at = [*places_of(table.used, text), len(text)], 0
    for block in blocks:
        if places[at] < block.start:
            at = bisect_left(places, block.start, at)
        begin, found = at, []
        if places[at] < block.end:
            at = bisect_left(places, block.end, at)
            found = _in_block(text, block, table, places[begin:at])
            found = [quote for quote in found if not is_nickname(text, quote)]
        if found or text[block.start] in DASHES:
            found = _parted(text, block, found, language)
        if found and running is not None and block.kind == "body":
            first = found[0]
            if first.start == _first_word(block):
                first.continues = running
        if block.kind == "body" or found:
            running = None
        quotes.extend(found)
        if found and not found[-1].closed:
            running = len(quotes) - 1
    _close_open_ones(text, quotes, language)
    return quotes


def is_nickname(text: str, quote: Quote) -> bool:
    """Say whether the marks only part a nickname from the names around it: Karl "Tug" Orr."""
    inner = text[quote.inner_start : quote.inner_end]
    if len(inner) > LONGEST_NICKNAME or not inner.istitle():
        return False  # as mostly
    around = text[quote.start - 1 : quote.start] + text[quote.end : quote.end + 1]
    before = text[max(0, quote.start - LONGEST_NAME) : quote.start].split()
    named = around == "  " and text[quote.end + 1 : quote.end + 2].isupper() and bool(before)
    return named and before[-1].replace("-", "").isalpha() and before[-1][0].isupper()


def _blanks(row: re.Match[str]) -> str:
    return " " * len(row.group())


def _first_word(block: Block) -> int:
    return max(block.start, block.label[1] + 2) if block.label else block.start


def _in_block(text: str, block: Block, table: Marks, places: list[int]) -> list[Quote]:
    """Scan a block once; marks inside a quotation that are not its closer are part of it."""
    quotes, unclosed = _scan(text, block.start, block, table, places, plain=False)
    if unclosed is not None and text[unclosed] not in table.plain_openers:
        # An apostrophe that looked like an opening mark: from there on, apostrophes open nothing.
        more, unclosed = _scan(text, unclosed + 1, block, table, places, plain=True)
        quotes.extend(more)
    if unclosed is not None:
        mark = table.pattern.match(text, unclosed)
        inner = mark.end() if mark else unclosed + 1
        quotes.append(Quote(unclosed, block.end, inner, block.end, closed=False))
    return quotes


def _parted(text: str, block: Block, found: list[Quote], language: str) -> list[Quote]:
    """Part quotations at the tags inside them; a dash opens one only where there is a tag."""
    if found:
        return [piece for quote in found for piece in _pieces(text, quote, language)]
    inner = dialogue_start(text, block.start, block.end, language)
    if inner is None:
        return []
    whole = Quote(block.start, block.end, inner, block.end)
    pieces = _pieces(text, whole, language)
    return [] if pieces == [whole] else pieces


def _pieces(text: str, quote: Quote, language: str) -> list[Quote]:
    """The parts of a quotation between the tags in it."""
    tags = find_tags(text, quote.inner_start, quote.inner_end, language)
    if not tags:
        return [quote]
    pieces, start, inner = [], quote.start, quote.inner_start
    for begin, end in tags:
        pieces.append(Quote(start, begin, inner, begin))
        start = inner = end
    if text[start : quote.inner_end].strip(" .,—–"):
        pieces.append(Quote(start, quote.end, inner, quote.inner_end, quote.closed))
    return pieces


def _scan(
    text: str, begin: int, block: Block, table: Marks, places: list[int], *, plain: bool
) -> tuple[list[Quote], int | None]:
    """Closed quotations from `begin` to the end of a block, and where one is left open.

    places: of all marks in the block; plain: marks that are apostrophes too do not open.
    """
    quotes: list[Quote] = []
    opened: int | None = None
    opener = closer = ""
    nested = False
    for at in places:
        match = table.pattern.match(text, at, block.end) if at >= begin else None
        if match is None:
            continue  # before, or in the middle of a longer mark
        begin, mark = match.end(), match.group()
        if opened is None:
            may = mark in table.closer_of and (not plain or mark in table.plain_openers)
            if may and _may_open(text, at, begin, block, table):
                opened, opener, closer, nested = at, mark, table.closer_of[mark], False
        elif mark == closer and (mark != opener or _may_close(text, at, begin, block)):
            if mark in table.ambiguous and _around(text, at, begin, block)[1].isalnum():
                continue  # inside a word
            if nested:
                nested = False
                continue
            quotes.append(Quote(opened, begin, opened + len(opener), at))
            opened = None
        elif mark == opener and mark != closer:
            nested = True
    return quotes, opened


def _around(text: str, start: int, end: int, block: Block) -> tuple[str, str]:
    """Characters right before and after a mark; a space where the block begins or ends."""
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return before, after


def _may_open(text: str, start: int, end: int, block: Block, table: Marks) -> bool:
    """A mark that can also close, or is an apostrophe, opens only at the start of a word."""
    before, after = _around(text, start, end, block)
    mark = text[start:end]
    closer = table.closer_of[mark]
    if closer == mark or closer in table.ambiguous:
        if before.isalnum():
            return bool(table.hung) and _is_hung(text, start, end, block, table)
        return not after.isspace()
    return not after.isspace() or mark in table.spaced


def _is_hung(text: str, start: int, end: int, block: Block, table: Marks) -> bool:
    """Say whether a mark stands behind a letter that hangs on what is quoted, in no acronym."""
    begin = start
    while begin > block.start and start - begin < LONGEST_HUNG and not text[begin - 1].isspace():
        begin -= 1
    hung = text[begin:start].replace(DRAWN_OUT, "")
    return hung in table.hung and text[end : end + 2].isalpha() and end + 2 < block.end


def _may_close(text: str, start: int, end: int, block: Block) -> bool:
    """A straight mark closes unless it stands before a word and after a space, or inside a word."""
    before, after = _around(text, start, end, block)
    if before.isalnum() and after.isalnum():
        return False
    return not (before.isspace() and not after.isspace())


@cache
def _tag(code: str) -> re.Pattern[str] | None:
    """Pattern of ", Name said" inside what looks like a quotation without an end."""
    words = lexicon(code)
    forms = sorted(form for form, cue in words.cues.items() if cue.strong and not cue.participle)
    if not forms:
        return None
    verbs = "|".join(map(re.escape, forms))
    pronouns = "|".join(map(re.escape, sorted(words.words.get("pronouns.third", ())))) or "$^"
    name = r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}"
    return re.compile(rf",\s+(?:(?:{pronouns})\s+|{name})(?:{verbs})\b\s*[,.]")


def _close_open_ones(text: str, quotes: list[Quote], language: str) -> None:
    """End a quotation that is never closed before a ", Name said" found inside it."""
    pattern = _tag(language)
    if pattern is None:
        return
    for quote in quotes:
        if quote.closed:
            continue
        tag = pattern.search(text, quote.inner_start, quote.end)
        if tag:
            quote.inner_end = quote.end = tag.start() + 1
            quote.closed = True
