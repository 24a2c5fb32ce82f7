"""Sources that stand without a name: offices and bodies, and whom the text names for them."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from .descriptions import Descriptions
from .later_names import ELISION, PAUSE
from .names import Names
from .owners import OWNER, POSSESSIVE, OwnerReader
from .titles import any_of, titles_of

#: Words that tie the parts of one name.
JOINTS = ("prepositions", "conjunctions", "determiners", "name_joints")
#: Tables of words that tell by whom, where or when a paper was made.
BEHIND_DONE = ("prepositions", "weekdays", "months", "demonstratives", "done_tails")


class OfficeReader(OwnerReader):
    """Tells who is meant by an office, a trade or a kind of body in one document."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, descriptions: Descriptions):
        super().__init__(tokens, names, words, descriptions)
        self.definite, self.inflected = words.table("back_pointers"), words.table("inflected")
        self.articles = words.table("articles")
        self.openers = any_of(words.code, "relatives", "openers")
        self.joints = any_of(words.code, *JOINTS)
        self.papers = any_of(words.code, "documents", "own_documents", "own_counts", "own_points")
        self.before_clause = any_of(words.code, "prepositions", "joining")
        self.behind_done = any_of(words.code, *BEHIND_DONE)
        self.bodies = any_of(words.code, "generic_organisations", "groups")
        self.titles = titles_of(words.code)
        #: Whether articles or prepositions may be written together with a noun.
        self.prefixes = words.table("source_prefixes")

    def _office(self, surface: str, at: int) -> str:
        """The words without article, title, relative clause and description."""
        pause = PAUSE.search(surface)
        spoken = (surface[: pause.start()] if pause else surface).split()
        parts = self._bare(self._up_to_clause(spoken))
        if not parts:
            return self._maker(spoken) or surface
        head, first = POSSESSIVE.sub("", parts[-1]).lower(), parts[0].lower()
        made = head in self.papers
        # "Her letter" is that of whoever she is, "a letter" nobody's.
        personal = self._is_personal(spoken[0].lower()) or self.words.has("indefinites", first)
        if (
            made
            and len(parts) <= 2
            and not personal
            and self.words.has("own_documents", head)
            and self.turns
        ):
            return head if self._is_elsewhere(head, at) else self.turns[-1].speaker
        author = self._author(parts, at) if made or head in self.words.nouns else None
        author = author or self._maker(spoken)
        if author is not None:
            return author
        definite = self._is_definite(parts)
        indefinite = not definite and first in self.articles
        owned = OWNER.search(parts[0]) is not None
        its = self.words.has("owners", first)
        # "both mayors", but "all three" of those who were named
        counted = len(parts) == 2 and self.words.has("numerals", parts[1].lower())
        if len(parts) > 1 and not counted and self._counts(first, parts[1].lower()):
            parts.pop(0)
        while len(parts) > 1 and self.words.has("leading", parts[0].lower()):
            parts.pop(0)
        while len(parts) > 1 and self.words.has("before_owners", parts[0].lower()):
            parts.pop(0)  # "our own officials"
        if (owned and len(parts) > 1) or (its and self.descriptions.is_role(head)):
            known = self._office_holder([part.lower() for part in parts[owned:]], at, owned=True)
            if known is not None:
                return known
        of_owner = self._of_owner(surface.split()[0].lower(), parts, at) if its else None
        if of_owner is not None:
            return of_owner
        named = parts[-1][0].isupper()
        if named and len(parts) == 1 and self.words.words.get("capital_nouns"):
            named = False
        if definite and not named and not self._has_name(parts):
            known = self._described([part.lower() for part in parts], at)
            if known is not None:
                return known
        spoken_for = self._spoken_for(parts, at) if indefinite else None
        if spoken_for is not None:
            return spoken_for
        if indefinite and parts[-1][0].islower() and not self._has_name(parts):
            opening = self.descriptions.person_of_opening([part.lower() for part in parts], at)
            if opening is not None:
                return opening.full
        if definite and parts[-1][0].isupper():
            known = self._head_of_body(parts, at)
            if known is not None:
                return known
        named = not parts[-1][0].islower()
        if self.prefixes:  # where no capital tells a name
            named = self.words.has("advocates", parts[0])
        while named and len(parts) > 1 and self._is_title(parts[0]):
            tie = parts[1].lower()
            if self.words.has("prepositions", tie) or self.words.has("genitives", tie):
                break  # "head of the Farmers' Union"
            once = self.words.has("once", parts[0].lower())
            if all(map(self._is_title, parts)) or (once and self._has_tie(parts)):
                break  # "Prime Minister", "former executive of Varn Rail"
            parts.pop(0)
        return " ".join(self._without_kind(self._with_body(parts, at, surface))) or surface

    def _has_tie(self, parts: list[str]) -> bool:
        return any(self.words.has("prepositions", part.lower()) for part in parts)

    def _up_to_clause(self, spoken: list[str]) -> list[str]:
        """The words before a relative clause or a participle that tells what was done to them."""
        end = len(spoken)
        for at in range(1, end):
            part = spoken[at]
            if (
                part.lower() in self.openers
                or (part in self.articles and spoken[at - 1] in self.papers)  # "a study the ..."
                or (
                    self._is_participle(part)
                    and spoken[at - 1].lower() not in self.articles  # "the injured"
                    and not self._is_informed(part.lower(), spoken[at + 1 : at + 2])
                    and self._follows_participle(spoken[at + 1].lower() if at + 1 < end else "")
                )
            ):
                end = at
                while end > 1 and spoken[end - 1].lower() in self.before_clause:
                    end -= 1  # "un informe al que", "leaked to us and published"
                break
        while end > 1 and self.words.has("source_tails", spoken[end - 1].lower()):
            end -= 1
        if end > 2 and self.words.has("last_and_next", spoken[end - 2].lower()):
            end -= 2 * self.words.has("tag_times", spoken[end - 1].lower())  # "the board last year"
        return spoken[:end]

    def _bare(self, parts: list[str]) -> list[str]:
        """Words without the article or preposition that is written together with one."""
        if not self.prefixes and "'" not in (joined := "".join(parts)) and "’" not in joined:
            return parts
        if self.words.table("caseless"):
            return [bare for bare in (self._without_particle(parts[0]), *parts[1:]) if bare]
        inner = [part if ELISION.match(part) else self._without_particle(part) for part in parts]
        return [bare for bare in (*map(self._without_particle, parts[:1]), *inner[1:]) if bare]

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
        return name if named and self.words.has("generic_organisations", kind) else None

    def _is_participle(self, part: str) -> bool:
        """Whether a word tells what was done to the one before: "released", "seen", not "men"."""
        done = part.endswith("ed") or self.words.verbs.get(part) is False
        return part[0].islower() and (done or self.words.has("irregular_participles", part))

    def _is_informed(self, word: str, behind: list[str]) -> bool:
        """Say whether people are called by what they know: "two people briefed on the talks"."""
        cue = self.words.cues.get(word)
        knows = cue is not None and "o" in cue.frames and cue.is_past
        marked = self.words.has_any("informed_marks", [mark.lower() for mark in behind])
        return knows and marked and not self.words.has("agent_marks", behind[0].lower())

    def _follows_participle(self, word: str) -> bool:
        """Say whether a word tells by whom, where or when a paper was made; none does as well."""
        counted = word.isdigit() or self.words.has("numerals", word)  # "two days after the vote"
        return not word or word == "last" or counted or word in self.behind_done

    def _has_name(self, parts: list[str]) -> bool:
        """Say whether a noun has a name of its own before it: "the Tide newspaper".

        "the Swiss company" has none.
        """
        capital = [part for part in parts[:-1] if part[0].isupper()]
        return any(self.descriptions.listed.kind_of(part) is None for part in capital)

    def _counts(self, word: str, following: str) -> bool:
        """Say whether a word only says how many speak: "some residents", "both the mayors"."""
        if not self.words.has("pronouns.indefinite", word):
            return False
        ties = self.words.has("excepting", following)  # "all but one of them"
        return not ties and not self.words.has("prepositions", following)

    def _without_kind(self, parts: list[str]) -> list[str]:
        """A name without what it is the name of: "budget airline Valair", "operator Airgate"."""
        begin = len(parts)
        while begin and parts[begin - 1][0].isupper():
            begin -= 1
        if not 0 < begin < len(parts):
            return parts
        kind = parts[begin - 1].lower()
        if self.names.inflects:
            return parts  # "полиция города Осташкова": what follows belongs to the kind
        if kind in self.joints or not kind.isalpha():
            return parts
        if begin > 2 and self.words.has("articles", parts[begin - 2].lower()):
            return parts  # "paper in the journal Lakes"
        return parts[begin:]

    def holder(self, name: str, at: int) -> str | None:
        """Who an office or a sort of person is that stands as it is called, if it points back."""
        known = self._office_holder([name.lower()], at) if self._is_definite([name]) else None
        return known or self._called_later(name, at)

    def _office_holder(self, phrase: list[str], at: int, *, owned: bool = False) -> str | None:
        """Who "Norway's envoy to Lim" is; `phrase` comes without whose it is."""
        person = self.descriptions.person(phrase, at, owned=owned)
        return person.full if person is not None else None

    def _described(self, phrase: list[str], at: int) -> str | None:
        """Who "the minister" or "the company" is, if somebody of that kind was named before."""
        holder = self._office_holder(phrase, at)
        if holder is not None:
            return holder
        meant = self._named_body(phrase, at) or self._body_again(phrase)
        return meant or self._body_meant(phrase, at) or self._person_again(phrase, at)

    def _body_meant(self, phrase: list[str], at: int) -> str | None:
        """Name of the organisation that "the firm" or "the Swiss company" is."""
        head = phrase[-1]
        named = self._named_body(phrase, at)
        if named is None and len(phrase) == 1 and self.words.has("news_media", head):
            named = self.descriptions.told.paper_before(at)
        if named is not None:
            return named
        generic = len(phrase) == 1 and (
            self.words.has("generic_organisations", head) or self.words.has("papers", head)
        )
        leading = self._body_before(at) if generic else None
        return leading or self.descriptions.organisation(phrase, at)

    def _named_body(self, phrase: list[str], at: int) -> str | None:
        """Name of the body that "the council" or "the town council" is, by its last word."""
        body = self.names.by_head_word(phrase[-1], at) if len(phrase) <= 2 else None
        # "Council" at the start of a headline names none.
        return body.full if body is not None and body.full.lower() != phrase[-1] else None

    def _body_before(self, at: int) -> str | None:
        """Name that leads the sentence before, if it may be that of "the company"."""
        name = self._subject_before(at)
        capital = name and all(word[0].isupper() or word == "&" for word in name.split())
        told = self.descriptions.told
        named = capital and name not in told.passing and name not in told.papers
        # "Drugmaker hits back" names nobody.
        return name if named and name.lower() not in self.bodies else None

    def _without_particle(self, part: str) -> str:
        """A noun without the article or preposition that is written together with it."""
        elided = ELISION.sub("", part) if self.words.has("leading", part[:2].lower()) else part
        rest = elided[1:]
        if elided[:1] in self.prefixes and (
            self.words.has("organisation_words", rest) or self.words.has("documents", rest)
        ):
            return rest
        return elided

    def _is_title(self, part: str) -> bool:
        return self.titles[part.lower()]
