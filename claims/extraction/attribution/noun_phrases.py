"""Where a noun phrase begins, given its last token."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.day_marks import is_date
from ..tagging.tokens import OWNING, Tokens

FIRM_JOINTS = ("&", "+")  # "Orr & Sons"
REACH = 30  # tokens a source may be long
TITLE = 6  # tokens of a name in quotation marks, as of a newspaper
ENDING = 'v,.;:"st()'  # class letters at which one ends, going back


def run_back(tokens: Tokens, last: int, first: int, words: Lexicon) -> int:
    """First token of the noun phrase whose last token is `last`."""
    kinds = tokens.kinds
    begin, least = last, last - REACH if last - REACH > first else first
    while begin > least:
        kind, here = kinds[begin - 1], kinds[begin]
        # Most phrases go on with a noun or an article, and end at a mark or a verb.
        # A month stands behind a preposition, or else before a number.
        dated = kind == "#" or (kind == "N" and (kinds[begin - 2] in "ps#" or begin - 2 == first))
        if dated and here in "Nd" and is_date(tokens, begin - 1, first, words):
            break
        if kind != "d" and (kind not in "nN#" or here == "d"):
            if here != "p" and kind in ENDING:
                break
            if not _extends_back(tokens, begin, first, words):
                break
        begin -= 1
    while begin < last and kinds[begin] in "pc-":
        begin += 1
    if begin > first and kinds[begin - 1] == "p" and words.has("bound_tails", tokens.words[begin]):
        begin -= words.has("bound_marks", tokens.words[begin - 1])  # "at least 12 people"
    return begin


def _extends_back(tokens: Tokens, begin: int, first: int, words: Lexicon) -> bool:
    """Say whether the token before `begin` belongs to the same noun phrase."""
    kinds, word = tokens.kinds, tokens.words[begin - 1]
    kind, here = kinds[begin - 1], kinds[begin]
    if kind in "nN#":
        return here != "d" or words.has("genitives", tokens.words[begin])
    if kind == "d":
        return True
    if kind == "x":  # "one of the nurses", "she and two nurses"
        if here == "c":
            return words.has("pronouns.third", word)
        return here == "p" and words.has("pronouns.indefinite", word)
    further = kinds[begin - 2] if begin - 2 >= first else ""
    if here == "p" and further and further in "nN" and _ties(tokens, begin - 1, words):
        return True  # "two people close to the talks"
    if kind == "p" and further and _ties(tokens, begin - 2, words):
        return True
    if kind == "p" and further and words.has("excepting", word):
        return words.has("excepted", tokens.words[begin - 2])  # "all but one of them"
    if (
        kind == "p"
        and further in ("x", "d")
        and words.has("pronouns.indefinite", tokens.words[begin - 2])
    ):
        return words.has("attaching", word)
    if kind == "g":
        if here in "nN" and (further == "d" or tokens.words[begin - 2] in OWNING):
            return begin - 2 >= first  # "the firm's managing director"
        return here == "p" and bool(further) and further in "nN"
    if kind == "p" and further == "g":
        third = kinds[begin - 3] if begin - 3 >= first else ""
        return bool(third) and third in "nN"
    if kind == "p" or (kind == "a" and here in "dN#" and words.has("infinitive_marks", word)):
        # Without a tagger "to" is never a preposition: "a letter to the council".
        return bool(further) and further in "nN#)" and words.has("attaching", word)
    if kind == "r":  # "the town's only hospital"
        inner = here in "nN" and words.has("inner_adverbs", word)
        return inner and (further == "d" or tokens.words[begin - 2] in OWNING)
    if kind == "-":
        tied = tokens.ends[begin - 2] == tokens.starts[begin - 1] or word in FIRM_JOINTS
        return bool(further) and tied
    if kind == "c":
        joined = bool(further) and further in "nNx" and words.has("joining", word)
        return joined and here in ("nNd#" if further == "x" else "nNd")
    return False


def _ties(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Say whether "close (to)" or "briefed (on)" ties a person to a matter."""
    word = tokens.words[index]
    if words.has("tied_adjectives", word):
        return True
    cue = words.cues.get(word) if words.has("informed_marks", tokens.words[index + 1]) else None
    return cue is not None and "o" in cue.frames and cue.is_past
