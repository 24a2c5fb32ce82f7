"""What a statement begins with instead of a word that stands for somebody or something."""

from __future__ import annotations

from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..people.speakers import Speakers
from ..tagging.tokens import Tokens
from .naming import Naming
from .pronouns import Pronouns
from .statements import Statement

#: Tables of the words that stand for somebody or something at the start of a statement.
STANDING_IN = ("pronouns.first", "subject_relatives", "pronouns.masculine", "pronouns.feminine",
               "pronouns.third", "pronouns.neuter")  # fmt: skip

OWNED = ("n", "N", "#", "d", "g")  # class letters of what somebody's own thing begins with
#: Code points start..end give way to, or are followed by, other words.
Edit = tuple[int, int, str]


class Openers:
    """Finds what the first words of the statements of one document stand for."""

    def __init__(self, tokens: Tokens, words: Lexicon, speakers: Speakers, naming: Naming):
        self.tokens, self.words, self.naming = tokens, words, naming
        self.pronouns = Pronouns(tokens, speakers)
        self.standing_in = frozenset().union(*map(words.table, STANDING_IN))
        self.owning = words.table("owning_relatives")
        self.joined_marks = tuple(words.table("complementizer_prefixes"))

    def opening(self, statement: Statement, quotation: str) -> list[Edit]:
        """What a statement begins with, if it is a word that stands for somebody or something."""
        if statement.clause.subject is not None:
            return []
        return self.at(statement, statement.begin, quotation)

    def at(self, statement: Statement, begin: int, quotation: str) -> list[Edit]:
        """The same of a statement, or of what stands in front of it, that begins at a token."""
        tokens = self.tokens
        while begin + 1 < statement.end and tokens.kinds[begin] in 'rc,"':
            begin += 1
        word = tokens.words[begin]
        if word in self.owning:
            return self._whose(statement, begin)
        if word not in self.standing_in:
            return self._joined_opener(begin) if self.joined_marks else []
        verbatim = quotation == "direct" or _is_inside(tokens, statement, begin)
        if self.words.has("pronouns.first", word):
            return self._speaker(statement, begin) if verbatim else []
        if verbatim:
            return []
        if self.words.has("subject_relatives", word):
            meant = self._antecedent(statement, begin)
            return [(*tokens.slice(begin, begin + 1), meant)] if meant else []
        return self._pronoun(statement, begin, quotation)

    def _speaker(self, statement: Statement, at: int) -> list[Edit]:
        """Who says "we", in brackets behind it."""
        speaker = statement.attribution.speaker if statement.attribution else None
        if speaker is None or self.tokens.kinds[at + 1 : at + 2] not in ("v", "a", "r", ","):
            return []
        end = self.tokens.ends[at]
        return [(end, end, f" [{self.naming.called(speaker)}]")]

    def _pronoun(self, statement: Statement, at: int, quotation: str) -> list[Edit]:
        """Whom a pronoun stands for, instead of it or, where that is not sure, behind it."""
        tokens = self.tokens
        meant = self.pronouns.meant(statement, at, quotation)
        if meant is None:
            return []
        name = self.naming.called(meant.name)
        if tokens.kinds[at + 1 : at + 2] in OWNED:
            if tokens.words[at] not in self.pronouns.owners:
                return []  # other languages keep their pronoun
            name = self.naming.owner(meant.name)
        start, end = tokens.slice(at, at + 1)
        return [(start, end, name)] if meant.sure else [(end, end, f" [{name}]")]

    def _whose(self, statement: Statement, begin: int) -> list[Edit]:
        """ "Ada Holm’s" for the "whose" behind her name."""
        tokens = self.tokens
        first = tokens.spans[statement.sentence][0]
        found = phrase_before(tokens, begin + 1, first, self.words)
        if found is None or found[0] == begin:
            return []
        owner = tokens.text[slice(*tokens.slice(*found))].strip(" ,")
        return [(*tokens.slice(begin, begin + 1), f"{owner}’s")]

    def shared(self, statement: Statement, quotation: str) -> list[Edit]:
        """What a pronoun means that is the subject of the clause before, too."""
        begin, end = statement.clause.subject or (0, 0)
        word = self.tokens.words[begin]
        third = word in self.pronouns.genders or self.words.has("pronouns.third", word)
        if not third or self.tokens.kinds[begin + 1 : end].strip("ar") or quotation == "direct":
            return []
        return self._pronoun(statement, begin, quotation)

    def _joined_opener(self, begin: int) -> list[Edit]:
        """The "that" which is written together with the first word behind a verb of saying."""
        tokens, marks = self.tokens, self.joined_marks
        if not begin or tokens.words[begin - 1] not in self.words.cues:
            return []
        word, start = tokens.words[begin], tokens.starts[begin]
        mark = max((mark for mark in marks if word.startswith(mark)), key=len, default="")
        return [(start, start + len(mark), "")] if mark and len(word) - len(mark) > 2 else []

    def _antecedent(self, statement: Statement, begin: int) -> str | None:
        """What a relative stands for: "Kelder Line" for the "which" behind it."""
        tokens, words = self.tokens, self.words
        first = tokens.spans[statement.sentence][0]
        parted = len(statement.parts) > 1 and statement.parts[0][1] == begin + 1
        after = statement.parts[1][0] if parted else begin + 1  # "which, she says, has"
        follows = tokens.kinds[after : after + 1]
        found = phrase_before(tokens, begin + 1, first, words)
        if found is None or follows not in ("v", "a", "r"):
            return None
        if tokens.kinds[slice(*found)] == "#" and tokens.kinds[found[0] - 1 : found[0]] == ",":
            # "Ann Orr, 58, who": not the age
            found = phrase_before(tokens, found[0] - 1, first, words) or found
        if not words.has("plural_verbs", tokens.words[after]):
            found = self._nearest(*found, self._is_singular(after))
        return tokens.text[slice(*tokens.slice(*found))].strip(" ,")

    def _is_singular(self, verb: int) -> bool:
        """Say whether a verb has a singular subject by its form: "owns", "has", "was"."""
        word = self.tokens.words[verb]
        return word.endswith(tuple(self.words.table("third_person_endings"))) and (
            word not in self.words.bases
        )

    def _nearest(self, begin: int, end: int, singular: bool) -> tuple[int, int]:
        """The last of several nouns, if it is meant: "ties with Iran, which ...", "shares in the
        firm, which owns"; but "analysts at Varn Rail, who"."""
        kinds, tokens = self.tokens.kinds, self.tokens
        link = next((at for at in range(begin, end) if kinds[at] == "p"), end)
        if begin < link < end and self.words.has("agent_marks", tokens.words[link]):
            return link + 1, end  # "within 40 minutes by a guard, who"
        many = begin < link < end and kinds[link - 1] == "n" and tokens.words[link - 1][-1] == "s"
        if many:
            return (link + 1, end) if singular else (begin, end)
        at = end
        while at > begin and kinds[at - 1] in "N,-":
            at -= 1
        linked = begin < at < end and self.words.has("prepositions", tokens.words[at - 1])
        return (at, end) if linked else (begin, end)


def _is_inside(tokens: Tokens, statement: Statement, index: int) -> bool:
    """Say whether a quotation mark opens before a token and closes in the statement."""
    first = tokens.spans[statement.sentence][0]
    marks = tokens.kinds.count('"', first, index)
    return marks % 2 == 1
