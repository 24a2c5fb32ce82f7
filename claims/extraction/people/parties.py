"""What "they" and "it" stand for: the group, body or thing that spoke or led a clause."""

from __future__ import annotations

from bisect import bisect_right

from ..attribution import Attribution, Span
from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..tagging.tokens import Tokens
from .descriptions import Descriptions
from .later_bodies import later_body
from .names import Names
from .source_nouns import KINDS_OF_BODY, PEOPLE, SOMEBODY
from .subjects import SubjectReader
from .turns import Turn

TITLE_MARKS = frozenset('«„“"')  # what the name of a newspaper or firm begins with
REACH = 30  # tokens of a sentence in which "these" are looked for
PARTIES = 4  # turns back in which a pronoun looks for a group or a body


class PartyReader(SubjectReader):
    """Remembers who spoke in one document, and tells which group or body is meant."""

    def __init__(self, tokens: Tokens, names: Names, words: Lexicon, descriptions: Descriptions):
        super().__init__(tokens, names, words, descriptions)
        self.turns: list[Turn] = []
        self.voices: dict[int, Attribution] = {}  # sentences of a speech or of an interview
        self.speaking: str | None = None  # whose speech it is that a pronoun stands in
        self.kinds_of_body = any_of(words.code, *KINDS_OF_BODY)
        self.somebodies = any_of(words.code, *SOMEBODY)
        self.later_bodies: dict[int, Span | None] = {}  # sentence -> tokens of one in it
        #: Sentence and gender -> one without a name who leads one before it.
        self.leading: dict[tuple[int, str], str | None] = {}

    def _is_one(self, speaker: str) -> bool:
        """Say whether a source may be a single person: not "prosecutors", not a ministry."""
        last = speaker.lower().split()[-1]
        first = speaker.lower().split()[0]
        counted = self.words.has("numerals", first) and not self.words.has("singular", first)
        return not (counted or self.words.has("groups", last) or self._is_body(speaker))

    def _is_body(self, name: str) -> bool:
        """Whether a name is that of an organisation, by its words or as the text knows it."""
        known = self.names.known.get(name)
        if known is not None:
            return not known.is_person
        if name[0] in TITLE_MARKS:
            return True  # "«Озёрная правда»"
        return self.words.has_any("organisation_words", name.lower().split())

    def _party_before(self, at: int, *, is_one: bool) -> str | None:
        """Group or organisation that "they" or "it" stands for."""
        subject = self._subject_here(at) if is_one else self._paper_here(at)
        subject = subject or (self._subject_of_own(at) if is_one else None)
        subject = subject or self._subject_before(at, plural=not is_one)
        if is_one and subject is not None and self._is_office(subject):
            subject = self._last_body(at)
        if subject is not None:
            told = self._who_told(at, subject)
            if told is None and is_one and not self._may_speak(subject):
                told = self._last_body(at)
            return told or subject
        written = self._written_before(at) if is_one else None
        if written is not None:
            return written
        asked = self._body_asked(at) if is_one else None
        if asked is not None:
            return asked
        for turn in reversed(self.turns[-PARTIES:]):
            if is_one and self._is_role(turn):
                continue
            if (
                turn.name is None
                or not turn.name.is_person
                or (not is_one and self._is_joint(turn))
            ):
                return turn.speaker
        last = self.turns[-1] if self.turns else None
        if last is None or (is_one and self._is_role(last)) or last.speaker == self.orator(at):
            return None
        return last.speaker

    def _is_role(self, turn: Turn) -> bool:
        """Say whether a person without a name spoke, who is never "it"."""
        return turn.name is None and self._is_office(turn.speaker)

    def _is_office(self, name: str) -> bool:
        """Say whether words stand for a person without a name, and no body: "the mayor", but not
        "spokesman for Varn Rail"."""
        head = self.descriptions.head_of(name.lower().split())
        if self.words.has("body_voices", head):
            return False
        return (
            self.descriptions.is_role(head)
            and name not in self.names.known
            and not self._is_kind_of_body(head)
        )

    def orator(self, at: int) -> str | None:
        """Whose speech or turn a code point belongs to: who is never "they" in it."""
        voice = self.voices.get(self.sentence_of(at))
        return self.canonical(voice.source) if voice is not None and voice.source else None

    def _is_joint(self, turn: Turn) -> bool:
        """Say whether a person spoke together with others: "Ms Holm and Mr Orr said"."""
        source = turn.said.source
        said = self.tokens.text[slice(*source)].split() if source else []
        return self.words.has_any("joining", said)

    def _written_before(self, at: int) -> str | None:
        """Who wrote the paper that "it" is: "Orr said in a letter that C. It said"."""
        number, last = self.sentence_of(at) - 1, self.turns[-1] if self.turns else None
        if last is None or last.name is None or self.sentence_of(last.at) != number:
            return None
        begin, end = self._bounds(number)
        paper = self.words.has_any("own_documents", self.tokens.words[begin:end])
        return last.speaker if paper and last.name.is_person else None

    def _subject_here(self, at: int) -> str | None:
        """Who or what leads the sentence of a pronoun in a side clause, or the body that owns.

        "The council left in May, when it said", "The council closed, its website shows".
        """
        index = bisect_right(self.tokens.starts, at) - 1
        first = self.tokens.spans[self.tokens.sentence[index]][0]
        owns = self.words.has("owners", self.tokens.words[index])
        # "Varn Mills will idle a furnace, it said": where nobody has spoken before.
        joins = self.tokens.kinds[index - 1] in (";c" if self.turns else ";c,")
        if not owns and not joins and self.tokens.kinds[index - 1] != "s":
            return None
        leader = self._leader(first, index)
        if joins and not owns and leader is not None and not self._may_speak(leader):
            return None
        if not owns or leader is None or self._is_body(self.descriptions.head_of(leader.split())):
            return leader
        return self._body_inside(first, index)

    def _last_body(self, at: int) -> str | None:
        """Body that leads a later clause of the sentence before: "The revival began when the state
        railway bought 42 cars. It says"."""
        number = self.sentence_of(at) - 1
        if number < 0:
            return None
        if number not in self.later_bodies:
            named = later_body(self.tokens, number, self.words, self._is_called_body)
            self.later_bodies[number] = named
        body = self.later_bodies[number]
        return self.canonical(self.tokens.slice(*body)) if body else None

    def _is_called_body(self, words: list[str]) -> bool:
        head = self.descriptions.head_of(words)
        return self._is_kind_of_body(head) and not self.words.has("groups", head)

    def _may_speak(self, leader: str) -> bool:
        """Say whether a name is that of a body: "Varn Rail has no files; it said"."""
        head = self.descriptions.head_of(leader.lower().split())
        return leader[0].isupper() or self._is_body(leader) or self._is_kind_of_body(head)

    def is_surely_body(self, name: str) -> bool:
        """Say whether a source is a body, not somebody of one: no "clerks at the ministry"."""
        known = self.names.known.get(name)
        if known is not None:
            return not known.is_person
        head = self.descriptions.head_of(name.lower().split())
        return self._is_kind_of_body(head) and not self.words.has("groups", head)

    def _is_kind_of_body(self, word: str) -> bool:
        """Say whether a noun is what a body is called by: "railway", "charity"."""
        return word in self.kinds_of_body

    def _who_told(self, at: int, subject: str) -> str | None:
        """Body that spoke last, where a thing led what was said: "Rents fell, the bank said. It".

        A thing says nothing itself.
        """
        last = self.turns[-1] if self.turns else None
        if last is None or self._is_body(subject) or self.organisations.is_organisation(subject):
            return None
        told = (
            bool(last.contents)
            and self.sentence_of(last.contents[0][0]) == self.sentence_of(at) - 1
        )
        speaks = self._is_body(last.speaker) or self.organisations.is_organisation(last.speaker)
        return last.speaker if told and speaks else None

    def _body_asked(self, at: int) -> str | None:
        """The one body in a sentence that a person leads: "I wrote to the Home Office. It said"."""
        number = self.sentence_of(at) - 1
        if number < 0 or (self.turns and self.sentence_of(self.turns[-1].last_at) >= number):
            return None
        first, last = (self.tokens.starts[index] for index in self._bounds(number))
        named = {name.full for _, _, name in self.names.in_span(first, last) if not name.is_person}
        return named.pop() if len(named) == 1 else None

    def _paper_here(self, at: int) -> str | None:
        """Whose paper "they" are in a sentence: "The office has its own figures, and they show"."""
        index = bisect_right(self.tokens.starts, at) - 1
        first = self.tokens.spans[self.tokens.sentence[index]][0]
        if self.tokens.kinds[index - 1] in ":;":
            subject = self.subject_of(first, index)
            words = self.tokens.words[slice(*subject)] if subject else []
            if subject and self.words.has_any("documents", words):
                return self.canonical(self.tokens.slice(*subject))
        end = index
        while end > first and self.tokens.kinds[end - 1] in "c,;":
            end -= 1
        if end == index or not self.words.has("documents", self.tokens.words[end - 1]):
            return None
        paper = phrase_before(self.tokens, end, first, self.words)
        return self.canonical(self.tokens.slice(*paper)) if paper else None

    def _papers_before(self, at: int) -> str | None:
        """The papers that "these" are: "The minutes were found. These show that C"."""
        number = self.sentence_of(at) - 1
        if number < 0:
            return None
        first, last = self.tokens.spans[number]
        for index in range(last - 1, max(first - 1, last - 1 - REACH), -1):
            word = self.tokens.words[index]
            if self.words.has("documents", word) and self.words.is_plural(word):
                paper = phrase_before(self.tokens, index + 1, first, self.words)
                return self.canonical(self.tokens.slice(*paper)) if paper else None
        return None

    def _of_group(self) -> str | None:
        """The group that spoke last, of which "one" is: "Two guards said C. One said D"."""
        last = self.turns[-1] if self.turns else None
        if last is None or last.name is not None:
            return None
        words = last.speaker.lower().split()
        head = self.descriptions.head_of(words)
        counted = self.words.has("numerals", words[0]) or words[0].isdecimal()
        many = (
            (counted and not self.words.has("singular", words[0]))  # "three people close to it"
            or words[-2:] == ["of", "them"]
            or self.words.is_plural(head)
            or self.words.has("groups", head)
        )
        return last.speaker if many and (counted or self.words.has("groups", head)) else None

    def _group_before(self, at: int) -> str | None:
        """The group that a number opens the sentence before with: "Two guards left. One said"."""
        number = self.sentence_of(at) - 1
        if number < 0:
            return None
        first, last = self.tokens.spans[number]
        counted = self.words.has("numerals", self.tokens.words[first])
        group = self._leader(first, last, plural=True) if counted else None
        head = self.descriptions.head_of(group.lower().split()) if group else ""
        one = head.removesuffix("s")
        people = not any_of(self.words.code, *PEOPLE).isdisjoint((head, one))
        return group if people or self.descriptions.is_role(one) else None

    def _body_inside(self, first: int, last: int) -> str | None:
        """What "the firm" among some tokens is: "Sales at the firm fell, its report shows"."""
        words = self.tokens.words
        for at in range(first + 1, last):
            generic = self.words.has("generic_organisations", words[at])
            if generic and self.words.has("back_pointers", words[at - 1]):
                return self.canonical(self.tokens.slice(at - 1, at + 1))
        return None
