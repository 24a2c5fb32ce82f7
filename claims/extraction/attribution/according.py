"""Sources behind a set phrase: "according to S"."""

from __future__ import annotations

from . import Attribution, Span
from .phrases import phrase_after
from .sites import SiteReader
from .tails import tail_cut

MAKER_REACH = 7  # tokens between what was done to a paper and by whom


class AccordingReader(SiteReader):
    """Reads "according to S, C" and "C, according to S"."""

    def _preposition(self, number: int, first: int, last: int, index: int) -> Attribution | None:
        view, tokens = self.view, self.tokens
        match = self._set_phrase(index, last)
        if match is None or view.quoted[index] >= 0:
            return None
        stop, stance = match
        source = phrase_after(tokens, stop, last, self.words)
        if source is None and view.is_word("documents", stop):
            source = (stop, stop + 1)  # "according to research": no infinitive
        if source is None:
            return None
        if index == first:
            source = self._before_content(source, last)
        source, maker = self._with_maker(source, last)
        opened = index - 2 >= first and view.is_word("openers", index - 2)
        after = view.content(source[1], tail_cut(view, source[1], last))
        subject = self._parted_subject(first, index, source[1], last)
        if subject is not None:
            contents = [view.content(*subject), after]
        elif (
            index > first
            and not opened
            and (view.has_verb(first, index) or self._ends(source[1], last))
        ):
            contents = [view.content(first, index)]
        else:
            contents = [after]
        pieces = [content for content in contents if content is not None]
        if not pieces:
            return None
        lemma = " ".join(tokens.words[index:stop])
        span = tokens.slice(index, stop)
        named = tokens.slice(*source)
        made = Attribution(span, named, pieces, lemma, stance, number, "according")
        made.named = None if maker is None else tokens.slice(*maker)
        return made

    def _before_content(self, source: Span, last: int) -> Span:
        """A source at the start of a sentence, without what cannot be its description.

        In "according to S, the bridge cost 3 million euros" nothing would be left to be said.
        """
        if not self._ends(source[1], last):
            return source
        comma = self.view.kinds.find(",", *source)
        return (source[0], comma) if comma >= 0 else source

    def _ends(self, begin: int, last: int) -> bool:
        """Say whether nothing but marks stands from a token to the end of the sentence."""
        return not self.view.kinds[begin:last].strip('."')

    def _parted_subject(self, first: int, index: int, end: int, last: int) -> Span | None:
        """The subject in "the cost, according to S, was C" and in "which according to S was C".

        end: token after the source; the verb must follow it.
        """
        view = self.view
        verb = end + (end < last and view.kinds[end] == ",")
        if verb >= last or view.kinds[verb] not in "va" or index <= first:
            return None
        if view.is_word("relatives", index - 1):
            return index - 1, index
        is_parted = view.kinds[index - 1] == "," and verb > end
        if not is_parted or view.has_verb(first, index - 1):
            return None
        return first, index - 1

    def _with_maker(self, source: Span, last: int) -> tuple[Span, Span | None]:
        """A source with the clause behind it, and the maker of a document: "figures S released"."""
        view, at = self.view, source[1]
        while last > at and view.kinds[last - 1] == ".":
            last -= 1
        apposed = at + 1 < last and view.kinds[at] == "," and view.is_word("relatives", at + 1)
        begin = at + 1 if apposed else at
        comma = view.kinds.find(",", begin, last)
        end = comma if comma >= 0 else last
        if begin >= end or '"' in view.kinds[begin:end]:
            return source, None
        if apposed:
            return (source[0], end), None
        if not any(view.is_word("documents", index) for index in range(*source)):
            return source, None
        if view.is_word("openers", at) or view.is_word("relatives", at):
            maker = phrase_after(self.tokens, at + 1, end, self.words)
        elif view.kinds[at] in "gvn" and (mark := self._maker_mark(at + 1, end)):
            maker = phrase_after(self.tokens, mark + 1, end, self.words)
        else:
            return source, None
        return ((source[0], end) if maker else source), maker

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

    def _set_phrase(self, index: int, last: int) -> tuple[int, str] | None:
        """Token after a phrase such as "according to", and its stance."""
        for rest, stance in self.words.prepositions[self.tokens.words[index]]:
            stop = index + 1 + len(rest)
            if stop < last and tuple(self.tokens.words[index + 1 : stop]) == rest:
                return stop, stance
        return None
