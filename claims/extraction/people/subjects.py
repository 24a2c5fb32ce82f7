"""Who or what leads a sentence: the subject of its first verb, and the source it stands for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right

from ..attribution import Span
from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from .descriptions import Descriptions
from .names import Names
from .source_nouns import PEOPLE


class SubjectReader(ABC):
    """Finds the subjects of the sentences of one document."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, descriptions: Descriptions):
        self.tokens, self.words, self.names = tokens, words, names
        self.descriptions, self.organisations = descriptions, descriptions.organisations

    @abstractmethod
    def canonical(self, span: Span) -> str | None:
        """Name of the source that stands at a code point span."""

    def sentence_of(self, at: int) -> int:
        """Number of the sentence that a code point lies in."""
        index = bisect_right(self.tokens.starts, at)
        return self.tokens.sentence[index - 1 if index else 0]

    def _bounds(self, number: int) -> Span:
        """First and last token of a sentence."""
        first, last = self.tokens.spans[number]
        return first, max(first, last - 1)

    def _subject_before(self, at: int, *, plural: bool = False) -> str | None:
        """Who or what leads the sentence before the one at a code point, if it is no person.

        plural: only a group of many, such as "researchers".
        """
        number = self.sentence_of(at) - 1
        return self._leader(*self.tokens.spans[number], plural=plural) if number >= 0 else None

    def _subject_of_own(self, at: int) -> str | None:
        """Who or what leads the sentence of an "it" behind "what" or "that", if it is no person.

        "The ministry protested against what it called a raid": the ministry called it so.
        """
        index = bisect_right(self.tokens.starts, at) - 1
        number = self.tokens.sentence[index]
        if index <= self.tokens.spans[number][0]:
            return None
        before = self.tokens.words[index - 1]
        joined = self.words.has("question_words", before) or self.words.has("openers", before)
        first = self.tokens.spans[number][0]
        return self._leader(first, index) if joined else None

    def subject_of(self, first: int, last: int) -> Span | None:
        """Tokens of the subject of the first verb among the tokens, if it is no pronoun."""
        tokens = self.tokens
        verb = self._first_verb(first, last)
        if verb is None:
            return None
        verb = self._before_relative(first, verb)
        if verb - 1 > first and tokens.kinds[verb - 1] == ",":
            close = tokens.kinds.find(",", verb, last - 1)
            if close > 0 and tokens.kinds[close + 1] in "va":
                verb -= 1  # "The review, carried out by Orr, cost"
        while verb - 1 > first and tokens.kinds[verb - 1] == "r":
            verb -= 1  # "Her department later corrected it"
        if verb - 2 > first and tokens.kinds[verb - 2 : verb] == "pt":
            verb -= 2  # "Her department on Friday corrected it"
        subject = phrase_before(tokens, verb, first, self.words)
        return None if subject is None or tokens.kinds[subject[0]] == "x" else subject

    def _leader(self, first: int, last: int, *, plural: bool = False) -> str | None:
        """Subject of the first verb among the tokens, if it is no person."""
        tokens, subject = self.tokens, self.subject_of(first, last)
        if subject is None or (plural and not self._is_plural(*subject)):
            return None
        name = self.canonical(tokens.slice(*subject))
        known = self.names.known.get(name) if name else None
        if name is None or (known is not None and known.is_person):
            return None
        head = self.descriptions.head_of(name.lower().split())
        happens = plural and known is None and self._is_event(head)
        return None if happens or self.words.has("kin", head) else name

    def _is_event(self, head: str) -> bool:
        """Say whether a plural is of what is done, and nobody's name: "attacks", not "guards"."""
        if self.words.lemmas.get(head, head) == head or self.words.has("documents", head):
            return False
        one = head.removesuffix("s")
        people = any(self.words.has(table, word) for table in PEOPLE for word in (head, one))
        return not people and not self.descriptions.is_role(one)

    def _before_relative(self, first: int, verb: int) -> int:
        """Token of "that" in "the share that households put aside fell", given that of the verb."""
        opener = self.tokens.kinds.rfind("s", first + 1, verb)
        if opener < 0 or self.tokens.kinds[opener - 1] not in "nN":
            return verb
        return opener if self.words.has("openers", self.tokens.words[opener]) else verb

    def _first_verb(self, first: int, last: int) -> int | None:
        """The first finite verb before any quotation, or a past form that may be one."""
        kinds = self.tokens.kinds
        past = None
        for at in range(first, last):
            if kinds[at] in "va":
                return at if at > first else None
            if kinds[at] in '";:':
                break
            if past is None and kinds[at] == "g" and at > first and kinds[at - 1] in "nN":
                past = at if self.tokens.words[at].endswith("ed") else None
        return past

    def _is_plural(self, begin: int, end: int) -> bool:
        """Say whether a noun phrase is of many: its head is a plural noun."""
        tokens = self.tokens
        head = next((at for at in range(begin, end) if tokens.kinds[at] in "p,s"), end) - 1
        if any(self.words.has("groups", tokens.words[at]) for at in range(begin, head)):
            return True  # "Auditors Hale Pryor"
        word = tokens.words[head]
        if self.words.has("groups", word):
            return True
        return tokens.kinds[head] == "n" and self.words.is_plural(word)

    def _leads_to_colon(self, at: int) -> str | None:
        """What leads the sentence up to the colon that stands before a code point."""
        index = bisect_left(self.tokens.starts, at)
        if index < 1 or self.tokens.kinds[index - 1] != ":":
            return None
        subject = self.subject_of(self.tokens.spans[self.tokens.sentence[index]][0], index)
        return self.canonical(self.tokens.slice(*subject)) if subject else None

    def _leads_clause_before(self, at: int) -> str | None:
        """Who leads the sentence of a later clause: "The police left; a spokeswoman said"."""
        index = bisect_left(self.tokens.starts, at)
        if index < 2 or self.tokens.kinds[index - 1] not in "c;":
            return None
        return self._leader(self.tokens.spans[self.tokens.sentence[index]][0], index)
