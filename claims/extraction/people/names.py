"""Names of people and organisations in one text, and what each may be called later on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.tokens import Tokens
from .declension import is_nominative, key, nominative, without_fleeting
from .name_runs import NO_PERSONS, OWNING, NameRuns
from .titles import GIVEN

LONGEST = 5  # words in a person's name
NAMING = 6  # tokens of "gave his name only as"
VOWELS = "аеёиоуыэюяіїє"  # endings of surnames that tell no case by themselves


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


class Names(NameRuns):
    """All names of a document; look-up by surname, by head word and by place.

    entities: what the whole text tells of each capitalised run, in order.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, entities: Sequence[FoundEntity] = ()):
        super().__init__(tokens, words, entities)
        self.known: dict[str, Name] = {}
        self.by_surname: dict[str, Name] = {}
        #: First word of a person's name; None where it is that of several.
        self.by_given: dict[str, Name | None] = {}
        self.by_head: dict[str, list[Name]] = {}
        #: Parts of a person's name without their case endings, where the language has those.
        self.by_parts: dict[tuple[str, ...], Name] = {}
        #: First word of a firm's name: "Orr" for "Orr Foods"; None where it is that of several.
        self.by_lead: dict[str, Name | None] = {}
        #: (start, end, name) of every mention, in order.
        self.mentions: list[tuple[int, int, Name]] = []
        kinds = tokens.kinds
        runs = [
            (begin, begin, stop, stop)  # a word alone, as most
            if stop - begin == 1 and kinds[begin - 1] != "n"
            else self._parts(begin, stop)
            for begin, stop in self._runs()
        ]
        for titles, begin, end, _ in runs:
            if end - begin > 1:
                self._learn(titles, begin, end)
            elif titles == begin and self._is_organisation(begin, end):
                self._learn_body(begin, end)  # no person: two words tell one, or what is around
        for titles, begin, end, _ in runs:
            if begin != end - 1:
                continue
            if titles < begin:
                self._learn_surname(titles, begin)
            elif tokens.words[begin] in self.by_surname or tokens.words[begin] in self.by_given:
                continue  # known by a longer name
            elif self._is_kin(begin) or self._goes_by(begin):
                self._learn_given(begin)
        for run in runs:
            self._mention(*run)
        pairs = [(at, name) for name in self.known.values() for at in name.subjects]
        self.subjects = sorted(pairs, key=lambda pair: pair[0])

    # --- look-up ---------------------------------------------------------------------------
    def in_span(self, start: int, end: int) -> Iterator[tuple[int, int, Name]]:
        """Mentions inside a code point span."""
        index = bisect_left(self.mentions, (start,))  # before all that begin there
        while index < len(self.mentions) and self.mentions[index][0] < end:
            yield self.mentions[index]
            index += 1

    def last_subject(self, before: int, after: int, gender: str | None) -> tuple[int, Name] | None:
        """Person that leads a clause between two code points, the last that fits the gender."""
        index = bisect_left(self.subjects, (before,)) - 1
        while index >= 0 and self.subjects[index][0] > after:
            at, name = self.subjects[index]
            if name.is_person and fits(name, gender):
                return at, name
            index -= 1
        return None

    def by_head_word(self, word: str, before: int) -> Name | None:
        """Organisation named before a code point whose name has this head word."""
        for name in reversed(self.by_head.get(word, ())):
            if name.first < before:
                return name
        return None

    def called(self, word: str, at: int) -> Name | None:
        """Whom one word means at a code point: a surname, or a first name after the full one."""
        named = self._by_surname(word)
        if named is not None:
            return named
        given = self.by_given.get(word)
        return given if given and given.first < at else None

    # --- learning --------------------------------------------------------------------------
    def _learn_firm(self, begin: int, end: int, at: int) -> None:
        """Learn a firm by its name and, where that has several words, by its first."""
        full = self._texts(begin, end)
        name = self.known.setdefault(full, Name(full, False, at))
        self.by_head.setdefault(self.tokens.words[end - 1], []).append(name)
        if end - begin > 1:
            _call(self.by_lead, self.tokens.words[begin], name)

    def _learn_body(self, begin: int, end: int) -> None:
        """Learn an organisation by its name and its head words, a firm also by its first."""
        tokens = self.tokens
        at = tokens.starts[begin]
        begin, end = self._stretch(begin, end)
        full = self._texts(begin, end)
        name = self.known.setdefault(full, Name(full, False, at))
        is_firm = self.words.has("firm_words", tokens.words[end - 1])
        if end - begin > 1 and (is_firm or (begin and self._is_of_a_kind(begin))):
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
        if entity is not None and entity.kind in NO_PERSONS:
            is_whole = entity.start == at and entity.end == self.tokens.ends[end - 1]
            if entity.kind != "org" or not is_whole:
                return
            name = self.known.setdefault(entity.text, Name(entity.text, False, at))
            self.by_head.setdefault(self.tokens.words[end - 1], []).append(name)
            if self.tokens.words[begin] in self.bodies_in_short:
                _call(self.by_lead, self.tokens.words[begin], name)
        elif titles == begin and self._is_firm_by_kind(begin, end):
            self._learn_firm(begin + 1, end, at)
        elif titles == begin and self._is_organisation(begin, end):
            self._learn_body(begin, end)
        elif 2 <= count <= LONGEST:
            full = " ".join(self._texts(begin, end).split())
            name = self._person(full, at)
            surname = self._surname(begin, end)
            self.by_surname.setdefault(surname, name)
            if self.inflects:
                for bare in (key(surname), without_fleeting(key(surname))):
                    self.by_surname.setdefault(bare, name)
            if self.tokens.kinds.count("N", begin, end) == end - begin:
                _call(self.by_given, self.tokens.words[begin], name)
            name.gender = name.gender or self._gender(titles, begin, addressed=True)
            name.gender = name.gender or GIVEN[self.tokens.words[begin]]
            name.gender = name.gender or self._gender(titles, begin)

    def _learn_surname(self, titles: int, at: int) -> None:
        """Learn a person who has no first name in the text: "Ms Orr"."""
        surname = self.tokens.words[at]
        if surname in self.by_surname or not self._titled(titles, at):
            return
        if self.words.is_title(surname) or self.by_given.get(surname):
            return  # "the Lord Chancellor", and "Sir Alan" of Alan Brophy
        full = self._texts(at, at + 1)
        name = Name(full, True, self.tokens.starts[at], self._gender(titles, at))
        self.known[full] = self.by_surname[surname] = name

    def _by_surname(self, word: str) -> Name | None:
        """Person of a surname in lower case; as it stands, or else in another case."""
        found = self.by_surname.get(word)
        return found or (self.by_surname.get(key(word)) if self.inflects else None)

    def _person(self, full: str, at: int) -> Name:
        """The person of a full name, in whatever case it stands; called as in the nominative."""
        name = self.known.get(full)
        if name is None and self.inflects:
            parts, code = tuple(map(key, full.split())), self.words.code
            name = self.by_parts.setdefault(parts, Name(nominative(full, code), True, at))
            self.known.setdefault(name.full, name)
            if is_nominative(full.split()[0].lower(), code):
                name.full = full
            self.known[full] = name
        return self.known.setdefault(full, name or Name(full, True, at))

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

    def _mention(self, titles: int, begin: int, end: int, close: int) -> None:
        tokens = self.tokens
        start, stop = tokens.starts[begin], tokens.ends[end - 1]
        full = tokens.text[start:stop]
        if end - begin > 1:
            begin += titles == begin and self._is_firm_by_kind(begin, end)
            start = tokens.starts[begin]
            full = " ".join(tokens.text[start:stop].split())
        name = self.known.get(full) or self._in_short(begin, end)
        if name is None or (not name.is_person and full not in name.full):
            return
        if name.is_person:
            # "Ms" tells more than a first name, and that more than "chairman".
            told = self._gender(titles, begin, addressed=True) or name.gender
            name.gender = told or self._gender(titles, begin)
        self.mentions.append((start, stop, name))
        if self._leads(titles, close) or (self.inflects and self._is_subject(begin, end, name)):
            name.subjects.append(start)

    def _in_short(self, begin: int, end: int) -> Name | None:
        """Whom a run of words names that is not a whole name, or a part of a longer one."""
        if end - begin > 1:
            name = self.known.get(self._texts(*self._stretch(begin, end)))
            return name or self._by_surname(self._surname(begin, end))
        words, name = self.tokens.words, None
        word = words[begin]
        # A word that nothing ties to others was looked up as it is.
        if words[begin - 1] in OWNING or (end < len(words) and words[end] in self.joints):
            whole = self._stretch(begin, end)
            name = self.known.get(self._texts(*whole)) if whole[1] - whole[0] > 1 else None
        name = name or self._by_surname(word)
        if name is not None:
            return name
        name = self._by_given_name(begin) if word in self.by_given else None
        return name or (self._by_lead(begin) if word in self.by_lead else None)

    def _by_given_name(self, at: int) -> Name | None:
        """Person whose full name came before, where only the first name stands: "Mara said"."""
        tokens = self.tokens
        name = self.called(tokens.words[at], tokens.starts[at])
        # "British officials" and "the South" are not called by the first word of a longer name.
        goes_on = tokens.kinds[at + 1 : at + 2] in ("n", "N", "-")
        return None if goes_on or tokens.kinds[at - 1 : at] == "d" else name

    def _by_lead(self, at: int) -> Name | None:
        """Firm whose full name came before, where only its first word stands."""
        name = self.by_lead.get(self.tokens.words[at])
        placed = self.tokens.kinds[at - 1 : at] == "p"
        return name if name and not placed and name.first < self.tokens.starts[at] else None

    def _is_subject(self, begin: int, end: int, name: Name) -> bool:
        """Say whether a name stands as a person is called, in full or at the start of a sentence.

        Where names are declined that tells the subject, wherever it stands: "Бюро возглавила
        Анна Орлова", "Сам Орлов вину не признал".
        """
        tokens = self.tokens
        surname = tokens.text[tokens.starts[end - 1] : tokens.ends[end - 1]]
        if not name.is_person or name.full.rpartition(" ")[2] != surname:
            return False
        first = tokens.spans[tokens.sentence[begin]][0]
        if begin - first > 1 and " " in name.full:
            given = tokens.text[tokens.starts[end - 2] : tokens.ends[end - 2]]
            return name.full.startswith(given) and is_nominative(given.lower(), self.words.code)
        sure = surname[-1] not in VOWELS or (name.gender == "f" and surname[-1] in "ая")
        return sure and not tokens.kinds[first:begin].strip("r")


def _call(table: dict[str, Name | None], word: str, name: Name) -> None:
    """Let a word lead to a name; to none where it is that of several."""
    table[word] = name if table.get(word, name) is name else None


def fits(name: Name, gender: str | None) -> bool:
    """Say whether a pronoun of this gender may stand for the name."""
    return gender is None or name.gender is None or name.gender == gender
