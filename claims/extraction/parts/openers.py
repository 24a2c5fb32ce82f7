"""What a statement begins with instead of a word that stands for somebody or something."""

from __future__ import annotations

from bisect import bisect_left

from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..people.speakers import Speakers
from ..tagging.tokens import Tokens
from .statements import Statement

#: Tables of the words that stand for somebody or something at the start of a statement.
STANDING_IN = ("pronouns.first", "subject_relatives", "pronouns.masculine", "pronouns.feminine",
               "pronouns.third", "pronouns.neuter")  # fmt: skip

#: Code points start..end give way to, or are followed by, other words.
Edit = tuple[int, int, str]


class Openers:
    """Finds what the first words of the statements of one document stand for."""

    def __init__(self, tokens: Tokens, words: Lexicon, speakers: Speakers):
        self.tokens, self.words, self.speakers = tokens, words, speakers
        self.standing_in = frozenset().union(*map(words.table, STANDING_IN))
        self.owning = words.table("owning_relatives")
        self.expletives = words.table("expletives")
        self.joined_marks = tuple(words.table("complementizer_prefixes"))

    def opening(self, statement: Statement, quotation: str) -> list[Edit]:
        """What a statement begins with, if it is a word that stands for somebody or something."""
        if statement.clause.subject is not None:
            return []
        tokens, begin = self.tokens, statement.begin
        while begin + 1 < statement.end and tokens.kinds[begin] in 'rc,"':
            begin += 1
        word = tokens.words[begin]
        if word in self.owning:
            return self._whose(statement, begin)
        if word not in self.standing_in:
            return self._joined_opener(begin) if self.joined_marks else []
        start, end = tokens.slice(begin, begin + 1)
        surface = tokens.text[start:end]
        verbatim = quotation == "direct" or _is_inside(tokens, statement, begin)
        if self.words.has("pronouns.first", word):
            speaker = statement.attribution.speaker if statement.attribution else None
            follows = tokens.kinds[begin + 1 : begin + 2]
            if speaker is None or not verbatim or follows not in ("v", "a", "r", ","):
                return []
            return [(start, end, f"{surface} [{speaker}]")]
        meant = None if verbatim else self._meant(statement, begin, quotation)
        if meant and tokens.kinds[begin + 1 : begin + 2] in ("n", "N", "#"):
            # English owners; other languages keep their pronoun.
            meant = f"{meant}’s" if self.words.has("owners", word) else None
        return [(start, end, meant)] if meant else []

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
        third = any(
            self.words.has(table, self.tokens.words[begin])
            for table in ("pronouns.third", "pronouns.masculine", "pronouns.feminine")
        )
        if end - begin != 1 or not third or quotation == "direct":
            return []
        meant = self._meant(statement, begin, quotation)
        return [(*self.tokens.slice(begin, end), meant)] if meant else []

    def _joined_opener(self, begin: int) -> list[Edit]:
        """The "that" which is written together with the first word behind a verb of saying."""
        tokens, marks = self.tokens, self.joined_marks
        if not begin or tokens.words[begin - 1] not in self.words.cues:
            return []
        word, start = tokens.words[begin], tokens.starts[begin]
        mark = max((mark for mark in marks if word.startswith(mark)), key=len, default="")
        return [(start, start + len(mark), "")] if mark and len(word) - len(mark) > 2 else []

    def _meant(self, statement: Statement, begin: int, quotation: str) -> str | None:
        """Whom or what a relative or a pronoun of the third person stands for."""
        tokens, words = self.tokens, self.words
        word, at = tokens.words[begin], tokens.starts[begin]
        if word in self.expletives:
            return None
        first = tokens.spans[statement.sentence][0]
        if words.has("subject_relatives", word):
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
        gender = ""
        if words.has("pronouns.masculine", word):
            gender = "m"
        elif words.has("pronouns.feminine", word):
            gender = "f"
        if gender:
            cited = statement.attribution.speaker if statement.attribution else None
            name = self.speakers.person_meant(at, gender, cited)
        elif quotation == "none" and self._may_be_party(word):
            if words.has("time_owners", tokens.words[statement.end - 1]):
                return None  # "It was a cold morning"
            if self._ranks(begin) or self._is_expletive(begin):
                return None  # "It was the third flood in five years", "It was not possible to"
            name = self.speakers.party_meant(at)
            if words.has("owners", word) and name not in self.speakers.names.known:
                return None  # "analysts ... Its shares"
        elif quotation != "direct" and words.has("pronouns.neuter", word):
            name = self._own_party(statement, begin)
        else:
            return None
        if name is None:
            return None
        owned = "'s " in name or "' " in name  # "Ada Holm's party"
        common = name[0].islower() or (name.rpartition(" ")[2][:1].islower() and not owned)
        return f"the {name}" if common and words.has("articles", "the") else name

    def _may_be_party(self, word: str) -> bool:
        if self.words.has("pronouns.plural", word):
            return False  # "The TV is silent. They put": mostly nobody who was named
        return self.words.has("pronouns.third", word) or self.words.has("owners", word)

    def _own_party(self, statement: Statement, begin: int) -> str | None:
        """The body that says of itself what "it" does: "The bank said it had sold 4 ships"."""
        said, tokens = statement.attribution, self.tokens
        name = self.speakers.names.known.get(said.speaker or "") if said is not None else None
        if said is None or name is None or name.is_person:
            return None
        opens = begin - bisect_left(tokens.starts, said.contents[0][0]) <= 1
        opens = opens or self.words.has("openers", tokens.words[begin - 1])
        # "said it was likely that", "said it rained": "it" may mean nothing there.
        acts = self.words.has("owners", tokens.words[begin]) or self._acts(begin + 1)
        return said.speaker if opens and acts else None

    def _acts(self, at: int) -> bool:
        """Say whether a verb group is none of being: "had sold", "would buy", "owns"."""
        tokens = self.tokens
        while tokens.kinds[at : at + 1] in ("a", "r"):
            if self.words.has("passive_auxiliaries", tokens.words[at]):
                return False
            at += 1
        return tokens.kinds[at : at + 1] in ("v", "g", "n")

    def _ranks(self, begin: int) -> bool:
        """Say whether a pronoun is said to be the third or fourth of something."""
        tokens = self.tokens
        return tokens.kinds[begin + 1 : begin + 3] == "ad" and self.words.has(
            "ordinals", tokens.words[begin + 3]
        )

    def _is_expletive(self, begin: int) -> bool:
        """Say whether a pronoun stands for the clause behind: "It was not clear that"."""
        at = begin + 1
        while self.tokens.kinds[at : at + 1] in ("a", "r"):
            at += 1
        last = self.tokens.words[at : at + 1]
        return at > begin + 1 and bool(last) and self.words.has("expletive_predicates", last[0])

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
