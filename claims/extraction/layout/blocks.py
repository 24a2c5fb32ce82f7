"""Parts of a page: headline, standfirst, captions, credits, sub-headings, body paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from ..lexicon import Lexicon, lexicon
from .paragraphs import ITEM, is_closed, paragraphs
from .wordings import marked_places, matches, patterns, special

CAPITAL_LABEL = re.compile(r"^[^\W\d_a-z][^a-z:]{3,60}:\s")
DASHES = "-–—"
# Where and by whom a report was filed, before it begins: "GENEVA, Oct 6 (Agency) - ...".
# Not a small letter of any script, nor one of a script that has no capitals.
CAPITAL = r"[^\W\d_a-zß-öø-ÿа-џґ\u0590-\u06ff]"
PLACE = rf"{CAPITAL}(?:{CAPITAL}|[.'’ /-])+{CAPITAL}"
DATELINE = re.compile(
    rf"{PLACE}(?:, [^()\n–—]{{1,40}}?)?(?: ?\([^()\n]{{2,40}}\))?"
    r"(?:\.?\s(?:--?|[–—―])\s?|\.?(?:--|[–—―])\s?|(?<=\))-\s?)(?=\S)"
)
# A sentence that is nothing else: "МОСКВА, 12 мая — «Агентство».", "KYIV, 3 May.".
FILED_ALONE = re.compile(
    rf"{PLACE}, \d{{1,2}}\.? [^\W\d_]{{3,12}}(?: \d{{4}})?"
    r"(?:\.? ?[-–—/(]+ ?[«\"]?[^\s»\".]{2,30}[»\"/)]*)?\.?"
)
# The same with a place in small letters, known by the agency behind it: "Berlin (abc) - ...",
# "Rennes, 4 sept 2024 (ABC) - ...".
FILED = re.compile(
    r"[^\W\d_][^\n().:;!?«»\"]{1,40}? ?"
    r"(?:(?<=\d\d\d\d )\([A-Z]{2,8}\)"
    r"|\((?:[a-z]{2,6}(?:/[a-z]{2,6})*|[^()\n]{0,20}(?:[Aa]gen[ct]|[Nn]ews|[\u0590-\u06ff])[^()\n]{0,20})\))"
    r"[.:]?\s?[-–—]+\s?(?=\S)"
)
# And by the mark behind its date: "Puerto Alcázar, 9 oct (ANR).- ...", "VILLA SERRANA.— ...".
FILED_SHORT = re.compile(
    r"[^\W\d_][^\n().:;!?«»\"]{1,40}?(?:, \d{1,2} (?:de )?[^\W\d_]{3,10}\.?)?"
    r"(?: ?\([^()\n]{2,30}\))?\.\s?[-–—]+\s?(?=\S)"
)
FILED_SPAN = 80  # code points of a place, a date and an agency, with ".-"
FILED_REACH = 45  # code points of a place before the agency
# When a line was written, or what it tells happened: "10.15am: Police ...", "10:15 Police ...".
TIMED = re.compile(
    r"(?:\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})? ?[:–—-]|\d{1,2}:\d\d(?: [A-Z]{3,4})?)\s+"
    rf"(?={CAPITAL})"
)
RULE = re.compile(r"(?:[-_*=~•·–—]\s*){2,}")  # a line that parts what stands above and below
HEAD = 400  # code points of a block that tell its kind
NOTES = 9  # blocks at the end of an article, of which a rule and what follows may be notes
CLOCK = 3  # words of "10:30 p.m. GMT"
PAGE_LINE = 20  # words of a line that heads or closes a page
FOOTNOTE = re.compile(r"\[\d{1,3}\]\s")
LEAST_OF_BODY = 12  # words of a paragraph with which the text has begun
LEAST_OF_MESSAGE = 4  # words of a line that says something
SHORTEST_DATELINE = 5  # code points, with what follows it
LONGEST_STANDFIRST = 45  # words
# Words that a headline sets in capitals, and shorter ones that it may leave small.
LONG_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_])){3,}")
LEAST_CAPITALS = 4  # long words of a line in which capitals tell a headline


@dataclass(slots=True)
class Block:
    """A paragraph or line of its own kind: `text[start:end]` without surrounding space.

    label: span of a speaker's name in front of a colon, in a transcript.
    signed: span of the name of whoever wrote it, behind a post.
    """

    start: int
    end: int
    kind: str
    label: tuple[int, int] | None = None
    signed: tuple[int, int] | None = None


def find_blocks(text: str, language: str) -> list[Block]:
    """Return the blocks of a text in order, each with its kind (a key of records.BLOCKS)."""
    words = lexicon(language)
    blocks: list[Block] = []
    for start, end in paragraphs(text):
        if text[end - 1] == ")":
            blocks += [Block(*part, "body") for part in _parted(text, start, end, words)]
        else:
            blocks.append(Block(start, end, "body"))
    _mark_kinds(text, blocks, words)
    return blocks


def dateline_end(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its date line; `start` where it has none."""
    if end - start < SHORTEST_DATELINE or not text[start].isalnum():
        return start  # no place begins with a quotation mark
    opened = text.find("(", start, start + FILED_REACH)
    filed = FILED.match(text, start, min(end, start + 120)) if opened > 0 else None
    if filed is None and ".-" in text[start : start + FILED_SPAN]:
        filed = FILED_SHORT.match(text, start, min(end, start + 120))
    if filed is not None:
        return filed.end()
    if "a" <= text[start + 1] <= "z":
        return start  # as almost every sentence: a place would be in capitals
    if end - start < FILED_REACH and FILED_ALONE.fullmatch(text, start, end):
        return end
    match = DATELINE.match(text, start, min(end, start + 120))
    return match.end() if match else start


def is_in_capitals(line: str) -> bool:
    """Say whether all words of a line begin with a capital: "Mayor Sees No Need To Pay."."""
    long = LONG_WORD.findall(line)
    return len(long) >= LEAST_CAPITALS and all(word[0].isupper() for word in long)


def _is_heading(line: str, *, ends: bool) -> bool:
    """Say whether a first line is a headline: set in capitals, or not closed as a sentence is."""
    return not ends or line[-1] == ";" or is_in_capitals(line)


def _parted(text: str, start: int, end: int, words: Lexicon) -> list[tuple[int, int]]:
    """A paragraph that ends in brackets, and the credits in them: "... (Reporting by ...)"."""
    opened = text.rfind("(", start, end)
    if opened <= start or not patterns(words.code, "closing")[1].match(text, opened):
        return [(start, end)]
    return [(start, start + len(text[start:opened].rstrip())), (opened, end)]


def _mark_kinds(text: str, blocks: list[Block], words: Lexicon) -> None:
    body_seen, several, credited = False, len(blocks) > 2, []
    openings, anywhere = special(words.code)
    places = marked_places(text, words)
    for number, block in enumerate(blocks):
        start, end, first = block.start, block.end, text[block.start]
        limit = end if end - start <= HEAD else start + HEAD
        marked = places and bisect_left(places, start) < bisect_left(places, end)
        worded = openings[first].match(text, start, limit) or (
            marked and anywhere.search(text[start:limit])
        )
        ends = not text[end - 1].isalpha() and is_closed(text, start, end)
        mark = None if first.isalpha() else ITEM.match(text, start, limit)
        if mark is None and first.isdecimal() and (timed := TIMED.match(text, start, limit)):
            block.start = timed.end()
        numbered = first == "[" or text[limit - 1].isdecimal()
        if body_seen and ends and mark is None and number and not worded and not numbered:
            continue  # a paragraph among others, as most are
        piece = text[start:limit]
        # Words of one letter and a blank: below this length there are fewer than any rule asks for.
        size = len(piece.split()) if end - start >= 2 * LEAST_OF_BODY - 1 else 0
        if numbered and _is_numbered(piece, size, words):
            block.kind = "credit"
        elif worded and (kind := _worded_kind(piece, size, words)):
            # A time parts a report that follows events hour by hour.
            block.kind = kind if kind != "clock" else "subhead" if body_seen else "byline"
        elif number == 0 and len(blocks) > 1 and size <= 30 and _is_heading(piece, ends=ends):
            block.kind = "headline"
        elif mark is not None and (body_seen or ends or _is_listed(text, blocks, number)):
            block.kind = "item"
            if mark[0][0] not in DASHES:  # with which direct speech begins, too
                block.start = mark.end()
        elif not body_seen and size <= 45 and (not ends or CAPITAL_LABEL.match(piece)):
            block.kind = "standfirst" if number and several else "body"
        elif size <= 12 and not ends and end - start < 120 and several:
            block.kind = "subhead"
        if block.kind == "credit":
            credited.append(number)
        elif size >= LEAST_OF_BODY and block.kind == "body":
            body_seen = True
    if not body_seen:
        _mark_message(text, blocks)
    _mark_captions(text, blocks, credited)
    _mark_standfirst(text, blocks)
    _mark_notes(text, blocks)


def _worded_kind(piece: str, size: int, words: Lexicon) -> str | None:
    """What a block is by its words, when it is short enough."""
    if size > 60:
        return None
    if matches("credit", piece, words):
        return "credit"
    if size <= 14 and matches("byline", piece, words):
        return "byline"
    if size <= CLOCK and matches("clock", piece, words):
        return "clock"
    return "caption" if matches("caption", piece, words) else None


def _is_numbered(piece: str, size: int, words: Lexicon) -> bool:
    """Say whether a block with a number at either end is a footnote or has that of a page."""
    if piece[0] == "[":
        return FOOTNOTE.match(piece) is not None
    return size <= PAGE_LINE and patterns(words.code, "numbered")[1].search(piece) is not None


def _is_listed(text: str, blocks: list[Block], number: int) -> bool:
    """Say whether what stands above a block brings a list, or belongs to it."""
    above = blocks[number - 1] if number else None
    return above is not None and (above.kind == "item" or text[above.end - 1] == ":")


def _mark_message(text: str, blocks: list[Block]) -> None:
    """Lines of a text that nobody punctuates say what it has to say: a message, a teaser."""
    unclosed = [
        block
        for block in blocks
        if block.kind in ("standfirst", "subhead")
        and block.end - block.start >= 2 * LEAST_OF_MESSAGE - 1
        and len(text[block.start : block.end].split()) >= LEAST_OF_MESSAGE
    ]
    if unclosed and len(unclosed) > sum(block.kind == "body" for block in blocks):
        for block in unclosed:
            block.kind = "body"


def _mark_captions(text: str, blocks: list[Block], credited: list[int]) -> None:
    """A short line right above a picture credit is the caption of that picture."""
    for number in credited:
        above, below = blocks[number - 1], blocks[number]
        if number and above.kind in ("body", "standfirst"):
            short = len(text[above.start : above.end].split()) <= 40
            gap = text[above.end : below.start]
            # A credit in the same line closes a paragraph of the text.
            if short and gap.strip(" ") and gap.count("\n") < 2:
                above.kind = "caption"


def _mark_notes(text: str, blocks: list[Block]) -> None:
    """What stands behind a rule at the end is about the article, if it begins with a credit.

    "___", then "Lim reported from Varn.", then what the agency says of itself.
    """
    for number, (rule, below) in enumerate(pairwise(blocks[-NOTES:]), max(0, len(blocks) - NOTES)):
        if below.kind == "credit" and RULE.fullmatch(text, rule.start, rule.end):
            for block in blocks[number:]:
                block.kind = "credit"
            return


def _mark_standfirst(text: str, blocks: list[Block]) -> None:
    """A short paragraph between headline and byline, or one that closes with a question.

    "Millions went into lanes that nobody mended. Why did no one notice?"
    """
    if len(blocks) < 4 or blocks[0].kind != "headline" or blocks[1].kind != "body":
        return
    second, third = blocks[1], blocks[2]
    short = len(text[second.start : second.end].split()) <= LONGEST_STANDFIRST
    if short and (third.kind == "byline" or text[second.end - 1] == "?"):
        second.kind = "standfirst"
