"""What stands between commas inside a clause and states something by itself."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.flags import NEGATES
from ..tagging.tokens import Tokens

YEAR = 4  # digits
APPOSED = 5  # tokens of "the biggest Sund investment house"
SHORTEST = 3  # words that a part needs to be a statement of its own


class Asides:
    """Finds relative clauses and ranks between a subject and its verb in one document."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words, self.kinds = tokens, words, tokens.kinds
        self.tables = words.words
        self.is_thing = False  # whether what is parted begins with a thing that is spoken of
        self.relatives, self.numerals = words.table("relatives"), words.table("numerals")
        self.gerunds = tuple(words.table("gerund_endings"))

    def has_verb(self, begin: int, end: int) -> bool:
        """Say whether a finite verb stands among the tokens."""
        return self.tokens.has_verb(begin, end, self.words)

    def has_figure(self, begin: int, end: int) -> bool:
        """Say whether a number stands among the tokens."""
        return self.kinds.find("#", begin, end) >= 0 or not self.numerals.isdisjoint(
            self.tokens.words[begin:end]
        )

    def _is(self, table: str, index: int) -> bool:
        words = self.tokens.words  # a text may break off before the word that is asked for
        return index < len(words) and words[index] in self.tables[table]

    def relative_inside(self, begin: int, end: int) -> tuple[int, int] | None:
        """ "which ..." between a subject and its verb."""
        words, relatives = self.tokens.words, self.relatives
        for index in range(begin + 1, end - 3):
            kind = self.kinds[index]
            if kind == "v" and self._is("infinitive_marks", index - 1):
                continue  # "a plan to sell the yard, which"
            if kind == "v" and self._is_called_for(begin, index):
                continue  # "for now, calls to sell the yard, which"
            if kind in "v;:" or (kind == "a" and self._is("finite_auxiliaries", index)):
                return None
            if words[index] not in relatives:
                continue
            tied = self.kinds[index - 1] == "p" and index - 2 > begin  # "in which"
            if self.kinds[index - 1 - tied] != ",":
                return None
            for close in range(index + 3, end - 2):
                if self.kinds[close] != ",":
                    continue
                if self._resumes(begin, index, close, end) or self._joined(index, close, end):
                    return None if self._keeps_back(index, close) else (index - tied, close)
            return None
        return None

    def _is_called_for(self, begin: int, index: int) -> bool:
        """Say whether a noun that is read for a verb is a subject: behind a comma and a phrase that
        has no subject either, before what it is meant for."""
        opens = self.kinds[index - 1] == "," and self.kinds[begin] == "p"
        return opens and self._is("infinitive_marks", index + 1)

    def _joined(self, index: int, close: int, end: int) -> bool:
        """Say whether a second subject follows: "Orr, who left, and his deputy, Ada Holm, are"."""
        joined = self._is("joining", close + 1) and self.kinds[close + 2 : close + 3] in ("d", "N")
        if not joined or not self.has_verb(index + 1, close):
            return False
        comma = self.kinds.find(",", close + 2, end - 1)
        return comma > 0 and not self.has_verb(close + 2, comma) and self.has_verb(comma, end)

    def apposition(self, begin: int, first: int, end: int) -> tuple[int, int] | None:
        """A rank or a figure between a subject and its verb: "Orr, a town of 3,000, has".

        first: token behind the first comma.
        """
        kinds = self.kinds
        close = kinds.find(",", first, end)
        done = kinds[first : first + 2] in ("gp", "vp")  # "built for 300", whatever a tagger says
        if close - first < SHORTEST or self.has_verb(begin, first):
            return None
        if self.has_verb(first + done, close):
            return None
        after = close + 1
        while after < end and kinds[after] == "r":
            after += 1
        if after >= end or kinds[after] not in "va":
            return None
        ranks = self._is("superlatives", first) or self._is("superlatives", first + 1)
        ranks = ranks and not self._is("partitives", first + 1)
        counts = self.counts(first, close) and not self._is("ages", first)
        if done or kinds[first] == "g":
            # "valued at 9 crowns" is no statement beside what became of the thing.
            counts = counts and not self._is("measure_marks", first + 1)
            counts = counts and not self._only_dates(first, close)  # "founded in 1931"
        return (first, close) if ranks or (counts and (done or kinds[first] != "v")) else None

    def described(self, begin: int, first: int, end: int) -> tuple[int, int] | None:
        """The relative clause of an apposition between a subject and its verb: "Orr, a cook who
        left in May, has".

        first: token behind the first comma.
        """
        close = self.kinds.find(",", first, end)
        joint = next((at for at in range(first + 1, close) if self._is("relatives", at)), 0)
        if not joint or self.kinds[joint - 1] not in "nN" or self.has_verb(begin, joint):
            return None
        after = close + 1
        resumes = after < end and (self.kinds[after] in "va" or self._acts(after, end))
        return (joint, close) if resumes and self.tells(joint, close) else None

    def _only_dates(self, begin: int, end: int) -> bool:
        """Say whether every figure in digits looks like a year."""
        figures = [word for word in self.tokens.words[begin:end] if word[0].isdigit()]
        return all(len(word) == YEAR and word.isdigit() for word in figures)

    def tells(self, begin: int, end: int) -> bool:
        """Say whether a relative clause tells of the past, with a name, a figure or a time.

        "who ran Varn Rail until May", not "who speaks for Varn Rail" or "who asked for water".
        """
        verb = begin + 1
        while verb < end and self.kinds[verb] not in "va":
            verb += 1
        if verb >= end or self._keeps_back(begin, end):
            return False
        # Of one named person the present would end in s: "Ada Holm, who cut the price".
        named = self.kinds[max(0, begin - 2) : begin] == "N,"
        if not self._is_past(verb, end) or not (
            named or self.tokens.words[verb] not in self.words.bases
        ):
            return False
        kinds = self.kinds[verb + 1 : end]
        return (
            "N" in kinds
            or "t" in kinds
            or self.has_figure(begin, end)
            or any(self._is("time_owners", at) for at in range(verb + 1, end))
        )

    def informs(self, begin: int, end: int) -> bool:
        """Say whether a relative clause behind a comma states a fact: "which runs the crossing",
        "who survived the crash", "from which 40 men fled".

        Not what a person is or does every day ("who drives a van"), nor whose sister is ill; not
        what only says why somebody has no name, or says what somebody else says.
        """
        if self.tells(begin, end):
            return True
        words, kinds = self.tokens.words, self.kinds
        joint = begin + (kinds[begin] == "p")
        verb = joint + 1
        while verb < end and kinds[verb] not in "va":
            verb += 1
        if verb >= end or self._keeps_back(begin, end) or kinds[joint + 1] == "x":
            return False
        cue = self.words.cues.get(words[verb])
        if (cue is not None and cue.strong) or self._is("place_relatives", joint):
            return False
        things = self._is("subject_relatives", joint) or self._is("openers", joint)
        if things and not self._is("person_relatives", joint):
            # Not "which is no friend of ours", "which has nothing to say".
            return not (kinds.startswith("d", verb + 1) and self.tokens.flags[verb + 1] & NEGATES)
        if self._is("offices_held", verb):
            return True  # "who chairs the board"
        # "who had waited", but "who had a key".
        waits = self._is("past_perfect", verb) and kinds[verb + 1 : verb + 2] in ("v", "g")
        waits = waits or any(word.endswith(self.gerunds) for word in words[verb + 1 : verb + 3])
        return joint > begin or (self._is_past(verb, end) and not waits)

    def apposed(self, index: int, end: int) -> int | None:
        """The relative of what a thing is called behind a comma: "Lim Bank, a fund | that owns it".

        index: token behind the comma. Not where it follows a noun for what somebody says.
        """
        joint = index + 1
        while joint < end and joint - index <= APPOSED and self.kinds[joint] in "nN#":
            joint += 1
        if joint + 2 >= end or not index + 1 < joint or self.kinds[joint] != "s":
            return None
        relative = self._is("relatives", joint) or self._is("openers", joint)
        noun = self.tokens.words[joint - 1]
        if not relative or noun in self.words.nouns or self.words.has("scorned_nouns", noun):
            return None
        verb = joint + 1
        while verb < end and self.kinds[verb] == "r":
            verb += 1
        if verb >= end or self.kinds[verb] not in "va" or self._keeps_back(joint, end):
            return None
        cue = self.words.cues.get(self.tokens.words[verb])
        named = self.kinds[index - 2] == "N"
        if self._is("person_relatives", joint):
            return joint if named and self.tells(joint, end) else None
        named = named or self._is("indefinites", index)
        return joint if named and (cue is None or not cue.strong) else None

    def owns(self, at: int, begin: int, end: int) -> bool:
        """Say whether "whose" or "on which" stands at a token without a comma, and tells a figure:
        "a firm whose drivers struck for 11 weeks"."""
        if at <= begin + SHORTEST or self.kinds[at - 1] not in "nN":
            return False
        if self._is("tag_times", at - 1):
            return False  # "a year in which nine men died"
        tied = self.kinds[at] == "p" and self._is("subject_relatives", at + 1)
        if not tied and not self._is("owning_relatives", at):
            return False
        close = next((place for place in range(at, end) if self.kinds[place] in ",;:"), end)
        joint = at + tied
        informs = self.has_figure(joint + 1, close) and self.has_verb(joint + 1, close)
        comma = self.kinds.rfind(",", begin, at)
        timed = comma > 0 and self.kinds[comma + 1] == "s"
        if self.kinds.count('"', begin, at) % 2:
            return False  # "“a poll in which nine men voted”"
        if not informs or timed or not self.has_verb(begin, at):
            return False  # "since 2021, when it crushed a revolt in which 60 men died"
        before = self.tokens.words[begin:at]
        return self.relatives.isdisjoint(before) and not self.words.has_any("openers", before)

    def tells_two(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Say whether both parts of a relative clause are to be checked: "which has 9,000 members
        and sold 40 tugs", "and calls itself “the oldest”"."""
        return self.has_figure(*left) and (
            self.has_figure(*right) or self.kinds.find('"', *right) >= 0
        )

    def sizes_up(self, begin: int, end: int) -> bool:
        """Say whether a short relative clause gives a figure: "which has 9,000 members", not an
        age."""
        if end - begin <= SHORTEST or not self._is("relatives", begin):
            return False
        return self.kinds[begin + 1] in "va" and self.counts(begin, end)

    def tells_more(self, begin: int, joint: int, end: int) -> bool:
        """Say whether a relative clause behind what it tells of holds a figure, or what is missing
        from a statement: "a figure for which they gave no source"."""
        if self.counts(joint, end):
            return True
        noun = self.tokens.words[begin + 1]
        told = noun in self.words.nouns or self.words.has("scorned_nouns", noun)
        return told and self.tokens.flags_in(joint, end) & NEGATES > 0

    def _is_past(self, verb: int, end: int) -> bool:
        """Say whether a finite verb is no present: "ran", "had run", "has been", not "runs"."""
        word = self.tokens.words[verb]
        if self.kinds[verb] == "a":
            perfect = self._is("perfect", verb) and any(
                kind in "gv" for kind in self.kinds[verb + 1 : end]
            )
            return perfect or self._is("judgement.past", verb)
        return not word.endswith(tuple(self.words.table("third_person_endings")))

    def _keeps_back(self, begin: int, end: int) -> bool:
        """Say whether it only tells why a source has no name, or only a first one, or who has
        seen it."""
        inside = self.tokens.words[begin:end]
        for at in (begin + 2, end - 1):  # "which has seen the letter", "which we have seen"
            if self._is("sightings", at) and self._is("perfect", at - 1):
                return True
        if self.words.has_any("namelessness", inside):
            return True
        if self.words.has_any("kept_names", inside) and self.tokens.flags_in(begin, end) & NEGATES:
            return True  # "who did not want her name in the paper"
        return self.words.has_any("namings", inside) and self.words.has_any("quoting_marks", inside)

    def _resumes(self, begin: int, index: int, close: int, end: int) -> bool:
        """Say whether the clause around index..close goes on behind it with its verb.

        Behind a place a subject follows: "In Oslo, where 40 people live, the mayor has ...".
        """
        after = close + 1
        while after < end and self.kinds[after] == "r":
            after += 1
        if after >= end or not self.has_verb(index + 1, close):
            return False
        if self.kinds[after] in "va" or self._acts(after, end):
            return True
        if self.is_thing and self.kinds.startswith("pg", after):
            return True  # "accused Orr, who ran it, of forging bills"
        placed = self.kinds[begin] == "p" and self.has_figure(index, close)
        return placed and self.kinds[after] in "dnN#x"

    def _acts(self, index: int, end: int) -> bool:
        """Say whether a past tense that a tagger may take for a participle has an object, or is the
        only verb there is: "The plant, which burns coal, opened in 2019"; or a past tense that it
        takes for a noun: "Trade, which is slow, | shrank"."""
        word = self.tokens.words[index]
        if self.kinds[index] == "n" and word[-1] != "s":
            return bool(self.words.verbs.get(word)) and word not in self.words.bases
        if self.kinds[index] != "g" or not word.endswith("ed"):
            return False
        follows = self.kinds[index + 1 : min(index + 2, end)]
        lone = follows in ("p", "r", "s", "t", "") and not self.has_verb(index + 1, end)
        return follows in ("d", "N", "#") or lone

    def counts(self, begin: int, end: int) -> bool:
        """Say whether a figure in digits stands among the tokens."""
        return any(word[0].isdigit() for word in self.tokens.words[begin:end])
