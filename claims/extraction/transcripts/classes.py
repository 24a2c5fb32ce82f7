"""One letter for each word of speech: what it can be where a new clause may begin.

Subjects: S pronoun ("we"), C one with its verb ("it's"), E "you", "it", "there", O other word that
may be one alone ("nobody"), T "that", Q other demonstrative. Of nouns: d article or owner,
D determiner that may stand alone ("some"), # number, n noun or adjective, i the same ending in "s",
N with a capital, H noun that takes a clause ("the way we ..."), u noun that ends a figure or time,
t day or month, m object pronoun. Verbs: a auxiliary, I one of a singular, A one with "n't", x other
form of "be", z verb that may take a clause ("said"; Z its base), v finite verb, V finite verb or
noun, e verb by its ending or noun, g other form. Between: p preposition, o "to", P particle ("up"),
c "and", b "but", B "so", s subordinator, f one that often comes first ("when"), j one that may be a
preposition, J "before" and "after", w question word, W "who". Besides: r adverb, R adverb with
something behind it, y word that ends a clause, Y "today", U "last", k word that opens a remark,
L "let's", l "let", h "thank". A comma is a letter of its own.
"""

from __future__ import annotations

from functools import cache

from ..lexicon import Lexicon, lexicon
from ..tagging.letters import letter_alone
from ..tagging.remembered import Remembered

MARKS = '"“”„«»()[]…-–—:?!.'
APOSTROPHES = "'’"
PAUSES = ",;"
#: Table -> letter, the first that holds the word.
TABLES = (
    ("clause_subjects", "S"),
    ("spoken_objects", "m"),
    ("singular_auxiliaries", "I"),
    ("finite_auxiliaries", "a"),
    ("remark_words", "k"),
    ("letting", "l"),
    ("recent_times", "U"),
    ("pronoun_determiners", "D"),
    ("thanking", "h"),
    ("fronted", "f"),
    ("light_subjects", "E"),
    ("days_around", "Y"),
    ("closing_words", "y"),
    ("clause_nouns", "H"),
    ("closing_nouns", "u"),
    ("open_subjects", "O"),
    ("openers", "T"),
    ("demonstratives", "Q"),
    ("spoken_numerals", "#"),
    ("before_and_after", "J"),
    ("subordinating_prepositions", "j"),
    ("questioning", "w"),
    ("person_relatives", "W"),
    ("joining", "c"),
    ("purpose", "B"),
    ("conjunctions", "b"),
    ("infinitive_marks", "o"),
    ("verb_particles", "P"),
    ("leading_adverbs", "R"),
    ("subordinators", "s"),
    ("weekdays", "t"),
    ("months", "t"),
    ("open_months", "t"),
    ("non_finite_auxiliaries", "x"),
)
SINGULARS = ("ss", "us", "is")
#: What the letter of a word alone becomes here.
OTHERS = {
    "W": "v", "S": "v", "B": "V", "V": "V", "E": "e", "G": "g", "R": "r", "a": "x", "x": "O",
    **{letter: letter for letter in "gv#dprcst"},
}  # fmt: skip


@cache
def classes_of(code: str) -> Remembered[str]:
    """Word as it is written, with its marks -> its letter, and a comma where one stands behind."""
    words = lexicon(code)

    def letters(written: str) -> str:
        word = written.strip(MARKS + PAUSES)
        if not word:
            return "," if written else ""
        return _letter(word, words) + ("," if written[-1] in PAUSES else "")

    return Remembered(letters)


def _letter(written: str, words: Lexicon) -> str:
    word = written.lower().replace("’", "'")
    base, mark, ending = word.partition("'")
    if mark:
        if word.endswith("n't"):
            return "A"
        if base == "let":
            return "L"
        if words.has("questioning", base) or words.has("person_relatives", base):
            return "w"
        if words.has("contracted_subjects", base) and words.has("auxiliaries", mark + ending):
            return "C"
        if ending in ("ve", "re", "ll"):
            return "a"
    if written[0].isupper() and words.has("open_months", word):
        return "t"
    for table, letter in TABLES:
        if words.has(table, word):
            return letter
    cue = words.cues.get(word)
    if cue is not None and "c" in cue.frames and not (cue.participle or cue.is_past_participle):
        return "Z" if cue.is_base else "z"
    alone = letter_alone(words.code, word)
    if alone == "W" and words.lemmas.get(word) == word:
        return "V"  # "cut"
    if alone in OTHERS:
        return OTHERS[alone]
    if written[0].isupper():
        return "N"
    return "i" if word.endswith("s") and not word.endswith(SINGULARS) else "n"
