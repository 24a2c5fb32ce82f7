"""What the rules look at: the tokens, which of them are quoted, and the word lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..layout.quotes import Quote
from ..lexicon import Cue, Lexicon
from ..lexicon.together import any_of
from ..tagging.tokens import Tokens
from . import Span
from .particles import parted_cue, particle_cue
from .phrases import phrase_before, skip_back

SHORT = 3  # letters of a word that hardly has "that" in it
PAST_END = ("",) * 4  # in place of the words behind the last


class View:
    """Tokens of one document with their quotations.

    quoted: for each token the number of the quotation it is inside of, or -1. The marks
    themselves belong to the quotation.
    """

    def __init__(self, tokens: Tokens, quotes: list[Quote], words: Lexicon):
        self.tokens, self.quotes, self.words = tokens, quotes, words
        self.kinds = tokens.kinds
        # For `is_word`, which is asked more often than anything else.
        # A text may break off where a rule looks at the word behind.
        self._said, self._tables = [*tokens.words, *PAST_END], words.words
        tables = words.words
        self.quoted = [-1] * len(tokens.starts)
        self.ranges: list[Span] = []
        self.that = tables["complementizers"]
        #: All by which a "that" behind a cue is told.
        self.thats = any_of(words.code, "complementizers", "openers")
        self.refusals = tables["refusals"]
        self.pointers = tables["pointers"]
        self.that_only = tables["that_only"]
        self.pointing = self.pointers | words.first_words("stand_ins") | tables["contradicted"]
        self.set_before = any_of(words.code, "flatly", "object_marks")
        self.perfect_infinitives = tables["perfect_infinitives"]
        self.speech_tails, self.manners = tables["speech_tails"], tables["manners"]
        self.accounting = tables["accounting_verbs"]
        self.times_before = tables["last_and_next"]
        self.measure_marks = tables["measure_marks"]
        self.particles = tables["particles"]
        self.gerunds = tuple(tables["gerund_endings"])
        self.has_datives = bool(tables["datives"])
        self.asides = tables["set_asides"]
        self.joined = tables["joined_conjunctions"]
        self.has_verb_brackets = bool(tables["perfect_auxiliaries"])
        self.prefixes = tuple(tables["complementizer_prefixes"])
        for number, quote in enumerate(quotes):
            begin = bisect_left(tokens.starts, quote.start)
            end = bisect_left(tokens.starts, quote.end)
            self.ranges.append((begin, end))
            self.quoted[begin:end] = [number] * (end - begin)

    @property
    def comma_clauses(self) -> bool:
        """Whether a reported clause may follow a comma without a word of its own, as in German."""
        return bool(self.words.words.get("comma_clauses"))

    def is_enclitic(self, index: int) -> bool:
        """Say whether a token is a pronoun hung on its verb, as in "dit-il"."""
        word = self.tokens.words[index] if index < len(self.kinds) else ""
        if word == "-t" and index + 1 < len(self.kinds):
            return self.is_enclitic(index + 1)  # "raconte-t-il"
        return word.startswith("-") and len(word) > 1 and self.kinds[index] == "x"

    def is_joined(self, index: int) -> bool:
        """Say whether a verb has "and" written together with it, as in Arabic and Hebrew."""
        word = self.tokens.words[index]
        return word[0] in self.joined and word[1:] in self.words.cues

    def opens_clause(self, index: int) -> bool:
        """Say whether a word has "that" written together with it, as in Hebrew."""
        word = self.tokens.words[index]
        if not self.prefixes or not word.startswith(self.prefixes):
            return False
        if len(word) <= SHORT:
            return self.is_word("short_complementizers", index)
        return not self.is_word("no_complementizers", index)

    def cue_at(self, index: int, last: int) -> tuple[Cue | None, int]:
        """The cue that begins at a token, and the token after it."""
        if self.kinds[index] not in "vg":
            return None, index + 1
        words = self.tokens.words
        word = words[index]
        if word in self.words.phrases:
            for rest, cue in self.words.phrases[word]:
                stop = index + 1 + len(rest)
                if stop <= last and tuple(words[index + 1 : stop]) == rest:
                    return cue, stop
            parted = particle_cue(self, index, last) or parted_cue(self, index, last)
            if parted is not None:
                return parted, index + 1
        return self.words.cues.get(word), index + 1

    def is_word(self, table: str, index: int) -> bool:
        """Say whether a token stands in the named table."""
        return self._said[index] in self._tables[table]

    def is_phrase(self, table: str, begin: int, end: int) -> bool:
        """Say whether some tokens together stand in the named table."""
        known = self._tables[table]
        return bool(known) and " ".join(self._said[max(0, begin) : end]) in known

    def subjects_before(self, first: int, index: int) -> Iterator[tuple[Span, Span]]:
        """Finite verbs before a token that have a subject, the nearest first.

        Token ranges: the verb with its helpers, and the subject in front of it.
        """
        for at in range(index - 1, first, -1):
            if self.kinds[at] in "va" and self.quoted[at] < 0:
                group = skip_back(self.tokens, at, first)
                source = phrase_before(self.tokens, group, first, self.words)
                if source is not None:
                    yield (group, at + 1), source

    def is_gerund(self, index: int) -> bool:
        """Say whether a token is a form such as "doing"."""
        return self.kinds[index] == "g" and self._said[index].endswith(self.gerunds)

    def is_doing(self, index: int) -> bool:
        """Say whether what somebody did begins at a token: "taking it", "being handed it"."""
        kind = self.kinds[index]
        return kind == "g" or (kind == "a" and self._said[index].endswith(self.gerunds))

    def past_adverbs(self, index: int, last: int) -> int:
        """The first token from `index` on that is no adverb."""
        while index < last and self.kinds[index] == "r":
            index += 1
        return index

    def first_of(self, letters: str, begin: int, last: int) -> int:
        """The first token from `begin` on with one of some class letters; `last` where none has."""
        return next((at for at in range(begin, last) if self.kinds[at] in letters), last)

    def trimmed(self, begin: int, end: int) -> Span | None:
        """Token range without the pauses around it; whole quotations keep their marks."""
        kinds = self.kinds
        while begin < end and kinds[begin] in ",.:;-)":
            begin += 1
        while end > begin and (
            kinds[end - 1] in ",:;-(" or (kinds[end - 1] == "." and self.quoted[end - 1] < 0)
        ):
            end -= 1
        return (begin, end) if begin < end else None

    def closes(self, index: int) -> bool:
        """Say whether a quotation ends with this token."""
        number = self.quoted[index]
        return number >= 0 and self.ranges[number][1] == index + 1

    def content(self, begin: int, end: int) -> Span | None:
        """Code points of a token range without the pauses around it."""
        pair = self.trimmed(begin, end)
        return self.tokens.slice(*pair) if pair else None

    def is_clause(self, begin: int, end: int, *, narrow: bool) -> bool:
        """Say whether a subject and a finite verb follow, before the next comma if `narrow`."""
        if begin >= end or self.kinds[begin] not in 'dnN#xtr"psg':
            return False
        for index in range(begin + 1, end):
            kind = self.kinds[index]
            if kind == "v" or (kind == "a" and self.is_word("finite_auxiliaries", index)):
                if self.kinds[index - 1] in "sd" and self._describes(index - 1, begin):
                    continue
                return True
            if kind in ".;:" or (narrow and kind == ","):
                return False
            if kind == "s" and self.is_word("act_joints", index):
                aside = self.kinds[index - 1] == "," and self.kinds.find(",", index, end)
                if not aside or not self.kinds.startswith((",v", ",a"), aside):
                    return (
                        False  # "recalled 40 boats after two sank", not "fines, though large, are"
                    )
            relative = kind == "s" and self.kinds[index - 1] == "p"
            if relative and self.is_word("relatives", index) and not self._says(index, end):
                return False  # "showed them a map on which each was marked"
            if kind == "c":
                verb = self.past_adverbs(index + 1, end)  # "of the leak but later | admitted"
                if verb < end and self.kinds[verb] in "va":
                    return False
        return False

    def _describes(self, relative: int, begin: int) -> bool:
        """Say whether the verb behind a word belongs to a noun: "held a meeting that ended"."""
        noun = relative - 1 > begin and self.kinds[relative - 1] in "nN"
        return noun and (
            self.is_word("subject_relatives", relative) or self._said[relative] in self.pointers
        )

    def _says(self, index: int, end: int) -> bool:
        """Say whether the next verb is one of saying: "read out a letter in which she said"."""
        verb = next((at for at in range(index, end) if self.kinds[at] in "va"), None)
        cue = None if verb is None else self.words.cues.get(self.tokens.words[verb])
        return cue is not None and cue.strong

    def has_verb(self, begin: int, end: int) -> bool:
        """Say whether a finite verb stands in a token range."""
        return self.tokens.has_verb(begin, end, self.words)
