"""Capitalised runs of words: what could be a name, and where one name ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claims.extraction.lexicon import NOTHING

from .joints import Part, is_joint, joins, opens_body, owns, without_possessive
from .tables import Tables, plain

# Latin, Greek and Cyrillic.
CAPITALS = "".join(chr(code) for code in range(0x590) if chr(code).isupper())
SMALL = "".join(chr(code) for code in range(0x590) if chr(code).islower())
ABBREVIATIONS = ("Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "St", "Rev",
                 "Col", "Lt", "Sgt", "Capt", "Maj", "Adm")  # fmt: skip
ABBREVIATED = rf"(?:{'|'.join(ABBREVIATIONS)})\."
BLANK = r"[ \u00a0]"
OF_MANY = rf"(?:(?<=s)[’'](?={BLANK}[{CAPITALS}]))?"  # Tenants' Union
ARTICLED = rf"(?:(?:a[dlrnst]|ash|el|ul|ur)-|d[’'])[{CAPITALS}]\w*"  # "Omar al-Holm"
WORD = rf"(?:{ABBREVIATED}|(?:[{CAPITALS}]\.)+|[{CAPITALS}]\w*(?:[’'-]\w+)*{OF_MANY}|{ARTICLED})"
LONGEST = 11  # words after the first: names are shorter, and endless runs cost no more
JOINT = (
    r"(?:of the|of|for the|for|and|&|al|ben|bin|da|das|de la|de los|de|del|della|der|di|dos|do|du"
    r"|el|ibn|la|le|ter|van den|van der|van de|van|von der|von|y)"
)
# The first word of a run comes apart, because a set of letters in front is searched for fast.
TAILS = "|".join(rf"(?<={word[0]}){word[1:]}" for word in ABBREVIATIONS)
OPENED = rf"(?=[a-z]{{1,3}}\.)(?:{TAILS})\."  # few words are so short, which is seen at once
FIRST = rf"[{CAPITALS}](?<![\w’'-].)(?:{OPENED}|\.(?:[{CAPITALS}]\.)*|\w*(?:[’'-]\w+)*{OF_MANY})"
RUN = re.compile(rf"{FIRST}(?:{BLANK}(?:{JOINT}{BLANK})?{WORD}){{0,{LONGEST}}}")
#: Several words of a capital and small letters each: nothing in it ends one name or joins two.
PLAIN_RUN = re.compile(rf"[{CAPITALS}][{SMALL}]+(?: [{CAPITALS}][{SMALL}]+)+")
PART = re.compile(rf"{WORD}|[^\s]+")
LONGEST_ALONE = 60  # letters of a word that is remembered
ELISIONS = {"fr"}
ELISION = re.compile(r"(?:[LDSNMTCJ]|Qu)[’'](?=\w)")
BEFORE_OPENING = " \t\r\f\v\u00a0\u2009\u202f\"“”„«»‘’'([*•–—-"
ENDS_SENTENCE = ".!?:;…\n"
DASHES = "-–—"


@dataclass(slots=True)
class Candidate:
    """A stretch of text that may be a name, with what speaks for each kind."""

    start: int
    end: int
    text: str
    opens: bool  # first in its sentence, where any word has a capital
    shouted: bool = False  # in capitals throughout
    own: dict[str, float] = field(default_factory=dict)  # votes of the name itself
    votes: dict[str, float] = field(default_factory=dict)  # votes of what stands beside it
    judged: bool = False  # whether it is one name, with its own votes
    key: str = ""  # the name as it is compared with others, once it is

    def vote(self, kind: str, weight: float) -> None:
        self.votes[kind] = self.votes.get(kind, 0.0) + weight


def candidates(
    text: str, tables: Tables, alone: Mapping[str, Candidate | None]
) -> Iterator[Candidate]:
    """Possible names in the order of the text; they do not overlap.

    alone: single word -> what it is by itself, as a name that begins at 0; None if no name.
    """
    elided, ignored = tables.language in ELISIONS, tables.ignored
    for match in RUN.finditer(text):
        run = match[0]
        single = " " not in run and len(run) <= LONGEST_ALONE
        if single and elided and ELISION.match(run):
            single = False
        # Half of all runs are the ordinary first word of a sentence.
        if single:
            known = alone[run]
            if known is None:
                continue
        elif run.lower() in ignored and not run.isupper():
            continue
        begin = match.start()
        if begin > 1 and text[begin - 1] == " " and text[begin - 2].isalpha():
            opens = False  # behind a word, as most names are
        else:
            before = text[max(0, begin - 12) : begin].rstrip(BEFORE_OPENING)
            opens = before[-1] in ENDS_SENTENCE if before else begin <= 12
            if before and not opens and text[begin - 2] in DASHES:
                opens = before[-1] == ")" or before[-1].isdigit()  # behind a date line
        if single:
            yield Candidate(
                begin, begin + known.end, known.text, opens, known.shouted, known.own, {}, True
            )
            continue
        if PLAIN_RUN.fullmatch(run):
            candidate = trimmed_plain(run, begin, tables, opens=opens)
            if candidate is not None:
                yield candidate
            continue
        parts = words_of(run, text, begin)
        if elided:
            parts = [whole for part in parts for whole in without_elision(part)]
        for piece in pieces(parts, tables):
            candidate = trimmed(piece, tables, opens=opens and piece[0].start == begin)
            if candidate is not None:
                yield candidate


def word_alone(run: str, tables: Tables) -> Candidate | None:
    """A word with a capital as a name that begins at 0, without its possessive; None if no name."""
    if run.lower() in tables.ignored and not run.isupper():
        return None
    return trimmed([without_tail(Part(run, 0, len(run)), tables)], tables, opens=True)


def trimmed_plain(run: str, begin: int, tables: Tables, *, opens: bool) -> Candidate | None:
    """A plain run without words that only stand beside a name, as `trimmed` does it for others."""
    words = run.lower().split(" ")
    first, last = 0, len(words)
    while first < last and words[first] in tables.ignored:
        if opens_body(words[first:], tables):
            break
        first += 1
    months = tables.words.get("no_names", NOTHING)
    while first < last and words[last - 1] in months:
        if tables.kind_of(" ".join(words[first:last])):
            break  # "Good Friday"
        last -= 1
    if last - first > 2 and tables.is_partisan(*words[first : first + 2]):
        first += 1
    if first == last:
        return None
    if last - first < len(words):
        words = run.split(" ")
        begin += len(" ".join(words[:first])) + bool(first)
        run = " ".join(words[first:last])
    return Candidate(begin, begin + len(run), run, opens and not first)


def words_of(run: str, text: str, begin: int) -> list[Part]:
    """The words of a run of capitalised words that begins at a code point of the text."""
    end = begin + len(run)
    if " " not in run:
        return [Part(run, begin, end)]
    return [Part(part[0], part.start(), part.end()) for part in PART.finditer(text, begin, end)]


def without_elision(part: Part) -> Iterator[Part]:
    """ "L'Europe" is Europe; "L'entreprise" is no name."""
    match = ELISION.match(part.text)
    if match is None:
        yield part
    elif part.text[match.end()].isupper():
        yield Part(part.text[match.end() :], part.start + match.end(), part.end)


def pieces(parts: list[Part], tables: Tables) -> Iterator[list[Part]]:
    """Cut a run after a possessive, at joints that join no name, and where shouting ends."""
    piece: list[Part] = []
    for index, part in enumerate(parts):
        if is_joint(part):
            if joins(piece, parts[index + 1 :], part, tables):
                piece.append(part)
            else:
                if piece:
                    yield piece
                piece = []
            continue
        if piece and not is_joint(piece[-1]) and shouting_ends(piece[-1], part):
            yield piece
            piece = []
        whole, part = part, without_tail(part, tables)
        piece.append(part)
        if part is not whole:
            yield piece
            piece = []
            continue
        if without_possessive(part) != part.text and not owns(piece, parts[index + 1 :], tables):
            yield piece
            piece = []
    while piece and is_joint(piece[-1]):
        piece.pop()
    if piece:
        yield piece


def without_tail(part: Part, tables: Tables) -> Part:
    """A word without what a hyphen ties to a name: Orrin of "Orrin-based"."""
    if "-" not in part.text:
        return part
    name, _, tail = part.text.rpartition("-")
    if len(name) < 2 or not tables.has("hyphen_tails", tail):
        return part
    return Part(name, part.start, part.start + len(name))


def is_shouted(part: Part) -> bool:
    return len(part.text) > 1 and part.text.isupper() and "." not in part.text


def shouting_ends(left: Part, right: Part) -> bool:
    """Whether one word is in capitals throughout and the other is not; short ones do not count."""
    return is_shouted(left) != is_shouted(right) and min(len(left.text), len(right.text)) > 3


def is_no_name(part: Part, tables: Tables, *, alone: bool) -> bool:
    """Whether a word has its capital for another reason: a month, the start of a sentence."""
    bare = without_possessive(part)
    word = plain(bare).rstrip(".")
    if not alone and len(word) == 1 and bare[-1] == ".":
        return False  # "A. K. Holm"
    if is_shouted(part) and tables.kind_of(part.text):
        return False
    if bare != part.text and not alone and tables.has("owners", word):
        return False  # "People's Party"
    return word in tables.ignored


def ends_no_name(words: list[Part], tables: Tables) -> bool:
    """Whether the last word is no part of the name: a month, or letters as in "Ada Holm KC"."""
    last = words[-1].text
    if tables.has("no_names", plain(last)):
        return True
    return len(words) > 2 and last in tables.postnominals


def trimmed(piece: list[Part], tables: Tables, *, opens: bool) -> Candidate | None:
    """The piece without words that only stand beside a name; None if nothing is left."""
    words = list(piece)
    while words and (is_no_name(words[0], tables, alone=len(words) == 1) or is_joint(words[0])):
        if opens_body([plain(word.text) for word in words], tables):
            break
        words.pop(0)
        opens = False
    while words and (is_joint(words[-1]) or ends_no_name(words, tables)):
        words.pop()
    if not words:
        return None
    last = words[-1]
    bare = without_possessive(last)
    start, end = words[0].start, last.end - len(last.text) + len(bare)
    if end - start < 2:
        return None
    text = " ".join([*[part.text for part in words[:-1]], bare]) if len(words) > 1 else bare
    shouted = text.isupper() and all(map(is_shouted, words))
    return Candidate(start, end, text, opens, shouted and (len(words) > 1 or len(last.text) > 5))
