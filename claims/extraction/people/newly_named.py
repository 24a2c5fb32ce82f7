"""Persons who are new to a text in the sentence of the pronoun that means them."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from .known_names import Name
from .names import Names
from .titles import PRONOUNS


def new_before(at: int, gender: str, tokens: Tokens, names: Names, words: Lexicon) -> Name | None:
    """The one of this gender whom a sentence has named up to a code point, if new to the text.

    "The surveyor, Ada Rowse, would not comment, but in a letter she wrote".
    """
    index = bisect_left(tokens.starts, at) - 1
    first = tokens.spans[tokens.sentence[index]][0] if index >= 0 else 0
    here = names.in_span(tokens.starts[first], at) if index >= 0 else []
    persons = [(start, name) for start, _, name in here if name.is_person]
    fitting = [(start, name) for start, name in persons if name.gender in (gender, None)]
    if not fitting or len({id(name) for _, name in fitting}) > 1:
        return None  # as mostly
    start, name = fitting[0]
    if name.first != start or name.gender != gender:
        return None
    earlier = tokens.words[first : index + 1]
    quoted = '"' in tokens.kinds[first : index + 1]
    return None if quoted or words.has_any(PRONOUNS[gender], earlier) else name


def opening(
    begin: int, end: int, gender: str, tokens: Tokens, names: Names, words: Lexicon
) -> Name | None:
    """Who is new to the text at the start of a statement and described there, in front of "she
    says": "For Ruth Lund, 61, the road was closed, she says".
    """
    index = bisect_left(tokens.starts, begin)
    index += words.has("concerning", tokens.words[index])
    here = names.in_span(tokens.starts[index], end)
    if not here or here[0][0] != tokens.starts[index]:
        return None  # as mostly
    start, stop, name = here[0]
    new = name.is_person and name.first == start and name.gender == gender
    return name if new and tokens.text[stop : stop + 1] == "," else None
