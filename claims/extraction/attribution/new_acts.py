"""Where somebody, behind a conjunction, does something else: "and denied that", "but he urged"."""

from __future__ import annotations

from ..tagging.flags import ENDS_IN_ED, IRREGULAR
from . import NEGATIVE
from .further import speaks_apart, subject_and_cue
from .judged import SUBJECT_REACH, past
from .view import View


def new_act(view: View, begin: int, index: int, last: int, *, is_object: bool) -> bool:
    """Say whether a conjunction leaves what is said: "and denied that", ", but he urged"."""
    kinds, after = view.kinds, _past_helpers(view, index, last)
    helper = kinds[index + 1 : index + 2] == "a" and view.is_word("finite_auxiliaries", index + 1)
    if is_object:
        if helper and "s" not in kinds[begin:index]:
            return True  # "denied a theft and was never charged": of the one who denies
        if _acts(view, begin, index, after, last):
            return True
    else:
        if _turns_on(view, index + 1, last) or _rejects(view, index + 1, last):
            return True
        if view.tokens.verbs_known and not view.has_verb(begin, index):
            apart = kinds[begin] == "p" and kinds[index - 1] == ","
            # "complained for months of cracks, and in May the port was shut"
            return _denies(view, index + 1) or (apart and _new_clause(view, index + 1, last))
        helpers = view.tokens.words[index + 1 : after]
        passive = view.words.has_any("passive_auxiliaries", helpers)
        if passive and kinds[index - 1] not in ',"':
            return False  # "wrote that it was late and had been rejected"
        if helper and _goes_on_before(view, begin, index, after):
            return False  # "said that A had lost 40 men and had told others to leave"
    if after < last and _says_more(view, begin, index, after, last, is_object=is_object):
        return True
    return _leaves(view, begin, index, last, is_object=is_object)


def _past_helpers(view: View, index: int, last: int) -> int:
    """Token after a conjunction, an aside and the helpers of the verb behind them."""
    after = index + 1
    if view.kinds[after] == ",":  # "denied it and, in a letter, described the draft as gossip"
        after = max(after, view.kinds.find(",", after + 1, last) + 1)
    while after < last and view.kinds[after] in "rat":
        after += 1
    return after


def _says_more(
    view: View, begin: int, index: int, after: int, last: int, *, is_object: bool
) -> bool:
    """Say whether a verb of saying goes on with what its speaker does, not with what is said."""
    kinds = view.kinds
    if kinds[after] != "v" and kinds[after - 1 : after + 1] != "ag":
        return False
    cue = view.words.cues.get(view.tokens.words[after])
    if cue is not None and cue.is_base and cue.stance in NEGATIVE and after == index + 1:
        return view.is_word("openers", after + 1)  # "accept that C but dispute that"
    if cue is None or cue.is_base:
        return False
    states = after + 1 < last and view.is_word("openers", after + 1)
    # "said that A had left, and called B a lie"
    states = states or (kinds[index - 1] in ',"' and "a" in kinds[begin:index])
    drops = bool(view.words.words.get("pro_drop"))
    if cue.strong or ((is_object or states) and (cue.is_past or drops)):
        return True
    # "admitió que C, pero culpó a O": nobody else is named
    apart = kinds[index - 1] == "," or view.is_word("person_marks", after + 1)  # "y culpó a O"
    return drops and apart and not cue.participle


def _leaves(view: View, begin: int, index: int, last: int, *, is_object: bool) -> bool:
    """Say whether somebody else does something behind a conjunction, or a new clause begins."""
    if not view.kinds[begin:index].rstrip('"').endswith(","):
        # "put the toll at 41 and the army said C"
        return is_object and speaks_apart(view, begin, index, last)
    if view.is_word("turning", index):
        if view.is_word("openers", index + 1):
            return False
        if view.is_clause(index + 1, last, narrow=True):
            return True
    if is_object and _new_clause(view, index + 1, last):
        return True
    return _shows(view, index + 1, last) or subject_and_cue(view, index + 1, last)


def _goes_on_before(view: View, begin: int, index: int, after: int) -> bool:
    """Say whether a past perfect goes on with one in what is said, without a comma between."""
    said, then = view.tokens.words[begin:index], view.tokens.words[index + 1 : after]
    joined = view.kinds[index - 1] not in ',"'
    return joined and all(view.words.has_any("past_perfect", words) for words in (said, then))


def _acts(view: View, begin: int, index: int, after: int, last: int) -> bool:
    """Say whether whoever denies a thing does another: "denied theft but paid the fine"."""
    if after >= last or view.kinds[after] not in "vg" or not view.tokens.verbs_known:
        return False
    past = view.tokens.flags[after] & (ENDS_IN_ED | IRREGULAR) > 0
    if view.kinds[after] == "g" and (
        view.tokens.flags[index - 1] & ENDS_IN_ED
        or view.is_word("agent_marks", after + 1)
        or after > index + 1
    ):
        return False  # "denied reports leaked and published by Orr"
    return past and not set("sva") & set(view.kinds[begin:index])


def _shows(view: View, begin: int, last: int) -> bool:
    """Say whether a paper shows something else: ", and a video seen by us shows a crater"."""
    verb = past(view, begin, min(last, begin + SUBJECT_REACH), "nNdx#prtg")
    cue = view.words.cues.get(view.tokens.words[verb]) if begin < verb < last else None
    if cue is None or "d" not in cue.frames or view.kinds[verb] != "v":
        return False
    return view.words.has_any("documents", view.tokens.words[begin:verb])


def _denies(view: View, index: int) -> bool:
    """Say whether who accepts one thing denies another: "accepted that advice but denied"."""
    cue = view.words.cues.get(view.tokens.words[index])
    return view.kinds[index] == "v" and cue is not None and cue.is_past and cue.stance in NEGATIVE


def _rejects(view: View, index: int, last: int) -> bool:
    """Say whether who speaks rejects a statement by name: "said C but rejected claims that D"."""
    cue = view.words.cues.get(view.tokens.words[index])
    if cue is None or not cue.is_past or cue.stance not in NEGATIVE:
        return False
    if view.kinds[index] not in "vg":
        return False
    noun = past(view, index + 1, last, "d")
    return noun < last and view.tokens.words[noun] in view.words.nouns


def _turns_on(view: View, index: int, last: int) -> bool:
    """Say whether who speaks goes on to accuse somebody: "said it was late and accused S of C"."""
    if index + 1 >= last or view.kinds[index] not in "vg":
        return False
    cue = view.words.cues.get(view.tokens.words[index])
    acts = cue is not None and not (cue.is_base or cue.participle)
    acts = acts and view.words.has("speaker_acts", cue.lemma)
    return acts and view.kinds[index + 1] in "dnNx"


def _new_clause(view: View, begin: int, last: int) -> bool:
    """Say whether a subject and its verb follow: "promised 240 boats, and nine have come"."""
    verb = past(view, begin, min(last, begin + SUBJECT_REACH), "nNdx#pr")
    return begin < verb < last and view.kinds[verb] in "va"
