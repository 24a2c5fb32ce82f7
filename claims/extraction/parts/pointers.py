"""What words that point back at a statement mean: "those reports [40 men had been beaten]"."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..records import FoundClaim
from ..tagging.flags import POINTS
from ..tagging.tokens import Tokens
from .rests import Edit
from .statements import Statement

LONGEST = 8  # words in brackets: more of them would hide the sentence
NEAR = 2  # sentences back in which a statement may be meant by "those reports"
MARKS = " .,;“”\"'"  # what brackets do without
MEASURES = ("duration", "ordinal")  # kinds of figures that "that figure" hardly means


#: The number of a sentence, and the statement taken there before.
Earlier = tuple[int, FoundClaim]


class Pointers:
    """Finds what points back in the statements of one document."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words
        self.figures = words.table("figure_nouns")

    def noun(self, statement: Statement) -> int | None:
        """Token of the noun behind a "those" that points at a statement."""
        tokens, words = self.tokens, self.words
        begin, end = statement.begin, statement.end - 1
        for index, bits in enumerate(tokens.flags[begin:end], begin + 1):
            if bits & POINTS:
                noun = tokens.words[index]
                if noun in words.nouns or words.has("rebutted_nouns", noun):
                    return index
        return None

    def edits(self, noun: int, before: Earlier) -> list[Edit]:
        """What is pointed at, in brackets behind the words for it, if that is short."""
        sentence, claim = before
        if self.tokens.sentence[noun] - sentence > NEAR:
            return []
        said = _figure(claim) if self.tokens.words[noun] in self.figures else ""
        if not said:
            said, text = (
                " ".join(words.split()).strip(MARKS) for words in (claim.proposed, claim.text)
            )
            said = text if said.lower() == text.lower() else said  # as inside a sentence
        points = self.words.has("pointers", said.partition(" ")[0].lower())
        if not said or points or "[" in said or len(said.split()) > LONGEST:
            return []
        end = self.tokens.ends[noun]
        return [(end, end, f" [{said}]")]


def _figure(claim: FoundClaim) -> str:
    """The one figure of a statement, if it has no more than that."""
    found = [item.text for item in claim.quantities if item.kind not in MEASURES]
    return found[0] if len(found) == 1 else ""
