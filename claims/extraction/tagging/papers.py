"""Papers whose nouns may be verbs, told without a tagger: "Records kept by S show that"."""

from __future__ import annotations

from ..lexicon import Lexicon

SUBJECT_REACH = 9  # tokens of "documents seen by the Varn Tide" in front of "show"
ENDS = ",.;:"  # class letters behind which no further paper is looked for
PLURALS = ("s", "data")


def is_paper(
    lower: list[str], letters: list[str], index: int, words: Lexicon, *, opens: bool = False
) -> bool:
    """Say whether what may be a verb is a paper, or what sort of one.

    "Documents seen by S", "according to tax records", "police documents,". opens: it is the first
    word of a sentence.
    """
    if letters[index - 1] == "a":
        cited = index > 1 and lower[index - 2] in words.prepositions
        return cited and words.has("infinitive_marks", lower[index - 1])
    if index + 1 >= len(lower):
        return False
    following, known = words.cues.get(lower[index + 1]), words.has("documents", lower[index])
    if known and following is not None and following.is_base:
        return True  # "Leaked documents suggest", ", records show"
    if known and letters[index - 1] == "," and words.has("makers", lower[index + 1]):
        return True  # "C, figures from S suggest"
    if opens:
        then = lower[index + 1]
        done = then.endswith("ed") or words.has("irregular_participles", then)
        return known or (done and lower[index] in words.nouns)
    return known and letters[index - 1] in "nvN" and lower[index + 1] in ENDS


def shows(lower: list[str], letters: list[str], index: int, words: Lexicon) -> bool:
    """Say whether a bare form tells what papers hold: "photos taken by S show"."""
    cue = words.cues.get(lower[index])
    if cue is None or "c" not in cue.frames:
        return False
    for at in range(index - 1, max(-1, index - SUBJECT_REACH), -1):
        if letters[at] in ENDS:
            return False
        if letters[at] in "nN" and lower[at].endswith(PLURALS):
            return words.has("documents", lower[at])
    return False
