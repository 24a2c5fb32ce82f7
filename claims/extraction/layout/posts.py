"""Posts that an article has taken in, each with who wrote it behind a dash."""

from __future__ import annotations

import re

from .blocks import Block

SIGNED = re.compile(
    r"(?:—|–|―|--?)\s?(?P<name>[^\W\d_][^\n()@]{1,50}?)\s?\(@\w{1,30}\)"
    r"(?:,?\s(?:[^\W\d_]{3,10}\.? \d{1,2}, \d{4}|\d{1,2} [^\W\d_]{3,10}\.?,? \d{4}))?\s*$"
)
ADDRESS = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+))+\s*$")
HANDLE = "(@"  # without which no text holds a signed post
REACH = 140  # code points of a name, a handle and a date


def part_posts(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks of a text with the signatures of its posts apart: "— Ada Holm (@holm) 3 May 2024".

    Of a post the span of its author's name is kept, of an address at its end nothing.
    """
    made: list[Block] = []
    for block in blocks:
        found = SIGNED.search(text, max(block.start, block.end - REACH), block.end)
        if found is None or not _is_bare(text, found.start()):
            made.append(block)
            continue
        end = found.start()
        if end > block.start:
            made.append(Block(block.start, end, "body"))
        if made:
            _sign(text, made[-1], found.span("name"))
        made.append(Block(found.start(), block.end, "credit"))
    return made


def _is_bare(text: str, at: int) -> bool:
    """Say whether a dash parts words: not "Lim-Varn (@limvarn)"."""
    return at == 0 or text[at - 1].isspace()


def _sign(text: str, post: Block, name: tuple[int, int]) -> None:
    post.signed, post.kind = name, "body"
    address = ADDRESS.search(text, post.start, post.end)
    end = post.end if address is None else address.start()
    post.end = post.start + len(text[post.start : max(end, post.start + 1)].rstrip())
