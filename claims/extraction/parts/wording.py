"""Wording that stands alone, proposed beside the verbatim quote.

Outside quotation marks a word that points elsewhere gives way to what it means; inside them what it
means is added in brackets, so that nobody's words are changed.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..people.speakers import Speakers
from ..tagging.flags import POINTS
from ..tagging.tokens import Tokens
from .framing import Framing, Recast
from .naming import Naming
from .openers import Edit, Openers
from .sentence import as_sentence
from .statements import Statement

OPENING = ("“", '"')  # marks that open a quotation, where they stand last
LONGEST = 200  # characters of what "those reports" are
NEAR = 2  # sentences back in which a statement may be meant by "those reports"


@dataclass(slots=True)
class Earlier:
    """A statement taken before: its sentence number and its text."""

    sentence: int
    text: str


class Wording:
    """Words the statements of one document so that they stand alone."""

    def __init__(self, tokens: Tokens, words: Lexicon, speakers: Speakers):
        self.tokens, self.words = tokens, words
        naming = Naming(tokens, speakers)
        self.framing = Framing(tokens, words, naming)
        self.openers = Openers(tokens, words, speakers, naming)

    def stand_alone(self, statement: Statement, quotation: str, before: Earlier | None) -> str:
        """Return the statement as a sentence: parts joined, what it leaves open filled in.

        quotation: a key of records.QUOTATIONS. before: the statement taken last, if any.
        """
        edits = self.openers.opening(statement, quotation)
        if before is not None:
            edits += self._pointers(statement, before)
        clause, said = statement.clause, statement.attribution
        recast = self.framing.around(statement) if said is not None and said.object_frame else None
        if recast is not None:
            return self._recast(recast, edits)
        whole = clause.subject is None and clause.host is None and clause.relation != "relative"
        if whole:
            pieces = []  # as most
        else:
            pieces = self._lead(statement, quotation, edits)
        mark, opened = "", "" if pieces else self._opened(statement)
        if pieces and pieces[-1][-1:] in OPENING:
            mark, pieces[-1] = pieces[-1][-1], pieces[-1][:-1]
        for begin, end in statement.parts:
            pieces.append(mark + self._piece(begin, end, edits))
            mark = ""
        return as_sentence(pieces, opened)

    def _recast(self, recast: Recast, edits: list[Edit]) -> str:
        """The sentence around a thing, with what "those reports" are."""
        inside = [(start, end, words) for start, end, words in edits if words.startswith(" [")]
        pieces = [recast.lead] if recast.lead else []
        return as_sentence([*pieces, self._piece(recast.begin, recast.end, inside)], "")

    def _lead(self, statement: Statement, quotation: str, edits: list[Edit]) -> list[str]:
        """What has to stand in front of a statement: a subject, what a figure is added to."""
        clause = statement.clause
        if clause.subject is not None:
            return [self._piece(*clause.subject, self.openers.shared(statement, quotation))]
        if clause.relation == "relative":
            host = None if edits else self._host(statement)
            return [] if host is None else [self._piece(host, statement.begin, [])]
        host = clause.host
        if host is None or self._has_own_verb(statement):
            return []
        edits.clear()  # "lost 9 crowns, its first loss in a decade": of what leads all of it
        return [self._piece(host, statement.begin, self.openers.at(statement, host, quotation))]

    def _has_own_verb(self, statement: Statement) -> bool:
        """Say whether what is added is a clause: "and the yard, all of it, was sold"."""
        kinds, begin, end = self.tokens.kinds, statement.begin, statement.end
        if kinds[begin - 1 : begin] != "c":
            return False
        verb = next((at for at in range(begin, end) if kinds[at] in "vags"), end)
        return verb < end and kinds[verb] in "va" and "x" not in kinds[begin:verb]

    def _host(self, statement: Statement) -> int | None:
        """First token of what a "where" stands behind."""
        tokens, begin = self.tokens, statement.begin
        if self.words.has("subject_relatives", tokens.words[begin]):
            return statement.clause.host
        found = phrase_before(tokens, begin + 1, tokens.spans[statement.sentence][0], self.words)
        return found[0] if found is not None and found[0] < begin else None

    def _piece(self, begin: int, end: int, edits: list[Edit]) -> str:
        tokens = self.tokens
        at, stop = tokens.starts[begin], tokens.ends[end - 1]
        if not edits:
            return tokens.text[at:stop]
        out = []
        for left, right, words in sorted(edits):
            if at <= left and right <= stop:
                out += [tokens.text[at:left], words]
                at = right
        return "".join([*out, tokens.text[at:stop]])

    def _opened(self, statement: Statement) -> str:
        """The mark right before a statement that opens a quotation which ends in it, or ""."""
        tokens, begin = self.tokens, statement.begin
        if begin == 0 or tokens.kinds[begin - 1] != '"':
            return ""
        ends = '"' in tokens.kinds[begin : statement.end]
        return tokens.text[slice(*tokens.slice(begin - 1, begin))] if ends else ""

    def points(self, statement: Statement) -> bool:
        """Say whether a statement is about another one ("those reports")."""
        return bool(self._pointers(statement, Earlier(statement.sentence, "x")))

    def _pointers(self, statement: Statement, before: Earlier) -> list[Edit]:
        """ "those reports", with what they say in brackets."""
        if statement.sentence - before.sentence > NEAR:
            return []
        tokens, words = self.tokens, self.words
        begin, end = statement.begin, statement.end - 1
        for index, bits in enumerate(tokens.flags[begin:end], begin):
            if not bits & POINTS:
                continue
            noun = tokens.words[index + 1]
            if noun in words.nouns or words.has("rebutted_nouns", noun):
                end = tokens.ends[index + 1]
                said = " ".join(before.text.split()).strip(" .,;“”\"'")
                return [(end, end, f" [{said[:LONGEST]}]")] if said else []
        return []
