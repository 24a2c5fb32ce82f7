"""What is set in front of a statement: whom a speaker turns to, a remark, "We know that"."""

from __future__ import annotations

from ..attribution.denial_words import find_denial
from ..lexicon import Lexicon
from ..lexicon.together import first_words_of
from ..tagging.flags import FIRST_PERSON, FRAMES, NEGATES, OPENS
from ..tagging.tokens import Tokens
from .cuts import Cuts
from .joints import SUBJECT_REACH

FRAME_REACH = 12  # tokens of a clause that brings a statement up
HAILING = 6  # tokens of "Members of the assembly,"
HEADING = 6  # tokens of "Among its other failings:"
HAILED = ("addressed", "hailings", "interjections")  # tables of such phrases
CLEFT_REACH = 20  # tokens of "What I said, and it is on the record, is that"


class Prefaces(Cuts):
    """Tells in one stretch of a document where the statement begins."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        super().__init__(tokens, words)
        #: First words of what a speaker turns to somebody with.
        self.hailing = first_words_of(words.code, *HAILED)

    def _behind_hailing(self, begin: int, end: int) -> int:
        """First token behind whom a speaker turns to, or a word that fills a pause: "Mr Speaker, |
        rents fell", "Well, | they rose"."""
        words = self.tokens.words
        comma = self.kinds.find(",", begin + 1, min(end, begin + HAILING))
        if comma < 0 or not self.has_verb(comma + 1, end):
            return begin
        hailed = " ".join(words[begin:comma])
        known = any(self.words.has(table, hailed) for table in HAILED)
        starts = self.kinds[comma + 1] in "xdrtp#" or words[comma + 1] in self.numerals
        starts = starts or self.words.has("addressed", hailed)
        return comma + 1 if known and starts else begin

    def _behind_heading(self, begin: int, end: int) -> int:
        """First token behind a heading without a verb in the same line: "Background: | The ports
        have", "The result: | rents rose"; not behind a name or a time."""
        kinds = self.kinds
        colon = kinds.find(":", begin + 1, min(end, begin + HEADING))
        if colon < 0:
            return begin  # as mostly
        at, head = colon + 1, kinds[begin:colon]
        asks = self._is("question_words", begin)  # "Why it matters: | The bank holds"
        asks = asks and self.tokens.text[self.tokens.starts[at]].isupper()
        if not asks and (head.strip("dnNpr,") or "n" not in head):
            return begin
        if kinds[at] not in "dnN#xp":
            return begin
        stop = next((place for place in range(at, end) if kinds[place] in "s,;"), end)
        return at if self.has_verb(at, stop) else begin

    def _may_be_framed(self, begin: int) -> bool:
        """Say whether something may be set before the statement from a token on: a remark that
        opens there ("To be fair"), or a clause with "that" ("We know that")."""
        return bool(self.flags & OPENS or self.tokens.flags[begin] & FRAMES)

    def _after_opening(self, begin: int, end: int) -> int:
        """First token after what is set before the statement ("To be fair, ...")."""
        at = self._after_frame(begin, end) if self.flags & OPENS else begin
        if at > begin:
            return at
        if not self._is("remark_openers", begin):
            return begin
        for index in range(begin + 1, min(end, begin + SUBJECT_REACH)):
            if self.kinds[index] == "," and self.has_verb(index + 1, end):
                return index + 1
        return begin

    def _after_frame(self, begin: int, end: int) -> int:
        """First token after a clause that only brings the statement up ("We know that")."""
        flags, words, heads = self.tokens.flags, self.tokens.words, False
        if self._is("cleft_openers", begin) and flags[begin + 1] & FIRST_PERSON:
            return self._after_cleft(begin, end)
        for index in range(begin, min(end, begin + FRAME_REACH)):
            if self.kinds[index] in 'N#;:"' or words[index] in self.numerals:
                return begin
            if flags[index] & OPENS:
                states = heads and self.has_verb(index + 1, end) and self.has_verb(begin, index)
                return index + 1 if states and not self._withholds(begin, index) else begin
            heads = heads or (flags[index] & FRAMES > 0 and self._is("frame_heads", index))
        return begin

    def _after_cleft(self, begin: int, end: int) -> int:
        """First token after "What I said is that", whatever stands between commas in it."""
        for index in range(begin + 3, min(end, begin + CLEFT_REACH)):
            if self.tokens.flags[index] & OPENS and self._is("passive_auxiliaries", index - 1):
                return index + 1 if self.has_verb(index + 1, end) else begin
        return begin

    def _withholds(self, begin: int, end: int) -> bool:
        """Say whether a clause that brings a statement up does not state it: "it is not clear that
        C". "It is no secret that C" does; "he said it was not true that C" is a denial of C."""
        if not self.tokens.flags_in(begin, end) & NEGATES:
            return False
        words = self.tokens.words
        if self._is("open_secrets", end - 1):
            return False
        return not (self.said and find_denial(words[begin:end], self.words))
