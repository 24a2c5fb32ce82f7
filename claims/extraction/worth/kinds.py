"""What sort of statement it is, and the marks that tell: figures, opinion, hope, harm ..."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from ..attribution import NEGATIVE, Attribution
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.flags import (
    DEMANDS,
    ENDS_IN_ED,
    FIRST_PERSON,
    IRREGULAR,
    JUDGES,
    NEGATES,
    PAST,
    PERFECT,
    SUPPOSES,
)
from ..tagging.tokens import Tokens
from .address import OUTRIGHT, mark_address
from .figures import mark_figures
from .future import mark_outlook
from .judgements import marked
from .material import Holdings
from .vagueness import SHORT, mark_wanting

MAY_BE_PAST = ENDS_IN_ED | IRREGULAR | PERFECT

#: Stance of an attribution -> mark that it leaves on a statement.
STANCE_MARKS = {
    "denies": "disputed", "disputes": "disputed", "hopes": "hope", "demands": "demand",
    "promises": "promise", "predicts": "prediction",
}  # fmt: skip
#: Mark -> kind of the statement, where it has no figure; the first counts.
KIND_OF = {
    "hope": "hope", "demand": "demand", "promise": "promise", "prediction": "prediction",
    "framing": "quotation", "opinion": "opinion",
}  # fmt: skip
TELLS_KIND = frozenset(KIND_OF)


def features_of(
    statement: Statement, tokens: Tokens, words: Lexicon, held: Holdings, flags: int
) -> dict[str, float]:
    """Return reason codes with their strength for one statement; `flags` are those of its words."""
    if statement.clause.relation == "denial":
        return {"vague": 1.0}
    begin, end, attribution = statement.begin, statement.end, statement.attribution
    (quantities, dates, entities), kinds = held, tokens.kinds
    inside = kinds[begin:end]
    found = marked(tokens, begin, end, words) if flags & JUDGES else {}
    if quantities or dates or "#" in inside:
        mark_figures(found, statement, tokens, words, held)
    opens = begin == tokens.spans[statement.sentence][0]
    if entities or ("N" in inside and _has_name(tokens, begin + opens, end, dates)):
        found["named"] = 1.0
    if flags & NEGATES:
        found["negated"] = 1.0
    if flags & PAST or (flags & MAY_BE_PAST and _is_past(tokens, begin, end)):
        found["past_event"] = 1.0
    mark_wanting(found, statement, tokens, words, flags)
    close = tokens.ends[end - 1]
    behind = tokens.text[close - 1 : close + 2]
    if ("?" in behind or "؟" in behind) and _is_asked(behind):
        found["question"] = 1.0
    if found.pop("unverified", None) and attribution is None:
        found["speech_act"] = 1.0  # "Meridian could not verify the account"
    first = tokens.flags[begin]
    if first & DEMANDS and (opens or kinds[begin - 1] == '"'):
        mark_address(found, tokens, begin, end, words)
    mark_outlook(found, statement, tokens, words)
    if first & SUPPOSES:
        found["condition"] = 1.0
    if "demand" in found and _is_advice(statement, tokens, words, quantities):
        found["demand"] = OUTRIGHT
    if attribution is not None:
        _mark_attributed(found, attribution, flags, end - begin, words)
    if attribution is not None or ("figure" in found and found.get("colour", 0) < 1):
        if "colour" in found:
            del found["colour"]
    elif _is_scene(statement, tokens, words, held):
        found["colour"] = 1.0
    return found


def _is_advice(
    statement: Statement, tokens: Tokens, words: Lexicon, quantities: tuple[Any, ...]
) -> bool:
    """Say whether somebody is cited that a thing should be done: "The state should pay 40 million";
    not "should have paid", nor "said that she knew it should be paid".

    Of what "must" be it depends on the figure: "Wages must rise by 8%" asks for it, "Spills must be
    reported within nine hours" tells a rule.
    """
    advising, begin = words.table("advising"), statement.begin
    if quantities and _is_by_how_much(quantities[0].start, tokens, words):
        advising = advising | words.table("obliging")
    if statement.attribution is None or statement.attribution.stance != "asserts":
        return False
    at = next((at for at in range(begin, statement.end) if tokens.words[at] in advising), -1)
    if at <= begin or not {"v", "s", "a"}.isdisjoint(tokens.kinds[begin:at]):
        return False
    return not words.has_any("modal_past", tokens.words[at + 1 : at + 3])


def _is_by_how_much(start: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether the figure at a place tells how much something changes: "by 8%"."""
    at = bisect_left(tokens.starts, start)
    return words.has("agent_marks", tokens.words[at - 1])


def _is_asked(behind: str) -> bool:
    """Say whether a question mark ends a statement; given its last letter and the two behind."""
    return "?" in behind[:2] or (behind[2:] == "?" and behind[1].isspace()) or "؟" in behind[:2]


def _has_name(tokens: Tokens, begin: int, end: int, dates: tuple[Any, ...]) -> bool:
    """Say whether a name stands among the tokens; that of a month or a day is none."""
    at = tokens.kinds.find("N", begin, end)
    while dates and at >= 0:
        if not any(item.start <= tokens.starts[at] < item.end for item in dates):
            break
        at = tokens.kinds.find("N", at + 1, end)
    return at >= 0


def _is_scene(statement: Statement, tokens: Tokens, words: Lexicon, held: Holdings) -> bool:
    """Say whether the article shows a person doing something now: "she takes off her glasses"."""
    verb, (_, dates, entities) = statement.begin, held
    if dates:
        return False
    while verb < statement.end and tokens.kinds[verb] not in "va":
        verb += 1
    if verb == statement.end or tokens.kinds[verb] != "v":
        return False
    if not tokens.words[verb].endswith(tuple(words.table("third_person_endings"))):
        return False
    shared = statement.clause.subject or (statement.begin, statement.begin)
    subject = [*range(*shared), *range(statement.begin, verb)]
    if any(
        words.has(table, tokens.words[index])
        for index in subject
        for table in ("pronouns.masculine", "pronouns.feminine")
    ):
        return True
    places = {tokens.starts[index] for index in subject}
    return any(item.kind == "person" and item.start in places for item in entities)


def _is_past(tokens: Tokens, begin: int, end: int) -> bool:
    """Say whether a verb is past by its form, or by "have" before a participle."""
    kinds = tokens.kinds
    for index, bits in enumerate(tokens.flags[begin:end], begin):
        if bits & ENDS_IN_ED and kinds[index] in "vg":
            return True
        if bits & IRREGULAR and kinds[index] == "v" and kinds[index - 1] != "a":
            return True
        if bits & PERFECT and "g" in kinds[index + 1 : index + 5]:
            return True
    return False


def _mark_attributed(
    found: dict[str, float], attribution: Attribution, flags: int, size: int, words: Lexicon
) -> None:
    """Add the marks that its source leaves on a statement."""
    if attribution.source is not None or attribution.cue is not None:
        found["attributed"] = 1.0
    mark = STANCE_MARKS.get(attribution.stance)
    if mark is not None:
        found[mark] = 1.0
        if mark == "prediction" and "figure" in found:
            found["foretold"] = 1.0
    elif attribution.stance == "questions" and attribution.pattern != "label":
        found["question"] = 1.0
    judged = attribution.object_frame and "figure" not in found
    if judged and words.has("judging_verbs", attribution.lemma):
        found["attitude"] = 1.0  # "attacked Orr for his work": how somebody stands to another
        if size < SHORT:
            found["short"] = 1.0
    if flags & FIRST_PERSON:
        found["first_person"] = 1.0


def kind_of(features: dict[str, float], stance: str) -> str:
    """Return the kind (a key of records.KINDS) that the marks add up to."""
    if stance in NEGATIVE or "denial" in features:
        return "denial"
    if "figure" in features:
        return "quantity"
    if not TELLS_KIND.isdisjoint(features):
        return next(kind for code, kind in KIND_OF.items() if code in features)
    return "event" if "past_event" in features else "state"
