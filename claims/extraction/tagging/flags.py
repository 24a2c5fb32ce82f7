"""Which tables a word stands in, asked once for each word and kept as bits of one number.

What a whole statement holds is then one number, too: most rules see at a glance that they have
nothing to look for.
"""

from __future__ import annotations

from functools import cache, partial

from ..lexicon import Lexicon, lexicon
from .remembered import Remembered

#: A word of judgement, or the telling one of several; a negation; a past tense; "have"; "I" and
#: "we"; "this" and "those"; a word that may be a past tense by its ending; "of", "to", and "that"
#: or "they", which tell what the word beside them is; a word at which an attribution may be found;
#: "that" alone; "which"; "because"; the last word of a denial ("not true"); the first word of what
#: contradicts ("no such"); "accused"; a word that may refer to something else ("it", "this"); "if";
#: what opens a remark, or tells that one is made ("We know that"); what may begin a statement of
#: its own behind a pause, beside "which" and "because"; what may open a demand or a maxim; "but",
#: which may except something; a past tense that no ending tells ("sold"); what brings a nickname
#: ("known", "dubbed"). Numbers of up to 30 bits are joined fastest.
(JUDGES, NEGATES, PAST, PERFECT, FIRST_PERSON, POINTS, ENDS_IN_ED, MARKS_NOUN, MARKS_INFINITIVE,
 FOLLOWS_SAYING, TRIGGERS, OPENS, RELATES, REASONS, DENIES, COUNTERS, ACCUSES, REFERS, SUPPOSES,
 FRAMES, GOES_ON, DEMANDS, EXCEPTS, IRREGULAR, CONTRASTS, NICKNAMES) = (
    1 << bit for bit in range(26)
)  # fmt: skip
#: What bears on the worth of a statement.
WEIGHS = (JUDGES | NEGATES | PAST | PERFECT | FIRST_PERSON | POINTS | ENDS_IN_ED | IRREGULAR
          | DENIES | COUNTERS)  # fmt: skip
#: What tells the letters of the words beside it.
TELLS = MARKS_NOUN | MARKS_INFINITIVE | FOLLOWS_SAYING
#: Words that are looked for one by one in every text, and so are listed once (Tokens.marked).
MARKED = TELLS | TRIGGERS | EXCEPTS | NEGATES | ACCUSES | NICKNAMES
TABLES = {
    "negations": NEGATES,
    "judgement.past": PAST,
    "perfect": PERFECT,
    "irregular_pasts": IRREGULAR,
    "pronouns.first": FIRST_PERSON,
    "demonstratives": POINTS,
    "noun_markers": MARKS_NOUN,
    "infinitive_marks": MARKS_INFINITIVE,
    "openers": FOLLOWS_SAYING | OPENS,
    "pronouns.third": FOLLOWS_SAYING | REFERS,
    "pointers": REFERS,
    "vague_openers": REFERS,
    "conditions": SUPPOSES,
    "remark_openers": FRAMES,
    "frame_heads": FRAMES,
    "cleft_openers": FRAMES,
    "adverbial_joints": GOES_ON,
    "sequels": GOES_ON,
    "partitive_relatives": GOES_ON,
    "superlatives": GOES_ON,
    "ordinals": GOES_ON,
    "equivalents": GOES_ON,
    "outcome_openers": GOES_ON,
    "adding_openers": GOES_ON,
    "membership": GOES_ON,
    "figure_openers": GOES_ON,
    "relatives": RELATES,
    "contrasts": CONTRASTS,
    "reasons": REASONS,
    "refusals": COUNTERS,
    "intensifiers": COUNTERS,
    "mistaking": COUNTERS,
    "untruths": COUNTERS,
    "accusing": ACCUSES,
    "demanders": DEMANDS,
    "imperatives": DEMANDS,
    "maxim_subjects": DEMANDS,
    "suppositions": DEMANDS,
    "excepting": EXCEPTS,
    "known_as": NICKNAMES,
    "nicknamed": NICKNAMES,
    "calling": NICKNAMES,
}
#: Tables of phrases: the place of the word that counts, the one that most phrases do not share;
#: without a place it is the rarest word, so that "not what was said" is not looked for wherever
#: somebody "said".
PHRASES = {
    "judgement.denial": (None, DENIES),
    "scorning": (-1, DENIES),
    "innocence": (-1, DENIES),
    "misreadings": (-1, DENIES),
    "accusations": (0, DENIES),
    "unaware": (0, DENIES),
    "countering": (0, COUNTERS),
    "bare_noes": (0, COUNTERS),
}
#: Tables of frequent words, the most frequent last; a word of none of them counts most.
FREQUENT = (
    ("question_words",),
    ("prepositions", "conjunctions", "pronouns.first", "pronouns.third"),
    ("auxiliaries", "negations", "determiners", "articles"),
)
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
    judging = [name for name in words.words if name.startswith("judgement.") and name not in OTHERS]
    for table in judging:
        for phrase in map(str.split, words.table(table)):
            word = phrase[telling_place(words, phrase)]
            bits[word] = bits.get(word, 0) | JUDGES
    for table, (place, bit) in PHRASES.items():
        for phrase in words.table(table):
            word = _rarest(words, phrase.split()) if place is None else phrase.split()[place]
            bits[word] = bits.get(word, 0) | bit
    for word in words.triggers:
        bits[word] = bits.get(word, 0) | TRIGGERS
    return Remembered(partial(_flags, bits))


def telling_place(words: Lexicon, phrase: list[str]) -> int:
    """Place in a phrase of the first word that is not frequent; the first of all where all are."""
    places = (
        place
        for place, word in enumerate(phrase)
        if not any(words.has(table, word) for tables in FREQUENT for table in tables)
    )
    return next(places, 0)


def _rarest(words: Lexicon, phrase: list[str]) -> str:
    """The word of a phrase that texts use least, as its tables tell; the last of equals."""

    def use(word: str) -> int:
        for rank, tables in reversed(list(enumerate(FREQUENT, 1))):
            if any(words.has(table, word) for table in tables):
                return 2 * rank
        return 3 if word in words.cues else 0

    return min(reversed(phrase), key=use)


def _flags(bits: dict[str, int], word: str) -> int:
    return bits.get(word, 0) | (ENDS_IN_ED if word.endswith("ed") else 0)
