"""When something was: "In June 2019" right before a name, which is no part of it, "last week"."""

from __future__ import annotations

import re

from ..lexicon import Lexicon
from ..lexicon.together import any_of
from .tokens import Tokens

YEAR = 4  # digits
CENTURIES = ("18", "19", "20")  # first digits of a year
TIME_REACH = 9  # tokens of ", which in a message posted online on Monday"
#: Class letters of "in a message posted online on Monday", "in an interview with S".
PLACED = re.compile("pd?[nN]+(?:pd?[nN]+)?(?:[vg][nr]?)?(?:p?t)?")


def is_date(tokens: Tokens, index: int, first: int, words: Lexicon) -> bool:
    """Say whether a token before a name is the month, the day or the year when something was.

    "In 2021 | Varn Rail said", "On June 7 | the mayor said", "Since May | Ada Holm has". A month is
    one only behind a word such as "in": May and June are names, too.
    """
    word = tokens.words[index]
    if word.isdigit():
        if index > first and is_month(tokens.words[index - 1], words):
            return True
        year = len(word) == YEAR and word[0] in "12"
        return year and (index == first or tokens.kinds[index - 1] in "pnNta#,")
    if not is_month(word, words):
        return False
    dated = any(map(str.isdigit, tokens.words[index + 1 : index + 2]))
    return dated or (index > first and words.has("month_marks", tokens.words[index - 1]))


def before_date(tokens: Tokens, end: int, first: int, words: Lexicon) -> int:
    """Token of "in" where a date ends before a token: "prosecutors | in early April 2019 said".

    The token itself where none does.
    """
    kinds, said, begin = tokens.kinds, tokens.words, end
    if len(said[begin - 1]) == YEAR and said[begin - 1][:2] in CENTURIES:
        begin -= 1
    if begin > first + 2 and is_month(said[begin - 1], words):
        begin -= 1
        begin -= words.has("month_marks", said[begin - 1]) and kinds[begin - 1] != "p"
    if begin == end or begin < first + 2 or kinds[begin - 1] != "p":
        return end
    return begin - 1 if words.has("month_marks", said[begin - 1]) else end


def opens_time(tokens: Tokens, index: int, end: int, words: Lexicon) -> bool:
    """Say whether "last week" or "this year" begins at a token, and ends before `end`."""
    return (
        0 <= index < end - 1
        and words.has("last_and_next", tokens.words[index])
        and words.has("tag_times", tokens.words[index + 1])
    )


def behind_relative(tokens: Tokens, end: int, first: int, words: Lexicon) -> int:
    """Token behind ", which" where only a time or a paper stands between it and a verb; `end`, that
    of the verb, otherwise.

    "The bank, which as recently as May said", "the militia, which in a message posted online said".
    """
    relative = tokens.kinds.rfind(",s", max(first, end - TIME_REACH), end) + 1
    if relative < 2 or relative + 2 >= end or not words.has("relatives", tokens.words[relative]):
        return end
    opened = relative + 1
    opened += tokens.kinds[opened] == "r"
    last = tokens.words[end - 1]
    timed = is_month(last, words) or any(
        words.has(table, last) for table in ("weekdays", "tag_times")
    )
    if PLACED.fullmatch(tokens.kinds, opened, end):
        told = tokens.words[opened:end]
        if words.has_any("own_documents", told) or words.has_any("settings", told):
            return relative + 1
    between = tokens.kinds[opened:end].strip("rpsntN#")
    if not timed or tokens.kinds[opened] not in "ps" or (between and between != "v"):
        return end
    return relative + 1


def is_day(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Say whether "last Friday" or "next March" begins at a token."""
    if index + 1 >= len(tokens.words) or not words.has("last_and_next", tokens.words[index]):
        return False
    day = tokens.words[index + 1]
    return words.has("weekdays", day) or is_month(day, words)


def is_month(word: str, words: Lexicon) -> bool:
    """Say whether a word is the name of a month, also of one that is another word."""
    return word in any_of(words.code, "months", "open_months")
