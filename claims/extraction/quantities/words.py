"""Figures written in words: "two hundred and five", "half a million", "three-quarters"."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.quantities.lexicon import HYPHENS, Lexicon
from claims.extraction.quantities.tokens import Tokens

Number = int | float
ROW = ["in", "a", "row"]
LONGEST_REST = 6  # tokens of a number between two magnitudes, as in "and two hundred thousand"
NOISE = 4e-7  # less than the last digit that `times` keeps


@dataclass(slots=True)
class Amount:
    """A bare figure: tokens `first` up to but not including `last`.

    step: the unit of its last digit. form: "digits", "words", "fraction", "vague" or "article"
    (a lone "a dozen"). scaled: a magnitude word is part of it; factor: the last magnitude, which a
    number before it may share. approximate: the number itself says so ("forty-odd").
    """

    first: int
    last: int
    value: Number
    step: float
    form: str
    scaled: bool = False
    factor: int = 1
    approximate: bool = False


@dataclass(slots=True)
class Sum:
    """A number in words as far as it is read: up to its last magnitude, and what stands behind.

    scaled: a magnitude above a hundred was among the words.
    """

    total: int = 0
    current: int = 0
    last_scale: int = 10**18
    scaled: bool = False

    def takes(self, scale: int) -> bool:
        """Go on with a magnitude; False where it is none of this number."""
        if scale == 100:
            if not 0 < self.current < 100:
                return False
            self.current *= 100
            return True
        if scale < self.last_scale:
            self.total += self.current * scale
            self.scaled = True
        elif self.total + self.current < scale:
            # "dos mil quinientos millones": so many thousands of it.
            self.total = (self.total + self.current) * scale
        else:
            return False
        self.current, self.last_scale = 0, scale
        return True


def whole(value: Number) -> Number:
    """The value as an int where it is one."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def read_cardinal(
    tokens: Tokens, lexicon: Lexicon, index: int, *, one: bool = False
) -> Amount | None:
    """The number that the words from token `index` on make up ("two hundred and five").

    one: the words are led by "a", or by nothing where the language says no more: the magnitude
    that they start with is there once ("a hundred and forty thousand").
    """
    words, cardinals, scales = tokens.words, lexicon.cardinals, lexicon.scales
    phrases, word = lexicon.cardinal_phrases, words[index]
    if word not in cardinals and word not in scales and word not in phrases.after:
        return None
    number = Sum(current=int(one))
    at = last = index
    while True:
        word, length = words[at], 1
        if word in phrases.after or word in cardinals:
            length, value = phrases.starting_at(words, at) or (1, cardinals.get(word))
            if value is None or not _follows(lexicon, number.current, value, started=last > index):
                break
            if number.current >= 100 and scales.get(words[at + length]) == 100:
                break  # "between a hundred and two hundred"
            number.current += value
        elif word not in scales or (last == index and not one) or not number.takes(scales[word]):
            break
        at = last = at + length
        at = _over_joint(tokens, lexicon, at, scales.get(word, 0))
    if last == index:
        return None
    factor = number.last_scale if number.scaled else 1
    if words[last - 1] in scales and not number.scaled:
        factor = 100
    value = number.total + number.current
    return Amount(index, last, value, 1, "words", number.scaled, factor)


def _follows(lexicon: Lexicon, current: int, value: int, *, started: bool) -> bool:
    """Whether `value` can be added to what was read: 20 + 5, 200 + 40, not 5 + 5."""
    if not started:
        return True
    if value >= 100:
        return current == 0
    if value == 0:
        return False
    if lexicon.units_first and 0 < current % 100 < 10 and value % 10 == 0:
        # Semitic numbers put the unit first: "five and twenty", "five ten".
        return True
    return current % 100 == 0 or (value < 10 and current % 10 == 0 and current % 100 >= 20)


def _over_joint(tokens: Tokens, lexicon: Lexicon, at: int, scale: int) -> int:
    """Step over a hyphen, or the "and" after a hundred, if more of the number follows.

    scale: the magnitude that stands before, 0 if none does.
    """
    words = tokens.words
    if at + 1 >= len(words):
        return at
    following = words[at + 1]
    if words[at] in HYPHENS and tokens.glued(at) and tokens.glued(at + 1):
        return at + 1 if following in lexicon.cardinals or following in lexicon.scales else at
    if words[at] in lexicon.sets["and"] and following in lexicon.cardinals:
        joins = scale > 0 and lexicon.cardinals[following] < 100
        if joins and scale > 100 and _reaches(tokens, lexicon, at + 1, scale):
            return at
        return at + 1 if joins or lexicon.language in ("es", "fr") else at
    return at


def _reaches(tokens: Tokens, lexicon: Lexicon, at: int, scale: int) -> bool:
    """Whether another number follows: "one hundred thousand and two hundred thousand"."""
    for word in tokens.words[at : at + LONGEST_REST]:
        if lexicon.scales.get(word, 0) >= scale:
            return True
        if word not in lexicon.cardinals and word not in lexicon.scales and word not in HYPHENS:
            break
    return False


def read_scale(tokens: Tokens, lexicon: Lexicon, at: int, *, glued: bool) -> tuple[int, int]:
    """The magnitude at token `at`: (its factor, the token after it), or (1, at)."""
    words, factor, start = tokens.words, 1, at
    if glued and tokens.glued(at) and words[at] in lexicon.glued_scales:
        after = at + 1
        if words[after] == "." and tokens.glued(after) and after + 1 < tokens.count:
            following = tokens.text[tokens.starts[after + 1] : tokens.starts[after + 1] + 1]
            after += following.islower() or following.isdecimal()
        return lexicon.glued_scales[words[at]], after
    joined = words[at] in HYPHENS and tokens.glued(at) and tokens.glued(at + 1)
    if joined and words[at + 1] in lexicon.scales:
        at += 1
    while words[at] in lexicon.scales:
        factor *= lexicon.scales[words[at]]
        at += 1
        if words[at] == "." and tokens.glued(at) and words[at - 1] in lexicon.sets["abbreviated"]:
            at += 1
    return factor, at if factor > 1 else start


def read_vague(tokens: Tokens, lexicon: Lexicon, index: int) -> Amount | None:
    """ "dozens", "hundreds of thousands": the named power, which is the least that is meant."""
    words = tokens.words
    factors = lexicon.vague
    if words[index] in lexicon.dozens and words[index + 1] in lexicon.sets["of"]:
        value = lexicon.dozens[words[index]]
    elif words[index] in factors:
        value = factors[words[index]]
    else:
        return None
    last = index + 1
    while words[last] in lexicon.sets["of"] and words[last + 1] in factors:
        value *= factors[words[last + 1]]
        last += 2
    return Amount(index, last, value, 0, "vague", value >= 1000)


def read_fraction(tokens: Tokens, lexicon: Lexicon, index: int) -> Amount | None:
    """ "half", "a third", "two-thirds", "three quarters"; None for an ordinal ("the third")."""
    words, fractions = tokens.words, lexicon.fractions
    word = words[index]
    if word in lexicon.sets["half"]:
        return Amount(index, index + 1, 0.5, 0, "fraction")
    above, at = 1, index
    if word in lexicon.sets["one_of_scale"]:
        at = index + 1
    elif word in lexicon.cardinals and 0 < lexicon.cardinals[word] < 20:
        above, at = lexicon.cardinals[word], index + 1
        at += words[at] in HYPHENS
    if at == index or words[at] not in fractions or words[at] == "½":
        return None
    if lexicon.prefixes and not tokens.raw(at).startswith(words[at]):
        # "Five and a third": the conjunction is a letter of the fraction's own word.
        return None
    if words[at] in lexicon.time_units and _is_span(tokens, lexicon, index, at, above):
        return None
    part = fractions[words[at]]
    if above > 1 and words[at] in lexicon.sets["singular_fractions"]:
        return None
    return Amount(index, at + 1, above * part, 0, "fraction")


def times(value: Number, factor: int) -> Number:
    """Product without the noise of binary fractions: 1.1 million is 1100000."""
    product = value * factor
    nearest = round(product)  # most are whole, which this sees ten times as fast
    return nearest if abs(product - nearest) < NOISE else whole(round(product, 6))


def is_measure(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is something that is had by halves: an hour, a million, a dozen."""
    tables = (lexicon.scales, lexicon.dozens, lexicon.time_units, lexicon.units.after)
    return any(word in table for table in tables)


def _is_span(tokens: Tokens, lexicon: Lexicon, index: int, at: int, above: int) -> bool:
    """Whether quarters are those of a year: "eleven quarters", "three quarters in a row"."""
    words, sets = tokens.words, lexicon.sets
    if words[at + 1] in sets["of"]:
        return False
    if above > 3 or words[at + 1] in sets["quarters_after"] or words[at + 1 : at + 4] == ROW:
        return True
    return index > 0 and words[index - 1] in sets["quarters_before"]
