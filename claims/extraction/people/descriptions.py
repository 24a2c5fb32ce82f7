"""Whom an article means by "the minister", "the company" or "the 54-year-old"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from ..entities.tables import tables
from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..records import FoundEntity
from ..tagging.tokens import Tokens
from .known_names import Name
from .names import Names, fits
from .organisations import Organisations
from .origins import of_origin
from .source_nouns import NEWCOMERS
from .titles import kindred_offices, shortened_titles
from .told_roles import BEFORE, Description, RoleLearner

#: Class letters behind the name of who speaks: "Ada Holm said", "Ada Holm, who led it, said", "Cllr
#: Ada Holm (Ind) said", "Ada Holm, 34, of Oster Moor, said".
LEADS_ON = re.compile(r"(?:\([^)]{1,12}\))?(?:[var]|,s|(?:,#)?(?:,p[nNdp#&-]{1,14})?,[va])")
FIRST = 2  # number of the last sentence that may open an article, behind a headline and a byline
SOON = 3  # sentences in which who "the governor" of an opening is may be named
SCHOLARS = ("ologist", "ographer", "onomer", "atrician")  # endings of what scholars are called
OWNER = re.compile(r"['’]s?$")
APOSTROPHES = ("'", "’")
GROUPS = 4  # names back that a pronoun may mean
ORIGIN = 2  # words of "French leader"


class Descriptions(RoleLearner):
    """Descriptions of the persons of one document, and the organisations in it."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, entities: list[FoundEntity]):
        super().__init__(tokens, names, words)
        self.listed = tables(words.code)
        self.portfolios, self.ranks = words.table("portfolios"), words.table("ranks")
        self.defenders = words.table("defenders")
        self.somebodies = any_of(words.code, *NEWCOMERS)
        self.shortened, self.kindred = shortened_titles(words.code), kindred_offices(words.code)
        self.defending, self.accusing = words.table("defending"), words.table("accusing_offices")
        self.persons = [(start, name) for start, _, name in names.mentions if name.is_person]
        self.first_alone = self._first_alone()
        self.homes: dict[str, str] = {}  # person -> "swede", where the text calls them so
        self.ends = {start: end for start, end, _ in names.mentions}
        self.organisations = Organisations(tokens, names, words, entities)

    def person(
        self,
        phrase: list[str],
        at: int,
        body: frozenset[str] = frozenset(),
        *,
        owned: bool = False,
        owner: str = "",
    ) -> Name | None:
        """Person whom a definite description means at a code point; None if it fits nobody.

        phrase: its words in lower case, without the article. body: those of them that name what
        an office belongs to; one of them must be known of the person, if any is. owned: the
        text tells whose it is ("Orr's lawyer"). owner: that one's name in lower case.
        """
        told = self._officer_named_soon(phrase, at) if owned else None
        told = told or self.person_told(phrase, at, body, owner)
        return told or self.person_untold(phrase, at, body, owned=owned)

    def person_untold(
        self,
        phrase: list[str],
        at: int,
        body: frozenset[str] = frozenset(),
        *,
        owned: bool = False,
    ) -> Name | None:
        """The same of one whom nothing before the code point describes so."""
        head = self.head_of(phrase)
        named_later = self._named_later(head, phrase, body, owned=owned)
        if named_later is not None:
            return named_later
        if self.is_role(head):
            bare = self._named_soon(at, "" if owned else head)
            if bare is not None:
                made = Description(head, frozenset(phrase), at, bare)
                self.by_head.setdefault(head, []).append(made)
                return bare
        if not owned and self.is_generic(phrase):  # "his mother" is not who was named last
            index = bisect_left(self.persons, (at,))
            return self.persons[index - 1][1] if index else None
        return None

    def person_told(
        self, phrase: list[str], at: int, body: frozenset[str] = frozenset(), owner: str = ""
    ) -> Name | None:
        """Person whom the text has described so before a code point, or by a kindred office.

        owner: name in lower case of whoever the text says it is somebody of.
        """
        if phrase[0][0].isdigit() and (aged := self._of_age(phrase[0], at)) is not None:
            return aged
        head = self.head_of(phrase)
        same = [item for item in self._called(head) if not self._speaks_against(phrase, item)]
        if same and self.words.has("body_voices", head):
            owner = owner or next((word[:-2] for word in phrase[:-1] if OWNER.search(word)), "")
            if owner:
                same = [item for item in same if not self._speaks_for_another(owner, item)]
        told = _nearest(same, phrase, at, body) if same else None
        if told is not None:
            return told
        office = " ".join(phrase[-2:])  # "the union leader" is a general secretary
        office = office if office in self.kindred else head
        accuses = head in self.defenders and not self.accusing.isdisjoint(phrase)
        if office in self.kindred and not accuses:
            defends = not self.defending.isdisjoint(phrase)
            told = _nearest(self._kindred(office, defends=defends), phrase, at, body)
        if told is None and len(phrase) <= ORIGIN:
            told = of_origin(self, phrase, at)
        return told

    def _of_age(self, word: str, at: int) -> Name | None:
        """Who "the 34-year-old" is: the last of those whom the text gives that age."""
        age = f", {word.partition('-')[0]}"
        if age == f", {word}":
            return None
        text = self.tokens.text
        before = reversed(self.persons[: bisect_left(self.persons, (at,))])
        aged = (
            name
            for start, name in before
            if text.startswith(age, self.ends[start])
            and not text[self.ends[start] + len(age)].isalnum()
        )
        return next(aged, None)

    def _kindred(self, head: str, *, defends: bool) -> list[Description]:
        """Descriptions by another word for an office: "the prosecutor" of a district attorney."""
        return [
            item
            for words in self.kindred[head]
            for item in self.by_head.get(words[-1], ())
            if item.words.issuperset(words)
            and not (defends and not self.accusing.isdisjoint(item.words))
        ]

    def _speaks_for_another(self, owner: str, item: Description) -> bool:
        """Say whether somebody was told to speak for another: "a spokesman for the army"."""
        told = item.words - {item.head}
        return bool(told) and told.isdisjoint(owner.split())

    def _speaks_against(self, phrase: list[str], item: Description) -> bool:
        """Say whether two descriptions are of two offices: "health" and "finance minister"."""
        told, wanted = item.words - {item.head}, set(phrase)
        if self.ranks.isdisjoint(told) != self.ranks.isdisjoint(wanted):
            return True  # "the deputy mayor" is not the mayor
        if not wanted.isdisjoint(self.defending) and not told.isdisjoint(self.accusing):
            return True  # "the defense attorney" is no district attorney
        # "The attorney" is no attorney general, but any that was named.
        fields = self.portfolios & (wanted - {item.head})
        return bool(fields) and bool(told) and fields.isdisjoint(told)

    def _called(self, head: str) -> list[Description]:
        """Descriptions with a head; where nouns are compounds, "Senator" may be "Innensenator"."""
        known = self.by_head.get(head, [])
        short = self.shortened.get(head)
        if short is not None:  # "Col. Nadim" is the colonel
            known = [*known, *self.by_head.get(short, ())]
        if known or not self.words.words.get("capital_nouns") or not self.is_role(head):
            return known
        return [item for key in self.by_head if key.endswith(head) for item in self.by_head[key]]

    def is_generic(self, phrase: list[str]) -> bool:
        """Say whether words fit whoever was named: "father of two", but not "child's mother"."""
        for index, word in enumerate(phrase[:2]):
            if self.words.has("generic_persons", word.rpartition("-")[2]):
                if any(OWNER.search(word) for word in phrase):
                    return False
                after = phrase[index + 1 : index + 3]
                counted = len(after) < 2 or not self.words.has("name_joints", after[0])
                return counted or self.words.has("numerals", after[1]) or after[1].isdigit()
        return False

    def is_epithet(self, phrase: list[str], head: str) -> bool:
        """Say whether a description tells what sort of person one is: "the Labour councillor".

        It is said of somebody who was named; "the judge" may be one who was not.
        """
        if not (
            self.words.has("epithets", head)
            or head.endswith(SCHOLARS)
            or self.words.has("once", phrase[0])
        ):
            return False  # as mostly
        # "The former boss of a mill" is new to the text.
        return not any(OWNER.search(word) or self.words.has("indefinites", word) for word in phrase)

    def knows(self, phrase: list[str]) -> bool:
        """Say whether the text calls somebody all of this before a name: "главный врач"."""
        known = self.by_head.get(self.head_of(phrase), ())
        return any(item.words.issuperset(phrase) for item in known)

    def is_described(self, name: Name) -> bool:
        """Say whether the text tells who a person is."""
        return name.full in self.described

    def person_of_opening(self, phrase: list[str], at: int) -> Name | None:
        """Who "a health minister" of the first sentences is, if the next ones name somebody new."""
        head = self.head_of(phrase)
        sentence = self.tokens.sentence[max(0, bisect_left(self.tokens.starts, at) - 1)]
        if sentence > FIRST or not (
            self.is_role(head) or head in self.somebodies or self._does(head, at)
        ):
            return None
        name = self._named_soon(at, head)
        if name is not None:
            made = Description(head, frozenset(phrase), at, name)
            self.by_head.setdefault(head, []).append(made)
            self.described.add(name.full)
        return name

    def _does(self, head: str, at: int) -> bool:
        """Say whether "who" tells that a noun near a code point is a person: "a hiker who"."""
        begin = bisect_left(self.tokens.starts, at)
        words = self.tokens.words[begin : begin + BEFORE]
        behind = words[words.index(head) + 1 :] if head in words else []
        return self.words.has_any("person_relatives", behind[:1])

    def only_person(self, at: int) -> Name | None:
        """The one person named before a code point, if nobody else was."""
        here = bisect_left(self.persons, (at,))
        return self.persons[0][1] if 0 < here <= self.first_alone else None

    def _first_alone(self) -> int:
        """How many mentions of persons there are before somebody else is named."""
        if not self.persons:
            return 0
        first = self.persons[0][1].full
        others = (index for index, (_, name) in enumerate(self.persons) if name.full != first)
        return next(others, len(self.persons))

    def person_before(self, at: int, gender: str) -> Name | None:
        """Person named last before a code point, of those whom a pronoun may mean."""
        return next((name for _, name in self._recent(at, 0) if fits(name, gender)), None)

    def persons_between(self, since: int, at: int) -> Iterator[tuple[int, Name]]:
        """Persons named last between two code points, from the last; not those who only own.

        "Ada Holm's mill" and "the Holm campaign" are not she.
        """
        text, articles = self.tokens.text, self.words.table("articles")
        return (
            (start, name)
            for start, name in self._recent(at, since)
            if text[self.ends[start] : self.ends[start] + 1] not in APOSTROPHES
            and self.tokens.words[bisect_left(self.tokens.starts, start) - 1] not in articles
        )

    def _recent(self, at: int, since: int) -> Iterator[tuple[int, Name]]:
        index = bisect_left(self.persons, (at,))
        recent = reversed(self.persons[max(0, index - GROUPS) : index])
        return takewhile(lambda person: person[0] >= since, recent)

    def _officer_named_soon(self, phrase: list[str], at: int) -> Name | None:
        """Whom "its commander" means where an officer new to the text is named next, rather than
        an officer of somebody else."""
        head = self.head_of(phrase)
        if head not in self.kindred or self._called(head):
            return None
        soon = self._named_soon(at, head)
        return soon if soon is not None and soon.full in self.described else None

    def _named_soon(self, at: int, head: str = "") -> Name | None:
        """ "the governor said. ... Ada Holm told reporters": who is named next, if he or she is new
        to the text, leads a clause there, and nothing is said of who that is but `head`.
        """
        tokens = self.tokens
        index = bisect_left(self.persons, (at,))
        if index >= len(self.persons):
            return None
        start, name = self.persons[index]
        begin = bisect_left(tokens.starts, start)
        here = tokens.sentence[max(0, bisect_left(tokens.starts, at) - 1)]
        is_soon = here < tokens.sentence[begin] <= here + SOON
        after = bisect_left(tokens.starts, self.ends[start])
        leads = start in name.subjects and LEADS_ON.match(tokens.kinds, after) is not None
        speaks = leads or self._is_behind_cue(begin)
        first = tokens.spans[tokens.sentence[begin]][0]
        if tokens.kinds[begin - 1] == "," and tokens.kinds[first] not in "prt":
            return None  # "One of the doctors, Ada Holm, said"
        if not is_soon or not speaks or start != name.first:
            return None
        heads = list(self.words.table("heads")) if self.words.has("heads", head) else [head]
        heads += [words[-1] for words in self.kindred.get(head, ())]
        same = any(item.name is name for word in heads for item in self.by_head.get(word, ()))
        return None if name.full in self.described and not same else name

    def _is_behind_cue(self, begin: int) -> bool:
        """Say whether a name stands behind a verb of saying, and maybe titles: "said Col. Orr"."""
        words = self.tokens.words
        while begin > 0 and self.words.is_title(words[begin - 1].rstrip(".")):
            begin -= 1
        cue = self.words.cues.get(words[begin - 1]) if begin else None
        says = cue is not None and cue.is_past and cue.strong
        return says and self.tokens.kinds[begin - 1] == "v"

    def _named_later(
        self, head: str, phrase: list[str], body: frozenset[str], *, owned: bool
    ) -> Name | None:
        """ "Norway's envoy to Lim" of an opening, whom the text names further down.

        There is one of that kind in the text, and nothing that is said of him or her speaks
        against it.
        """
        later = self.by_head.get(head, ())
        if (len(phrase) < 2 and not owned) or len({item.name.full for item in later}) != 1:
            return None
        if (body and not body & later[0].words) or self._speaks_against(phrase, later[0]):
            return None
        known = later[0].words - {head}
        return later[0].name if not known or known & set(phrase) else None


def _nearest(
    items: list[Description], phrase: list[str], at: int, body: frozenset[str]
) -> Name | None:
    """Whom descriptions before a code point mean: the nearest of those that share most words."""
    known = [item for item in items if item.at < at and (not body or body & item.words)]
    wanted = set(phrase)
    best = max(known, key=lambda item: (len(wanted & item.words), item.at), default=None)
    return best.name if best is not None else None
