"""What a statement lacks of a sentence, so that more of the text has to be taken along."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.flags import REASONS
from ..tagging.tokens import Tokens
from .statements import Statement

TAIL = 4  # tokens at the end of a statement in which a relative is left alone
HEAD = 3  # tokens at its start in which a relative stands: "five of which"
ENDS = ".;"  # class letters of what ends a sentence; "" at the end of a text is in them, too
MARKS = ENDS + ',":-()'  # and of what may stand behind one


class Gaps:
    """Tells whether words of one document are a sentence."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words
        self.relatives = words.table("relatives")
        self.gerunds = tuple(words.table("gerund_endings"))

    def is_open(self, statement: Statement, quotation: str, *, filled: bool) -> bool:
        """Say whether a statement is no sentence.

        quotation: a key of records.QUOTATIONS. filled: what its first word stands for is known.
        """
        begin, first = statement.begin, self.tokens.spans[statement.sentence][0]
        if self._is_cut_off(statement.end):
            return True
        if statement.clause.relation == "denial" or begin == first:
            return False
        if not filled and self._leads_with_relative(begin):
            return True
        if not self.tokens.verbs_known or not self.tokens.tagged:
            return False
        if (
            statement.clause.subject is None
            and quotation != "direct"
            and self._lacks_subject(begin)
        ):
            return True
        return not self._states(statement)

    def _lacks_subject(self, at: int) -> bool:
        """Say whether a verb stands first: "the spring that | fed her pasture"."""
        tokens = self.tokens
        while tokens.kinds[at] == "r" and at + 1 < len(tokens.kinds):
            at += 1
        word = tokens.words[at]
        noun = word in self.words.bases or (
            word[-1] == "s" and tokens.kinds[at + 1 : at + 2] in ("p", "n", "N")
        )
        return tokens.kinds[at] == "v" and not noun

    def _leads_with_relative(self, begin: int) -> bool:
        return not self.relatives.isdisjoint(self.tokens.words[begin : begin + HEAD]) and (
            self.tokens.words[begin] in self.relatives
            or "p" in self.tokens.kinds[begin : begin + 2]
        )

    def _states(self, statement: Statement) -> bool:
        """Say whether a finite verb stands in a statement, or a past form that may be one."""
        tokens = self.tokens
        begins = statement.clause.host or statement.begin
        if statement.clause.subject is not None:
            begins = statement.clause.subject[0]
        for begin, end in ((begins, statement.begin), *statement.parts):
            if tokens.has_verb(begin, end, self.words):
                return True
            for at in range(begin, end):
                past = tokens.kinds[at] == "g" and not tokens.words[at].endswith(self.gerunds)
                if past and at > begin and tokens.kinds[at - 1] in "nN#r":
                    return True
        return False

    def _is_cut_off(self, end: int) -> bool:
        """Say whether words end with what asks for more: "87 days on which", "likes to"."""
        tokens = self.tokens
        follows = tokens.kinds[end : end + 1]
        if tokens.flags[end - 1] & REASONS:
            return True  # "closed, because, she says, there are too few nurses"
        if follows in ENDS:
            return False  # as most
        asks = tokens.kinds[end - 1] in "dcs"
        if follows not in MARKS and (
            asks or self.words.has("infinitive_marks", tokens.words[end - 1])
        ):
            return True
        for at in range(max(0, end - TAIL), end):
            relative = tokens.kinds[at] == "s" and tokens.words[at] in self.relatives
            if relative and not tokens.has_verb(at, end, self.words):
                return "g" not in tokens.kinds[at:end]
        return False
