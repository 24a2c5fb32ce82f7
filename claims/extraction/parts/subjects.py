"""The subject that a clause shares with the one before it, with the helper verbs that it needs."""

from __future__ import annotations

from ..attribution.phrases import phrase_before
from ..lexicon import Lexicon
from ..tagging.flags import ENDS_IN_ED, RELATES
from ..tagging.tokens import OWNING, Tokens
from .contractions import OBJECTS
from .rests import Edit, Range
from .statements import Statement


class Subjects:
    """Finds the words that stand in front of a clause without a subject."""

    def __init__(self, tokens: Tokens, words: Lexicon):
        self.tokens, self.words = tokens, words

    def before(self, statement: Statement) -> list[Range]:
        """Token ranges of the subject and of helper verbs; empty where either is not sure."""
        shared = statement.clause.subject
        if shared is None or self._is_unsure(shared, statement.begin):
            return []
        tokens, at = self.tokens, statement.begin
        while tokens.kinds[at] in "rc" and at + 1 < statement.end:
            at += 1
        if tokens.kinds[at] == "v" and self._may_be_infinitive(shared[1], at):
            return []
        helped = tokens.kinds[at] == "a"
        needs = self._needs_helper(shared, at)
        if not needs or not (tokens.tagged or helped):
            return [self._trimmed(*shared)]
        helpers = self._helpers(shared[0], statement.begin)
        if helpers is None:
            return [] if helped else [self._trimmed(*shared)]
        first = tokens.spans[statement.sentence][0]
        own = phrase_before(tokens, helpers[0], first, self.words)
        nested = own is not None and not {"v", "s"}.isdisjoint(tokens.kinds[shared[0] : own[0]])
        subject = own if own is not None and nested else (shared[0], helpers[0])
        if helped:
            helpers = (helpers[0], helpers[0] + 1)  # "had bid | and been told"
        if tokens.ends[helpers[0] - 1] == tokens.starts[helpers[0]]:
            return [(subject[0], helpers[1])]  # "she's"
        return [self._trimmed(*subject), helpers]

    def missing_helper(self, statement: Statement) -> Edit | None:
        """The helper verb that a participle behind its own subject lacks: "were", for "four men
        were killed and | 40 hurt"."""
        tokens, clause, begin = self.tokens, statement.clause, statement.begin
        if clause.relation != "coordinate" or clause.subject is not None:
            return None
        if not tokens.tagged or len(statement.parts) > 1 or tokens.kinds[begin - 1] != "c":
            return None
        verb = begin
        while verb < statement.end and tokens.kinds[verb] in "dnN#p":
            verb += 1
        if verb in (begin, statement.end) or tokens.kinds[verb] != "g":
            return None
        side = tokens.kinds.find("s", verb, statement.end)
        acts = tokens.kinds[verb + 1 : side if side > 0 else statement.end]
        helpers = self._helpers(tokens.spans[statement.sentence][0], begin)
        if not self._may_be_done(verb) or helpers is None or not {"v", "a"}.isdisjoint(acts):
            return None  # "and 40 men hired in May left"
        return tokens.starts[verb], tokens.starts[verb], f"{self._of_many(*helpers)} "

    def _of_many(self, begin: int, end: int) -> str:
        """Helper verbs as several have them: "were" for "was"."""
        words = self.tokens.words[begin:end]
        pairs = dict(map(str.split, self.words.table("verb_pairs")))
        return " ".join([pairs.get(words[0], words[0]), *words[1:]])

    def _is_unsure(self, shared: Range, at: int) -> bool:
        """Say whether the words that a clause seems to share are no subject, or not sure to be."""
        begin, end = shared
        within, words = self.tokens.kinds[begin:end], self.tokens.words
        if within[0] == "s" and not self.words.has("relatives", words[begin]):
            return True  # "when the brigade had left, he"
        if within[1:].endswith("x") and within[-2] != "c":
            return True  # "butter costs more than it"
        return self._is_open_relative(shared, at)

    def _is_open_relative(self, shared: Range, at: int) -> bool:
        """Say whether a verb may as well go on with a relative clause as with what that is in.

        "He hired a man who sold A and | bought B", "He hired Orr, who sold A, and | bought B".
        """
        tokens, kinds = self.tokens, self.tokens.kinds
        joint = at - 1 if kinds[at - 1] == "c" else at
        for place in range(joint - 1, shared[0] - 1, -1):
            if not tokens.flags[place] & RELATES or kinds[place + 1] not in "var":
                continue
            if not self.words.has("subject_relatives", tokens.words[place]):
                continue
            pause = kinds.find(",", place, joint)
            if place - shared[1] in (0, 1) and pause > 0 and kinds[pause + 1] in "var":
                return False  # "Orr, a cook who sold A, left and | bought B"
            return (kinds[place - 1] == "," and pause > 0) == (place == shared[0])
        return False

    def _needs_helper(self, shared: Range, at: int) -> bool:
        """Say whether a verb is none without the helper verbs of the one before it."""
        tokens, kind, word = self.tokens, self.tokens.kinds[at], self.tokens.words[at]
        if kind == "a":
            return not self.words.has("finite_auxiliaries", word)
        if kind != "v" or self.words.verbs.get(word) is False:
            return kind in "vg"
        group = tokens.kinds[shared[1] : shared[1] + 2]
        if tokens.kinds[at + 1 : at + 3] in ("pp", "pr", "p.") and "a" in group:
            return True  # "was planned | and paid for in Lim"
        if self._suffers(shared[1], at):
            return True
        # "has been marred by fraud | and used to pay for it", but "and paid 9 crowns"
        suffers = self._may_be_done(at) and tokens.kinds[at + 1] not in OBJECTS and group == "aa"
        return suffers and self.words.has("active_participles", tokens.words[shared[1] + 1])

    def _may_be_done(self, at: int) -> bool:
        """Say whether a verb has the form of a participle: "seen", "signed"."""
        ends = self.tokens.flags[at] & ENDS_IN_ED > 0
        return ends or self.words.has("irregular_participles", self.tokens.words[at])

    def _suffers(self, verb: int, at: int) -> bool:
        """Say whether a participle goes on with what was done to somebody: "was fined in May | and
        banned from the port", not "and died in it"."""
        tokens = self.tokens
        if not self.words.has("suffered", tokens.words[at]) or tokens.kinds[at + 1] in OBJECTS:
            return False
        while tokens.kinds[verb] in "ar":
            verb += 1
        passive = self.words.has_any("passive_auxiliaries", tokens.words[verb - 3 : verb])
        return passive and tokens.kinds[verb] in "gv"

    def _may_be_infinitive(self, begin: int, at: int) -> bool:
        """Say whether a verb may hang on one before it: "It agreed to shut A and | sell B"."""
        words = self.tokens.words
        verb = next((place for place in range(begin, at) if self.tokens.kinds[place] in "va"), at)
        opens = not self.words.table("infinitive_marks").isdisjoint(words[verb:at])
        modal = verb < at and self.words.has("modals", words[verb])
        return (opens or modal) and not self._is_inflected(at)

    def _is_inflected(self, at: int) -> bool:
        """Say whether a verb has a form that no infinitive has: "sold", "sells"."""
        word = self.tokens.words[at]
        if word in self.words.bases:
            return False
        pasts = self.words.has("irregular_pasts", word) or self.tokens.flags[at] & ENDS_IN_ED
        endings = tuple(self.words.table("third_person_endings"))
        return bool(pasts) or word in self.words.verbs or word.endswith(endings)

    def _helpers(self, begin: int, end: int) -> Range | None:
        """The last helper verbs in front of a participle: "has" of "has killed 40 men and"."""
        kinds = self.tokens.kinds
        for at in range(end - 1, begin, -1):
            finite = kinds[at] == "a" and self.words.has(
                "finite_auxiliaries", self.tokens.words[at]
            )
            if finite:
                stop = at + 1
                while kinds[stop] in "ar":
                    stop += 1
                return (at, stop) if kinds[stop] in "gv" else None
        return None

    def _trimmed(self, begin: int, end: int) -> Range:
        """A subject without what is said of it between commas, and from the start of its noun."""
        kinds = self.tokens.kinds
        while begin and self.tokens.words[begin] in OWNING:
            begin -= 1  # "Tuesday | 's attack"
        while end > begin + 1 and kinds[end - 1] == ",":
            end -= 1
        comma = kinds.find(",", begin, end)
        if comma > begin and kinds[begin] == "g":
            return self._trimmed(comma + 1, end)  # "seen by Ann Orr, | the guards"
        if is_apposed(kinds, begin, end):
            return begin, comma
        if comma > begin and kinds[end] == "," and kinds[comma - 1] in "nN#":
            opens = "p" not in kinds[begin : begin + 1]
            return (begin, comma) if opens else (begin, end)
        return begin, end


def is_apposed(kinds: str, begin: int, end: int) -> bool:
    """Say whether somebody or something is named, and told of behind a comma: "Ann Orr, a cook"."""
    comma = kinds.find(",", begin, end)
    named = comma > begin and not kinds[begin:comma].strip("dN") and kinds[comma - 1] == "N"
    return named and kinds[comma + 1 : end][:1] == "d" and "," not in kinds[comma + 1 : end]
