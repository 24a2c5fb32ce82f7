"""Tags inside quotations: «A, — said S. — B» is two quotations with a tag between them.

Russian and Ukrainian leave the marks open around the words that name the speaker, French does so
too, and all three, as Spanish, also begin direct speech with a dash and no marks at all.
"""

from __future__ import annotations

import re

from ..lexicon import Lexicon, lexicon

SHORT = 3  # letters of a word that is hardly a verb
NO_VERBS = (
    "subordinators",
    "conjunctions",
    "prepositions",
    "adverbs",
    "determiners",
    "auxiliaries",
)
LONGEST = 160  # code points of a tag
#: What may open a tag inside a quotation: a dash behind any mark, or a comma.
DASH = re.compile(r"(?:(?:(?<=[,.?!…])\s*|\s+)[—–]\s*|(?<=[,.?!…])\s+-\s+)(?=[^\W\d_])")
COMMA = re.compile(r",\s+(?=[^\W\d_])")
#: What closes it: a dash, with a mark before or behind it; where there is none, a full stop.
CLOSING_DASH = re.compile(r"[,.:;]?(?:\s*[—–]|\s+-(?=\s))[,.:;]?\s*")
STOP = re.compile(r"(?<=[^\W\d_]{2})[.,]\s+")
DIALOGUE = re.compile(r"[—–]\s*(?=[^\W\d_¿¡«\"])")
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NAMED = re.compile(r"[^\W\d_]\s+[^\W\d_a-zа-яёіїєґ]")
NAME_REACH = 60  # code points from a verb to the name behind it
HUNG = re.compile(r"-(?:t-)?(?:ils?|elles?|on)$")

Span = tuple[int, int]


def find_tags(text: str, begin: int, end: int, code: str) -> list[Span]:
    """Spans of the tags between two code points of a quotation, with the dashes around them."""
    words = lexicon(code)
    tags: list[Span] = []
    at = begin
    while at < end and words.words.get("inner_tags"):
        tag = _dashed(text, at, end, words) or _bare(text, at, end, words)
        if tag is None:
            break
        tags.append(tag)
        at = tag[1]
    return tags


def dialogue_start(text: str, begin: int, end: int, code: str) -> int | None:
    """Where direct speech begins that only a dash opens: "— A, — said S. — B"."""
    if text[begin] not in "—–" or not lexicon(code).words.get("inner_tags"):
        return None
    opened = DIALOGUE.match(text, begin, end)
    return opened.end() if opened else None


def _dashed(text: str, at: int, end: int, words: Lexicon) -> Span | None:
    """The next tag between dashes: ", — said S. — "."""
    for opening in DASH.finditer(text, at, end):
        if opening.start() <= at or not _says(text, opening.end(), end, words, dashed=True):
            continue
        closing = CLOSING_DASH.search(text, opening.end(), min(end, opening.end() + LONGEST))
        if closing is not None:
            return opening.start(), closing.end()
        if end - opening.end() <= LONGEST:
            return opening.start(), end
    return None


def _bare(text: str, at: int, end: int, words: Lexicon) -> Span | None:
    """The next tag without dashes: ", dit-elle. "."""
    if not words.words.get("bare_tags"):
        return None
    for opening in COMMA.finditer(text, at, end):
        hung = _says_hung(text, opening.end(), end, words)
        if not hung and not _says(text, opening.end(), end, words):
            continue
        closing = STOP.search(text, opening.end(), min(end, opening.end() + LONGEST))
        # Around ", dit-elle, " the sentence goes on: that is read as one quotation.
        if closing is not None and not (hung and closing.group()[0] == ","):
            return opening.start() + 1, closing.end()
    return None


def _says(text: str, at: int, end: int, words: Lexicon, *, dashed: bool = False) -> bool:
    """Say whether a verb of saying stands at a code point, and who speaks comes behind it."""
    first, second, third = _words(text, at, end)
    if words.has("auxiliaries", first):
        first, second = second, third
    cue = words.cues.get(first)
    if cue is None:
        # A verb that no list holds: between dashes, and with a name behind it.
        unlisted = dashed and text[at].islower() and first.endswith(words.lists["verb_endings"])
        lone = dashed and text[at].islower() and len(first) > SHORT
        if lone and words.has("pronouns.third", second):
            return not any(words.has(table, first) for table in NO_VERBS)  # "— шепоче вона"
        return unlisted and NAMED.search(text, at, min(end, at + NAME_REACH)) is not None
    return cue.strong and "c" in cue.frames and bool(second)


def _says_hung(text: str, at: int, end: int, words: Lexicon) -> bool:
    """Say whether a verb with its pronoun hung on it stands at a code point: "a-t-il dit"."""
    first, second, _ = _words(text, at, end)
    hung = HUNG.search(first)
    if hung is None:
        return False
    verb = first[: hung.start()]
    cue = words.cues.get(second if words.has("auxiliaries", verb) else verb)
    return cue is not None and cue.strong


def _words(text: str, at: int, end: int) -> tuple[str, str, str]:
    """The next three words in lower case; empty where there are no more."""
    found = [match.group().lower() for match in WORDS.finditer(text, at, min(end, at + 80))][:3]
    return tuple([*found, "", "", ""][:3])  # type: ignore[return-value]
