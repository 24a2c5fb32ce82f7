"""What is said of the future: foretold, promised, ruled out - or of the past after all."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.flags import FIRST_PERSON, JUDGES, OPENS
from ..tagging.tokens import Tokens
from .judgements import marked

TELLING = 8  # tokens of "told by Ms Holm on Monday" before "that"
NEAR = 5  # tokens from a modal to what it denies


def mark_outlook(
    found: dict[str, float], statement: Statement, tokens: Tokens, words: Lexicon
) -> None:
    """Mend the marks of what is still to come, and add those of figures that nobody has counted."""
    if "promise" in found and _recalls_promise(statement, tokens, words):
        del found["promise"]
        found.pop("prediction", None)
    if "prediction" in found:
        _mark_future(found, statement, tokens, words)
    if "figure" not in found:
        return
    if "prediction" in found or "hedged" in found:
        _mark_foretold(found, statement, tokens, words)
    host = statement.clause.host
    if host is not None and _hangs_on_future(host, statement.begin, tokens, words):
        found["foretold"] = found["prediction"] = 1.0


def _mark_future(
    found: dict[str, float], statement: Statement, tokens: Tokens, words: Lexicon
) -> None:
    """Mend the marks of a statement that holds a word of the future."""
    is_passive = bool(words.table("becoming")) and _is_passive(statement, tokens, words)
    inside = tokens.words[statement.begin : statement.end]
    if is_passive or _is_also_now(statement, tokens, words) or _is_purpose(inside, words):
        del found["prediction"]
    elif _looks_back(inside, words):
        del found["prediction"]
        found["hedged"] = 1.0
    elif _is_told(statement, tokens, words):
        del found["prediction"]
    elif not _is_speech(statement) and _is_ruled_out(statement, tokens, words):
        found["ruled_out"] = 1.0
    elif _is_own_future(statement, tokens, words):
        found["own_future"] = 1.0


def _mark_foretold(
    found: dict[str, float], statement: Statement, tokens: Tokens, words: Lexicon
) -> None:
    """Mark a figure that nobody has counted yet: "rents could rise by 9% next year".

    Not what was told of the past ("could not be found for 40 minutes", "may have cost 9 million").
    """
    end, past = statement.end, words.table("modal_past")
    inside = tokens.words[statement.begin : end]
    if words.has_any("foreseeing", inside) or _is_planned(inside, words):
        found["foretold"] = 1.0
        if not words.has_any("judgement.past", inside):
            found.pop("past_event", None)  # "expected" is not what happened
        return
    for at in range(statement.begin, end):
        if tokens.kinds[at] != "a" or not words.has("foretelling", tokens.words[at]):
            continue
        behind = tokens.words[at + 1 : min(end, at + 3)]
        if words.has_any("negations", behind) or not past.isdisjoint(behind):
            continue
        if not _is_purpose(tokens.words[statement.begin : at + 1], words):
            found["foretold"] = 1.0
        return


def _is_planned(inside: list[str], words: Lexicon) -> bool:
    """Say whether two words stand together that tell a plan: "are set to", "aims to"."""
    plans, openers = words.table("judgement.prediction"), words.table("infinitive_marks")
    return any(
        inside[at] in openers and f"{inside[at - 1]} {inside[at]}" in plans
        for at in range(1, len(inside))
    )


def _recalls_promise(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a speaker recalls a promise: "She promised us that the mill would stay"."""
    if not _is_speech(statement):
        return False
    for index in range(statement.begin, min(statement.end, statement.begin + NEAR)):
        cue = words.cues.get(tokens.words[index])
        if cue is not None and cue.stance == "promises":
            return cue.is_past and tokens.kinds[index] == "v"
    return False


def _hangs_on_future(host: int, begin: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a figure is added to what is yet to come: "It plans to shut two mills, | with the
    loss of 90 jobs"; host, begin: first tokens of the two."""
    if host >= begin or not tokens.flags_in(host, begin) & JUDGES:
        return False
    if words.has_any("modal_past", tokens.words[host:begin]):
        return False  # "It may have shut two mills"
    return "prediction" in marked(tokens, host, begin, words)


def _is_also_now(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether the future only goes on with what is or was: "It never leaked and never will".

    Also "I did not, do not and will not take it": the verb is that of both.
    """
    begin, end, kinds = statement.begin, statement.end, tokens.kinds
    modals = words.table("modals")
    first = next((at for at in range(begin, end) if tokens.words[at] in modals), None)
    if first is None:
        return False
    before = kinds[begin:first].rstrip("r,").removesuffix("x")  # "and it never will"
    if not before.endswith("c"):
        return False
    before = before[:-1].rstrip("r,")
    if before.endswith("a"):
        return True
    return not {"v", "a"}.isdisjoint(before) and not kinds[first + 1 : end].strip('arv,."')


def _is_purpose(inside: list[str], words: Lexicon) -> bool:
    """Say whether what would be is only what a deed was for: "did X so that nobody would Y"."""
    modals, purpose = words.table("modals"), words.table("purpose")
    if purpose.isdisjoint(inside):
        return False  # as most
    for at in range(1, len(inside) - 1):
        if inside[at] in modals:
            return False
        if inside[at] in purpose and words.has("openers", inside[at + 1]):
            return True
    return False


def _is_passive(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a word of the future only makes a passive: "konnte nicht gefunden werden".

    German has one word for both; behind "wird" it is a participle that tells, not an infinitive.
    """
    inside = [word for word in tokens.words[statement.begin : statement.end] if word.isalpha()]
    becoming = words.table("becoming")
    if any(word in words.table("judgement.prediction") - becoming for word in inside):
        return False
    last = inside[-1] if inside else ""
    if last == "werden":
        return not words.has_any("future", [word for word in inside if word != "werden"])
    return last.startswith("ge") or last.endswith("t")


def _looks_back(inside: list[str], words: Lexicon) -> bool:
    """Say whether every modal is one of the past: "may have forgotten", "would have been sold"."""
    modals, past = words.table("modals"), words.table("modal_past")
    marks = [at for at, word in enumerate(inside) if word in modals]
    return bool(marks) and not any(past.isdisjoint(inside[at + 1 : at + 3]) for at in marks)


def _is_told(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether the future stands in what somebody was told: "was advised that C would"."""
    first, end, kinds = statement.begin + 2, statement.end, tokens.kinds
    at = kinds.find("s", first, end)
    while at >= 0 and not tokens.flags[at] & OPENS:
        at = kinds.find("s", at + 1, end)
    if at < 0 or words.has_any("modals", tokens.words[first : at + 1]):
        return False
    group = range(max(statement.begin, at - TELLING), at)
    return any(_is_passive_telling(index, tokens, words) for index in group)


def _is_passive_telling(index: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether "was told" or "had been warned" ends with a token."""
    cue = words.cues.get(tokens.words[index])
    return (
        cue is not None
        and tokens.kinds[index] in "gv"
        and cue.stance not in ("predicts", "hopes")
        and words.has("passive_auxiliaries", tokens.words[index - 1])
    )


def _is_ruled_out(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether the future is denied itself: "there will be no weapons", "it will not".

    A promise that something will never happen can be held against what happens.
    """
    modals = words.words.get("future", frozenset())
    negations = words.words.get("negations", frozenset())
    for index in range(statement.begin, statement.end):
        if tokens.words[index] in modals:
            near = tokens.words[max(statement.begin, index - 3) : index + NEAR]
            if any(word in negations for word in near):
                return True
    return False


def _is_speech(statement: Statement) -> bool:
    """Say whether a statement is part of a speech or a transcript: nothing says who says it."""
    return statement.attribution is not None and statement.attribution.cue is None


def _is_own_future(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody tells what they will do: a promise, whatever figures are in it.

    In a speech whatever "will" be is; in what is cited, what "we" will.
    """
    if statement.attribution is None:
        return False
    begin, future = statement.begin, words.table("future")
    for index in range(begin, statement.end):
        if tokens.words[index] in future:
            own = tokens.flags_in(begin, index) & FIRST_PERSON
            return bool(own) or _is_speech(statement)
    return False
