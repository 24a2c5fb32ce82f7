"""From statements to records: what to keep, how to word it, what to leave out and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .attribution import Attribution
from .blocks import Block
from .kinds import NEGATIVE_STANCES, Holdings, features_of, kind_of
from .learned import strength, wording_model
from .lexicon import Lexicon
from .quotes import Quote
from .rebuttals import rebuts
from .records import FoundClaim, Span
from .score import check_worthiness
from .statements import Statement
from .tokens import Tokens
from .weights import weights
from .wording import Earlier, Wording

#: Blocks that hold no statements of their own.
LEFT_OUT = {"headline", "standfirst", "subhead", "caption", "credit", "byline"}
#: Marks that rule a statement out, whatever else speaks for it.
RULED_OUT = (
    "hope",
    "question",
    "greeting",
    "colour",
    "no_verb",
    "short",
    "speech_act",
    "condition",
)
#: Marks that rule a statement out unless one of the others is there too.
RULED_OUT_UNLESS = {
    "promise": ("figure",),
    "demand": ("figure", "dated", "negated"),
    "prediction": ("figure", "ruled_out"),
    "opinion": ("figure", "named", "disputed"),
    "framing": ("figure", "disputed"),
}
# What a named entity is as a source of statements. A place that speaks is told by no name.
SPEAKER_KINDS = {"person": "person", "org": "organisation", "group": "group"}
#: Marks of a bare rebuttal that do not count against it.
BARE = ("opinion", "vague", "short")
LEAST = 0.14  # check-worthiness below which a statement is too little to be kept


class Placed:
    """Quantities, dates or entities of one text, for look-up by place."""

    def __init__(self, items: list[Any]):
        self.items, self.starts = items, [item.start for item in items]

    def inside(self, segments: tuple[Span, ...]) -> tuple[Any, ...]:
        """Those that lie inside one of the segments, in order."""
        items, starts = self.items, self.starts
        found: list[Any] = []
        for begin, end in segments:
            first = bisect_left(starts, begin)
            last = bisect_left(starts, end, first)
            found += [item for item in items[first:last] if item.end <= end]
        return tuple(found)


@dataclass(slots=True)
class Material:
    """What has been read of one text, for the making of records.

    disputed: stretches that somebody denies in another sentence ("She denies it").
    """

    tokens: Tokens
    words: Lexicon
    blocks: list[Block]
    sentences: list[Span]
    quotes: list[Quote]
    quantities: Placed
    dates: Placed
    entities: Placed
    left_out: list[tuple[Span, tuple[str, ...]]]
    wording: Wording
    disputed: list[Span] = field(default_factory=list)
    weights: Mapping[str, float] = field(default_factory=weights)
    kinds: dict[str, str] | None = None

    def kind_of_speaker(self, name: str | None) -> str:
        """Person, organisation or group: as the name is known in the text, or by its words."""
        if self.kinds is None:
            known = [entity for entity in self.entities.items if entity.kind in SPEAKER_KINDS]
            self.kinds = {item.name or item.text: SPEAKER_KINDS[item.kind] for item in known}
        if name is None:
            return ""
        if name not in self.kinds:
            bare = [word.strip(".,").lower() for word in name.split()]
            is_body = not self.words.table("organisation_words").isdisjoint(bare)
            self.kinds[name] = "organisation" if is_body else ""
        return self.kinds[name]


def make_claims(statements: list[Statement], material: Material) -> list[FoundClaim]:
    """Return the records in the order of the text; what is left out is noted in the material."""
    made: list[FoundClaim] = []
    seen: set[Span] = set()
    block_starts = [block.start for block in material.blocks]
    before: Earlier | None = None
    for statement in statements:
        claim = _record(statement, material, block_starts, before)
        span = (claim.start, claim.end)
        reason = _why_not(claim, statement)
        if reason is None and span in seen:
            reason = ("repeated",)
        if reason is not None:
            material.left_out.append((span, reason))
            continue
        seen.add(span)
        made.append(claim)
        points = before is not None and material.wording.points(statement)
        before = Earlier(statement.sentence, before.text if before and points else claim.text)
    made.sort(key=lambda claim: (claim.start, claim.end))
    return made


def _why_not(claim: FoundClaim, statement: Statement) -> tuple[str, ...] | None:
    if claim.block in LEFT_OUT:
        return (claim.block,)
    object_frame = statement.attribution is not None and statement.attribution.object_frame
    bare = object_frame or "figure" in claim.features or claim.stance in NEGATIVE_STANCES
    for code in RULED_OUT:
        if code in claim.features and not (bare and code in ("no_verb", "short")):
            return (code,)
    for code, others in RULED_OUT_UNLESS.items():
        if code in claim.features and not any(other in claim.features for other in others):
            return (code,)
    if "opinion" in claim.features and "first_person" in claim.features:
        return ("opinion",)
    return ("vague",) if claim.score < LEAST else None


def _record(
    statement: Statement, material: Material, block_starts: list[int], before: Earlier | None
) -> FoundClaim:
    tokens, attribution = material.tokens, statement.attribution
    segments = tuple([tokens.slice(*part) for part in statement.parts])
    start, end = segments[0][0], segments[-1][1]
    quantities = material.quantities.inside(segments)
    dates = material.dates.inside(segments)
    entities = material.entities.inside(segments)
    shared = statement.clause.subject
    subject = material.entities.inside((tokens.slice(*shared),)) if shared else ()
    held = Holdings(quantities, dates, (*subject, *entities))
    features = features_of(statement, tokens, material.words, held)
    stance = _stance(statement, tokens, material.words)
    if stance in NEGATIVE_STANCES or _overlaps(start, end, material.disputed):
        features["disputed"] = 1.0
    if stance in NEGATIVE_STANCES:
        # "That is wrong" judges a statement, not a thing.
        features = {code: value for code, value in features.items() if code not in BARE}
    model = wording_model(material.words.code)
    if model is not None:
        parts = [shared, *statement.parts] if shared else statement.parts
        words = [word for begin, end in parts for word in tokens.words[begin:end]]
        features.update(strength(model.log_odds(words)))
    quotation = _quotation(segments, attribution, material.quotes)
    score, reasons = check_worthiness(features, material.weights)
    speaker = attribution.speaker if attribution else None
    block = material.blocks[max(0, bisect_right(block_starts, start) - 1)]
    sentence = material.sentences[statement.sentence]
    return FoundClaim(
        start=start,
        end=end,
        text=tokens.text[start:end],
        segments=segments,
        proposed=material.wording.stand_alone(statement, quotation, before),
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        kind=kind_of(features, stance),
        speaker=speaker,
        speaker_kind=material.kind_of_speaker(speaker),
        speaker_span=(attribution.named or attribution.source) if attribution else None,
        cue=tokens.text[slice(*attribution.cue)] if attribution and attribution.cue else None,
        cue_span=attribution.cue if attribution else None,
        stance=stance,
        quotation=quotation,
        quantities=quantities,
        dates=dates,
        entities=entities,
        score=score,
        reasons=reasons,
        block=block.kind,
        reported_by=attribution.reported_by if attribution else None,
        features=features,
    )


def _overlaps(start: int, end: int, spans: list[Span]) -> bool:
    return any(begin < end and start < stop for begin, stop in spans) if spans else False


def _stance(statement: Statement, tokens: Tokens, words: Lexicon) -> str:
    """How the speaker stands to a statement; the article's own voice asserts."""
    attribution = statement.attribution
    if attribution is None:
        return "asserts"
    if attribution.stance == "asserts" and rebuts(statement, tokens, words):
        return "disputes"
    if attribution.pattern == "label" and attribution.stance == "questions":
        return "questions" if "?" in tokens.text[slice(*_span(statement, tokens))] else "asserts"
    return attribution.stance


def _span(statement: Statement, tokens: Tokens) -> Span:
    """Code points of a statement with the mark that closes its sentence."""
    start, end = tokens.slice(statement.begin, statement.end)
    return start, end + 1


def _quotation(
    segments: tuple[Span, ...], attribution: Attribution | None, quotes: list[Quote]
) -> str:
    """direct, mixed or indirect by the share of the statement inside quotation marks."""
    if attribution is None:
        return "none"
    if attribution.pattern in ("speech", "label"):
        return "direct"
    total = sum(end - begin for begin, end in segments)
    inside = 0
    for begin, end in segments:
        index = max(0, bisect_right(quotes, begin, key=lambda quote: quote.start) - 1)
        while index < len(quotes) and quotes[index].start < end:
            inside += max(0, min(end, quotes[index].end) - max(begin, quotes[index].start))
            index += 1
    if inside >= 0.95 * total:
        return "direct"
    return "mixed" if inside else "indirect"
