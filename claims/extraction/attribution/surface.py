"""Attributions from word order alone: subject, cue and what stands around them."""

from __future__ import annotations

from ..lexicon import Cue
from . import Attribution, Span
from .contents import following, interrupted, is_tag, tail_cut
from .phrases import phrase_after, phrase_before, skip_back
from .view import View


class SurfaceReader:
    """Finds attributions sentence by sentence in one document."""

    def __init__(self, view: View):
        self.view, self.tokens, self.words = view, view.tokens, view.words
        self.bringing: set[int] = set()

    def read(self) -> list[Attribution]:
        """Return all attributions in the order of their cues."""
        found: list[Attribution] = []
        for number, (first, last) in enumerate(self.tokens.spans):
            found.extend(self._sentence(number, first, last))
        return found

    def _sentence(self, number: int, first: int, last: int) -> list[Attribution]:
        words = self.words
        found: list[Attribution] = []
        for index in range(first, last):
            word = self.tokens.words[index]
            if word in words.cues or word in words.phrases:
                made = self._verb(number, first, last, index, found)
            elif word in words.prepositions:
                made = self._preposition(number, first, last, index)
            else:
                continue
            if made is not None:
                found.append(made)
        return found

    # --- according to ----------------------------------------------------------------------
    def _preposition(self, number: int, first: int, last: int, index: int) -> Attribution | None:
        view, tokens = self.view, self.tokens
        match = self._set_phrase(index, last)
        if match is None or view.quoted[index] >= 0:
            return None
        stop, stance = match
        source = phrase_after(tokens, stop, last, self.words)
        if source is None:
            return None
        if index > first and view.has_verb(first, index):
            content = view.content(first, index)
        else:
            content = view.content(source[1], tail_cut(view, source[1], last))
        if content is None:
            return None
        lemma = " ".join(tokens.words[index:stop])
        span = tokens.slice(index, stop)
        named = tokens.slice(*source)
        return Attribution(span, named, [content], lemma, stance, number, "according")

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
        view, tokens = self.view, self.tokens
        cue, end = view.cue_at(index, last)
        if cue is None or index in self.bringing or view.kinds[index] not in "vg":
            return None
        if view.quoted[index] >= 0:
            return None
        group = skip_back(tokens, index, first)
        helpers = tokens.words[group:index]
        if self._is_passive(cue, helpers):
            return None
        if self._is_infinitive(cue, helpers):
            return self._infinitive(number, (first, last), (index, end), cue)
        if cue.participle and not any(self.words.has("auxiliaries", word) for word in helpers):
            return self._participle(number, (first, last), (index, end), cue, before)
        source = phrase_before(tokens, group, first, self.words)
        relative = group - 1 if group > first and view.is_word("relatives", group - 1) else None
        if source is not None and relative is not None:
            made = self._after_subject(
                number, (first, last), (group, end), cue, (relative, relative + 1)
            )
            if made is not None:
                made.named = tokens.slice(*source)
        elif source is not None:
            made = self._after_subject(number, (first, last), (group, end), cue, source)
        elif group > first and view.kinds[group - 1] == "c":
            made = self._joined(number, (first, last), (group, end), cue)
        else:
            made = self._inverted(number, (first, last), (index, end), cue)
        if made is not None:
            made.negated = any(self.words.has("negations", word) for word in helpers)
        return made

    def _is_passive(self, cue: Cue, helpers: list[str]) -> bool:
        if cue.participle or cue.is_base:
            return False
        return any(self.words.has("passive_auxiliaries", word) for word in helpers)

    def _is_infinitive(self, cue: Cue, helpers: list[str]) -> bool:
        return cue.is_base and any(self.words.has("infinitive_marks", word) for word in helpers)

    def _participle(
        self, number: int, sentence: Span, group: Span, cue: Cue, before: list[Attribution]
    ) -> Attribution | None:
        """ ", adding that C": the source is that of the clause before."""
        view, (first, last), index = self.view, sentence, group[0]
        previous = index - 1
        while previous >= first and view.kinds[previous] == "r":
            previous -= 1
        said = following(view, group[1], last, cue)
        if said is None:
            return None
        own = self._absolute_subject(first, previous)
        joined = previous < first or view.kinds[previous] in ',"-' or (
            previous > first and view.is_word("participle_openers", previous)
        )
        if own is None and not joined:
            return None
        source = own or (before[-1].source if before else self._main_subject(first, previous))
        if source is None:
            return None
        return self._made(number, group, source, [said[0]], cue, "participle", said)

    def _absolute_subject(self, first: int, previous: int) -> Span | None:
        """Subject of "with Orr arguing that C"."""
        if previous <= first or self.view.kinds[previous] not in "nN":
            return None
        source = phrase_before(self.tokens, previous + 1, first, self.words)
        if source is None or not self.view.is_word("absolute_openers", source[0] - 1):
            return None
        return self.tokens.slice(*source)

    def _infinitive(
        self, number: int, sentence: Span, group: Span, cue: Cue
    ) -> Attribution | None:
        """ "She went on to say that C"."""
        mark = group[0] - 1
        while mark > sentence[0] and self.view.kinds[mark] == "r":
            mark -= 1
        if not self.view.is_word("saying_openers", mark - 1):
            return None
        source = self._main_subject(sentence[0], mark)
        said = following(self.view, group[1], sentence[1], cue)
        if source is None or said is None:
            return None
        return self._made(number, group, source, [said[0]], cue, "infinitive", said)

    def _made(
        self,
        number: int,
        group: Span,
        source: Span,
        contents: list[Span],
        cue: Cue,
        pattern: str,
        said: tuple[Span, bool, int | None] | None = None,
    ) -> Attribution:
        """The record; `contents` are token ranges, `source` code points."""
        if said is not None and said[2] is not None:
            self.bringing.add(said[2])
        return Attribution(
            cue=self.tokens.slice(*group),
            source=source,
            contents=[self.tokens.slice(*pair) for pair in contents],
            lemma=cue.lemma,
            stance=cue.stance,
            sentence=number,
            pattern=pattern,
            heir=pattern == "participle",
            object_frame=bool(said and said[1]),
        )

    def _main_subject(self, first: int, index: int) -> Span | None:
        """Subject of the last finite verb before `index` that has one."""
        view, tokens = self.view, self.tokens
        for at in range(index - 1, first, -1):
            if view.kinds[at] in "va" and view.quoted[at] < 0:
                group = skip_back(tokens, at, first)
                source = phrase_before(tokens, group, first, self.words)
                if source:
                    return tokens.slice(*source)
        return None

    def _after_subject(
        self, number: int, sentence: Span, group: Span, cue: Cue, source: Span
    ) -> Attribution | None:
        view, (first, last) = self.view, sentence
        named = self.tokens.slice(*source)
        told = "o" in cue.frames
        if "c" in cue.frames and is_tag(view, first, last, group[1], source[0], told=told):
            before = view.trimmed(first, source[0])
            after = interrupted(view, group[1], last, before, tag=True)
            contents = [piece for piece in (before, after) if piece]
            return self._made(number, group, named, contents, cue, "tag") if contents else None
        said = following(view, group[1], last, cue)
        if said is None:
            return None
        return self._made(number, group, named, [said[0]], cue, "subject", said)

    def _joined(self, number: int, sentence: Span, group: Span, cue: Cue) -> Attribution | None:
        """ "and denied that C": the subject is that of the verb before the conjunction."""
        source = self._main_subject(sentence[0], group[0] - 1)
        said = following(self.view, group[1], sentence[1], cue)
        if source is None or said is None:
            return None
        return self._made(number, group, source, [said[0]], cue, "joined", said)

    def _inverted(self, number: int, sentence: Span, group: Span, cue: Cue) -> Attribution | None:
        """ "C," said S."""
        view, (first, last) = self.view, sentence
        previous = group[0] - 1
        while previous >= first and view.kinds[previous] == "r":
            previous -= 1
        if "c" not in cue.frames or cue.is_base or view.kinds[group[0]] != "v":
            return None
        if previous >= first and view.kinds[previous] not in ',"-.':
            return None
        source = phrase_after(self.tokens, group[1], last, self.words)
        if source is None or source[0] != group[1]:
            return None
        if source[1] < last and view.kinds[source[1]] in "va" and previous >= first:
            return None
        before = view.trimmed(first, group[0]) if previous >= first else None
        after = interrupted(view, source[1], last, before, tag=False)
        contents = [piece for piece in (before, after) if piece]
        named = self.tokens.slice(*source)
        return self._made(number, group, named, contents, cue, "inverted") if contents else None
