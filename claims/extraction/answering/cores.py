"""What a "no" is said of: the deed, and the things beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.tokens import Tokens
from .by_words import knows, meant
from .contradictions import Contradictions, stem_of
from .negations import Negation
from .stems import figure

VERB = re.compile("[vg]")  # class letters of verbs and participles


@dataclass(frozen=True, slots=True)
class Denied:
    """Stems of what a "no" is said of: all of them, the deed, and the things next to a "no"."""

    stems: set[str]
    deed: str
    things: set[str]


class Cores:
    """Reads what the negations of one document are said of."""

    def __init__(self, tokens: Tokens, words: Lexicon, read: Contradictions) -> None:
        self.tokens, self.words, self.read = tokens, words, read
        self.denying = words.table("negations") | words.table("whole_marks")

    def of(self, found: Negation, statement: Statement) -> Denied:
        """What a "no" is said of."""
        tokens, kinds, words = self.tokens, self.tokens.kinds, self.words
        end, things = statement.end, set()
        stems = self.read.stems(statement.begin, end)
        if knows(words):
            return self._by_words(found, end, stems)
        verb = VERB.search(kinds, max(found.at, found.verb), end)
        deed = stem_of(tokens.words[verb.start()], words) if verb else ""
        if found.verb < found.at and kinds[found.verb] == "v":
            deed = stem_of(tokens.words[found.verb], words)  # "It paid no one"
        elif statement.begin < found.verb < found.at - 1 and kinds[found.at - 1] in "vg":
            deed = stem_of(tokens.words[found.at - 1], words)  # "It has paid no one"
        for at, word in enumerate(tokens.words[found.at : end], found.at):
            if word in self.denying:
                things |= self.noun(at + 1, end)
        if verb and not things:
            things |= self.noun(verb.start() + 1, end)
        if self.words.has("pointing_words", tokens.words[statement.begin]):
            things |= self.noun(statement.begin + 1, end)
        if not deed and not things and found.verb > statement.begin:
            things |= self.noun(statement.begin, found.verb)  # "The uniform was not ours"
        return Denied(stems, deed, things)

    def _by_words(self, found: Negation, end: int, stems: set[str]) -> Denied:
        """The same where verbs are not known: the word next to the "no" is the deed or a thing."""
        told = meant(found.at, end, self.tokens, self.words)
        inside = [stem_of(self.tokens.words[place], self.words) for place in told]
        behind = range(found.at + 1, end)
        said = [self.tokens.words[place] for place in behind if self.tokens.kinds[place] == "#"]
        figures = set(map(figure, said)) - {""}
        if not inside or found.sort == "there":
            return Denied(stems, "", {*inside, *figures})
        return Denied(stems, inside[0], {*(inside[1:] or inside), *figures})

    def noun(self, at: int, end: int) -> set[str]:
        """Stem of the noun of a phrase that begins at a token, as a set; empty for none."""
        kinds, words = self.tokens.kinds, self.tokens.words
        if at >= end:
            return set()
        part = self.words.has("partitives", words[at]) or self.words.has("whole_marks", words[at])
        while at < end and (
            kinds[at] in "d#" or (part and self.words.has("partitives", words[at]))
        ):
            at += 1
        if at >= end or kinds[at] not in "nN":
            return set()
        while at + 1 < end and kinds[at + 1] in "nN":
            at += 1
        lone = self.words.has("whole_marks", words[at])
        return set() if lone else {stem_of(words[at], self.words)}
