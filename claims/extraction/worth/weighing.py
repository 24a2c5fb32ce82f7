"""What speaks for and against a statement, and whether it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..answering.rebuttals import points_back, rebuts
from ..attribution import NEGATIVE
from ..attribution.denial_words import find_denial
from ..lexicon import Lexicon
from ..parts.clauses import VERBS
from ..parts.statements import Statement
from ..records import Span
from ..tagging.flags import DENIES, NEGATES, REFERS, WEIGHS
from ..tagging.tokens import Tokens
from .address import OUTRIGHT
from .kinds import features_of
from .learned import WordingModel, strengths, wording_model
from .material import Material
from .score import check_worthiness

#: Blocks that hold no statements of their own.
LEFT_OUT = {
    kind: (kind,) for kind in ("headline", "standfirst", "subhead", "caption", "credit", "byline")
}
NO_VERB, TOO_SHORT = ("no_verb",), ("short",)  # reasons to leave out a lone word
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
    "promise": {"figure"},
    "demand": {"figure", "dated", "negated"},
    "prediction": {"figure", "ruled_out"},
    "opinion": {"figure", "named", "disputed"},
    "framing": {"figure", "disputed"},
}
MAY_RULE_OUT = frozenset([*RULED_OUT, *RULED_OUT_UNLESS, "own_future"])
#: Marks of what is only meant to be done: that somebody means to do it can be denied.
PLANS = ("promise", "demand", "prediction")
#: Marks of a bare rebuttal that do not count against it.
BARE = ("opinion", "vague", "short")
BARE_NO = 5  # words of "It is simply not true"
EMPTY_NO = 0.35  # how much a denial weighs that only calls a statement untrue
SCORNFUL = 7  # words of "The claims against us are simply false"
SCORNED = ("rebutted_nouns", "scorned_nouns")  # tables of nouns for what others say
ECHO = 3  # words of "It was not", which say too little to be worth much
UNCOUNTED = 0.5  # how much the wording counts of a figure that is only foretold
LEAST = 0.145  # check-worthiness below which a statement is too little to be kept


@dataclass(slots=True)
class Weighed:
    """A statement with its marks.

    reason: why it is left out after all (a key of records.REASONS), None if it is taken.
    flags: of all its words (see flags.py).
    """

    statement: Statement
    segments: tuple[Span, ...]
    block: str
    stance: str
    features: dict[str, float]
    quantities: tuple[Any, ...]
    dates: tuple[Any, ...]
    entities: tuple[Any, ...]
    flags: int
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    reason: tuple[str, ...] | None = None


#: Where a statement stands that is ruled out, and by what (a key of records.REASONS).
LeftOut = tuple[Span, tuple[str, ...]]


#: What has been read of one text, and its statements with what speaks for each and against it.
Judged = tuple[Material, list[Weighed | LeftOut]]


def mark(statements: list[Statement], material: Material) -> Judged:
    """Return the statements of a text with their marks.

    Of what is ruled out, as all lines of a list may be, no more is worked out than that takes.
    """
    return material, [_marked(statement, material) for statement in statements]


def score(texts: list[Judged]) -> None:
    """Work out what statements of texts in one language are worth; those worth too little are left
    out after all.

    All at once: the model and its tables are not in the processor's cache for each text.
    """
    taken = [
        (weighed, material)
        for material, every in texts
        for weighed in every
        if type(weighed) is Weighed
    ]
    model = wording_model(texts[0][0].words.code)
    if model is not None:
        _mark_wording(taken, model)
    for weighed, material in taken:
        features = weighed.features
        weighed.score, weighed.reasons = check_worthiness(features, material.weights)
        if weighed.score < LEAST and "foretold" not in features:
            weighed.reason = ("vague",)


def _mark_wording(taken: list[tuple[Weighed, Material]], model: WordingModel) -> None:
    """Add the marks that their wording leaves on statements."""
    worded = [pair for pair in taken if pair[0].statement.clause.relation != "denial"]
    said = [_said(weighed.statement, material.tokens) for weighed, material in worded]
    log_odds = model.log_odds(said)
    for (weighed, _), odds, (reason, size) in zip(
        worded, log_odds, strengths(log_odds), strict=True
    ):
        if odds:
            if reason == "like_checked" and "foretold" in weighed.features:
                size *= UNCOUNTED  # its words are those of figures that are checked all the same
            weighed.features[reason] = size


def _marked(statement: Statement, material: Material) -> Weighed | LeftOut:
    """Return a statement with its marks, which may rule it out."""
    tokens, words, clause = material.tokens, material.words, statement.clause
    starts, ends, begin, end = tokens.starts, tokens.ends, statement.begin, statement.end
    span = (starts[begin], ends[end - 1])
    block = material.blocks[statement.sentence]
    if block in LEFT_OUT:
        return span, LEFT_OUT[block]
    segments: tuple[Span, ...] = (span,)
    flags = clause.flags
    if len(statement.parts) > 1:
        segments = tuple([(starts[first], ends[last - 1]) for first, last in statement.parts])
        flags = None  # those of the clause are of its first part
    quantities, dates, entities = held = material.contents.inside(segments)
    if end - begin == 1 and not (quantities or dates) and _says_nothing(statement, tokens):
        verbless = tokens.verbs_known and tokens.kinds[begin] not in VERBS
        return span, NO_VERB if verbless else TOO_SHORT
    if clause.subject is not None:
        *_, named = material.contents.inside([tokens.slice(*clause.subject)])
        held = (quantities, dates, named + entities)
    if flags is None:
        flags = tokens.flags_in(begin, end)
    features = features_of(statement, tokens, words, held, flags)
    stance = _stance(statement, material, flags)
    features = _with_answers(features, statement, material, stance, flags)
    if stance == "demands" and "negated" not in features and _is_wished(statement, words):
        return span, ("demand",)
    if not MAY_RULE_OUT.isdisjoint(features):
        reason = _ruled_out(statement, stance, features)
        if reason is not None:
            return span, reason
    return Weighed(statement, segments, block, stance, features, quantities, dates, entities, flags)


def _with_answers(
    features: dict[str, float], statement: Statement, material: Material, stance: str, flags: int
) -> dict[str, float]:
    """The marks of a statement with those of what it answers, or by what it is answered."""
    bare, disputed = statement.clause.relation == "denial", material.disputed
    answers = material.answers
    if stance in NEGATIVE and not bare:
        answers.note(statement)
        return _of_denial(features, statement, material.tokens, material.words, flags)
    if not bare and disputed.starts:
        tokens, parts = material.tokens, statement.parts
        if disputed.meet(tokens.starts[parts[0][0]], tokens.ends[parts[-1][1] - 1]):
            features["disputed"] = 1.0
            return features
    if answers.retorts.asking and answers.retorts.has(statement):
        features.pop("vague", None)
        features["disputed"] = features["past_event"] = 1.0
    return features


def _of_denial(
    marks: dict[str, float], statement: Statement, tokens: Tokens, words: Lexicon, flags: int
) -> dict[str, float]:
    """The marks that a statement keeps which denies, and those of what it denies."""
    # "That is wrong" judges a statement, not a thing.
    features = {code: value for code, value in marks.items() if code not in BARE}
    features["disputed"] = 1.0
    if statement.attribution.stance == "asserts":
        features.pop("no_verb", None)  # "Absolutely not": an answer needs none
    if tokens.size(statement.begin, statement.end) <= ECHO:
        features["short"] = 1.0
    if flags & DENIES and _scorns_statement(statement, tokens, words):
        features.pop("past_event", None)
        features["disputed"], features["vague"] = EMPTY_NO, 1.0
    elif _only_says_no(statement, tokens, words, flags):
        features.pop("past_event", None)
        features["vague"] = 1.0
    return features


def _only_says_no(statement: Statement, tokens: Tokens, words: Lexicon, flags: int) -> bool:
    """Say whether a denial tells nothing of what it denies: "That was not true", "I did not"."""
    begin, end, kinds = statement.begin, statement.end, tokens.kinds
    inside = tokens.words[begin:end]
    if flags & DENIES and points_back(inside, words):
        return find_denial(inside, words) is not None  # "The first of these is an invention"
    if kinds[begin] == "x" and end - begin <= BARE_NO and words.has_any("such", inside[-2:]):
        return True  # "I did no such thing"
    if kinds[begin + 1 : begin + 2] != "a" or tokens.size(begin, end) > BARE_NO:
        return False
    if not tokens.flags[begin] & REFERS and kinds[begin] != "x":
        return False
    if VERBS.isdisjoint(kinds[begin + 2 : end]) and tokens.size(begin, end) <= ECHO:
        return True
    return flags & DENIES > 0 and find_denial(inside, words) is not None


def _scorns_statement(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether no more is said than that a statement is none: "The claims were untrue", "The
    fears are overblown"."""
    begin, end, kinds = statement.begin, statement.end, tokens.kinds
    if not kinds.startswith("dna", begin) or end - begin > SCORNFUL:
        return False
    noun = tokens.words[begin + 1]
    said = noun in words.nouns or any(words.has(table, noun) for table in SCORNED)
    if not said or not {"N", "#"}.isdisjoint(kinds[begin:end]):
        return False
    return find_denial(tokens.words[begin:end], words) is not None


def _is_wished(statement: Statement, words: Lexicon) -> bool:
    """Say whether somebody is only asked to do it, whatever figure is in it; not ordered to."""
    item = statement.attribution
    return item is not None and words.has("wishing", item.lemma)


def _said(statement: Statement, tokens: Tokens) -> list[str]:
    """The words of a statement, behind those of a subject that it shares."""
    shared, parts = statement.clause.subject, statement.parts
    if shared is None and len(parts) == 1:
        return tokens.words[statement.begin : statement.end]
    ranges = [shared, *parts] if shared else parts
    return [word for begin, end in ranges for word in tokens.words[begin:end]]


def _says_nothing(statement: Statement, tokens: Tokens) -> bool:
    """Say whether a line of one word, by itself or behind a speaker's name, says nothing.

    Lists and tables are full of them. A number that is no quantity counts the items of a list.
    """
    at, attribution = statement.begin, statement.attribution
    if attribution is not None and attribution.pattern != "label":
        return False
    if tokens.flags[at] & WEIGHS or (tokens.kinds[at] == "#" and attribution is not None):
        return False
    end = tokens.ends[at]
    return "?" not in tokens.text[end - 1 : end + 1]


def _ruled_out(
    statement: Statement, stance: str, features: dict[str, float]
) -> tuple[str, ...] | None:
    """The mark that rules a statement out, whatever its worth."""
    object_frame = statement.attribution is not None and statement.attribution.object_frame
    bare = object_frame or "figure" in features or stance in NEGATIVE
    for code in RULED_OUT:
        if code in features and not (bare and code in ("no_verb", "short")):
            return (code,)
    for code in ("demand", "opinion"):
        if features.get(code, 0.0) >= OUTRIGHT:
            return (code,)
    denies = stance == "denies"
    for code, others in RULED_OUT_UNLESS.items():
        if code in features and others.isdisjoint(features) and not (denies and code in PLANS):
            return (code,)
    if "own_future" in features and not denies:
        return ("promise",)
    own = "opinion" in features and "first_person" in features and features.get("figure", 0) < 1
    return ("opinion",) if own else None


def _stance(statement: Statement, material: Material, flags: int) -> str:
    """How the speaker stands to a statement; the article's own voice asserts."""
    attribution, tokens, words = statement.attribution, material.tokens, material.words
    if attribution is None:
        return "asserts"
    if attribution.stance == "asserts" and (
        rebuts(statement, tokens, words, flags)
        or (flags & NEGATES and material.answers.answers(statement))
    ):
        return "disputes"
    if attribution.pattern == "label" and attribution.stance == "questions":
        return "questions" if "?" in tokens.text[slice(*_span(statement, tokens))] else "asserts"
    return attribution.stance


def _span(statement: Statement, tokens: Tokens) -> Span:
    """Code points of a statement with the mark that closes its sentence."""
    start, end = tokens.slice(statement.begin, statement.end)
    return start, end + 1
