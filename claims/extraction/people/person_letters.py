"""Class letters of the names of people, which a tagger may take for other words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.tokens import Tokens
from .titles import GIVEN

PARTS = "N-"  # class letters of the parts of a name


def mend_persons(tokens: Tokens, entities: Iterable[FoundEntity], words: Lexicon) -> None:
    """Make names of all words in a person's name that the whole text tells: "Teodora Lasker".

    No name has a known preposition in it, except a first name that is one ("Per Anker").
    """
    places = [
        (entity.start, entity.end)
        for entity in entities
        if entity.kind == "person" and " " in entity.text
    ]
    for start, end in places:
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        letters = tokens.kinds[first:last]
        if not letters.strip(PARTS):
            continue  # as almost always
        capital = all(
            letter == "-" or tokens.text[at].isupper()
            for letter, at in zip(letters, tokens.starts[first:last], strict=True)
        )
        # "Per" is a first name, too.
        inside = first + (GIVEN[tokens.words[first]] is not None)
        if capital and not words.has_any("prepositions", tokens.words[inside:last]):
            named = "".join("-" if letter == "-" else "N" for letter in letters)
            tokens.set_letters(first, named)
