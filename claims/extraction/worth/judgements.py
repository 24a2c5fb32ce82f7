"""Words of judgement in a statement, and what they mean where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..lexicon import Lexicon, lexicon
from ..tagging.flags import JUDGES, PAST, telling_place
from ..tagging.tokens import Tokens

FRAME = 9  # words of a superlative and of the time it is measured over, and of "what" and its verb
GREETS = 3  # words at the start of a statement among which one that greets stands

#: Judgement table -> reason code, for tables that need no more than the word being there.
PLAIN = {
    "hope": "hope", "demand": "demand", "prediction": "prediction", "promise": "promise",
    "hedge": "hedged", "opinion": "opinion", "comparison": "comparison", "absolute": "absolute",
    "cause": "cause", "harm": "harm", "law": "law", "colour": "colour", "greeting": "greeting",
    "speech_act": "speech_act", "left_open": "vague", "attitude": "attitude", "framing": "framing",
    "unverified": "unverified",
}  # fmt: skip
WORN = 5  # tokens of "wearing a protective face mask"
#: Reasons that a word may have or not, as the words beside it tell.
DOUBTFUL = frozenset(["promise", "demand", "colour", "opinion", "greeting"])


@dataclass(frozen=True, slots=True)
class Marks:
    """Judgement tables of a language, ready for look-up word by word.

    single: word -> codes; phrases: telling word -> (its place in the phrase, the phrase, code).
    """

    single: dict[str, tuple[str, ...]]
    phrases: dict[str, list[tuple[int, list[str], str]]]


@cache
def _marks(code: str) -> Marks:
    words = lexicon(code)
    single: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, list[tuple[int, list[str], str]]] = {}
    for table, reason in PLAIN.items():
        for phrase in map(str.split, words.table(f"judgement.{table}")):
            if len(phrase) > 1:
                place = telling_place(words, phrase)
                phrases.setdefault(phrase[place], []).append((place, phrase, reason))
            else:
                single[phrase[0]] = (*single.get(phrase[0], ()), reason)
    return Marks(single, phrases)


def marked(tokens: Tokens, begin: int, end: int, lexicon: Lexicon) -> dict[str, float]:
    """Codes of the judgement words among the tokens; two words weigh more than one."""
    marks = _marks(lexicon.code)
    hits: dict[str, float] = {}
    words = tokens.words
    for index, bits in enumerate(tokens.flags[begin:end], begin):
        if not bits & JUDGES:
            continue
        word = words[index]
        single = marks.single.get(word, ())
        if "prediction" in single and index > begin and tokens.text[tokens.starts[index]].isupper():
            continue  # "in May"
        for reason in single:
            if reason in DOUBTFUL:
                reason = _meant(reason, index, tokens, begin, end, lexicon)
            if reason is not None:
                hits[reason] = 1.0 if reason in hits else 0.8
        for place, phrase, reason in marks.phrases.get(word, ()):
            first = index - place
            if first < begin or words[first : first + len(phrase)] != phrase:
                continue
            if reason != "framing" or _frames(first, tokens, begin, end, lexicon):
                hits[reason] = 1.0 if reason in hits else 0.8
    return hits


def _frames(index: int, tokens: Tokens, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether words that may frame do: "Among the gifts is the patience", but not "crime among
    the young is", "Among the dead was the mayor"."""
    if not lexicon.has("opening_frames", tokens.words[index]):
        return True
    return index == begin and not tokens.flags_in(begin, end) & PAST


def _meant(
    reason: str, index: int, tokens: Tokens, begin: int, end: int, lexicon: Lexicon
) -> str | None:
    """What a word of a doubtful reason means where it stands; None for nothing."""
    words = tokens.words
    if reason == "promise":
        return None if index > begin and _is_told(index, tokens, lexicon) else reason
    if reason == "demand":
        # "thinner than they should have been", "it should never have opened"
        than = index > begin + 1 and lexicon.has("comparison_marks", words[index - 2])
        past = lexicon.has_any("modal_past", words[index + 1 : index + 3])
        return None if than or past or _is_yardstick(index, tokens, begin, lexicon) else reason
    if reason == "greeting":
        # "The cut was small, but welcome", "It reopened thanks to a gift"
        caused = lexicon.has("judgement.cause", " ".join(words[index : index + 2]))
        return None if caused or index >= begin + GREETS else reason
    if reason == "colour":
        # Those that are held.
        held = words[index] == "talks" and tokens.kinds[index] in "nN"
        told = lexicon.has("no_colours", " ".join(words[index : index + 2]))
        # "was wearing a seat belt"
        told = told or lexicon.has_any("safety_gear", words[index + 1 : min(end, index + WORN)])
        return None if held or told else reason
    around = words[index : index + 2], words[index - 1 : index + 1]
    if any(lexicon.has("no_judgements", " ".join(pair)) for pair in around):
        return None  # "my right hon. Friend", "was put right in May"
    if tokens.kinds[index] == "N" or _is_fact(index, tokens, begin, end, lexicon):
        return None  # "Great Yarmouth"
    record = _is_record(words, index, min(end, index + FRAME), lexicon)
    return "comparison" if record else reason


def _is_yardstick(index: int, tokens: Tokens, begin: int, lexicon: Lexicon) -> bool:
    """Say whether what should be only measures a fact: "fell below what a firm should pay"."""
    kinds, first = tokens.kinds, max(begin, index - FRAME)
    asks = next((at for at in range(index - 1, first, -1) if kinds[at] in "s,;:"), first)
    if not lexicon.has("question_words", tokens.words[asks]):
        return False
    return not {"v", "a"}.isdisjoint(kinds[max(begin, asks - FRAME) : asks])


def _is_fact(index: int, tokens: Tokens, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a word that judges only tells how it was: "was given the wrong drug", "spelt it
    wrong", "is thought to have left"."""
    words, kinds = tokens.words, tokens.kinds
    word, before = words[index], words[index - 1] if index > begin else ""
    if lexicon.has("erring", word):
        if kinds[index - 1] == "d" and index + 1 < end and kinds[index + 1] == "n":
            copula = index - 2 >= begin and kinds[index - 2] in "ar"
            return not copula and not lexicon.has("judged_things", words[index + 1])
        spelt = index + 1 == end and index - 1 > begin and kinds[index - 1] == "n"
        return spelt and "a" not in kinds[begin:index]
    follows = words[index + 1 : index + 2]
    told = lexicon.has("passive_auxiliaries", before) and lexicon.has("thinking", word)
    return told and lexicon.has_any("infinitive_marks", follows)


def _is_told(index: int, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Say whether a promise is told as one that was made, or not: "had been promised", "I never
    promised it"."""
    words, kinds = tokens.words, tokens.kinds
    before = words[index - 1]
    if kinds[index] in "nN" and (
        kinds[index - 1] == "d" or kinds[index + 1 : index + 2] in ("a", "v")
    ):
        return True  # "breaking a pledge", "that promise had been kept"
    if kinds[index] in "gv" and kinds[index - 1] == "d" and kinds[index + 1 : index + 2] == "n":
        return True  # "the promised clinic was never built"
    if lexicon.has("such", before):
        return True  # "made no such promise"
    if lexicon.has("negations", before):
        past = words[index] not in lexicon.bases
        return past or lexicon.has("judgement.past", words[index - 2])
    if lexicon.has_any("negations", words[index + 1 : index + 2]):
        return words[index] not in lexicon.bases  # "promised no such thing"
    return lexicon.has("judgement.past", before) or lexicon.has("passive_auxiliaries", before)


def _is_record(words: list[str], index: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a superlative stands at a token and is measured: "the worst in a decade".

    Also one of two words: "le plus mauvais chiffre depuis 2012".
    """
    marked = index and lexicon.has("superlative_marks", words[index - 1])
    if not marked and not lexicon.has("superlatives", words[index]):
        return False
    return any(lexicon.has("record_spans", word) for word in words[index:end])
