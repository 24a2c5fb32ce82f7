"""Sentences that only say who said what stands before: "Das teilte die Polizei am Montag mit."."""

from __future__ import annotations

from ..tagging.tokens import Tokens
from . import Attribution, Span
from .between import past_day
from .phrases import phrase_before
from .phrases_behind import phrase_after
from .site_reader import SiteReader
from .view import View

PATTERN = "pointing"
LONGEST = 24  # tokens of such a sentence
NAME = 2  # tokens of a subject in front of the verb, at least
CUE_REACH = 6  # tokens from its beginning to the verb


def point_back(reader: SiteReader, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions, with one for each sentence whose speaker the next one names."""
    openers = reader.words.first_words("back_reports")
    if not openers:
        return found
    tokens = reader.tokens
    spoken = {item.sentence for item in found}
    made: dict[int, Attribution] = {}
    for number in range(1, len(tokens.spans)):
        first, last = tokens.spans[number]
        if first < last and tokens.words[first] in openers and last - first <= LONGEST:
            item = _pointing(reader, number, first, last)
            if item is not None and number - 1 not in spoken:
                made[number] = item
    for item in found:
        if item.pattern == "according" and not made.get(item.sentence):
            _point_by_phrase(reader, item, spoken)
    if not made:
        return found
    kept = [item for item in found if item.sentence not in made]
    return sorted([*kept, *made.values()], key=lambda item: item.sentence)


def _point_by_phrase(reader: SiteReader, item: Attribution, spoken: set[int]) -> None:
    """Let "That is said in a report by S" cite the sentence before."""
    tokens, number = reader.tokens, item.sentence
    said = tokens.text[slice(*item.contents[0])].lower().split()
    if " ".join(said) not in reader.words.table("back_reports"):
        return
    item.pattern = PATTERN
    before = reader.view.content(*tokens.spans[number - 1]) if number else None
    item.contents = [before] if before and number - 1 not in spoken else []


def _pointing(reader: SiteReader, number: int, first: int, last: int) -> Attribution | None:
    view, tokens, words = reader.view, reader.tokens, reader.words
    begin = tokens.past_phrase(first, last, words.table("back_reports"))
    if begin is None:
        return None
    reach = CUE_REACH if tokens.verbs_known else LONGEST
    for at in range(begin, min(last, begin + reach)):
        # An article may stand for "that": its verb then looks like a noun.
        cue = words.cues.get(tokens.words[at])
        if cue is not None and "c" in cue.frames and cue.strong:
            break
    else:
        return None
    end = at + 1
    if any(_opens(view, index) for index in range(end, last)):
        return None  # "Das sagte S, dass C": what is said follows
    start = past_day(reader.view, end, last)
    ahead = _subject_ahead(reader, begin, at)
    if view.is_word("impersonal_forms", at) and view.is_word("body_marks", start):
        ahead = phrase_after(tokens, start + 1, last, words)  # "Об этом говорится в отчёте"
    elif view.kinds[start : start + 1] == "p":
        told = phrase_after(tokens, start + 1, last, words)  # "confirmó a este diario una portavoz"
        start = _split(tokens, told, start)
    source = ahead or phrase_after(tokens, start, last, words)
    before = tokens.spans[number - 1]
    same_paragraph = "\n" not in tokens.text[tokens.ends[before[1] - 1] : tokens.starts[first]]
    if source is None or before[0] >= before[1] or not same_paragraph:
        return None
    behind = view.kinds[max(source[1], end) : last]
    if ahead is None and "v" in behind and not behind.startswith(","):
        return None
    content = view.content(*before)
    return content and Attribution(
        tokens.slice(at, end), tokens.slice(*source), [content], cue.lemma, cue.stance,
        number, PATTERN, gender=cue.gender,
    )  # fmt: skip


def _subject_ahead(reader: SiteReader, begin: int, verb: int) -> Span | None:
    """Who speaks in front of the verb: "Про це начальник адміністрації S написав у Телеграмі"."""
    if reader.tokens.verbs_known or verb - begin < NAME:
        return None
    source = phrase_before(reader.tokens, verb, begin, reader.words)
    named = source is not None and "N" in reader.view.kinds[slice(*source)]
    return source if named and source is not None and source[0] == begin else None


def _opens(view: View, index: int) -> bool:
    """Say whether a "that" stands at a token, which is no "who": "una portavoz, que"."""
    described = view.is_word("describing_openers", index)
    return view.is_word("openers", index) and not (described and view.kinds[index - 1] == ",")


def _split(tokens: Tokens, told: Span | None, start: int) -> int:
    """Token of the article that opens a second noun phrase in a row; `start` without one."""
    if told is None:
        return start
    second = tokens.kinds.find("d", told[0] + 1, told[1])
    return second if second > 0 else told[1]
