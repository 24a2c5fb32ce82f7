"""Names of people and organisations in one text, and what each may be called later on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.flags import TRIGGERS
from ..tagging.tokens import OWNING, Tokens
from .declension import is_nominative, key
from .known_names import Name
from .learned_names import NameLearner
from .nicknames import Nicknames
from .told_firms import Run

KIN = 3  # tokens of "father," in front of a name
BESIDE = 7  # tokens of "Peter Holm, the former governor"
PAPERS = 20  # mentions of longer names among which that of a newspaper is looked for
VOWELS = "аеёиоуыэюяіїє"  # endings of surnames that tell no case by themselves


class Names(NameLearner):
    """All names of a document; look-up by surname, by head word and by place.

    entities: what the whole text tells of each capitalised run, in order.
    headed: code point up to which the headline goes.
    """

    def __init__(
        self,
        tokens: Tokens,
        words: Lexicon,
        entities: Sequence[FoundEntity] = (),
        headed: int = 0,
    ):
        super().__init__(tokens, words, entities)
        #: (start, end, name) of every mention, in order.
        self.mentions: list[tuple[int, int, Name]] = []
        self.told_of: dict[str, Name] = {}  # surname of several -> who led a clause or spoke last
        kinds, spans = tokens.kinds, list(self._runs())
        self.alone = {tokens.words[begin] for begin, stop in spans if stop - begin == 1}
        runs = [
            (begin, begin, stop, stop)  # a word alone, as most
            if stop - begin == 1 and kinds[begin - 1] != "n"
            else self._parts(begin, stop)
            for begin, stop in spans
        ]
        below = bisect_left(runs, bisect_left(tokens.starts, headed), key=lambda run: run[0])
        self._learn_told_by_kind()
        self._learn_full(runs[below:])
        self._learn_headline(runs[:below], runs[below:])
        self._learn_nicknames(runs)
        self._learn_short(runs)
        self._find_mentions(runs)
        self.places = [start for start, _, _ in self.mentions]
        pairs = [(at, name) for name in self.known.values() for at in name.subjects]
        self.subjects = sorted(pairs, key=lambda pair: pair[0])

    # --- look-up ---------------------------------------------------------------------------
    def in_span(self, start: int, end: int) -> list[tuple[int, int, Name]]:
        """Mentions inside a code point span."""
        first = bisect_left(self.places, start)
        return self.mentions[first : bisect_left(self.places, end, first)]

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
        named = self.nicknames.get(word) or self._by_surname(word)
        if word in self.namesakes:
            here = self.in_span(at, at + len(word))
            named = here[0][2] if here else named
        if named is not None:
            return named
        given = self.by_given.get(word)
        return given if given and given.first <= at else None

    # --- nicknames -------------------------------------------------------------------------
    def _learn_nicknames(self, runs: list[Run]) -> None:
        """Learn what the persons are called beside their names; that is nobody else's name."""
        for (_, begin, end, _), name in Nicknames(self, runs).find():
            full = " ".join(self.wording(begin, end).split())
            other = self.known.get(full)
            self.known[full] = name
            if end - begin == 1:
                self.nicknames[self.tokens.words[begin]] = name
            elif other is not None and other is not name:
                if self.by_surname.get(self.tokens.words[end - 1]) is other:
                    self.by_surname[self.tokens.words[end - 1]] = name
                self.by_given.pop(self.tokens.words[begin], None)

    # --- mentions --------------------------------------------------------------------------
    def _find_mentions(self, runs: list[Run]) -> None:
        """Find where the names that are known by now stand, in full or in short."""
        known, text, words = self.known, self.tokens.text, self.tokens.words
        starts, ends = self.tokens.starts, self.tokens.ends
        called = {*self.by_surname, *self.by_given, *self.by_lead, *self.nicknames}
        for titles, begin, end, close in runs:
            if (
                end - begin == 1
                and words[begin] not in called
                and text[starts[begin] : ends[begin]] not in known
                and not (self.inflects or self._is_tied(begin, end))
            ):
                continue  # as most words with a capital: no name that the text has told
            self._mention(titles, begin, end, close)

    def _mention(self, titles: int, begin: int, end: int, close: int) -> None:
        tokens, words = self.tokens, self.tokens.words
        start, stop = tokens.starts[begin], tokens.ends[end - 1]
        full = tokens.text[start:stop]
        if end - begin > 1:
            begin += titles == begin and self._is_firm_by_kind(begin, end)
            start = tokens.starts[begin]
            full = " ".join(tokens.text[start:stop].split())
        gender = self._gender(titles, begin)
        addressed = self._gender(titles, begin, addressed=True) if gender else None
        name = (
            self.by_address.get((words[begin], addressed))
            if addressed and end - begin == 1
            else None
        )
        name = name or self.known.get(full)
        if name is None and self.namesakes:
            name = self._namesake(titles, begin, end)
        name = name or self._in_short(begin, end)
        if name is None or (not name.is_person and full not in name.full):
            return
        if end - begin == 1 and self.words.has("paper_words", words[begin]):
            name = self._paper_in_full(name, words[begin])
        if name.is_person:
            # "Ms" tells more than a first name, and that more than "chairman".
            name.gender = addressed or name.gender or gender
        self.mentions.append((start, stop, name))
        if self._leads(titles, close) or (self.inflects and self._is_subject(begin, end, name)):
            name.subjects.append(start)
        if self.namesakes and name.is_person and self._is_told_of(titles, start, name):
            self.told_of[name.full.rpartition(" ")[2].lower()] = name

    def _is_told_of(self, begin: int, start: int, name: Name) -> bool:
        """Say whether a person leads a clause or is the one who said something: "said Ann Lee"."""
        if name.subjects[-1:] == [start]:
            return True
        said = self.tokens.kinds[begin - 1 : begin] == "v"
        return said and bool(self.tokens.flags[begin - 1] & TRIGGERS)

    def _namesake(self, titles: int, begin: int, end: int) -> Name | None:
        """Whom a surname of several means: by "Mr" or "the younger", or who was told of last."""
        surname = self.surname(begin, end)
        shared = self.namesakes.get(surname)
        if shared is None:
            return None
        word = self.tokens.words[begin - 1] if begin == titles and begin else ""
        for table, place in (("younger", -1), ("elder", 0)):
            if self.words.has(table, word):
                return self._by_age(shared)[place]
        titled = self._titled_alike(titles, begin, shared)
        if titled is not None:
            return titled
        gender = self._gender(titles, begin, addressed=True)
        last = self.told_of.get(surname)
        if last is not None and (fits(last, gender) or gender is None):
            return last
        if gender is None:
            return None
        named = [name for name in shared if name.gender == gender]
        # "Mrs Orr" is Jean Orr, whatever Jean may be, if the other one is Derek Orr.
        open_to = [name for name in shared if name.gender is None]
        return named[0] if named else open_to[0] if len(open_to) == 1 else None

    def _titled_alike(self, titles: int, begin: int, shared: list[Name]) -> Name | None:
        """The one of some persons beside whose full name the same title stands: "the governor"."""
        held = {word.strip(".") for word in self.tokens.words[titles:begin]}
        held -= self.words.table("addresses")
        for name in shared if held else ():
            index = bisect_left(self.tokens.starts, name.first)
            if not held.isdisjoint(self.tokens.words[max(0, index - KIN) : index + BESIDE]):
                return name
        return None

    def _by_age(self, shared: list[Name]) -> list[Name]:
        """Persons of one surname, the eldest first: in order, but for "his father, Karl Lind"."""
        first, last = shared[0], shared[-1]
        index = bisect_left(self.tokens.starts, last.first)
        words = self.tokens.words[max(0, index - KIN) : index]
        return [last, first] if self.words.has_any("forebears", words) else [first, last]

    def _paper_in_full(self, name: Name, word: str) -> Name:
        """The one newspaper of the text whose name has more words: "the Tide" for "Oster Tide"."""
        named = self.by_head.get(word, [])[:PAPERS]
        longer = {item.full: item for item in named if " " in item.full}
        return longer.popitem()[1] if len(longer) == 1 else name

    def _in_short(self, begin: int, end: int) -> Name | None:
        """Whom a run of words names that is not a whole name, or a part of a longer one."""
        if end - begin > 1:
            name = self.known.get(self.wording(*self._stretch(begin, end)))
            return name or self._by_surname(self.surname(begin, end))
        name, word = None, self.tokens.words[begin]
        # A word that nothing ties to others was looked up as it is.
        if self._is_tied(begin, end):
            whole = self._stretch(begin, end)
            name = self.known.get(self.wording(*whole)) if whole[1] - whole[0] > 1 else None
        name = name or self.nicknames.get(word) or self._by_surname(word)
        if name is not None:
            return name
        name = self._by_given_name(begin) if word in self.by_given else None
        return name or (self._by_lead(begin) if word in self.by_lead else None)

    def _is_tied(self, begin: int, end: int) -> bool:
        """Say whether an owner, or a word such as "of", makes a word part of a longer name."""
        words = self.tokens.words
        joined = end < len(words) and self.words.has("name_joints", words[end])
        return joined or words[begin - 1] in OWNING

    def _by_surname(self, word: str) -> Name | None:
        """Person of a surname in lower case; as it stands, or else in another case."""
        found = self.by_surname.get(word)
        return found or (self.by_surname.get(key(word)) if self.inflects else None)

    def _by_given_name(self, at: int) -> Name | None:
        """Person whose full name came before, where only the first name stands: "Mara said".

        "His widow, Jean," may be given her surname later.
        """
        tokens = self.tokens
        if self._is_kin(at):
            return self.by_given[tokens.words[at]]
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


def fits(name: Name, gender: str | None) -> bool:
    """Say whether a pronoun of this gender may stand for the name."""
    return gender is None or name.gender is None or name.gender == gender
