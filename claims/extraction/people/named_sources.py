"""Names in the words for a source: which of them is the one who speaks, and which only stand by."""

from __future__ import annotations

from itertools import pairwise

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..records import Span
from ..tagging.tokens import Tokens
from .known_names import Name
from .name_runs import MAKER
from .names import Names
from .phrase_heads import PhraseHeads
from .source_nouns import BODIES, ROLES

OWNED = ("'s", "’s", "' ", "’ ")  # what stands behind the name of an owner: "Holm's office"
ADJECTIVES = 2  # words between an article and a name
#: Tables of nouns behind which a comma sets the name of a firm.
APPOSED = ("keepers", "generic_organisations", "lone_organisations")
#: Words that tie the parts of one name.
JOINTS = ("prepositions", "conjunctions", "determiners", "name_joints")


class NamedSources:
    """Finds the persons and organisations that the sources of one document name."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, heads: PhraseHeads):
        self.tokens, self.names, self.words, self.heads = tokens, names, words, heads
        self.articles = words.table("articles")
        self.joints = any_of(words.code, *JOINTS)
        self.bodies = any_of(words.code, "generic_organisations", "groups")

    def speaker(self, span: Span) -> str | None:
        """The person or organisation that the words at a span name as the one who speaks."""
        text, (start, end) = self.tokens.text, span
        organisation: str | None = None
        for at, stop, name in self.names.in_span(start, end):
            if organisation is None and self._is_shown_to(start, at):
                return None  # "minutes seen by the Tide"
            if text[stop : stop + 2] in OWNED or self._is_adjective(stop, end):
                continue
            closes = stop == end or text[stop] == ","
            if at == start:
                if name.is_person and not self._leads_to_role(stop, end):
                    return name.full  # as mostly; "Holm spokeswoman Ada Orr" is not Holm
                if closes and not name.is_person:
                    organisation = organisation or name.full
                continue
            before = self._words_before(start, at, name)
            if before is None:
                continue
            made = self._is_maker(before)
            if made is False:
                continue
            if name.is_person:
                if self._is_owner_of_role(start, at, stop, end):
                    continue  # "a former Ada Holm aide"
                return name.full
            if made or (closes and self._tells_body(before)):
                organisation = organisation or name.full
        return organisation

    def _words_before(self, start: int, at: int, name: Name) -> list[str] | None:
        """The words in front of a name, as far as they tell of it; None where it only prints or
        rules."""
        before = self.tokens.text[start:at].lower().split()
        if before and self.words.has("news_media", before[-1]) and self._prints_poll(before):
            return None
        if len(before) > 1 and self.words.has("laws", name.full.lower().split()[-1]):
            return None  # "emails released under the Information Act"
        before = self._without_adjectives(before)
        while len(before) > 1 and self.words.has("addresses", before[-1].strip(".")):
            before.pop()  # "A lawyer for Mr Orr, Ada Holm, said"
        return before

    def _is_maker(self, before: list[str]) -> bool | None:
        """Say whether a name is tied to papers as of whoever made them; None if to nothing."""
        link = before[-1] if before else ""
        if link in ("the", "a", "an") and len(before) > 1:
            link = before[-2]
        if not self.words.has("name_links", link):
            return None
        if len(before) > 1 and self.words.has("ordering", before[-2]):
            return False
        return self.words.has_any("documents", before) and self.words.has("makers", link)

    def _tells_body(self, before: list[str]) -> bool:
        """Say whether the words before a name may stand before that of a body."""
        only_titles = self.articles.issuperset(before)
        return only_titles or self._tells_kind(before) or self._tells_what_it_is(before)

    def apposed(self, surface: str) -> str | None:
        """The name behind what it is the name of: "the regulator, Ofcheck"."""
        kind, _, name = surface.partition(", ")
        name = name.rstrip(",")
        first, *rest = kind.split() or [""]
        if not rest or not name or not self.words.has("articles", first.lower()):
            return None
        parts = name.split()
        named = parts[0][0].isupper() and all(
            word[0].isupper() or self.words.has("name_joints", word) for word in parts
        )
        ties = any(self.words.has("prepositions", word) for word in rest)
        head = self.heads.head_of(rest) if ties else ""
        if ties and head in any_of(self.words.code, *APPOSED):
            ties = False  # "the owner of the crane, Nordlift"
        if ties and self.words.has("advocates", head) and not self._may_be_body(parts):
            ties = False  # "a spokeswoman for the airline, Kim Dale"
        return name if named and not ties and kind[1:].islower() else None

    def _may_be_body(self, parts: list[str]) -> bool:
        """Say whether a name is one word, or has a word for a body: "Lumen", "Lumen Energy"."""
        if len(parts) < 2:
            return True
        own = [part.lower() for part in parts]
        return any(self.words.has_any(table, own) for table in ("firm_words", "organisation_words"))

    def _leads_to_role(self, stop: int, end: int) -> bool:
        """Say whether small words behind a name tell who or what works for that person."""
        text = self.tokens.text
        if stop == end or text[stop] != " " or not text[stop + 1].islower():
            return False  # as mostly
        role = ""
        for word in text[stop:end].split():
            if not word.isalpha() or not word.islower() or word in self.joints:
                break
            role = word
        return role in any_of(self.words.code, *ROLES, *BODIES)

    def _is_owner_of_role(self, start: int, at: int, stop: int, end: int) -> bool:
        """Say whether a name stands before the trade of who speaks: "an Air Orr pilot"."""
        text = self.tokens.text
        behind = text[stop:end].split(",")[0].split()
        first, _, between = text[start:at].lower().partition(" ")
        if first not in self.articles or not behind:
            return False
        plain = all(part.islower() and part.isalpha() for part in behind)
        # "The Holm campaign" is hers, but "the speech Holm gave" tells who speaks.
        return plain and (not between or behind[-1] in any_of(self.words.code, *ROLES))

    def _is_shown_to(self, start: int, at: int) -> bool:
        """Say whether papers were only seen, ordered or leaked by whom a name at a place means."""
        if start == at:
            return False  # as mostly
        before = self.tokens.text[start:at].lower().split()
        # "Footage which Mr Orr shot from his window".
        return any(
            (self.words.has("ordering", word) and self.words.has("agent_marks", mark))
            or (self.words.has("documents", word) and self.words.has("object_relatives", mark))
            for word, mark in pairwise(before)
        )

    def _is_adjective(self, stop: int, end: int) -> bool:
        """Say whether a body of several small words follows: "the Danish | technical institute"."""
        if stop == end:
            return False  # as mostly
        behind = self.tokens.text[stop:end].split(",")[0].split()
        if len(behind) < 2 or not behind[0].islower():
            return False
        head = self.heads.head_of(behind)
        return self.words.has("organisation_words", head) and head in behind[1:]

    def _prints_poll(self, before: list[str]) -> bool:
        """Say whether a newspaper only prints a poll: "a poll published by the daily (Tide)"."""
        return self.words.has_any("polls", before) and self.words.has_any("printing", before)

    def _without_adjectives(self, before: list[str]) -> list[str]:
        """The words before a name up to its article: "analysis by the (independent)"."""
        for index in range(len(before) - 1, max(0, len(before) - 1 - ADJECTIVES), -1):
            if before[index] not in self.articles:
                continue
            plain = all(word.isalpha() for word in before[index:])  # "for the inmates, Ada Holm"
            if plain and self.words.has("name_links", before[index - 1]):
                return before[: index + 1]
        return before

    def _tells_what_it_is(self, before: list[str]) -> bool:
        """Say whether what a firm does stands before it: "the owner of the ship, Varn Oil"."""
        if not before or not before[-1].endswith(","):
            return False
        words = [word.rstrip(",") for word in before]
        made = next((at for at, word in enumerate(words) if self.words.has("makers", word)), 0)
        if made and self.words.has_any("documents", words[:made]):
            words = words[made + 1 :]  # "data from the operator, Varn Rail"
        head = self.heads.head_of(words)
        told = head in any_of(self.words.code, *APPOSED)
        return told or (made > 0 and self.words.has("organisation_words", head))

    def _tells_kind(self, before: list[str]) -> bool:
        """Say whether a kind of body stands before its name: "the Greek company"."""
        kind = before[-1] if before else ""
        return kind in self.bodies or kind.endswith(MAKER)
