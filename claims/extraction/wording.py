"""Wording that stands alone, proposed beside the verbatim quote."""

from __future__ import annotations

import re

from .statements import Statement
from .tokens import Tokens

SPACES = re.compile(r"\s+")


def stand_alone(statement: Statement, tokens: Tokens) -> str:
    """Return the statement as a sentence: parts joined, a shared subject put back."""
    pieces = []
    if statement.clause.subject is not None:
        pieces.append(_piece(tokens, *statement.clause.subject))
    pieces.extend(_piece(tokens, begin, end) for begin, end in statement.parts)
    joined = SPACES.sub(" ", " ".join(piece.strip(" ,;") for piece in pieces)).strip()
    if not joined:
        return joined
    joined = joined[0].upper() + joined[1:]
    return joined if joined[-1] in '.!?…”"»' else joined + "."


def _piece(tokens: Tokens, begin: int, end: int) -> str:
    return tokens.text[tokens.starts[begin] : tokens.ends[end - 1]]
