"""Verbs of saying that a tagger takes for nouns, and nouns that it takes for such verbs."""

from __future__ import annotations

from ..lexicon import Cue, Lexicon
from ..lexicon.together import any_of

REACH = 14  # tokens in which a verb is looked for before another
DOCUMENT_REACH = 8  # tokens of "minutes of the board obtained by S" before "record that"


def is_adverb(word: str, words: Lexicon) -> bool:
    return words.has("adverbs", word) or word.endswith(words.lists["adverb_endings"])


def stand_alone(lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether a past form of saying has for its subject what mostly stands before a noun:
    "Both denied it", "Several said that"."""
    before = lower[index - 1]
    if before not in any_of(words.code, "lone_demonstratives", "lone_determiners"):
        return False  # as mostly
    cue = words.cues.get(lower[index])
    if words.has("lone_demonstratives", before):  # "These show that"
        states = words.has_any("openers", lower[index + 1 : index + 2])
        return cue is not None and "c" in cue.frames and states
    return cue is not None and cue.is_past and cue.strong


def mend_cues(letters: list[str], lower: list[str], marked: list[int], words: Lexicon) -> None:
    """Put right what taggers confuse around verbs of saying: "aides said", "Ms Orr said".

    marked: places of words among which all those verbs are.
    """
    cues = words.cues
    for index in [at for at in marked if at and (lower[at] in cues or lower[at] in words.phrases)]:
        cue = cues.get(lower[index])
        if cue is None:
            noun = letters[index] == "n" and letters[index - 1] in "Nx"
            if noun and _opens_phrase(lower, index, words):
                letters[index] = "v"
            continue
        _mend_beside(letters, lower, index, cue, words)
        if cue.is_base:
            _mend_bare(letters, lower, index, cue, words)
        elif not (cue.participle or cue.is_past_participle):
            _mend_finite(letters, lower, index, cue, words)


def _mend_beside(
    letters: list[str], lower: list[str], index: int, cue: Cue, words: Lexicon
) -> None:
    """What stands beside a verb of saying: "she adds | dryly:", "denies | manslaughter"."""
    letter = letters[index]
    dry = letter == "v" and letters[index + 1 : index + 3] == ["n", ":"]
    if dry and is_adverb(lower[index + 1], words):
        letters[index + 1] = "r"
    if cue.stance == "denies" and letters[index + 1 : index + 2] == ["r"]:
        _mend_charge(letters, lower, index + 1, words)
    if letter == "v" and cue.strong and letters[index - 1] == "r":
        opens = letters[index - 2 : index - 1] in ([], ["."])
        if opens and not is_adverb(lower[index - 1], words):
            letters[index - 1] = "N"  # "Kyiv denied"


def _mend_bare(letters: list[str], lower: list[str], index: int, cue: Cue, words: Lexicon) -> None:
    """A bare form of saying behind a plural or a conjunction: "activists say"."""
    letter, before = letters[index], letters[index - 1]
    if letter == before == "v" and cue.strong and lower[index - 1].endswith("s"):
        letters[index - 1] = "n"  # of what looks like two verbs the plural is the noun that speaks
    joined = letter == "n" and before == "c" and cue.stance == "disputes"
    if joined and words.has_any("openers", lower[index + 1 : index + 2]):
        letters[index] = "v"  # "accept that C but dispute that D"
    if letter in "np" and before in "nN" and _many_say(lower, index, cue, words):
        letters[index] = "v"


def _mend_finite(
    letters: list[str], lower: list[str], index: int, cue: Cue, words: Lexicon
) -> None:
    """A finite form of saying, and what looks like a verb before it: "reports said"."""
    letter = letters[index]
    if letter == "v" and is_thing(letters, lower, index, words):
        letters[index] = "n"
        return
    if letter == "v" and words.has("infinitive_marks", lower[index - 1]):
        letters[index - 1 : index + 1] = "pn"  # "no truth to reports that"
        return
    if letter in "gn" and _speaks(letters, lower, index, cue, words):
        letters[index] = "v"
    before = letters[index - 1]
    said = letters[index] == "v" and before in "vgN"
    past = words.cues.get(lower[index - 1]) if said else None
    if past is not None and past.is_past and past.strong and lower[index] in words.nouns:
        letters[index - 1], letters[index] = "v", "n"  # "refuted claims": what is refuted
        return
    # Of two finite verbs in a row the first is the noun that speaks.
    if cue.strong and letters[index] == "v" and before == "v":
        bidden = index > 1 and words.has("infinitive_marks", lower[index - 2])
        letters[index - 1] = "v" if bidden else "n"


def _many_say(lower: list[str], index: int, cue: Cue, words: Lexicon) -> bool:
    """Say whether a bare form behind a noun is a verb: "Police accuse S", "Prosecutors allege S
    took it", "official data show, and"."""
    if words.has("only_verbs", lower[index]):
        return True
    if words.has("only_bare", lower[index]):
        return words.is_plural(lower[index - 1])
    shown = "d" in cue.frames and lower[index + 1 : index + 2] in ([","], ["."])
    return shown and words.has("documents", lower[index - 1])


def _mend_charge(letters: list[str], lower: list[str], index: int, words: Lexicon) -> None:
    """What looks like an adverb and belongs to nothing is denied: "denies manslaughter by"."""
    following = "".join(letters[index + 1 : index + 2])
    if following in tuple("pc.,") and not is_adverb(lower[index], words):
        letters[index] = "n"


def is_thing(letters: list[str], lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether a noun that may be a verb of saying is the object of a verb before it.

    "trimmed its annual forecast", "after the firm's report".
    """
    if letters[index - 1] not in "nd" or lower[index] not in words.nouns:
        return False
    begin = index
    while begin and letters[begin - 1] == "n":
        begin -= 1
    return begin > 1 and letters[begin - 1] == "d" and letters[begin - 2] in "vgp"


def opens_clause(letters: list[str], lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether "that" before a plural or an article opens a clause: "and that rents rose"."""
    if not words.has("openers", lower[index]) or index + 1 >= len(lower):
        return False
    following = lower[index + 1]
    plural = letters[index + 1] == "n" and following.endswith("s") and following[-2:] != "ss"
    return letters[index + 1] == "d" or plural


def mend_base(letters: list[str], lower: list[str], index: int, words: Lexicon) -> None:
    """A bare form of saying before "that" or a pronoun is a verb behind a plural or a number.

    "Deputies in Varn claim that", "4 in 10 say they".
    """
    if index < 2 or letters[index - 1] != "n":
        return
    cue = words.cues.get(lower[index - 1])
    if cue is None or not cue.is_base:
        return
    counted = cue.strong and letters[index - 2] == "#"
    if counted or _plural_speaks(letters, lower, index - 1, words):
        letters[index - 1] = "v"


def _plural_speaks(letters: list[str], lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether what stands before a bare form is a plural subject at the start of a clause."""
    plural = False
    for at in range(index - 1, max(-1, index - REACH), -1):
        if at and letters[at] in "vg" and letters[at - 1] in "nN" and letters[at + 1] == "p":
            continue  # "letters seen by the board"
        if letters[at] not in "nNdp#-":
            opened = letters[at] == "c" and (not at or letters[at - 1] in '.,:"')
            return plural and (opened or letters[at] in '.,:"')
        if letters[at] == "n" or words.has("documents", lower[at]):
            plural = plural or words.is_plural(lower[at])
    return plural


def _joins_verb(letters: list[str], lower: list[str], conjunction: int, words: Lexicon) -> bool:
    """Say whether "and" ties a past form to a finite verb: "blamed the press and called it"."""
    for at in range(conjunction - 1, max(-1, conjunction - REACH), -1):
        if words.has("passive_auxiliaries", lower[at]):
            return False
        if letters[at] == "g" and letters[at - 1 : at] == ["a"]:
            # "had crossed the border, and called the report a lie"
            return not words.has("passive_auxiliaries", lower[at - 1])
        if letters[at] in ".;g":
            return False
        if letters[at] == "v":
            return True
    return False


def mend_closing_verbs(
    letters: list[str], lower: list[str], spans: list[tuple[int, int]], words: Lexicon
) -> None:
    """A verb of saying that a tagger takes for a noun: "Rents have risen, a survey shows."; or the
    other way round: "The board disputes that account."."""
    for first, end in spans:
        last = end - 1
        while last > first and letters[last] in '."':
            last -= 1
        if last > first and letters[last] == "g" and letters[last - 1] in ",N":
            # “C,” the firm's manager, Ada Holm, retorted.
            cue = words.cues.get(lower[last])
            said = cue is not None and cue.is_past and cue.strong and "c" in cue.frames
            if said and '"' in letters[first + 1 : last]:
                letters[last] = "v"
        told = last > first and letters[last] == "v" and letters[last - 1] == "d"
        if told and words.has("told_nouns", lower[last]):
            letters[last] = "n"
        if last <= first or letters[last] != "n" or letters[last - 1] not in "nN":
            continue
        cue = words.cues.get(lower[last])
        if cue is None or cue.participle:
            continue
        begin = last
        while begin > first and letters[begin - 1] in "nNdgp":
            begin -= 1
        # ", a count | the ministry contests."
        judged = cue.stance == "disputes" and letters[begin:last].count("d") > 1
        if "c" not in cue.frames and not judged:
            continue
        is_source = letters[begin] in "nNd" and "c" not in letters[begin:last]
        if words.has("contrary_marks", " ".join(lower[begin : begin + 2])):
            continue  # ", contrary to media reports"
        if is_source and begin > first + 1 and letters[begin - 1] in (',"-' if judged else ',"'):
            letters[last] = "v"


def _closes(letters: list[str], index: int) -> bool:
    """Say whether a form behind a noun ends what a pause sets apart: ", an aide confirmed.", ", an
    inquest heard on Monday."."""
    after = index + 1 + 2 * (letters[index + 1 : index + 3] == ["p", "t"])
    if letters[after : after + 1] not in (["."], [";"]):
        return False
    begin = index
    while begin and letters[begin - 1] in "nN":
        begin -= 1
    return begin > 1 and letters[begin - 1] == "d" and letters[begin - 2] in ',"'


def _opens_phrase(lower: list[str], index: int, words: Lexicon) -> bool:
    """Say whether all words of a verb of several stand at a token: "points out"."""
    return any(
        tuple(lower[index + 1 : index + 1 + len(rest)]) == rest
        for rest, _ in words.phrases.get(lower[index], ())
    )


def _speaks(letters: list[str], lower: list[str], index: int, cue: Cue, words: Lexicon) -> bool:
    """Say whether what stands around a cue that is tagged as something else makes it a verb."""
    before = letters[index - 1]
    if before == "d" and letters[index] == "g" and stand_alone(lower, index, words):
        return True
    if words.has("only_verbs", lower[index]):
        return before not in "d#p"
    following = lower[index + 1] if index + 1 < len(lower) else ""
    if following == ":" and letters[index + 2 : index + 3] == ['"']:
        # 'the mayor, Ada Holm, tweets: "', 'A note in the margin reads: "'
        return before in ",nN" and (cue.strong or words.has("quoting_papers", cue.lemma))
    if letters[index] == "n" and before in "Nx" and _opens_phrase(lower, index, words):
        return True  # "Orr points out"
    opens = words.has("openers", following)
    if opens and "d" in cue.frames and letters[index] == "n":
        near = lower[max(0, index - DOCUMENT_REACH) : index]
        if words.has_any("documents", near):
            return True  # "minutes of the board seen by Orr shows that"
    if letters[index] == "g" and before == "c" and cue.is_past:
        told = following in words.nouns  # "but rejected claims that"
        return opens or told or _joins_verb(letters, lower, index - 1, words)
    if letters[index] == "g" and before == "n" and _closes(letters, index):
        return cue.is_past  # ", a spokesperson confirmed;"
    if letters[index] == "g":
        return before in "Nxt" or (opens and (before == "c" or (before == "n" and cue.strong)))
    if before == "r" and cue.strong and letters[index] == "n":
        return lower[index] not in words.nouns
    if before in "Nx" and (following == "," or cue.is_past or (opens and cue.strong)):
        return True
    return before in "cnN" and opens and lower[index] not in words.nouns
