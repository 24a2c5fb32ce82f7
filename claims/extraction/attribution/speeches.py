"""Whether a text is a speech, and whose: by what stands above it, and whom it hails."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..layout.blocks import Block
from ..layout.quotes import Quote
from ..lexicon import Lexicon
from ..lexicon.together import first_words_of
from ..people.names import Names
from ..tagging.flags import FIRST_PERSON
from ..tagging.tokens import OWNING, Tokens
from . import Span

OPENING = 3  # blocks at the top in which a text says whose speech it is
HEADING = 8  # the same of lines that no sentence stands in
LONGEST_LINE = 60  # tokens of one of them
LONGEST_HAILING = 6  # tokens of "Members of the assembly,"
HAILINGS = ("addressed", "hailings")  # tables of such phrases
HAILED = 3  # sentences at the start of a block of which one may hail
OPENS_HAILING = ",."  # class letters of what may stand in front of that
OWN_WORDS = 0.012  # share of words in a speech that are "I", "we", "our"
NAMED_OFFICE = "dnN-"  # class letters of an office without a name
OFFICE = "dnN,-"  # class letters of what somebody is, in front of the name
#: How sure it is that a person named above a speech gives it.
ABOUT, NAMED, GIVES = range(3)


def find_orator(
    tokens: Tokens, blocks: list[Block], quotes: list[Quote], names: Names, words: Lexicon
) -> tuple[Span | None, int] | None:
    """Who gives the speech that a text is, if it tells, and where the heading ends; None if it is
    no speech."""
    hailed = _hailed(tokens, blocks, quotes, words)
    above = _above(blocks, hailed)
    headed = [block for block in above if _is_of_speech(tokens, block, names, words)]
    if (hailed is None and not headed) or not _is_first_person(tokens, quotes):
        return None
    lines = above if hailed is not None else blocks[:OPENING]
    source = _named(tokens, [*lines, *above[len(lines) :]], names, words)
    if source is None and hailed is None:
        return None  # "A speech that nobody liked"
    # What introduces a speech is told by somebody else.
    introduced = [block.end for block in headed] if hailed is None else [blocks[hailed].start]
    return source, max([*introduced, *(source or ())]) - 1


def _above(blocks: list[Block], hailed: int | None) -> list[Block]:
    """What stands above a speech: lines that are no paragraphs, or all above whom it hails."""
    if hailed is not None:
        return blocks[: min(hailed, HEADING)]
    close = OPENING
    while close < min(len(blocks), HEADING) and blocks[close].kind != "body":
        close += 1
    return blocks[:close]


def _tokens_of(tokens: Tokens, block: Block) -> Span:
    """Tokens of a block from the top; none where it is longer than a line of a heading."""
    first = bisect_left(tokens.starts, block.start)
    last = bisect_left(tokens.starts, block.end)
    return (first, last) if last - first <= LONGEST_LINE else (first, first)


def _is_of_speech(tokens: Tokens, block: Block, names: Names, words: Lexicon) -> bool:
    """Say whether a line tells that what follows is a speech, or introduces what somebody said."""
    first, last = _tokens_of(tokens, block)
    said = tokens.words[first:last]
    introduces = said[-1:] == [":"] and words.has_any("introducing", said)
    if not introduces and not words.has_any("speech_words", said):
        return False
    if not tokens.flags_in(first, last) & FIRST_PERSON:
        return True
    # "I know his message by heart" is of the text itself, but for "Why I resign - Orr's speech".
    return block.kind == "headline" and any(
        _gives(tokens, first, start, end, words) == GIVES for start, end in _persons(names, block)
    )


def _named(tokens: Tokens, above: list[Block], names: Names, words: Lexicon) -> Span | None:
    """The person whom the lines above a speech give it to; whom they name first, in doubt.

    Without a person it is that of an office: "The Secretary-General's remarks".
    """
    best, sure, office = None, -1, None
    for block in above:
        first, last = _tokens_of(tokens, block)
        if first == last:
            continue
        for start, end in _persons(names, block):
            if (told := _gives(tokens, first, start, end, words)) > sure:
                best, sure = (start, end), told
        office = office or _office(tokens, first, last, words)
    return best or office


def _persons(names: Names, block: Block) -> list[Span]:
    """Where a line names persons: those that the text knows, and with a title alone "Mayor Orr"."""
    known = [
        (start, end) for start, end, name in names.in_span(block.start, block.end) if name.is_person
    ]
    if known:
        return known
    first = bisect_left(names.entity_starts, block.start)
    last = bisect_left(names.entity_starts, block.end, first)
    return [(item.start, item.end) for item in names.entities[first:last] if item.kind == "person"]


def _office(tokens: Tokens, first: int, last: int, words: Lexicon) -> Span | None:
    """An office that gives a speech: "Secretary-General's remarks", "Remarks by the Mayor"."""
    for at in range(first + 1, last - 1):
        if tokens.words[at] in OWNING and words.has("speech_words", tokens.words[at + 1]):
            begin, end = first, at
        elif words.has("speaker_marks", tokens.words[at]) and words.has(
            "speech_words", tokens.words[at - 1]
        ):
            begin = end = at + 1
            while end < last and tokens.kinds[end] in NAMED_OFFICE:
                end += 1
        else:
            continue
        begin += tokens.kinds[begin : begin + 1] == "d"
        # "general" of "secretary-general"
        if begin < end and words.is_title(tokens.words[end - 1].rpartition("-")[2]):
            return tokens.slice(begin, end)
    return None


def _gives(tokens: Tokens, first: int, start: int, end: int, words: Lexicon) -> int:
    """How sure it is that somebody named in a line gives the speech: "Speech by X", "X's address".

    "Eulogy for X", "the motion of X": what it is about.
    """
    at = bisect_left(tokens.starts, start)
    behind = bisect_left(tokens.starts, end)
    while behind < len(tokens.words) and words.has("postnominals", tokens.words[behind]):
        behind += 1
    if tokens.words[behind : behind + 1] and tokens.words[behind] in OWNING:
        return GIVES
    while at > first and tokens.kinds[at - 1] in OFFICE:
        at -= 1
    if at == first or tokens.kinds[at - 1] != "p":
        return NAMED
    if words.has("speaker_marks", tokens.words[at - 1]):
        return GIVES
    if at - 1 > first and words.has("speech_words", tokens.words[at - 2]):
        return GIVES if words.has("orator_marks", tokens.words[at - 1]) else ABOUT
    return ABOUT


def _hailed(tokens: Tokens, blocks: list[Block], quotes: list[Quote], words: Lexicon) -> int | None:
    """Number of the block at the top that hails somebody: "Madam Speaker, ...", "Thank you."."""
    quoted = quotes[0].start if quotes else len(tokens.text)
    firsts = first_words_of(words.code, *HAILINGS, "hailing_openers")
    for number, block in enumerate(blocks[:HEADING]):
        if block.start >= quoted:
            return None
        first = bisect_left(tokens.starts, block.start)
        if first == len(tokens.starts):
            return None
        sentence = tokens.sentence[first] + HAILED - 1
        last = tokens.spans[min(sentence, len(tokens.spans) - 1)][1]
        last = min(last, bisect_left(tokens.starts, min(block.end, quoted)))
        if firsts.isdisjoint(tokens.words[first:last]):
            continue
        if any(_hails(tokens, at, at == first, words) for at in range(first, last)):
            return number
    return None


def _hails(tokens: Tokens, at: int, is_first: bool, words: Lexicon) -> bool:
    """Say whether a phrase that begins at a token and ends at a comma or stop hails somebody."""
    if not (is_first or tokens.kinds[at - 1] in OPENS_HAILING):
        return False
    stop = at
    while stop <= at + LONGEST_HAILING and tokens.kinds[stop : stop + 1] not in (",", ".", ":", ""):
        stop += 1
    if stop > at + LONGEST_HAILING or stop >= len(tokens.words):
        return False
    named = " ".join(one.strip(".") for one in tokens.words[at:stop])
    if any(words.has(table, named) for table in HAILINGS):
        return True
    return any(
        words.has("hailing_openers", " ".join(tokens.words[at : at + size])) for size in (1, 2)
    )


def _is_first_person(tokens: Tokens, quotes: list[Quote]) -> bool:
    starts = [quote.start for quote in quotes]
    count = 0
    spoken = [at for at, bits in zip(tokens.starts, tokens.flags, strict=True)
              if bits & FIRST_PERSON]  # fmt: skip
    for at in spoken:
        index = bisect_right(starts, at) - 1
        count += index < 0 or quotes[index].end <= at
    return count >= OWN_WORDS * len(tokens.words)
