"""Who says what: sources, cues and the statements they bring."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]

#: Stances of those who say that a thing is not so.
NEGATIVE = ("denies", "disputes")
#: Pattern of a clause that only judges what was said before it: ", a charge S denies".
JUDGEMENT = "judgement"


@dataclass(slots=True)
class Attribution:
    """One act of saying. Spans are code points.

    cue, source: None for a quotation that stands without either.
    named: what the source refers back to, where that is a word such as "who".
    follows: whose speaker this one shares.
    reporter: who brings a statement of the source up, in order to dispute it.
    contents: what is said, in order; several where the act is interrupted.
    heir: the source is that of the statement before (", adding that ...").
    disputes: what stands in another sentence and is denied here.
    frames: words around the contents that only judge them ("it is a lie that").
    object_frame: the content is a noun phrase ("denied those reports").
    lemma, stance: of the cue; sentence: number of the sentence of the cue.
    pattern: short name of the rule that found it.
    gender: "m" or "f", where the form of the cue tells it of who speaks.
    """

    cue: Span | None
    source: Span | None
    contents: list[Span]
    lemma: str
    stance: str
    sentence: int
    pattern: str
    heir: bool = False
    object_frame: bool = False
    disputes: Span | None = None
    follows: Attribution | None = None
    named: Span | None = None
    reporter: Span | None = None
    speaker: str | None = None
    reported_by: str | None = None
    gender: str | None = None
    frames: list[Span] = field(default_factory=list)
