"""Whose turn it is to speak: names before colons, on lines of their own, and above handles."""

from __future__ import annotations

import re
from itertools import pairwise

from ..lexicon import Lexicon
from .blocks import Block
from .office_labels import office_label
from .paragraphs import ITEM

#: When something was said, in front of a name: "00:12:04", "[14:05]".
TIME = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?[\s–—-]+)?"
# A name before a colon: "Ms Okoro: ...", "THE SPEAKER (Mr Vane): ...", "Q: ...".
WORD = re.compile(r"[\w.'’-]+")
LABEL = re.compile(rf"{TIME}([^\W\d_][\w.'’-]*(?: [\w.'’()-]+){{0,6}}?)\s*:\s+(?=\S)")
STOPPED = re.compile(r"([^\W\d_]{1,10})\.[  -]+(?=\S)")
#: A name on a line of its own, and what stands in brackets behind it: "Mr Orr (Eastvale) (Lab)".
LINE = re.compile(r"([^\W\d_][^()\n:;,!?]{1,60}?)((?: \([^()\n]{2,60}\))*)")
BRACKET = re.compile(r"\(([^()]+)\)")
#: As the record of a congress prints it: "Ms. ORR of Varn. Madam President, ...".
RECORDED = re.compile(
    r"([A-Z][a-z]{1,5}\.? [A-Z][A-Zc'’-]*[A-Z](?: [A-Z][A-Z'’-]+){0,2}"
    r"(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)\. +(?=[A-Z\"“])"
)
OPENS_RECORDED = "MTDHGRS"  # first letters of titles, and of "The"
#: What opens a note of whoever wrote it down, and what closes it: "(Applause.)", "[Laughter]".
NOTES = {"(": ")", "[": "]"}
LABEL_REACH = 80  # code points in which a label has ended
BLANKS = (" ", "\u00a0", "\t")
HANDLE = re.compile(r"@\w{2,40}(?: · .{1,20})?")
CASELESS_WORDS = 4  # words of a name in a script without capitals
NAME_WORDS = 8  # words of a name with its title or office
POST_REACH = 4  # lines between a handle and what was posted
POST_WORDS = 6  # words of a name above a handle
LINES = ("subhead", "standfirst", "headline", "body")  # kinds of blocks that may be such a line
SPOKEN = 120  # code points of a turn that is no heading
LEAST_LINES = 3  # names on lines of their own in a transcript

Label = tuple[Block, tuple[int, int]]
Turn = tuple[Block, tuple[int, int], list[Block]]


def mark_turns(text: str, blocks: list[Block], words: Lexicon) -> None:
    """Give the blocks that begin somebody's turn the span of that name as their label.

    What a text uses once is no transcript, but for an office or a title in capitals. A name that
    stands above a block is a byline.
    """
    offices = _of_offices(text, blocks, words)
    found = _before_colons(text, blocks, words, offices) or _before_stops(text, blocks, words)
    recorded = _recorded(text, blocks, words) if len(found) < 2 else []
    if len(found) > 1:
        found += _single_letters(text, blocks, words)
    found = recorded or found
    single = offices or recorded or any(_is_office(text[slice(*at)], words) for _, at in found)
    if len(found) > 1 or single:
        for block, label in found:
            block.label, block.kind = label, "body"
        _set_notes_apart(text, blocks)
        return
    above = _above_handles(text, blocks) or _on_lines(text, blocks, words)
    for block, label, lines in above:
        # A numbered line under a name is a question that was put in writing.
        asked = len(lines) == 1 and ITEM.match(text, block.start, block.end)
        block.label, block.kind = label, "subhead" if asked else "body"
        for line in lines:
            line.kind = "byline"


def mark_spoken(blocks: list[Block]) -> None:
    """Have all of a transcript be text, from the first stretch on that no heading is as long as."""
    first = next((at for at, block in enumerate(blocks) if block.end - block.start > SPOKEN), 0)
    for block in blocks[first:]:
        block.kind = "body"


def _of_offices(text: str, blocks: list[Block], words: Lexicon) -> dict[str, list[Label]]:
    """Office -> the labels that name whoever holds it: "The Minister for Ports (Ada Holm): ..."."""
    found: dict[str, list[Label]] = {}
    if "):" not in text and ") :" not in text:
        return found
    for block in blocks:
        spans = office_label(text, block, words)
        if spans is not None:
            office, name = spans
            found.setdefault(text[slice(*office)], []).append((block, name))
    return found


def _before_colons(
    text: str, blocks: list[Block], words: Lexicon, offices: dict[str, list[Label]]
) -> list[Label]:
    """Names before colons; an office alone once somebody was said to hold it."""
    found = [label for labels in offices.values() for label in labels]
    if ":" not in text:
        return found
    named = {block.start for block, _ in found}
    caseless: list[Label] = []
    told: dict[str, bool] = {}  # labels come back
    for block in blocks:
        start, end = block.start, min(block.end, block.start + LABEL_REACH)
        if text.find(":", start, end) < 0 or start in named:
            continue
        match = LABEL.match(text, start, end)
        if match and block.kind in ("body", "standfirst", "item"):
            label = match[1]
            if label not in told:
                told[label] = label in offices or (
                    _is_name(label) and not _is_heading(label, words)
                )
            if told[label]:
                found.append((block, match.span(1)))
            elif _is_caseless(label):
                caseless.append((block, match.span(1)))
    names = [text[slice(*label)] for _, label in caseless]
    if len(set(names)) < len(names):  # no capital tells a name, but one comes back
        found = sorted([*found, *caseless], key=lambda turn: turn[0].start)
    return found


def _before_stops(text: str, blocks: list[Block], words: Lexicon) -> list[Label]:
    """Letters for question and answer with a full stop, as in Spanish: "P. ¿Cuándo?", "R. Ayer"."""
    labels = words.table("question_labels") | words.table("answer_labels")
    initials = {label[0].upper() for label in labels} if "." in text else ()
    found = []
    for block in blocks if initials else ():
        if text[block.start] not in initials:
            continue
        match = STOPPED.match(text, block.start, block.end)
        if match and match[1].lower() in labels and match[1][0].isupper():
            found.append((block, match.span(1)))
    return found


def _single_letters(text: str, blocks: list[Block], words: Lexicon) -> list[Label]:
    """A letter for whoever asks, with nothing behind it: "Q  Did you speak to him?"."""
    letters = {label.upper() for label in words.table("question_labels") if len(label) == 1}
    found = []
    for block in blocks if letters else ():
        start = block.start
        if text[start] not in letters or text[start + 1 : start + 2] not in BLANKS:
            continue
        if text[start + 1 : block.end].lstrip()[:1].isupper():
            found.append((block, (start, start + 1)))
    return found


def _recorded(text: str, blocks: list[Block], words: Lexicon) -> list[Label]:
    """Turns in the record of a congress, if it has one of somebody with a title."""
    found, titled = [], False
    for block in blocks:
        if text[block.start] not in OPENS_RECORDED or block.kind not in ("body", "standfirst"):
            continue
        match = RECORDED.match(text, block.start, min(block.end, block.start + LABEL_REACH))
        if match is None:
            continue
        first = match[1].partition(" ")[0].lower().rstrip(".")
        titled = titled or words.is_title(first)
        if words.is_title(first) or words.has("articles", first):
            found.append((block, match.span(1)))
    return found if titled else []


def _is_office(label: str, words: Lexicon) -> bool:
    """Say whether a label tells a speaker even where it stands once: "THE PRESIDENT: ..."."""
    if not label.isupper():
        return False
    said = [word.rstrip(".") for word in label.lower().split()]
    is_holder = words.has("articles", said[0]) and words.is_title(said[-1])
    return len(said) > 1 and (is_holder or words.is_title(said[0]))


def _set_notes_apart(text: str, blocks: list[Block]) -> None:
    """Have nobody say what those wrote in brackets who wrote it down."""
    for block in blocks:
        if text[block.start] in NOTES and text[block.end - 1] == NOTES[text[block.start]]:
            block.kind = "credit"


def _is_name(label: str) -> bool:
    words = [word for word in WORD.findall(label) if len(word) > 2]
    return all(word[0].isupper() or not word[0].isalpha() for word in words) or len(label) <= 2


def _is_heading(label: str, words: Lexicon) -> bool:
    """Say whether a label has a word that ties no name: "Few Means to Pay", but "Head of Rail"."""
    return any(
        words.has("prepositions", word) and not words.has("name_joints", word)
        for word in label.lower().split()[1:]
    )


def _is_caseless(label: str) -> bool:
    """Say whether a label is short, and in a script without capitals."""
    return len(label.split()) <= CASELESS_WORDS and label.lower() == label.upper()


def _above_handles(text: str, blocks: list[Block]) -> list[Turn]:
    """Posts: a name, "@handle" below it, then what was posted."""
    found: list[Turn] = []
    if "@" not in text:
        return found
    for number in range(1, len(blocks) - 1):
        name, handle = blocks[number - 1], blocks[number]
        if text[handle.start] != "@" or not HANDLE.fullmatch(text, handle.start, handle.end):
            continue
        below = blocks[number + 1 : number + 1 + POST_REACH]
        posted = next((block for block in below if block.kind in ("body", "item")), None)
        if posted is not None and len(text[name.start : name.end].split()) <= POST_WORDS:
            found.append((posted, (name.start, name.end), [name, handle]))
    return found


def _on_lines(text: str, blocks: list[Block], words: Lexicon) -> list[Turn]:
    """Minutes of a parliament: "Mr Orr (Eastvale)", then what he says."""
    found: list[Turn] = []
    for line, below in pairwise(blocks):
        if line.kind not in LINES or below.kind == "subhead" or text[line.end - 1] in ".?!":
            continue
        if text.find(" ", line.start, line.end) < 0:
            continue  # a name has two words
        label = _titled(text, line, words)
        if label is not None:
            found.append((below, label, [line]))
    return found if len(found) >= LEAST_LINES else []


def _titled(text: str, line: Block, words: Lexicon) -> tuple[int, int] | None:
    """Span of the name in a line that is a title and a name and no more."""
    first = text[line.start : text.index(" ", line.start)]
    if text[line.end - 1] != ")" and not words.is_title(first.lower().rstrip(".")):
        return None
    match = LINE.fullmatch(text, line.start, line.end)
    if match is None or len(match[1].split()) > NAME_WORDS:
        return None
    person = next(
        (
            (match.start(2) + part.start(1), match.start(2) + part.end(1))
            for part in BRACKET.finditer(match[2])
            if _has_title(part[1], words)
        ),
        None,
    )
    return person or (match.span(1) if _has_title(match[1], words) else None)


def _has_title(name: str, words: Lexicon) -> bool:
    first, _, rest = name.partition(" ")
    return bool(rest) and rest[0].isupper() and words.is_title(first.lower().rstrip("."))
