"""The subject that a clause shares with the one before it, with the helper verbs that it needs."""

from __future__ import annotations

from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..tagging.tokens import OWNING, Tokens
from .rests import Range
from .statements import Statement


class Subjects:
    """Finds the words that stand in front of a clause without a subject."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words

    def before(self, statement: Statement) -> list[Range]:
        """Token ranges of the subject and of helper verbs; empty where either is not sure."""
        shared = statement.clause.subject
        if shared is None:
            return []
        within = self.tokens.kinds[shared[0] : shared[1]]
        opener = within[0] == "s"
        if opener and not self.words.has("relatives", self.tokens.words[shared[0]]):
            return []  # "when the brigade had left, he"
        if within[1:].endswith("x") and within[-2] != "c":
            return []  # "butter costs more than it"
        tokens, at = self.tokens, statement.begin
        while tokens.kinds[at] in "rc" and at + 1 < statement.end:
            at += 1
        kind, word = tokens.kinds[at], tokens.words[at]
        helped = kind == "a"
        # "was planned | and paid for in Lim"
        left = tokens.kinds[at + 1 : at + 3] in ("pp", "pr", "p.")
        paired = left and "a" in tokens.kinds[shared[1] : shared[1] + 2]
        needs = kind == "g" or (kind == "v" and (paired or self.words.verbs.get(word) is False))
        needs = needs or (helped and not self.words.has("finite_auxiliaries", word))
        if not needs or not (tokens.tagged or helped):
            return [self._trimmed(*shared)]
        helpers = self._helpers(shared[0], statement.begin)
        if helpers is None:
            return [] if helped else [self._trimmed(*shared)]
        first = tokens.spans[statement.sentence][0]
        own = phrase_before(tokens, helpers[0], first, self.words)
        nested = own is not None and not {"v", "s"}.isdisjoint(tokens.kinds[shared[0] : own[0]])
        subject = own if own is not None and nested else (shared[0], helpers[0])
        if helped:
            helpers = (helpers[0], helpers[0] + 1)  # "had bid | and been told"
        return [self._trimmed(*subject), helpers]

    def _helpers(self, begin: int, end: int) -> Range | None:
        """The last helper verbs in front of a participle: "has" of "has killed 40 men and"."""
        kinds = self.tokens.kinds
        for at in range(end - 1, begin, -1):
            finite = kinds[at] == "a" and self.words.has(
                "finite_auxiliaries", self.tokens.words[at]
            )
            if finite:
                stop = at + 1
                while kinds[stop] in "ar":
                    stop += 1
                return (at, stop) if kinds[stop] in "gv" else None
        return None

    def _trimmed(self, begin: int, end: int) -> Range:
        """A subject without what is said of it between commas, and from the start of its noun."""
        kinds = self.tokens.kinds
        while begin and self.tokens.words[begin] in OWNING:
            begin -= 1  # "Tuesday | 's attack"
        while end > begin + 1 and kinds[end - 1] == ",":
            end -= 1
        comma = kinds.find(",", begin, end)
        if comma > begin and kinds[begin] == "g":
            return self._trimmed(comma + 1, end)  # "seen by Ann Orr, | the guards"
        if comma > begin and kinds[end] == "," and kinds[comma - 1] in "nN#":
            opens = "p" not in kinds[begin : begin + 1]
            return (begin, comma) if opens else (begin, end)
        return begin, end
