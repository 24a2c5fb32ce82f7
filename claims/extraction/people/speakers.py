"""From the words for a source to one canonical name: surnames, pronouns, titles, offices."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ..attribution import Attribution, Span
from ..attribution.dropped import PATTERN as DROPPED
from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..tagging.tokens import Tokens
from .caseless import CaselessNames
from .charged import charged_party
from .descriptions import Descriptions
from .governed import as_called, has_cases, is_governed
from .in_speeches import led_by, member_meant
from .name_runs import MAKER
from .names import Names
from .newly_named import new_before, opening
from .offices import OfficeReader
from .own_voice import OWN, is_own_voice
from .pairs import of_pair, parts_of_two
from .titles import PRONOUNS

FARTHEST = 12  # sources that lead to one another: "its spokesman" of what "the firm" means
ADJECTIVES = 2  # words between an article and a name
#: Tables of pronouns that stand for somebody who was named.
THIRD = (*PRONOUNS.values(), "pronouns.third")
#: Tables of other words that name nobody.
UNNAMED = ("pronouns.first", "of_several", "pronouns.indefinite", "relatives")
#: Tables of nouns for what somebody is.
ROLES = ("titles", "people", "generic_persons", "groups", "body_voices", "epithets")
#: Tables of nouns for what works for somebody.
BODIES = ("generic_organisations", "lone_organisations", "organisation_words")
#: Tables of nouns behind which a comma sets the name of a firm.
APPOSED = ("keepers", "generic_organisations", "lone_organisations")


class Speakers(OfficeReader):
    """Resolves the sources of one document in the order of the text."""

    def __init__(
        self,
        tokens: Tokens,
        names: Names,
        words: Lexicon,
        descriptions: Descriptions,
        voices: dict[int, Attribution],
    ):
        super().__init__(tokens, names, words, descriptions)
        self.voices = voices
        self.caseless = CaselessNames.of(words, tokens)
        self.has_cases = has_cases(words.code)
        self.own_knowledge = words.table("own_knowledge")
        self.has_later = bool(words.table("epithet_men"))
        self.third = any_of(words.code, *THIRD)
        self.unnamed = any_of(words.code, *UNNAMED)
        self.parts_of_two = parts_of_two(words.code)
        self.resolved: dict[Span, str | None] = {}
        self.followed = 0  # sources that led to the one which is looked at

    def resolve(self, found: list[Attribution]) -> None:
        """Set `speaker` and `reported_by` of each attribution."""
        for attribution in found:
            if attribution.reporter is not None:
                charged = charged_party(self, attribution)
                if charged is not None:
                    self.resolved[attribution.reporter] = charged
                attribution.reported_by = self._speaker(attribution.reporter)
            if attribution.follows is not None:
                self._go_on(attribution)
            elif attribution.lemma in self.own_knowledge and is_own_voice(self, attribution):
                # Its own article has no other source for it.
                attribution.source, attribution.pattern, attribution.stance = None, OWN, "asserts"
            elif attribution.source is not None:
                span = attribution.named or attribution.source
                if span in self.resolved:
                    attribution.speaker = self.resolved[span]
                else:
                    attribution.speaker = self._speaker(span, self._said_from(attribution))
                if self.has_cases and is_governed(self, attribution):
                    attribution.speaker = as_called(self, attribution)
                self._remember(attribution)
            elif attribution.pattern == DROPPED and attribution.cue is not None:
                attribution.speaker = self._understood(attribution.cue[0], attribution.gender)
                self._remember(attribution)
        for attribution in found:
            if attribution.follows is not None:
                attribution.speaker = attribution.follows.speaker
            if attribution.stance == "disputes" and attribution.reporter is not None:
                # Without a name the speaker would seem to dispute what they say themselves.
                judge = self.tokens.text[slice(*attribution.reporter)]
                attribution.reported_by = attribution.reported_by or judge

    def _said_from(self, attribution: Attribution) -> int | None:
        """Where what is said begins, if its source closes it: "Holm had left, he said" names
        somebody else."""
        if attribution.source is None or not attribution.contents:
            return None
        start = attribution.contents[0][0]
        return start if start < attribution.source[0] else None

    def _speaker(self, span: Span, before: int | None = None) -> str | None:
        if span not in self.resolved:
            self.resolved[span] = self.canonical(span, before)
        return self.resolved[span]

    def canonical(self, span: Span, before: int | None = None) -> str | None:
        """Name of the source that stands at a code point span; None for nobody in particular.

        before: where whom "he" or "she" means must have been named, if somebody was. "Its
        spokesman" leads to what stands before, and that to what stands before it: not for ever.
        """
        if self.followed == FARTHEST:
            return None
        self.followed += 1
        try:
            return self._called_at(span, before)
        finally:
            self.followed -= 1

    def _called_at(self, span: Span, before: int | None) -> str | None:
        surface = self.tokens.text[slice(*span)]
        word = surface.lower()
        kind = word.partition(" ")[0]
        if self.words.has("other_firms", kind) and surface[len(kind) + 1 : len(kind) + 2].isupper():
            firm = surface[len(kind) + 1 :]  # "Rival Varn Rail"
            meant = self.canonical((span[1] - len(firm), span[1]), before)
            return firm if meant == surface else meant
        if self.words.has("owners_of_either", word):
            return self._understood(span[0], None)
        alone = self._first_of(word) if kind in self.third else word
        if alone in self.third:
            for gender, table in PRONOUNS.items():
                if self.words.has(table, alone):
                    return self._pronoun(span[0], gender, before)
            is_one = self.words.has("pronouns.neuter", word)
            body = self._body_before_colon(before) if is_one and before is not None else None
            return body or self._party_before(span[0], is_one=is_one)
        if self.voices and (member := member_meant(self, *span)) is not None:
            return member
        if " by this " in word and self._is_own_work(word):
            return None
        part = self.parts_of_two.get(word)
        if part is not None:
            spoke = self.turns[-1].speaker if self.turns else None
            two = of_pair(part, span[0], self.tokens, self.names, self.words, spoke)
            if two is not None:
                return two
        if word in self.unnamed:
            if self.words.has("pronouns.first", word):
                voice = self.voices.get(self.sentence_of(span[0]))
                if voice is not None and voice.source != span:
                    return self._speaker(voice.source) if voice.source else None
                return self._quoted_speaker(span[0])
            several = self.words.has("of_several", word)
            group = self._of_group() or self._group_before(span[0]) if several else None
            if group is not None:
                return group
            if self.words.has("lone_demonstratives", word):
                return self._papers_before(span[0])
            if self.words.has("pronouns.indefinite", word) or (
                self.words.has("relatives", word) and not surface.isupper()
            ):
                return None
        # A tagger may take a name at the start of a sentence for a common noun.
        name = self.names.called(word, span[0]) if surface[:1].isupper() else None
        if name is not None:
            return name.full
        place = span[0] if before is None else before
        if self.caseless is not None:
            person = self.caseless.person_in(surface)
            settled = person or self.caseless.settled(self._office(surface, span[0]))
            return (self._called_later(surface, place) if settled == surface else None) or settled
        if self.words.has("other_side", word.rpartition(" ")[2]):
            return surface[len(kind) + 1 :] if kind in self.articles else surface
        apposed = ", " in surface
        # "The Democrat, who leads the council,"
        called = (surface.partition(", ")[0] if apposed else "") or surface
        parts = called.lower().split()
        epithet = self.words.has("epithets", parts[-1]) and parts[0] in self.articles
        again = self._partisan(called, parts, span[0]) if epithet else None
        return (
            again
            or self._named(span)
            or (self._apposed(surface) if apposed else None)
            or (self._called_later(surface, place) if self.has_later else None)
            or self._office(surface, span[0])
        )

    def _pronoun(self, at: int, gender: str, before: int | None) -> str | None:
        """Who "he" or "she" is; before: where a statement begins that stands in front of it."""
        voice = self.voices.get(self.sentence_of(at))
        if voice is None or voice.source is None:
            return self._third_person(at, gender, before)
        led = led_by(self, at, gender)
        self.speaking = self._speaker(voice.source)
        meant = self._third_person(at, gender, before) if led in (None, self.speaking) else led
        speaking, self.speaking = self.speaking, None
        return None if meant == speaking else meant

    def _third_person(self, at: int, gender: str, before: int | None) -> str | None:
        """The same outside speeches, and in one where nobody leads the sentence."""
        read = self.tokens, self.names, self.words
        if before is None:
            new = new_before(at, gender, *read)
        else:
            new = opening(before, at, gender, *read)
        if new is not None:
            return new.full
        meant = None if before is None else self._person_before(before, gender)
        return meant or self._person_before(at, gender)

    def _is_own_work(self, word: str) -> bool:
        """Say whether a paper was made by those who publish: "an investigation by this newspaper",
        but not papers "seen by this newspaper"."""
        before, _, maker = word.partition(" by this ")
        ours = self.words.has("news_media", maker.split()[0])
        return ours and not self.words.has("ordering", before.split()[-1])

    def _quoted_speaker(self, at: int) -> str | None:
        """Who "I" is: who spoke last, inside quotation marks; outside them nobody is known."""
        if not self.turns:
            return None
        first = self.tokens.spans[self.sentence_of(at)][0]
        index = bisect_left(self.tokens.starts, at)
        inside = self.tokens.kinds.count('"', first, index) % 2
        last = self.turns[-1]
        return last.speaker if inside or last.told(at) else None

    def _named_since(self, at: int, after: int, gender: str | None) -> str | None:
        """Who led a sentence last, in a language whose names no capital tells."""
        return self.caseless.leads_before(at, after, gender) if self.caseless else None

    # --- names -----------------------------------------------------------------------------
    def _named(self, span: Span) -> str | None:
        """The person or organisation that the words name as the one who speaks."""
        text, (start, end) = self.tokens.text, span
        organisation: str | None = None
        for at, stop, name in self.names.in_span(start, end):
            documents = False
            if organisation is None and self._is_shown_to(start, at):
                return None  # "minutes seen by the Tide"
            if text[stop : stop + 2] in ("'s", "’s") or self._is_adjective(stop, end):
                continue
            if at == start:
                if name.is_person and not self._leads_to_role(stop, end):
                    return name.full  # as mostly; "Holm spokeswoman Ada Orr" is not Holm
                if not name.is_person and (stop == end or text[stop] == ","):
                    organisation = organisation or name.full
                continue
            before = text[start:at].lower().split()
            if before and self.words.has("news_media", before[-1]) and self._prints_poll(before):
                continue
            if len(before) > 1 and self.words.has("laws", name.full.lower().split()[-1]):
                continue  # "emails released under the Information Act"
            before = self._without_adjectives(before)
            while len(before) > 1 and self.words.has("addresses", before[-1].strip(".")):
                before.pop()  # "A lawyer for Mr Orr, Ada Holm, said"
            link = before[-1] if before else ""
            if link in ("the", "a", "an") and len(before) > 1:
                link = before[-2]
            if self.words.has("name_links", link):
                documents = any(self.words.has("documents", word) for word in before)
                ordered = len(before) > 1 and self.words.has("ordering", before[-2])
                if ordered or not documents or not self.words.has("makers", link):
                    continue
            if name.is_person:
                if self._is_owner_of_role(start, at, stop, end):
                    continue  # "a former Ada Holm aide"
                return name.full
            told = self._only_titles(before) or self._tells_kind(before)
            if documents or told or self._tells_what_it_is(before):
                closes = stop == end or text[stop] == ","
                organisation = organisation or (name.full if documents or closes else None)
        return organisation

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
        return any(
            self.words.has("ordering", word) and self.words.has("agent_marks", mark)
            for word, mark in pairwise(before)
        )

    def _is_adjective(self, stop: int, end: int) -> bool:
        """Say whether a body of several small words follows: "the Danish | technical institute"."""
        if stop == end:
            return False  # as mostly
        behind = self.tokens.text[stop:end].split(",")[0].split()
        if len(behind) < 2 or not behind[0].islower():
            return False
        head = self.descriptions.head_of(behind)
        return self.words.has("organisation_words", head) and head in behind[1:]

    def _partisan(self, surface: str, words: list[str], at: int) -> str | None:
        """Who "the Oster Republican" is, if one who was named before spoke or led a clause.

        words: an article, and an epithet at the end.
        """
        capital = surface[surface.rfind(" ") + 1].isupper() and words[0] in self.definite
        if not capital or len(words) < 2:
            return None
        told = self.descriptions.person_told(words[1:], at)  # "Sen. Ada Holm, D-Oster"
        return told.full if told is not None else self._person_again(words[1:], at)

    def _apposed(self, surface: str) -> str | None:
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
        if ties and self.descriptions.head_of(rest) in any_of(self.words.code, *APPOSED):
            ties = False  # "the owner of the crane, Nordlift"
        return name if named and not ties and kind[1:].islower() else None

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

    def _only_titles(self, before: list[str]) -> bool:
        return self.articles.issuperset(before)

    def _tells_what_it_is(self, before: list[str]) -> bool:
        """Say whether what a firm does stands before it: "the owner of the ship, Varn Oil"."""
        if not before or not before[-1].endswith(","):
            return False
        words = [word.rstrip(",") for word in before]
        made = next((at for at, word in enumerate(words) if self.words.has("makers", word)), 0)
        if made and self.words.has_any("documents", words[:made]):
            words = words[made + 1 :]  # "data from the operator, Varn Rail"
        head = self.descriptions.head_of(words)
        told = head in any_of(self.words.code, *APPOSED)
        return told or (made > 0 and self.words.has("organisation_words", head))

    def _tells_kind(self, before: list[str]) -> bool:
        """Say whether a kind of body stands before its name: "the Greek company"."""
        kind = before[-1] if before else ""
        return kind in self.bodies or kind.endswith(MAKER)
