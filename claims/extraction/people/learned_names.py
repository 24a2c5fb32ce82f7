"""Whom one text names: learned from the runs of capitalised words in it."""

from __future__ import annotations

from ..layout.blocks import is_in_capitals
from ..records import FoundEntity
from .declension import key, without_fleeting
from .known_names import Name, call
from .name_runs import INITIAL, NAME, NO_PERSONS
from .short_names import ShortNameLearner
from .titles import GIVEN
from .told_firms import Run, told_firms

LONGEST = 5  # words in a person's name
MARKS = frozenset("\"'“‘„«")


class NameLearner(ShortNameLearner):
    """Learns the names of several words in a document."""

    def _learn_full(self, runs: list[Run]) -> None:
        """Learn whom names of several words name, and organisations."""
        self.told_firms = told_firms(self.tokens, runs, self.words)
        for titles, begin, end, _ in runs:
            if end - begin > 1:
                self._learn(titles, begin, end)
            elif titles == begin and self._is_body_alone(begin):
                self._learn_body(begin, end)  # no person: two words tell one, or what is around

    def _learn_headline(self, runs: list[Run], below: list[Run]) -> None:
        """Learn whom only the headline names in full.

        The text below goes first. In a headline whose words all have capitals, as in "Mayor Tells
        Ada Holm To Go", a name is a first name that is known, and what the text calls somebody.
        """
        new = [
            run
            for run in runs
            if self.wording(*run[1:3]) in self.known
            or self.surname(*run[1:3]) not in self.by_surname
        ]
        if new and is_in_capitals(self.wording(0, runs[-1][3])):
            said = self.tokens.words
            alone = {said[run[1]] for run in below if run[2] - run[1] == 1}
            new = [part for run in new for part in self._named_in_capitals(run, alone)]
        self._learn_full(new)

    def _named_in_capitals(self, run: Run, alone: set[str]) -> list[Run]:
        """The names in a run of a headline whose words all have capitals.

        alone: words with a capital that stand by themselves in the text below.
        """
        titles, begin, end, _ = run
        if titles < begin or self.wording(begin, end) in self.known:
            return [run]
        said = self.tokens.words
        return [
            (at, at, at + NAME, at + NAME)
            for at in range(begin, end - 1)
            if said[at + 1] in alone
            and said[at + 1] not in self.by_surname
            and GIVEN[said[at]] is not None
            and not self.words.has("auxiliaries", said[at])  # "Will Holm Go"
        ]

    def _learn(self, titles: int, begin: int, end: int) -> None:
        """Learn whom or what a name of several words names."""
        if self.roles[self.tokens.words[end - 1]] and self._tells_office(begin, end):
            return
        count = self.tokens.kinds.count("N", begin, end) + (self.tokens.kinds[begin] == "n")
        at = self.tokens.starts[begin]
        entity = self.covering(begin, end) if count > 1 else None
        by_kind = titles == begin and self._is_firm_by_kind(begin, end)
        if by_kind and entity is not None and entity.kind == "org":
            self._learn_firm(begin + 1, end, at)  # "Drugmaker Varn Pharma": by its name alone
        elif entity is not None and entity.kind in NO_PERSONS:
            if entity.kind == "org":
                self._learn_told_body(entity, begin, end)
        elif by_kind:
            self._learn_firm(begin + 1, end, at)
        elif titles == begin and self._is_firm_by_text(begin, end):
            self._learn_firm(begin, end, at)
        elif (
            titles == begin
            and self._is_organisation(begin, end)
            and not (entity is not None and self._is_surely_person(entity, begin, end))
        ):
            self._learn_body(begin, end)
        elif 2 <= count <= LONGEST and not self._opens_with_capital(begin):
            self._learn_person(titles, begin, end, count)

    def _tells_office(self, begin: int, end: int) -> bool:
        """Say whether all words tell an office, and nobody's name: "the Health Secretary"."""
        return all(
            self.roles[word] or self.words.has("portfolios", word)
            for word in self.tokens.words[begin:end]
        )

    def _learn_person(self, titles: int, begin: int, end: int, count: int) -> None:
        """Learn a person by a name of several words, of which so many have a capital."""
        words, at = self.tokens.words, self.tokens.starts[begin]
        full = " ".join(self.wording(begin, end).split())
        surname = self.surname(begin, end)
        if surname == full.lower() and surname in self.by_surname:
            return  # "Lusk-Hart" is the surname of somebody who was named
        longer = self._ending_in(full, surname, is_titled=titles < begin)
        if longer is not None:
            self.known[full] = longer
            longer.gender = longer.gender or self._gender(titles, begin, addressed=True)
            return
        nicknamed = count > NAME + 1 and not MARKS.isdisjoint(full)
        name = self._learn_nickname(full, at) if nicknamed else self._person(full, at)
        first = self.by_surname.setdefault(surname, name)
        if first is not name:
            self._learn_namesake(surname, first, name)
        if self.inflects:
            for bare in (key(surname), without_fleeting(key(surname))):
                self.by_surname.setdefault(bare, name)
        elif "-" in surname and self.words.has("name_particles", surname.partition("-")[0]):
            self.by_surname.setdefault(surname.partition("-")[2], name)  # "Mansour" of al-Mansour
        if self.tokens.kinds[begin + 1] == "N":  # not in "Kurt-Jan Holm"
            call(self.by_given, words[begin], name)
        name.gender = name.gender or self._gender(titles, begin, addressed=True)
        name.gender = name.gender or GIVEN[words[begin]] or self._gender(titles, begin)
        if name.gender is not None:
            self.by_address.setdefault((surname, name.gender), name)

    def _ending_in(self, full: str, surname: str, *, is_titled: bool) -> Name | None:
        """The person named before whose surnames some words are: "Asante Boateng" of Kwame Asante
        Boateng, "Van der Aa" of Wouter van der Aa.

        is_titled: whether a title stands in front of them.
        """
        first = full.partition(" ")[0].lower()
        small = self.words.has("name_particles", first)
        if self.inflects or surname not in self.by_surname or (GIVEN[first] and not small):
            return None
        for name in self.namesakes.get(surname, [self.by_surname[surname]]):
            if name.is_person and name.full.lower().endswith(f" {full.lower()}"):
                given = GIVEN[name.full.partition(" ")[0].lower()]
                return name if given or small or is_titled else None
        return None

    def _opens_with_capital(self, begin: int) -> bool:
        """Say whether the first of several words with capitals is no first name: "R-Wis.", and
        "Beyond Holm" at the start of a heading."""
        word = self.tokens.words[begin]
        if self.words.has("prepositions", word):
            return GIVEN[word] is None
        return self.tokens.kinds[begin + 1] == "-" and INITIAL.fullmatch(word) is not None

    def _is_surely_person(self, entity: FoundEntity, begin: int, end: int) -> bool:
        """Say whether a firm's kind before a name is somebody's trade: "the developer Ann Lee".

        A first name tells it, or that the text calls them by the last word alone.
        """
        words = self.tokens.words
        if entity.kind != "person" or not self.bodies.isdisjoint(words[begin:end]):
            return False
        surname = words[end - 1] in self.alone and words[begin] not in self.alone
        return surname or GIVEN[words[begin]] is not None
