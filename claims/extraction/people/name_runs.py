"""Runs of capitalised words in one text: where a name in them begins and ends, and what it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ..entities.tables import tables
from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.day_marks import is_date, is_day
from ..tagging.tokens import OWNING, Tokens
from .declension import inflects, name_begins
from .titles import addresses_of, genders_of, parties_of, roles_of, titles_of

NAME = 2  # words in most persons' names
MAKER = "maker"  # ending of what a firm is called by: "the steelmaker"
DAY = 2  # words of "last Friday"
ADDRESS = 2  # words of "Madam Speaker"
RUN = re.compile(r"N(?:N|-(?=N)|#(?=N))*")
INITIAL = re.compile(r"[^\W\d_]\.?")
TIE = 8  # tokens that tie a name to a body or place behind it
TIED = frozenset("pdnN#-")
LEADING = frozenset("nNd#x-")
NO_PERSONS = ("org", "place", "group")  # kinds of entities
OPENING = "psgrtc"  # class letters of what may come before the subject of a sentence


class NameRuns:
    """Reads runs of capitalised words in one document.

    entities: what the whole text tells of each of them, in order.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, entities: Sequence[FoundEntity] = ()):
        self.tokens, self.words, self.entities = tokens, words, entities
        self.entity_starts = [item.start for item in entities]
        self.inflects = inflects(words.code)
        self.titles, self.roles = titles_of(words.code), roles_of(words.code)
        self.genders, self.addresses = genders_of(words.code), addresses_of(words.code)
        self.bodies = words.table("organisation_words")
        self.articles = words.table("articles")
        #: Bodies of one word, which may be the first word of a longer name.
        self.bodies_in_short = {item.text.lower() for item in entities if item.kind == "org"}

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Token ranges of capitalised words in one sentence."""
        sentence, parties = self.tokens.sentence, parties_of(self.words.code)
        for match in RUN.finditer(self.tokens.kinds):
            begin, end = match.span()
            if end - begin == 1:
                yield begin, end
                continue
            if self.tokens.kinds[end : end + 2] == "-n":
                end += 2 * self._goes_on_small(end)
            if sentence[begin] != sentence[end - 1]:
                for at in range(begin + 1, end):  # a byline, and the date line below it
                    if sentence[at] != sentence[at - 1]:
                        yield begin, at
                        begin = at
            dash = self.tokens.kinds.find("-", begin, end)
            while dash > 0:
                if self.tokens.starts[dash] > self.tokens.ends[dash - 1]:
                    yield begin, dash  # "OSTER – Ada Holm": not as in "Ada Holm-Lind"
                    begin = dash + 1
                dash = self.tokens.kinds.find("-", dash + 1, end)
            said, nexts = self.tokens.words, self.words.table("last_and_next")
            if self.tokens.kinds[begin - 1 : begin + 2] == ",N-" and said[begin] in parties:
                continue  # "Sen. Ada Holm, D-Oster, said"
            if said[begin] in nexts and end - begin > DAY:
                begin += DAY * is_day(self.tokens, begin, self.words)  # "Last Friday Ada Holm"
            if begin and (self.tokens.kinds[begin - 1] in "ps#" or said[begin - 1] in nexts):
                while end - begin > 1 and is_date(self.tokens, begin, 0, self.words):
                    begin += 1  # "In June 2019 Varn Rail"
            if end - begin != ADDRESS or not self._is_address(begin, end):
                yield begin, end

    def _goes_on_small(self, dash: int) -> bool:
        """Say whether a name ends small: "Pak Chul-min", but not "New York-based firms"."""
        tokens = self.tokens
        tight = tokens.ends[dash - 1] == tokens.starts[dash]
        return tight and tokens.kinds[dash + 2 : dash + 3] not in ("n", "N")

    def _is_address(self, begin: int, end: int) -> bool:
        """Say whether words address an office: "Madam Speaker", "Mr. President"."""
        if self.tokens.words[begin].strip(".") not in self.words.first_words("addressed"):
            return False  # as almost always
        words = " ".join(word.strip(".") for word in self.tokens.words[begin:end])
        return self.words.has("addressed", words)

    def covering(self, begin: int, end: int) -> FoundEntity | None:
        """The entity that a token range is the whole or a part of."""
        start, stop = self.tokens.starts[begin], self.tokens.ends[end - 1]
        index = bisect_right(self.entity_starts, start) - 1
        item = self.entities[index] if index >= 0 else None
        return item if item is not None and item.end >= stop else None

    def wording(self, begin: int, end: int) -> str:
        """The text of a token range."""
        return self.tokens.text[self.tokens.starts[begin] : self.tokens.ends[end - 1]]

    def _parts(self, begin: int, stop: int) -> tuple[int, int, int, int]:
        """Where a run begins, where the name in it begins behind titles and where it ends before
        letters such as "KC", and where the run ends."""
        if begin and self.tokens.kinds[begin - 1] == "n" and self._is_first_name(begin - 1, stop):
            begin -= 1
        if stop - begin == 1:
            return begin, begin, stop, stop
        name, end = begin, stop
        while end - begin > 1 and self.words.has("postnominals", self.tokens.words[end - 1]):
            end -= 1
        generation = self.words.has("generations", self.tokens.words[end - 1])
        for index in range(begin, end - 1 - generation):
            word = self.tokens.words[index]
            if self.titles[word] or (end - index > NAME and self._is_title_of_several(word)):
                name = index + 1
            elif index > begin and end - index > NAME and self.words.has("postnominals", word):
                name = index + 1  # "Orr Party MSP Ada Holm"
        if end - name > NAME and (self._is_kind_of_person(name) or self._is_partisan(name)):
            name += 1
        if end - name > NAME:
            name = self._person_at_end(name, end)
        if end - name > NAME and self._is_seated(name):
            entity = self.covering(name, end)
            if entity is None or entity.kind not in NO_PERSONS:
                name = end - NAME
                if name - 1 > begin and INITIAL.fullmatch(self.tokens.words[name]):
                    name -= 1  # "Secretary of State Ada F. Holm"
        if self.inflects or self.words.words.get("capital_nouns"):
            name += name_begins(self.tokens.words[name:end], self.words.code)
            if end - name > 1 and self.words.has("numerals", self.tokens.words[name]):
                name += 1  # "Zwei Häuser"
        return begin, name, end, stop

    def _is_title_of_several(self, word: str) -> bool:
        """Say whether a word is a title that several share: "Senators Ada Holm and Ivo Lind"."""
        return word[-1] == "s" and not self.inflects and self.titles[word[:-1]]

    def _person_at_end(self, begin: int, end: int) -> int:
        """Where a person's name of several words begins that closes a run; `begin` if none does.

        "House Speaker Ada F. Holm": of the words in front not all are titles that are listed.
        """
        entity = self.covering(end - 1, end)
        if entity is None or entity.kind != "person":
            return begin
        at = bisect_left(self.tokens.starts, entity.start, begin, end)
        return at if end - at >= NAME else begin

    def _is_first_name(self, at: int, stop: int) -> bool:
        """Say whether a noun at the start of a sentence is a first name to all but a tagger."""
        opens = at == self.tokens.spans[self.tokens.sentence[at]][0]
        if not opens or not self.tokens.text[self.tokens.starts[at]].isupper():
            return False
        entity = self.covering(at, stop)
        person = entity is not None and entity.kind == "person"
        return person and entity is not None and entity.start == self.tokens.starts[at]

    def _is_kind_of_person(self, at: int) -> bool:
        """Say whether a sentence opens with who somebody is: "Student Jonas Wik"."""
        opens = at == self.tokens.spans[self.tokens.sentence[at]][0]
        return opens and tables(self.words.code).is_title(self.tokens.words[at])

    def _is_partisan(self, at: int) -> bool:
        """Say whether a party stands before a first name: "the Liberal Tom Orr"."""
        return tables(self.words.code).is_partisan(*self.tokens.words[at : at + 2])

    def _is_seated(self, begin: int) -> bool:
        """Say whether the place or field of an office precedes: "ambassador to Oster Ada Holm"."""
        tokens = self.tokens
        at = begin - 1 - (tokens.kinds[begin - 1 : begin] == "d")
        return at > 0 and tokens.kinds[at] == "p" and self.words.is_title(tokens.words[at - 1])

    def _is_organisation(self, begin: int, end: int) -> bool:
        words = self.tokens.words
        if not self.bodies.isdisjoint(words[begin:end]):
            return True
        if begin == 0:
            return False
        return words[begin - 1] in self.articles or self._is_of_a_kind(begin)

    def _is_firm_by_kind(self, begin: int, end: int) -> bool:
        """Say whether a sentence opens with what sort of firm it names: "Steelmaker Varn Mills"."""
        if end - begin < 2:
            return False
        word, first = self.tokens.words[begin], self.tokens.spans[self.tokens.sentence[begin]][0]
        if begin != first and self.tokens.kinds[begin - 1] != "-":
            return False
        if word.endswith(MAKER) or self.words.has("generic_organisations", word):
            return True
        return end - begin > 2 and self.words.has("groups", word)  # "Auditors Hale Pryor"

    def _is_of_a_kind(self, begin: int) -> bool:
        """Say whether what sort of firm it is stands before a name: "the airline Valair Nord",
        "a Greek company, Delfis Grey"."""
        words = self.tokens.words
        at = begin - 2 if words[begin - 1] == "," else begin - 1
        return at >= 0 and self.words.has("generic_organisations", words[at])

    def _titled(self, begin: int, end: int) -> bool:
        """Say whether a form of address stands among the tokens: "Ms", not just "Director"."""
        words = (word.strip(".") for word in self.tokens.words[begin:end])
        return any(self.words.has("addresses", word) for word in words)

    def _is_kin(self, at: int) -> bool:
        """Say whether a name stands between commas behind whose kin it is: "Orr's mother, Ada,"."""
        closes = self.tokens.kinds[at + 1 : at + 2] in (",", ".", ";")
        if self.tokens.kinds[at - 1 : at] != "," or not closes:
            return False
        return self.words.has("kin", self.tokens.words[at - 2])

    def _stretch(self, begin: int, end: int) -> tuple[int, int]:
        """An organisation's name with "of" and "for" inside, and a possessive before it."""
        tokens = self.tokens
        while (
            end + 1 < len(tokens.words)
            and self.words.has("name_joints", tokens.words[end])
            and tokens.kinds[end + 1] == "N"
        ):
            end += 2
            while end < len(tokens.words) and tokens.kinds[end] == "N":
                end += 1
        if begin > 1 and tokens.words[begin - 1] in OWNING:
            before = begin - 2
            while before > 0 and tokens.kinds[before - 1] == "N":
                before -= 1
            if tokens.kinds[before] == "N":
                begin = before
        return begin, end

    def surname(self, begin: int, end: int) -> str:
        """Last word of a name, with what a hyphen ties to it: not the "Jr" behind it."""
        if end - begin == 1:
            return self.tokens.words[begin]
        if self.words.has("generations", self.tokens.words[end - 1]):
            end -= 1
        first = end - 1
        while first - 2 >= begin and self.tokens.kinds[first - 1] == "-":
            first -= 2
        return self.wording(first, end).lower()

    def _gender(self, titles: int, begin: int, *, addressed: bool = False) -> str | None:
        """What the words right before a name tell, or the forms of address among them alone."""
        genders = self.addresses if addressed else self.genders
        for word in self.tokens.words[max(0, titles - 2) : begin]:
            gender = genders[word]
            if gender is not None:
                return gender
        return None

    def _leads(self, begin: int, end: int) -> bool:
        """Say whether a name is the subject of a clause at its start."""
        tokens = self.tokens
        after = end
        behind = tokens.kinds[end : end + 1]
        if behind not in "var,(p":
            return False  # neither a verb nor a pause, nor what may stand before one
        if behind == "(":
            # "Ada Holm (Labour) said"
            after = tokens.kinds.find(")", end, end + TIE) + 1 or end
        elif behind == "p":
            if tokens.words[end] in OWNING:
                return False  # "Ada Holm, Orr's campaign chief, left"
            # "Paula Stroud of the Wetlands Trust is": what ties her to a body.
            while after < len(tokens.kinds) and tokens.kinds[after] in TIED and after - end < TIE:
                after += 1
        if after >= len(tokens.kinds) or tokens.kinds[after] not in "var,":
            return False
        first = tokens.spans[tokens.sentence[begin]][0]
        if self._completes(first, begin):
            return True
        while begin > first and tokens.kinds[begin - 1] in LEADING:
            begin -= 1
        if begin > first and tokens.kinds[begin - 1] == ",":
            if tokens.kinds[after] in "va" and tokens.kinds[first] in OPENING:
                return True  # "In the town of Oster, where two mills lie, Ada Holm runs"
            if not tokens.kinds[first:begin].strip("nNd#x-,p"):
                return True  # "Orr's colleague at the bank, Ada Holm, was"
            while begin > first and tokens.kinds[begin - 1] in LEADING | {","}:
                begin -= 1
        if self.words.order == "v2" and begin > first and tokens.kinds[begin - 1] in "va":
            return True
        while begin > first and tokens.kinds[begin - 1] in "rt":
            begin -= 1  # "Earlier this month Ada Holm denied"
        return begin == first or tokens.kinds[begin - 1] in 'c"'

    def _completes(self, first: int, begin: int) -> bool:
        """Say whether the name tells who an office is at the start: "The new head is Ada Holm"."""
        copula = begin - 1
        if copula <= first or self.tokens.kinds[copula] != "a":
            return False
        if not self.words.has("passive_auxiliaries", self.tokens.words[copula]):
            return False
        return not self.tokens.kinds[first:copula].strip("dnNpgrx")
