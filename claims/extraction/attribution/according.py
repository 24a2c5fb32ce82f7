"""Sources behind a set phrase: "according to S"."""

from __future__ import annotations

from . import Attribution, Span
from .besides import speaks
from .between import past_day
from .parted import completes
from .phrases import phrase_before
from .phrases_behind import phrase_after
from .site_reader import SiteReader
from .tails import tail_cut
from .verb_first import main_clause

MAKER_REACH = 7  # tokens between what was done to a paper and by whom
OPENING = 10  # tokens of a source in front of its postposition
DONE = ("nn", "ng", "Nn", "Ng")  # class letters of a paper and what was done to it
PARTS = (",dnps", ",nps")  # class letters of ", a copy of which"
TOLD = ("gp", "vp", "gt", "vt", "g#", "v#")  # class letters of "seen by", "dated 3 May"
LONG = 5  # tokens before a comma that are hardly a mere opening


class AccordingReader(SiteReader):
    """Reads "according to S, C" and "C, according to S"."""

    def _preposition(self, number: int, first: int, last: int, index: int) -> Attribution | None:
        view, tokens = self.view, self.tokens
        match = self._set_phrase(index, last)
        if match is None or view.quoted[index] >= 0:
            return None
        stop, stance, place = match
        maker = None
        if view.is_word("postpositions", index):
            return self._postposed(number, first, last, index, stance)
        if place is not None:
            source, end = (index + place, index + place + 1), stop
        else:
            named = phrase_after(tokens, past_day(self.view, stop, last), last, self.words)
            if named is None and stop < last and view.is_word("documents", stop):
                named = (stop, stop + 1)  # "according to research": no infinitive
            if named is None and view.kinds[stop : stop + 2] in ("gn", "vn") and stop + 1 < last:
                # "according to leaked minutes", "court papers"
                rest = phrase_after(tokens, stop + 1, last, self.words)
                named = rest and (stop, rest[1])
            if named is None:
                return None
            whole = self._before_content(named, last) if index == first else named
            paper = self._before_deed(whole)
            speaks = index > first and self._speaks(whole[1], last)
            source, maker = (paper, None) if speaks else self._with_maker(paper, last)
            if source == paper:
                source = self._to_pause(whole, last) if paper != whole else whole
            bare, source = source, self._with_deed(source, last)
            if view.is_word("tail_openers", index):
                comma = view.kinds.find(",", *source)
                source = (source[0], comma) if comma > 0 else source  # "X, so S, komme Y"
            end = source[1]
            if view.is_word("opening_sources", index) and not (
                index == first and end < last and view.kinds[end] == ","
                and "NN" in view.kinds[source[0] : end]
            ):  # fmt: skip
                return None
            if view.is_word("tail_openers", index) and not self._closes(first, index, end, last):
                return None
        if view.is_word("issuing", end) and end + 2 < last:
            contents = [
                content
                for content in [view.content(main_clause(view, end + 1, last), last)]
                if content
            ]
        else:
            contents = self._said_around(first, index, end, last)
        if not contents:
            return None
        lemma = " ".join(tokens.words[index:stop])
        span = tokens.slice(index, stop)
        made = Attribution(
            span, tokens.slice(*source), contents, lemma, stance, number, "according"
        )
        if maker is not None:
            made.named = tokens.slice(*maker)
        elif place is None and (paper != whole or (self.done_endings and bare[1] < end)):
            made.named = tokens.slice(*(paper if paper != whole else bare))
        return made

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

    def _closes(self, first: int, index: int, end: int, last: int) -> bool:
        """Say whether a word that has other uses, too, is a tag here: "“C”, so S weiter."."""
        view = self.view
        end = view.past_adverbs(end, last)
        behind = index > first and view.kinds[index - 1] in ',"'
        return behind and (end >= last or view.kinds[end] in ",.;:")

    def _postposed(
        self, number: int, first: int, last: int, index: int, stance: str
    ) -> Attribution | None:
        """ "S zufolge C" and "C, S zufolge"."""
        view, tokens = self.view, self.tokens
        opening = view.kinds[first:index]
        if index - first <= OPENING and not any(kind in "va,;:" for kind in opening):
            source, said = (first, index), view.content(index + 1, tail_cut(view, index + 1, last))
        else:
            named = phrase_before(tokens, index, first, self.words)
            if named is None:
                return None
            source, said = named, view.content(first, named[0])
        if said is None or source[0] >= source[1]:
            return None
        named_at, cue = tokens.slice(*source), tokens.slice(index, index + 1)
        return Attribution(cue, named_at, [said], tokens.words[index], stance, number, "according")

    def _said_around(self, first: int, index: int, end: int, last: int) -> list[Span]:
        """What stands before and behind the phrase and its source, index..end, if it is said."""
        view = self.view
        opened = index - 2 >= first and view.is_word("openers", index - 2)
        after = view.content(end, tail_cut(view, end, last))
        subject = self._parted_subject(first, index, end, last)
        paused = index - 2 >= first and view.kinds[index - 1] == ","
        if paused and after and view.is_word("relatives", index - 2):
            return [after]  # "of which, according to S, C"
        if index > first and view.kinds[index - 1] == ";" and after:
            return [after]  # "It has to be told at once; according to S, C"
        if self._closes_quote(first, index):
            return [content for content in [view.content(first, index)] if content]
        if subject is not None:
            contents = [view.content(*subject), after]
        elif self._is_inset(first, index, end, last) or self._is_aside(first, index, end, last):
            contents = [view.content(first, index), after]
        elif (
            index > first
            and not opened
            and (
                view.has_verb(first, index) or self._ends(end, last) or self._is_tail(first, index)
            )
        ):
            contents = [view.content(self._past_result(first, index), index)]
            further = self._further(end, last)
            contents += [further] if further and contents[0] is not None else []
        else:
            contents = [after]
        return [content for content in contents if content is not None]

    def _further(self, end: int, last: int) -> Span | None:
        """What else is said of a thing: "The pumps failed, according to S, and were sold"."""
        view = self.view
        if view.kinds[end : end + 2] != ",c" or end + 2 >= last:
            return None  # as almost always
        verb = view.past_adverbs(end + 2, last)
        if verb >= last or view.kinds[verb] not in "va":
            return None
        stop = tail_cut(view, end + 2, last)
        # The verb stands without a subject of its own; nobody else says anything by it.
        return None if speaks(view, verb, verb + 1) else view.content(end + 2, stop)

    def _past_result(self, first: int, index: int) -> int:
        """Token of "short of" in "Sales rose to 9, short of the 12 analysts expected, according to
        S": of S is what was expected, not what was sold."""
        comma = self.view.kinds.rfind(",", first, index - 1)
        behind = self.tokens.words[comma + 1 : index]
        compares = comma > first and self.words.has_any("expecting_marks", behind[:1])
        compares = compares and self.words.has_any("forecasters", behind)
        return comma + 1 if compares and self.view.has_verb(first, comma) else first

    def _is_inset(self, first: int, index: int, end: int, last: int) -> bool:
        """Say whether the phrase stands in the middle: "Betroffen sind laut S 40 Orte"."""
        kinds = self.view.kinds
        if self.words.order != "v2" or index <= first or self._ends(end, last):
            return False
        return kinds[index - 1] not in ',-"c' and kinds[end] not in ",:;"

    def _closes_quote(self, first: int, index: int) -> bool:
        """Say whether a quotation ends right before the phrase: «C», — говорится в S."""
        view, at = self.view, index - 1
        while at > first and view.kinds[at] in ",-":
            at -= 1
        return at > first and at < index - 1 and view.closes(at) and not self.tokens.verbs_known

    def _is_tail(self, first: int, index: int) -> bool:
        """Say whether a long clause stands before a comma and the phrase, its verb not known."""
        known = self.tokens.verbs_known
        return not known and index - first > LONG and self.view.kinds[index - 1] == ","

    def _is_aside(self, first: int, index: int, end: int, last: int) -> bool:
        """Say whether phrase and source stand between commas: "The cost, according to S, was C".

        Only asked where verbs cannot be told from other words; "In May, according to S, C" is then
        read the same way, as one statement.
        """
        kinds = self.view.kinds
        if self.tokens.verbs_known or index <= first or self._ends(end, last):
            return False
        return (
            kinds[index - 1] in ",-" and kinds[end] in ",-" and not self.view.has_verb(first, index)
        )

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
        return not self.view.kinds[begin:last].strip('.")')

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
        if view.kinds[index - 1] == "," and verb > end and view.is_word("relatives", index - 2):
            return index - 2, index - 1  # "a levy which, according to S, cost C"
        is_parted = view.kinds[index - 1] == "," and verb > end
        if not is_parted or (
            view.has_verb(first, index - 1) and not completes(view, verb, (first, index - 1))
        ):
            return None
        return first, index - 1

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
        if not any(view.is_word("documents", index) for index in range(*source)):
            return source, None
        if view.is_word("openers", at) or view.is_word("relatives", at):
            maker = phrase_after(self.tokens, at + 1, end, self.words)
        elif view.is_word("ordering", at):
            return source, None  # "minutes seen by the Herald"
        elif view.kinds[at] in "gvn" and (mark := self._maker_mark(at + 1, end)):
            maker = phrase_after(self.tokens, mark + 1, end, self.words)
        else:
            return source, None
        seen = maker is not None and view.kinds[maker[0]] == "x"  # "a report that we have read"
        return ((source[0], end) if maker else source), None if seen else maker

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

    def _made_by(self, begin: int, last: int) -> tuple[int, Span | None] | None:
        """Where a description of a paper ends, and who made it: ", published in May by S,"."""
        view = self.view
        if view.kinds[begin : begin + 2] not in TOLD or not self._is_deed(begin):
            return None
        close = view.kinds.find(",", begin, last)
        end = close if close > 0 else last
        if any(kind in 'a":;' for kind in view.kinds[begin : end - 1]):
            return None  # "dated 3 May": the month may look like a verb
        mark = next((at for at in range(begin, end) if view.is_word("agent_marks", at)), None)
        seen = view.is_word("ordering", begin) or mark is None
        return end, None if seen else phrase_after(self.tokens, mark + 1, end, self.words)

    def _is_tied(self, index: int, last: int) -> bool:
        """Say whether a preposition and a relative pronoun begin at a token: "to which"."""
        if index + 1 >= last or self.view.kinds[index] != "p":
            return index + 1 < last and self.view.is_word("tied_relatives", index)
        return any(self.view.is_word(table, index + 1) for table in ("relatives", "openers"))

    def _with_deed(self, source: Span, last: int) -> Span:
        """A source with what was done to it, before a pause: "two people briefed on the talks,"."""
        view, at = self.view, source[1]
        if at >= last or view.kinds[at] not in "gv":
            return source
        if not self._is_deed(at):
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

    def _is_deed(self, index: int) -> bool:
        word = self.tokens.words[index]
        if self.done_endings and word.endswith(self.done_endings):
            return True
        return word.endswith(self.reduced_endings) or word in self.irregular

    def _is_further_deed(self, index: int) -> bool:
        """Say whether a token goes on with what was done: "seen by S and confirmed by N"."""
        joined = self.view.kinds[index - 1] == "c" and self.view.kinds.startswith("p", index + 1)
        return joined and self._is_deed(index)

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

    def _set_phrase(self, index: int, last: int) -> tuple[int, str, int | None] | None:
        """Token after a phrase such as "according to", its stance, and where its source is."""
        for rest, stance, place in self.words.prepositions[self.tokens.words[index]]:
            stop = index + 1 + len(rest)
            if rest and place is None and self._described(index, rest, last):
                return stop + 1, stance, place
            here = tuple(self.tokens.words[index + 1 : stop])
            if stop <= last and (here == rest or self._is_contracted(here, rest)):
                return stop, stance, place
        return None

    def _is_contracted(self, here: tuple[str, ...], rest: tuple[str, ...]) -> bool:
        """Say whether a phrase ends in a preposition and article in one: "a juicio del juez"."""
        same = bool(rest) and here[:-1] == rest[:-1] and rest[-1] == "de"
        return same and self.words.has("contractions", here[-1])

    def _described(self, index: int, rest: tuple[str, ...], last: int) -> bool:
        """Say whether an adjective stands in a set phrase: "по предварительным данным"."""
        view, stop = self.view, index + 2 + len(rest)
        if self.tokens.verbs_known or stop >= last or view.kinds[index + 1] != "n":
            return False
        return view.kinds[index] == "p" and tuple(self.tokens.words[index + 2 : stop]) == rest
