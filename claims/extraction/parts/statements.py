"""Stretches of each sentence that state something, with the attribution they stand under."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from ..attribution import JUDGEMENT, NEGATIVE, Attribution
from ..layout.blocks import dateline_end
from ..lexicon import Lexicon
from ..tagging.flags import OPENS, RELATES
from ..tagging.tokens import Tokens
from .bare import BARE, bare_denial
from .clauses import Clause, Splitter
from .rests import Range, before_apposition, before_opening, before_time, uncovered
from .resumed import resumed
from .source_ends import before_relative, behind_time, counts_on, past_place

JOINTS = "psc"  # class letters of words that tie a clause to what somebody says
PARTS = frozenset(',;:"')  # class letters of what parts who speaks from what is said
NO_WORDS = ',.;:-"()c'  # class letters of what states nothing by itself
SHORT_REST = 4  # tokens of what completes a statement behind its source
TOLD_REACH = 20  # tokens between a cue and what is said, if nothing parts them
NESTED = 7  # pieces of what is said, of which one may lie in another
DAYS = ("pt", "t")  # class letters of "on Monday", "Monday"
VA = ("v", "a")
LEAST_REST = 5  # tokens beside an attribution that can state something by themselves


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
        #: Sentences that only say that somebody spoke of a statement made elsewhere.
        self.silent: set[int] = set()
        #: Those of them in which somebody denies it.
        self.denying: dict[int, Attribution] = {}

    def find(self, found: list[Attribution]) -> list[Statement]:
        """Return the statements of all sentences in order."""
        found = [item for item in found if not self._recalls(item)] if self.voices else found
        pieces = self._pieces(_outermost(found))
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
        statements: list[Statement] = []
        filed = self.tokens.filed
        for number, (first, last) in enumerate(self.tokens.spans):
            here = pieces.get(number)
            if last - first == 1 and here is None and number not in self.voices:
                statements += self._lone(number, first)
                continue
            if number in self.voices:
                first = self._opening(number, first, last)
            else:
                first = filed.get(number, first)  # mostly none has a date line
            if here is None:
                statements += self._plain(number, first, last)
                continue
            taken: list[Range] = []
            sources: list[Range] = []
            for attribution, spans in here:
                if spans[0][0] < first:
                    spans = [(max(begin, first), end) for begin, end in spans if end > first]
                statements += self._attributed(number, attribution, spans)
                taken += spans
                taken += self._tag(attribution, number, sources)
            if taken:
                told = resumed(self.splitter, [item for item, _ in here], last, taken)
                statements += [Statement(number, self.voices.get(number), at) for at in told]
                statements += self._rest(number, first, last, taken, sources)
            else:
                statements += self._plain(number, first, last)
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

    def _pieces(self, found: list[Attribution]) -> dict[int, list[tuple[Attribution, list[Range]]]]:
        """Sentence -> attributions with the token ranges of what they bring there."""
        starts, owner, spans = self.tokens.starts, self.tokens.sentence, self.tokens.spans
        pieces: dict[int, list[tuple[Attribution, list[Range]]]] = {}
        for attribution in found:
            for begin, end in attribution.contents:
                first = bisect_left(starts, begin)
                last = bisect_left(starts, end, first)
                while first < last:
                    number = owner[first]
                    stop = spans[number][1]
                    if not first < stop <= last:
                        stop = last if stop > last else first + 1
                    here = pieces.setdefault(number, [])
                    if here and here[-1][0] is attribution:
                        here[-1][1].append((first, stop))
                    else:
                        here.append((attribution, [(first, stop)]))
                    first = stop
        return pieces

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
                if clauses:
                    head, last = clauses[0], made[-1].clause
                    head.subject = head.subject or split.shared_subject(last, head)
            for clause in clauses:
                # "blames two rises, both of which came in May": the article tells when.
                own = clause.relation == "relative" and not opens
                by = self.voices.get(number) if own else attribution
                made.append(Statement(number, by, clause))
        return made

    def _goes_on(self, before: Statement, clause: Clause) -> bool:
        """Say whether a part behind the source completes the part before it."""
        tokens = self.tokens
        if self.words.has("passive_auxiliaries", tokens.words[before.end - 1]):
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

    def _tag(self, attribution: Attribution, number: int, sources: list[Range]) -> list[Range]:
        """Token ranges of cue and source, where they lie in the sentence.

        The whole source is put with the sources.
        """
        ranges, tokens = [], self.tokens
        starts, (first, last) = tokens.starts, tokens.spans[number]
        opening, close = starts[first], tokens.ends[last - 1]
        relates = tokens.flags_of_sentence(number) & (RELATES | OPENS)
        source = attribution.source
        cue = attribution.cue
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
            elif relates and end > begin + 1:
                whole, end = end, before_relative(self.splitter, begin, end)
                told = (end, whole) if span is source else told
            if begin >= told[1] or begin < told[0]:
                ranges.append((begin, end))
        return ranges

    def _to_content(self, attribution: Attribution, end: int) -> int:
        """End of a cue with who was told, and when: "told police the day he was held | that"."""
        if attribution.pattern != "subject":
            return end
        begin = bisect_left(self.tokens.starts, attribution.contents[0][0], end)
        if begin - end > TOLD_REACH or not PARTS.isdisjoint(self.tokens.kinds[end:begin]):
            return end
        return begin

    def _rest(
        self, number: int, first: int, last: int, taken: list[Range], sources: list[Range]
    ) -> list[Statement]:
        """Statements of the part of a sentence that no attribution covers.

        sources: who speaks there; one that also leads a clause of the article ("X left but said
        ...") belongs to that clause.
        """
        voice, kinds = self.voices.get(number), self.tokens.kinds
        if number in self.silent:
            return self._bare_denial(number, first, last, taken)
        made = []
        for left, end in uncovered(first, last, taken):
            if end - left == 1 and kinds[left] in NO_WORDS:
                continue  # mostly the full stop
            begin = self._with_subject(left, end, sources)
            if end < last and end - begin > LEAST_REST:
                end = before_opening(self.tokens, begin, end, self.words)
            while end < last and begin < end and kinds[end - 1] in JOINTS:
                end -= 1  # "they met after | the strike began, he said"
                end = before_time(self.tokens, begin, end, self.words)
            if end < last and end - begin > LEAST_REST:
                end = before_apposition(self.tokens, begin, end)
            while begin < end and kinds[begin] in "c,":
                # An age behind the name of who speaks is no part of what is told of them.
                begin += 2 if kinds.startswith(",#,", begin) else 1
            for day in ("pt,", "t,"):
                if kinds.startswith(day, begin):
                    begin += len(day)  # "the miner said on Monday, | sending shares down 6%"
            counted = voice is not None and self.splitter.has_figure(begin, end)
            if end - begin < LEAST_REST and kinds[end - 1] != ";" and not counted:
                continue  # none of the rules below would keep it
            kept = False
            for clause in self.splitter.split(past_place(self.splitter, begin, end), end):
                # A figure added to a statement goes with it.
                goes_on = clause.relation == "figure" or counts_on(self.splitter, clause)
                kept = (kept and goes_on) or self._is_whole(clause, first)
                kept = kept or self._closes(clause, end) or (counted and self._counts(clause))
                if self._only_joins(clause.begin, first):
                    clause.begin, clause.flags = clause.begin + 1, None  # "after profit fell by 4%"
                if not kept:
                    if not self._is_deed(clause):
                        continue
                    clause.subject = next((span for span in sources if span[1] <= left), None)
                made.append(Statement(number, voice, clause))
        return made

    def _counts(self, clause: Clause) -> bool:
        """Say whether a clause of a speech gives a figure: "I dispute that C: there are 52 now"."""
        begin, end = clause.begin, clause.end
        return self.splitter.has_figure(begin, end) and self.splitter.has_verb(begin, end)

    def _only_joins(self, at: int, first: int) -> bool:
        """Say whether a clause beside what somebody says opens with a word that is no part of it:
        "after profit fell by 4%", "While rents rose, (he said)"."""
        word = self.tokens.words[at]
        if self.words.has("sequels", word):
            return True
        return at == first and self.words.has("adverbial_joints", word)

    def _only_hides(self, begin: int, end: int) -> bool:
        """Say whether a sentence only tells that sources are not named: "Both spoke on condition
        of anonymity"."""
        if end - begin > BARE:
            return False
        words = self.tokens.words[begin:end]
        return self.words.has_any("hiding", words) and self.words.has_any("namelessness", words)

    def _leads_with_place(self, begin: int, end: int) -> bool:
        """Say whether a whole clause with a figure begins with where: "At its heart is a plan to
        sell 40 boats"."""
        kinds = self.tokens.kinds
        joint = kinds.find("s", begin, end)
        whole = self.splitter.has_verb(begin, joint if joint > begin else end)
        return kinds[begin] == "p" and whole and self.splitter.has_figure(begin, end)

    def _follows_from(self, begin: int, end: int) -> bool:
        """Say whether what came of it is told behind who says so: ", sending shares down 6%"."""
        kinds, word = self.tokens.kinds, self.tokens.words[begin]
        gerund = kinds[begin] == "g" and word.endswith(self.splitter.gerunds)
        comma = kinds[begin - 1 : begin] == "," and gerund
        told = word in self.words.cues or self.words.has("speech_tails", word)
        return comma and not told and self.splitter.has_figure(begin, end)

    def _closes(self, clause: Clause, end: int) -> bool:
        """Say whether a clause ends at the semicolon behind which somebody speaks."""
        closed = self.tokens.kinds[end - 1 : end] == ";" and clause.end >= end - 1
        return closed and self.splitter.has_verb(clause.begin, clause.end)

    def _is_deed(self, clause: Clause) -> bool:
        """Say whether what stands beside an attribution is a further deed of who speaks.

        "promised an inquiry and declared three days of mourning".
        """
        begin, end, kinds = clause.begin, clause.end, self.tokens.kinds
        verb = begin
        while verb < end and kinds[verb] in "rt":
            verb += 1
        if end - begin < LEAST_REST or kinds[begin - 1] != "c" or kinds[verb : verb + 1] not in VA:
            return False
        if kinds[verb] == "a" and self.words.has("negations", self.tokens.words[verb + 1]):
            return True
        return self.splitter.has_figure(begin, end) or "N" in kinds[begin:end]

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

    def _with_subject(self, begin: int, end: int, sources: list[Range]) -> int:
        """First token of a clause with the source before it, if that is its subject."""
        kinds = self.tokens.kinds
        # "The mayor, Ada Holm, | sold nine tugs in May, saying that"
        comma = kinds[begin : begin + 1] == "," and self.splitter.has_figure(begin, end)
        verb = begin + next((len(day) for day in DAYS if kinds.startswith(day, begin)), comma)
        while verb < end and kinds[verb] == "r":
            verb += 1
        if verb < end and kinds[verb] in "va":
            return next((at for at, stop in sources if stop == begin), begin)
        return begin

    def _is_whole(self, clause: Clause, first: int) -> bool:
        """Say whether what stands beside an attribution is a clause with its own subject."""
        begin, end = clause.begin, clause.end
        if begin == first and self.words.has("contrasts", self.tokens.words[begin]):
            return self.splitter.has_verb(begin + 1, end)  # "While exports fell, (he said)"
        if end - begin < LEAST_REST:
            informs = end - begin == LEAST_REST - 1 and self.words.has(
                "subject_relatives", self.tokens.words[begin]
            )
            informs = informs and self.splitter.informs(begin, end)
            return informs or self.splitter.sizes_up(begin, end)
        if not self.splitter.has_verb(begin, end):
            return self._follows_from(begin, end)
        if self.tokens.kinds[begin - 1 : begin] == ";":
            return True
        word = self.tokens.words[begin]
        if self.words.has("relatives", word) or (
            self.tokens.kinds[max(0, begin - 1) : begin + 1] in ("ns", "Ns")
            and self.words.has("openers", word)
        ):
            return self.splitter.has_figure(begin, end) or self.splitter.informs(begin, end)
        if self.words.has("contrasts", word):
            return True
        if begin == first and self.words.has("adverbial_joints", word):
            return self.splitter.has_figure(begin, end)  # "As rents rose by 9%, (he said)"
        if self.words.has("sequels", word):
            return self.splitter.has_figure(begin, end) and self.tokens.kinds[begin + 1] in "dnN#"
        subject = begin
        while subject < end and self.tokens.kinds[subject] in "r,":
            subject += 1
        stop = next((at for at in range(subject, end) if self.tokens.kinds[at] in ",s"), end)
        if not self.splitter.has_verb(subject, stop):
            described = stop < end and self.words.has("relatives", self.tokens.words[stop])
            if described and self.splitter.tells_more(begin, stop, end):
                return True  # "a cook who left the firm in 2024", but not "who has two sons"
            close = self.tokens.kinds.find(",", stop + 1, end)
            told = self.tokens.kinds[stop + 1 : stop + 2] in ("#", "g", "v")
            told = told or self.splitter.has_figure(stop, end)
            if told and begin == first and close > 0 and self.tokens.kinds[close + 1] in "va":
                # "The study, dated 9 May, was passed to us", "Lim Mills, a baker, cut its price"
                return True
            return self.splitter.has_figure(subject, stop)
        if self.words.has("side_openers", self.tokens.words[begin]):
            return begin == first and self._leads_with_place(begin, end)
        return self.tokens.kinds[begin] in "dnN#xtr" or begin == first


def _outermost(found: list[Attribution]) -> list[Attribution]:
    """Attributions that are not themselves part of what another one brings."""
    # The end is negative so that of two with one start the longer comes first; the number keeps the
    # order of equal ones.
    covered = [
        (start, -end, number) for number, item in enumerate(found) for start, end in item.contents
    ]
    covered.sort()
    begins = [start for start, _, _ in covered]
    #: How far any of the contents up to each one reaches.
    reach = list(accumulate([-end for _, end, _ in covered], max))

    def is_inner(at: int, number: int) -> bool:
        until = bisect_right(begins, at)
        if not until or reach[until - 1] <= at:
            return False  # as most
        # Contents nest only a few deep; looking further back would find other sentences.
        near = covered[max(0, until - NESTED) : until]
        return any(at < -end and owner != number for _, end, owner in near)

    return [
        item
        for number, item in enumerate(found)
        if item.contents and not (item.cue and is_inner(item.cue[0], number))
    ]
