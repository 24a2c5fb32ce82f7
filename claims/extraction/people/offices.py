"""Sources that stand without a name: offices and bodies, and whom the text names for them."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..tagging.tokens import Tokens
from .bodies_meant import BASED, BodyReader, behind_seat
from .capital_offices import is_office
from .descriptions import Descriptions
from .later_names import PAUSE
from .names import Names
from .owners import OWNER, POSSESSIVE
from .source_words import PAPERS, source_words

#: Tables of those who speak for somebody.
STAFFS = ("body_voices", "kin", "groups", "staffs")
#: Tables of words that tie the parts of one name.
JOINTS = ("prepositions", "conjunctions", "determiners", "name_joints")
OF_BODY = 2  # words of "Lim manager"


class OfficeReader(BodyReader):
    """Tells who is meant by an office, a trade or a kind of body in one document."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, descriptions: Descriptions):
        super().__init__(tokens, names, words, descriptions)
        self.definite, self.inflected = words.table("back_pointers"), words.table("inflected")
        self.articles = words.table("articles")
        self.joints = any_of(words.code, *JOINTS)
        self.papers = any_of(words.code, *PAPERS)
        self.source_words = source_words(words.code)

    def _office(self, surface: str, at: int) -> str:
        """The words without article, title, relative clause and description."""
        pause = PAUSE.search(surface)
        spoken = (surface[: pause.start()] if pause else surface).split()
        parts = self.source_words.bare(self.source_words.up_to_clause(spoken))
        if not parts:
            return self._maker(spoken) or surface
        author = self._made_by(parts, spoken, at)
        if author is not None:
            return author
        first, owned = parts[0].lower(), OWNER.search(parts[0]) is not None
        if self.voices and self.words.has("mine", first):
            return self._of_speaker(parts, at) or " ".join(parts)
        definite = self._is_definite(parts)
        indefinite = not definite and first in self.articles
        parts = self.source_words.without_openers(parts)
        meant = self._held_under(first, parts, at, surface, owned=owned)
        nameless = pause is not None and self._has_no_name(surface[pause.end() :])
        if meant is None and definite:
            meant = None if nameless else self._pointed_at(parts, at)
        elif meant is None and indefinite:
            meant = self._brought_up(parts, at)
        if meant is not None:
            return meant
        parts = self.source_words.without_titles(parts)
        return " ".join(self._without_kind(self._with_body(parts, at, surface))) or surface

    def _has_no_name(self, clause: str) -> bool:
        """Say whether a clause tells that somebody is not named: "who has not been named"."""
        words = clause.lower().replace(",", "").split()
        told = self.words.has_any("namelessness", words)
        hidden = self.words.has_any("plain_negations", words)
        return told and (hidden or self.words.has_any("open_modals", words))

    def _made_by(self, parts: list[str], spoken: list[str], at: int) -> str | None:
        """Who made a paper that speaks: "the letter", "its annual report", "figures from the bank".

        spoken: all words up to a pause, with what `parts` is without.
        """
        head, first = _head(parts), parts[0].lower()
        made = head in self.papers
        if not made and head not in self.words.nouns:
            return self._maker(spoken)  # as mostly
        # "Her letter" is that of whoever she is, "a letter" nobody's.
        personal = self._is_personal(spoken[0].lower()) or self.words.has("indefinites", first)
        own = made and len(parts) <= 2 and not personal and self.words.has("own_documents", head)
        if own and self.turns:
            return head if self._is_elsewhere(head, at) else self.turns[-1].speaker
        return self._author(parts, at) or self._maker(spoken)

    def _held_under(
        self, first: str, parts: list[str], at: int, surface: str, *, owned: bool
    ) -> str | None:
        """Who holds an office under an owner: "Norway's envoy", "her office".

        first: what the words began with; owned: whether that was a name with its "'s".
        """
        its = self.words.has("owners", first)
        if (owned and len(parts) > 1) or (its and self.descriptions.is_role(_head(parts))):
            owner = POSSESSIVE.sub("", parts[0]) if owned else ""
            phrase = [part.lower() for part in parts[owned:]]
            known = self._office_holder(phrase, at, owned=True, owner=owner.lower())
            if known is not None:
                return known
            if owner and phrase[-1] in any_of(self.words.code, *STAFFS):
                return self._voice_of(owner, parts[1:], at)
        return self._of_owner(surface.split()[0].lower(), parts, at) if its else None

    def _pointed_at(self, parts: list[str], at: int) -> str | None:
        """Who "the minister" or "the chief executive of Kelvern General" is."""
        capital = parts[-1][0].isupper() and not is_office(parts, self.descriptions)
        noun = len(parts) == 1 and self.words.words.get("capital_nouns")
        phrase = [part.lower() for part in parts]
        if (noun or not capital) and (not self._has_name(parts) or self.descriptions.knows(phrase)):
            known = self._described(phrase, at)
            if known is not None:
                return known
        elif not capital and len(phrase) == OF_BODY:  # "the Lim boss" of a "Lim manager"
            known = self._office_holder(phrase, at, frozenset(phrase[:1]))
            if known is not None:
                return known
        return self._head_of_body(parts, at) if capital else None

    def _brought_up(self, parts: list[str], at: int) -> str | None:
        """Who "a spokesman" or "a health minister" is, where the text tells it around them."""
        spoken_for = self._spoken_for(parts, at)
        if spoken_for is not None or not parts[-1][0].islower() or self._has_name(parts):
            return spoken_for
        opening = self.descriptions.person_of_opening([part.lower() for part in parts], at)
        return opening.full if opening is not None else None

    def _is_definite(self, parts: list[str]) -> bool:
        """Say whether an office is one named before: "the minister"; without articles any alone."""
        if self.inflected:
            phrase = [part.lower() for part in parts]
            if len(parts) == 2:
                return parts[-1].islower() and self.descriptions.knows(phrase)
            return len(parts) == 1 and self.descriptions.is_role(phrase[0])
        return parts[0].lower() in self.definite

    def _head_of_body(self, parts: list[str], at: int) -> str | None:
        """Who "the chief executive of Kelvern General" is."""
        joint = next(
            (index for index, part in enumerate(parts) if self.words.has("name_joints", part)), 0
        )
        if not joint or not all(part[0].islower() for part in parts[:joint]):
            return None
        phrase = [part.lower() for part in parts]
        names = frozenset(part.lower() for part in parts[joint:] if part[0].isupper())
        person = self.descriptions.person(phrase, at, names)
        return person.full if person is not None else None

    def _with_body(self, parts: list[str], at: int, surface: str) -> list[str]:
        """ "spokesman for the firm" with the name of the firm, if it has one.

        surface: what the text says, which may name it: "a spokesman for the power firm, Lumen,".
        """
        for index in range(1, len(parts) - 1):
            if self.words.has("name_joints", parts[index].lower()):
                body = [part.lower() for part in parts[index + 2 :]]
                if index + 2 == len(parts) and parts[-1][0].isupper():
                    return [*parts[:-1], self._in_full(parts[-1], at)]
                named = self.words.has("back_pointers", parts[index + 1].lower())
                if not named or not body or not parts[-1][0].islower():
                    break
                known = self._name_behind(surface, body[-1]) or self._body_meant(body, at)
                return [*parts[: index + 1], known] if known else parts
        return parts

    def _in_full(self, surname: str, at: int) -> str:
        """A surname as the full name of the person whom it means: "spokesman for Ada Holm"."""
        person = self.names.called(surname.lower(), at)
        return person.full if person is not None and person.is_person else surname

    def _name_behind(self, surface: str, kind: str) -> str | None:
        """The name that a comma sets behind a kind of body."""
        name = surface.partition(f" {kind}, ")[2].partition(",")[0]
        named = bool(name) and all(word[0].isupper() for word in name.split())
        own = name.lower().split()
        if len(own) > 1 and self.organisations.kinds.isdisjoint(own):
            named = self.words.has_any("firm_words", own)  # "for the airline, Kim Dale,"
        return name if named and self.words.has("generic_organisations", kind) else None

    def _has_name(self, parts: list[str]) -> bool:
        """Say whether a noun has a name of its own before it: "the Tide newspaper".

        "the Swiss company" and "the Basel-based group" have none.
        """
        capital = [part for part in behind_seat(parts)[:-1] if part[0].isupper()]
        return any(self.descriptions.listed.kind_of(part) is None for part in capital)

    def _without_kind(self, parts: list[str]) -> list[str]:
        """A name without what it is the name of: "budget airline Valair", "operator Airgate",
        "the Basel-based Orr Fund"."""
        begin = len(parts)
        while begin and parts[begin - 1][0].isupper() and not BASED.search(parts[begin - 1]):
            begin -= 1
        if not 0 < begin < len(parts):
            return parts
        kind = parts[begin - 1].lower()
        if self.names.inflects:
            return parts  # "полиция города Осташкова": what follows belongs to the kind
        if kind in self.joints or not (kind.isalpha() or BASED.search(kind)):
            return parts
        if begin > 2 and self.words.has("articles", parts[begin - 2].lower()):
            return parts  # "paper in the journal Lakes"
        if begin == len(parts) - 1 and self.words.is_title(parts[begin].lower()):
            return parts  # "shadow Minister"
        return parts[begin:]

    def holder(self, name: str, at: int) -> str | None:
        """Who an office or a sort of person is that stands as it is called, if it points back."""
        known = self._office_holder([name.lower()], at) if self._is_definite([name]) else None
        return known or self._called_later(name, at)

    def _office_holder(
        self,
        phrase: list[str],
        at: int,
        body: frozenset[str] = frozenset(),
        *,
        owned: bool = False,
        owner: str = "",
    ) -> str | None:
        """Who "Norway's envoy to Lim" is; `phrase` comes without whose it is."""
        person = self.descriptions.person(phrase, at, body, owned=owned, owner=owner)
        return person.full if person is not None else None

    def _described(self, phrase: list[str], at: int) -> str | None:
        """Who "the minister" or "the company" is, if somebody of that kind was named before."""
        told = self.descriptions.person_told(phrase, at)
        again = self._somebody_again(phrase, at, only_last=told is not None)
        again = again or (self._again(phrase, at) if told is None else told.full)
        if again is not None:
            return again
        holder = self.descriptions.person_untold(phrase, at)
        if holder is not None:
            return holder.full
        if self._is_of_another_land(phrase, at):
            return None
        meant = self._named_body(phrase, at) or self._body_again(phrase)
        return meant or self._body_untold(phrase, at) or self._person_again(phrase, at)

    def _again(self, phrase: list[str], at: int) -> str | None:
        """Who spoke last, if he or she is meant rather than somebody whom the text names later:
        "the Labour councillor", "the mother of two"."""
        if self.descriptions.is_generic(phrase):
            return self._somebody_last(at)
        epithet = self.descriptions.is_epithet(phrase, self.descriptions.head_of(phrase))
        return self._person_again(phrase, at) if epithet else None

    def _is_of_another_land(self, phrase: list[str], at: int) -> bool:
        """Say whether "the German federation" is none of those named: not the World Federation."""
        if len(phrase) != 2 or self.descriptions.listed.kind_of(phrase[0]) is None:
            return False  # as mostly
        body = self.names.by_head_word(phrase[1], at)
        named = body.full.lower().split() if body is not None else []
        kind_of = self.descriptions.listed.kind_of
        placed = (self.words.has("scopes", word) or kind_of(word) is not None for word in named)
        return phrase[0] not in named and any(placed)


def _head(parts: list[str]) -> str:
    """The last word in small letters, without its "'s"."""
    return POSSESSIVE.sub("", parts[-1]).lower()
