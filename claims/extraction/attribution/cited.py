"""Whom "according to" cites: a source with what is told of it, and who made a paper."""

from __future__ import annotations

from . import Span
from .between import past_day
from .phrases_behind import phrase_after, run_on
from .site_reader import SiteReader
from .view import View

MAKER_REACH = 7  # tokens between what was done to a paper and by whom
DONE = ("nn", "ng", "Nn", "Ng")  # class letters of a paper and what was done to it
PARTS = (",dnps", ",nps")  # class letters of ", a copy of which"
TOLD = ("gp", "vp", "gt", "vt", "g#", "v#")  # class letters of "seen by", "dated 3 May"


class CitedReader(SiteReader):
    """Reads S in "according to S"."""

    def _cited(
        self, index: int, stop: int, first: int, last: int
    ) -> tuple[Span, Span | None] | None:
        """Token range of a source with its description, and of who is named by it, if another.

        index..stop: the set phrase in front of it; first..last: the sentence.
        """
        named = self._behind_phrase(stop, last)
        if named is None:
            return None
        whole = self._before_content(named, last) if index == first else named
        paper = self._before_deed(whole)
        speaks = index > first and self._speaks(whole[1], last)
        source, maker = (paper, None) if speaks else self._with_maker(paper, last)
        if source == paper:
            source = whole
            passed = self.view.is_phrase("via_marks", whole[1], whole[1] + 2)
            if passed or paper != whole or self._is_dated(whole[1], last):
                source = self._to_pause(whole, last)
        bare, source = source, self._with_deed(source, last)
        if self.view.is_word("tail_openers", index):
            comma = self.view.kinds.find(",", *source)
            source = (source[0], comma) if comma > 0 else source  # "X, so S, komme Y"
        if maker is not None:
            return source, maker
        if paper != whole:
            return source, paper
        return source, bare if self.done_endings and bare[1] < source[1] else None

    def _behind_phrase(self, stop: int, last: int) -> Span | None:
        """Token range of the noun phrase behind a set phrase, also of what looks like a verb."""
        view = self.view
        named = phrase_after(self.tokens, past_day(view, stop, last), last, self.words)
        if named is None and stop < last and view.is_word("documents", stop):
            named = (stop, stop + 1)  # "according to research": no infinitive
            if self.words.words.get("caseless"):  # "על פי כתב האישום"
                named = (stop, run_on(self.tokens, stop, last, self.words))
        if named is None and view.kinds[stop : stop + 2] in ("gn", "vn") and stop + 1 < last:
            # "according to leaked minutes", "court papers"
            rest = phrase_after(self.tokens, stop + 1, last, self.words)
            named = rest and (stop, rest[1])
        return named

    def _before_content(self, source: Span, last: int) -> Span:
        """A source at the start of a sentence, without what cannot be its description.

        In "according to S, the bridge cost 3 million euros" nothing would be left to be said.
        """
        if not ends(self.view, source[1], last):
            return source
        comma = self.view.kinds.find(",", *source)
        return (source[0], comma) if comma >= 0 else source

    def _before_deed(self, source: Span) -> Span:
        """A paper without what was done to it: "la encuesta (publicada ayer)", "(réalisée auprès)".

        Not "la société de", which only ends as a participle does.
        """
        endings = tuple(self.words.table("participle_endings"))
        words = self.tokens.words
        if not endings or self.tokens.tagged:
            return source
        for at in range(source[0] + 2, source[1]):
            owns = at + 1 < source[1] and self.view.is_word("genitive_marks", at + 1)
            done = words[at].endswith(endings) and self.view.kinds[at - 1 : at + 1] in DONE
            if done and not owns and not self.view.is_word("documents", at):
                return source[0], at
        return source

    def _to_pause(self, source: Span, last: int) -> Span:
        """A source with where and when its paper was made: "un estudio hecho en mayo,"."""
        comma = self.view.kinds.find(",", source[1], last)
        behind = self.view.kinds[source[1] : comma]
        return (source[0], comma) if comma > 0 and not set(behind) & set('vas"') else source

    def _is_dated(self, end: int, last: int) -> bool:
        """Say whether nothing but a time stands between a source and a pause: "לפי סקר שערך S
        בנובמבר 2015, C"."""
        if self.tokens.tagged or not self.words.words.get("caseless"):
            return False
        comma = self.view.kinds.find(",", end, last)
        return comma > end and not self.view.kinds[end:comma].strip("t#p")

    def _with_maker(self, source: Span, last: int) -> tuple[Span, Span | None]:
        """A source with the clause behind it, and the maker of a document: "figures S released"."""
        view, at = self.view, source[1]
        if at + 1 < last and view.is_word("issued", at - 1) and view.is_word("issuers", at):
            maker = phrase_after(self.tokens, at + 1, last, self.words)
            return ((source[0], maker[1]) if maker else source), maker  # "تقرير صادر عن S"
        while last > at and view.kinds[last - 1] == ".":
            last -= 1
        apposed = at + 1 < last and view.kinds[at] == "," and view.is_word("relatives", at + 1)
        begin = at + (at + 1 < last and view.kinds[at] == ",")
        tied = self._is_tied(begin, last)
        if tied and (begin > at or not self.tokens.verbs_known):
            apposed, begin = True, begin + 1
        begin = begin if apposed else at
        if view.kinds.startswith(PARTS, at):
            close = view.kinds.find(",", at + 1, last)  # ", a copy of which was leaked,"
            return (source[0], close if close > 0 else last), None
        if view.kinds.startswith(",", at) and (made := self._made_by(at + 1, last)):
            return (source[0], made[0]), made[1]
        comma = view.kinds.find(",", begin, last)
        end = comma if comma >= 0 else last
        if begin >= end or ('"' in view.kinds[begin:end] and not tied):
            return source, None
        if apposed:
            return (source[0], end), None
        maker = self._paper_maker(source, end)
        if maker is None:
            return source, None
        seen = view.kinds[maker[0]] == "x"  # "a report that we have read"
        return (source[0], end), None if seen else maker

    def _paper_maker(self, source: Span, end: int) -> Span | None:
        """Token range of who made a paper, in a clause behind it."""
        view, at = self.view, source[1]
        if not any(view.is_word("documents", index) for index in range(*source)):
            return None
        if view.is_word("openers", at) or view.is_word("relatives", at):
            return phrase_after(self.tokens, at + 1, end, self.words)
        if view.is_word("ordering", at) or view.kinds[at] not in "gvn":
            return None  # "minutes seen by the Herald"
        mark = self._maker_mark(at + 1, end)
        return phrase_after(self.tokens, mark + 1, end, self.words) if mark else None

    def _made_by(self, begin: int, last: int) -> tuple[int, Span | None] | None:
        """Where a description of a paper ends, and who made it: ", published in May by S,"."""
        view = self.view
        if view.kinds[begin : begin + 2] not in TOLD or not self._is_past_form(begin):
            return None
        close = view.kinds.find(",", begin, last)
        end = close if close > 0 else last
        if any(kind in 'a":;' for kind in view.kinds[begin : end - 1]):
            return None  # "dated 3 May": the month may look like a verb
        mark = next((at for at in range(begin, end) if view.is_word("agent_marks", at)), None)
        seen = view.is_word("ordering", begin) or mark is None
        return end, None if seen else phrase_after(self.tokens, mark + 1, end, self.words)

    def _maker_mark(self, begin: int, end: int) -> int | None:
        """Token of "by" in "(published) on Monday by S", "(carried) out in May by S"."""
        view = self.view
        if begin < end and view.is_word("makers", begin):
            return begin
        for at in range(begin, min(end, begin + MAKER_REACH)):
            if view.is_word("agent_marks", at):
                return at
            if view.kinds[at] not in "rptdnN#":
                return None
        return None

    def _is_tied(self, index: int, last: int) -> bool:
        """Say whether a preposition and a relative pronoun begin at a token: "to which"."""
        if index + 1 >= last or self.view.kinds[index] != "p":
            return index + 1 < last and self.view.is_word("tied_relatives", index)
        return any(self.view.is_word(table, index + 1) for table in ("relatives", "openers"))

    def _speaks(self, comma: int, last: int) -> bool:
        """Say whether a source is told to have said more: "according to S, who added that D"."""
        view = self.view
        if comma + 2 >= last or view.kinds[comma : comma + 2] != ",s":
            return False
        verb = view.past_adverbs(comma + 2, last)
        while verb < last and view.kinds[verb] == "a":
            verb += 1
        cue = self.words.cues.get(self.tokens.words[verb]) if verb < last else None
        return cue is not None and cue.strong and view.is_word("relatives", comma + 1)

    def _with_deed(self, source: Span, last: int) -> Span:
        """A source with what was done to it, before a pause: "two people briefed on the talks,"."""
        view, at = self.view, source[1]
        if at >= last or view.kinds[at] not in "gv":
            return source
        if not self._is_past_form(at):
            return source
        comma = view.kinds.find(",", at, last)
        end = comma if comma >= 0 else last
        while end > at and view.kinds[end - 1] in '."':
            end -= 1
        told = any(
            view.kinds[place] in 'va"' and not self._is_further_deed(place)
            for place in range(at + 1, end)
        )
        return source if told else (source[0], end)

    def _is_further_deed(self, index: int) -> bool:
        """Say whether a token goes on with what was done: "seen by S and confirmed by N"."""
        joined = self.view.kinds[index - 1] == "c" and self.view.kinds.startswith("p", index + 1)
        return joined and self._is_past_form(index)


def ends(view: View, begin: int, last: int) -> bool:
    """Say whether nothing but marks stands from a token to the end of the sentence."""
    return not view.kinds[begin:last].strip('.")')
