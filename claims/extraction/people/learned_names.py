"""Whom one text names: learned from the runs of capitalised words in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..layout.blocks import is_in_capitals
from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.tokens import Tokens
from .declension import is_nominative, key, nominative, without_fleeting
from .name_runs import INITIAL, NAME, NO_PERSONS, NameRuns
from .titles import GIVEN
from .told_firms import Run, told_firms

LONGEST = 5  # words in a person's name
MOST = 6  # persons of one surname that are told apart
NAMING = 6  # tokens of "gave his name only as"
BEFORE_ALONE = "sp,"  # class letters before a name by which alone somebody goes
MARKS = frozenset("\"'“‘„«")
NICKNAME = re.compile(r" [\"'“‘„«]([^ ]+(?: [^ ]+)?)[\"'”’“»] ")


@dataclass(slots=True)
class Name:
    """A person or organisation.

    gender: "m", "f", or None where nothing tells. subjects: code points at which the name leads
    a clause. first: code point where the full name stands first.
    """

    full: str
    is_person: bool
    first: int
    gender: str | None = None
    subjects: list[int] = field(default_factory=list)


class NameLearner(NameRuns):
    """Learns the names of a document, and what each may be called in short.

    entities: what the whole text tells of each capitalised run, in order.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, entities: Sequence[FoundEntity] = ()):
        super().__init__(tokens, words, entities)
        #: Words with a capital that stand alone somewhere.
        self.alone: set[str] = set()
        self.known: dict[str, Name] = {}
        self.by_surname: dict[str, Name] = {}
        #: The same with the gender that a form of address tells: "Mrs Orr" of two of that name.
        self.by_address: dict[tuple[str, str], Name] = {}
        #: Surname -> all whose it is, in order, where it is that of several.
        self.namesakes: dict[str, list[Name]] = {}
        #: First word of a person's name; None where it is that of several.
        self.by_given: dict[str, Name | None] = {}
        self.by_head: dict[str, list[Name]] = {}
        #: Parts of a person's name without their case endings, where the language has those.
        self.by_parts: dict[tuple[str, ...], Name] = {}
        #: First and last word of a person's name that has no more but initials.
        self.by_ends: dict[tuple[str, str], Name] = {}
        self.nicknames: dict[str, Name] = {}  # in lower case
        #: Words of the names that the text tells to be those of firms.
        self.told_firms: list[list[str]] = []
        #: First word of a firm's name: "Orr" for "Orr Foods"; None where it is that of several.
        self.by_lead: dict[str, Name | None] = {}

    def _learn_full(self, runs: list[Run]) -> None:
        """Learn whom names of several words name, and organisations."""
        self.told_firms = told_firms(self.tokens, runs, self.words)
        for titles, begin, end, _ in runs:
            if end - begin > 1:
                self._learn(titles, begin, end)
            elif titles == begin and self._is_body_alone(begin):
                self._learn_body(begin, end)  # no person: two words tell one, or what is around

    def _is_body_alone(self, at: int) -> bool:
        """Say whether a word alone names a body, by itself or by what stands before it."""
        words = self.tokens.words
        if words[at] in self.bodies:
            return True
        if self.by_lead.get(words[at]) is not None:
            return False  # "a Meridian official" where Meridian Foods was named
        if not at or not (words[at - 1] in self.articles or self._is_of_a_kind(at)):
            return False
        entity = self._covering(at, at + 1)
        return entity is None or entity.kind != "person"  # "the Holm plan"

    def _learn_headline(self, runs: list[Run], below: list[Run]) -> None:
        """Learn whom only the headline names in full.

        The text below goes first. In a headline whose words all have capitals, as in "Mayor Tells
        Ada Holm To Go", a name is a first name that is known, and what the text calls somebody.
        """
        new = [
            run
            for run in runs
            if self._texts(*run[1:3]) in self.known
            or self._surname(*run[1:3]) not in self.by_surname
        ]
        if new and is_in_capitals(self._texts(0, runs[-1][3])):
            said = self.tokens.words
            alone = {said[run[1]] for run in below if run[2] - run[1] == 1}
            new = [part for run in new for part in self._named_in_capitals(run, alone)]
        self._learn_full(new)

    def _named_in_capitals(self, run: Run, alone: set[str]) -> list[Run]:
        """The names in a run of a headline whose words all have capitals.

        alone: words with a capital that stand by themselves in the text below.
        """
        titles, begin, end, _ = run
        if titles < begin or self._texts(begin, end) in self.known:
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
                self._learn_with_surname(begin, self._surname(*runs[number + 1][1:3]))
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
        known = self.known.get(self._texts(*other[1:3])) if joined else None
        return known is not None and known.is_person and GIVEN[words[other[1]]] is not None

    def _learn_with_surname(self, at: int, surname: str) -> None:
        """Learn somebody by a first name and the surname of whoever is named beside them."""
        first = self.by_surname[surname]
        given = self._texts(at, at + 1)
        full = f"{given} {first.full.rpartition(' ')[2]}"
        name = self._person(full, self.tokens.starts[at])
        name.gender = name.gender or GIVEN[given.lower()]
        if first is not name:
            self._learn_namesake(surname, first, name)
        _call(self.by_given, given.lower(), name)

    def _learn_firm(self, begin: int, end: int, at: int) -> None:
        """Learn a firm by its name and, where that has several words, by its first."""
        name = self._body(self._texts(begin, end), at)
        self.by_head.setdefault(self.tokens.words[end - 1], []).append(name)
        if end - begin > 1:
            _call(self.by_lead, self.tokens.words[begin], name)

    def _learn_body(self, begin: int, end: int) -> None:
        """Learn an organisation by its name and its head words, a firm also by its first."""
        tokens = self.tokens
        at = tokens.starts[begin]
        begin, end = self._stretch(begin, end)
        name = self._body(self._texts(begin, end), at)
        is_firm = self.words.has("firm_words", tokens.words[end - 1])
        of_a_kind = begin > 0 and self._is_of_a_kind(begin)
        if of_a_kind:  # "the watchdog Orrwatch" is the watchdog later on
            kind = tokens.words[begin - 1 - (tokens.words[begin - 1] == ",")]
            self.by_head.setdefault(kind, []).append(name)
        if end - begin > 1 and (is_firm or of_a_kind):
            _call(self.by_lead, tokens.words[begin], name)
        for index in range(begin, end):
            word = tokens.words[index]
            if word in self.bodies or index == end - 1:
                self.by_head.setdefault(word, []).append(name)

    def _learn(self, titles: int, begin: int, end: int) -> None:
        """Learn whom a name of several words names."""
        count = self.tokens.kinds.count("N", begin, end) + (self.tokens.kinds[begin] == "n")
        at = self.tokens.starts[begin]
        entity = self._covering(begin, end) if count > 1 else None
        by_kind = titles == begin and self._is_firm_by_kind(begin, end)
        if by_kind and entity is not None and entity.kind == "org":
            self._learn_firm(begin + 1, end, at)  # "Drugmaker Varn Pharma": by its name alone
        elif entity is not None and entity.kind in NO_PERSONS:
            is_whole = entity.start == at and entity.end == self.tokens.ends[end - 1]
            if entity.kind != "org" or not is_whole:
                return
            name = self._body(entity.text, at)
            self.by_head.setdefault(self.tokens.words[end - 1], []).append(name)
            self._learn_beginning(name)
            told = self.tokens.words[begin:end] in self.told_firms
            if told or self.tokens.words[begin] in self.bodies_in_short:
                _call(self.by_lead, self.tokens.words[begin], name)
        elif by_kind:
            self._learn_firm(begin + 1, end, at)
        elif titles == begin and (
            self.tokens.words[begin:end] in self.told_firms or self._goes_by_first_word(begin)
        ):
            self._learn_firm(begin, end, at)
        elif (
            titles == begin
            and self._is_organisation(begin, end)
            and not (entity is not None and self._is_surely_person(entity, begin, end))
        ):
            self._learn_body(begin, end)
        elif 2 <= count <= LONGEST and not self._opens_with_capital(begin):
            full = " ".join(self._texts(begin, end).split())
            if self._surname(begin, end) == full.lower() and full.lower() in self.by_surname:
                return  # "Lusk-Hart" is the surname of somebody who was named
            nicknamed = count > NAME + 1 and not MARKS.isdisjoint(full)
            name = self._learn_nickname(full, at) if nicknamed else self._person(full, at)
            surname = self._surname(begin, end)
            first = self.by_surname.setdefault(surname, name)
            if first is not name:
                self._learn_namesake(surname, first, name)
            if self.inflects:
                for bare in (key(surname), without_fleeting(key(surname))):
                    self.by_surname.setdefault(bare, name)
            if self.tokens.kinds.count("N", begin, end) == end - begin:
                _call(self.by_given, self.tokens.words[begin], name)
            name.gender = name.gender or self._gender(titles, begin, addressed=True)
            name.gender = name.gender or GIVEN[self.tokens.words[begin]]
            name.gender = name.gender or self._gender(titles, begin)
            if name.gender is not None:
                self.by_address.setdefault((surname, name.gender), name)

    def _opens_with_capital(self, begin: int) -> bool:
        """Say whether the first of several words with capitals is no first name: "R-Wis.", and
        "Beyond Holm" at the start of a heading."""
        word = self.tokens.words[begin]
        if self.words.has("prepositions", word):
            return GIVEN[word] is None
        return self.tokens.kinds[begin + 1] == "-" and INITIAL.fullmatch(word) is not None

    def _learn_beginning(self, name: Name) -> None:
        """Learn that a firm may go without its last word: "Varn Orley" of Varn Orley Foods."""
        begin, _, last = name.full.rpartition(" ")
        if " " not in begin or not self.words.has("firm_words", last.lower()):
            return
        if GIVEN[begin.partition(" ")[0].lower()] is not None:
            return  # "Ada Holm" is no firm
        short = self.known.get(begin)
        if short is None or not short.is_person:
            self.known[begin] = name

    def _learn_namesake(self, surname: str, first: Name, name: Name) -> None:
        """Learn that a surname is that of one more: not of "Liberal Ann Lee" besides Ann Lee."""
        shared = self.namesakes.get(surname, [first])
        same = any(
            one.full.endswith(f" {other.full}") or one.full.split()[0] == other.full.split()[0]
            for other in shared
            for one, other in ((name, other), (other, name))
        )
        if not same and len(shared) < MOST:
            self.namesakes[surname] = [*shared, name]

    def _learn_nickname(self, full: str, at: int) -> Name:
        """The person of a name with a nickname between marks in it: Karl "Tug" Orr."""
        bare = NICKNAME.sub(" ", full)
        name = self.known[full] = self._person(bare, at)
        nickname = NICKNAME.findall(full)
        if nickname:
            self.known[nickname[0]] = self.nicknames[nickname[0].lower()] = name
        return name

    def _is_surely_person(self, entity: FoundEntity, begin: int, end: int) -> bool:
        """Say whether a firm's kind before a name is somebody's trade: "the developer Ann Lee".

        A first name tells it, or that the text calls them by the last word alone.
        """
        words = self.tokens.words
        if entity.kind != "person" or not self.bodies.isdisjoint(words[begin:end]):
            return False
        surname = words[end - 1] in self.alone and words[begin] not in self.alone
        return surname or GIVEN[words[begin]] is not None

    def _goes_by_first_word(self, begin: int) -> bool:
        """Say whether a body is called by the first word of a name: "Skylink" of Skylink Coast."""
        word = self.tokens.words[begin]
        return not self.inflects and word in self.bodies_in_short and GIVEN[word] is None

    def _learn_surname(self, titles: int, at: int) -> None:
        """Learn a person who has no first name in the text: "Ms Orr"."""
        surname = self.tokens.words[at]
        if not self._titled(titles, at) and not self._holds_office(at):
            return
        known = self.by_surname.get(surname)
        if known is not None and not self._is_namesake(known, titles, at):
            return
        given = self.by_given.get(surname)
        if self.words.is_title(surname) or (given and given.first < self.tokens.starts[at]):
            return  # "the Lord Chancellor", and "Sir Alan" of Alan Brophy
        full = self._texts(at, at + 1)
        name = Name(full, True, self.tokens.starts[at], self._gender(titles, at))
        self.known[full] = self.by_surname[surname] = name
        if name.gender is not None:
            self.by_address.setdefault((surname, name.gender), name)

    def _holds_office(self, at: int) -> bool:
        """Say whether an office stands in front of a surname: "President Orr"."""
        entity = self._covering(at, at + 1)
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

    def _person(self, full: str, at: int) -> Name:
        """The person of a full name, in whatever case it stands; called as in the nominative."""
        name = self.known.get(full)
        if name is not None:
            return name
        if self.inflects:
            parts, code = tuple(map(key, full.split())), self.words.code
            name = self.by_parts.setdefault(parts, Name(nominative(full, code), True, at))
            self.known.setdefault(name.full, name)
            if is_nominative(full.split()[0].lower(), code):
                name.full = full
        else:
            name = Name(full, True, at)
            parts = full.split()
            if all(map(INITIAL.fullmatch, parts[1:-1])):
                # "Ada F. Holm" is Ada Holm.
                name = self.by_ends.setdefault((parts[0], parts[-1]), name)
        self.known[full] = name
        return name

    def _body(self, full: str, at: int) -> Name:
        """The body of a name, or whoever was learned by that name before."""
        name = self.known.get(full)
        if name is None:
            name = self.known[full] = Name(full, False, at)
        return name

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
        entity = self._covering(at, at + 1)
        return entity is not None and entity.kind == "person" and self._leads(at, at + 1)

    def _learn_given(self, at: int) -> None:
        """Learn a person who has only a first name in the text."""
        given, full = self.tokens.words[at], self._texts(at, at + 1)
        gender = self._gender(at, at) or GIVEN[given]
        name = Name(full, True, self.tokens.starts[at], gender)
        self.by_given[given] = self.known.setdefault(full, name)


def _call(table: dict[str, Name | None], word: str, name: Name) -> None:
    """Let a word lead to a name; to none where it is that of several."""
    table[word] = name if table.get(word, name) is name else None
