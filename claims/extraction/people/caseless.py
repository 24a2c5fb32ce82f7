"""Names of who speaks, in scripts without capitals: Hebrew and Arabic."""

from __future__ import annotations

from bisect import bisect_left

from ..entities.tables import CASELESS, given_names
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens

OPENING = 8  # tokens of "for his part,", "in an interview with the «Forest Courier»,"
NAME = 2  # words of most names
OFFICE = 4  # words of an office in front of a name
LONGEST = 4  # words of a person's name
#: Words that a surname may begin with.
SURNAME_OPENERS = frozenset(["בן", "בר", "אבו", "אל", "בית", "بن", "ابن", "بو", "أبو", "آل", "عبد"])

ARTICLES = ("ال", "ה")
#: A preposition with the article, which no name begins with.
HUNG = ("لل", "بال", "وال", "فال", "كال")
ORIGINS = ("ي", "ية")  # endings of Arabic words for where an office is held
LED = 'nNc,"dpr'  # class letters of what may stand before the name that leads a sentence


def _bare(role: str) -> str:
    """An office without the article that is written together with it."""
    for article in ARTICLES:
        if role.startswith(article) and len(role) - len(article) > 1:
            return role.removeprefix(article)
    return role


def _hyphened(words: list[str]) -> list[str]:
    """Words with those in one piece that a hyphen joins."""
    return " ".join(words).replace(" - ", "-").split()


class CaselessNames:
    """Full names of the persons of one document, by what they may be called later.

    leading: code point and full name of each that stands at the start of a sentence.
    genders: full name -> "m" or "f", where a verb has told it.
    """

    def __init__(self, words: Lexicon, tokens: Tokens):
        self.words, self.tokens = words, tokens
        self.given = given_names(words.code)
        self.prefixes = words.table("source_prefixes")
        self.by_ending: dict[str, str] = {}
        self.by_role: dict[str, str] = {}
        self.by_head: dict[str, str] = {}  # the same of those who have no name
        self.leading: list[tuple[int, str]] = []
        self.genders: dict[str, str] = {}
        for first, last in tokens.spans:
            self._scan(first, last)
            self._scan_offices(first, last)
            self._scan_apposed(first, last)

    @classmethod
    def of(cls, words: Lexicon, tokens: Tokens) -> CaselessNames | None:
        """The names of a text in a language without capitals; None for any other."""
        return cls(words, tokens) if words.code in CASELESS else None

    def leads_before(self, at: int, after: int, gender: str | None) -> str | None:
        """Who led a sentence last between two code points, if the gender fits."""
        index = bisect_left(self.leading, (at, "")) - 1
        while index >= 0 and self.leading[index][0] > after:
            name = self.leading[index][1]
            if gender is None or self.genders.get(name, gender) == gender:
                return name
            index -= 1
        return None

    def _scan(self, first: int, last: int) -> None:
        """Learn the name at the start of a sentence: a first name, and what follows it."""
        comma = self.tokens.kinds.find(",", first, min(last, first + OPENING))
        if comma > first and self.tokens.kinds[first] == "p":
            first = comma + 1  # "من جهته، كشف القاضي"
        at, words = self._name_in(first, last), self.tokens.words
        if at is None:
            if first < last and words[first] in self.by_ending:
                self.leading.append((self.tokens.starts[first], self.by_ending[words[first]]))
            return
        full = self._learned(self._name(_hyphened(words[at : self._name_end(at, last)])))
        self.leading.append((self.tokens.starts[at], full))

    def _scan_offices(self, first: int, last: int) -> None:
        """Learn each name behind an office, wherever it stands: "accused the minister Dan Levy"."""
        words = self.tokens.words
        for at in range(first + 1, last - 1):
            if words[at] not in self.given or self._is_common(words[at + 1]):
                continue
            near = range(max(first, at - OFFICE), at)
            roles = [words[k] for k in near if self.words.is_title(words[k])]
            # A trade that no list holds has the article: "accused the banker Dan Levy".
            office = roles or (words[at - 1].startswith(ARTICLES) and self._is_noun(at - 1))
            if office and self.tokens.kinds[at + 1] == "n" and not self._is_body(words[at - 1]):
                full = self._learned(" ".join(_hyphened(words[at : self._name_end(at, last)])))
                for role in roles:
                    self.by_role[_bare(role)] = full

    def _name_end(self, at: int, last: int) -> int:
        """Token behind a first name and a surname, which may be of two parts: "בן-דור"."""
        words, stop = self.tokens.words, min(last, at + 2)
        while stop < last and stop - at < LONGEST:
            if words[stop] == "-" and stop + 1 < last:
                stop += 2
            elif words[stop - 1] in SURNAME_OPENERS:
                stop += 1
            else:
                break
        return stop

    def _is_noun(self, at: int) -> bool:
        """Say whether a token with an article is no verb that only begins with the same letter."""
        return self.tokens.kinds[at] == "n" and self.tokens.words[at] not in self.words.lemmas

    def _scan_apposed(self, first: int, last: int) -> None:
        """Learn two words between commas behind an office that leads a sentence."""
        kinds, words = self.tokens.kinds, self.tokens.words
        comma = kinds.find(",", first, last)
        if comma <= first or kinds[comma + 1 : comma + 4] != "nn," or comma + 4 > last:
            return
        pair = words[comma + 1 : comma + 3]
        offices = [word for word in words[first:comma] if self.words.is_title(word)]
        if not self.given.isdisjoint(words[first:comma]):
            return  # "Prof. Dan Levy, a toxicologist of Haifa,"
        if offices and not any(map(self._is_common, pair)):
            full = self._learned(" ".join(pair))
            self.leading.append((self.tokens.starts[comma + 1], full))
            for role in offices:
                self.by_role.setdefault(_bare(role), full)

    def _name_in(self, first: int, last: int) -> int | None:
        """Token of the first name that leads a sentence, by itself or behind an office."""
        words, kinds, titled = self.tokens.words, self.tokens.kinds, False
        for at in range(first, last - 1):
            free = titled or at == first + 1 or kinds[first:at].strip('cv"') == ""
            if free and words[at] in self.given and kinds[at + 1] == "n":
                return None if self._is_common(words[at + 1]) else at
            if kinds[at] not in (LED if at > first else LED + "v"):
                return None
            titled = titled or self.words.is_title(words[at])
        return None

    def person_in(self, surface: str) -> str | None:
        """The person named in what tells who speaks: a first name and what follows it.

        "ראש העיר דן לוי" is "דן לוי"; of "the Dan Levy Institute" there is no person.
        """
        pieces = surface.replace("،", ",").split(",")
        for begins in (self._is_given, self._is_titled):
            for piece in pieces:
                parts = piece.split("(")[0].split()
                for at in range(len(parts) - 1):
                    if begins(parts, at):
                        full = self._learned(self._name(parts[at:]))
                        for role in filter(self.words.is_title, parts[:at]):
                            self.by_role[_bare(role)] = full
                        return full
        return self._apposed(pieces)

    def _is_given(self, parts: list[str], at: int) -> bool:
        """Say whether a first name stands at a place, not that of an institute."""
        if at and self.words.has("kunya", parts[at]) and not self._is_common(parts[at + 1]):
            return True  # "زبونته أم ياسين"
        before = parts[at - 1] if at else ""
        whole = before.startswith(ARTICLES)  # "of the ministry Dan Levy": the person
        return parts[at] in self.given and not (self._is_body(before) and not whole)

    def _is_titled(self, parts: list[str], at: int) -> bool:
        """Say whether two words behind "Dr." stand at a place, a name that no list holds."""
        titled = at > 0 and self.words.has("personal_titles", parts[at - 1])
        return titled and not self._is_common(parts[at])

    def _apposed(self, pieces: list[str]) -> str | None:
        """Two words between commas behind an office, a name that no list holds."""
        office, *rest = (piece.split() for piece in pieces)
        if not rest:
            return None
        kin = len(rest[0]) == 1 and self.words.has_any("kin", office[:1])
        titled = len(_hyphened(rest[0])) == NAME and any(map(self.words.is_title, office))
        if not (kin or titled):
            return None
        if any(map(self._is_common, rest[0])):
            return None
        full = self._learned(" ".join(rest[0]))
        for role in filter(self.words.is_title, office):
            self.by_role[_bare(role)] = full
        return full

    def without_hung(self, name: str, lemma: str) -> str:
        """A source without the preposition that a phrase asks for: "وفقا للبيان"."""
        opener = lemma.partition(" ")[0]
        hung = self.words.has_any("hung_openers", [opener, opener.removeprefix("و")])
        if not hung or name[:1] != "ل":
            return name
        bare = "ال" + name[2:] if name.startswith("لل") else name[1:]
        return self.person_in(bare) or self.settled(bare)

    def settled(self, name: str) -> str:
        """The full name for what somebody is called by; a name with more words is kept in mind."""
        known = self.by_ending.get(name)
        if known is not None:
            return known
        parts = name.split()
        if len(parts) > NAME and parts[0].startswith("ال") and parts[0].endswith(ORIGINS):
            return self.settled(" ".join(parts[1:]))  # "وزير الخارجية التركي هاكان يلماز"
        if len(parts) == 1 and self.words.is_title(name) and _bare(name) in self.by_role:
            return self.by_role[_bare(name)]
        if len(parts) == 1 and _bare(name) in self.by_head and name.startswith(ARTICLES):
            return self.by_head[_bare(name)]
        if len(parts) > 1:
            self.by_head[parts[0]] = name  # "the source" is "a source in the customs" again
        if 2 <= len(parts) <= LONGEST - 1 and not any(map(self._is_common, parts)):
            self._learned(name)
        return name

    def _name(self, parts: list[str]) -> str:
        end = 2
        while end < len(parts) and end < LONGEST and parts[end - 1] in SURNAME_OPENERS:
            end += 1
        if end < len(parts) and not (self._is_common(parts[end]) or parts[end].startswith(HUNG)):
            end += 1
        return " ".join(parts[:end])

    def _learned(self, full: str) -> str:
        parts = full.split()
        known = self.by_ending.get(parts[-1])
        if known is not None and known.endswith(full):
            return known
        for at in range(1, len(parts)):
            self.by_ending.setdefault(" ".join(parts[at:]), full)
        return full

    def _is_body(self, word: str) -> bool:
        bare = word[1:] if word[:1] in self.prefixes else word
        return self.words.has("organisation_words", word) or (
            self.words.has("organisation_words", bare)
        )

    def _is_common(self, word: str) -> bool:
        """Say whether a word is none of a person's name, by the tables that list it."""
        listed = ("titles", "documents", "groups", "prepositions", "pronouns.indefinite")
        return self._is_body(word) or any(self.words.has(table, word) for table in listed)
