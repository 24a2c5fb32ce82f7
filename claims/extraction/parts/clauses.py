"""Clauses of a sentence, so that each statement stands by itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon import Lexicon
from ..tagging.flags import CONTRASTS, FRAMES, OPENS, REASONS, RELATES
from ..tagging.tokens import Tokens
from .additions import PAUSES
from .asides import SHORTEST
from .cuts import Cut
from .dashes import insets, with_commas
from .joints import SUBJECT_REACH
from .prefaces import Prefaces

SIDE_REACH = 5  # tokens between a comma and the "after" of a clause of time
PARTS = RELATES | REASONS | CONTRASTS
VERBS = frozenset("vag")
INSET = ("relative", "figure")  # how a statement between dashes may hang on what is around it
VERB_PAIRS = ("vv", "va")
OPENING = ',.;:-")'  # class letters of what may stand in front of a part, and is none of it
CLOSING = ',.;:-"(c'  # the same behind it


@dataclass(slots=True)
class Clause:
    """Tokens begin..end of one clause.

    relation: how it hangs on what stands before: main, coordinate, relative, adverbial, figure
        for a phrase that adds a figure ("260 fewer than a year before"), or denial for a sentence
        that only says that somebody denies another.
    flags: of all its words, where they have been worked out.
    subject: tokens of the subject that it shares with the clause before; None if it has its own.
    host: first token of what a figure is added to, without which it says nothing.
    gap: tokens of a relative clause inside that is a clause of its own.
    """

    begin: int
    end: int
    relation: str = "main"
    flags: int | None = None
    subject: tuple[int, int] | None = None
    host: int | None = None
    gap: tuple[int, int] | None = None

    def parts(self) -> list[tuple[int, int]]:
        """Token ranges without the gap."""
        if self.gap is None:
            return [(self.begin, self.end)]
        return [(self.begin, self.gap[0]), (self.gap[1], self.end)]


class Splitter(Prefaces):
    """Parts stretches of one document into clauses."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        super().__init__(tokens, words)
        self.insets = insets(tokens)
        if self.insets:
            self.kinds = with_commas(tokens.kinds, self.insets)

    def split(
        self, begin: int, end: int, *, said: bool = False, is_thing: bool = False
    ) -> list[Clause]:
        """Return the clauses of tokens begin..end in order; at least one if there is any token.

        said: it is what somebody said, so that "and that" goes on with it; is_thing: that begins
        with a thing ("blames a rise in rents, which").
        """
        self.said, self.is_thing = said, is_thing
        begin, end = self.trim(begin, end)
        if begin >= end:
            return []
        if self.tokens.words[begin] in self.hailing:
            begin = self._behind_hailing(begin, end)
        begin = self._behind_heading(begin, end)
        self.begin, self.flags = begin, self.tokens.flags_in(begin, end)
        framed = self.flags & FRAMES and self._may_be_framed(begin)
        if not (framed or self.flags & PARTS) and self.places.find(1, begin + 1, end - 1) < 0:
            return [Clause(begin, end, "main", self.flags)]  # as most often
        gap = self.relative_within(begin, end) if self.flags & RELATES else None
        if gap is not None and self.insets and not self._closes(*gap):
            gap = None
        relation = "relative"
        comma = self.kinds.find(",", begin, end)
        if gap is None and comma > 0 and self.kinds[comma + 1] in "dngv":
            gap, relation = self.apposition(begin, comma + 1, end), "figure"
            if gap is None and self.flags & RELATES:
                gap, relation = self.described(begin, comma + 1, end), "relative"
        if gap is None:
            return self._split(begin, end)
        rest = self._split(gap[1] + 1, end)
        if not rest:
            return self._split(begin, end)
        first = rest[0]
        opening = gap[0] - (self.kinds[gap[0] - 1] == ",")
        first.begin, first.relation, first.gap = begin, "main", (opening, gap[1] + 1)
        for clause in rest[1:]:
            if clause.subject is None and self.goes_on_acting(clause):
                clause.subject = (begin, opening)  # "Orr Mills, which ran it, left and | is gone"
        host = begin if relation == "figure" else None
        return [first, Clause(*gap, relation, None, None, host), *rest[1:]]

    def _split(self, begin: int, end: int) -> list[Clause]:
        at = begin
        if self.flags & FRAMES and self._may_be_framed(begin):
            at = self._after_opening(begin, end)
        cuts, relation = self.cuts(at, end), "main"
        held = self._held(at, end, cuts) if self.insets else []
        if at == begin and not cuts and not held:
            return [Clause(begin, end, "main", self.flags if begin == self.begin else None)]
        clauses: list[Clause] = []
        for cut in cuts:
            if cut.begin <= at:
                continue
            right = self.trim(cut.begin, end)
            if not self._stands(right, cut.relation):
                continue
            left = self.trim(at, cut.end)
            if not self._stands(left, relation) and not (
                self.is_thing and at == begin and self._belongs(cut, at)
            ):
                if clauses and relation == "relative" and cut.relation == "coordinate":
                    # "Nine were shut, four of them in Varn, and that repairs would cost 40 crowns"
                    clauses[-1].end = left[1]
                    at, relation = cut.begin, cut.relation
                continue
            joined = relation == "relative" and cut.relation == "shared"
            if joined and not self.tells_two(left, right):
                continue
            clauses.append(self._clause(left, relation, clauses))
            at, relation = cut.begin, cut.relation
        clauses.append(self._clause(self.trim(at, end), relation, clauses))
        return _parted(clauses, held) if held else clauses

    def _held(self, begin: int, end: int, cuts: list[Cut]) -> list[tuple[int, int, str]]:
        """What is told between two dashes inside a clause, "in the hall — which was full — and",
        and how it hangs on that. What interrupts a clause does not end it: their cuts are dropped.
        """
        held = []
        for opening, closing in self.insets:
            if not begin < opening or not closing + 1 < end:
                continue
            behind = next((cut for cut in cuts if cut.end == closing + 1), None)
            if behind is not None and not self.tokens.words[behind.begin].endswith(self.gerunds):
                continue  # a clause begins behind them
            inner = [cut for cut in cuts if opening < cut.begin <= closing]
            for cut in inner if behind is None else [*inner, behind]:
                cuts.remove(cut)
            if inner and inner[0].begin == opening + 1 and inner[0].relation in INSET:
                held.append((opening, closing, inner[0].relation))
        return held

    def _closes(self, begin: int, end: int) -> bool:
        """Say whether a clause behind a dash goes as far as the dash that belongs to that."""
        return all(opening + 1 != begin or closing == end for opening, closing in self.insets)

    def _belongs(self, cut: Cut, at: int) -> bool:
        """Say whether what is behind a cut belongs to a thing, or to a figure, that begins at a
        token; not where it is what somebody is charged with."""
        if at and self._is("charging", at - 1) and self._is("charge_marks", cut.begin):
            return False
        counted = cut.relation == "figure" and self.has_figure(at, cut.end)
        return cut.relation == "relative" or counted

    def trim(self, begin: int, end: int) -> tuple[int, int]:
        """A token range without the pauses around it and a conjunction at its end."""
        kinds = self.kinds
        while begin < end and kinds[begin] in OPENING:
            begin += 1
        while end > begin:
            kind = kinds[end - 1]
            if kind not in CLOSING and not (kind in ")s" and self._dangles(begin, end - 1)):
                break
            end -= 1
        return begin, end

    def _dangles(self, begin: int, at: int) -> bool:
        """Say whether a bracket at the end closes none, or an "as" has nothing behind it."""
        if self.kinds[at] == ")":
            return "(" not in self.kinds[begin:at]
        return self._is("adverbial_joints", at)

    def _behind_marks(self, begin: int, end: int) -> int:
        """First token that is no pause."""
        while begin < end and self.kinds[begin] in OPENING:
            begin += 1
        return begin

    def without_opener(self, begin: int, end: int) -> int:
        """First token after the "that" or "because" which opens a reported statement.

        Also behind "and", with which a second part begins: "A, he said, and B".
        """
        if begin and self.kinds[begin - 1] == ":":
            return begin  # "She writes: That figure leaves out the railways."
        at = self._behind_marks(begin, end)
        if at + SHORTEST < end and self.kinds[at] == "c" and self._is("splitting", at):
            begin = at + 1
        bits = self.tokens.flags[begin] if begin < end else 0
        if bits & REASONS and self._is_reason(begin, end):
            return begin + 1
        if not bits & OPENS:
            return begin  # as most
        word = self.tokens.words[begin]
        if self.kinds[begin + 1 : begin + 2] == "a" and self.words.has("pronouns.indefinite", word):
            return begin  # "said that was a lie": a pronoun
        if self._is_thing_said(begin + 1, end):
            return begin  # "said that statement is false"
        if self.tokens.tagged and self.kinds[begin] == "d":
            # "disputed that version of events": it belongs to the noun.
            pause = next((at for at in range(begin, end) if self.kinds[at] in PAUSES), end)
            noun = self.kinds[begin + 1 : pause]
            if noun and not noun.strip("nN#pd"):
                return begin
        return self._behind_marks(begin + 1, end)

    def _is_thing_said(self, at: int, end: int) -> bool:
        """Say whether a noun for what others say stands behind a "that": "that claim is false"."""
        if at + 1 >= end or self.kinds[at + 1] not in "av":
            return False
        word = self.tokens.words[at]
        said = word in self.words.nouns or self.words.has("rebutted_nouns", word)
        return said and not word.endswith("s")

    def adds(self, begin: int, end: int) -> bool:
        """Say whether a noun phrase adds a statement of its own: a figure or a relative clause."""
        return self.has_figure(begin, end) or self.has_verb(begin, end)

    # --- parts -----------------------------------------------------------------------------
    def _stands(self, span: tuple[int, int], relation: str) -> bool:
        """Say whether a part has words and a verb enough; a figure needs no verb."""
        begin, end = span
        counts = self.kinds[begin : begin + 1] == "#"  # "and 400 left"
        if self.tokens.size(begin, end) < SHORTEST - counts:
            return False
        return relation == "figure" or not VERBS.isdisjoint(self.kinds[begin:end])

    def _clause(self, span: tuple[int, int], relation: str, before: list[Clause]) -> Clause:
        subject = host = None
        if relation == "shared":
            relation = "coordinate"
            whole = [clause for clause in before if clause.relation != "figure"]
            if whole:
                subject = self._last_subject(whole[-1])
            if subject is not None and self.kinds[span[0]] == "g":
                subject = (subject[0], self._past_helpers(subject[1]))
        elif relation == "figure" and before:
            last = before[-1]  # "killing 13, | with four of them hurt": of what both are added to
            chained = last.relation == "figure" and last.host is not None
            host = last.host if chained else last.begin
        return Clause(span[0], span[1], relation, None, subject, host)

    def _past_helpers(self, at: int) -> int:
        """First token behind "had" and "has been", which a further participle shares."""
        while self.kinds[at : at + 1] in ("a", "r"):
            at += 1
        return at

    def goes_on_acting(self, clause: Clause) -> bool:
        """Say whether a clause behind a conjunction begins with its verb."""
        at = clause.begin
        while at < clause.end and self.kinds[at] == "r":
            at += 1
        joins = clause.relation == "coordinate" and self.kinds[clause.begin - 1] == "c"
        return joins and self.kinds[at : at + 1] in ("v", "a", "g")

    def shared_subject(self, before: Clause, clause: Clause) -> tuple[int, int] | None:
        """Subject of a clause behind who says it, if it has none: "A fell, he said, and rose"."""
        at = clause.begin
        while at < clause.end and self.kinds[at] in "cr":
            at += 1
        return self._last_subject(before) if self.kinds[at : at + 1] in ("v", "a") else None

    def _last_subject(self, before: Clause) -> tuple[int, int] | None:
        """Subject that a verb behind a clause shares: "A left, a day after B fell and | hurt C"."""
        comma = self.kinds.rfind(",", before.begin, before.end)
        for at in range(comma + 1, min(comma + SIDE_REACH, before.end) if comma > 0 else 0):
            if self._is("adverbial_joints", at) or self._is("sequels", at):
                verb = next((v for v in range(at + 2, before.end) if self.kinds[v] in VERBS), None)
                return (at + 1, verb) if verb is not None else None
        if before.subject is not None:
            return before.subject
        dash = self.kinds.rfind("-", before.begin, before.end)
        apart = dash > 0 and not self._is_hyphen(dash)
        if apart and self.kinds[dash + 1] in "dnNx" and self.has_verb(dash + 1, before.end):
            return self._subject(dash + 1, before.end)  # "She is ill — they saw her and | told us"
        return self._subject(before.begin, before.end)

    def _subject(self, begin: int, end: int) -> tuple[int, int] | None:
        """Tokens before the first verb of a clause, if they read like a subject."""
        begin = self.main_behind(begin, end)
        # Without a tagger a plural may be read for a verb: "Prices rose".
        verb = begin + self.kinds.startswith(VERB_PAIRS, begin)
        while verb < end and self.kinds[verb] not in "va":
            verb += 1
        while verb > begin and self.kinds[verb - 1] in 'r,"':
            verb -= 1
        return (begin, verb) if begin < verb < end and verb - begin <= SUBJECT_REACH else None


def _parted(clauses: list[Clause], held: list[tuple[int, int, str]]) -> list[Clause]:
    """The clauses, and those between dashes, which they go on behind."""
    made: list[Clause] = []
    for clause in clauses:
        made.append(clause)
        for opening, closing, relation in held:
            if clause.begin < opening and closing < clause.end and clause.gap is None:
                clause.gap, clause.flags = (opening, closing + 1), None
                host = clause.begin if relation == "figure" else None
                made.append(Clause(opening + 1, closing, relation, host=host))
    return made
