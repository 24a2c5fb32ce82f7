"""Statements that are cited in order to be called untrue: what is denied, without the frame."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from ..lexicon import Lexicon
from ..tagging.flags import DENIES, OPENS
from ..tagging.tokens import Tokens
from . import JUDGEMENT, NEGATIVE, Attribution, Span
from .clefts import denied_behind_what
from .denial_words import SCORN, ends_in_denial, find_denial
from .reach import bounded, foretold

FRAME = 14  # tokens of "it would be quite wrong to say that"
NAMED = 6  # tokens in which the noun stands that names a statement ("those reports")
ASKED_BEFORE = 2  # sentences from a question to its answer
#: Class letters of "hadn't you?", "did she not?".
TAG = re.compile("a[ar]?xr?[.]")
ANSWER = 4  # tokens of "it had not been"
PAUSE = re.compile('[.,;:"c]')  # class letters of what ends it
VERDICT = 8  # tokens of "as a complete fabrication"
LEAST = 3  # tokens of a statement that is denied

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
            self._denial(voice, denied, whole)
            for voice in voices
            if voice.stance == "asserts" and voice.source is not None
            for whole, denied in self._in_piece(voice.contents[0])
        ]

    def _of_statement(self, item: Attribution, before: Attribution | None) -> list[Attribution]:
        """What is asserted, parted from what is denied in it."""
        ranges = self._ranges(item)
        denies = self._has_denial(item, ranges)
        if denies and (
            self._close_frame(item) or self._before_colon(item) or self._as_alleged(item)
        ):
            return bounded(item, self.tokens, self.words)
        stop = self._after_no(*ranges[0]) if ranges and item.cue is not None else None
        result = [] if stop is None else self._answer(item, before, *ranges[0], stop)
        if not denies:
            return [*result, item]
        for part in self._parted(item):
            denied = part.stance in NEGATIVE and part is not item
            result += bounded(part, self.tokens, self.words) if denied else [part]
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

    def _close_frame(self, item: Attribution) -> bool:
        """Part "It was not true, she said, that C": only C is said, and denied."""
        if len(item.contents) != 2:
            return False
        starts, words = self.tokens.starts, self.tokens.words
        begin, end = (bisect_left(starts, at) for at in item.contents[0])
        opener = bisect_left(starts, item.contents[1][0])
        short = end - begin <= ANSWER + 1 and self.words.has("openers", words[opener])
        if not short or find_denial(words[begin:end], self.words) is None:
            return False
        item.frames = [*item.frames, item.contents[0]]
        item.contents, item.stance = item.contents[1:], "denies"
        return True

    def _before_colon(self, item: Attribution) -> bool:
        """Part "this was not so: C": what is said behind the colon is not denied."""
        if len(item.contents) != 1:
            return False
        begin, end = (bisect_left(self.tokens.starts, at) for at in item.contents[0])
        colon = self.kinds.find(":", begin, min(end, begin + FRAME))
        if colon < 0 or not self._points_at_untruth(begin, colon):
            return False
        item.stance = "disputes"
        return True

    def _as_alleged(self, item: Attribution) -> bool:
        """Part "It was not true, as S had alleged, that C": S says C, and it is denied."""
        if item.pattern != "aside" or len(item.contents) != 1:
            return False
        tokens = self.tokens
        begin, end = (bisect_left(tokens.starts, at) for at in item.contents[0])
        comma = bisect_left(tokens.starts, item.cue[1]) if item.cue else end
        last = tokens.spans[item.sentence][1]
        while last > comma and self.kinds[last - 1] in '.,"':
            last -= 1
        opened = self.kinds[comma : comma + 1] == "," and comma + 1 + LEAST < last
        if not opened or not self.words.has("openers", tokens.words[comma + 1]):
            return False
        if not self._points_at_untruth(begin, end):
            return False
        item.frames = [*item.frames, item.contents[0]]
        item.contents, item.stance = [tokens.slice(comma + 2, last)], "disputes"
        return True

    def _points_at_untruth(self, begin: int, end: int) -> bool:
        """Say whether "this was not so" stands between two tokens."""
        words = self.tokens.words
        pointing = begin < end and self.words.has("pointers", words[begin])
        return pointing and find_denial(words[begin:end], self.words) is not None

    def _answer(
        self, item: Attribution, before: Attribution | None, begin: int, end: int, stop: int
    ) -> list[Attribution]:
        """ "Asked whether C, she said it had not": C is denied; what she goes on to say is not.

        begin..end: tokens of what is said first; stop: token after the "no" that opens it.
        Returns the denial, if it is beside the attribution that is given.
        """
        put = self._put_to(item, before)
        if put is not None:
            return [self._denied(item, put, (begin, stop))]
        first = self.tokens.spans[item.sentence][0]
        speaks = bisect_left(self.tokens.starts, item.source[0]) if item.source else begin
        asked = self._asked(first, min(speaks, begin)) if len(item.contents) == 1 else None
        if asked is None:
            return []
        frame = self.tokens.slice(first, asked[0])
        if self.kinds[stop:end].strip('.,"'):
            item.contents = [self.tokens.slice(stop, end)]
            return [self._denied(item, asked, (begin, stop), frame)]
        item.frames = [*item.frames, *item.contents, frame]
        item.contents = [self.tokens.slice(*asked)]
        item.stance = "denies"
        return []

    def _denied(self, item: Attribution, asked: Span, answer: Span, *frames: Span) -> Attribution:
        """What was asked, as a denial of who answers."""
        denial = self._denial(item, asked, answer)
        denial.stance, denial.frames = "denies", [*frames]
        return denial

    def _after_no(self, begin: int, end: int) -> int | None:
        """Token after a bare "no" that opens an answer: "it had not", "Absolutely not. ..."."""
        kinds, words = self.kinds, self.tokens.words
        while begin < end and (kinds[begin] == '"' or words[begin] in self.openers):
            begin += 1
        stop = begin + ANSWER if begin + ANSWER < end else end
        pause = PAUSE.search(kinds, begin, stop + 1 if stop < end else end)
        if pause is not None:
            stop = pause.start()
        elif stop < end:
            return None  # as almost always
        if stop == begin:
            return None
        short = "a" not in kinds[begin:stop] or kinds[begin : begin + 2] == "xa"
        refuses = any(
            kinds[at] in "rdan" and self.words.has("negations", words[at].rstrip("."))
            for at in (begin, stop - 1)
        )
        refuses = refuses and not self.words.has("nothings", words[stop - 1])
        return stop if short and refuses and not set("vg") & set(kinds[begin:stop]) else None

    def _asked(self, first: int, begin: int) -> Span | None:
        """C in "asked whether C, she said" and in "Pressed by Orr, the judge, on whether C,".

        begin: token at which the one who answers stands.
        """
        words = self.tokens.words
        if not (self.words.has("side_openers", words[first]) or self.kinds[first] in "gv"):
            return None
        for at in range(first + 1, min(begin, first + FRAME)):
            if self.words.has("conditions", words[at]):
                comma = self.kinds.rfind(",", at, begin)
                return (at + 1, comma) if comma - at > LEAST else None
        return None

    def _put_to(self, item: Attribution, before: Attribution | None) -> Span | None:
        """C in "“C, didn't you?” the judge asked. “I did not,” Holm said." """
        if before is None or not 0 < item.sentence - before.sentence <= ASKED_BEFORE:
            return None
        if before.source == item.source or not before.contents:
            return None
        begin, end = (bisect_left(self.tokens.starts, at) for at in before.contents[-1])
        while end > begin and self.kinds[end - 1] == '"':
            end -= 1
        while begin < end and self.kinds[begin] == '"':
            begin += 1
        comma = self.kinds.rfind(",", begin, end)
        tag = TAG.fullmatch(self.kinds, comma + 1, end) if comma - begin > LEAST else None
        asks = tag is not None and self.tokens.text[self.tokens.starts[end - 1]] == "?"
        return (begin, comma) if asks else None

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

    def _in_two(self, item: Attribution) -> bool:
        """Say whether the source parts a frame from what is denied: "It is a lie, S said, that"."""
        if item.source is None or not item.contents or item.source[0] > item.contents[-1][0]:
            return False
        starts, words = self.tokens.starts, self.tokens.words
        first = self.tokens.spans[item.sentence][0]
        stop = bisect_left(starts, item.source[0])
        that, end = (bisect_left(starts, at) for at in item.contents[-1])
        here = self.tokens.sentence[that] == item.sentence
        if not here or stop - first < LEAST or self.kinds[stop - 1] not in ',"':
            return False
        while first < stop and self.kinds[first] == '"':
            first += 1
        while that < end and self.kinds[that] == '"':
            that += 1
        if that + LEAST >= end or not self.words.has("openers", words[that]):
            return False
        if first == stop or stop - first > FRAME or not self.words.has("pointers", words[first]):
            return False
        if find_denial(words[first:stop], self.words) is None:
            return False
        item.frames = [*item.frames, self.tokens.slice(first, that + 1)]
        item.contents, item.stance = [self.tokens.slice(that + 1, end)], "disputes"
        return True

    def _parted(self, item: Attribution) -> list[Attribution]:
        if self._in_two(item):
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
                made.append(self._denial(item, denied, whole))
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

    def _denial(self, item: Attribution, denied: Span, whole: Span) -> Attribution:
        frame = [
            pair for pair in ((whole[0], denied[0]), (denied[1], whole[1])) if pair[0] < pair[1]
        ]
        number = item.sentence if item.cue else self.tokens.sentence[whole[0]]
        return Attribution(
            cue=item.cue, source=item.source, contents=[self.tokens.slice(*denied)],
            lemma=item.lemma, stance="disputes", sentence=number, pattern=item.pattern,
            heir=item.heir, follows=item.follows, named=item.named,
            frames=[self.tokens.slice(*pair) for pair in frame],
        )  # fmt: skip

    def _in_piece(self, piece: Span) -> list[Found]:
        """Denials in the sentences that a piece of content covers."""
        tokens, found = self.tokens, []
        first = bisect_left(tokens.starts, piece[0])
        last = bisect_left(tokens.starts, piece[1], first)
        while first < last:
            number = tokens.sentence[first]
            stop = min(last, max(first + 1, tokens.spans[number][1]))
            flags = tokens.flags_of_sentence(number)
            if not flags & DENIES:
                found += self._cleft(first, stop)
                first = stop
                continue
            end = stop
            while end > first and self.kinds[end - 1] in '.,"':
                end -= 1
            begin = first
            while begin < end and (
                self.kinds[begin] == '"' or self.words.has("openers", tokens.words[begin])
            ):
                begin += 1
            flags = tokens.flags_in(begin, end)
            fronted = self._fronted(first, begin, end) if flags & DENIES and begin > first else None
            if fronted is not None:
                found.append(((first, end), fronted))
            elif flags & DENIES and begin < end:
                opened = bool(flags & OPENS)
                near = tokens.words[begin : min(end, begin + FRAME)]
                framed = opened or self.words.has_any("stating_verbs", near)
                denied = self._after_frame(begin, end) if framed else None
                denied = denied or self._before_verdict(begin, end, opened=opened)
                if denied is not None:
                    found.append(((begin, end), denied))
                else:
                    found += self._cleft(begin, end)
            first = stop
        return found

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

    # --- patterns --------------------------------------------------------------------------
    def _fronted(self, first: int, begin: int, end: int) -> Span | None:
        """C in "that C is untrue": "Dass C, sei frei erfunden"."""
        words = self.tokens.words
        if not any(self.words.has("fronting", word) for word in words[first:begin]):
            return None
        if self.tokens.verbs_known and first != self.tokens.spans[self.tokens.sentence[first]][0]:
            return None  # "S said that the report of the port was untrue": of the report
        verb = end - ends_in_denial(words[begin:end], self.words)
        stop = verb
        while stop > begin and self.kinds[stop - 1] in "rad":
            stop -= 1
            helps = self.kinds[stop] == "a" and self.kinds[stop - 1] != "a"
            if helps and self.tokens.verbs_known:
                break  # "that the pumps were switched off | is untrue"
        while stop > begin and self.kinds[stop - 1] == ",":
            stop -= 1
        return (begin, stop) if stop < verb < end and stop - begin > LEAST else None

    def _after_frame(self, begin: int, end: int) -> Span | None:
        """C in "it is a lie that C", "there is no truth in reports that C"."""
        words = self.tokens.words
        # A language without articles, or without a word for "they", says as much in fewer words.
        least = LEAST if self.tokens.verbs_known else 1
        for at in range(begin + 1 + self.tokens.verbs_known, min(end - least, begin + FRAME)):
            if self.kinds[at] == "," and self.words.has("openers", words[at + 1]):
                continue  # "Это неправда, что C"
            if self.kinds[at] in ",;:":
                return None
            if self.words.has("openers", words[at]):
                if self.kinds[at - 1] == "c":
                    return None  # "the report was false and that C": asserted
                frame = words[begin:at]
                phrase = find_denial(frame, self.words)
                if phrase is None or not self._is_verdict(phrase, frame):
                    return None
                return at + 1, end
            if self._suggests(begin, at, end):
                return at, end
        return None

    def _suggests(self, begin: int, at: int, end: int) -> bool:
        """Say whether "nonsense to suggest" stands before a token, and a clause without "that"."""
        words = self.tokens.words
        if not self.words.has("stating_verbs", words[at - 1]) or self.kinds[at] not in "xdnN#":
            return False
        told = at - 2 > begin and self.words.has("infinitive_marks", words[at - 2])
        phrase = find_denial(words[begin:at], self.words) if told else None
        return phrase is not None and self.tokens.has_verb(at, end, self.words)

    def _is_verdict(self, phrase: list[str], frame: list[str]) -> bool:
        """Say whether a word such as "wrong" judges a statement, not a deed."""
        if len(phrase) > 1 or not self.words.has("two_edged_denials", phrase[0]):
            return True
        return any(self.words.has("stating_verbs", word) for word in frame)

    def _before_verdict(self, begin: int, end: int, *, opened: bool) -> Span | None:
        """C in "reports that C were false", also without the "that"; opened: there is one."""
        words = self.tokens.words
        if not opened and words[begin] not in self.words.nouns:
            return None
        for noun in range(begin, min(end - LEAST, begin + NAMED)):
            that = self.words.has("openers", words[noun + 1])
            bare = (
                noun == begin and self.kinds[noun + 1] in "xdN" and words[noun] in self.words.nouns
            )
            if not that and not bare:
                continue
            saying = (
                that
                and self.words.has("infinitive_marks", words[begin])
                and self.words.has("stating_verbs", words[noun])
            )
            named = saying or words[noun] in self.words.nouns
            if not named and not self.words.has("rebutted_nouns", words[noun]):
                return None
            verb = end - ends_in_denial(words[noun:end], self.words)
            if verb == end and self.words.has("scorned_nouns", words[noun]):
                verb = end - ends_in_denial(words[noun:end], self.words, SCORN)
            if verb == end:
                return None
            while verb > noun and self.kinds[verb - 1] in 'rd"':
                verb -= 1
            while verb > noun and self.kinds[verb - 1] == "a":
                verb -= 1
                if self.words.has("finite_auxiliaries", words[verb]):
                    return (noun + 1 + that, verb) if verb - noun > LEAST else None
            return None
        return None
