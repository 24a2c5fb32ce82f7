"""Answers of one who is asked about a deed: "Asked whether she had sold it, Holm said C"."""

from __future__ import annotations

from bisect import bisect_left

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens

QUESTION = 12  # tokens of "Pressed by her barrister, Simon Peake, on whether"


class Retorts:
    """Tells which statements of one document answer a question about a deed."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words
        asked, said, spans = words.table("asked"), tokens.words, enumerate(tokens.spans)
        #: Sentences that open with "Asked"; most texts have none.
        self.asking = {at for at, (first, last) in spans if first < last and said[first] in asked}

    def has(self, statement: Statement) -> bool:
        """Say whether somebody asked about a deed tells what was done, or was the case, instead.

        Asked how they feel, or what comes next, people tell little that could be looked up.
        """
        tokens, words, item = self.tokens, self.words, statement.attribution
        if item is None or item.cue is None or item.sentence not in self.asking:
            return False
        first = tokens.spans[item.sentence][0]
        cue = bisect_left(tokens.starts, item.cue[0])
        if not first < cue < statement.begin or item.stance != "asserts":
            return False
        if statement.sentence - item.sentence > 1:
            return False
        near = range(first + 1, min(first + QUESTION + 1, cue))
        asks = next((at for at in near if words.has("conditions", tokens.words[at])), cue)
        comma = tokens.kinds.rfind(",", asks, cue)
        if comma < 0:
            return False
        charged = words.has_any("past_perfect", tokens.words[asks:comma])
        return charged and self._tells_a_deed(statement)

    def _tells_a_deed(self, statement: Statement) -> bool:
        """Say whether the first verb of a statement is in the past: "I paid for my own flight"."""
        words = self.words
        for at in range(statement.begin, statement.end):
            kind, word = self.tokens.kinds[at], self.tokens.words[at]
            if kind == "a":
                return words.has("judgement.past", word) or words.has("perfect", word)
            if kind == "v":
                return words.lemmas.get(word, word) != word and not word.endswith("s")
        return False
