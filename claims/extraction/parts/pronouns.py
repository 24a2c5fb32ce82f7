"""Whom a pronoun of the third person stands for that a statement begins with."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from ..attribution import Attribution
from ..lexicon.together import any_of
from ..people.speakers import Speakers
from ..people.titles import PRONOUNS
from ..tagging.tokens import Tokens
from .statements import Statement

ACTS = ("v", "g", "n")  # class letters behind a pronoun of what it does: "it sold", "it had sold"
HELD = (*ACTS, "d", "#", "N", "x", '"')  # and of what it has: "it had no ships"
MEMORY = 1000  # code points back in which somebody else is looked for
JOINED = ("joined", "participle")  # patterns of what is said behind another statement
#: Tables of what persons are called, and no things.
PEOPLE = ("groups", "epithets", "epithet_men", "epithet_women", "generic_persons")


@dataclass(slots=True)
class Meant:
    """Whom a word stands for. sure: hardly anybody else may be meant."""

    name: str
    sure: bool = True


class Pronouns:
    """Tells whom "he", "she", "it" and "they" mean in one document."""

    def __init__(self, tokens: Tokens, speakers: Speakers):
        self.tokens, self.words, self.speakers = tokens, speakers.words, speakers
        self.genders = {
            word: gender for gender, table in PRONOUNS.items() for word in self.words.table(table)
        }
        self.owners = self.words.table("owners")
        self.things_have_gender = bool(self.words.table("gendered_things"))

    def meant(self, statement: Statement, at: int, quotation: str) -> Meant | None:
        """Return whom the pronoun at a token stands for; None where nothing tells it.

        quotation: a key of records.QUOTATIONS.
        """
        said, word = statement.attribution, self.tokens.words[at]
        gender = self.genders.get(word)
        if gender is not None:
            if word in self.owners and self.words.has("ends_of_life", self.tokens.words[at + 1]):
                return None  # "His death": whoever spoke last is alive
            return self._person(said, at, gender, quotation)
        if self._is_impersonal(at):
            return None
        if quotation == "none":
            return self._party_before(statement, at)
        if quotation == "direct" or said is None or not self._opens(said, at):
            return None
        if self.words.has("pronouns.plural", word):
            return self._own_group(said, at)
        return self._own_party(said, at) if self.words.has("pronouns.neuter", word) else None

    def _person(
        self, said: Attribution | None, at: int, gender: str, quotation: str
    ) -> Meant | None:
        cited = said.speaker if said is not None else None
        if said is None and self.things_have_gender and self._follows_thing(at):
            return None
        name = self.speakers.person_meant(self.tokens.starts[at], gender, cited)
        if name is not None:
            nearer = self._named_since(name, at, gender) if said is None else None
            return Meant(nearer, sure=False) if nearer else Meant(name)
        if said is None or cited is None or quotation == "direct" or not self._opens(said, at):
            return None
        unnamed = cited not in self.speakers.names.known and self.speakers.is_somebody(cited)
        return Meant(cited, sure=False) if unnamed else None

    def _follows_thing(self, at: int) -> bool:
        """Say whether a thing leads the sentence before: "L'usine est vaste. Elle a 40 lits"."""
        tokens, speakers = self.tokens, self.speakers
        number = tokens.sentence[at] - 1
        subject = speakers.subject_of(*tokens.spans[number]) if number >= 0 else None
        if subject is None:
            return False
        if any(name.is_person for _, _, name in speakers.names.in_span(*tokens.slice(*subject))):
            return False
        said, people = tokens.words[slice(*subject)], any_of(self.words.code, *PEOPLE)
        return people.isdisjoint(said) and not any(map(self.words.is_title, said))

    def _named_since(self, meant: str, at: int, gender: str) -> str | None:
        """The one whom the sentence before names, where who led a clause last led one before that.

        "Hale bought the dam. Today it is owned by a trust of Mr Denny's. He": Denny.
        """
        tokens, names, start = self.tokens, self.speakers.names, self.tokens.starts[at]
        before = max(0, tokens.sentence[at] - 1)
        first = tokens.spans[before][0]
        begin = tokens.starts[first]
        near = {name.full: name for _, _, name in names.in_span(begin, start) if name.is_person}
        if len(near) != 1 or any(self.genders.get(word) for word in tokens.words[first:at]):
            return None  # as mostly
        (full, name), led = near.popitem(), names.last_subject(start, begin, gender)
        other = name.gender == gender and full not in meant and led is None
        return full if other and tokens.sentence[at] > before else None

    def other(self, said: Attribution | None, at: int) -> str | None:
        """Whom "he" means in somebody's own words: somebody else, who led a clause before.

        Nobody where one without a name stands between: "An officer rang. He said".
        """
        tokens, start = self.tokens, self.tokens.starts[at]
        gender = self.genders.get(tokens.words[at])
        if gender is None or tokens.words[at] in self.owners:
            return None
        found = self.speakers.names.last_subject(start, start - MEMORY, gender)
        if found is None or (said is not None and found[1].full == said.speaker):
            return None
        after = bisect_left(tokens.starts, found[0]) + found[1].full.count(" ") + 1
        if any(self._is_person(place) for place in range(after, at)):
            return None
        others = (name for _, _, name in self.speakers.names.in_span(found[0], start))
        rivals = any(
            name is not found[1] and name.is_person and name.gender in (gender, None)
            for name in others
        )
        return None if rivals else found[1].full

    def _is_person(self, at: int) -> bool:
        """Say whether a token is somebody without a name: "my father", "an officer"."""
        word = self.tokens.words[at]
        if self.words.has("kin", word):
            return True
        return self.words.is_title(word) and "d" in self.tokens.kinds[at - 2 : at]

    # --- the article's own voice -----------------------------------------------------------
    def _party_before(self, statement: Statement, at: int) -> Meant | None:
        """Body, place or thing that leads the sentence before: "It runs 11 ships"."""
        tokens, words = self.tokens, self.words
        word = tokens.words[at]
        if words.has("pronouns.plural", word) or not (
            words.has("pronouns.third", word) or word in self.owners
        ):
            return None  # "The TV is silent. They put": mostly nobody who was named
        if words.has("time_owners", tokens.words[statement.end - 1]):
            return None  # "It was a cold morning"
        name = self.speakers.party_meant(tokens.starts[at])
        if name is None or (word in self.owners and name not in self.speakers.names.known):
            return None  # "analysts ... Its shares"
        if self._is_many(name):
            return None  # "Officers said C. It was closed"
        before = tokens.spans[statement.sentence - 1]
        place = tokens.text.find(name, tokens.starts[before[0]], tokens.ends[before[1] - 1])
        inner = (
            place > tokens.starts[min(before[0] + 1, before[1] - 1)]
        )  # "A letter from the court"
        sure = word in self.owners or self._acts(at + 1) or not self._has_rival(*before)
        return Meant(name, sure=sure and not inner)

    def _has_rival(self, first: int, last: int) -> bool:
        """Say whether behind the verb of the sentence before stands another single thing.

        "The council planned a hall. It was never built."
        """
        tokens = self.tokens
        verb = next((at for at in range(first, last) if tokens.kinds[at] in "va"), last)
        for at in range(verb, last - 1):
            if tokens.kinds[at] == "N":
                return True
            ends = tokens.kinds[at] == "n" and tokens.kinds[at + 1] not in "nN"
            if ends and tokens.words[at][-1] != "s" and "d" in tokens.kinds[at - 3 : at]:
                return True
        return False

    # --- reported speech -------------------------------------------------------------------
    def _opens(self, said: Attribution, at: int) -> bool:
        """Say whether a pronoun leads what is said, or goes on with it behind a "that"."""
        tokens = self.tokens
        if not said.contents:
            return False  # "Its spokesman denied it"
        first = bisect_left(tokens.starts, said.contents[0][0])
        return at - first <= 1 or self.words.has("openers", tokens.words[at - 1])

    def _own_party(self, said: Attribution, at: int) -> Meant | None:
        """The body that says of itself what "it" does: "The bank said it had sold 4 ships"."""
        name = said.speaker
        if name is None:
            return None
        body = self._spoken_for(name)
        if body is not None:
            return Meant(body, sure=False)
        if not self._is_one_body(name) or self._told_of_another(said, at):
            return None
        if self.tokens.words[at] in self.owners or self._acts(at + 1):
            return Meant(name)
        # "The board denied that it had been told", but "that the ward was shut, saying it had".
        is_own = said.pattern not in JOINED and self._suffers(at + 1)
        return Meant(name, sure=False) if is_own else None

    def _told_of_another(self, said: Attribution, at: int) -> bool:
        """Say whether what was said before a pronoun is about another body: "The bank said Orr
        Mills was sold, adding that its ships"."""
        tokens, names = self.tokens, self.speakers.names
        first = bisect_left(tokens.starts, said.contents[0][0])
        if at - first <= 1 and said.pattern not in JOINED:
            return False  # as mostly
        begin = tokens.starts[tokens.spans[tokens.sentence[at]][0]]
        before = names.in_span(begin, tokens.starts[at])
        return any(not name.is_person and name.full != said.speaker for _, _, name in before)

    def _own_group(self, said: Attribution, at: int) -> Meant | None:
        """Those who say of themselves what "they" did: "Two nurses said they were never told"."""
        name = said.speaker
        if name is None or said.pattern in JOINED or self.tokens.words[at] in self.owners:
            return None
        head = self._head(name)
        many = self.words.is_plural(head)
        groups = many and name not in self.speakers.names.known and not self._is_paper(name)
        return Meant(name, sure=False) if groups else None

    def _spoken_for(self, name: str) -> str | None:
        """The body that somebody without a name speaks for: "spokesman for Kelder Line"."""
        office, _, body = name.partition(" for ")
        words = office.lower().split()
        if not body or not words or not self.words.has("body_voices", words[-1]):
            return None
        return body if body[0].isupper() or body.startswith("the ") else None

    def _is_one_body(self, name: str) -> bool:
        """Say whether a source may be "it": no person, no group of many, no paper."""
        known = self.speakers.names.known.get(name)
        if known is not None:
            return not known.is_person
        first = name.partition(" ")[0].lower()
        counted = first.isdecimal() or self.words.has("numerals", first)
        if counted or self._is_paper(name) or self.speakers.is_somebody(name):
            return False
        named = all(word[0].isupper() or not word.isalpha() for word in name.split())
        return named or self._head(name)[-1:] != "s"

    def _is_many(self, name: str) -> bool:
        """Say whether a source is several people: "officers of the port", "police"."""
        if name in self.speakers.names.known:
            return self.words.has("plurals", name.lower())
        return self.words.is_plural(self._head(name))

    def _is_paper(self, name: str) -> bool:
        return self.words.has_any("documents", name.lower().split())

    def _head(self, name: str) -> str:
        return self.speakers.descriptions.head_of(name.lower().split())

    # --- what the verb tells ---------------------------------------------------------------
    def _verb(self, at: int) -> tuple[bool, int]:
        """Whether a verb group is one of being, and its last token."""
        tokens, being = self.tokens, False
        while tokens.kinds[at : at + 1] in ("a", "r"):
            being = being or self.words.has("passive_auxiliaries", tokens.words[at])
            at += 1
        return being, at

    def _acts(self, at: int) -> bool:
        """Say whether a verb group is none of being: "had sold", "would buy", "owns"."""
        being, verb = self._verb(at)
        if being:
            return False
        has = verb > at and self.words.has("deed_auxiliaries", self.tokens.words[verb - 1])
        return self.tokens.kinds[verb : verb + 1] in (HELD if has else ACTS)

    def _suffers(self, at: int) -> bool:
        """Say whether something is done to what leads a verb group, or it is as a body may be.

        "had been told", "was in talks", "was aware of".
        """
        tokens = self.tokens
        being, verb = self._verb(at)
        if not being or verb >= len(tokens.kinds):
            return False
        if tokens.kinds[verb] == "p" or self.words.has("own_adjectives", tokens.words[verb]):
            return True
        return tokens.kinds[verb] in "gv" and not self.words.has("openers", tokens.words[verb + 1])

    def _is_impersonal(self, at: int) -> bool:
        """Say whether a pronoun stands for nobody: "It was not clear that", "It took an hour".

        Nor is anybody meant where it is said what something is: "It was the third flood".
        """
        tokens, words = self.tokens, self.words
        if tokens.words[at] in words.table("expletives"):
            return True
        if tokens.words[at] in self.owners:
            return False
        being, verb = self._verb(at + 1)
        if verb >= len(tokens.kinds):
            return True
        if words.has("impersonal_verbs", tokens.words[verb]):
            return True
        if not being:
            return False
        named = tokens.kinds[verb] in "dN#x" or words.has(
            "expletive_predicates", tokens.words[verb]
        )
        return named or tokens.words[verb + 1 : verb + 2] in (["'s"], ["’s"])
