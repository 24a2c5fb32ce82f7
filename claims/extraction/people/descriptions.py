"""Whom an article means by "the minister", "the company" or "the 54-year-old"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from ..entities.tables import tables
from ..layout.blocks import dateline_end
from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..records import FoundEntity
from ..tagging.tokens import Tokens
from .genitives import role_of
from .learned_names import Name
from .name_runs import MAKER
from .names import Names, fits
from .titles import kindred_offices, parties_of, roles_of, shortened_titles
from .told_kinds import ToldKinds

#: Class letters behind the name of who speaks: "Ada Holm said", "Ada Holm, who led it, said", "Cllr
#: Ada Holm (Ind) said", "Ada Holm, 34, of Oster Moor, said".
LEADS_ON = re.compile(r"(?:\([^)]{1,12}\))?(?:[var]|,s|(?:,#)?(?:,p[nNdp#&-]{1,14})?,[va])")
FIRST = 2  # number of the last sentence that may open an article, behind a headline and a byline
SOON = 3  # sentences in which who "the governor" of an opening is may be named
BEFORE = 8  # tokens of a description in front of a name
AFTER = 14  # tokens of one behind it
OPENING = 8  # sentences among which the date line stands
SCHOLARS = ("ologist", "ographer", "onomer", "atrician")  # endings of what scholars are called
OWNER = re.compile(r"['’]s?$")
APOSTROPHES = ("'", "’")
#: Tables of nouns for one person of whom an opening tells no name yet.
SOMEBODY = ("people", "generic_persons", "trades", "epithets")
#: Tables of words for a side in court, and of those who stand for it.
SIDES = (("prosecuting", "prosecutors"), ("defending", "defenders"))
SIDE = 6  # tokens behind a name in which ", for the defence," stands
NO_SUBJECT = frozenset("vagp")  # class letters that stand in front of no subject
GROUPS = 4  # names back that "the company" or a pronoun may mean
REACH = 400  # names back among which those are looked for


@dataclass(slots=True)
class Description:
    """What is said of a person in passing: `head` is the noun, `words` all words of it."""

    head: str
    words: frozenset[str]
    at: int
    name: Name


class Descriptions:
    """Descriptions of the persons of one document, and the organisations in it."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, entities: list[FoundEntity]):
        self.tokens, self.words, self.names = tokens, words, names
        self.listed = tables(words.code)
        self.roles = roles_of(words.code)
        self.portfolios, self.ranks = words.table("portfolios"), words.table("ranks")
        self.sides = any_of(words.code, *(side for side, _ in SIDES))
        self.links = any_of(words.code, "prepositions", "genitives")
        #: "депутат Облсовета": whose office it is stands behind it, with nothing between them.
        self.genitive_behind = bool(words.table("inflected"))
        self.by_head: dict[str, list[Description]] = {}
        self.described: set[str] = set()
        self.addresses = words.table("plain_addresses") or words.table("addresses")
        self.kinds = any_of(words.code, "lone_organisations", "organisation_words")
        self.defenders = words.table("defenders")
        self.chance_roles = any_of(words.code, "chance_roles", "kin")
        self.parties = parties_of(words.code)
        self.somebodies = any_of(words.code, *SOMEBODY)
        self.shortened, self.kindred = shortened_titles(words.code), kindred_offices(words.code)
        self.defending, self.accusing = words.table("defending"), words.table("accusing_offices")
        self.persons = [(start, name) for start, _, name in names.mentions if name.is_person]
        self.first_alone = self._first_alone()
        self.ends = {start: end for start, end, _ in names.mentions}
        self.told = ToldKinds(tokens, words, entities)
        filed_by = self._filed_by()
        self.organisations = [
            (item.start, item)
            for item in entities
            if item.kind == "org" and item.text not in filed_by and not self._is_noun(item)
        ]
        self.bodies = {item.text for _, item in self.organisations}
        for start, end, name in names.mentions:
            if name.is_person:
                self._learn(start, end, name)

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
        told = self.person_told(phrase, at, body, owner)
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
        return told

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
        speaks = LEADS_ON.match(tokens.kinds, after)
        first = tokens.spans[tokens.sentence[begin]][0]
        if tokens.kinds[begin - 1] == "," and tokens.kinds[first] not in "prt":
            return None  # "One of the doctors, Ada Holm, said"
        if not is_soon or not speaks or start != name.first or start not in name.subjects:
            return None
        heads = self.words.table("heads") if self.words.has("heads", head) else (head,)
        same = any(item.name is name for word in heads for item in self.by_head.get(word, ()))
        return None if name.full in self.described and not same else name

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

    def organisation(self, phrase: list[str], at: int) -> str | None:
        """Organisation that "the company" means: the one that led a sentence last, or came last.

        phrase: its words in lower case, without the article.
        """
        head = self.head_of(phrase)
        alone = len(phrase) == 1 and self.words.has("lone_organisations", head)
        generic = self.words.has("generic_organisations", head) or head.endswith(MAKER)
        generic = generic or self.words.has("overseers", head)
        if not alone and not generic:
            return None
        index = bisect_left(self.organisations, (at,))
        passing = self.told.passing
        if self.words.has("businesses", head):
            passing = passing | self.told.papers
        elif self.words.has("no_businesses", head):
            passing = passing | self.told.firms  # "the union" is no mill
        before = (item for _, item in self.organisations[max(0, index - REACH) : index][::-1])
        recent = [*islice((item for item in before if item.text not in passing), GROUPS)][::-1]
        if self.words.has("overseers", head):
            recent = [item for item in recent if self.is_public(item.text)]
            field = [word for word in phrase[:-1] if not self.words.has("vague_fields", word)]
            if field:  # "the rail regulator"
                recent = [
                    item for item in recent if not set(field).isdisjoint(item.text.lower().split())
                ]
        if self.words.has("businesses", head) or head.endswith(MAKER):
            recent = [item for item in recent if not self.is_public(item.text)]
        if self.words.has("plain_kinds", head):  # "the fund" is no Association of Teachers
            recent = [item for item in recent if not self._is_of_another_kind(item.text, head)]
        leading = next((item for item in reversed(recent) if self._leads(item.start)), None)
        own = [item for item in recent if not self._employs(item.start)]
        meant = leading or (own or recent or [None])[-1]
        if meant is None:
            return None
        known = next((name for _, _, name in self.names.in_span(meant.start, meant.end)), None)
        same = (
            known is not None
            and not known.is_person
            and (
                # "Varn" of Varn Rail, or "Drugmaker Varn Pharma"
                known.full.startswith(meant.text) or meant.text.endswith(known.full)
            )
        )
        return known.full if known is not None and same else meant.name or meant.text

    def _is_of_another_kind(self, name: str, head: str) -> bool:
        """Say whether a name tells a body to be something else than a head does."""
        kinds = [word for word in name.lower().split() if word in self.kinds]
        return bool(kinds) and head not in kinds

    def _is_noun(self, item: FoundEntity) -> bool:
        """Say whether a capital only opens a sentence or an office: "Agency staff left"."""
        after = bisect_left(self.tokens.starts, item.end)
        if self.words.has_any("portfolio_holders", self.tokens.words[after : after + 1]):
            return True  # "Finance Minister Aksel Thorne"
        if " " in item.text:
            return False  # as mostly
        word = item.text.lower()
        if self.words.has("generic_organisations", word):
            return True  # "Drugmaker hits back"
        begin = bisect_left(self.tokens.starts, item.start)
        if self.tokens.kinds[begin + 1 : begin + 3] == "nN" and self.is_role(
            self.tokens.words[begin + 1]
        ):
            return True  # "Labour economist Ada Holm"
        if not self.words.has("organisation_words", word):
            return False
        opens = begin == self.tokens.spans[self.tokens.sentence[begin]][0]
        follows = self.tokens.text[item.end + 1 : item.end + 2].islower()
        return follows and opens and self.tokens.kinds[begin + 1 : begin + 2] == "n"

    def is_organisation(self, name: str) -> bool:
        """Say whether the text tells a name to be that of an organisation."""
        return name in self.bodies

    def is_public(self, name: str) -> bool:
        """Say whether a body is no company by its name: a council, a newspaper, a university."""
        return self.words.has_any("no_businesses", name.lower().split())

    def _leads(self, start: int) -> bool:
        """Say whether a name is the subject of its sentence: nothing but a date line before it."""
        begin = bisect_left(self.tokens.starts, start)
        before = self.tokens.kinds[self.tokens.spans[self.tokens.sentence[begin]][0] : begin]
        return NO_SUBJECT.isdisjoint(before)

    def body_here(self, at: int) -> str | None:
        """Body that leads what is said in the sentence of a code point, before that."""
        index = bisect_left(self.organisations, (at,))
        near = (item for _, item in self.organisations[max(0, index - GROUPS) : index][::-1])
        return next((item.name or item.text for item in near if self._leads_clause(item, at)), None)

    def _leads_clause(self, item: FoundEntity, at: int) -> bool:
        """Say whether a name is the subject of what is said in the sentence of a code point.

        "Orr noted that Varn Rail had lost 9 million; the company puts it at 8".
        """
        starts, kinds, sentence = self.tokens.starts, self.tokens.kinds, self.tokens.sentence
        begin, here = bisect_left(starts, item.start), bisect_left(starts, at)
        if here >= len(sentence) or sentence[begin] != sentence[here] or not begin:
            return False
        behind = bisect_left(starts, item.end)
        return kinds[begin - 1] in "sv" and kinds[behind : behind + 1] in ("v", "a")

    def _employs(self, start: int) -> bool:
        """Say whether a name only tells where somebody works: "Tomas Ek of Nordbank"."""
        begin = bisect_left(self.tokens.starts, start)
        return self.tokens.kinds[max(0, begin - 2) : begin] == "Np"

    # --- learning --------------------------------------------------------------------------
    def _filed_by(self) -> frozenset[str]:
        """The agency in the date line of the article, which nobody calls "the company"."""
        tokens, text = self.tokens, self.tokens.text
        for begin, end in tokens.spans[:OPENING]:
            if begin < end:
                start, stop = tokens.starts[begin], tokens.ends[end - 1]
                if text.find("(", start, stop) < 0:
                    continue
                line = text[start : dateline_end(text, start, stop)]
                if "(" in line:
                    return frozenset({line.partition("(")[2].partition(")")[0]})
        return frozenset()

    def _learn(self, start: int, end: int, name: Name) -> None:
        tokens = self.tokens
        begin = bisect_left(tokens.starts, start)
        stop = bisect_left(tokens.starts, end, begin)
        first, last = tokens.spans[tokens.sentence[begin]]
        phrases = []
        before = tokens.kinds[begin - 1]
        if begin > first and before in "nN":
            phrases.append(self._in_front(begin, first))
        elif begin - 1 > first and before == ",":
            phrases.append(self._apposed(begin - 1, first))
        if stop < last and tokens.kinds[stop] == ",":
            phrases.append(self._behind(stop, last))
            party = self.parties.get(tokens.words[stop + 1]) if stop + 2 < last else None
            if party is not None and tokens.kinds[stop + 2] == "-":
                phrases.append([party])  # "Sen. Ada Holm, D-Oster, said"
        near = tokens.words[stop + 1 : min(last, stop + SIDE)]
        if not self.sides.isdisjoint(near) or tokens.words[begin - 2] in self.sides:
            phrases += [[head] for head in self._side(begin, stop, first, last)]
        for phrase in phrases:
            if phrase:
                self._note(phrase, name, start)

    def _note(self, phrase: list[str], name: Name, at: int) -> None:
        head = self.head_of(phrase)
        made = Description(head, frozenset(phrase), at, name)
        self.by_head.setdefault(head, []).append(made)
        # "Dr" and "her neighbour" tell little of what somebody does.
        plain = len(phrase) == 1 and head.strip(".") in self.addresses
        if not plain and head not in self.chance_roles:
            self.described.add(name.full)

    def _in_front(self, begin: int, first: int) -> list[str]:
        """ "Finance Minister", "opposition leader" right before a name."""
        tokens, at = self.tokens, begin
        while at > first and begin - at < BEFORE and tokens.kinds[at - 1] in "nN":
            at -= 1
        phrase = [word.rstrip(".") for word in tokens.words[at:begin]]
        if self.genitive_behind:
            phrase = [role_of(word, self.words.code) for word in phrase]
        while phrase and self.words.has("mere_titles", phrase[-1].strip(".")):
            phrase.pop()  # "Lord" tells nothing of what he is
        return phrase if phrase and self.is_role(self.head_of(phrase)) else []

    def _apposed(self, comma: int, first: int) -> list[str]:
        """ "the governor of Oster, ": a role at the head, up to the comma."""
        tokens, at = self.tokens, comma
        while at > first and comma - at < BEFORE and tokens.kinds[at - 1] in "nNd#p-":
            at -= 1
        while at < comma and tokens.kinds[at] in "dp":
            at += 1
        phrase = tokens.words[at:comma]
        return phrase if phrase and self.is_role(self.head_of(phrase)) else []

    def _behind(self, stop: int, last: int) -> list[str]:
        """ ", 54, head of the clinic," after a name, from the comma on."""
        tokens = self.tokens
        at = stop
        if tokens.kinds[at + 1 : at + 3] == "#,":
            at += 2
        if at + 1 >= last or tokens.kinds[at] != "," or tokens.kinds[at + 1] not in "dn":
            return []
        begin = at + 1 + (tokens.kinds[at + 1] == "d")
        end = begin
        while end < last and end - begin < AFTER and tokens.kinds[end] in "nNd#p-":
            end += 1
        closes = end >= last or tokens.kinds[end] in ',.;:"-sv'
        if closes and end < last and tokens.kinds[end] == "v":
            # "Ada Holm, her mother said, was hurt": who speaks, not who she is.
            closes = not self.words.has("owners", tokens.words[at + 1])
        return tokens.words[begin:end] if closes else []

    def _side(self, begin: int, stop: int, first: int, last: int) -> list[str]:
        """What somebody is who stands for a side in court: "Ada Holm, for the defence,", "Opening
        the case for the prosecution, Ada Holm"."""
        tokens, words = self.tokens, self.words
        for side, roles in SIDES:
            for at in (*range(stop + 1, min(last, stop + SIDE)), begin - 2):
                if at < first or not words.has(side, tokens.words[at]):
                    continue
                behind = at > stop and tokens.kinds[stop] in ",N"
                ahead = at == begin - 2 and tokens.kinds[begin - 1] == ","
                if (behind or ahead) and "v" not in tokens.kinds[stop:at]:
                    return sorted(words.table(roles))
        return []

    def head_of(self, phrase: list[str]) -> str:
        """Last noun of a phrase before "of", "for" or another link."""
        if len(phrase) == 1:
            return phrase[0]  # as mostly
        if self.genitive_behind:
            return next(
                (word for word in phrase if self.is_role(word)), phrase[-1] if phrase else ""
            )
        if not self.links.isdisjoint(phrase[1:]):
            return next(head for head, link in pairwise(phrase) if link in self.links)
        return phrase[-1] if phrase else ""

    def is_role(self, word: str) -> bool:
        """Say whether a word is a title or an office that one person holds."""
        return self.roles[word]


def _nearest(
    items: list[Description], phrase: list[str], at: int, body: frozenset[str]
) -> Name | None:
    """Whom descriptions before a code point mean: the nearest of those that share most words."""
    known = [item for item in items if item.at < at and (not body or body & item.words)]
    wanted = set(phrase)
    best = max(known, key=lambda item: (len(wanted & item.words), item.at), default=None)
    return best.name if best is not None else None
