"""Persons without a name: "the nurse", "one of the residents", and when a pronoun means them."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..attribution.noun_phrases import run_back
from ..lexicon.together import any_of
from .parties import PartyReader
from .source_nouns import KINDS_OF_BODY, PEOPLE
from .turns import Turn

WORD = re.compile(r"\w+")
LEADING = 40  # tokens in which somebody leads a sentence
MET = 20  # tokens of a sentence in which somebody is met
NEAR = 3  # sentences back in which "the sociologist" was named
OTHER = {"m": "f", "f": "m"}
GENDERS = {"m": "gender.masculine", "f": "gender.feminine"}
NOUNS = (*KINDS_OF_BODY, *PEOPLE, "titles")  # tables of who and what speaks without a name


class SomebodyReader(PartyReader):
    """Finds who has no name in one document and may be meant by a pronoun."""

    def _before_colon(self, at: int) -> str | None:
        """Who leads a sentence up to a colon: "The minister was blunt: C, he said"."""
        leader = self._leads_to_colon(at)
        if leader is None:
            return None
        name = self.names.known.get(leader)
        return leader if (name.is_person if name else self.is_somebody(leader)) else None

    def _told_of(self, turn: Turn, gender: str) -> str | None:
        """One without a name of whom many or a body told: "Prosecutors say the clerk lied. He"."""
        start, end = turn.contents[-1] if turn.contents else (0, 0)
        begin, stop = (bisect_left(self.tokens.starts, at) for at in (start, end))
        if begin < stop and self.words.has("openers", self.tokens.words[begin]):
            begin += 1
        subject = self.subject_of(begin, stop) if stop - begin > 1 else None
        name = self.canonical(self.tokens.slice(*subject)) if subject else None
        if name is None or not self.is_somebody(name) or self.is_of(name, OTHER[gender]):
            return None
        return name

    def _somebody_leading(self, at: int, gender: str) -> str | None:
        """One without a name who leads one of the last sentences, where nobody has a name: "The
        nurse left. C, she says"."""
        number = self.sentence_of(at)
        if (number, gender) not in self.leading:
            self.leading[number, gender] = self._leading_before(number, gender)
        return self.leading[number, gender]

    def _leading_before(self, number: int, gender: str) -> str | None:
        """The same of the sentences before a number, which is found once for each."""
        for before in range(number - 1, max(-1, number - 1 - NEAR), -1):
            first, last = self.tokens.spans[before]
            last = min(last, first + LEADING)
            subject = self.subject_of(first, last) if last - first > 1 else None
            start, end = self.tokens.slice(*subject) if subject else (0, 0)
            words = self.tokens.text[start:end].split()
            if len(words) < 2 or not self.words.has("articles", words[0].lower()):
                continue
            somebody = self.canonical((start, end))
            if somebody and self.is_somebody(somebody) and not self.is_of(somebody, OTHER[gender]):
                return somebody
        return None

    def _met_in(self, number: int) -> str | None:
        """Whom the speaker met in a sentence: "I spoke to the prime minister. He said"."""
        tokens = self.tokens
        first, last = tokens.spans[number]
        if not self.words.has("pronouns.first", tokens.words[first]):
            return None  # as mostly
        for index in range(min(last, first + MET) - 1, first, -1):
            if tokens.kinds[index] == "n" and self.descriptions.is_role(tokens.words[index]):
                begin = run_back(tokens, index, first, self.words)
                return self.canonical(tokens.slice(begin, index + 1))
        return None

    def _somebody_in(self, number: int) -> str | None:
        """One without a name whom a sentence brings up: "A former pilot tells another story. The
        doors, he says"."""
        first, last = self.tokens.spans[number]
        if not self.words.has("indefinites", self.tokens.words[first]):
            return None  # as mostly
        if self.turns and self.sentence_of(self.turns[-1].last_at) >= number:
            return None
        verb = self._first_verb(first, last)
        subject = None if verb is None else self.subject_of(first, last)
        if verb is None or subject is None or subject[0] != first:
            return None
        start, end = self.tokens.slice(*subject)
        named = any(name.is_person for _, _, name in self.names.in_span(start, end))
        objects = self.words.has("objecting", self.tokens.words[verb])
        somebody = self.canonical((start, end)) if objects and not named else None
        if somebody is None:
            return None
        head = self.descriptions.head_of(somebody.lower().split())
        return somebody if self.is_somebody(somebody) or self.words.has("people", head) else None

    def _somebody_last(self, at: int) -> str | None:
        """The one without a name who spoke last, with nobody named since: "the father of two"."""
        last = self.turns[-1] if self.turns else None
        if last is None or last.name is not None or not self.is_somebody(last.speaker):
            return None
        if self.sentence_of(last.last_at) < self.sentence_of(at) - 1:
            return None
        since = self.names.in_span(last.at, at)
        return None if any(name.is_person for _, _, name in since) else last.speaker

    def _is_bare_name(self, turn: Turn) -> bool:
        """Say whether somebody goes by one name that the text gives nowhere in full."""
        speaker, source = turn.speaker, turn.said.source
        if source is not None and source[1] - source[0] > len(speaker):
            told = self.tokens.text[slice(*source)].lower()
            if not self.kinds_of_body.isdisjoint(WORD.findall(told)):
                return False  # "the firm Varn"
        if not speaker.isalpha() or not speaker[0].isupper() or speaker.isupper():
            return False
        word = speaker.lower()
        if self.words.is_plural(word) or word in any_of(self.words.code, *NOUNS):
            return False  # "Prosecutors" at the start of a sentence
        known = self.descriptions.listed.kind_of(speaker) or self._is_body(speaker)
        return not known and not self.organisations.is_organisation(speaker)

    def is_somebody(self, speaker: str) -> bool:
        """Say whether words stand for one person: "a city official", "one of the nurses"."""
        parts = speaker.lower().split()
        if self.words.has("pronouns.indefinite", parts[0]):
            return self.words.has("singular", parts[0])
        head = self.descriptions.head_of(parts)
        return self.descriptions.is_role(head) or head in self.somebodies

    def is_of(self, office: str, gender: str) -> bool:
        """Say whether an office without a name tells its gender: "spokesman for the trust"."""
        return self.words.has_any(GENDERS[gender], office.lower().split())
