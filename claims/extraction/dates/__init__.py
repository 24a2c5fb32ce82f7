"""Times named in running text, resolved against the article's date: `find_dates`."""

from __future__ import annotations

from datetime import date

from claims.extraction.dates.absolute import read_absolute
from claims.extraction.dates.records import CALENDAR, KINDS, DateMention, Found
from claims.extraction.dates.relative import counts_time, read_relative
from claims.extraction.dates.stretches import join_stretches
from claims.extraction.quantities.lexicon import (
    COUNTED,
    COUNTS_ONE,
    FROM_TODAY,
    GOES_ON,
    IN_CALENDAR,
    IN_DIGITS,
    NAMES_YEAR,
    OF_DATE,
    STARTS_DATE,
    Lexicon,
    read_lexicon,
)
from claims.extraction.quantities.tokens import Tokens, tokenise

__all__ = ["CALENDAR", "KINDS", "DateMention", "find_dates", "read_dates"]


def find_dates(text: str, reference: date | None = None, language: str = "en") -> list[DateMention]:
    """Return the times that `text` names, in text order; they do not overlap.

    reference: the day the text was published. Without it "last week" and "on Tuesday" are found
    and left without dates. language: an ISO 639 code; an unknown one is read as English.
    """
    lexicon = read_lexicon(language)
    return read_dates(tokenise(text, lexicon), lexicon, reference)


def read_dates(tokens: Tokens, lexicon: Lexicon, reference: date | None) -> list[DateMention]:
    """The same for a text that is cut into tokens already."""
    found: list[Found] = []
    roles, after = tokens.roles, 0
    for index in tokens.sites:
        role = roles[index]
        if index < after or not role & (STARTS_DATE | COUNTS_ONE):
            continue
        if not role & (IN_CALENDAR | FROM_TODAY) and not _goes_on(tokens, lexicon, index, role):
            continue
        mention = None
        if role & (IN_DIGITS | IN_CALENDAR | NAMES_YEAR):
            mention = read_absolute(tokens, lexicon, index, reference)
        mention = mention or read_relative(tokens, lexicon, index, reference)
        if mention is not None:
            found.append(mention)
            after = mention.last
    found = join_stretches(tokens, lexicon, found, reference)
    return [_mention(tokens, one) for one in found]


def _goes_on(tokens: Tokens, lexicon: Lexicon, index: int, role: int) -> bool:
    """Whether what follows a number can make a time of it, as it cannot for most."""
    behind = tokens.roles[index + 1]
    if not role & IN_DIGITS:
        return bool(role & NAMES_YEAR and behind & GOES_ON) or counts_time(tokens, index)
    word = tokens.words[index]
    if not word.isdecimal():
        return word.count(".") == 2
    if len(word) > 2:
        return len(word) == 4 or (len(word) == 3 and behind & COUNTED > 0)
    if behind & (COUNTED | OF_DATE) or (word[-1] in "0٠" and lexicon.dates["decade_words"]):
        return True
    return tokens.words[index + 1].isalpha() and tokens.glued(index + 1)  # "19th century"


def _mention(tokens: Tokens, found: Found) -> DateMention:
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    first, last = found.span
    return DateMention(
        start, end, tokens.text[start:end], found.kind, first.isoformat() if first else None,
        last.isoformat() if last else None, found.precision,
    )  # fmt: skip
