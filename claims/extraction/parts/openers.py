"""What a statement begins with instead of a word that stands for somebody or something."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from ..people.speakers import Speakers
from ..tagging.tokens import Tokens
from .contractions import Contractions
from .naming import Naming
from .object_relatives import ObjectRelatives
from .pronouns import Pronouns
from .relatives import Relatives
from .rests import Edit, Range
from .statements import Statement

#: Tables of the words that may stand for somebody or something at the start of a statement.
STANDING_IN = ("pronouns.first", "pronouns.masculine", "pronouns.feminine", "pronouns.third",
               "pronouns.neuter", "subject_relatives", "owning_relatives",
               "place_relatives")  # fmt: skip

OWNED = ("n", "N", "#", "d", "g")  # class letters of what somebody's own thing begins with


class Openers:
    """Finds what the first words of the statements of one document stand for."""

    def __init__(self, tokens: Tokens, words: Lexicon, speakers: Speakers, naming: Naming):
        self.tokens, self.words, self.naming = tokens, words, naming
        self.speakers, self.short = speakers, Contractions(tokens, words)
        self.pronouns = Pronouns(tokens, speakers)
        self.opening_words = any_of(words.code, *STANDING_IN)
        self.relatives = Relatives(tokens, naming, speakers.descriptions)
        self.objects = ObjectRelatives(tokens, naming, self.relatives)
        self.owning, self.places = words.table("owning_relatives"), words.table("place_relatives")
        self.first_persons = words.table("pronouns.first")
        self.partitives = words.table("partitives")
        self.wholes = words.table("partitive_relatives") & words.table("relatives")
        self.relative = any_of(words.code, "owning_relatives", "subject_relatives")
        self.joined_marks = tuple(words.table("complementizer_prefixes"))

    def at(self, statement: Statement, begin: int, quotation: str) -> list[Edit]:
        """What a statement begins with, if it is a word that stands for somebody or something.

        begin: its first token, or that of what stands in front of it.
        """
        tokens, words = self.tokens, self.tokens.words
        last = statement.end - 1
        while begin < last and tokens.kinds[begin] in 'rc,"':
            begin += 1
        word = words[begin]
        of = begin if word in self.partitives else begin + 1
        of_whole = of < last and words[of] in self.partitives
        if not of_whole and word not in self.opening_words:
            if statement.clause.relation == "relative":
                return self._without_subject(statement, begin, quotation)
            return self._joined_opener(begin) if self.joined_marks else []  # as most
        verbatim = quotation == "direct" or _is_inside(tokens, statement, begin)
        if word in self.relative:
            edits = self._relative(statement, begin, verbatim)
            return edits or self._without_subject(statement, begin, quotation)
        if of_whole:
            return self._whole(statement, begin, of + 1, verbatim)
        if word in self.places:
            placed = tokens.kinds[begin] == "s" and not verbatim
            return self._place(statement, begin) if placed else []
        if word in self.first_persons:
            return self._speaker(statement, begin) if verbatim else []
        if verbatim:
            return self._other(statement, begin)
        return self._pronoun(statement, begin, quotation)

    def partitive_in_front(self, statement: Statement) -> Range | None:
        """Tokens of "Of the 212 men," in front of a sentence, where a further clause counts some:
        "nine were ill"."""
        tokens, (first, _) = self.tokens, self.tokens.spans[statement.sentence]
        begin, words = statement.begin, self.tokens.words
        if words[first] not in self.partitives or statement.clause.relation != "coordinate":
            return None  # as most
        if tokens.kinds[begin] != "#" and not self.words.has("numerals", words[begin]):
            return None
        comma = tokens.kinds.find(",", first, begin)
        lead = set(tokens.kinds[first : max(first, comma)])
        led = not {"v", "a"} & lead and {"d", "#"} & lead  # not "Of course,"
        return (first, comma) if led and comma + 1 < begin else None

    def of_sentence(self, statement: Statement, begin: int, quotation: str) -> list[Edit]:
        """The same of the whole sentence that a statement stands in, from its first token."""
        span = self.tokens.slice(begin, begin + 1)
        name = self.speakers.resolved.get(span) if self.tokens.kinds[begin] == "x" else None
        if name is not None:
            return [(*span, self.naming.called(name))]  # "He said"
        if quotation in ("indirect", "mixed"):
            return []
        return self.at(statement, begin, quotation)

    def _relative(self, statement: Statement, at: int, verbatim: bool) -> list[Edit]:
        """What a relative stands for, instead of it; in somebody's words in brackets."""
        tokens = self.tokens
        owns = tokens.words[at] in self.owning
        meant = (self.relatives.owner if owns else self.relatives.subject)(statement, at)
        if meant is None:
            return []
        start, end, named = self._written(at, meant)
        if named is None:
            return []  # "who's paid": "is" or "has"
        edits = [(start, end, f"[{named}]" if verbatim else named)]
        for joint in range(at + 1, statement.end - 1):
            again = tokens.words[joint + 1]
            if tokens.kinds[joint] != "c" or not self.words.has("relatives", again):
                continue
            if verbatim or again not in self.relative:
                return []  # "who paid and whom I told"
            # "who has a yard and whose boats": the second relative has nothing to follow any more
            owner = self.naming.owned(meant) if again in self.owning and not owns else ""
            edits.append((*tokens.slice(joint + 1, joint + 2), owner))
        return edits

    def _without_subject(self, statement: Statement, at: int, quotation: str) -> list[Edit]:
        """What a relative stands for that is no subject: "which Orr sold", "to which he fled"."""
        tied = self.tokens.kinds[at] == "p"
        if quotation == "direct" or _is_inside(self.tokens, statement, at):
            return []
        find = self.objects.tied if tied else self.objects.edits
        edits = find(statement, at)
        if not edits:
            return []
        subject = at + 1 + tied
        if self.tokens.words[subject] in self.opening_words:
            edits += self._pronoun(statement, subject, quotation)
        return edits

    def _place(self, statement: Statement, at: int) -> list[Edit]:
        """ "there", with the place in brackets, behind what is told of a place."""
        place = self.relatives.place(statement, at)
        if place is None:
            return []
        end = self.tokens.ends[statement.end - 1]
        start, stop = self.tokens.slice(at, at + 1)
        return [(start, stop, ""), (end, end, f" there [{place}]")]

    def _whole(self, statement: Statement, begin: int, at: int, verbatim: bool) -> list[Edit]:
        """ "five of 11 ships", for the "five of which" behind them."""
        relative = self.tokens.words[at] in self.wholes
        whole = self.relatives.whole(statement, begin) if relative else None
        if whole is None:
            return []
        pause = "," if at - 1 == begin else ""  # "Of 54 dams, 12 were built"
        return [(*self.tokens.slice(at, at + 1), (f"[{whole}]" if verbatim else whole) + pause)]

    def _speaker(
        self, statement: Statement, at: int, *, shared: bool = False, alone: bool = False
    ) -> list[Edit]:
        """Who says "we", in brackets behind it; shared, alone: as in shared()."""
        speaker = statement.attribution.speaker if statement.attribution else None
        follows = self.tokens.kinds[at + 1 : at + 2] in ("v", "a", "r", ",")
        if speaker is None or not (follows or shared):
            return []
        return [self._beside(at, self.naming.called(speaker), alone=alone)]

    def _beside(self, at: int, name: str, *, alone: bool = False) -> Edit:
        """A name in brackets behind a pronoun and, unless it is alone, its short form of a verb."""
        short = None if alone else self.short.behind(at)
        end = self.tokens.ends[at if short is None else short]
        return end, end, f" [{name}]"

    def _written(self, at: int, name: str) -> tuple[int, int, str | None]:
        """A name instead of a pronoun, with the verb of its short form: "Ada Holm is", for "she's".

        None where nothing tells which verb that is.
        """
        start, short = self.tokens.starts[at], self.short.behind(at)
        if short is None:
            return start, self.tokens.ends[at], name
        verb = self.short.verb(short)
        return start, self.tokens.ends[short], f"{name} {verb}" if verb else None

    def _other(self, statement: Statement, at: int) -> list[Edit]:
        """Whom "he" means in somebody's own words, in brackets behind it."""
        if self.tokens.kinds[at + 1 : at + 2] not in ("v", "a", "r"):
            return []
        name = self.pronouns.other(statement.attribution, at)
        return [self._beside(at, name)] if name else []

    def _pronoun(
        self, statement: Statement, at: int, quotation: str, *, alone: bool = False
    ) -> list[Edit]:
        """Whom a pronoun stands for, instead of it or, where that is not sure, behind it.

        alone: as in shared().
        """
        tokens = self.tokens
        meant = self.pronouns.meant(statement, at, quotation)
        if meant is None:
            return []
        name = self.naming.called(meant.name)
        if tokens.kinds[at + 1 : at + 2] in OWNED:
            if tokens.words[at] not in self.pronouns.owners:
                return []  # other languages keep their pronoun
            name = self.naming.owner(meant.name)
        start, end, words = (*tokens.slice(at, at + 1), name) if alone else self._written(at, name)
        if words is None or not meant.sure:
            return [self._beside(at, name, alone=alone)]
        return [(start, end, words)]

    def shared(self, statement: Statement, begin: int, end: int, quotation: str) -> list[Edit]:
        """What the subject of the clause before means, which a statement shares.

        Alone, it goes without the short form of a verb that is written together with it.
        """
        word, alone = self.tokens.words[begin], end == begin + 1
        if word in self.relative:
            return self._relative(statement, begin, quotation == "direct")
        if self.tokens.kinds[begin + 1 : end].strip("ar"):
            return []
        if quotation == "direct":
            first = word in self.first_persons
            return self._speaker(statement, begin, shared=True, alone=alone) if first else []
        third = word in self.pronouns.genders or self.words.has("pronouns.third", word)
        return self._pronoun(statement, begin, quotation, alone=alone) if third else []

    def _joined_opener(self, begin: int) -> list[Edit]:
        """The "that" which is written together with the first word behind a verb of saying."""
        tokens, marks = self.tokens, self.joined_marks
        if not begin or tokens.words[begin - 1] not in self.words.cues:
            return []
        word, start = tokens.words[begin], tokens.starts[begin]
        mark = max((mark for mark in marks if word.startswith(mark)), key=len, default="")
        return [(start, start + len(mark), "")] if mark and len(word) - len(mark) > 2 else []


def _is_inside(tokens: Tokens, statement: Statement, index: int) -> bool:
    """Say whether a quotation mark opens before a token and closes in the statement."""
    first = tokens.spans[statement.sentence][0]
    marks = tokens.kinds.count('"', first, index)
    return marks % 2 == 1
