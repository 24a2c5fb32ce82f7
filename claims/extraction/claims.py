"""From statements to records: which are taken, and how each of them is worded."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from .attribution import Attribution
from .flags import POINTS
from .kinds import kind_of
from .material import Material
from .quotes import Quote
from .records import FoundClaim, Span
from .repeats import Repeats
from .statements import Statement
from .weighing import Weighed, weigh
from .wording import Earlier


def make_claims(statements: list[Statement], material: Material) -> list[FoundClaim]:
    """Return the records in the order of the text; what is left out is noted in the material."""
    made: list[FoundClaim] = []
    seen: set[Span] = set()
    before: Earlier | None = None
    repeats = Repeats(material.tokens)
    for statement in statements:
        weighed = weigh(statement, material)
        span, reason = weighed.span, weighed.reason
        if reason is None and (span in seen or repeats.known(weighed)):
            reason = ("repeated",)
        if reason is not None:
            material.left_out.append((span, reason))
            continue
        seen.add(span)
        claim = _record(weighed, material, before)
        made.append(claim)
        points = before and weighed.flags & POINTS and material.wording.points(statement)
        before = Earlier(statement.sentence, before.text if before and points else claim.text)
    made.sort(key=lambda claim: (claim.start, claim.end))
    return made


def _record(weighed: Weighed, material: Material, before: Earlier | None) -> FoundClaim:
    tokens, statement = material.tokens, weighed.statement
    attribution, features = statement.attribution, weighed.features or {}
    start, end = weighed.span
    quotation = _quotation(weighed.segments, attribution, material.quotes)
    speaker = attribution.speaker if attribution else None
    sentence = material.sentences[statement.sentence]
    return FoundClaim(
        start=start,
        end=end,
        text=tokens.text[start:end],
        segments=weighed.segments,
        proposed=material.wording.stand_alone(
            statement, quotation, before if weighed.flags & POINTS else None
        ),
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        kind=kind_of(features, weighed.stance),
        speaker=speaker,
        speaker_kind=material.kind_of_speaker(speaker),
        speaker_span=(attribution.named or attribution.source) if attribution else None,
        cue=tokens.text[slice(*attribution.cue)] if attribution and attribution.cue else None,
        cue_span=attribution.cue if attribution else None,
        stance=weighed.stance,
        quotation=quotation,
        quantities=weighed.quantities,
        dates=weighed.dates,
        entities=weighed.entities,
        score=weighed.score,
        reasons=weighed.reasons,
        block=weighed.block,
        reported_by=attribution.reported_by if attribution else None,
        features=features,
    )


_start = attrgetter("start")


def _quotation(
    segments: tuple[Span, ...], attribution: Attribution | None, quotes: list[Quote]
) -> str:
    """direct, mixed or indirect by the share of the statement inside quotation marks."""
    if attribution is None:
        return "none"
    if attribution.pattern in ("speech", "label"):
        return "direct"
    if not quotes:
        return "indirect"
    total = sum([end - begin for begin, end in segments])
    inside = 0
    for begin, end in segments:
        index = max(0, bisect_right(quotes, begin, key=_start) - 1)
        while index < len(quotes) and quotes[index].start < end:
            inside += max(0, min(end, quotes[index].end) - max(begin, quotes[index].start))
            index += 1
    if inside >= 0.95 * total:
        return "direct"
    return "mixed" if inside else "indirect"
