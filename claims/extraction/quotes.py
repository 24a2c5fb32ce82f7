"""Quotations: nested and interrupted ones, ones that run over paragraphs, ones never closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .blocks import Block
from .lexicon import lexicon


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
    """Quotation marks of a language, ready for scanning."""

    pattern: re.Pattern[str]
    closer_of: dict[str, str]
    closers: frozenset[str]
    ambiguous: frozenset[str]


@cache
def marks(code: str) -> Marks:
    """Return the quotation marks of a language."""
    lists = lexicon(code).lists
    closer_of: dict[str, str] = {}
    for pair in lists.get("quotes", ()):
        closer_of.setdefault(pair[0], pair[-1])
    used = set(closer_of) | set(closer_of.values())
    pattern = re.compile("[" + re.escape("".join(sorted(used))) + "]") if used else re.compile("$^")
    ambiguous = frozenset(lists.get("ambiguous_closers", ()))
    return Marks(pattern, closer_of, frozenset(closer_of.values()), ambiguous)


def find_quotes(text: str, blocks: list[Block], language: str) -> list[Quote]:
    """Return the outermost quotations in order, none crossing a block."""
    table = marks(language)
    quotes: list[Quote] = []
    running: int | None = None
    for block in blocks:
        found = _in_block(text, block, table)
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


def _first_word(block: Block) -> int:
    return block.label[1] + 2 if block.label else block.start


def _in_block(text: str, block: Block, table: Marks) -> list[Quote]:
    """Scan a block once; marks inside a quotation that are not its closer are part of it."""
    quotes: list[Quote] = []
    opened: int | None = None
    closer = ""
    depth = 0
    for match in table.pattern.finditer(text, block.start, block.end):
        at, mark = match.start(), match.group()
        if opened is None:
            if mark in table.closer_of and _may_open(text, at, block, table):
                opened, closer, depth = at, table.closer_of[mark], 0
        elif mark == closer and (mark != text[opened] or _may_close(text, at, block)):
            if mark in table.ambiguous and not _ends_word(text, at, block):
                continue
            if depth:
                depth -= 1
                continue
            quotes.append(Quote(opened, at + 1, opened + 1, at))
            opened = None
        elif mark == text[opened] and mark != closer:
            depth = min(depth + 1, 1)
    if opened is not None and text[opened] not in "‘'":
        quotes.append(Quote(opened, block.end, opened + 1, block.end, closed=False))
    return quotes


def _may_open(text: str, at: int, block: Block, table: Marks) -> bool:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if table.closer_of[text[at]] == text[at] or text[at] in "‘'":
        return not before.isalnum() and not after.isspace()
    return not after.isspace()


def _may_close(text: str, at: int, block: Block) -> bool:
    """A straight mark closes unless it stands before a word and after a space."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return not (before.isspace() and not after.isspace())


def _ends_word(text: str, at: int, block: Block) -> bool:
    after = text[at + 1] if at + 1 < block.end else " "
    return not after.isalnum()


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
