"""Persons whom one text calls by one name only: "Ms Orr", "Karl and Ada Holm", "Pavel"."""

from __future__ import annotations

from .genitives import is_body
from .known_names import Name, call
from .learned_bodies import BodyLearner
from .titles import GIVEN
from .told_firms import Run

NAMING = 6  # tokens of "gave his name only as"
BEFORE_ALONE = "sp,"  # class letters before a name by which alone somebody goes


class ShortNameLearner(BodyLearner):
    """Learns the persons of a document who have no full name, or share that of another."""

    def _learn_short(self, runs: list[Run]) -> None:
        """Learn the persons whom the text calls by one name only."""
        words, kinds = self.tokens.words, self.tokens.kinds
        for number, (titles, begin, end, _) in enumerate(runs):
            if begin != end - 1:
                continue
            word = words[begin]
            if titles < begin:
                self._learn_surname(titles, begin)
            elif GIVEN[word] is None and (not begin or kinds[begin - 1] not in BEFORE_ALONE):
                continue  # as most words with a capital
            elif number + 1 < len(runs) and self._shares_surname(runs[number], runs[number + 1]):
                self._learn_with_surname(begin, self.surname(*runs[number + 1][1:3]))
            elif word in self.by_surname or word in self.by_given:
                continue  # known by a longer name
            elif self._is_kin(begin) or self._goes_by(begin):
                self._learn_given(begin)

    def _shares_surname(self, run: Run, other: Run) -> bool:
        """Say whether a first name stands beside one of the same family: "Karl and Ada Holm"."""
        words, begin = self.tokens.words, run[1]
        if GIVEN[words[begin]] is None or words[begin] in self.by_given:
            return False  # or somebody who was named
        if other[0] != run[3] + 1 or other[0] != other[1]:
            return False
        joined = self.words.has("joining", words[run[3]]) and other[2] - other[1] > 1
        known = self.known.get(self.wording(*other[1:3])) if joined else None
        return known is not None and known.is_person and GIVEN[words[other[1]]] is not None

    def _learn_with_surname(self, at: int, surname: str) -> None:
        """Learn somebody by a first name and the surname of whoever is named beside them."""
        first = self.by_surname[surname]
        given = self.wording(at, at + 1)
        full = f"{given} {first.full.rpartition(' ')[2]}"
        name = self._person(full, self.tokens.starts[at])
        name.gender = name.gender or GIVEN[given.lower()]
        if first is not name:
            self._learn_namesake(surname, first, name)
        call(self.by_given, given.lower(), name)

    def _learn_surname(self, titles: int, at: int) -> None:
        """Learn a person who has no first name in the text: "Ms Orr"."""
        surname = self.tokens.words[at]
        if not self._titled(titles, at) and not self._holds_office(at):
            return
        in_short = self.wording(at, at + 1).isupper()
        if self.inflects and (in_short or is_body(surname, self.words.code)):
            return  # "эксперт Центра земельной политики", "глава МУП"
        known = self.by_surname.get(surname)
        if known is not None and not self._is_namesake(known, titles, at):
            return
        given = self.by_given.get(surname)
        if self.words.is_title(surname) or (given and given.first < self.tokens.starts[at]):
            return  # "the Lord Chancellor", and "Sir Alan" of Alan Brophy
        full = self.wording(at, at + 1)
        name = Name(full, True, self.tokens.starts[at], self._gender(titles, at))
        self.known[full] = self.by_surname[surname] = name
        if name.gender is not None:
            self.by_address.setdefault((surname, name.gender), name)

    def _holds_office(self, at: int) -> bool:
        """Say whether an office stands in front of a surname: "President Orr"."""
        entity = self.covering(at, at + 1)
        person = entity is not None and entity.kind == "person"
        return person and self.tokens.words[at] not in self.bodies

    def _is_namesake(self, known: Name, titles: int, at: int) -> bool:
        """Say whether a form of address tells somebody else of the same surname.

        "Mr Orr" in front of the first "Ada Orr" of the text; behind it, Ada may well be a man.
        """
        gender = self._gender(titles, at, addressed=True)
        other = gender is not None and known.gender not in (None, gender)
        return (
            other
            and self.tokens.starts[at] < known.first
            and (self.tokens.words[at], gender) not in self.by_address
        )

    def _goes_by(self, at: int) -> bool:
        """Say whether a person has no other name in the text: "gave his name only as Pavel",
        "Joan is 71 and she"."""
        tokens = self.tokens
        word = tokens.words[at]
        if tokens.kinds[at - 1 : at] in ("s", "p", ",") and self.words.has_any(
            "namings", tokens.words[max(0, at - NAMING) : at]
        ):
            return True
        if GIVEN[word] is None:
            return False
        entity = self.covering(at, at + 1)
        return entity is not None and entity.kind == "person" and self._leads(at, at + 1)

    def _learn_given(self, at: int) -> None:
        """Learn a person who has only a first name in the text."""
        given, full = self.tokens.words[at], self.wording(at, at + 1)
        gender = self._gender(at, at) or GIVEN[given]
        name = Name(full, True, self.tokens.starts[at], gender)
        self.by_given[given] = self.known.setdefault(full, name)
