"""What "he" and "she" stand for: from who spoke, and from who led a clause."""

from __future__ import annotations

from bisect import bisect_left

from ..attribution import Attribution
from ..attribution.appositions import REFLEXIVE
from .known_names import Name
from .names import fits
from .parties import PARTIES
from .somebodies import GENDERS, NEAR, OTHER, SomebodyReader
from .titles import PRONOUNS
from .turns import TURNS, Turn

MEMORY = 1500  # code points back in which a pronoun looks for a person
FAR = 4  # sentences behind which somebody is out of mind
KEPT = 200  # tokens in which a pronoun keeps somebody in mind
WANTED = {"m": ("m",), "f": ("f",), None: ("m", "f")}
PEOPLES = ("s", "sh", "ch", "ese")  # endings of what is said of many: "the Swiss", "the British"
BEFORE_PRONOUN = 'cr,"'  # class letters of what may stand before a pronoun that leads a sentence


class PronounReader(SomebodyReader):
    """Remembers who spoke in one document, and tells whom a pronoun means."""

    def person_meant(self, at: int, gender: str, cited: str | None) -> str | None:
        """Person that "he" or "she" means in what somebody (`cited`) is reported to have said.

        In such a report it is mostly the person cited; None where that is not sure.
        """
        name = self.names.known.get(cited) if cited else None
        if cited is not None and not self.is_surely_body(cited):
            return cited if name is not None and name.gender == gender else None
        subject = self.names.last_subject(at, at - MEMORY, gender)
        sure = self._sure_person(at, gender) if subject and subject[1].gender is None else None
        return sure.full if sure else subject[1].full if subject else None

    def party_meant(self, at: int) -> str | None:
        """Body or place that "it" means in the article's own voice: what led the last sentence."""
        turns = self.turns
        here = bisect_left(turns, at, key=lambda turn: turn.at)
        self.turns = turns[max(0, here - TURNS) : here]  # "his party" is of who spoke before
        try:
            return self._subject_before(at)
        finally:
            self.turns = turns

    def _named_since(self, at: int, after: int, gender: str | None) -> str | None:
        """Who was named between two code points by other means than capitals; mostly nobody."""
        return None

    # --- turns -----------------------------------------------------------------------------
    def _remember(self, attribution: Attribution) -> None:
        speaker = attribution.reported_by or attribution.speaker
        if speaker is None:
            return
        at = attribution.cue[0] if attribution.cue else attribution.contents[0][0]
        name = self.names.known.get(speaker)
        if name is not None and name.is_person and attribution.reported_by is None:
            name.gender = name.gender or attribution.gender
        if self.turns and self.turns[-1].told(at):
            return  # "Holm said that the review had found C": of the two Holm speaks here
        self.turns.append(Turn(speaker, at, name, attribution, [*attribution.contents]))

    def _understood(self, at: int, gender: str | None) -> str | None:
        """Who speaks where the verb has no subject: who spoke last, if the form allows it."""
        since = self._named_since(at, self.turns[-1].at if self.turns else -1, gender)
        if since is not None:
            return since
        subject = self._leading_person(at, gender, self.turns[-1] if self.turns else None)
        if subject is not None:
            return subject.full
        if self.turns:
            last = self.turns[-1]
            known = last.name.gender if last.name is not None else last.said.gender
            if gender is None or known is None or known == gender:
                return last.speaker
        return self._person_before(at, gender) if gender else None

    def _go_on(self, attribution: Attribution) -> None:
        """A quotation without a cue belongs to the turn that it follows."""
        if self.turns and self.turns[-1].said is attribution.follows:
            self.turns[-1].contents += attribution.contents

    def _first_of(self, surface: str) -> str:
        """The pronoun in "she and two students", who speaks for them, or the whole."""
        first, _, rest = surface.partition(" ")
        if not rest:
            return surface  # as mostly
        joined = rest.partition(" ")[0] in self.words.table("joining")
        return first if joined or rest.endswith(REFLEXIVE) else surface

    # --- persons ---------------------------------------------------------------------------
    def _person_before(self, at: int, gender: str) -> str | None:
        """Person that "he" or "she" stands for: who spoke or led a clause last."""
        before = self.sentence_of(at) - 1
        somebody = self._before_colon(at)
        if somebody is None and before >= 0:
            somebody = self._somebody_in(before) or self._met_in(before)
        if somebody is not None:
            return somebody
        turn = self._turn_of(at, gender)
        since = self._named_since(at, max(turn.at if turn else -1, at - MEMORY), gender)
        if since is not None:
            return since
        subject = self._leading_person(at, gender, turn)
        meant = subject or (turn.name if turn else None)
        unsure = meant.gender is None if meant else self._is_vague(turn)
        led = self._last_place(subject, None, at) if subject else 0
        sure = self._sure_person(at, gender, turn, self.sentence_of(led)) if unsure else None
        if sure is None and meant is not None:
            sure = self._named_again(at, gender, self._last_place(meant, turn, at))
        if sure is not None:
            return sure.full
        if subject is not None:
            subject.gender = subject.gender or gender
            return subject.full
        if turn is not None:
            if turn.name is not None:
                turn.name.gender = turn.name.gender or gender
            return turn.speaker
        return self._anyone_before(at, gender)

    def _turn_of(self, at: int, gender: str) -> Turn | None:
        """Where somebody spoke last who may be "he" or "she"."""
        for turn in reversed(self.turns[-TURNS:]):
            if self._may_be(turn, gender) and not self._is_beside(turn, at, gender):
                return turn
        return None

    def _anyone_before(self, at: int, gender: str) -> str | None:
        """Who may be meant where nobody of that gender spoke or led a clause."""
        last = self.turns[-1] if self.turns else None
        if last is not None and last.name is not None and not fits(last.name, gender):
            last = None  # a woman is no "he"
        if last is not None and self._is_one(last.speaker):
            return last.speaker
        person = self.descriptions.person_before(at, gender)
        if person is not None:
            return person.full
        if last is None:
            return self._somebody_leading(at, gender)
        return self._told_of(last, gender) or last.speaker

    def _is_vague(self, turn: Turn | None) -> bool:
        """Say whether one who spoke has no name at all, also none that the text leaves short."""
        return turn is not None and not self._is_bare_name(turn)

    def _sure_person(
        self, at: int, gender: str, turn: Turn | None = None, since: int = 0, *, back: int = 1
    ) -> Name | None:
        """Person of this gender named last, in the sentence before: "Orr was told by Ms Holm".

        Not one whom only what was said there names, if who said it may be meant: "Lee Orr said
        that files backed Ms Holm's account. They show C, she said".

        since: number of the sentence that somebody else leads; back: sentences that are looked at.
        """
        first = self.tokens.spans[max(0, since, self.sentence_of(at) - back)][0]
        begin = self.tokens.starts[first]
        spoke = turn is not None and turn.name is not None and turn.at >= begin
        for start, name in self.descriptions.persons_between(begin, at):
            if fits(name, gender) and not self._is_quoted(start):
                told = spoke and turn is not None and turn.name is not name and turn.told(start)
                return name if name.gender == gender and not told else None
        return None

    def _is_quoted(self, at: int) -> bool:
        """Say whether a code point lies in a quotation of who spoke last."""
        for start, end in self.turns[-1].contents[-TURNS:] if self.turns else ():
            if start <= at < end:
                index = bisect_left(self.tokens.starts, start)
                return '"' in self.tokens.kinds[max(0, index - 1) : index + 1]
        return False

    def _last_place(self, meant: Name, turn: Turn | None, at: int) -> int:
        """Where somebody spoke or led a clause last."""
        before = bisect_left(meant.subjects, at)
        led = meant.subjects[before - 1] if before else -1
        return max(led, turn.last_at) if turn is not None and turn.name is meant else led

    def _named_again(self, at: int, gender: str, place: int) -> Name | None:
        """Person of this gender named in one of the last two sentences, where who else may be meant
        is far off: nobody led a clause since, and no "she" kept them in mind."""
        number, tokens = self.sentence_of(at), self.tokens
        if place < 0 or number - self.sentence_of(place) <= FAR:
            return None  # as mostly
        person = self._sure_person(at, gender, back=2)
        if person is None:
            return None
        first, last = tokens.spans[self.sentence_of(place) + 1][0], tokens.spans[number - 2][1]
        kept = range(max(first, last - KEPT), last)
        spoken = any(self.words.has(PRONOUNS[gender], tokens.words[index]) for index in kept)
        return None if spoken else person

    def _person_again(self, phrase: list[str], at: int) -> str | None:
        """Who spoke or led a clause last, if "the sociologist" or "the prosecutor" may be that.

        An office may also be that of one who is not named: it is not said of somebody whom the text
        describes otherwise.
        """
        head = self.descriptions.head_of(phrase)
        epithet = self.descriptions.is_epithet(phrase, head)
        if not epithet and not (len(phrase) == 1 and self.descriptions.is_role(head)):
            return None
        gender = next((key for key, table in GENDERS.items() if self.words.has(table, head)), None)
        person = self._recent_person(at, gender, spoke=not epithet)
        if person is None:
            return None
        trade = self.words.has("trades", head)  # "the driver" is not the mayor
        if (trade or not epithet) and self.descriptions.is_described(person):
            return self._undescribed(at, gender) if trade and epithet else None
        return person.full

    def _by_home(self, word: str, at: int) -> str | None:
        """Who "the Swede" or "the Texan" is: who spoke or led a clause last, if the text calls
        nobody else so, and that one by no other home.

        word: in lower case.
        """
        kind_of = self.descriptions.listed.kind_of
        named = kind_of(word) == "group" and not word.endswith(PEOPLES)
        items = self.descriptions.by_head.values()
        if any(word in item.words for told in items for item in told):
            return None  # "the Tory" of two
        if not named and not self.words.has("dwellers", word):
            return None
        person = self._recent_person(at, None, spoke=False)
        if person is None or self.descriptions.homes.setdefault(person.full, word) != word:
            return None
        return person.full

    def _undescribed(self, at: int, gender: str | None) -> str | None:
        """The one of the last to speak of whom the text has not told what he or she does."""
        near = self.sentence_of(at) - NEAR
        for turn in reversed(self.turns[-PARTIES:]):
            if self.sentence_of(turn.last_at) < near:
                return None
            name = turn.name
            if name is None or not name.is_person or not fits(name, gender):
                continue
            if not self.descriptions.is_described(name):
                return name.full
        return None

    def _recent_person(self, at: int, gender: str | None, *, spoke: bool) -> Name | None:
        """Person who spoke, or else led a clause, in the last few sentences.

        spoke: only one who spoke last, with nobody else named since.
        """
        last = self.turns[-1] if self.turns else None
        if last is not None and (last.name is None or not last.name.is_person):
            last = None
        subject = self._leading_person(at, gender, last)
        near = self.sentence_of(at) - NEAR
        if subject is not None:
            place = max((place for place in subject.subjects if place < at), default=subject.first)
            return None if spoke or self.sentence_of(place) < near else subject
        if last is None or self.sentence_of(last.last_at) < near:
            return None
        return last.name if last.name is not None and fits(last.name, gender) else None

    def _leading_person(self, at: int, gender: str | None, turn: Turn | None) -> Name | None:
        """Person that led a clause last, behind a turn and not in what was said there."""
        after, here = max(turn.at if turn else -1, at - MEMORY), at
        for _ in range(TURNS):
            subject = self.names.last_subject(at, after, gender)
            if subject is None or turn is None or not turn.told(subject[0]):
                new = self._introduced(here, gender, subject, turn)
                return new or (subject[1] if subject else None)
            at = subject[0]
        return None

    def _introduced(
        self, at: int, gender: str | None, subject: tuple[int, Name] | None, turn: Turn | None
    ) -> Name | None:
        """The one who is new in the sentence before, where nobody leads a clause since.

        "It began with a complaint by a neighbour, Karl Lind. He said".
        """
        number = self.sentence_of(at) - 1
        if number < 0:
            return None
        begin, end = self._bounds(number)
        first, last = self.tokens.starts[begin], self.tokens.starts[end]
        if (subject is not None and subject[0] >= first) or (turn and turn.last_at >= first):
            return None
        if gender and self.words.has(PRONOUNS[gender], self.tokens.words[begin]):
            return None  # "She came with a neighbour, Karla Lind. She said"
        new = [
            name
            for start, _, name in self.names.in_span(first, last)
            if name.is_person and name.first == start and name.gender in WANTED[gender]
        ]
        return new[0] if len(new) == 1 else None

    def _may_be(self, turn: Turn, gender: str) -> bool:
        """Say whether "he" or "she" may be who spoke: a person, named or not."""
        if turn.speaker == self.speaking:
            return False
        if turn.name is not None:
            return turn.name.is_person and fits(turn.name, gender)
        if turn.said.gender is not None and not self._is_body(turn.speaker):
            return turn.said.gender == gender  # the verb tells it: "сказала", "אמרה"
        if self.is_of(turn.speaker, gender):
            return True
        if self._is_bare_name(turn):
            return True
        return self.is_somebody(turn.speaker) and not self.is_of(turn.speaker, OTHER[gender])

    def _is_beside(self, turn: Turn, at: int, gender: str) -> bool:
        """Say whether one without a name only speaks beside what is told of another "he".

        "He sold it, and last year the auditor put its worth at 9 crowns. He says": he who sold it.
        In a speech nobody without a name is meant but who spoke in the sentence before.
        """
        if turn.name is not None or turn.said.source is None:
            return False
        tokens, source = self.tokens, turn.said.source[0]
        spoke, here = self.sentence_of(source), self.sentence_of(at)
        if here in self.voices and here > spoke + 1:
            return True
        first = tokens.spans[spoke][0]
        while tokens.kinds[first] in BEFORE_PRONOUN:
            first += 1
        return tokens.starts[first] < source and self.words.has(
            PRONOUNS[gender], tokens.words[first]
        )
