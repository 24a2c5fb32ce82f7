"""What says nothing in speech: "um", "you know", and the first of two words that are the same."""

from __future__ import annotations

from itertools import compress, islice
from operator import eq

from ..lexicon import lexicon
from ..lexicon.together import any_of

#: Tables of the words that are said twice by mistake.
STUTTERED = (
    "clause_subjects", "articles", "prepositions", "joining", "person_relatives", "before_owners",
)  # fmt: skip
MARKS = ",.;:?!"


def without_fillers(text: str, code: str) -> str:
    """A text with blanks for what says nothing, as long as before."""
    lower = text.lower()
    if len(lower) != len(text):
        return text
    flat = lower.replace("\n", " ").replace("\t", " ")
    gone: list[tuple[int, int]] = []
    written = flat.replace(",", "").split(" ")
    for filler in _present(flat, written, code):
        gone += [(at, end) for at, end in _places(flat, filler) if _is_empty(flat, at, end, code)]
    for word in _stuttered(written, code):
        for pair in (f"{word} {word}", f"{word}, {word}"):
            gone += [(at, end - len(word) - 1) for at, end in _places(flat, pair)]
    if not gone:
        return text
    pieces, last = [], 0
    for at, end in sorted(gone):
        if at >= last:
            end += text[end : end + 1] == ","
            pieces += [text[last:at], " " * (end - at)]
            last = end
    return "".join([*pieces, text[last:]])


def _present(text: str, written: list[str], code: str) -> list[str]:
    """The fillers that a text has, of which these are the words."""
    words = lexicon(code)
    phrases = [phrase for phrase in words.table("filler_phrases") if phrase in text]
    return [*words.table("fillers").intersection(written), *phrases]


def _stuttered(written: list[str], code: str) -> frozenset[str]:
    """The small words that stand twice in a row."""
    twice = compress(written, map(eq, written, islice(written, 1, None)))
    return any_of(code, *STUTTERED).intersection(twice)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Spans of some words in a text, where they are whole words."""
    spans = []
    if text.startswith(words) and _is_whole(text, len(words)):
        spans.append((0, len(words)))
    words = f" {words}"
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if _is_whole(text, end):
            spans.append((at + 1, end))
        at = text.find(words, at + 1)
    return spans


def _is_whole(text: str, end: int) -> bool:
    """Say whether a word ends at a code point."""
    return end == len(text) or text[end] == " " or text[end] in MARKS


def _is_empty(text: str, at: int, end: int, code: str) -> bool:
    """Say whether a phrase says nothing: not that of "as you know" or "you know that"."""
    words = lexicon(code)
    if " " not in text[at:end]:
        return True
    before = text[max(0, at - 20) : at].split()[-1:]
    behind = text[end : end + 20].split()[:1]
    if before and (words.has("before_phrases", before[0]) or before[0].endswith("n't")):
        return False
    return not (behind and words.has("after_phrases", behind[0].split("'")[0]))
