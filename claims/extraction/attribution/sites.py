"""One cue in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon import Cue
from . import Attribution


@dataclass(slots=True)
class Site:
    """A cue in its sentence, in token numbers.

    begin..end: the verb group with its helpers; index: the verb itself; first..last: the sentence.
    before: attributions found in the sentence so far.
    """

    cue: Cue
    index: int
    begin: int
    end: int
    number: int
    first: int
    last: int
    before: list[Attribution]
