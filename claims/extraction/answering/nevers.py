"""What by its own words denies: that a thing ever was so, or that one knows of any."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.never import NEVER, opens_never
from ..tagging.tokens import Tokens

OPENING = 4  # tokens in which it stands that somebody knows of none
KNOWN = 3  # words of "knew of no"
SHORT = 2  # words of "recognise it"


def was_never(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody cited says that a thing never was so: "At no point had the firm lied".

    Not "at no point since 1990": that counts.
    """
    cited = statement.attribution is not None and statement.attribution.cue is not None
    if not cited or not opens_never(tokens, statement.begin, words):
        return False
    return tokens.kinds.startswith("a", statement.begin + NEVER)


def knows_of_none(inside: list[str], words: Lexicon) -> bool:
    """Say whether there is nothing that somebody knows of: "It knew of no civilian deaths", but
    not "knew of no other case"."""
    return _knows("known_nothings", inside, words)


def is_unaware(inside: list[str], words: Lexicon) -> bool:
    """Say whether somebody knows of no such thing: "She was unaware of any such order"."""
    return words.has("pronouns.third", inside[0]) and _knows("unaware", inside, words)


def never_did(inside: list[str], words: Lexicon) -> bool:
    """Say whether a "no" is made one of all times: "The practice does not exist and never did",
    "I have not, and never have, met him"."""
    if words.table("lone_negations").isdisjoint(inside):
        return False  # as mostly
    for at in range(SHORT, len(inside) - 1):
        if words.has("lone_negations", inside[at]) and words.has("never_tails", inside[at + 1]):
            last = inside[at + 2 : at + 3]
            return words.has("conjunctions", inside[at - 1]) and (not last or last == [","])
    return False


def there_never_was(inside: list[str], words: Lexicon) -> bool:
    """Say whether there never was a thing: "There never was a deal"; but not "There has never been
    such a storm"."""
    never = words.has("existentials", inside[0]) and words.has_any("lone_negations", inside[1:2])
    return never and words.has_any("judgement.past", inside[2:3])


def turns_down(inside: list[str], words: Lexicon) -> bool:
    """Say whether somebody does not know a figure or an account: "900 is not a figure we
    recognise", "That is not how she remembers it"."""
    ends = inside[-SHORT:]
    if not words.has_any("recognising", ends) or not words.has_any("recalled", inside):
        return False
    at = next((at for at, word in enumerate(inside) if words.has("plain_negations", word)), -1)
    return at >= 0 and words.has_any("recalled", inside[at + 1 : at + 1 + KNOWN])


def _knows(nothing: str, inside: list[str], words: Lexicon) -> bool:
    """Say whether words of the table named stand near the start, with no others meant."""
    phrases, firsts = words.table(nothing), words.first_words(nothing)
    for at, word in enumerate(inside[1:OPENING], 1):
        if word in firsts and " ".join(inside[at : at + KNOWN]) in phrases:
            return not words.has_any("besides", inside[at + KNOWN : at + KNOWN + 1])
    return False
