"""From the words for a source to one canonical name: surnames, pronouns, titles, offices."""

from __future__ import annotations

from bisect import bisect_left

from ..attribution import Attribution, Span
from ..attribution.dropped import PATTERN as DROPPED
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from .asked_persons import whom_asked
from .caseless import CaselessNames
from .charged import charged_party, denier
from .descriptions import Descriptions
from .governed import as_called, has_cases, is_governed
from .in_speeches import led_by, member_meant
from .named_sources import NamedSources
from .names import Names
from .newly_named import new_before, opening
from .offices import OfficeReader
from .origins import of_origin
from .own_voice import OWN, is_own_voice
from .pairs import of_pair
from .pointers import pointers
from .short_forms import ShortForms
from .titles import gender_of_pronoun

FARTHEST = 12  # sources that lead to one another: "its spokesman" of what "the firm" means


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
        self.pointers = pointers(words.code)
        self.named_sources = NamedSources(tokens, names, words, descriptions)
        self.short_forms = ShortForms(tokens, words, descriptions.organisations.named)
        self.resolved: dict[Span, str | None] = {}
        self.followed = 0  # sources that led to the one which is looked at

    def resolve(self, found: list[Attribution]) -> None:
        """Set `speaker` and `reported_by` of each attribution."""
        before: Attribution | None = None
        for attribution in found:
            meant = denier(self, attribution, before)
            if meant is not None and attribution.source is not None:
                self.resolved[attribution.source] = meant
            before = attribution if attribution.contents else before
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
            called = self._called_at(span, before)
            if called is None or " " in called:
                return called
            return self.short_forms.in_full(called, span[0])
        finally:
            self.followed -= 1

    def _called_at(self, span: Span, before: int | None) -> str | None:
        start, end = span
        surface = self.tokens.text[start:end]
        word = surface.lower()
        kind = word.partition(" ")[0]
        pointers = self.pointers
        if kind in pointers.rivals and surface[len(kind) + 1 : len(kind) + 2].isupper():
            firm = surface[len(kind) + 1 :]  # "Rival Varn Rail"
            meant = self.canonical((end - len(firm), end), before)
            return firm if meant == surface else meant
        if word in pointers.either:
            return self._understood(start, None)
        if kind in pointers.third:
            alone = self._first_of(word)
            if alone in pointers.third:
                return self._third(alone, start, before)
        if self.voices and (member := member_meant(self, start, end)) is not None:
            return member
        if " by this " in word and self._is_own_work(word):
            return None
        meant = self._pointed_out(word, span)
        if meant is not None or self._is_nameless(word, surface):
            return meant
        # A tagger may take a name at the start of a sentence for a common noun.
        name = self.names.called(word, start) if surface[:1].isupper() else None
        return name.full if name is not None else self._described_at(span, word, before)

    def _third(self, pronoun: str, at: int, before: int | None) -> str | None:
        """Whom a pronoun for somebody who was named means at a code point."""
        gender = gender_of_pronoun(pronoun, self.words)
        if gender is not None:
            return self._pronoun(at, gender, before)
        is_one = self.words.has("pronouns.neuter", pronoun)
        body = self._body_before_colon(before) if is_one and before is not None else None
        return body or self._party_before(at, is_one=is_one)

    def _pointed_out(self, word: str, span: Span) -> str | None:
        """Whom "the latter", "I", "one of them" or "these" at a span mean; None for other words."""
        pointers, at = self.pointers, span[0]
        part = pointers.pairs.get(word)
        if part is not None:
            spoke = self.turns[-1].speaker if self.turns else None
            two = of_pair(part, at, self.tokens, self.names, self.words, spoke)
            if two is not None:
                return two
        if word in pointers.first:
            voice = self.voices.get(self.sentence_of(at))
            if voice is not None and voice.source != span:
                return self._speaker(voice.source) if voice.source else None
            return self._quoted_speaker(at)
        several = word in pointers.of_several
        group = self._of_group() or self._group_before(at) if several else None
        papers = group is None and word in pointers.demonstratives
        return self._papers_before(at) if papers else group

    def _is_nameless(self, word: str, surface: str) -> bool:
        """Say whether a word alone tells that nobody is named: "somebody", "who", but not "WHO"."""
        pointers = self.pointers
        return word in pointers.nameless or (word in pointers.relatives and not surface.isupper())

    def _described_at(self, span: Span, word: str, before: int | None) -> str | None:
        """Who is meant by words that are neither a pronoun nor a name alone.

        word: the same in lower case.
        """
        surface = self.tokens.text[span[0] : span[1]]
        place = span[0] if before is None else before
        if self.caseless is not None:
            person = self.caseless.person_in(surface)
            settled = person or self.caseless.settled(self._office(surface, span[0]))
            return (self._called_later(surface, place) if settled == surface else None) or settled
        if self.words.has("other_side", word[word.rfind(" ") + 1 :]):
            first = word.partition(" ")[0]
            return surface[len(first) + 1 :] if first in self.articles else surface
        apposed = ", " in surface
        # "The Democrat, who leads the council,"
        called = (surface.partition(", ")[0] if apposed else "") or surface
        parts = word[: len(called)].split()
        again = None
        if parts[0] in self.articles:
            if self.words.has("epithets", parts[-1]):
                again = self._partisan(called, parts, span[0])
            elif len(parts) == 2 and called[len(parts[0]) + 1].isupper():
                of_party = of_origin(self.descriptions, parts[1:], span[0])  # "the Tory"
                again = of_party.full if of_party is not None else self._by_home(parts[1], span[0])
        return (
            again
            or self.named_sources.speaker(span)
            or (self.named_sources.apposed(surface) if apposed else None)
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
        asked = whom_asked(at, gender, *read)
        if asked is not None:
            return asked.full
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

    def _partisan(self, surface: str, words: list[str], at: int) -> str | None:
        """Who "the Oster Republican" is, if one who was named before spoke or led a clause.

        words: an article, and an epithet at the end.
        """
        capital = surface[surface.rfind(" ") + 1].isupper() and words[0] in self.definite
        if not capital or len(words) < 2:
            return None
        told = self.descriptions.person_told(words[1:], at)  # "Sen. Ada Holm, D-Oster"
        return told.full if told is not None else self._person_again(words[1:], at)
