"""Who in a text has something to answer: those who are accused by name, and those who deny."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..attribution import NEGATIVE, Attribution
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..people.names import Names
from ..tagging.flags import ACCUSES
from ..tagging.tokens import Tokens
from .by_words import behind_accuser, knows

STEM = 5  # letters in which a country and its people agree
DESCRIBED = "nNdp#-"  # class letters of what describes somebody beside the name
HEAD = 4  # tokens of "the rebel council"
BESIDE = 8  # tokens of that
ITS_OWN = 2  # sentences from a body's denial to "its spokeswoman"
NOTHING: frozenset[str] = frozenset()


class Defence:
    """Speakers of one document who answer charges, and from which token on."""

    def __init__(
        self, tokens: Tokens, words: Lexicon, names: Names, attributions: list[Attribution]
    ) -> None:
        self.tokens, self.words, self.names = tokens, words, names
        self.attributions = attributions
        self.since: dict[str, int] | None = None
        self.accused: dict[str, int] = {}
        self.bodies: dict[str, int] = {}  # the same of whom others speak for, until one is noted
        self.noted: list[tuple[str, int]] = []  # who denied where, until `since` is asked for
        #: Sentences that accuse, and the beginnings of the words for whom.
        self.charged: dict[int, set[str]] = {}
        denials = [item for item in attributions if item.stance in NEGATIVE]
        #: Sentences in which somebody denies, and the words for who that is.
        self.deniers = {(item.sentence, item.source) for item in denials}
        #: Who denies in a sentence what stands elsewhere ("Holm denied this").
        self.pointing = {item.sentence: item.speaker for item in denials if not item.contents}
        #: Sentences in which a body denies, and who that is.
        self.denying = {
            item.sentence: item.reported_by or item.speaker or ""
            for item in denials
            if not self._is_person(item.reported_by or item.speaker)
        }

    def _is_person(self, speaker: str | None) -> bool:
        """Say whether somebody is a person for sure, unlike "Delara" and "Carmaker Delara"."""
        name = self.names.known.get(speaker) if speaker else None
        if name is None or not name.is_person or " " not in name.full:
            return False
        return not self.words.has("generic_organisations", name.full.lower().split()[0])

    def has(self, statement: Statement) -> bool:
        """Say whether the speaker of a statement is accused, or has denied, before it."""
        item = statement.attribution
        if item is None or item.cue is None or item.speaker is None:
            return False
        since = self.since
        if since is None:
            since = self.since = self._read()
        if self.noted:
            for name, at in self.noted:
                self._add(since, name, at)
            self.noted.clear()
            self.bodies.clear()
        speaker = item.speaker
        if self._is_defendant(speaker):
            return True
        if speaker in since:
            return since[speaker] < statement.begin
        if speaker not in self.bodies:
            self.bodies[speaker] = self._through_body(speaker)
        return self.bodies[speaker] < statement.begin or self._holds_office(statement)

    def _is_defendant(self, speaker: str) -> bool:
        """Say whether somebody is only called by the charge that they have to answer."""
        return self.words.has("defendants", speaker.lower())

    def goes_on(self, statement: Statement) -> bool:
        """Say whether a "no" tells what a denial means: "Orr denied it, saying C"."""
        item = statement.attribution
        if item.heir and (item.sentence, item.source) in self.deniers:
            return True
        first, last = self.tokens.spans[statement.sentence]
        opening = self.tokens.words[first : min(last, first + HEAD)]
        return any(self.words.nouns.get(word) == "denies" for word in opening)

    def note(self, statement: Statement) -> None:
        """Keep in mind that somebody denies."""
        item = statement.attribution
        denier = (item.reported_by or item.speaker) if item else None
        if denier:
            self.noted.append((denier, statement.begin))
            if not self._is_person(denier):
                self.denying.setdefault(statement.sentence, denier)

    def is_charged(self, statement: Statement, *, here: bool = True) -> bool:
        """Say whether the sentence before accuses the speaker of a statement; here: or the same."""
        if not self.has(statement):
            return False  # as mostly
        if self._is_defendant(statement.attribution.speaker):
            return True
        number = statement.sentence
        charged = self.charged.get(number - 1, NOTHING)
        charged = charged | self.charged.get(number, NOTHING) if here else charged
        speaker = statement.attribution.speaker
        own = [*speaker.lower().split(), *self._describing(speaker)]
        return any(word[:STEM] in charged for word in own)

    def _read(self) -> dict[str, int]:
        tokens, since = self.tokens, {}
        accusers: dict[int, set[str]] = {}
        for item in self.attributions:
            if item.cue is None or not item.speaker:
                continue
            if item.stance in NEGATIVE:
                self._add_body(item)
                self._add(
                    since, item.reported_by or item.speaker, bisect_left(tokens.starts, item.cue[0])
                )
            elif self.words.has("accusing", item.lemma):
                accusers.setdefault(item.sentence, set()).add(item.speaker)
        for number in tokens.sentences_with(ACCUSES):
            first, last = tokens.spans[number]
            begin = first
            if knows(self.words) and number not in accusers:
                begin = behind_accuser(first, last, tokens, self.words)
            charged = self.charged[number] = set(self._accused_nouns(first, last))
            for stem in charged:
                self.accused.setdefault(stem, first)
            for name in self._named(*tokens.slice(begin, last)) if begin < last else ():
                if name not in accusers.get(number, ()):
                    self._add(since, name, first)
                    charged.update(word[:STEM] for word in name.lower().split())
        return since

    def _accused_nouns(self, first: int, last: int) -> Iterator[str]:
        """Beginnings of nouns for whom a sentence accuses: "accused the army of", "the firm was
        accused of"."""
        tokens, kinds = self.tokens, self.tokens.kinds
        accusing = [at for at, bits in enumerate(tokens.flags[first:last], first) if bits & ACCUSES]
        for at in accusing:
            if kinds[at] not in "vg":
                continue
            cue = self.words.cues.get(tokens.words[at])
            if cue is None or not self.words.has("speaker_acts", cue.lemma):
                continue  # "alleged fraud"
            near = range(at + 1, min(last, at + 1 + HEAD))
            if at > first and kinds[at - 1] == "a":
                while at > first and kinds[at - 1] in "ar":
                    at -= 1
                near = range(at - 1, max(first - 1, at - 1 - HEAD), -1)
            for place in near:
                if kinds[place] not in DESCRIBED:
                    break
                if kinds[place] == "n":
                    yield tokens.words[place][:STEM]

    def _add_body(self, item: Attribution) -> None:
        """Keep in mind what denies: "Rebels in the north denied", "The council denied"."""
        source = item.reporter or item.source
        if source is None:
            return
        kinds = self.tokens.kinds
        begin, end = (bisect_left(self.tokens.starts, at) for at in source)
        tie = kinds.find("p", begin, end)
        end = min(end, begin + HEAD, tie if tie >= 0 else end)
        for at in range(begin, end if "N" not in kinds[begin:end] else begin):
            if kinds[at] == "n" and not self.words.is_title(self.tokens.words[at]):
                self.accused.setdefault(self.tokens.words[at][:STEM], begin)

    def _add(self, since: dict[str, int], name: str, at: int) -> None:
        since[name] = min(at, since.get(name, at))
        stem = name.lower()[:STEM]
        self.accused[stem] = min(at, self.accused.get(stem, at))

    def _named(self, start: int, end: int) -> Iterator[str]:
        """Whoever is named between two code points, a country too."""
        entities, starts = self.names.entities, self.names.entity_starts
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            yield entities[at].name or entities[at].text

    def _through_body(self, speaker: str) -> int:
        """Token at which the body is accused that somebody speaks for; the end for nobody.

        "Selvian Interior Minister Ada Holm", "Ada Holm, a spokeswoman for Selvia,".
        """
        if not self.accused:
            return len(self.tokens.starts)
        name = self.names.known.get(speaker)
        own = [] if name and name.is_person else speaker.lower().split()
        return self._first([*own, *self._describing(speaker)])

    def _holds_office(self, statement: Statement) -> bool:
        """Say whether somebody speaks by their office alone for the one body that has denied.

        "Chief Executive Ada Holm", "its spokeswoman, Colonel Ada Holm", "a spokesman".
        """
        if not self.denying:
            return False  # as mostly
        speaker, number = statement.attribution.speaker, statement.sentence
        name = self.names.known.get(speaker)
        described = [*filter(str.isalpha, self._describing(speaker))] if name else speaker.split()
        if not self.words.has_any("advocates", described):
            return False
        if not self.words.table("offices").issuperset(described):
            return False
        if name:
            number = self.tokens.sentence[bisect_left(self.tokens.starts, name.first)]
        near = {
            self.denying[at] for at in range(number - ITS_OWN, number + 1) if at in self.denying
        }
        if self.words.has_any("owners", described):
            return bool(near)
        said = [set(body.lower().split()) for at, body in self.denying.items() if at <= number]
        # "the bank" and "Kestrel Bank" are one.
        return any(said) and all(body <= max(said, key=len) for body in said)

    def _describing(self, speaker: str) -> list[str]:
        """The words that describe somebody beside their name: "A rebel spokesman, Colonel"."""
        tokens, name = self.tokens, self.names.known.get(speaker)
        if name is None:
            return []
        at = bisect_left(tokens.starts, name.first)
        begin, end = at, at + len(speaker.split())
        begin = self._back(begin)
        if tokens.kinds[max(0, begin - 2) : begin] == "n,":
            begin = self._back(begin - 1)  # "A rebel spokesman, Colonel Ada Holm,"
        if tokens.kinds[end : end + 1] == ",":
            end += 1
            while tokens.kinds[end : end + 1] and tokens.kinds[end] in DESCRIBED:
                end += 1
        own = speaker.lower()
        return [word for word in tokens.words[begin:end] if word not in own]

    def _back(self, at: int) -> int:
        """First token of what describes somebody in front of a token."""
        begin = at
        while begin > 0 and at - begin < BESIDE and self.tokens.kinds[begin - 1] in DESCRIBED:
            begin -= 1
        return begin

    def _first(self, words: list[str]) -> int:
        """Token at which one of some words is accused or denies; the end for none."""
        found = [self.accused[word[:STEM]] for word in words if word[:STEM] in self.accused]
        return min(found, default=len(self.tokens.starts))
