"""Wording that stands alone, proposed beside the verbatim quote.

Outside quotation marks a word that points elsewhere gives way to what it means; inside them what it
means is added in brackets, so that nobody's words are changed.
"""

from __future__ import annotations

from ..lexicon import Lexicon
from ..people.speakers import Speakers
from ..tagging.tokens import Tokens
from .framing import Framing, Recast
from .gaps import Gaps
from .naming import Naming
from .openers import Openers
from .pointers import Pointers
from .rests import Edit, Range
from .sentence import Sentences
from .statements import Statement
from .subjects import Subjects, is_apposed
from .verb_second import VerbSecond

OPENING = ("“", '"')  # marks that open a quotation, where they stand last


class Wording:
    """Words the statements of one document so that they stand alone."""

    def __init__(self, tokens: Tokens, words: Lexicon, speakers: Speakers):
        self.tokens, self.words = tokens, words
        naming = Naming(tokens, speakers)
        self.framing = Framing(tokens, words, naming)
        self.pointers, self.sentences = Pointers(tokens, words), Sentences(tokens.text, words)
        self.gaps, self.subjects = Gaps(tokens, words), Subjects(tokens, words)
        self.openers = Openers(tokens, words, speakers, naming)
        self.verb_second = VerbSecond(tokens, words)
        #: Infinitives that may lead what is said: "assure avoir vendu 40 bateaux".
        self.infinitives = () if tokens.verbs_known else words.table("perfect_infinitives")

    def stand_alone(self, statement: Statement, quotation: str, pointers: list[Edit]) -> str:
        """Return the statement as a sentence: parts joined, what it leaves open filled in.

        quotation: a key of records.QUOTATIONS. pointers: what "those reports" in it are.
        """
        wording = self._worded(statement, quotation, pointers)
        return wording if quotation == "direct" else self.sentences.unlinked(wording)

    def _worded(self, statement: Statement, quotation: str, pointers: list[Edit]) -> str:
        clause, begin, end = statement.clause, statement.begin, statement.end
        shares = clause.subject is not None
        subject = self.subjects.before(statement) if shares else []
        edits = [] if shares else self.openers.at(statement, begin, quotation)
        if (helper := self.subjects.missing_helper(statement)) is not None:
            piece = self._piece(begin, end, [*edits, helper, *pointers])
            return self.sentences.of_line(piece, self._opened(begin, end))
        whole = None if shares else self.openers.partitive_in_front(statement)
        if whole is not None:
            pieces = [self._piece(*whole, []) + ",", self._piece(begin, end, [*edits, *pointers])]
            return self.sentences.of(pieces, "")
        recast = self._recast(statement, quotation, filled=bool(edits))
        displaced = self.verb_second.holds and quotation != "direct" and recast is None
        if displaced and self.verb_second.is_displaced(statement):
            ranges = self.verb_second.ranges(statement)
            if ranges is not None:
                pieces = [self._piece(*one, edits + pointers) for one in ranges]
                return self.sentences.of(pieces, "")
            recast = self.framing.sentence(statement)
        if recast is None and shares and not subject:
            recast = self.framing.whole(statement)
        if recast is None and self.infinitives and quotation == "indirect":
            recast = self._around_infinitive(statement)
        if recast is not None:
            return self._recast_as(recast, statement, quotation, pointers)
        if not shares and clause.host is None and len(statement.parts) == 1:  # as most
            piece = self._piece(begin, end, edits + pointers if pointers else edits)
            return self.sentences.of_line(piece, self._opened(begin, end))
        pieces = []
        if shares:
            pieces = self._subject(statement, subject, quotation)
        elif clause.host is not None and not self._has_own_verb(statement):
            edits = []  # "lost 9 crowns, its first loss in a decade": of what leads all of it
            leading = self.openers.at(statement, clause.host, quotation)
            pieces = [self._piece(clause.host, begin, leading)]
        return self._joined(statement, pieces, edits + pointers)

    def _around_infinitive(self, statement: Statement) -> Recast | None:
        """From who says it on, where what is said is an infinitive: "assure avoir vendu"."""
        at = statement.begin + self.words.has("negations", self.tokens.words[statement.begin])
        leads = at < statement.end and self.tokens.words[at] in self.infinitives
        return self.framing.sentence(statement) if leads else None

    def _recast_as(
        self, recast: Recast, statement: Statement, quotation: str, pointers: list[Edit]
    ) -> str:
        """More of the text than the statement as a sentence."""
        begin, end, lead = recast.begin, recast.end, recast.lead
        if lead:
            return self.sentences.of([lead, self._piece(begin, end, pointers)], "")
        edits = pointers + self.openers.of_sentence(statement, begin, quotation)
        return self.sentences.of_line(self._piece(begin, end, edits), self._opened(begin, end))

    def _joined(self, statement: Statement, pieces: list[str], edits: list[Edit]) -> str:
        """What stands in front of a statement, and the parts of it, as one sentence."""
        opened = "" if pieces else self._opened(statement.begin, statement.end)
        mark = ""
        if pieces and pieces[-1][-1:] in OPENING:
            mark, pieces[-1] = pieces[-1][-1], pieces[-1][:-1]
        before: Range | None = None
        for begin, end in statement.parts:
            if before is not None:
                closing, mark = self._link(before, (begin, end))
                pieces[-1] += closing
            pieces.append(mark + self._piece(begin, end, edits))
            mark, before = "", (begin, end)
        clause = statement.clause
        if clause.gap is not None and clause.subject is None and len(statement.parts) > 1:
            pieces[0] = self._before_gap(statement, pieces[0])
        return self.sentences.of(pieces, opened)

    def _link(self, before: Range, part: Range) -> tuple[str, str]:
        """What closes a part of a statement, and what opens the next, from the text between them.

        "It is “quick as hell,” he said, and “full of malice”": a mark, and "and" with another.
        """
        tokens, kinds = self.tokens, self.tokens.kinds
        begin, end = part
        quoted = kinds[begin - 1] == '"'
        opening = tokens.text[slice(*tokens.slice(begin - 1, begin))] if quoted else ""
        joint = begin - 1 - quoted
        if kinds[joint] != "c" or not self.words.has("splitting", tokens.words[joint]):
            mark = kinds.find('"', begin, end)
            closes = mark > 0 and tokens.ends[mark - 1] == tokens.starts[mark]
            return "", opening if closes else ""  # "It is, he said, “quick” and “full”"
        joins = f"{tokens.text[slice(*tokens.slice(joint, joint + 1))]} "
        marks = kinds.count('"', *before)
        if marks % 2 == 0:
            within = kinds[before[0] - 1] == '"' and not marks
            return "", joins if within else joins + opening
        close = kinds.find('"', before[1], joint)
        closing = tokens.text[slice(*tokens.slice(close, close + 1))] if close > 0 else ""
        return closing, joins + opening

    def _before_gap(self, statement: Statement, piece: str) -> str:
        """Words before what is left out, with the pause that they need: "In Lim, | it is 9"."""
        kinds, (begin, end) = self.tokens.kinds, statement.parts[0]
        if is_apposed(kinds, begin, end):
            return f"{piece},"  # "Ann Orr, a cook | who left, | is here"
        if end - begin > 2 and kinds[end - 2 : end] == ",#":
            return piece.rpartition(",")[0]  # "Ann Orr, 58, | who left, | is here"
        follows = kinds[statement.parts[1][0]]
        pause = max(kinds.rfind(",", begin, end), self._last_dash(begin, end))
        if follows in "va" and pause > begin and not kinds[pause + 1 : end].strip("dnN#-"):
            mark = self.tokens.text[self.tokens.ends[pause - 1] : self.tokens.ends[pause]]
            return piece + mark  # "Ann Orr, a cook | who left, | is here"
        apart = "vagrcps," if kinds[end] == "-" else "vagrc,"
        return piece if follows in apart or kinds[end - 1] in ',-"' else f"{piece},"

    def _last_dash(self, begin: int, end: int) -> int:
        """The last dash among tokens that is no hyphen; -1 where there is none."""
        tokens = self.tokens
        at = tokens.kinds.rfind("-", begin, end)
        while at > 0 and tokens.ends[at] == tokens.starts[at + 1]:
            at = tokens.kinds.rfind("-", begin, at)
        return at

    def _recast(self, statement: Statement, quotation: str, *, filled: bool) -> Recast | None:
        """More of the text than the statement, if that is no sentence."""
        said = statement.attribution
        if said is not None and said.object_frame:
            recast = self.framing.around(statement)
            if recast is not None:
                return recast
        if self.gaps.is_open(statement, quotation, filled=filled):
            if quotation == "indirect" and not self.gaps.tells(statement):
                return self.framing.sentence(statement)
            return self.framing.whole(statement)
        return None

    def _subject(self, statement: Statement, subject: list[Range], quotation: str) -> list[str]:
        """The subject that a statement shares with the clause before it, in words."""
        return [
            self._piece(begin, end, self.openers.shared(statement, begin, end, quotation))
            for begin, end in subject
        ]

    def _has_own_verb(self, statement: Statement) -> bool:
        """Say whether what is added is a clause: "and the yard, all of it, was sold"."""
        kinds, begin, end = self.tokens.kinds, statement.begin, statement.end
        if kinds[begin - 1 : begin] != "c":
            return False
        verb = next((at for at in range(begin + 1, end) if kinds[at] in "vags"), end)
        return verb < end and kinds[verb] in "va" and "x" not in kinds[begin:verb]

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

    def _opened(self, begin: int, end: int) -> str:
        """The mark right before words that opens a quotation which ends in them, or ""."""
        tokens = self.tokens
        if begin == 0 or tokens.kinds[begin - 1] != '"':
            return ""
        ends = '"' in tokens.kinds[begin:end]
        return tokens.text[slice(*tokens.slice(begin - 1, begin))] if ends else ""
