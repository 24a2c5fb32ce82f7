"""Measures of claim extraction against annotated articles.

A found claim counts as right if the words it covers overlap those of a gold claim, or of one of
its alternatives, with a Jaccard index of at least .5; each matches once, and as many as possible.

P, R, F1     precision, recall and F1 of the claims
cwP, cwR     the same for claims scored .5 or more and gold claims that are check-worthy
AP           average precision of the sentences, ranked by the best score of a claim that touches
             them; relevant is a sentence with a check-worthy claim; equal scores are one step
speaker      share of matched claims with the right speaker; `attributed`: of those that are not in
             the article's own voice; `surname`: a person's surname is enough
stance       share of matched claims with the right class: asserts, denies or disputes, other
denials      share of matched denials that are recognised
quotation    share with the right one of direct, indirect, mixed, none
q-recall     share of the gold values of matched claims that were found
q-precision  share of the found values that the sentence holds; signs, and percent or share, are
             free, and what follows from a pair (difference, ratio) is left out
offsets      share of given spans that lie in the text and give the text they claim to give
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

JACCARD = 0.5
CHECK_WORTHY = 0.5

DENIALS = re.compile(r"(?:den(?:y|ie)|disput|reject|refut|dismiss|contradict|rebut|disavow)")
# fmt: off
ASSERTIONS = frozenset((
    "accuse", "acknowledge", "add", "admit", "affirm", "announce", "argue", "assert", "blame",
    "boast", "call", "claim", "clarify", "complain", "concede", "confirm", "consider", "declare",
    "describe", "detail", "exclaim", "explain", "find", "frame", "indicate", "insist", "link",
    "list", "maintain", "note", "present", "portray", "recall", "report", "reveal", "say", "show",
    "state", "suggest", "support", "tell", "write", "neutral", "none",
))
IRREGULAR = {"said": "say", "told": "tell", "found": "find", "wrote": "write", "shown": "show"}
TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "dame",
    "president", "premier", "minister", "senator", "sen", "rep", "gov", "governor", "secretary",
    "ambassador", "chancellor", "judge", "justice", "gen", "general", "col", "the",
))
OWN_VOICE = frozenset(("", "author", "narrator", "article", "writer", "reporter", "newsroom"))
SMALL_WORDS = frozenset((
    "the", "a", "an", "of", "for", "in", "on", "at", "and", "to", "by", "s", "its", "his", "her",
    "their",
))
DATES = frozenset((
    "date", "year", "month", "day", "time", "duration", "period", "datetime", "date_range",
))
# fmt: on


@dataclass(slots=True)
class Tally:
    """Counts of one or more texts; `rates` turns them into measures."""

    counts: Counter[str] = field(default_factory=Counter)
    ranking: list[tuple[float, bool]] = field(default_factory=list)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.counts + other.counts, self.ranking + other.ranking)

    def rates(self) -> dict[str, float | None]:
        """Measures by name, from 0 to 1; None where nothing could be measured."""
        n = self.counts
        precision, recall = share(n["matched"], n["found"]), share(n["matched"], n["gold"])
        both = (precision or 0.0) + (recall or 0.0)
        return {
            "P": precision,
            "R": recall,
            "F1": 2 * (precision or 0.0) * (recall or 0.0) / both if both else 0.0,
            "cwP": share(n["worthy_matched"], n["worthy_found"]),
            "cwR": share(n["worthy_matched"], n["worthy_gold"]),
            "AP": average_precision(self.ranking),
            "speaker": share(n["speaker"], n["matched"]),
            "attributed": share(n["attributed_right"], n["attributed"]),
            "surname": share(n["surname"], n["matched"]),
            "stance": share(n["stance"], n["matched"]),
            "denials": share(n["denials_right"], n["denials"]),
            "quotation": share(n["quotation"], n["matched"]),
            "q-recall": share(n["values_found"], n["values"]),
            "q-precision": share(n["values_right"], n["values_given"]),
            "offsets": share(n["spans_valid"], n["spans"]),
        }


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def average_precision(ranking: list[tuple[float, bool]]) -> float | None:
    """Mean precision at the rank of each relevant item; equal scores share one rank."""
    relevant = sum(flag for _, flag in ranking)
    by_score: dict[float, list[bool]] = {}
    for score, flag in ranking:
        by_score.setdefault(score, []).append(flag)
    total = hits = seen = 0.0
    for score in sorted(by_score, reverse=True):
        hits += sum(by_score[score])
        seen += len(by_score[score])
        total += sum(by_score[score]) * hits / seen
    return total / relevant if relevant else None


# --- which found claim answers which gold claim ----------------------------------------------
def matches(gold: dict, text: str, found: list[dict]) -> dict[int, int]:
    """Index of the found claim for each gold claim that has one: a maximum matching."""
    words = [match.start() for match in re.finditer(r"\w+", text)]

    def covered(span: tuple[int, int]) -> frozenset[int]:
        return frozenset(place for place in words if span[0] <= place < span[1])

    usable: dict[tuple[int, int], int] = {}
    for index, claim in enumerate(found):
        if is_valid(claim, text):
            usable.setdefault((claim["start"], claim["end"]), index)
    covers = {index: covered(span) for span, index in usable.items()}
    likeness: list[tuple[float, int, int, int]] = []
    for number, claim in enumerate(gold["claims"]):
        spans = [claim, *claim.get("alternative_spans", [])]
        choices = [covered((span["start"], span["end"])) for span in spans]
        for index, mine in covers.items():
            best, order = max(
                (len(mine & other) / (len(mine | other) or 1), -order)
                for order, other in enumerate(choices)
            )
            if best >= JACCARD:
                likeness.append((-best, -order, number, index))
    return paired(sorted(likeness))


def paired(likeness: list[tuple[float, int, int, int]]) -> dict[int, int]:
    """Closest pairs first, then as many more as rearranging allows (Kuhn's algorithm)."""
    options: dict[int, list[int]] = {}
    chosen: dict[int, int] = {}
    owner: dict[int, int] = {}
    for _, _, number, index in likeness:
        options.setdefault(number, []).append(index)
        if number not in chosen and index not in owner:
            chosen[number], owner[index] = index, number

    def place(number: int, tried: set[int]) -> bool:
        for index in options[number]:
            if index not in tried:
                tried.add(index)
                if index not in owner or place(owner[index], tried):
                    chosen[number], owner[index] = index, number
                    return True
        return False

    for number in options:
        if number not in chosen:
            place(number, set())
    return dict(sorted(chosen.items()))


def is_valid(span: dict, text: str) -> bool:
    start, end = span.get("start"), span.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        return False
    return bool(text[start:end].strip()) and span.get("text") in (None, text[start:end])


# --- fields ----------------------------------------------------------------------------------
def bare_words(name: str | None) -> list[str]:
    return re.findall(r"\w+", re.sub(r"['’]s\b", "", (name or "").casefold()))


def plain_name(name: str | None) -> str:
    """Name in lower case without leading titles and article."""
    words = bare_words(name)
    while words and words[0] in TITLES:
        words.pop(0)
    return " ".join(words)


def speaker_is_right(gold: dict, name: str | None, *, surname: bool = False) -> bool:
    """Whether a name means the gold speaker; groups need half of the words of the longer name."""
    canonical = gold["canonical"]
    names = [canonical, *(gold.get("aliases") or [])]
    plain = plain_name(name)
    if plain in OWN_VOICE or plain in {plain_name(item) for item in names}:
        return plain not in OWN_VOICE or plain_name(canonical) in OWN_VOICE
    kind = gold.get("kind") or ("person" if canonical.istitle() else "group")
    if kind == "group":
        mine = set(bare_words(name)) - SMALL_WORDS
        for item in names:
            theirs = set(bare_words(item)) - SMALL_WORDS
            shared = len(mine & theirs)
            if shared and 2 * shared >= max(len(mine), len(theirs)):
                return True
    return surname and kind == "person" and plain.split()[-1:] == plain_name(canonical).split()[-1:]


def stance_class(stance: str | None) -> str | None:
    """asserts, denies or other; None without a stance."""
    word = (stance or "").strip().casefold()
    if not word:
        return None
    if DENIALS.match(word):
        return "denies"
    word = IRREGULAR.get(word, word).removesuffix(" to")
    stems = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed")}
    stems |= {word.removesuffix("d"), re.sub(r"ie[sd]$", "y", word)}
    return "asserts" if stems & ASSERTIONS or word in ("points", "pointed") else "other"


def numbers(value: Any) -> Iterator[float]:
    """Numbers in a value: a number, a numeral, or a list or mapping of such."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from numbers(item)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield float(value)
    elif isinstance(value, str) and re.fullmatch(r"-?[\d,]*\.?\d+", value):
        yield float(value.replace(",", ""))


def near(left: float, right: float) -> bool:
    return abs(abs(left) - abs(right)) <= 0.005 * max(abs(left), abs(right), 1e-9)


def means(quantity: dict, value: float) -> bool:
    """Whether a found value is one of a gold quantity's."""
    unit = (quantity.get("unit") or "").casefold()
    for gold in numbers(quantity.get("value")):
        if near(gold, value) or (unit in ("percent", "%") and near(gold, value * 100)):
            return True
        if unit in ("", "share") and abs(gold) <= 1 and near(gold * 100, value):
            return True
    return False


def follows(quantity: dict, value: float) -> bool:
    """Whether a value can be computed from a gold pair: difference, sum, middle, ratio."""
    pair = list(numbers(quantity.get("value")))
    if len(pair) != 2:
        return False
    first, last = pair
    results = [last - first, last + first, (first + last) / 2]
    if first:
        results += [last / first, (last - first) / first, 100 * (last - first) / first]
    return any(near(result, value) for result in [*results, *([first / last] if last else [])])


def values_of(claim: dict, dates: list[dict]) -> list[float]:
    """Numbers of a found claim's quantities, without dates and what overlaps a gold date."""
    values: list[float] = []
    for quantity in claim.get("quantities") or []:
        kinds = {str(quantity.get(key) or "").casefold() for key in ("kind", "type")}
        if kinds & DATES or str(quantity.get("unit") or "").casefold() in DATES - {"time"}:
            continue
        if any(
            quantity["start"] < date["end"] and date["start"] < quantity["end"] for date in dates
        ):
            continue
        own = list(numbers(quantity.get("value")))
        for key in ("from", "to", "values", "low", "high"):
            own += [value for value in numbers(quantity.get(key)) if value not in own]
        values += own
    return values


# --- scores ----------------------------------------------------------------------------------
def tally(gold: dict, text: str, found: list[dict]) -> tuple[Tally, dict[int, int]]:
    """Counts for one text, and which found claim answers which gold claim."""
    pairs = matches(gold, text, found)
    n: Counter[str] = Counter(gold=len(gold["claims"]), found=len(found), matched=len(pairs))
    worthy = {
        index for index, claim in enumerate(found) if (claim.get("score") or 0.0) >= CHECK_WORTHY
    }
    n["worthy_found"] = len(worthy)
    n["worthy_gold"] = sum(claim["check_worthy"] for claim in gold["claims"])
    n["worthy_matched"] = sum(
        index in worthy and gold["claims"][number]["check_worthy"]
        for number, index in pairs.items()
    )
    for number, index in pairs.items():
        n += field_counts(gold["claims"][number], found[index])
        n += value_counts(gold, gold["claims"][number], found[index])
    spans = [span for claim in found for span in (claim, *(claim.get("quantities") or []))]
    n["spans"], n["spans_valid"] = len(spans), sum(is_valid(span, text) for span in spans)
    ranking = []
    for sentence in gold["sentences"]:
        scores = [
            claim.get("score") or 0.0
            for claim in found
            if is_valid(claim, text)
            and claim["start"] < sentence["end"]
            and sentence["start"] < claim["end"]
        ]
        ranking.append((max(scores, default=float("-inf")), sentence["has_check_worthy"]))
    return Tally(n, ranking), pairs


def field_counts(gold: dict, found: dict) -> Counter[str]:
    right = speaker_is_right(gold["speaker"], found.get("speaker"))
    attributed = plain_name(gold["speaker"]["canonical"]) not in OWN_VOICE
    wanted, given = stance_class(gold["stance"]), stance_class(found.get("stance"))
    return Counter(
        speaker=right,
        surname=speaker_is_right(gold["speaker"], found.get("speaker"), surname=True),
        attributed=attributed,
        attributed_right=attributed and right,
        stance=wanted == given,
        denials=wanted == "denies",
        denials_right=wanted == "denies" == given,
        quotation=(found.get("quotation") or "none") == gold["quotation"],
    )


def value_counts(gold: dict, claim: dict, found: dict) -> Counter[str]:
    same = [
        other
        for other in gold["claims"]
        if other["sentence"]["index"] == claim["sentence"]["index"]
    ]
    known = [quantity for other in same for quantity in other["quantities"]]
    given = values_of(found, [date for other in same for date in other["dates"]])
    n: Counter[str] = Counter()
    for quantity in claim["quantities"]:
        if quantity.get("optional"):
            continue
        for value in numbers(quantity.get("value")):
            n["values"] += 1
            n["values_found"] += any(means(quantity | {"value": value}, own) for own in given)
    for value in given:
        hits = [quantity for quantity in known if means(quantity, value)]
        right = any(not quantity.get("optional") for quantity in hits)
        if right or not (hits or any(follows(quantity, value) for quantity in known)):
            n["values_given"] += 1
            n["values_right"] += right
    return n
