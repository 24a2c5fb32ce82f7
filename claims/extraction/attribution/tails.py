"""Where what is said ends: before ", adding ...", ", according to ..." and "but he denied ..."."""

from __future__ import annotations

import re

from . import NEGATIVE
from .further import subject_and_cue
from .judged import SUBJECT_REACH, answered_at, past, remarks
from .new_acts import new_act
from .view import View

#: Class letters at which what is said may end.
MAY_END = re.compile('[":;,c]')
HEARER = 3  # tokens of "High Court jury"
LATER_REACH = 3  # tokens of "a few days" before "after"


def tail_cut(view: View, begin: int, last: int, *, is_object: bool = False) -> int:
    """End of what is said: before ", adding ...", ", according to ...", "but he denied ..." """
    kinds = view.kinds
    for match in MAY_END.finditer(kinds, begin + 1, last - 1):
        index = match.start()
        kind = kinds[index]
        if kind == '"':
            if view.closes(index) and (
                _ends_at_quote(view, index + 1, last)
                or _describes_it(view, index + 1, last)
                or _tells_more(view, index + 1, last)
            ):
                return index + 1
            continue
        bounds = kinds[index + 1] == '"' or (is_object and kinds[index + 1] != "s")
        if kind == ":" and view.quoted[index] < 0 and bounds:
            return index
        if kind == ":" or view.quoted[index] >= 0:
            continue
        if kind == ";" or (kind == "c" and new_act(view, begin, index, last, is_object=is_object)):
            return index
        aside = index == begin + 1 and view.is_word("openers", begin)
        if (
            is_object
            and kinds[index : index + 2] == ",x"
            and subject_and_cue(view, index + 1, last)
        ):
            return index  # "asked whether she called Orr a liar, she said"
        if (
            kind == ","
            and not aside
            and (_ends_at_comma(view, begin, index, last) or _splices(view, begin, index, last))
        ):
            return index
    return last


def _describes_it(view: View, index: int, last: int) -> bool:
    """Say whether a dash behind a quotation tells what it was: "“not now” — an answer that"."""
    if index + 1 >= last or view.kinds[index : index + 2] != "-d":
        return False
    noun = past(view, index + 2, last, "n")
    return index + 2 < noun < last and view.kinds[noun] == "s"


def _tells_more(view: View, index: int, last: int) -> bool:
    """Say whether the article tells more of somebody's words: "“in line with it”, which is old"."""
    if index + 1 >= last or view.kinds[index : index + 2] != ",s":
        return False
    return view.is_word("subject_relatives", index + 1) and view.quoted[index + 1] < 0


def _splices(view: View, begin: int, comma: int, last: int) -> bool:
    """Say whether a comma is followed by a new sentence: "that C, he made clear later"."""
    kinds = view.kinds
    if comma + 2 >= last or kinds[comma + 1] != "x" or kinds[comma + 2] not in "var":
        return False
    first = begin + 1 if view.is_word("complementizers", begin) else begin
    return "s" not in kinds[first:comma] and view.has_verb(begin, comma)


def _ends_at_quote(view: View, after: int, last: int) -> bool:
    """Say whether another act of saying follows a closing mark: ",” he said"."""
    return _is_cue(view, view.past_adverbs(after, last), last) or subject_and_cue(view, after, last)


def _is_cue(view: View, index: int, last: int) -> bool:
    """Say whether a participle or a verb of saying without a subject stands at a token."""
    if index >= last:
        return False
    cue, _ = view.cue_at(index, last)
    if cue is None:
        return False
    if cue.participle:
        return cue.strong or cue.stance in NEGATIVE
    return cue.strong and view.kinds[index] == "v"


def _ends_at_comma(view: View, begin: int, comma: int, last: int) -> bool:
    after = view.past_adverbs(comma + 1, last)
    if after >= last:
        return False
    if view.is_phrase("correcting", comma + 1, comma + 4):
        return True  # "said rents had doubled, when in fact they fell"
    if view.kinds[after] == "c":
        return False
    if view.is_word("speech_tails", after):
        return not _goes_on_beside(view, after, last)
    if _opens_source(view, after, last):
        return True
    if (view.kinds[after] in "dn" or view.kinds.startswith("vs", after)) and (
        remarks(view, after, last) or answered_at(view, after, last) is not None
    ):
        return True
    if view.kinds[after] == "v" and _awaits_verb(view, begin, comma):
        return False
    if view.kinds[after] in "dnN" and _counts_too(view, after, last):
        return True
    if view.kinds[after] == "d" and _is_heard(view, after + 1, last):
        return True
    joined = view.is_joined(after) and view.kinds[after] == "v"
    return joined or _is_cue(view, after, last) or _later_act(view, after, last)


def _is_heard(view: View, begin: int, last: int) -> bool:
    """Say whether a body hears it: "C, a jury was told yesterday", "C, the inquiry heard"."""
    noun = past(view, begin, min(last, begin + HEARER), "nN")
    verb = noun
    while verb < last and view.kinds[verb] in "ar":
        verb += 1
    cue = view.words.cues.get(view.tokens.words[verb]) if verb < last else None
    heard = cue is not None and ("h" in cue.frames or (verb > noun and "o" in cue.frames))
    return heard and noun > begin and view.is_word("hearers", noun - 1)


def _goes_on_beside(view: View, index: int, last: int) -> bool:
    """Say whether ", while" goes on with what was found: "that A had left, while B had stayed"."""
    if not view.is_word("beside_marks", index):
        return False
    comma = view.kinds.find(",", index, last)
    inside = view.tokens.words[index + 1 : comma if comma > 0 else last]
    perfect = view.words.has_any("past_perfect", inside)
    return perfect and not subject_and_cue(view, index + 1, last)


def _counts_too(view: View, begin: int, last: int) -> bool:
    """Say whether somebody else gives a figure of their own: "C, the mayor said 12"."""
    verb = past(view, begin, min(last, begin + SUBJECT_REACH), "nNd")
    if not begin < verb < last - 1 or view.kinds[verb : verb + 2] != "v#":
        return False
    cue = view.words.cues.get(view.tokens.words[verb])
    return cue is not None and cue.strong


def _awaits_verb(view: View, begin: int, comma: int) -> bool:
    """Say whether a description ends at a comma, and the verb of whom it describes follows.

    "a firm in which Orr, the director, held 30%": Orr held it, nobody says so.
    """
    opening = view.kinds.rfind(",", begin, comma)
    if opening < 0 or any(kind in "vagsx" for kind in view.kinds[opening + 1 : comma]):
        return False
    joint = max(begin, view.kinds.rfind("s", begin, opening))
    return opening - joint > 1 and not any(kind in "va" for kind in view.kinds[joint:opening])


def _opens_source(view: View, index: int, last: int) -> bool:
    """Say whether ", according to" begins at a token: "de acuerdo con", but not "de haber"."""
    if not view.is_word("source_openers", index):
        return False
    words = view.tokens.words
    rests = [rest for rest, _, _ in view.words.prepositions.get(words[index], ())]
    if not all(rests):
        return True
    # An adjective may stand inside: "по предварительным данным".
    near = [tuple(words[at : min(last, at + 4)]) for at in (index + 1, index + 2)]
    return not rests or any(words[: len(rest)] == rest for rest in rests for words in near)


def _later_act(view: View, index: int, last: int) -> bool:
    """Say whether somebody else speaks in a side clause: ", a day after the union said that C"."""
    stop = min(last, index + LATER_REACH)
    while index < stop and view.kinds[index] in "dn#r":
        index += 1
    if index >= last or not view.is_word("act_joints", index):
        return False
    return subject_and_cue(view, index + 1, last)
