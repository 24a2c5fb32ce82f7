"""Attributions from word order alone: subject, cue and what stands around them."""

from __future__ import annotations

from bisect import bisect_right

from ..lexicon import Cue, Lexicon
from ..quotes import Quote
from ..tokens import NOUN_LIKE, Tokens
from . import Attribution, Span
from .phrases import after_told, phrase_after, phrase_before, skip_back

CLAUSE_REACH = 14  # tokens between a cue and its "that"


class SurfaceReader:
    """Finds attributions sentence by sentence in one document."""

    def __init__(self, tokens: Tokens, quotes: list[Quote], words: Lexicon):
        self.tokens, self.quotes, self.words = tokens, quotes, words
        self.bringing: set[int] = set()
        self.quote_starts = [quote.start for quote in quotes]

    def read(self) -> list[Attribution]:
        """Return all attributions in the order of their cues."""
        found: list[Attribution] = []
        for number, (first, last) in enumerate(self.tokens.spans):
            found.extend(self._sentence(number, first, last))
        return found

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation whose inside holds this code point."""
        index = bisect_right(self.quote_starts, offset) - 1
        if index >= 0 and self.quotes[index].inner_start <= offset < self.quotes[index].inner_end:
            return self.quotes[index]
        return None

    def _sentence(self, number: int, first: int, last: int) -> list[Attribution]:
        tokens, words = self.tokens, self.words
        while last > first and tokens.kinds[last - 1] == "_":
            last -= 1
        found: list[Attribution] = []
        for index in range(first, last):
            word = tokens.words[index]
            if word in words.prepositions:
                attribution = self._preposition(number, first, last, index)
            elif word in words.cues or word in words.phrases:
                attribution = self._verb(number, first, last, index, found)
            else:
                continue
            if attribution is not None:
                found.append(attribution)
        return found

    # --- according to ----------------------------------------------------------------------
    def _preposition(self, number: int, first: int, last: int, index: int) -> Attribution | None:
        tokens = self.tokens
        match = self._set_phrase(index, last)
        if match is None:
            return None
        stop, stance = match
        if self.quote_at(tokens.starts[index]):
            return None
        source = phrase_after(tokens, stop, last, self.words)
        if source is None:
            return None
        begin, end = source
        cue = tokens.slice(index, stop)
        if index > first and any(kind in NOUN_LIKE for kind in tokens.kinds[first:index]):
            content = self._content(first, index)
        else:
            while end < last and tokens.kinds[end] in ",_":
                end += 1
            content = self._content(end, self._tail_cut(end, last))
        contents = [content] if content else []
        if not contents:
            return None
        lemma = " ".join(tokens.words[index:stop])
        return Attribution(
            cue, tokens.slice(begin, source[1]), contents, lemma, stance, number, "according"
        )

    def _set_phrase(self, index: int, last: int) -> tuple[int, str] | None:
        """Token after a phrase such as "according to", and its stance."""
        for rest, stance in self.words.prepositions[self.tokens.words[index]]:
            stop = index + 1 + len(rest)
            if stop < last and tuple(self.tokens.words[index + 1 : stop]) == rest:
                return stop, stance
        return None

    # --- verbs -----------------------------------------------------------------------------
    def _verb(
        self, number: int, first: int, last: int, index: int, before: list[Attribution]
    ) -> Attribution | None:
        tokens = self.tokens
        cue, end = self._cue_at(index, last)
        if cue is None or index in self.bringing or tokens.kinds[index] not in "vg":
            return None
        if self.quote_at(tokens.starts[index]):
            return None
        group = skip_back(tokens, index, first)
        helpers = tokens.words[group:index]
        if self._is_passive(cue, helpers) or self._is_infinitive(tokens, group, index, cue):
            return None
        negated = any(self.words.has("negations", word) for word in helpers)
        if cue.participle and not any(self.words.has("auxiliaries", w) for w in helpers):
            return self._participle(number, first, last, index, end, cue, before)
        source = phrase_before(tokens, group, first, self.words)
        if source is not None:
            made = self._after_subject(number, first, last, (group, end), cue, source)
        else:
            made = self._inverted(number, first, last, (index, end), cue)
        if made is not None:
            made.negated = negated
        return made

    def _cue_at(self, index: int, last: int) -> tuple[Cue | None, int]:
        """The cue that begins at a token, and the token after it."""
        tokens, word = self.tokens, self.tokens.words[index]
        for rest, cue in self.words.phrases.get(word, ()):
            stop = index + 1 + len(rest)
            if stop <= last and tuple(tokens.words[index + 1 : stop]) == rest:
                return cue, stop
        return self.words.cues.get(word), index + 1

    def _is_passive(self, cue: Cue, helpers: list[str]) -> bool:
        if cue.participle or cue.is_base:
            return False
        be = self.words.words.get("passive_auxiliaries", frozenset())
        return any(word in be for word in helpers)

    def _is_infinitive(self, tokens: Tokens, group: int, index: int, cue: Cue) -> bool:
        return cue.is_base and any(
            self.words.has("infinitive_marks", word) for word in tokens.words[group:index]
        )

    def _participle(
        self,
        number: int,
        first: int,
        last: int,
        index: int,
        end: int,
        cue: Cue,
        before: list[Attribution],
    ) -> Attribution | None:
        """ ", adding that C": the source is that of the clause before."""
        tokens = self.tokens
        previous = index - 1
        while previous >= first and tokens.kinds[previous] in "r_c":
            previous -= 1
        if previous >= first and tokens.kinds[previous] not in ',"':
            return None
        content = self._following(end, last, cue)
        if content is None:
            return None
        source = before[-1].source if before else self._main_subject(first, index)
        span = tokens.slice(index, end)
        return Attribution(
            span, source, [content[0]], cue.lemma, cue.stance, number, "participle",
            heir=True, object_frame=content[1],
        )  # fmt: skip

    def _main_subject(self, first: int, index: int) -> Span | None:
        """Subject of the first finite verb of the sentence before `index`."""
        tokens = self.tokens
        for at in range(index - 1, first, -1):
            if tokens.kinds[at] == "v" and not self.quote_at(tokens.starts[at]):
                group = skip_back(tokens, at, first)
                source = phrase_before(tokens, group, first, self.words)
                if source:
                    return tokens.slice(*source)
        return None

    def _after_subject(
        self, number: int, first: int, last: int, group: Span, cue: Cue, source: Span
    ) -> Attribution | None:
        tokens = self.tokens
        span = tokens.slice(*group)
        named = tokens.slice(*source)
        made = Attribution(span, named, [], cue.lemma, cue.stance, number, "subject")
        if "c" in cue.frames and self._is_tag(first, last, group[1], source[0]):
            before = self._content(first, source[0])
            after = self._interrupted(group[1], last, before)
            made.contents = [piece for piece in (before, after) if piece]
            made.pattern = "tag"
            return made if made.contents else None
        content = self._following(group[1], last, cue)
        if content is None:
            return None
        made.contents, made.object_frame = [content[0]], content[1]
        return made

    def _inverted(
        self, number: int, first: int, last: int, group: Span, cue: Cue
    ) -> Attribution | None:
        """ "C," said S."""
        tokens = self.tokens
        previous = group[0] - 1
        while previous >= first and tokens.kinds[previous] in "r_":
            previous -= 1
        if "c" not in cue.frames or cue.is_base or tokens.kinds[group[0]] != "v":
            return None
        if previous >= first and tokens.kinds[previous] not in ',"-.':
            return None
        source = phrase_after(tokens, group[1], last, self.words)
        if source is None or source[0] != group[1]:
            return None
        if source[1] < last and tokens.kinds[source[1]] in "va" and previous >= first:
            return None
        before = self._content(first, group[0]) if previous >= first else None
        after = self._interrupted(source[1], last, before)
        contents = [piece for piece in (before, after) if piece]
        if not contents:
            return None
        return Attribution(
            tokens.slice(*group), tokens.slice(*source), contents, cue.lemma, cue.stance, number,
            "inverted",
        )  # fmt: skip

    # --- contents --------------------------------------------------------------------------
    def _is_tag(self, first: int, last: int, after: int, source: int) -> bool:
        """Say whether subject and cue follow what is said: "C, S said"."""
        tokens = self.tokens
        previous = source - 1
        while previous >= first and tokens.kinds[previous] == "_":
            previous -= 1
        if previous < first or tokens.kinds[previous] not in ',"-':
            return False
        while after < last and tokens.kinds[after] == "_":
            after += 1
        if after >= last or tokens.kinds[after] in ",.;":
            return True
        if tokens.kinds[previous] == '"':
            return True
        has_clause = any(kind in "va" for kind in tokens.kinds[first:previous])
        return has_clause and tokens.kinds[after] in "prst"

    def _interrupted(self, after: int, last: int, before: Span | None) -> Span | None:
        """Second part of "A, he said, B", if B goes on with what is said."""
        tokens = self.tokens
        while after < last and tokens.kinds[after] in "rtp" and tokens.kinds[after] != ",":
            after += 1
        if after >= last or tokens.kinds[after] not in ',."':
            return None
        begin = after + 1 if tokens.kinds[after] != '"' else after
        if begin >= last:
            return None
        cut = self._tail_cut(begin, last)
        kind = tokens.kinds[begin]
        if kind == '"':
            return self._content(begin, cut)
        head = tokens.text[before[0] : before[1]] if before else ""
        if not self._has_verb(before) or (kind == "c" and head):
            return self._content(begin, cut)
        return None

    def _has_verb(self, span: Span | None) -> bool:
        if span is None:
            return False
        tokens = self.tokens
        index = bisect_right(tokens.starts, span[0]) - 1
        while index < len(tokens.starts) and tokens.starts[index] < span[1]:
            if tokens.kinds[index] in "va" and not tokens.kinds[index].isspace():
                return True
            index += 1
        return False

    def _following(self, end: int, last: int, cue: Cue) -> tuple[Span, bool] | None:
        """What is said after a cue, and whether it is a noun phrase."""
        tokens = self.tokens
        begin = end
        while begin < last and tokens.kinds[begin] in "_r":
            begin += 1
        if begin >= last:
            return None
        clause = "c" in cue.frames
        that = self._that(begin, last)
        if that is not None and (clause or self._noun_before(that)):
            self.bringing.add(that - 1)
            return self._pack(that, last, False)
        if tokens.kinds[begin] in ':,"' and clause:
            while begin < last and tokens.kinds[begin] in ":,_":
                begin += 1
            if begin < last and tokens.kinds[begin] == '"':
                return self._pack(begin, last, False)
            return None if tokens.kinds[end] == "," else self._pack(begin, last, False)
        if "o" in cue.frames or clause:
            begin = after_told(tokens, begin, last, self.words, told="o" in cue.frames)
        if clause and begin < last and self._is_clause(begin, last, "n" in cue.frames):
            return self._pack(begin, last, False)
        if "n" in cue.frames and begin < last and tokens.kinds[begin] in 'dnN#x"':
            return self._pack(begin, last, True)
        return None

    def _that(self, begin: int, last: int) -> int | None:
        """Token of the "that" that opens what is said, if there is one near."""
        tokens = self.tokens
        for index in range(begin, min(last, begin + CLAUSE_REACH)):
            if self.words.has("complementizers", tokens.words[index]):
                return index
            if tokens.words[index] in self.words.nouns:
                continue
            if tokens.kinds[index] in 'va":;.,':
                return None
        return None

    def _noun_before(self, that: int) -> bool:
        """Say whether a noun such as "reports" brings the clause."""
        return self.tokens.words[that - 1] in self.words.nouns

    def _is_clause(self, begin: int, last: int, narrow: bool) -> bool:
        """Say whether a subject and a finite verb follow, before the next comma if `narrow`."""
        tokens = self.tokens
        if begin >= last or tokens.kinds[begin] not in 'dnN#xtr"psg':
            return False
        for index in range(begin + 1, last):
            if tokens.kinds[index] in "va" and tokens.words[index] not in self.words.words.get(
                "infinitive_marks", ()
            ):
                return True
            if tokens.kinds[index] in ".;:" or (narrow and tokens.kinds[index] == ","):
                return False
        return False

    def _pack(self, begin: int, last: int, is_object: bool) -> tuple[Span, bool] | None:
        content = self._content(begin, self._tail_cut(begin, last))
        return (content, is_object) if content else None

    def _tail_cut(self, begin: int, last: int) -> int:
        """End of what is said: before ", adding ...", ", according to ..." and the like."""
        tokens, words = self.tokens, self.words
        for index in range(begin + 2, last - 1):
            if tokens.kinds[index] != "," or self.quote_at(tokens.starts[index]):
                continue
            after = index + 1
            while after < last and tokens.kinds[after] in "_r":
                after += 1
            if after >= last:
                break
            word = tokens.words[after]
            cue = words.cues.get(word)
            if word in words.prepositions and word == "according":
                return index
            if cue is not None and (cue.participle or tokens.kinds[after] == "v"):
                return index
            if words.has("speech_tails", word):
                return index
        return last

    def _content(self, begin: int, end: int) -> Span | None:
        """Code points of tokens begin..end without the marks and spaces around them."""
        kinds = self.tokens.kinds
        while begin < end and kinds[begin] in "_,.:;-)":
            begin += 1
        while end > begin and kinds[end - 1] in "_,:;-(":
            end -= 1
        if begin >= end:
            return None
        return self.tokens.slice(begin, end)
