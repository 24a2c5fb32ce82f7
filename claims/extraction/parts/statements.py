"""Stretches of each sentence that state something, with the attribution they stand under."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from ..attribution import JUDGEMENT, NEGATIVE, Attribution
from ..attribution.denial_words import ends_in_denial
from ..layout.blocks import dateline_end
from ..lexicon import Lexicon
from ..tagging.flags import OPENS, RELATES
from ..tagging.tokens import Tokens
from .bare import BARE, bare_denial
from .behind_tags import adds
from .beside import NO_WORDS, Beside
from .clauses import Clause, Splitter
from .pieces import Pieces, pieces_of
from .rests import Range
from .resumed import resumed
from .source_ends import before_relative, behind_time

PARTS = frozenset(',;:"')  # class letters of what parts who speaks from what is said
SHORT_REST = 4  # tokens of what completes a statement behind its source
TOLD_REACH = 20  # tokens between a cue and what is said, if nothing parts them
JUDGED = 5  # tokens of "which was simply not true"


class Statement:
    """One clause and who stands behind it; attribution None is the article's own voice.

    parts: token ranges; two where the source interrupts the clause. begin, end: those of all parts,
    kept because every rule asks for them.
    """

    __slots__ = ("attribution", "begin", "clause", "end", "parts", "sentence")

    def __init__(self, sentence: int, attribution: Attribution | None, clause: Clause) -> None:
        self.sentence, self.attribution, self.clause = sentence, attribution, clause
        begin, end = self.begin, self.end = clause.begin, clause.end
        self.parts: list[Range] = [(begin, end)] if clause.gap is None else clause.parts()

    def add(self, part: Range) -> None:
        """Let the statement go on behind what interrupts it."""
        self.parts.append(part)
        self.end = part[1]


class StatementFinder:
    """Parts the sentences of one document into statements.

    voices: sentence number -> attribution that the whole sentence stands under.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, voices: dict[int, Attribution]):
        self.tokens, self.words, self.voices = tokens, words, voices
        self.splitter = Splitter(tokens, words)
        self.beside = Beside(tokens, words, self.splitter)
        #: Sentences that only say that somebody spoke of a statement made elsewhere.
        self.silent: set[int] = set()
        #: Those of them in which somebody denies it.
        self.denying: dict[int, Attribution] = {}

    def find(self, found: list[Attribution]) -> list[Statement]:
        """Return the statements of all sentences in order."""
        found = [item for item in found if not self._recalls(item)] if self.voices else found
        self.silent = {
            item.sentence
            for item in found
            if not item.contents or item.pattern in ("ahead", "list", "pointing")
        }
        self.denying = {
            item.sentence: item
            for item in found
            if not item.contents and item.stance in NEGATIVE and item.cue is not None
        }
        pieces, voices = pieces_of(found, self.tokens), self.voices
        statements: list[Statement] = []
        filed = self.tokens.filed  # mostly no sentence has a date line
        for number, (first, last) in enumerate(self.tokens.spans):
            here = pieces.get(number)
            if last - first == 1 and here is None and number not in voices:
                statements += self._lone(number, first)
                continue
            if number in voices:
                first = self._opening(number, first, last)
            else:
                first = filed.get(number, first)
            if here is None:
                statements += self._plain(number, first, last)
            else:
                statements += self._told(number, first, last, here)
        return statements

    def _recalls(self, item: Attribution) -> bool:
        """Say whether a speaker recalls a promise, which is what can be checked: "He promised us 40
        clinics"."""
        if item.stance != "promises" or item.cue is None or item.sentence not in self.voices:
            return False
        cue = self.words.cues.get(self.tokens.text[slice(*item.cue)].rpartition(" ")[2].lower())
        return cue is not None and cue.is_past

    def _plain(self, number: int, first: int, last: int) -> list[Statement]:
        """The statements of a sentence in which nobody says anything."""
        if last - first == 1:
            return self._lone(number, first)
        voice = self.voices.get(number)
        if number in self.silent:
            return self._bare_denial(number, first, last, [])
        if self._only_hides(first, last):
            return []
        return [Statement(number, voice, clause) for clause in self.splitter.split(first, last)]

    def _told(self, number: int, first: int, last: int, here: Pieces) -> list[Statement]:
        """The statements of a sentence in which somebody says something."""
        voice = self.voices.get(number)
        made: list[Statement] = []
        taken: list[Range] = []
        sources: list[Range] = []
        for attribution, spans in here:
            if spans[0][0] < first:
                spans = [(max(begin, first), end) for begin, end in spans if end > first]
            made += self._attributed(number, attribution, spans)
            taken += spans
            taken += self._tag(attribution, number, sources)
        if not taken:
            return made + self._plain(number, first, last)
        told = resumed(self.splitter, [item for item, _ in here], last, taken)
        made += [Statement(number, voice, clause) for clause in told]
        if number in self.silent:
            return made + self._bare_denial(number, first, last, taken)
        beside = self.beside.clauses(first, last, taken, sources, is_spoken=voice is not None)
        colon, lister = self._lister(here, last)
        for clause in beside:
            by = lister if clause.begin > colon else self._adder(clause, here) or voice
            made.append(Statement(number, by, clause))
        return made

    def _adder(self, clause: Clause, here: Pieces) -> Attribution | None:
        """Who adds a figure behind "S said": S, unless it is that of somebody else ("twice the sum
        given by Orr") or tells what the news has brought ("sending shares down 6%")."""
        if clause.relation != "figure" or clause.host is None:
            return None
        said = [item for item, spans in here if spans[-1][1] < clause.begin]
        inside = self.tokens.words[clause.begin : clause.end]
        brings = inside[0].endswith(self.splitter.gerunds)
        if brings and not self.words.has("harming", inside[0]):
            return None
        if not said or said[-1].stance != "asserts" or self.words.has_any("agent_marks", inside):
            return None
        return said[-1]

    def _lister(self, here: Pieces, last: int) -> tuple[int, Attribution | None]:
        """Who lists clauses behind a colon, and that: "Orr found two faults: A was B, and C"."""
        for item, spans in here:
            colon = spans[-1][1]
            found = item.object_frame and item.stance == "asserts" and item.source is not None
            if found and colon < last and self.tokens.kinds[colon] == ":":
                return colon, replace(item, object_frame=False)
        return last, None

    def _lone(self, number: int, at: int) -> list[Statement]:
        """The statement of a single word, as lists and tables have them."""
        if number in self.silent or self.tokens.kinds[at] in NO_WORDS:
            return []
        return [Statement(number, self.voices.get(number), Clause(at, at + 1))]

    def _opening(self, number: int, first: int, last: int) -> int:
        """First token of what a voice says in a sentence, behind "QUESTION:" or a date line."""
        tokens, voice = self.tokens, self.voices[number]
        if first >= last:
            return first
        first = max(first, bisect_left(tokens.starts, voice.contents[0][0]))
        begin, end = tokens.starts[first], tokens.ends[last - 1]
        opening = dateline_end(tokens.text, begin, end)
        return bisect_left(tokens.starts, opening) if opening > begin else first

    def _attributed(
        self, number: int, attribution: Attribution, parts: list[Range]
    ) -> list[Statement]:
        """Statements of one attribution in one sentence."""
        split = self.splitter
        if attribution.pattern == JUDGEMENT:
            return [Statement(number, attribution, Clause(*parts[0], "denial"))]
        opens = not attribution.object_frame  # "disputed that figure": it belongs to the noun
        made: list[Statement] = []
        for begin, end in parts:
            if opens:
                begin = split.without_opener(begin, end)
            further = behind_time(split, begin, end) if made else begin
            clauses = split.split(further, end, said=True, is_thing=not opens)
            if further > begin and clauses:
                # "Varn fired on us, Orr said, hours after | Lim sank nine boats": nobody says so
                later = further > begin + 1
                by = self.voices.get(number) if later else attribution
                made.append(Statement(number, by, clauses.pop(0)))
            elif made and clauses:
                if self._goes_on(made[-1], clauses[0]):
                    head = clauses.pop(0)
                    made[-1].add((head.begin, head.end))
                    for clause in clauses:
                        hangs = clause.host == head.begin
                        clause.host = made[-1].begin if hangs else clause.host
                if clauses:
                    head, last = clauses[0], made[-1].clause
                    if adds(split, head.begin, head.end):
                        head.relation, head.host = "figure", made[-1].begin
                    head.subject = head.subject or split.shared_subject(last, head)
            for clause in clauses:
                if clause.relation == "relative" and self._calls_untrue(clause):
                    continue
                # "blames two rises, both of which came in May": the article tells when.
                own = clause.relation == "relative" and not opens
                by = self.voices.get(number) if own else attribution
                made.append(Statement(number, by, clause))
        return made

    def _calls_untrue(self, clause: Clause) -> bool:
        """Say whether the article only judges what somebody said: ", which was not true"."""
        if clause.end - clause.begin > JUDGED:
            return False
        return ends_in_denial(self.tokens.words[clause.begin : clause.end], self.words) > 0

    def _goes_on(self, before: Statement, clause: Clause) -> bool:
        """Say whether a part behind the source completes the part before it."""
        tokens = self.tokens
        if self.words.has("passive_auxiliaries", tokens.words[before.end - 1]):
            return True
        if self.words.order == "v2" and self._is_parted(before, clause):
            return True
        if not self.splitter.has_verb(before.begin, before.end):
            return True
        opener = tokens.words[clause.begin]
        mark = clause.begin - 1 - (tokens.kinds[clause.begin - 1] == '"')
        if tokens.kinds[mark] == "," and tokens.kinds[clause.begin] in "va":
            # "Officers sent there, she said, found nobody": no conjunction joins it.
            return tokens.words[clause.begin] not in self.words.bases
        if self.words.has("depending", opener) or self.words.has("completing", opener):
            return True
        head, kind = tokens.text[tokens.starts[clause.begin]], tokens.kinds[clause.begin]
        if kind in "dn" and self.splitter.adds(clause.begin, clause.end):
            return False
        clause_end = tokens.kinds.find("s", clause.begin, clause.end)
        end = clause_end if clause_end > clause.begin else clause.end
        short = kind == "g" and end - clause.begin <= SHORT_REST
        fits = kind in "dnsp#" or short  # "There was no rule, she said, written or unwritten"
        return head.islower() and fits and not self.splitter.has_verb(clause.begin, end)

    def _is_parted(self, before: Statement, clause: Clause) -> bool:
        """Say whether no pause stands around a source: "Es kamen | laut S | 40 Boote".

        Between commas it parts a clause where what follows completes one, or has no verb.
        """
        kinds = self.tokens.kinds
        around = kinds[before.end] + kinds[clause.begin - 1]
        if PARTS.isdisjoint(around):
            return True
        helped = kinds[before.end - 1] == "a"
        return around == ",," and (helped or not self.splitter.has_verb(clause.begin, clause.end))

    def _tag(self, attribution: Attribution, number: int, sources: list[Range]) -> list[Range]:
        """Token ranges of cue and source, where they lie in the sentence.

        The whole source is put with the sources.
        """
        ranges, tokens = [], self.tokens
        starts, (first, last) = tokens.starts, tokens.spans[number]
        opening, close = starts[first], tokens.ends[last - 1]
        source, cue = attribution.source, attribution.cue
        told = (0, 0)  # what the article tells of the source
        for span in (cue, source, attribution.named, attribution.reporter, *attribution.frames):
            if span is None or not opening <= span[0] < close:
                continue
            begin = bisect_right(starts, span[0], first, last) - 1
            end = bisect_left(starts, span[1], begin)
            if span is source:
                sources.append((begin, end))
            if span is cue:
                end = self._to_content(attribution, end)
            elif end > begin + 1 and tokens.flags_of_sentence(number) & (RELATES | OPENS):
                whole, end = end, before_relative(self.splitter, begin, end)
                told = (end, whole) if span is source else told
            joined = span is source and attribution.pattern == "joined"
            if joined and self._is_related(begin, end, last):
                continue
            if begin >= told[1] or begin < told[0]:
                ranges.append((begin, end))
        return ranges

    def _is_related(self, begin: int, end: int, last: int) -> bool:
        """Say whether who speaks does so in a relative clause, and is part of another: "visas for
        | rich buyers, who make up nine in ten and say C"."""
        kinds, words = self.tokens.kinds, self.tokens.words
        tied = begin > 0 and (
            kinds[begin - 1] == "p" or self.words.has("infinitive_marks", words[begin - 1])
        )
        related = kinds[end : end + 2] == ",s" and end + 1 < last
        return tied and related and self.words.has("subject_relatives", words[end + 1])

    def _to_content(self, attribution: Attribution, end: int) -> int:
        """End of a cue with who was told, and when: "told police the day he was held | that"."""
        if attribution.pattern != "subject":
            return end
        begin = bisect_left(self.tokens.starts, attribution.contents[0][0], end)
        if begin - end > TOLD_REACH or not PARTS.isdisjoint(self.tokens.kinds[end:begin]):
            return end
        return begin

    def _only_hides(self, begin: int, end: int) -> bool:
        """Say whether a sentence only tells that sources are not named: "Both spoke on condition
        of anonymity"."""
        if end - begin > BARE:
            return False
        words = self.tokens.words[begin:end]
        return self.words.has_any("hiding", words) and self.words.has_any("namelessness", words)

    def _bare_denial(
        self, number: int, first: int, last: int, taken: list[Range]
    ) -> list[Statement]:
        """What a sentence says that speaks of a statement made elsewhere: that somebody denies."""
        item = self.denying.get(number)
        if item is None:
            return []
        voice = self.voices.get(number)
        denial, told = bare_denial(self.splitter, item, first, last, taken)
        made = [] if denial is None else [Statement(number, item if item.source else voice, denial)]
        return made + [Statement(number, voice, clause) for clause in told]
