"""Sentence boundaries: inside blocks only, aware of abbreviations, initials and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from ..lexicon import Lexicon, lexicon
from ..transcripts.utterances import LONG, LONG_IN_SPEECH, is_unpunctuated, utterances
from .paragraphs import PICTURES, REFERENCES
from .places import places_of

# French sets a blank before the closing mark.
CLOSERS = r"(?:[  \u202f]»(?=\s|$)|[\"'”’»“«\])])*"
# A set of marks comes first, which is searched for five times as fast as a choice.
STOP = re.compile(
    rf"([.!?…。！？؟۔{PICTURES}](?:(?<=[.!?…])[.!?…]*|(?<=[。！？؟۔])[。！？؟۔]*"
    rf"|(?<=[{PICTURES}])[\ufe0f{PICTURES}]*))"
    rf"({CLOSERS}){REFERENCES}(\s+|(?<=[。！？])|$)"
)
#: The same for a text without other marks: a set of three is searched for twice as fast.
PLAIN_STOP = re.compile(rf"([.!?][.!?]*)({CLOSERS}){REFERENCES}(\s+|$)")
#: What each of them begins with, and what most texts have of that.
MARK = re.compile(rf"[.!?…。！？؟۔{PICTURES}]")
PLAIN_MARKS, USUAL_MARKS = ".!?", ".!?…"
#: High bytes of the letters and marks of Europe and of Hebrew, among which there are no others.
EUROPEAN = bytes((*range(6), 0x1E, 0x20, 0x21))
WORD_BEFORE = re.compile(r"[\w.’'-]+$")
#: A unit behind its figure, or behind "square" or "cubic", in short.
MEASURED = re.compile(r"(?:\d|\b(?:кв|куб)\.)\s?\w+$")
NEXT_WORD = re.compile(r"[\w’']+")
INITIAL = re.compile(r"^[^\W\d_]$|^[^\W\d_](?:\.[^\W\d_])+$")
SECOND_INITIAL = re.compile(r"[^\W\d_]\.\s")
ZONE = re.compile(r"[A-Z][a-z]+|(?:[A-Z]\.){2,3}")
OPENING_SENTENCE = '.:!?…"”“\n'  # what may stand before the first word of a sentence, or of a turn
STOPS = '.!?…"”’'
OPENERS = "\"'“‘«„([—–- "
SPACED = (",", ";", ":")  # what may follow a closing mark with a blank before it
LONGEST = 2_000  # code points of a sentence; rules look back and forth in it
BLANK = re.compile(r"\s+")
REACH = 40  # characters looked back for the word before a full stop


def find_sentences(
    text: str, spans: list[tuple[int, int]], language: str, *, is_spoken: bool = False
) -> list[tuple[int, int]]:
    """Return sentence spans (start, end), none of them crossing the given blocks.

    is_spoken: the text is a transcript that has hardly any full stops.
    """
    words = lexicon(language)
    shortest = LONG_IN_SPEECH if is_spoken else LONG
    sentences: list[tuple[int, int]] = []
    stop = PLAIN_STOP if text.isascii() else STOP
    marks, last = [*_marks(text), len(text)], 0
    for span in spans:
        start, end = span
        begin = start
        if marks[last] < start:
            last = bisect_left(marks, start, last)
        if marks[last] >= end - 1:
            longest = LONGEST if marks[last] < end else shortest
            if text[end - 1] != "]" and end - start <= longest:
                sentences.append(span)  # a line, or a paragraph of one sentence
                continue
        else:
            passed = start
            for at in marks[last : bisect_left(marks, end, last)]:
                match = stop.match(text, at, end) if at >= passed else None
                if match is None:
                    continue
                passed = match.end()
                if passed < end and at >= begin and _ends_sentence(text, match, end, words):
                    sentences.append((begin, match.end(2)))
                    if match.end(2) - begin > shortest:
                        _part_last(sentences, text, language, is_spoken=is_spoken)
                    begin = passed
        if begin < end:
            if text[end - 1] == "]":
                end = _before_references(text, begin, end)
            sentences.append((begin, end))
            if end - begin > shortest:
                _part_last(sentences, text, language, is_spoken=is_spoken)
    return sentences


def _marks(text: str) -> list[int]:
    """Code points of all marks at which a sentence may end, in order."""
    if text.isascii():
        return places_of(PLAIN_MARKS, text)
    if not text.encode("utf-16-be", "replace")[::2].translate(None, EUROPEAN):
        return places_of(USUAL_MARKS, text)
    return [mark.start() for mark in MARK.finditer(text)]


def _before_references(text: str, begin: int, end: int) -> int:
    """End of the last sentence of a block without the "[4]" behind it."""
    while text[end - 1] == "]" and (opened := text.rfind("[", begin, end)) > begin:
        if text[opened - 1] not in STOPS and text[opened - 1] != "]":
            break
        end = opened
    return end


def _part_last(sentences: list[tuple[int, int]], text: str, code: str, *, is_spoken: bool) -> None:
    """Part the last sentence into the utterances in what is too long for one."""
    begin, end = sentences.pop()
    if is_unpunctuated(text, begin, end, is_spoken=is_spoken):
        for start, stop in utterances(text, begin, end, code):
            _add_pieces(sentences, text, start, stop)
    else:
        _add_pieces(sentences, text, begin, end)


def _add_pieces(sentences: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    """Add a sentence, in pieces where it is longer than any sentence is."""
    while end - begin > LONGEST:
        latest = min(end, begin + 2 * LONGEST)
        cut = BLANK.search(text, begin + LONGEST, latest)
        sentences.append((begin, cut.start() if cut else latest))
        begin = cut.end() if cut else latest
    if begin < end:
        sentences.append((begin, end))


def _ends_sentence(text: str, match: re.Match[str], end: int, words: Lexicon) -> bool:
    marks, closers = match.group(1), match.group(2)
    following = match.end()
    while following < end and text[following] in OPENERS:
        following += 1
    if following >= end:
        return True
    character = text[following]
    if character.islower() or (character == "»" and text[following + 1 : following + 2] in SPACED):
        return False  # "« C'est faux ! », dit-il"
    if closers and marks[-1] in "?!…,":
        return not _is_said_tag(text, following, end, words)
    if marks == "." and not closers:
        return not _is_abbreviation(text, match.start(), following, words)
    if marks in ("...", "…"):
        return character.isupper()
    return True


def _is_abbreviation(text: str, dot: int, following: int, words: Lexicon) -> bool:
    before = _word_before(text, dot)
    word = before.lower().strip("'’")
    if len(before) > 1 and before.isalpha() and word not in _abbreviated(words.code):
        return False
    if words.has("measure_abbreviations", word) and _is_measured(text, dot):
        return not text[following].isupper()  # "на площади 600 кв. м. Пожар"
    if words.has("closing_abbreviations", word):
        return not text[following].isupper()  # "11 млн грн. Документ"
    if words.has("ending_abbreviations", word):
        following_word = _next_word(text, following)
        if words.has("counting_abbreviations", word):
            return text[following].isdecimal() or not _opens(text, dot - len(before))
        if words.has("clock_abbreviations", word):
            if _is_zone(text, following, words):
                return True  # "9 a.m. Eastern"
            # "at 2 a.m. Varn Rail said", but "2 a.m. on Monday", "2 a.m. GMT"
            named = text[following].isupper() and not text[following + 1 : following + 2].isupper()
            dated = any(words.has(table, following_word) for table in ("weekdays", "months"))
            return not named or dated
        return not words.has("starters", following_word)
    if words.has("abbreviations", word):
        return before[0].isupper() or not words.has("capital_abbreviations", word)
    if word.isdecimal() and len(word) <= 2:
        # "am 3. März": an ordinal, where the next word is a month.
        return words.has("months", _next_word(text, following))
    if len(before) > 1 and "." not in before:
        return False
    if not INITIAL.match(before):
        return False
    if SECOND_INITIAL.match(text, following):
        return True
    # "J. Smith", but "plan B. The ..." and "vitamin C. It ..." end.
    return word != "i" and not words.has("starters", _next_word(text, following))


def _is_measured(text: str, dot: int) -> bool:
    """Say whether the short word before a full stop is a unit with its figure: "600 кв. м"."""
    return MEASURED.search(text[max(0, dot - REACH) : dot]) is not None


def _is_zone(text: str, at: int, words: Lexicon) -> bool:
    """Say whether a time zone stands at a code point: "E.T.", "Pacific time"; no "Eastern Rail"."""
    found = ZONE.match(text, at)
    if found is None or not words.has("time_zones", found.group().rstrip(".").lower()):
        return False
    following = found.end() + 1
    if "." in found.group() or not text[following : following + 1].isupper():
        return True
    return words.has("zone_words", _next_word(text, following))


def _opens(text: str, at: int) -> bool:
    """Say whether a sentence begins at a code point: what stands before ends one, or opens a
    quotation."""
    before = text[:at].rstrip(" ") if at <= REACH else text[at - REACH : at].rstrip(" ")
    return not before or before[-1] in OPENING_SENTENCE


@cache
def _abbreviated(code: str) -> frozenset[str]:
    words = lexicon(code)
    return words.table("abbreviations") | words.table("ending_abbreviations")


def _word_before(text: str, dot: int) -> str:
    """The word that ends at a full stop; empty if there is none."""
    # It holds no blank: a search from farther back would only try other words.
    least = dot - REACH if dot > REACH else 0
    blank = text.rfind(" ", least, dot)
    word = text[blank + 1 if blank >= 0 else least : dot]
    if word.isalnum():
        return word
    found = WORD_BEFORE.search(word)
    return found.group() if found else ""


def _next_word(text: str, at: int) -> str:
    """The word that begins at a code point, in lower case; empty if there is none."""
    found = NEXT_WORD.match(text, at, at + REACH)
    return found.group().lower() if found else ""


@cache
def _said_tag(code: str) -> re.Pattern[str] | None:
    forms = sorted(form for form, cue in lexicon(code).cues.items() if cue.strong)
    if not forms:
        return None
    verbs = "|".join(map(re.escape, forms))
    return re.compile(rf"(?:[^\W\d_][\w.’'-]*\s+){{1,4}}?(?:{verbs})\b|(?:{verbs})\b")


def _is_said_tag(text: str, following: int, end: int, words: Lexicon) -> bool:
    """Say whether what follows a question in quotation marks says whose question it is."""
    pattern = _said_tag(words.code)
    tag = pattern.match(text, following, min(end, following + 80)) if pattern else None
    if not tag:
        return False
    rest = text[tag.end() : tag.end() + 2]
    return rest[:1] in ".,:;" or text[following].islower() or not rest
