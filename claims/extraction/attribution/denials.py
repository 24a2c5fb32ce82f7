"""Statements that are cited in order to be called untrue: what is denied, without the frame."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ..lexicon import Lexicon
from ..tagging.flags import DENIES, OPENS
from ..tagging.tokens import Tokens
from . import JUDGEMENT, NEGATIVE, Attribution, Span
from .asked import asked_before, asked_behind
from .clefts import denied_behind_what
from .denial_frames import FRAME, after_frame, before_verdict, fronted
from .denied_answers import after_no, answer, denial_of, turn_to
from .denied_apart import as_alleged, before_colon, close_frame, in_two, says_untrue
from .reach import bounded, foretold

VERDICT = 8  # tokens of "as a complete fabrication"

Found = tuple[Span, Span]  # token ranges: the whole, and what is denied in it


class Denials:
    """Parts what is denied from the words that deny it, in one document."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words, self.kinds = tokens, words, tokens.kinds
        self.openers, self.whats = words.table("openers"), words.table("whats")

    def part(self, found: list[Attribution]) -> list[Attribution]:
        """Return the attributions, with one of its own for each statement that is denied."""
        if not self.words.table("judgement.denial"):
            return found
        result: list[Attribution] = []
        for item in found:
            if item.stance == "asserts":
                result += self._of_statement(item, result[-1] if result else None)
            elif item.stance in NEGATIVE and item.pattern != JUDGEMENT:
                self._cut_verdict(item)
                result += bounded(item, self.tokens, self.words)
            elif item.contents and item.cue is not None:
                result += foretold(item, self.tokens, self.words)
            else:
                result.append(item)
        return result

    def of_voices(self, voices: Iterable[Attribution]) -> list[Attribution]:
        """What those deny whose words whole paragraphs are: "It is not the case that C"."""
        if not self.words.table("judgement.denial"):
            return []
        return [
            denial_of(self.tokens, voice, denied, whole)
            for voice in voices
            if voice.stance == "asserts" and voice.source is not None
            for whole, denied in self._in_piece(voice.contents[0])
        ]

    def _of_statement(self, item: Attribution, before: Attribution | None) -> list[Attribution]:
        """What is asserted, parted from what is denied in it."""
        ranges = self._ranges(item)
        denies = self._has_denial(item, ranges)
        tokens, words = self.tokens, self.words
        if denies and (
            close_frame(tokens, item, words)
            or before_colon(tokens, item, words)
            or as_alleged(tokens, item, words)
        ):
            return bounded(item, tokens, words)
        asked = asked_behind(tokens, item, *ranges[0], words) if ranges else None
        if asked is not None:
            turn_to(tokens, item, asked)
            return [item]
        if denies and len(ranges) == 1 and says_untrue(tokens, *ranges[0], words):
            first = tokens.spans[item.sentence][0]
            asked = asked_before(tokens, item, first, ranges[0][0], words)
            if asked is not None:
                turn_to(tokens, item, asked, tokens.slice(first, asked[0]))
                return [item]
        stop = after_no(tokens, *ranges[0], words) if ranges and item.cue is not None else None
        result = [] if stop is None else answer(tokens, item, before, *ranges[0], stop, words)
        if not denies:
            return [*result, item]
        for part in self._parted(item):
            denied = part.stance in NEGATIVE and part is not item
            result += bounded(part, tokens, words) if denied else [part]
        return result

    def _ranges(self, item: Attribution) -> list[Span]:
        """Tokens of what is said."""
        starts, contents = self.tokens.starts, item.contents
        if len(contents) == 1:  # as mostly
            start, end = contents[0]
            begin = bisect_left(starts, start)
            return [(begin, bisect_left(starts, end, begin))]
        return [(bisect_left(starts, start), bisect_left(starts, end))
                for start, end in contents]  # fmt: skip

    def _has_denial(self, item: Attribution, ranges: list[Span]) -> bool:
        """Say whether a word that may deny stands in the sentences of an attribution."""
        flags_of_sentence, sentence = self.tokens.flags_of_sentence, self.tokens.sentence
        if flags_of_sentence(item.sentence) & DENIES:
            return True
        for begin, end in ranges:
            if begin < end:
                if not self.whats.isdisjoint(self.tokens.words[begin : begin + 2]):
                    return True  # "What I dispute is that C", behind a mark
                first, last = sentence[begin], sentence[end - 1]
                if first == last == item.sentence:
                    continue  # as mostly
                for number in range(first, last + 1):
                    if number != item.sentence and flags_of_sentence(number) & DENIES:
                        return True
        return False

    def _cut_verdict(self, item: Attribution) -> None:
        """Leave off "as nonsense" behind what is dismissed."""
        if item.stance not in NEGATIVE or len(item.contents) != 1:
            return
        if not self.words.has("naming_verbs", item.lemma):
            return
        starts = self.tokens.starts
        begin, end = (bisect_left(starts, at) for at in item.contents[0])
        if self.words.has("judged_openers", self.tokens.words[begin]):
            return  # "dismissed what he described as a lie"
        for at in range(max(begin + 2, end - VERDICT), end - 1):
            if self.words.has("quoting_marks", self.tokens.words[at]):
                item.frames = [*item.frames, self.tokens.slice(at, end)]
                item.contents = [self.tokens.slice(begin, at)]
                return

    def _parted(self, item: Attribution) -> list[Attribution]:
        if in_two(self.tokens, item, self.words):
            return [item]
        made: list[Attribution] = []
        left: list[Span] = []
        for piece in item.contents:
            begin = piece[0]
            for whole, denied in self._in_piece(piece):
                start, end = self.tokens.slice(*whole)
                if begin < start:
                    left.append((begin, start))
                begin = end
                made.append(denial_of(self.tokens, item, denied, whole))
            if begin == piece[0] or self._says_more(begin, piece[1]):
                left.append((begin, piece[1]))
        if not made:
            return [item]
        item.contents = left
        return [item, *made] if left else made

    def _says_more(self, begin: int, end: int) -> bool:
        """Say whether more than a mark stands between two code points."""
        starts = self.tokens.starts
        return bool(self.kinds[bisect_left(starts, begin) : bisect_left(starts, end)].strip('.,"'))

    def _in_piece(self, piece: Span) -> list[Found]:
        """Denials in the sentences that a piece of content covers."""
        tokens, found = self.tokens, list[Found]()
        first = bisect_left(tokens.starts, piece[0])
        last = bisect_left(tokens.starts, piece[1], first)
        while first < last:
            number = tokens.sentence[first]
            stop = min(last, max(first + 1, tokens.spans[number][1]))
            denies = tokens.flags_of_sentence(number) & DENIES
            found += self._in_sentence(first, stop) if denies else self._cleft(first, stop)
            first = stop
        return found

    def _in_sentence(self, first: int, stop: int) -> list[Found]:
        """The denial in a sentence that has a word for one, or in a part of it."""
        tokens, words = self.tokens, self.words
        begin, end = first, stop
        while end > first and self.kinds[end - 1] in '.,"':
            end -= 1
        while begin < end and (self.kinds[begin] == '"' or tokens.words[begin] in self.openers):
            begin += 1
        flags = tokens.flags_in(begin, end)
        if not flags & DENIES or begin == end:
            return []
        ahead = fronted(tokens, first, begin, end, words) if begin > first else None
        if ahead is not None:
            return [((first, end), ahead)]
        opened = bool(flags & OPENS)
        near = tokens.words[begin : min(end, begin + FRAME)]
        framed = opened or words.has_any("stating_verbs", near)
        denied = after_frame(tokens, begin, end, words) if framed else None
        denied = denied or before_verdict(tokens, begin, end, words, opened=opened)
        return self._cleft(begin, end) if denied is None else [((begin, end), denied)]

    def _cleft(self, begin: int, end: int) -> list[Found]:
        """C in "What I do dispute is that C", up to a colon."""
        while begin < end and self.kinds[begin] == '"':
            begin += 1
        if begin == end or self.tokens.words[begin] not in self.whats:
            return []  # as almost always
        while end > begin and self.kinds[end - 1] in '.,"':
            end -= 1
        denied = denied_behind_what(self.tokens, begin, end, self.words)
        return [] if denied is None else [((begin, denied[1]), denied)]
