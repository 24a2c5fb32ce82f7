"""Numbers that state no quantity: names, codes, scores, list numbers, telephone numbers."""

from __future__ import annotations

import re

from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import (
    BEFORE_NAME,
    CLOCK_WORDS,
    CLOCKS,
    HYPHENS,
    Lexicon,
)
from claims.extraction.quantities.nouns import is_plural
from claims.extraction.quantities.strays import stray_fraction, stray_word, unmeasured_word
from claims.extraction.quantities.tokens import BREAK, Tokens

#: Languages that write every noun with a capital.
CAPITAL_NOUNS = ("de",)
LAST_DAY = 31  # of a month
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:]?[0-5]\d")
ZEROS = "0٠"
DASHES = (*HYPHENS, "–", "—", "\u2212")


def before_unit(tokens: Tokens, lexicon: Lexicon, item: Item) -> int:
    """Judge the bare number. Return 0 to keep it, else the token to go on from."""
    amount, words = item.amount, tokens.words
    first, last = amount.first, amount.last
    if amount.form != "digits":
        timed = words[last] in CLOCK_WORDS and lexicon.language == "en"
        after = _clock_end(tokens, lexicon, last) if timed else 0
        if after:
            return after
        stray = stray_fraction if amount.form == "fraction" else stray_word
        return stray(tokens, lexicon, item)
    if item.prefixed:
        return 0
    apart = tokens.stand_apart(first, last)
    plain = apart and words[first][0] not in ZEROS and not lexicon.prefixes
    if plain and not (tokens.roles[first - 1] | tokens.roles[last]) & CLOCKS:
        return 0  # as most are
    if _is_day(tokens, lexicon, item, last):
        return last
    if _is_hour(tokens, lexicon, first, last):
        return last + (words[last] in lexicon.sets["clock_after"])
    if words[last] in CLOCK_WORDS and _is_clock_time(tokens, last):
        return _code_end(tokens, last + 1)
    if apart:
        coded = words[first][0] in ZEROS and _is_led_by_zero(tokens, first)
        return _row_end(tokens, last) if coded else 0
    if _letters_and_digits(tokens, last):
        return _code_end(tokens, last + 1)
    if _is_ordinal(tokens, lexicon, first, last):
        return last
    if _is_led_by_zero(tokens, first) or _is_code(tokens, lexicon, first):
        return _row_end(tokens, _code_end(tokens, last))
    if words[last] == ":" and tokens.glued(last) and words[last + 1].isdecimal():
        return last + 2
    after_colon = first > 1 and words[first - 1] == ":" and tokens.glued(first)
    return last if after_colon and words[first - 2].isdecimal() else 0


def _is_ordinal(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "der 3. Platz": a full stop behind the figure, an article before it."""
    words = tokens.words
    if not first or words[first - 1] not in lexicon.sets["ordinal_articles"]:
        return False
    return words[last] == "." and tokens.glued(last) and words[last + 1][:1].isalpha()


def _clock_end(tokens: Tokens, lexicon: Lexicon, last: int) -> int:
    """The token after a time of day in words, "four o'clock", "half past six"; 0 for none."""
    words = tokens.words
    if _is_clock_time(tokens, last):
        return last + 1
    hour = words[last + 1] if words[last] == "past" else ""
    return last + 2 if hour.isdecimal() or hour in lexicon.cardinals else 0


def _is_clock_time(tokens: Tokens, last: int) -> bool:
    """ "2 pm", "10 a.m.", "6 o'clock"."""
    words = tokens.words
    if words[last] in ("am", "pm", "oclock"):
        return True
    if words[last] == "o" and words[last + 2] == "clock":
        return True
    return words[last] in ("a", "p") and words[last + 1] == "." and words[last + 2] == "m"


def _is_day(tokens: Tokens, lexicon: Lexicon, item: Item, last: int) -> bool:
    """ "les 7 et 12 août", "בין 3 ל-17 ביולי": the first of two days of a month."""
    words, sets = tokens.words, lexicon.sets
    if not isinstance(item.value, int) or not 1 <= item.value <= LAST_DAY:
        return False
    joint = words[last]
    if joint not in sets["and"] and joint not in sets["to"] and joint not in lexicon.prefixes:
        return False
    at = last + 1 + (words[last + 1] in HYPHENS)
    return words[at].isdecimal() and int(words[at]) <= LAST_DAY and words[at + 1] in lexicon.months


def _is_hour(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "21.40 Uhr", "a las 19.00 horas": a time of day in a language that marks it by a word."""
    sets = lexicon.sets
    if tokens.words[last] in sets["clock_after"] and not lexicon.time_units.get(tokens.words[last]):
        return True
    led = first and tokens.words[first - 1] in sets["clock_before"]
    return bool(led) and CLOCK.fullmatch(tokens.raw(first)) is not None


def _letters_and_digits(tokens: Tokens, last: int) -> bool:
    """ "24703L202"; not "120km2"."""
    words = tokens.words
    if not (tokens.glued(last) and tokens.glued(last + 1)):
        return False
    if not (words[last].isalpha() and words[last + 1][:1].isdecimal()):
        return False
    area = words[last] in ("m", "cm", "km") and words[last + 1] in ("2", "3")
    return not area or (tokens.glued(last + 2) and words[last + 2].isalnum())


def _is_led_by_zero(tokens: Tokens, first: int) -> bool:
    """ "007"."""
    raw = tokens.raw(first)
    return len(raw) > 1 and raw[0] in ZEROS and raw.isdecimal()


def _is_code(tokens: Tokens, lexicon: Lexicon, first: int) -> bool:
    """Whether the number is glued into a name, a code or a longer row of digits."""
    words = tokens.words
    if tokens.glued(first):
        before = words[first - 1]
        if lexicon.prefixes and len(before) < 3 and all(c in lexicon.prefixes for c in before):
            return False
        if before.isalpha() or before in "_#/\\@&=":
            return not (before == "/" and words[first - 2].isalpha())
        if before in HYPHENS and tokens.glued(first - 1) and words[first - 2].isalnum():
            return words[first - 2].isalpha() or _row_of_digits(tokens, first)
        if before == "+" and len(tokens.raw(first)) > 4:
            return True
        if before == "." and tokens.glued(first - 1) and words[first - 2].isalpha():
            return True
    return _row_of_digits(tokens, first)


def _row_of_digits(tokens: Tokens, first: int) -> bool:
    """Three or more numbers joined by hyphens or slashes: telephone numbers, references."""
    words, at, parts = tokens.words, first, 1
    for step in (2, -2):
        at = first
        while parts < 3 and 0 <= at + step < len(words):
            middle = at + step // 2
            if words[middle] not in ("-", "/", ".") or not words[at + step].isdecimal():
                break
            if not (tokens.glued(max(at, middle)) and tokens.glued(max(at + step, middle))):
                break
            parts, at = parts + 1, at + step
    return parts >= 3


def _code_end(tokens: Tokens, last: int) -> int:
    """The token after the whole glued code."""
    while (
        last < tokens.count
        and tokens.glued(last)
        and (tokens.words[last].isalnum() or tokens.words[last] in "-/_.")
    ):
        if not tokens.words[last].isalnum() and not tokens.glued(last + 1):
            break
        last += 1
    return last


def _row_end(tokens: Tokens, last: int) -> int:
    """The token after further groups of digits: "020 7946 0958"."""
    while tokens.words[last].isdecimal() and len(tokens.words[last]) > 1:
        last += 1
    return last


def after_unit(tokens: Tokens, lexicon: Lexicon, item: Item) -> int:
    """Judge the number with its unit. Return 0 to keep it, else the token to go on from."""
    amount = item.amount
    if amount.form in ("words", "article"):
        return unmeasured_word(tokens, lexicon, item)
    if amount.form != "digits" or item.prefixed:
        return 0
    first, last = amount.first, item.last
    words = tokens.words
    if tokens.glued(last) and words[last].isalpha() and item.last == amount.last:
        return _code_end(tokens, last)
    if (item.noun is None and item.unit is not None) or item.scaled or item.rated:
        return 0
    if _is_among_words(tokens, item):
        return 0
    if _is_model_number(tokens, lexicon, item):
        return last
    if _is_score(tokens, lexicon, item):
        return last + 2
    if _is_list_number(tokens, first, last) or _is_labelled(tokens, lexicon, item):
        return last
    if _is_address(tokens, lexicon, first, last):
        return last + 1
    return 0


def _is_among_words(tokens: Tokens, item: Item) -> bool:
    """Whether plain words stand on both sides, the first none that may make a name of a number."""
    first, last, text, starts = item.first, item.last, tokens.text, tokens.starts
    if not first or last == tokens.count or (first, last) != (item.amount.first, item.amount.last):
        return False
    plain = text[starts[first - 1]].islower() and text[starts[last]].islower()
    return plain and not tokens.roles[first - 1] & BEFORE_NAME


def _is_list_number(tokens: Tokens, first: int, last: int) -> bool:
    """ "1. Buy", "2) Sell", "3/ Hold", "(4)", "[12]"."""
    words = tokens.words
    before = words[first - 1] if first else BREAK
    after = words[last]
    if before in "([" and before and after in ")]" and after:
        return len(words[first]) < (5 if before == "[" else 3) and tokens.glued(first)
    if after == ")" and before not in "(":
        opened = "(" in words[max(0, first - 12) : first]
        return len(words[first]) < 3 and not opened
    if before != BREAK or after not in (".", ")", "-", "–", ":", "/"):
        return False
    return len(words[first]) < 4 and words[last + 1] != BREAK and not tokens.glued(last + 1)


def _is_model_number(tokens: Tokens, lexicon: Lexicon, item: Item) -> bool:
    """ "the 8088 chip", "the 486 is": a bare number with "the" and no plural behind it."""
    words, sets = tokens.words, lexicon.sets
    before = words[item.first - 1] if item.first else ""
    if item.noun is not None or item.value < 100 or before not in sets["articles"]:
        return False
    behind = words[item.last]
    plain = behind not in sets["stops"] and behind not in sets["verbs"]
    return behind[:1].isalpha() and (plain or behind in sets["singular_verbs"])


def _is_labelled(tokens: Tokens, lexicon: Lexicon, item: Item) -> bool:
    """ "Article 51", "No. 1", "Boeing 737", "FTSE 100": a label before the number."""
    words, sets = tokens.words, lexicon.sets
    at = item.first - 1
    if at >= 1 and words[at] in (".", "°", "º") and tokens.glued(at):
        at -= 1
    if at < 0:
        return False
    if words[at] == "s" and at > 2 and words[at - 1] in ("'", "’"):
        # "Boeing's 737": the name stands before the apostrophe.
        return item.noun is None and tokens.is_capitalised(at - 2) and words[item.first].isdecimal()
    if words[at] in sets["labels"]:
        return item.noun is None or tokens.is_capitalised(at) or words[at] in sets["hard_labels"]
    return _is_name(tokens, lexicon, item, at)


def _is_name(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> bool:
    """A bare whole number after a capitalised word inside a sentence: "Falcon 9"."""
    if not tokens.is_capitalised(at) or at != item.first - 1 or at == 0:
        return False
    written = tokens.words[item.amount.first]
    if not written.isdecimal() or len(written) > 5:
        return False
    if tokens.words[at - 1] in (".", "!", "?", BREAK, '"', "“", "”", "’", "'", "‘", ":"):
        return False
    word = tokens.words[at]
    if word in lexicon.sets["stops"] or word in lexicon.months or word in lexicon.sets["verbs"]:
        return False
    if item.noun is None:
        return True
    if lexicon.language in CAPITAL_NOUNS:
        return False  # "am Abend 48 Menschen": a capital tells nothing
    return len(written) == 5 or not is_plural(tokens.words[item.noun[1] - 1], lexicon)


def _is_score(tokens: Tokens, lexicon: Lexicon, item: Item) -> bool:
    """ "3-1", "2-2": two small numbers joined by a dash, the first not the smaller; or "voted 9 to
    3"."""
    words, last = tokens.words, item.amount.last
    before = words[item.first - 1] if item.first else ""
    if before in lexicon.sets["votes"] and words[last] in lexicon.sets["range_to"]:
        return words[last + 1].isdecimal()
    if words[last] not in DASHES or not (tokens.glued(last) and tokens.glued(last + 1)):
        return False
    other = words[last + 1]
    if not other.isdecimal() or not isinstance(item.value, int):
        return False
    return item.value >= int(other) and item.value < 300


def _is_address(tokens: Tokens, lexicon: Lexicon, first: int, last: int) -> bool:
    """ "10 Downing Street"."""
    words = tokens.words
    for at in range(last, min(last + 4, tokens.count)):
        if not tokens.is_capitalised(at):
            return False
        if words[at] in lexicon.sets["streets"] and at > last:
            return words[first].isdecimal()
    return False
