"""How somebody stands to a thing without stating it: "backs the plan", "refused to pay".

No statements are made of these; they tell who is for or against what, and of what somebody spoke.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from . import Attribution, Span
from .phrases import phrase_before, skip_back
from .tails import tail_cut
from .view import View

HEADING = 8  # tokens of a name before a colon
BEGINS_THING = 'dnN#xg"'  # class letters with which a noun phrase begins
BEGINS_CLAUSE = BEGINS_THING + "s"


@dataclass(frozen=True, slots=True)
class Object:
    """What a verb of attitude is about.

    lemma: of the verb; end: token after the cue; begin: first token of the thing.
    """

    lemma: str
    end: int
    begin: int


class AttitudeReader:
    """Finds attitudes in one document, beside the attributions found in it."""

    def __init__(self, view: View, found: list[Attribution]):
        self.view, self.tokens, self.words = view, view.tokens, view.words
        self.taken = self._cue_tokens(found)

    def read(self) -> list[Attribution]:
        """Return the attitudes in the order of the text."""
        view, tokens, attitudes = self.view, self.tokens, self.words.attitudes
        if not attitudes:
            return []
        made = [self._heading(number) for number in range(len(tokens.spans))]
        for index, word in enumerate(tokens.words):
            if word in attitudes and view.quoted[index] < 0 and self._is_verb(index):
                made.append(None if index in self.taken else self._verb(index))
        # Of "sought" and "sought to defend", the longer: it comes later.
        kept = {item.cue[0]: item for item in made if item is not None and item.cue is not None}
        return [kept[start] for start in sorted(kept)]

    def _cue_tokens(self, found: list[Attribution]) -> set[int]:
        """Tokens that an attribution has for its cue."""
        starts, taken = self.tokens.starts, set()
        for item in found:
            if item.cue is not None:
                taken.update(
                    range(bisect_left(starts, item.cue[0]), bisect_left(starts, item.cue[1]))
                )
        return taken

    # --- headings --------------------------------------------------------------------------
    def _heading(self, number: int) -> Attribution | None:
        """ "Holm: the dam is safe": a name before a colon."""
        kinds = self.view.kinds
        first, last = self.tokens.spans[number]
        colon = kinds.find(":", first, min(last, first + HEADING))
        if colon <= first or colon + 1 >= last or kinds[colon + 1] == "#":
            return None
        text, starts = self.tokens.text, self.tokens.starts
        if kinds[first:colon].strip("Nn-()") or not text[starts[colon - 1]].isupper():
            return None
        return self.made("", number, (colon, colon + 1), (first, colon), (colon + 1, last))

    # --- verbs -----------------------------------------------------------------------------
    def _verb(self, index: int) -> Attribution | None:
        number = self.tokens.sentence[index]
        first, last = self.tokens.spans[number]
        thing = self._object(index, last)
        if thing is None:
            return None
        begin = skip_back(self.tokens, index, first)
        helpers = self.tokens.words[begin:index]
        if any(self.words.has("passive_auxiliaries", word) for word in helpers) and not (
            self._is_participle(index)
        ):
            return None
        if any(self.words.has("infinitive_marks", word) for word in helpers):
            begin = self._chain_start(begin, first)
            if begin < 0:
                return None
            source = self._subject(begin, first)
        elif self.view.kinds[index] == "g" and not any(
            self.words.has("auxiliaries", word) for word in helpers
        ):
            begin, source = self._participle(index, first)
        else:
            source = self._subject(begin, first)
        if source is None:
            return None
        cut = tail_cut(self.view, thing.begin, last, is_object=True)
        content = self.view.trimmed(thing.begin, cut)
        if content is None:
            return None
        return self.made(thing.lemma, number, (begin, thing.end), source, content)

    def _is_verb(self, index: int) -> bool:
        """Say whether a token is a verb; word lists alone take many for nouns ("has refused")."""
        kinds = self.view.kinds
        if kinds[index] in "vg":
            return True
        if self.tokens.tagged or kinds[index] != "n" or not index or index + 1 >= len(kinds):
            return False
        before = kinds[index - 1]
        past = any(cue.is_past for _, cue in self.words.attitudes[self.tokens.words[index]])
        return before in "ax" or (before in "nN" and past and kinds[index + 1] in "dxNap")

    def _is_participle(self, index: int) -> bool:
        return any(cue.participle for _, cue in self.words.attitudes[self.tokens.words[index]])

    def _object(self, index: int, last: int) -> Object | None:
        """What follows a verb, if it is something that the verb takes."""
        kinds, words = self.view.kinds, self.tokens.words
        for rest, cue in self.words.attitudes[words[index]]:
            end = index + 1
            begin = self.view.past_adverbs(end, last)
            if rest:
                if tuple(words[begin : begin + len(rest)]) != rest:
                    continue
                end = begin + len(rest)
                begin = self.view.past_adverbs(end, last)
            if begin >= last:
                continue
            if self.view.is_word("infinitive_marks", begin):
                if "x" in cue.frames:
                    return Object(cue.lemma, end, begin)
            elif "n" in cue.frames and kinds[begin] in BEGINS_CLAUSE:
                return Object(cue.lemma, end, begin)
        return None

    def _chain_start(self, mark: int, first: int) -> int:
        """First token of "has tried" before "to support"; -1 where "to" tells a purpose."""
        before = mark - 1
        if before <= first or not self.view.is_word("chain_verbs", before):
            return -1
        return skip_back(self.tokens, before, first)

    # --- sources ---------------------------------------------------------------------------
    def _subject(self, begin: int, first: int) -> Span | None:
        """Token range of the subject before a verb group."""
        if begin > first and self.view.is_word("relatives", begin - 1):
            return begin - 1, begin
        source = phrase_before(self.tokens, begin, first, self.words)
        if source is None and begin > first and self.view.kinds[begin - 1] == "c":
            return self._main_subject(first, begin - 1)
        return source

    def _participle(self, index: int, first: int) -> tuple[int, Span | None]:
        """Start of the cue and the source of ", thanking the crowd": that of the clause before."""
        before = index - 1
        while before >= first and self.view.kinds[before] == "r":
            before -= 1
        if before < first or self.view.kinds[before] not in ",-" or not self._is_participle(index):
            return index, None
        return before + 1, self._main_subject(first, before)

    def _main_subject(self, first: int, index: int) -> Span | None:
        """Subject of the last finite verb before a token that has one."""
        found = self.view.subjects_before(first, index)
        return next((source for _group, source in found), None)

    def made(self, lemma: str, number: int, cue: Span, source: Span, content: Span) -> Attribution:
        """The record, given token ranges."""
        slices = self.tokens.slice
        return Attribution(
            cue=slices(*cue),
            source=slices(*source),
            contents=[slices(*content)],
            lemma=lemma,
            stance="attitude" if lemma else "asserts",
            sentence=number,
            pattern="attitude" if lemma else "heading",
        )
