"""Who answers, where the sentence before asks somebody by name: "Orr asked Holm. “No,” he said"."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from .known_names import Name
from .names import Names

TITLES = 4  # tokens of "the former mayor," between "asked" and a name


def whom_asked(at: int, gender: str, tokens: Tokens, names: Names, words: Lexicon) -> Name | None:
    """The one of this gender who is asked by name in the sentence before a code point."""
    index = bisect_left(tokens.starts, at)
    number = tokens.sentence[index] - 1 if index < len(tokens.sentence) else -1
    first, last = tokens.spans[number] if number >= 0 else (0, 0)
    if not words.has_any("asking", tokens.words[first:last]):
        return None  # as mostly
    for verb in range(first + 1, last - 1):
        if not words.has("asking", tokens.words[verb]) or tokens.kinds[verb] not in "vg":
            continue
        if tokens.kinds[verb - 1] == "a":
            continue  # "was asked"
        here = names.in_span(tokens.starts[verb + 1], tokens.ends[last - 1])
        if not here or not here[0][2].is_person:
            continue
        start, _, name = here[0]
        begin = bisect_left(tokens.starts, start)
        titled = begin <= verb + 1 + TITLES and not tokens.kinds[verb + 1 : begin].strip("dnN,")
        if titled and name.gender in (gender, None):
            return name
    return None
