"""What a statement lacks of a sentence, so that more of the text has to be taken along."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..tagging.flags import REASONS
from ..tagging.tokens import Tokens
from .statements import Statement

#: Tables of words that open a side clause.
JOINTS = ("relatives", "openers", "adverbial_joints", "reasons", "sequels", "conditions")
TAIL = 4  # tokens at the end of a statement in which a relative is left alone
HEAD = 3  # tokens at its start in which a relative stands: "five of which"
ENDS = ".;"  # class letters of what ends a sentence; "" at the end of a text is in them, too
MARKS = ENDS + ',":-()'  # and of what may stand behind one


class Gaps:
    """Tells whether words of one document are a sentence."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words
        self.relatives = words.table("relatives")
        self.infinitive_marks = words.table("infinitive_marks")
        self.wholes = words.table("partitive_relatives")
        self.joints = any_of(words.code, *JOINTS) - words.table("quoting_marks")
        self.gerunds = tuple(words.table("gerund_endings"))

    def is_open(self, statement: Statement, quotation: str, *, filled: bool) -> bool:
        """Say whether a statement is no sentence.

        quotation: a key of records.QUOTATIONS. filled: what its first word stands for is known.
        """
        tokens, begin, end = self.tokens, statement.begin, statement.end
        follows = tokens.kinds[end : end + 1]
        if tokens.flags[end - 1] & REASONS:
            return True  # "closed, because, she says, there are too few nurses"
        if follows not in ENDS and self._is_cut_off(end, follows):
            return True
        if quotation != "direct" and not filled and self.is_phrase(statement):
            return True
        if begin == tokens.spans[statement.sentence][0]:
            return follows == "," and self._awaits_verb(begin, end)
        if statement.clause.relation == "denial":
            return tokens.kinds[begin - 1] == "," and tokens.kinds[begin] == "d"
        return self._hangs(statement, filled=filled) or self._lacks_verb(statement, quotation)

    def _hangs(self, statement: Statement, *, filled: bool) -> bool:
        """Say whether a statement, or what it is added to, hangs on words before it."""
        host = statement.clause.host
        if host is None:
            return not filled and self._leads_with_relative(statement.begin)
        if self._leads_with_relative(host) or self._parts_subject(statement.end):
            return True
        cue = statement.attribution.cue if statement.attribution is not None else None
        starts = self.tokens.starts  # "It was, he said, paid well, | earning 9 crowns"
        return cue is not None and starts[host] < cue[0] < starts[statement.begin]

    def _lacks_verb(self, statement: Statement, quotation: str) -> bool:
        """Say whether a statement has no verb, or one without a subject."""
        tokens, clause = self.tokens, statement.clause
        if not tokens.verbs_known or not (tokens.tagged or clause.host is not None):
            return False  # a guess is no ground to look for a sentence
        if clause.subject is None and quotation != "direct":
            leads = statement.begin if clause.host is None else clause.host
            if self._lacks_subject(leads, statement.end):
                return True
        return tokens.tagged and (self._describes(statement) or not self.states(statement))

    def _describes(self, statement: Statement) -> bool:
        """Say whether words only tell who somebody is, or who says something.

        "a teacher who was on her way", "she said, was an officer".
        """
        tokens, (begin, end) = self.tokens, statement.parts[0]
        kinds = tokens.kinds
        if kinds.startswith("xv,", begin) and tokens.words[begin + 1] in self.words.cues:
            return True
        relative = kinds.find("s", begin, end)
        if relative < 0 or kinds[begin - 1] != "," or kinds[begin] != "d":
            return False
        verbs = [
            at
            for at in range(begin, end)
            if kinds[at] == "v" or (kinds[at] == "a" and kinds[at - 1] != "a")
        ]
        return len(verbs) == 1 and verbs[0] > relative and tokens.words[relative] in self.relatives

    def is_phrase(self, statement: Statement) -> bool:
        """Say whether the only verb stands in a side clause: "reports that 40 men left", "When the
        mill failed", "why she left"."""
        tokens, clause, kinds = self.tokens, statement.clause, self.tokens.kinds
        begin, end = statement.begin, statement.end
        if not tokens.tagged or tokens.words[begin] in self.relatives:
            return False
        if len(statement.parts) > 1 or clause.subject is not None or clause.host is not None:
            return False
        if self.words.has("asked_manners", tokens.words[begin]):
            return True
        inside = begin > tokens.spans[statement.sentence][0]
        if inside and kinds[begin] == "s" and self.words.has("openers", tokens.words[begin]):
            return True  # "a fund | that bought it"
        joint = kinds.find("s", begin, end)
        while joint > 0 and tokens.words[joint] not in self.joints:
            joint = kinds.find("s", joint + 1, end)
        if joint < 0 or self._verbs(begin, joint, leads=True):
            return False
        pause = kinds.find(",", joint, end)
        if joint == begin and pause > 0 and not self._verbs(joint, pause, leads=True):
            return False  # "After some delays, the work has begun"
        return self._verbs(joint, end, leads=joint == begin) == 1

    def _verbs(self, begin: int, end: int, *, leads: bool) -> int:
        """How many verbs stand among tokens, but for one of saying with a clause behind it.

        leads: the side clause stands first, and what is said there is said in the main clause.
        """
        tokens, kinds, count, at = self.tokens, self.tokens.kinds, 0, begin
        while at < end:
            stop = at
            while stop < end and kinds[stop] in "ar":
                stop += 1
            done = stop < end and kinds[stop] in "vg"
            lone = at == stop
            if lone and (not done or tokens.words[stop].endswith(self.gerunds)):
                at += 1
                continue
            stop += done
            to = tokens.words[at] in self.infinitive_marks
            told = lone and not (leads or count) and kinds[stop : stop + 1] in ("d", "N", "x", "s")
            told = told and tokens.words[at] in self.words.cues
            count += (done or "a" in kinds[at:stop]) and not (to or told)
            at = stop
        return count

    def _awaits_verb(self, begin: int, end: int) -> bool:
        """Say whether a verb follows a subject and what is told of it: "Ann, who left, | said"."""
        kinds = self.tokens.kinds
        if kinds[end + 1 : end + 2] not in ("v", "a"):
            return False
        comma = kinds.find(",", begin, end)
        verb = next((at for at in range(begin, end) if kinds[at] in "va"), end)
        return 0 < comma < verb and "s" in kinds[comma:verb]

    def _parts_subject(self, end: int) -> bool:
        """Say whether a verb follows what stands between commas: "Orr Mills, the yard, | sold"."""
        tokens = self.tokens
        if tokens.kinds[end : end + 1] not in (",", "-") or end + 1 >= len(tokens.kinds):
            return False
        at = end + 1
        while tokens.kinds[at] == "r" and at + 1 < len(tokens.kinds):
            at += 1  # "Orr Mills, sold in May, | now owns"
        kind, word = tokens.kinds[at], tokens.words[at]
        guessed = kind == "g" and not tokens.tagged and not word.endswith(self.gerunds)
        return kind in "va" or guessed

    def _lacks_subject(self, at: int, end: int) -> bool:
        """Say whether a verb stands first: "the spring that | fed her pasture"."""
        tokens = self.tokens
        while tokens.kinds[at] == "r" and at + 1 < len(tokens.kinds):
            at += 1
        kind, word = tokens.kinds[at], tokens.words[at]
        if kind == "g":
            # "missing the 2.3 billion", "built for 420 men", but "spending on ships fell"
            joint = tokens.kinds.find("s", at, end)
            stop = joint if joint > at else end
            tied = tokens.kinds[at + 1 : at + 2] == "p"
            leads = tokens.has_verb(at + 1, stop, self.words) or (
                tied and self.has_verb(at + 1, stop, shared=False)
            )
            return not (leads and word.endswith(self.gerunds))
        if kind == "a":
            return self.words.has("finite_auxiliaries", word) and tokens.kinds[at + 1] in "vgar"
        noun = word in self.words.bases or (
            word[-1] == "s" and tokens.kinds[at + 1 : at + 2] in ("p", "n", "N")
        )
        return kind == "v" and not noun

    def _leads_with_relative(self, begin: int) -> bool:
        words, kinds = self.tokens.words, self.tokens.kinds
        if words[begin] in self.relatives:
            return True
        of = kinds.find("p", begin, min(begin + HEAD, len(kinds) - 1))
        if of < 0:
            return False
        # "excerpts of which", "most of it lent by", but "one of them was"
        follows = words[of + 1]
        if follows in self.relatives:
            return True
        if follows not in self.wholes or kinds[begin - 1] != ",":
            return False  # as most
        done = self.words.has_any("agent_marks", words[of + 3 : of + 4])
        return done or kinds[of + 2 : of + 3] not in ("v", "a", "r")

    def tells(self, statement: Statement) -> bool:
        """Say whether a statement has a verb of its own, outside side clauses."""
        return self.states(statement) and not self.is_phrase(statement)

    def states(self, statement: Statement) -> bool:
        """Say whether a finite verb stands in a statement, or a past form that may be one."""
        clause, ranges = statement.clause, [*statement.parts]
        if clause.host is not None and clause.subject is None:
            ranges.append((clause.host, statement.begin))
        shared = clause.subject is not None
        return any(self.has_verb(begin, end, shared=shared) for begin, end in ranges)

    def has_verb(self, begin: int, end: int, *, shared: bool) -> bool:
        """shared: the subject, and with it a helper verb, stand somewhere else."""
        tokens, kinds = self.tokens, self.tokens.kinds
        for at in range(begin, end):
            if kinds[at] == "v" or kinds[at] == "a":
                finite = kinds[at] == "v" or self.words.has("finite_auxiliaries", tokens.words[at])
                if finite and tokens.words[at - 1] not in self.infinitive_marks:
                    return True
            elif kinds[at] == "g":
                past = not tokens.words[at].endswith(self.gerunds)
                past = past and self.words.verbs.get(tokens.words[at]) is not False
                if shared or (past and at > begin and kinds[at - 1] in "nN#r"):
                    return True
        return shared and "a" in kinds[begin:end]

    def _is_cut_off(self, end: int, follows: str) -> bool:
        """Say whether words end with what asks for more: "87 days on which", "likes to".

        follows: class letter of what stands behind them.
        """
        tokens = self.tokens
        timed = follows == "s" and self.words.has("sequels", tokens.words[end])
        if timed and self.words.has("tag_times", tokens.words[end - 1]):
            return True  # "comes only days | after 40 men left"
        asks = tokens.kinds[end - 1] in "dcs"
        if follows not in MARKS and (asks or tokens.words[end - 1] in self.infinitive_marks):
            return True
        for at in range(max(0, end - TAIL), end):
            relative = tokens.kinds[at] == "s" and tokens.words[at] in self.relatives
            if relative and not tokens.has_verb(at, end, self.words):
                return "g" not in tokens.kinds[at:end]
        return False
