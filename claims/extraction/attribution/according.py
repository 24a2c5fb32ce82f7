"""Sources behind a set phrase: "according to S"."""

from __future__ import annotations

from . import Attribution, Span
from .besides import speaks
from .cited import CitedReader, ends
from .later_halves import later_half
from .own_accounts import owner
from .parted import completes
from .phrases import phrase_before
from .relative_sources import cited_before
from .tails import tail_cut
from .verb_first import main_clause

OPENING = 10  # tokens of a source in front of its postposition
LONG = 5  # tokens before a comma that are hardly a mere opening


class AccordingReader(CitedReader):
    """Reads "according to S, C" and "C, according to S"."""

    def _preposition(self, number: int, first: int, last: int, index: int) -> Attribution | None:
        """What is said according to whom, given the token of a set phrase in its sentence."""
        view, tokens = self.view, self.tokens
        match = self._set_phrase(index, last)
        if match is None or view.quoted[index] >= 0:
            return None
        stop, stance, place = match
        if view.is_word("postpositions", index):
            return self._postposed(number, first, last, index, stance)
        if place is not None:
            source, end, named = (index + place, index + place + 1), stop, None
            if view.is_word("own_accounts", source[0]):
                named = owner(view, first, last, (index, stop))
                if named is None:
                    return None
        else:
            related = cited_before(view, index, stop, (first, last))
            if related is not None:
                return self._said_by(index, stop, related[0], [related[1]], (number, stance))
            cited = self._cited(index, stop, first, last)
            if cited is None or self._has_other_use(index, first, cited[0], last):
                return None
            source, named = cited
            end = source[1]
            if view.is_word("owners_of_either", source[0]) and self._is_own_work(source):
                source, named = (source[0], source[0] + 1), None
        resumed = self._resumed(end, last) if self.resuming else None
        if resumed is not None:
            contents = [resumed]
        elif view.is_word("issuing", end) and end + 2 < last:
            said = view.content(main_clause(view, end + 1, last), last)
            contents = [said] if said else []
        else:
            contents = self._said_around(first, index, end, last)
        if not contents:
            return None
        made = self._said_by(index, stop, source, contents, (number, stance))
        if named is not None:
            made.named = tokens.slice(*named)
        return made

    def _resumed(self, end: int, last: int) -> Span | None:
        """What is said behind a word that takes the sentence up again: "بحسب S، الذي زارها، فإن C".

        end: token after the source.
        """
        view, words = self.view, self.tokens.words
        at = next((at for at in range(end, last) if words[at] in self.resuming), None)
        if at is None or view.kinds[at - 1] != ",":
            return None
        return view.content(at + 1, tail_cut(view, at + 1, last))

    def _said_by(
        self, index: int, stop: int, source: Span, contents: list[Span], told: tuple[int, str]
    ) -> Attribution:
        """The record of a set phrase index..stop; told: number of the sentence, and a stance."""
        tokens, (number, stance) = self.tokens, told
        phrase = " ".join(tokens.words[index:stop])
        return Attribution(
            tokens.slice(index, stop), tokens.slice(*source), contents, phrase, stance, number,
            "according",
        )  # fmt: skip

    def _is_own_work(self, source: Span) -> bool:
        """Say whether somebody's own figures are cited: "selon ses propres relevés"."""
        own = ("own_marks", "own_works")
        return any(self.view.is_word(table, at) for at in range(*source) for table in own)

    def _has_other_use(self, index: int, first: int, source: Span, last: int) -> bool:
        """Say whether a word that may open a source does something else: "so", "für"."""
        view, (begin, end) = self.view, source
        if view.is_word("opening_sources", index) and not (
            index == first and end < last and view.kinds[end] == ","
            and "NN" in view.kinds[begin:end]
        ):  # fmt: skip
            return True
        return view.is_word("tail_openers", index) and not self._closes(first, index, end, last)

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
        later = later_half(view, index - 1, end, first, last)
        if later is not None:
            return [self.tokens.slice(*later)]
        if self._closes_quote(first, index):
            return [content for content in [view.content(first, index)] if content]
        if subject is not None:
            contents = [view.content(*subject), after]
        elif (
            self._is_inset(first, index, end, last)
            or self._is_aside(first, index, end, last)
            or self._is_between(first, index, end, last)
        ):
            contents = [view.content(first, index), after]
        elif (
            index > first
            and not opened
            and (
                view.has_verb(first, index) or ends(view, end, last) or self._is_tail(first, index)
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
        view, kinds = self.view, self.view.kinds
        if self.words.order != "v2" or index <= first or ends(view, end, last):
            return False
        return kinds[index - 1] not in ',-"c' and kinds[end] not in ",:;"

    def _is_between(self, first: int, index: int, end: int, last: int) -> bool:
        """Say whether commas set the phrase into a clause: "Der Hafen verlor, so S, 40 Boote"."""
        kinds = self.view.kinds
        if self.words.order != "v2" or index <= first or end + 1 >= last:
            return False
        return kinds[index - 1] == kinds[end] == "," and kinds[end + 1] in "#dnp"

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
        view, kinds = self.view, self.view.kinds
        if self.tokens.verbs_known or index <= first or ends(view, end, last):
            return False
        return kinds[index - 1] in ",-" and kinds[end] in ",-" and not view.has_verb(first, index)

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
