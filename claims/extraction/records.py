"""What the extraction hands out: one record per statement found, and its vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Span = tuple[int, int]

#: What sort of statement it is; code -> wording.
KINDS: dict[str, str] = {
    "quantity": "states a figure",
    "event": "says that something happened",
    "state": "says how things are or were",
    "quotation": "reports how somebody put or framed something",
    "denial": "denies or disputes something",
    "prediction": "says what will happen",
    "promise": "says what somebody undertakes to do",
    "demand": "says what somebody wants done",
    "hope": "expresses a hope or a wish",
    "opinion": "judges or values something",
}

#: How the speaker stands to the statement; code -> wording. The article's own voice asserts.
STANCES: dict[str, str] = {
    "asserts": "says that it is so",
    "concedes": "admits that it is so",
    "believes": "holds it to be so",
    "warns": "warns that it is or may become so",
    "predicts": "expects it to become so",
    "promises": "undertakes to make it so",
    "demands": "wants it to be made so",
    "hopes": "hopes that it is or becomes so",
    "questions": "asks or doubts whether it is so",
    "disputes": "contests a statement made by another",
    "denies": "says that it is not so",
}

#: How the statement is given in the article; code -> wording.
QUOTATIONS: dict[str, str] = {
    "direct": "inside quotation marks",
    "mixed": "partly inside quotation marks",
    "indirect": "in the article's words, attributed to somebody",
    "none": "in the article's own voice",
}

#: Part of the page a sentence stands in; code -> wording.
BLOCKS: dict[str, str] = {
    "headline": "headline",
    "standfirst": "standfirst",
    "subhead": "sub-heading",
    "caption": "picture caption",
    "credit": "credit or editorial note",
    "byline": "byline or date line",
    "item": "list item",
    "body": "body text",
}

#: Why a statement was ranked where it is, or why a sentence was left out; code -> wording.
REASONS: dict[str, str] = {
    # for checking
    "figure": "states a figure",
    "change": "states a change from one figure to another",
    "inconsistent": "its figures do not add up",
    "comparison": "compares or ranks",
    "past_event": "says that something happened",
    "dated": "gives a date or a period",
    "named": "names a person, place or organisation",
    "attributed": "is attributed to a source",
    "document": "its source is a document or a count",
    "disputed": "is denied or disputed by somebody",
    "denial": "denies something",
    "negated": "says that something is not so",
    "ruled_out": "says that something will never be",
    "absolute": "claims that something never, always or only is so",
    "cause": "says that one thing caused another",
    "harm": "is about harm, crime or danger",
    "law": "is about a law, a rule or an agreement",
    "money": "is about money",
    "like_checked": "is worded like statements that get checked",
    # against checking
    "unlike_checked": "is worded like statements that nobody checks",
    "opinion": "is an opinion or a judgement",
    "hope": "is a hope or a wish",
    "prediction": "is about the future",
    "promise": "is a promise or an intention",
    "foretold": "its figure is foretold, not counted",
    "demand": "is a demand or advice",
    "question": "is a question",
    "framing": "is a choice of words, not a fact",
    "first_person": "is about the speaker's own attitude",
    "attitude": "is about an attitude, not about a fact",
    "hedged": "is put as a possibility",
    "condition": "is a condition, not a statement",
    "vague": "is too vague to check",
    "short": "is too short to stand alone",
    "no_verb": "states nothing: there is no verb",
    "colour": "sets a scene or describes a manner",
    "speech_act": "only says that somebody spoke",
    "greeting": "is a greeting, thanks or a formula",
    "repeated": "repeats a statement found elsewhere in the article",
    "headline": "is a headline; the text below says it in full",
    "standfirst": "is a standfirst; the text below says it in full",
    "subhead": "is a sub-heading",
    "caption": "is a picture caption",
    "credit": "is a credit or an editorial note",
    "byline": "is a byline or a date line",
}


@dataclass(slots=True)
class FoundEntity:
    """A named person, organisation, place or group inside a statement.

    kind: person, org, place, group or other. name: the fullest form in the article, so that a
    surname leads to the person.
    """

    start: int
    end: int
    text: str
    kind: str
    name: str = ""

    def as_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "name": self.name or self.text,
        }


@dataclass(slots=True)
class FoundClaim:
    """One statement of a text: `text == source[start:end]`.

    Offsets are Unicode code points of the source as given, the end exclusive.
    segments: the parts of an interrupted statement; one part, the whole, for any other.
    proposed: wording that stands alone, for a person to edit; never replaces `text`.
    speaker: canonical name of who is cited; None is the article's own voice.
    speaker_kind: person, organisation or group where the article's names tell, else empty.
    reported_by: who passes the statement on, when that is not the speaker: the speaker of a
        sentence in which a further source is cited or disputed.
    score: check-worthiness from 0 to 1; reasons: keys of REASONS, the weightiest first.
    features: what the score was computed from; kept to learn from dismissals.
    """

    start: int
    end: int
    text: str
    segments: tuple[Span, ...]
    proposed: str
    sentence_start: int
    sentence_end: int
    kind: str
    speaker: str | None
    speaker_span: Span | None
    cue: str | None
    cue_span: Span | None
    stance: str
    quotation: str
    quantities: tuple[Any, ...]
    dates: tuple[Any, ...]
    entities: tuple[FoundEntity, ...]
    score: float
    reasons: tuple[str, ...]
    block: str
    reported_by: str | None = None
    speaker_kind: str = ""
    features: Mapping[str, float] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the claim as JSON types; tuples become lists."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "segments": [list(segment) for segment in self.segments],
            "proposed": self.proposed,
            "sentence_start": self.sentence_start,
            "sentence_end": self.sentence_end,
            "kind": self.kind,
            "speaker": self.speaker,
            "speaker_span": _listed(self.speaker_span),
            "cue": self.cue,
            "cue_span": _listed(self.cue_span),
            "stance": self.stance,
            "quotation": self.quotation,
            "quantities": [quantity.as_dict() for quantity in self.quantities],
            "dates": [date.as_dict() for date in self.dates],
            "entities": [entity.as_dict() for entity in self.entities],
            "score": self.score,
            "reasons": list(self.reasons),
            "block": self.block,
            "reported_by": self.reported_by,
            "speaker_kind": self.speaker_kind,
            "features": dict(self.features),
        }


def _listed(span: Span | None) -> list[int] | None:
    return list(span) if span else None
