"""Which body "the council", "the firm" or "the Basel-based company" means."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import Lexicon, lexicon
from ..lexicon.together import any_of
from ..tagging.tokens import Tokens
from .descriptions import Descriptions
from .name_runs import MAKER
from .names import Names
from .owners import OwnerReader
from .titles import GIVEN
from .turns import TURNS

#: "director of Varno", "chief executive at Varn Rail".
HEADED = re.compile(r"(?P<role>\w+) (?:of|at) (?P<firm>[A-Z][\w&]*(?: [A-Z&][\w]*)*)(?=,|$)")
#: "Varno spokeswoman Ada Orr", "Varn Rail's chief executive, Ada Orr".
OF_FIRM = re.compile(
    r"(?P<firm>[A-Z][\w&]*(?: [A-Z&][\w]*)*)(?:['’]s?)? (?:[a-z]+ ){0,3}?"
    r"(?P<role>[a-z]+),? (?=[A-Z])"
)
BASED = re.compile(r"[-‑][a-z]+$")  # the end of "Basel-based"


def behind_seat(words: list[str]) -> list[str]:
    """The words behind the last that tells where a body sits: behind "New York-based"."""
    seat = max((at for at, word in enumerate(words) if BASED.search(word)), default=-1)
    return words[seat + 1 :]


@cache
def kindred_bodies(code: str) -> dict[str, list[str]]:
    """What a body may be called -> words of the names of those that are: "force" of the police."""
    pairs = (pair.partition(": ") for pair in lexicon(code).table("kindred_bodies"))
    return {called: others.split(", ") for called, _, others in pairs}


class BodyReader(OwnerReader):
    """Tells which body is meant by what bodies of its kind are called."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, descriptions: Descriptions):
        super().__init__(tokens, names, words, descriptions)
        self.bodies = any_of(words.code, "generic_organisations", "groups")

    def _body_meant(self, phrase: list[str], at: int) -> str | None:
        """Name of the organisation that "the firm" or "the Swiss company" is."""
        return self._named_body(phrase, at) or self._body_untold(phrase, at)

    def _body_untold(self, phrase: list[str], at: int) -> str | None:
        """The same of one that no word of its name tells."""
        head = phrase[-1]
        if len(phrase) == 1 and self.words.has("news_media", head):
            paper = self.organisations.told.paper_before(at)
            if paper is not None:
                return paper
        trades = head.endswith(MAKER) or self.words.has("businesses", head)
        generic = self.words.has("generic_organisations", head)
        alone = len(phrase) == 1 and (generic or self.words.has("papers", head))
        leading = self._body_leading(at) if alone else None
        meant = leading or self.organisations.leading(phrase, at)
        if meant is None and (trades or head in any_of(self.words.code, "plain_firms")):
            meant = self._last_firm_to_speak() if self._is_loosely_called(phrase) else None
        meant = meant or self.organisations.meant(phrase, at) or self._firm_of_last_turn(phrase)
        if meant is None and (generic or trades) and self._is_loosely_called(phrase):
            meant = self._body_before(at) or (self._firm_before(at) if trades else None)
        return meant or self._kindred_body(phrase, at)

    def _is_loosely_called(self, phrase: list[str]) -> bool:
        """Say whether no word tells what "the company" does: "the Irish airline", "the New
        York-based group"."""
        return all(
            "-" in word
            or self.words.has("loose_qualities", word)
            or self.descriptions.listed.kind_of(word) == "group"
            for word in behind_seat(phrase[:-1])
        )

    def _firm_before(self, at: int) -> str | None:
        """Name of two words that leads the sentence before, if it may be no person's: nobody has a
        title or such a first name, or goes by the last word alone."""
        number = self.sentence_of(at) - 1
        subject = self.subject_of(*self.tokens.spans[number]) if number >= 0 else None
        if subject is None:
            return None
        name = self.names.known.get(self.tokens.text[slice(*self.tokens.slice(*subject))])
        if name is None or not name.is_person or name.gender is not None:
            return None
        first, _, last = name.full.lower().partition(" ")
        alone = last in self.names.alone or GIVEN[first] is not None
        return None if alone or not last else name.full

    def _kindred_body(self, phrase: list[str], at: int) -> str | None:
        """Name of the body that another word stands for: "the force" for a police department."""
        for word in kindred_bodies(self.words.code).get(" ".join(phrase), ()):
            body = self.names.by_head_word(word, at)
            if body is not None and " " in body.full:
                return body.full
        return None

    def _last_firm_to_speak(self) -> str | None:
        """Who spoke last of those who are no persons, if that may be a firm."""
        for turn in reversed(self.turns[-TURNS:]):
            if turn.name is not None and turn.name.is_person:
                continue
            if not _has_capitals(turn.speaker) or self._is_noun_alone(turn.speaker):
                return None
            return turn.speaker if self._may_be_firm(turn.speaker) else None
        return None

    def _is_noun_alone(self, name: str) -> bool:
        """Say whether a name is the common noun that opens a sentence: "Unions say"."""
        word = name.lower()
        return " " not in name and (self.words.is_plural(word) or word in self.bodies)

    def _firm_of_last_turn(self, phrase: list[str]) -> str | None:
        """Who spoke last, if "the firm", "the Basel-based company" or "the tile maker" may be that,
        or the firm that whoever spoke last belongs to: "Ada Holm, head of Varno, said"."""
        head, last = phrase[-1], self.turns[-1] if self.turns else None
        if last is None or last.said.source is None:
            return None
        maker = head.endswith(MAKER)
        based = self._is_loosely_called(phrase)
        if not maker and not (
            based
            and (self.words.has("businesses", head) or (len(phrase) > 1 and self._is_kind(head)))
        ):
            return None
        if last.name is None or not last.name.is_person:
            named = _has_capitals(last.speaker)
            return last.speaker if named and self._may_be_firm(last.speaker) else None
        span = last.said.source
        held = HEADED.search(self.tokens.text, *span) or OF_FIRM.match(self.tokens.text, *span)
        if held is None or not self._is_post(held["role"].lower()):
            return None
        firm = held["firm"]
        known = self.names.known.get(firm)
        body = known is None or not known.is_person
        return firm if body and self._may_be_firm(firm) else None

    def _is_post(self, role: str) -> bool:
        """Say whether a word tells what somebody is in a firm: "director", "spokeswoman"."""
        return self.descriptions.is_role(role) or self.words.has("body_voices", role)

    def _is_kind(self, head: str) -> bool:
        """Say whether "the Lim-based fund" may be any body that was named."""
        named = self.words.has("lone_organisations", head)
        return named or self.words.has("generic_organisations", head)

    def _may_be_firm(self, name: str) -> bool:
        """Say whether a name is none of a ministry or newspaper, nor of a place, nor "Critics"."""
        told = self.organisations.told
        if self.words.has("groups", name.lower()):
            return False
        if name in told.papers or self.organisations.is_public(name):
            return False
        return self.descriptions.listed.kind_of(name) is None

    def _named_body(self, phrase: list[str], at: int) -> str | None:
        """Name of the body that "the council" or "the town council" is, by its last word."""
        body = self.names.by_head_word(phrase[-1], at) if len(phrase) <= 2 else None
        # "Council" at the start of a headline names none.
        if body is None or body.full.lower() == phrase[-1]:
            return None
        field = "" if len(phrase) == 1 else phrase[0]
        # "The statistics office" is no Audit Office, but "the town council" may be Oster Council.
        if self.words.has("fields_of_bodies", field) and field not in body.full.lower().split():
            return None
        return body.full

    def _body_leading(self, at: int) -> str | None:
        """Name of the body that leads what is said in the same sentence, or else the one before."""
        here = self.organisations.leading_here(at)
        told = self.organisations.told
        plain = here is not None and here not in told.passing and here not in told.papers
        return here if plain else self._body_before(at)

    def _body_before(self, at: int) -> str | None:
        """Name that leads the sentence before, if it may be that of "the company"."""
        name = self._subject_before(at)
        capital = name and _has_capitals(name)
        counted = ("company_figures", "numerals")
        if name and any(self.words.has(table, name.lower()) for table in counted):
            # "Varno has shut two mills. | Sales fell by 9%. | The company said"
            start = self.tokens.starts[self.tokens.spans[self.sentence_of(at) - 1][0]]
            return self._body_before(start)
        told = self.organisations.told
        named = capital and name not in told.passing and name not in told.papers
        # "Drugmaker hits back" and "Prices fell" name nobody.
        if not named or name.lower() in self.bodies:
            return None
        first = self.tokens.spans[self.sentence_of(at) - 1][0]
        noun = " " not in name and self.tokens.kinds[first] == "n" and not self._is_body(name)
        return None if noun and name.lower() == self.tokens.words[first] else name


def _has_capitals(name: str) -> bool:
    """Say whether each word of a name has a capital: "Varn & Sons", not "Varn officials"."""
    return all(word[0].isupper() or word == "&" for word in name.split())
