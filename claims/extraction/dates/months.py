"""Days of a month and names of months, as dates are made of them: "5th", "5.", "Mar.", "March"."""

from __future__ import annotations

from claims.extraction.quantities.lexicon import Lexicon
from claims.extraction.quantities.tokens import Tokens


def day_at(tokens: Tokens, lexicon: Lexicon, index: int) -> tuple[int, int] | None:
    """(day of the month, the token after it) for "5", "5th", "5."; else None."""
    word = tokens.words[index]
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    last = index + 1
    if tokens.glued(last) and tokens.words[last] in lexicon.dates["day_endings"]:
        last += 1
    return int(word), last


def month_at(tokens: Tokens, lexicon: Lexicon, index: int) -> tuple[int, int] | None:
    """(month, the token after it) with the full stop of an abbreviation; else None."""
    word = tokens.words[index]
    named = lexicon.month_names.starting_at(tokens.words, index)
    if named is None:
        return None
    length, number = named
    if length > 1:
        return _with_twin(tokens, lexicon, number, index + length)  # Arabic "تشرين الأول"
    if word in lexicon.dates["capital_months"] and not tokens.is_capitalised(index):
        before, after = tokens.words[index - 1] if index else "", tokens.words[index + 1]
        dated = after[:1].isdecimal() or before[:1].isdecimal() or after == "."
        if not dated or (word == "may" and before not in ("on", "1")):
            return None
    last = index + 1
    if word in lexicon.dates["named_months"] and not _is_beside_figure(tokens, index):
        return None  # "Minister Jan Ude"
    if tokens.words[last] == "." and tokens.glued(last) and len(word) <= 4:
        following = tokens.words[last + 1] if last + 1 < len(tokens.words) else ""
        last += following[:1].isdecimal()
    return _with_twin(tokens, lexicon, number, last)


def _is_beside_figure(tokens: Tokens, index: int) -> bool:
    """Say whether a full stop or a number stands beside a month that is a first name, too."""
    before = tokens.words[index - 1] if index else ""
    after = tokens.words[index + 1]
    dated = after[:1].isdecimal() or (after == "." and tokens.glued(index + 1))
    return dated or before[:1].isdecimal() or before == "."


def _with_twin(tokens: Tokens, lexicon: Lexicon, number: int, last: int) -> tuple[int, int]:
    """A month and the token after it, over the name it has elsewhere: "أكتوبر/تشرين الأول", "مارس
    (آذار)"."""
    if lexicon.language == "ar" and tokens.words[last] in ("/", "("):
        closes = tokens.words[last] == "("
        for length in (2, 1):
            name = " ".join(tokens.words[last + 1 : last + 1 + length])
            end = last + 1 + length
            if lexicon.months.get(name) == number:
                return number, end + (closes and tokens.words[end : end + 1] == [")"])
    return number, last
