"""Which tables a word stands in, asked once for each word and kept as bits of one number.

What a whole statement holds is then one number, too: most rules see at a glance that they have
nothing to look for.
"""

from __future__ import annotations

from functools import cache, partial

from .lexicon import lexicon
from .remembered import Remembered

#: A word of judgement, or the first of several; a negation; a past tense; "have"; "I" and "we";
#: "this" and "those"; a word that may be a past tense by its ending.
JUDGES, NEGATES, PAST, PERFECT, FIRST_PERSON, POINTS, ENDS_IN_ED = (1 << bit for bit in range(7))
TABLES = {
    "negations": NEGATES,
    "judgement.past": PAST,
    "perfect": PERFECT,
    "pronouns.first": FIRST_PERSON,
    "demonstratives": POINTS,
}
#: Tables of judgement that judge nothing.
OTHERS = ("judgement.past", "judgement.denial")


@cache
def flags_of(code: str) -> Remembered[int]:
    """Word in lower case -> its bits, in one language."""
    words = lexicon(code)
    bits: dict[str, int] = {}
    for table, bit in TABLES.items():
        for word in words.table(table):
            bits[word] = bits.get(word, 0) | bit
    for table, entries in words.words.items():
        if table.startswith("judgement.") and table not in OTHERS:
            for entry in entries:
                first = entry.split()[0]
                bits[first] = bits.get(first, 0) | JUDGES
    return Remembered(partial(_flags, bits))


def _flags(bits: dict[str, int], word: str) -> int:
    return bits.get(word, 0) | (ENDS_IN_ED if word.endswith("ed") else 0)
