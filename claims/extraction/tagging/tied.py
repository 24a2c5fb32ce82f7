"""Letters of words and marks that are tied to what stands beside them: "Basel-based", "van der"."""

from __future__ import annotations

import re

from ..layout.places import places_of
from ..layout.quotes import Quote
from ..lexicon import Lexicon

APOSTROPHES = ("'", "’")
OWNED_NOUN = re.compile("dN+v(?=v)")  # class letters of "the Hutchins campaign said"
NICKNAME = re.compile('N"NN?"(?=N)')  # class letters of Karl "Tug" Orr
#: Class letters of "Jan van Wit", "Jan van der Wit", "Omar al-Wit".
NAME_PARTS = ("NnN", "NnnN", "Nn-N")
#: Class letters of "Kim Sung-ho said", where "ho" looks like an adverb or a verb.
SMALL_ENDINGS = tuple(f"NN-{tied}{behind}" for tied in "rgv" for behind in "va,")
TIED_VERBS = ("-v", "-g")
#: Class letter of "based" in "the Basel-based firm"; behind "he" or "who" it would be a verb.
TIED_VERB = re.compile("(?<=[^xsa][nN#r]-)[vg](?=[nN])")


def tied_kinds(
    letters: list[str], lower: list[str], starts: list[int], ends: list[int],
    quotes: list[Quote], excepting: list[int], words: Lexicon, *, tagged: bool,
) -> str:  # fmt: skip
    """The class letters as one string, once what is tied to its neighbours has its letter.

    excepting: tokens of words such as "but", which parts no clauses in "all but one of them".
    """
    kinds = "".join(letters)
    tied = _apostrophes(kinds, lower, starts, ends, quotes)
    tied += [at for at in excepting if at and words.has("excepted", lower[at - 1])]
    names = _around_nicknames(kinds, starts, ends, quotes)
    counted = [] if tagged else _counted(kinds, lower, words)
    done = _tied_participles(kinds, lower, starts, ends, words)
    done += _participles_of_posts(kinds, lower, words)
    done += _small_endings(kinds, starts, ends)
    if tagged:
        done += _said_nouns(kinds, lower, words)
    else:
        names += _particles(kinds, lower, words)
        done += _owned_nouns(kinds, lower)
    if not (tied or names or done or counted):
        return kinds
    for places, letter in ((counted, "#"), (tied, "p"), (names, "N"), (done, "n")):
        for index in places:
            letters[index] = letter
    return "".join(letters)


def _apostrophes(
    kinds: str, lower: list[str], starts: list[int], ends: list[int], quotes: list[Quote]
) -> list[int]:
    """Apostrophes that end no quotation, but tie a word to the next: "the farmers' union"."""
    found = [
        index
        for index in places_of('"', kinds)
        if index and lower[index] in APOSTROPHES and starts[index] == ends[index - 1]
    ]
    return _without_quoting(found, starts, quotes)


def _around_nicknames(
    kinds: str, starts: list[int], ends: list[int], quotes: list[Quote]
) -> list[int]:
    """Marks that quote nobody, but part a nickname from the names around it: Karl "Tug" Orr."""
    found: list[int] = []
    for match in NICKNAME.finditer(kinds):
        opening, closing = match.start() + 1, match.end() - 1
        apart = starts[opening] > ends[opening - 1] and starts[closing + 1] > ends[closing]
        if apart and starts[opening + 1] == ends[opening] and starts[closing] == ends[closing - 1]:
            found += (opening, closing)
    return _without_quoting(found, starts, quotes)


def _without_quoting(marks: list[int], starts: list[int], quotes: list[Quote]) -> list[int]:
    """Those of some marks at which no quotation begins or ends."""
    if not marks:
        return marks  # as mostly
    quoting = {quote.start for quote in quotes} | {quote.inner_end for quote in quotes}
    return [index for index in marks if starts[index] not in quoting]


def _tied_participles(
    kinds: str, lower: list[str], starts: list[int], ends: list[int], words: Lexicon
) -> list[int]:
    """Participles that a hyphen makes an adjective: "the Basel-based firm", "Saudi-led forces"."""
    prefixes = words.table("verb_prefixes")
    found = [at + 1 for at in places_of(TIED_VERBS, kinds)] if prefixes else []
    return [
        index
        for index in found
        if TIED_VERB.match(kinds, index)
        and ends[index - 2] == starts[index - 1]
        and ends[index - 1] == starts[index]
        and lower[index - 2] not in prefixes
    ]


def _participles_of_posts(kinds: str, lower: list[str], words: Lexicon) -> list[int]:
    """Participles that belong to a post: "managing director Ada Holm"."""
    heads = words.table("post_participles")
    if not heads:
        return []
    return [
        at
        for at in places_of(("gn",), kinds)
        if lower[at] in heads
        and (words.is_title(lower[at + 1]) or words.has("post_heads", lower[at + 1]))
    ]


def _owned_nouns(kinds: str, lower: list[str]) -> list[int]:
    """Bare forms behind an owner's name and before a verb: "the Hutchins campaign said"."""
    found = [match.end() - 1 for match in OWNED_NOUN.finditer(kinds)] if "Nvv" in kinds else []
    return [at for at in found if not lower[at].endswith(("ed", "s"))]


def _counted(kinds: str, lower: list[str], words: Lexicon) -> list[int]:
    """Numbers that look like a pronoun before what they count: "the mother of one victim"."""
    return [
        at + 2
        for at in places_of(("npxn", "npxN"), kinds)
        if words.has("one_of_many", lower[at + 2]) and words.has("name_joints", lower[at + 1])
    ]


def _said_nouns(kinds: str, lower: list[str], words: Lexicon) -> list[int]:
    """Bare forms between a verb of saying and an auxiliary: "the union said pay had fallen"."""
    return [
        at + 1
        for at in places_of(("vva",), kinds)
        if lower[at] in words.cues and not lower[at + 1].endswith(("ed", "s"))
    ]


def _small_endings(kinds: str, starts: list[int], ends: list[int]) -> list[int]:
    """What a hyphen ties small to a name of two words in front of a verb: "Kim Sung-ho said"."""
    return [
        at + 3
        for at in places_of(SMALL_ENDINGS, kinds)
        if ends[at + 1] == starts[at + 2] and ends[at + 2] == starts[at + 3]
    ]


def _particles(kinds: str, lower: list[str], words: Lexicon) -> list[int]:
    """Small words inside a name: "Jan van der Wit"."""
    particles, found = words.table("name_particles"), list[int]()
    for name in places_of(NAME_PARTS, kinds) if particles else ():
        end = kinds.index("N", name + 1)
        small = kinds.count("n", name + 1, end)
        if particles.issuperset(lower[name + 1 : name + 1 + small]):
            found += range(name + 1, name + 1 + small)
    return found
