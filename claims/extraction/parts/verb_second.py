"""Clauses in the order of a main clause, where that sets its verb second, as German does.

Behind "Laut S" the verb of what is said comes first, behind "dass" last: neither is a sentence.
"""

from __future__ import annotations

from ..attribution.phrases_behind import run_on
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from .rests import Range
from .statements import Statement


class VerbSecond:
    """Puts the verb of a clause of one document behind its first part."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words
        self.holds = words.order == "v2"
        #: Particles that part from their verb in a main clause: "zurücktritt", "tritt zurück".
        self.particles = tuple(words.table("particles"))

    def is_displaced(self, statement: Statement) -> bool:
        """Say whether a statement is a clause with its verb first or last, or has no finite one."""
        if len(statement.parts) > 1 or statement.attribution is None:
            return False
        if self._leads(statement) or self._is_infinitive(statement):
            return True
        return self._is_subordinate(statement.begin)

    def ranges(self, statement: Statement) -> list[Range] | None:
        """Token ranges of the statement in the order of a main clause; None if they are not known.

        Only asked of one that is displaced.
        """
        begin, end = statement.begin, statement.end
        if self._leads(statement):
            return self._from_first(begin, end)
        return None if self._is_infinitive(statement) else self._from_last(begin, end)

    def _leads(self, statement: Statement) -> bool:
        """Say whether a verb that follows "Laut S" leads a clause, and asks nothing.

        Where the source opens its sentence, nothing but the verb can follow it.
        """
        tokens, begin, said = self.tokens, statement.begin, statement.attribution
        opens = begin == 0 or tokens.kinds[begin - 1] in '.:;?!"'
        if opens or said is None or said.cue is None:
            return False
        first = tokens.starts[tokens.spans[statement.sentence][0]]
        source = said.source[0] if said.source else first
        follows = said.pattern in ("according", "aside") and first in (said.cue[0], source)
        lower = tokens.text[tokens.starts[begin] : tokens.ends[begin]].islower()
        return tokens.kinds[begin] in "va" or (follows and lower and tokens.kinds[begin] == "n")

    def _is_subordinate(self, begin: int) -> bool:
        """Say whether "dass" stands in front of a clause."""
        return begin > 0 and self.words.has("fronting", self.tokens.words[begin - 1])

    def _is_infinitive(self, statement: Statement) -> bool:
        """Say whether a clause ends in an infinitive: "den Landtag getäuscht zu haben"."""
        mark = statement.end - 2
        inside = mark > statement.begin
        return inside and self.words.has("infinitive_infixes", self.tokens.words[mark])

    def _from_first(self, begin: int, end: int) -> list[Range] | None:
        """ "(laut S) | fehlten | im Mai | 40 Boote" with its second part first."""
        at = begin + 1
        while at < end and self.words.has("reflexive_objects", self.tokens.words[at]):
            at += 1
        stop = self._part_end(at, end)
        if stop is None or stop >= end:
            return None
        between = [(begin + 1, at)] if at > begin + 1 else []
        return [(at, stop), (begin, begin + 1), *between, (stop, end)]

    def _from_last(self, begin: int, end: int) -> list[Range] | None:
        """ "(dass) | 40 Boote | im Mai fehlten" with its verb behind its first part."""
        kinds, verb = self.tokens.kinds, end - 1
        if set(',;:"()') & set(kinds[begin:end]) or kinds[verb] in "pdx#r":
            return None
        word = self.tokens.text[self.tokens.starts[verb] : self.tokens.ends[verb]]
        if not word.islower() or (kinds[verb] != "a" and word.startswith(self.particles)):
            return None
        stop = self._part_end(begin, verb)
        if stop is None:
            return None
        rest = [(stop, verb)] if stop < verb else []
        return [(begin, stop), (verb, end), *rest]

    def _part_end(self, at: int, end: int) -> int | None:
        """Token after the first part of a clause: a pronoun, a noun phrase, a place or a time."""
        kinds = self.tokens.kinds
        while at < end and kinds[at] == "r":
            at += 1
            if at < end and kinds[at] in "dnNxvag":
                return at
        if at < end and kinds[at] == "p":
            at += 1
        if at >= end or kinds[at] not in "dnN#tx":
            return None
        if kinds[at] in "xt":
            return at + 1
        stop = run_on(self.tokens, at, end, self.words)
        # "die Kosten | für einen Neubau": what a preposition brings may be of the verb.
        place = kinds.find("p", at + 1, stop)
        return place if place > 0 else stop
