"""Whether somebody who says no speaks of their own deeds."""

from __future__ import annotations

from bisect import bisect_right

from ..layout.quotes import Quote
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..people.names import Names, fits
from ..tagging.flags import FIRST_PERSON
from ..tagging.tokens import Tokens
from .by_words import is_own, knows, leaves_out_subject
from .negations import Negation


class OwnDeeds:
    """Tells of the statements of one document whether their subject is who says them."""

    def __init__(self, tokens: Tokens, words: Lexicon, names: Names, quotes: list[Quote]) -> None:
        self.tokens, self.words, self.names, self.quotes = tokens, words, names, quotes
        self.quote_starts = [quote.start for quote in quotes]

    def has(self, found: Negation, statement: Statement) -> bool:
        """Say whether the speaker says no of their own deeds."""
        begin, tokens = statement.begin, self.tokens
        until = found.verb if found.verb > begin else begin + 1
        if tokens.flags_in(begin, until + 1) & FIRST_PERSON:
            return True
        if knows(self.words):
            if is_own(found.at, tokens, self.words):
                return True
            quoted = self.quote(begin) is not None or found.sort != "verb"
            if not quoted and leaves_out_subject(begin, found.at, tokens, self.words):
                return True
        if found.sort == "subject" and self.quote(begin) is None:
            return self.words.has_any("owners", tokens.words[begin:until])  # "none of her men"
        if found.verb == found.at + 1 and found.at > begin:
            begin = found.verb + 1  # "At no time had she"
        while begin < until and tokens.kinds[begin] in "cr":
            begin += 1
        if begin == len(tokens.words):
            return False  # a text that breaks off behind "and none was"
        subject = tokens.words[begin]
        if self.quote(begin) is not None:
            return False
        if self._is_body(begin) or self.words.has("owners", subject):
            return True
        if statement.clause.subject is not None and found.verb == begin:
            subject = tokens.words[statement.clause.subject[0]]
        if not self.words.has("pronouns.third", subject):
            return False
        name = self.names.known.get(statement.attribution.speaker)
        if name is not None and name.is_person and self.words.has("pronouns.neuter", subject):
            return False
        for gender in ("masculine", "feminine"):
            if self.words.has(f"pronouns.{gender}", subject):
                return name is None or fits(name, gender[0])
        return True

    def is_client(self, begin: int, at: int) -> bool:
        """Say whether "my client" stands between two tokens."""
        return self.words.has_any("clients", self.tokens.words[begin:at])

    def _is_body(self, at: int) -> bool:
        """Say whether "the company" stands at a token, or "his client"."""
        words = self.tokens.words
        if self.words.has("owners", words[at]):
            return self.words.has_any("clients", words[at + 1 : at + 2])
        body = self.words.has_any("generic_organisations", words[at + 1 : at + 2])
        return body and self.words.has("articles", words[at])

    def quote(self, at: int) -> Quote | None:
        """The quotation that a token stands in."""
        start = self.tokens.starts[at]
        index = bisect_right(self.quote_starts, start) - 1
        inside = index >= 0 and start < self.quotes[index].end
        return self.quotes[index] if inside else None
