"""Which organisation "the company" is: the one that led a sentence last, or came last."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..records import FoundEntity
from ..tagging.tokens import Tokens
from .name_runs import MAKER
from .names import Names
from .phrase_heads import PhraseHeads
from .told_kinds import ToldKinds

OPENING = 8  # sentences among which the date line stands
NO_SUBJECT = frozenset("vagp")  # class letters that stand in front of no subject
GROUPS = 4  # names back that "the company" may mean
REACH = 400  # names back among which those are looked for


class Organisations(PhraseHeads):
    """The organisations in one document, in the order of the text."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, entities: list[FoundEntity]):
        super().__init__(words)
        self.tokens, self.names = tokens, names
        self.kinds = any_of(self.words.code, "lone_organisations", "organisation_words")
        self.told = ToldKinds(self.tokens, self.words, entities)
        filed_by = self._filed_by()
        self.named = [
            (item.start, item)
            for item in entities
            if item.kind == "org" and item.text not in filed_by and not self._is_noun(item)
        ]
        self.bodies = {item.text for _, item in self.named}

    def meant(self, phrase: list[str], at: int) -> str | None:
        """Name of the organisation that "the company" at a code point means.

        phrase: its words in lower case, without the article.
        """
        recent = self._called(phrase, at)
        meant = self._leader_of(recent)
        own = (item for item in recent if not self._employs(item.start))
        meant = meant or next(own, recent[0] if recent else None)
        return self._in_full(meant) if meant is not None else None

    def leading(self, phrase: list[str], at: int) -> str | None:
        """The same of those alone that lead a sentence."""
        meant = self._leader_of(self._called(phrase, at))
        return self._in_full(meant) if meant is not None else None

    def _leader_of(self, recent: list[FoundEntity]) -> FoundEntity | None:
        """The first of some organisations that leads a sentence."""
        return next((item for item in recent if self._leads(item.start)), None)

    def _called(self, phrase: list[str], at: int) -> list[FoundEntity]:
        """The organisations before a code point that may be called so, the last first."""
        head = self.head_of(phrase)
        alone = len(phrase) == 1 and self.words.has("lone_organisations", head)
        generic = self.words.has("generic_organisations", head) or head.endswith(MAKER)
        if not (alone or generic or self.words.has("overseers", head)):
            return []
        return self._of_kind(self._recent(head, at), phrase, head)

    def _recent(self, head: str, at: int) -> list[FoundEntity]:
        """The organisations named last before a code point, the last first."""
        index = bisect_left(self.named, (at,))
        passing = self.told.passing
        if self.words.has("businesses", head):
            passing = passing | self.told.papers
        elif self.words.has("no_businesses", head):
            passing = passing | self.told.firms  # "the union" is no mill
        before = (item for _, item in self.named[max(0, index - REACH) : index][::-1])
        return [*islice((item for item in before if item.text not in passing), GROUPS)]

    def _of_kind(
        self, recent: list[FoundEntity], phrase: list[str], head: str
    ) -> list[FoundEntity]:
        """Those whose names do not speak against what a phrase calls them."""
        if self.words.has("overseers", head):
            recent = [item for item in recent if self.is_public(item.text)]
            field = {word for word in phrase[:-1] if not self.words.has("vague_fields", word)}
            if field:  # "the rail regulator"
                recent = [
                    item for item in recent if not field.isdisjoint(item.text.lower().split())
                ]
        if self.words.has("businesses", head) or head.endswith(MAKER):
            recent = [item for item in recent if not self.is_public(item.text)]
        if self.words.has("plain_kinds", head):  # "the fund" is no Association of Teachers
            recent = [item for item in recent if not self._is_of_another_kind(item.text, head)]
        return recent

    def _in_full(self, item: FoundEntity) -> str:
        """The name of an organisation as the text has it in full."""
        known = next((name for _, _, name in self.names.in_span(item.start, item.end)), None)
        if known is None or known.is_person:
            return item.name or item.text
        # "Varn" of Varn Rail, or "Drugmaker Varn Pharma"
        same = known.full.startswith(item.text) or item.text.endswith(known.full)
        return known.full if same else item.name or item.text

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

    def leading_here(self, at: int) -> str | None:
        """Body that leads what is said in the sentence of a code point, before that."""
        index = bisect_left(self.named, (at,))
        near = (item for _, item in self.named[max(0, index - GROUPS) : index][::-1])
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

    def _filed_by(self) -> frozenset[str]:
        """The agency in the date line of the article, which nobody calls "the company"."""
        tokens = self.tokens
        for number, behind in tokens.filed.items():
            start, end = tokens.starts[tokens.spans[number][0]], tokens.ends[behind - 1]
            line = tokens.text[start:end]
            if number < OPENING and "(" in line:
                return frozenset({line.partition("(")[2].partition(")")[0]})
        return frozenset()
