"""Who and what one text names, by all that each may be called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..lexicon import Lexicon
from ..records import FoundEntity
from ..tagging.tokens import Tokens
from .declension import is_nominative, key, nominative
from .name_runs import INITIAL, NameRuns

MOST = 6  # persons of one surname that are told apart
NICKNAME = re.compile(r" [\"'“‘„«]([^ ]+(?: [^ ]+)?)[\"'”’“»] ")


@dataclass(slots=True)
class Name:
    """A person or organisation.

    gender: "m", "f", or None where nothing tells. subjects: code points at which the name leads
    a clause. first: code point where the full name stands first.
    """

    full: str
    is_person: bool
    first: int
    gender: str | None = None
    subjects: list[int] = field(default_factory=list)


class KnownNames(NameRuns):
    """The names of a document that were learned so far.

    entities: what the whole text tells of each capitalised run, in order.
    """

    def __init__(self, tokens: Tokens, words: Lexicon, entities: Sequence[FoundEntity] = ()):
        super().__init__(tokens, words, entities)
        #: Words with a capital that stand alone somewhere.
        self.alone: set[str] = set()
        self.known: dict[str, Name] = {}
        self.by_surname: dict[str, Name] = {}
        #: The same with the gender that a form of address tells: "Mrs Orr" of two of that name.
        self.by_address: dict[tuple[str, str], Name] = {}
        #: Surname -> all whose it is, in order, where it is that of several.
        self.namesakes: dict[str, list[Name]] = {}
        #: First word of a person's name; None where it is that of several.
        self.by_given: dict[str, Name | None] = {}
        self.by_head: dict[str, list[Name]] = {}
        #: Parts of a person's name without their case endings, where the language has those.
        self.by_parts: dict[tuple[str, ...], Name] = {}
        #: First and last word of a person's name that has no more but initials.
        self.by_ends: dict[tuple[str, str], Name] = {}
        self.nicknames: dict[str, Name] = {}  # in lower case
        #: Words of the names that the text tells to be those of firms.
        self.told_firms: list[list[str]] = []
        #: First word of a firm's name: "Orr" for "Orr Foods"; None where it is that of several.
        self.by_lead: dict[str, Name | None] = {}

    def _person(self, full: str, at: int) -> Name:
        """The person of a full name, in whatever case it stands; called as in the nominative."""
        name = self.known.get(full)
        if name is not None:
            return name
        if self.inflects:
            parts, code = tuple(map(key, full.split())), self.words.code
            name = self.by_parts.setdefault(parts, Name(nominative(full, code), True, at))
            self.known.setdefault(name.full, name)
            if is_nominative(full.split()[0].lower(), code):
                name.full = full
        else:
            name = Name(full, True, at)
            parts = full.split()
            if all(map(INITIAL.fullmatch, parts[1:-1])):
                # "Ada F. Holm" is Ada Holm.
                name = self.by_ends.setdefault((parts[0], parts[-1]), name)
        self.known[full] = name
        return name

    def _body(self, full: str, at: int) -> Name:
        """The body of a name, or whoever was learned by that name before."""
        name = self.known.get(full)
        if name is None:
            name = self.known[full] = Name(full, False, at)
        return name

    def _learn_namesake(self, surname: str, first: Name, name: Name) -> None:
        """Learn that a surname is that of one more: not of "Liberal Ann Lee" besides Ann Lee."""
        shared = self.namesakes.get(surname, [first])
        same = any(
            one.full.endswith(f" {other.full}") or one.full.split()[0] == other.full.split()[0]
            for other in shared
            for one, other in ((name, other), (other, name))
        )
        if not same and len(shared) < MOST:
            self.namesakes[surname] = [*shared, name]

    def _learn_nickname(self, full: str, at: int) -> Name:
        """The person of a name with a nickname between marks in it: Karl "Tug" Orr."""
        bare = NICKNAME.sub(" ", full)
        name = self.known[full] = self._person(bare, at)
        nickname = NICKNAME.findall(full)
        if nickname:
            self.known[nickname[0]] = self.nicknames[nickname[0].lower()] = name
        return name


def call(table: dict[str, Name | None], word: str, name: Name) -> None:
    """Let a word lead to a name; to none where it is that of several."""
    table[word] = name if table.get(word, name) is name else None
