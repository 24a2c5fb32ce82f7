"""Clauses of the article beside what somebody says: "Rents rose by 9%, Orr said, and"."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon import Lexicon
from ..tagging.flags import ENDS_IN_ED
from ..tagging.tokens import Tokens
from .behind_tags import figure_behind
from .clauses import Clause, Splitter
from .rests import Range, before_apposition, before_opening, before_time, uncovered
from .source_ends import counts_on, past_place

JOINTS = "psc"  # class letters of words that tie a clause to what somebody says
NO_WORDS = ',.;:-"()c'  # class letters of what states nothing by itself
DAYS = ("pt", "t")  # class letters of "on Monday", "Monday"
PAUSED_DAYS = tuple(day + "," for day in DAYS)
VA = ("v", "a")
OWN = "dnN#xtr"  # class letters of what a clause with a subject of its own begins with
LEAST = 5  # tokens that can state something by themselves


class Beside:
    """Finds what the sentences of one document state that no attribution covers."""

    def __init__(self, tokens: Tokens, words: Lexicon, splitter: Splitter):
        self.tokens, self.words, self.splitter = tokens, words, splitter

    def clauses(
        self, first: int, last: int, taken: list[Range], sources: list[Range], *, is_spoken: bool
    ) -> Iterator[Clause]:
        """Clauses of tokens first..last that none of the ranges covers.

        sources: who speaks there; one that also leads a clause of the article ("X left but said
        ...") belongs to that clause. is_spoken: the sentence is part of a speech.
        """
        kinds = self.tokens.kinds
        for left, right in uncovered(first, last, taken):
            if right - left == 1 and kinds[left] in NO_WORDS:
                continue  # mostly the full stop
            if taken and (figure := figure_behind(self.splitter, first, left, right, sources)):
                yield figure
                left = figure.end
            begin, end = self._told(self._with_subject(left, right, sources), right, last)
            counted = is_spoken and self.splitter.has_figure(begin, end)
            short = end - begin < LEAST and kinds[end - 1] != ";" and not counted
            if short and not self._follows_from(begin, end):
                continue  # none of the rules below would keep it
            kept = False
            for clause in self.splitter.split(past_place(self.splitter, begin, end), end):
                # A figure added to a statement goes with it.
                goes_on = clause.relation == "figure" or counts_on(self.splitter, clause)
                goes_on = goes_on or (clause.relation == "coordinate" and self._acts(clause))
                kept = (kept and goes_on) or self._is_whole(clause, first)
                kept = kept or self._closes(clause, end) or (counted and self._counts(clause))
                if self._only_joins(clause.begin, first):
                    clause.begin, clause.flags = clause.begin + 1, None  # "after profit fell by 4%"
                if not kept:
                    if not self._is_deed(clause):
                        continue
                    clause.subject = next((span for span in sources if span[1] <= left), None)
                elif clause.begin > first and self._follows_from(clause.begin, clause.end):
                    clause.relation, clause.host = "figure", first
                yield clause

    def _acts(self, clause: Clause) -> bool:
        """Say whether a short clause goes on with a list of them: ", two doors were locked"."""
        begin, kinds = clause.begin, self.tokens.kinds
        own = kinds[begin] in "dn#" and kinds[begin + 1] not in "va,"
        return own and self.splitter.has_verb(begin + 1, clause.end)

    def _with_subject(self, begin: int, end: int, sources: list[Range]) -> int:
        """First token of a clause with the source before it, if that is its subject."""
        kinds = self.tokens.kinds
        # "The mayor, Ada Holm, | sold nine tugs in May, saying that"
        comma = kinds[begin : begin + 1] == "," and (
            self.splitter.has_figure(begin, end)
            or any(stop == begin and "," in kinds[at:stop] for at, stop in sources)
        )
        verb = begin + next((len(day) for day in DAYS if kinds.startswith(day, begin)), comma)
        while verb < end and kinds[verb] == "r":
            verb += 1
        if verb < end and kinds[verb] in "va":
            return next((at for at, stop in sources if stop == begin), begin)
        return begin

    def _told(self, begin: int, end: int, last: int) -> Range:
        """A stretch of a sentence without what belongs to who speaks in front of it or behind."""
        tokens, kinds = self.tokens, self.tokens.kinds
        if begin < end - 2 and end < last and self.splitter.is_done_by(end - 2):
            return begin, begin  # "Research conducted by | the port council shows"
        if (
            end < last
            and kinds[end - 1] == "v"
            and self.words.has("question_words", tokens.words[end])
        ):
            return begin, begin  # "Orr condemned | what he called a lie"
        if end < last and end - begin > LEAST:
            end = before_opening(tokens, begin, end, self.words)
        if end < last and self._only_comes(begin, end - 1):
            return begin, begin
        while end < last and begin < end and kinds[end - 1] in JOINTS:
            end -= 1  # "they met after | the strike began, he said"
            end = before_time(tokens, begin, end, self.words)
            while end > begin + 1 and self.words.has("nearness", tokens.words[end - 1]):
                end -= 1  # "they met on Friday, shortly after"
        if end < last and kinds[end - 2 : end] == "cv" and kinds[end] == "p":
            end -= 2  # "spoke in Varn on Monday | and began by saying"
        if end < last and end - begin > LEAST:
            end = before_apposition(tokens, begin, end)
        while begin < end and kinds[begin] in "c,":
            # An age behind the name of who speaks is no part of what is told of them.
            begin += 2 if kinds.startswith(",#,", begin) else 1
        for day in PAUSED_DAYS:
            if kinds.startswith(day, begin):
                begin += len(day)  # "the miner said on Monday, | sending shares down 6%"
        return begin, end

    def _only_comes(self, begin: int, joint: int) -> bool:
        """Say whether a stretch only tells how long after what somebody says a thing came: "The row
        came just three days | after"."""
        tokens, kinds, at = self.tokens, self.tokens.kinds, joint
        joins = begin < joint and kinds[joint] == "s"
        if not joins or not self.words.has("tag_times", tokens.words[joint - 1]):
            return False
        while at > begin and kinds[at - 1] in "dnr#":
            at -= 1
        return at > begin and self.words.has("coming", tokens.words[at - 1])

    # --- whether it is a statement -----------------------------------------------------------
    def _is_whole(self, clause: Clause, first: int) -> bool:
        """Say whether what stands beside an attribution is a clause with its own subject."""
        begin, end, split, kinds = clause.begin, clause.end, self.splitter, self.tokens.kinds
        if begin == first and self.words.has("contrasts", self.tokens.words[begin]):
            return split.has_verb(begin + 1, end)  # "While exports fell, (he said)"
        if end - begin < LEAST:
            return self._informs_briefly(begin, end) or self._follows_from(begin, end)
        if not split.has_verb(begin, end):
            return self._follows_from(begin, end)
        if kinds[begin - 1 : begin] == ";":
            return True
        told = self._told_by_opener(begin, end, first)
        if told is not None:
            return told
        subject = begin
        while subject < end and kinds[subject] in "r,":
            subject += 1
        stop = next((at for at in range(subject, end) if kinds[at] in ",s"), end)
        if not split.has_verb(subject, stop):
            return self._describes_subject(begin, subject, stop, end, first)
        if self.words.has("side_openers", self.tokens.words[begin]):
            return begin == first and self._leads_with_place(begin, end)
        return kinds[begin] in OWN or begin == first

    def _informs_briefly(self, begin: int, end: int) -> bool:
        """Say whether a short relative clause states something: "which has 9,000 members"."""
        relative = end - begin == LEAST - 1 and self.words.has(
            "subject_relatives", self.tokens.words[begin]
        )
        return (relative and self.splitter.informs(begin, end)) or self.splitter.sizes_up(
            begin, end
        )

    def _told_by_opener(self, begin: int, end: int, first: int) -> bool | None:
        """Whether a clause states something, if its first word tells; None where it does not."""
        split, words, kinds = self.splitter, self.words, self.tokens.kinds
        word = self.tokens.words[begin]
        tied = kinds[max(0, begin - 1) : begin + 1] in ("ns", "Ns")
        if words.has("relatives", word) or (tied and words.has("openers", word)):
            return split.has_figure(begin, end) or split.informs(begin, end)
        if words.has("contrasts", word):
            return True
        if begin == first and words.has("adverbial_joints", word):
            return split.has_figure(begin, end)  # "As rents rose by 9%, (he said)"
        if words.has("sequels", word):
            return split.has_figure(begin, end) and kinds[begin + 1] in "dnN#"
        return None

    def _describes_subject(self, begin: int, subject: int, stop: int, end: int, first: int) -> bool:
        """Say whether a statement is made by what is told of a subject, up to its verb.

        stop: token behind the subject.
        """
        split, kinds = self.splitter, self.tokens.kinds
        described = stop < end and self.words.has("relatives", self.tokens.words[stop])
        if described and split.tells_more(begin, stop, end):
            return True  # "a cook who left the firm in 2024", but not "who has two sons"
        close = kinds.find(",", stop + 1, end)
        told = kinds[stop + 1 : stop + 2] in ("#", "g", "v") or split.has_figure(stop, end)
        verb = close + 1 + (close > 0 and kinds[close + 1] == "r")
        if begin == first and close > 0 and kinds[verb] in "va":
            # "The study, dated 9 May, was passed to us", "Lim Mills, a baker, cut its price",
            # "Ada Holm, the mayor, then spoke in Lim"
            told = told or not {"N", "t", "#"}.isdisjoint(kinds[verb:end])
            if told:
                return True
        if kinds[begin] == "p" and not self._is_counted(subject, stop):
            return False  # "under Article 21 of the charter, which"
        return split.has_figure(subject, stop)

    def _is_counted(self, begin: int, end: int) -> bool:
        """Say whether a figure stands among the tokens that is no part of a name."""
        kinds = self.tokens.kinds
        return any(
            (kinds[at] == "#" and kinds[at - 1] != "N")
            or self.tokens.words[at] in self.splitter.numerals
            for at in range(begin, end)
        )

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
        # Not "saying that nine", but "leaving 40 homeless".
        told = word in self.words.cues and kinds[begin + 1] != "#"
        told = told or self.words.has("speech_tails", word)
        return comma and not told and self.splitter.has_figure(begin, end)

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
        acts = kinds[verb : verb + 1] in VA
        acts = acts or (kinds[verb] == "g" and self.tokens.flags[verb] & ENDS_IN_ED > 0)
        if end - begin < LEAST or kinds[begin - 1] != "c" or not acts:
            return False
        if kinds[verb] == "a" and self.words.has("negations", self.tokens.words[verb + 1]):
            return True
        return self.splitter.has_figure(begin, end) or "N" in kinds[begin:end]
