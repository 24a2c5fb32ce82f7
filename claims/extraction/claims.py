"""From statements to records: which are taken, and how each of them is worded."""

from __future__ import annotations

from operator import attrgetter

from .answering.answers import Answers
from .attribution import Attribution
from .lexicon import Lexicon
from .parts.pointers import Earlier
from .parts.repeats import Repeats
from .parts.rests import Edit
from .parts.statements import StatementFinder
from .parts.wording import Wording
from .people.own_voice import OWN
from .records import FoundClaim, Span
from .state import State
from .tagging.flags import POINTS
from .worth.kinds import kind_of
from .worth.material import Contents, Material, Placed, Stretches
from .worth.weighing import Judged, LeftOut, Weighed, mark

SPAN = attrgetter("start", "end")


def judge(own: State, words: Lexicon, kinds: list[str], voices: dict[int, Attribution]) -> Judged:
    """Return the statements of a read text, with what speaks for each and against it.

    kinds: of the block that each sentence stands in; voices: see `StatementFinder`.
    """
    tokens, own.left_out = own.tokens, []
    statements = StatementFinder(tokens, words, voices).find(own.attributions)
    material = Material(
        tokens, words, kinds, own.sentence_spans, Placed(own.quotes),
        Contents(own.quantities, own.dates, own.entities), own.left_out,
        Wording(tokens, words, own.speakers),
        Answers(tokens, words, own.names, statements, own.attributions, own.quotes),
        Stretches(item.disputes for item in own.attributions if item.disputes is not None),
    )  # fmt: skip
    return mark(statements, material)


def make_claims(material: Material, every: list[Weighed | LeftOut]) -> list[FoundClaim]:
    """Return the records in the order of the text; what is left out is noted in the material."""
    made: list[FoundClaim] = []
    seen: set[Span] = set()
    before: Earlier | None = None
    repeats, wording = Repeats(material.tokens), material.wording
    for weighed in every:
        if type(weighed) is tuple:
            material.left_out.append(weighed)
            continue
        statement = weighed.statement
        segments, reason = weighed.segments, weighed.reason
        span = (segments[0][0], segments[-1][1])
        if reason is None and (span in seen or repeats.known(weighed)):
            reason = ("repeated",)
        if reason is not None:
            material.left_out.append((span, reason))
            continue
        seen.add(span)
        noun = wording.pointers.noun(statement) if before and weighed.flags & POINTS else None
        pointers = [] if before is None or noun is None else wording.pointers.edits(noun, before)
        claim = _record(weighed, span, material, pointers)
        made.append(claim)
        if statement.clause.relation == "denial":
            continue  # nothing points at a bare "The ministry disputes this"
        said = claim if before is None or noun is None else before[1]
        before = (statement.sentence, said)
    made.sort(key=SPAN)
    return made


def _record(weighed: Weighed, span: Span, material: Material, pointers: list[Edit]) -> FoundClaim:
    text, statement = material.tokens.text, weighed.statement
    attribution, features = statement.attribution, weighed.features
    start, end = span
    quotation = _quotation(weighed.segments, attribution, material.quotes)
    proposed = material.wording.stand_alone(statement, quotation, pointers)
    sentence = material.sentences[statement.sentence]
    speaker = speaker_span = cue = cue_span = reported_by = None
    speaker_kind = ""
    if attribution is not None:
        speaker, reported_by = attribution.speaker, attribution.reported_by
        speaker_kind = material.kind_of_speaker(speaker)
        speaker_span = attribution.named or attribution.source
        cue_span = attribution.cue
        cue = text[cue_span[0] : cue_span[1]] if cue_span else None
    # What somebody else disputes is no denial of whoever says it.
    stance = "asserts" if reported_by and weighed.stance == "disputes" else weighed.stance
    # By place: two dozen names would take longer to sort out than all the rest.
    return FoundClaim(
        start, end, text[start:end], weighed.segments, proposed, *sentence,
        kind_of(features, stance), speaker, speaker_span, cue, cue_span, weighed.stance,
        quotation, weighed.quantities, weighed.dates, weighed.entities, weighed.score,
        weighed.reasons, weighed.block, reported_by, speaker_kind, features,
    )  # fmt: skip


def _quotation(segments: tuple[Span, ...], attribution: Attribution | None, quotes: Placed) -> str:
    """direct, mixed or indirect by the share of the statement inside quotation marks."""
    if attribution is None:
        return "none"
    if attribution.pattern == OWN:
        return "none"
    if attribution.pattern in ("speech", "label"):
        return "direct" if attribution.source is not None else "none"
    if not quotes.starts:
        return "indirect"
    total = inside = 0
    for begin, end in segments:
        total += end - begin
        for start, stop in quotes.beside(begin, end):
            if stop > begin:
                inside += min(end, stop) - max(begin, start)
    if not inside:
        return "indirect"
    if inside >= 0.95 * total:
        return "direct"
    return "mixed"
