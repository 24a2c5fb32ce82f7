"""Frames and verdicts that deny the rest of a sentence: "It is a lie that C", "C is untrue"."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Span
from .denial_words import SCORN, ends_in_denial, find_denial

FRAME = 14  # tokens of "it would be quite wrong to say that"
NAMED = 6  # tokens in which the noun stands that names a statement ("those reports")
LEAST = 3  # tokens of a statement that is denied


def after_frame(tokens: Tokens, begin: int, end: int, words: Lexicon) -> Span | None:
    """C in "it is a lie that C", "there is no truth in reports that C"."""
    said = tokens.words
    # A language without articles, or without a word for "they", says as much in fewer words.
    least = LEAST if tokens.verbs_known else 1
    for at in range(begin + 1 + tokens.verbs_known, min(end - least, begin + FRAME)):
        if tokens.kinds[at] == "," and words.has("openers", said[at + 1]):
            continue  # "Это неправда, что C"
        if tokens.kinds[at] in ",;:":
            return None
        if words.has("openers", said[at]):
            if tokens.kinds[at - 1] == "c":
                return None  # "the report was false and that C": asserted
            frame = said[begin:at]
            phrase = find_denial(frame, words)
            if phrase is None or not _is_verdict(phrase, frame, words):
                return None
            return at + 1, end
        if _suggests(tokens, begin, at, end, words):
            return at, end
    return None


def _suggests(tokens: Tokens, begin: int, at: int, end: int, words: Lexicon) -> bool:
    """Say whether "nonsense to suggest" stands before a token, and a clause without "that"."""
    said = tokens.words
    if not words.has("stating_verbs", said[at - 1]) or tokens.kinds[at] not in "xdnN#":
        return False
    told = at - 2 > begin and words.has("infinitive_marks", said[at - 2])
    phrase = find_denial(said[begin:at], words) if told else None
    return phrase is not None and tokens.has_verb(at, end, words)


def _is_verdict(phrase: list[str], frame: list[str], words: Lexicon) -> bool:
    """Say whether a word such as "wrong" judges a statement, not a deed."""
    if len(phrase) > 1 or not words.has("two_edged_denials", phrase[0]):
        return True
    if frame[-1] == phrase[0] and not words.has("cleft_subjects", frame[0]):
        return True  # "The minister is wrong that C", not "It is wrong that C"
    return any(words.has("stating_verbs", word) for word in frame)


def before_verdict(
    tokens: Tokens, begin: int, end: int, words: Lexicon, *, opened: bool
) -> Span | None:
    """C in "reports that C were false", also without the "that"; opened: there is one."""
    said = tokens.words
    if not opened and said[begin] not in words.nouns:
        return None
    for noun in range(begin, min(end - LEAST, begin + NAMED)):
        that = words.has("openers", said[noun + 1])
        if noun == begin and opened and not that and said[noun] in words.nouns:
            far = _that_behind(tokens, noun, end, words)
            if far is not None:
                verb = _verdict(tokens, noun, far, end, words)
                return None if verb is None else (far + 1, verb)
        bare = noun == begin and tokens.kinds[noun + 1] in "xdN" and said[noun] in words.nouns
        if not that and not bare:
            continue
        saying = (
            that
            and words.has("infinitive_marks", said[begin])
            and words.has("stating_verbs", said[noun])
        )
        named = saying or said[noun] in words.nouns
        if not named and not words.has("rebutted_nouns", said[noun]):
            return None
        verb = _verdict(tokens, noun, noun, end, words)
        return None if verb is None else (noun + 1 + that, verb)
    return None


def _that_behind(tokens: Tokens, noun: int, end: int, words: Lexicon) -> int | None:
    """Token of "that" in "reports | on social media that", "claims | circulating online that"."""
    for at in range(noun + 1, min(end, noun + NAMED)):
        if words.has("openers", tokens.words[at]):
            return at
        if tokens.kinds[at] not in "pnNdgvtr" or (tokens.kinds[at] == "v" and at > noun + 1):
            return None
    return None


def _verdict(tokens: Tokens, noun: int, that: int, end: int, words: Lexicon) -> int | None:
    """Token of the verb of what ends a sentence and calls a statement untrue: "were false"."""
    said = tokens.words
    verb = end - ends_in_denial(said[noun:end], words)
    if verb == end and words.has("scorned_nouns", said[noun]):
        verb = end - ends_in_denial(said[noun:end], words, SCORN)
    if verb == end:
        return None
    while verb > noun and tokens.kinds[verb - 1] in 'rd"':
        verb -= 1
    while verb > noun and tokens.kinds[verb - 1] == "a":
        verb -= 1
        if words.has("finite_auxiliaries", said[verb]):
            return verb if verb - that > LEAST else None
    return None


def fronted(tokens: Tokens, first: int, begin: int, end: int, words: Lexicon) -> Span | None:
    """C in "that C is untrue": "Dass C, sei frei erfunden"."""
    said = tokens.words
    if not any(words.has("fronting", word) for word in said[first:begin]):
        return None
    if tokens.verbs_known and tokens.kinds[begin] in "av":
        return None  # "That | is offensive and it is wrong": of what was said before
    if tokens.verbs_known and first != tokens.spans[tokens.sentence[first]][0]:
        return None  # "S said that the report of the port was untrue": of the report
    verb = end - ends_in_denial(said[begin:end], words)
    stop = verb
    while stop > begin and tokens.kinds[stop - 1] in "rad":
        stop -= 1
        helps = tokens.kinds[stop] == "a" and tokens.kinds[stop - 1] != "a"
        if helps and tokens.verbs_known:
            break  # "that the pumps were switched off | is untrue"
    while stop > begin and tokens.kinds[stop - 1] == ",":
        stop -= 1
    return (begin, stop) if stop < verb < end and stop - begin > LEAST else None
