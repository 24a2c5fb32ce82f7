"""Which of the languages with tables a text is written in: by script, letters and small words.

A small identifier of its own, because it only has to tell apart the languages that can be read, and
must say "none of them" rather than guess.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from .lexicon import languages, lexicon

UNKNOWN = "und"
SAMPLE = 6_000  # code points that are looked at
ENOUGH = 0.25  # share of words that are small words of the language
LEAD = 1.15  # how far ahead of the next language the first must be, in the same script
SHORT = 12  # words; a shorter text in Latin script is taken for the default language
FOREIGN = 0.004  # share of letters that the language does not have; names bring in some
SMALL_WORDS = (
    "determiners", "prepositions", "conjunctions", "subordinators", "auxiliaries",
    "pronouns.third", "pronouns.first", "adverbs",
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:['’״\"][^\W\d_]+)*['’]?")
SCRIPTS = {
    "latin": re.compile(r"[A-Za-zÀ-ɏ]"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "hebrew": re.compile(r"[\u05d0-\u05ea]"),
    "arabic": re.compile(r"[\u0620-\u064a]"),
}
SCRIPT_OF = {"ru": "cyrillic", "uk": "cyrillic", "he": "hebrew", "ar": "arabic"}
#: Letters that only one of two languages of the same script has.
OWN_LETTERS = {"ru": re.compile("[ыэъё]"), "uk": re.compile("[іїєґ]")}
#: Letters of languages in these scripts for which there are no tables.
FOREIGN_LETTERS = re.compile("[پچژگکیےٹڈڑ]|[љњћђџјў]")
#: Letters beyond a to z of each language in Latin script.
ACCENTED = {"de": "äöüß", "es": "áéíóúüñ", "fr": "àâæçéèêëîïôœùûüÿ"}
BEYOND_ASCII = re.compile(r"[ß-ɏ]")


@cache
def small_words(code: str) -> frozenset[str]:
    words = lexicon(code).words
    return frozenset().union(*(words.get(table, frozenset()) for table in SMALL_WORDS))


def detect(text: str, default: str = "en") -> str:
    """Return the code of the language of a text, or "und" when it is none that can be read.

    default: what a text in Latin script is taken for when it is too short to tell.
    """
    sample = text[:SAMPLE].lower()
    letters = {script: len(pattern.findall(sample)) for script, pattern in SCRIPTS.items()}
    script = max(letters, key=lambda name: letters[name])
    if not letters[script]:
        return UNKNOWN
    codes = [code for code in languages() if SCRIPT_OF.get(code, "latin") == script]
    codes = [code for code in codes if code != UNKNOWN]
    if len(FOREIGN_LETTERS.findall(sample)) > 0.02 * letters[script]:
        return UNKNOWN
    if script == "cyrillic":
        if sample.count("ъ") > 3 * (sample.count("ы") + sample.count("і")):
            return UNKNOWN  # Bulgarian
        hits = {code: len(OWN_LETTERS[code].findall(sample)) for code in codes}
        if any(hits.values()):
            return max(hits, key=lambda code: hits[code])
    if script in ("hebrew", "arabic"):
        return codes[0] if codes else UNKNOWN
    codes = [code for code in codes if foreign_letters(sample, code) <= FOREIGN * letters[script]]
    found = by_words(sample, codes)
    if found == UNKNOWN and script == "latin" and len(sample.split()) < SHORT:
        return default
    return found


def foreign_letters(sample: str, code: str) -> int:
    """Number of letters that a language in Latin script does not have."""
    own = ACCENTED.get(code)
    if own is None:
        return 0
    return sum(letter not in own for letter in BEYOND_ASCII.findall(sample))


def by_words(sample: str, codes: list[str]) -> str:
    """The language with the most small words, if they are many and it is well ahead."""
    counts = Counter(WORD.findall(sample))
    total = sum(counts.values()) or 1
    shares = {
        code: sum(count for word, count in counts.items() if word in small_words(code)) / total
        for code in codes
    }
    ranked = sorted(shares, key=lambda code: -shares[code])
    if not ranked or shares[ranked[0]] < ENOUGH:
        return UNKNOWN
    if len(ranked) > 1 and shares[ranked[0]] < LEAD * shares[ranked[1]]:
        return UNKNOWN
    return ranked[0]
