"""A sentence around a thing that states nothing by itself: "Ostland denied | responsibility"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from ..attribution import JUDGEMENT, Attribution
from ..attribution.phrases import skip_back
from ..lexicon import Lexicon, lexicon
from ..tagging.tokens import Tokens
from .contractions import Contractions
from .naming import Naming
from .statements import Statement

WITHIN = "nN"  # class letters before a source inside a noun phrase: "a charge | Drasna dismissed"


@dataclass(slots=True)
class Recast:
    """A wording made of other words in front, if any, and of tokens begin..end."""

    lead: str
    begin: int
    end: int


class Framing:
    """Finds the sentence around a thing, from who says it through the verb to the thing."""

    def __init__(self, tokens: Tokens, words: Lexicon, naming: Naming):
        self.tokens, self.words, self.naming = tokens, words, naming
        self.short = Contractions(tokens, words)
        self.gerunds = tuple(words.table("gerund_endings"))

    def around(self, statement: Statement) -> Recast | None:
        """Return the sentence around what states nothing by itself; None around what does."""
        said = statement.attribution
        if said is None or not said.object_frame or said.pattern == JUDGEMENT:
            return None
        if statement.clause.relation in ("relative", "denial"):
            return None
        return self._from_source(statement, said) or self.whole(statement)

    def _from_source(self, statement: Statement, said: Attribution) -> Recast | None:
        """From who says it to the end of the statement, if they stand in that order."""
        if said.source is None or said.cue is None:
            return None
        tokens, first = self.tokens, self.tokens.spans[statement.sentence][0]
        source = bisect_left(tokens.starts, said.source[0])
        behind = bisect_left(tokens.starts, said.source[1], source)
        verb = bisect_left(tokens.starts, said.cue[0])
        if not first <= source < behind <= verb < statement.begin:
            return None
        if source > first and self._is_within(source - 1):
            return None
        lead = self._when(self._opening(statement.sentence), source) + self.naming.subject(said)
        if tokens.kinds[verb] == "g" and tokens.words[verb].endswith(self.gerunds):
            told = self._told(behind, verb)
            return Recast(f"{lead} {told}", verb + 1, statement.end) if told else None
        group = skip_back(tokens, verb, behind)
        if self.words.has_any("infinitive_marks", tokens.words[group:verb]):
            group = behind  # "went on | to explain why"
            if tokens.kinds[group] not in "va":
                return None
        if self.short.behind(group - 1) == group:  # "he's blamed the council for 40 fires"
            told = self.short.verb(group)
            return Recast(f"{lead} {told}", group + 1, statement.end) if told else None
        finite = next((at for at in range(group, statement.begin) if tokens.kinds[at] in "va"), -1)
        return Recast(lead, group, statement.end) if finite >= 0 else None

    def _opening(self, sentence: int) -> int:
        """First token of a sentence behind its date line."""
        return self.tokens.filed.get(sentence, self.tokens.spans[sentence][0])

    def _when(self, begin: int, source: int) -> str:
        """The time that a sentence begins with, in front of the source: "In 2021"."""
        tokens = self.tokens
        if begin >= source or tokens.kinds[begin:source].strip("pt#,"):
            return ""
        return f"{tokens.text[tokens.starts[begin] : tokens.ends[source - 1]]} "

    def _is_within(self, before: int) -> bool:
        """Say whether a source is part of a noun phrase: "a charge | Lim denies", "what | it"."""
        word = self.tokens.words[before]
        asks = self.words.has("question_words", word) or self.words.has("relatives", word)
        # "last year | the auditor put its worth at 9 crowns"
        timed = self.words.has("tag_times", word) or self.words.has("time_owners", word)
        return asks or (self.tokens.kinds[before] in WITHIN and not timed)

    def _told(self, behind: int, verb: int) -> str:
        """The finite form of a participle: "calls" for "says C, calling", "called" for "said"."""
        words, said = self.words, self.tokens.words
        cue = words.cues.get(said[verb])
        main = next((word for word in said[behind:verb] if word in words.cues), "")
        if cue is None or not main or words.cues[main].participle:
            return ""
        if words.cues[main].is_past:
            return past_forms(words.code).get(cue.lemma, "")
        return cue.lemma if main in words.bases else present_forms(words.code).get(cue.lemma, "")

    def sentence(self, statement: Statement) -> Recast | None:
        """The sentence around what has no verb: from who says it, or all of it."""
        said = statement.attribution
        simple = len(statement.parts) == 1 and statement.clause.relation in ("main", "coordinate")
        around = self._from_source(statement, said) if said is not None and simple else None
        return around or self.whole(statement)

    def whole(self, statement: Statement) -> Recast | None:
        """The whole sentence of the text, up to its semicolons, where no part would stand alone."""
        tokens, last = self.tokens, self.tokens.spans[statement.sentence][1]
        begin, voice = self._opening(statement.sentence), statement.attribution
        label = voice.source if voice is not None else None
        if voice is not None and label is not None and label[1] <= tokens.starts[begin]:
            # "DR HOLM: We"
            said = bisect_left(tokens.starts, voice.contents[0][0])
            begin = max(begin, min(statement.begin, said))
        if tokens.kinds[begin] == "c" and begin < statement.begin:
            begin += 1  # "But Ann Orr said"
        begin = max(begin, tokens.kinds.rfind(";", begin, statement.begin) + 1)
        stop = tokens.kinds.find(";", statement.end, last)
        end = stop if stop > 0 else last
        if end == statement.end + 1 and tokens.kinds[statement.end] == ".":
            end = statement.end
        return Recast("", begin, end) if begin < end else None


@cache
def past_forms(code: str) -> dict[str, str]:
    """Lemma of a word of saying -> its past form."""
    return {cue.lemma: form for form, cue in lexicon(code).cues.items() if cue.is_past}


@cache
def present_forms(code: str) -> dict[str, str]:
    """Lemma of a word of saying -> its form for one who says it."""
    cues = lexicon(code).cues.items()
    other = ((form, cue) for form, cue in cues if not (cue.is_base or cue.is_past))
    return {
        cue.lemma: form for form, cue in other if not (cue.participle or cue.is_past_participle)
    }
