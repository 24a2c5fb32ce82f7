"""Subject and cue behind or inside what is said: "C, S said", "A, S said, B"."""

from __future__ import annotations

from . import Span
from .besides import goes_on_behind, sets_beside, speaks
from .between import starts_phrase
from .further import subject_and_cue
from .openings import is_title
from .parted import completes as completes_subject
from .tails import tail_cut
from .thats import describes_paper, that_after
from .told import after_told
from .view import View

TIME = 3  # tokens of "a day later"


def is_tag(view: View, first: int, last: int, after: int, source: int, *, told: bool) -> bool:
    """Say whether subject and cue follow what is said: "C, S said".

    after: token after the cue; source: first token of the subject; told: the cue takes a person.
    """
    kinds, previous, cue_end = view.kinds, source - 1, after
    if told:
        after = after_told(view.tokens, after, last, view.words, told=True)
    if previous < first or kinds[previous] not in ',"-':
        return False
    if after >= last or kinds[after] in ",.;?!" or _is_dash(view, after):
        # «S» cue, that C: a name in quotation marks is part of who speaks.
        named = after + 1 < last and kinds[after] == "," and view.is_word("openers", after + 1)
        # "It was not true, S said, that C" has a verb before the source.
        return not named or (kinds[previous] == "," and view.has_verb(first, previous))
    if not view.has_verb(first, previous) and _resumes(view, after, last):
        return True
    if kinds[view.past_adverbs(after, last - 1)] == ":" and kinds[first] in "dnNx#":
        return view.has_verb(first, previous)  # "C, she adds: “D”"
    for mark in (previous, previous - 1):
        if mark >= first and kinds[mark] == '"':
            number = view.quoted[mark]
            return number < 0 or mark != previous or not is_title(view, view.ranges[number][0])
    return (
        view.has_verb(first, previous)
        and (
            kinds[after] in "prtg"
            or view.is_word("speech_tails", after)
            or _is_time(view, after, last)
            or describes_paper(view, after, last)
            # "in an interview published today": without a tagger no participle is known.
            or (kinds[after] == "v" and after > cue_end and not view.tokens.tagged)
        )
        and not _opens_statement(view, after, last)
    )


def _is_dash(view: View, index: int) -> bool:
    """Say whether a dash with space around it stands at a token: "C, S tells us - D"."""
    tokens = view.tokens
    return view.kinds[index] == "-" and tokens.ends[index - 1] < tokens.starts[index]


def _is_time(view: View, begin: int, last: int) -> bool:
    """Say whether "last week" or "a day later" ends what follows a cue."""
    end = begin
    while end < last and view.kinds[end] in "dnr#":
        end += 1
    if end < last and view.kinds[end] not in ",.;":
        return False
    return any(view.is_word("tag_times", at) for at in range(begin, min(end, begin + TIME)))


def _resumes(view: View, after: int, last: int) -> bool:
    """Say whether the verb of what is said follows: "Rents, she said earlier this week, fell"."""
    pause = after
    while pause < last and view.kinds[pause] in "rtpdnN#":
        pause += 1
    return pause + 1 < last and view.kinds[pause] == "," and view.kinds[pause + 1] in "va"


def _opens_statement(view: View, after: int, last: int) -> bool:
    """Say whether a "that" follows, as in "In May, she said on Monday that C"."""
    return that_after(view, after, last) is not None


def interrupted(
    view: View, after: int, last: int, before: Span | None, *, tag: bool
) -> Span | None:
    """Token range of the second part of "A, he said, B", if B goes on with what is said.

    before: token range of A; tag: the source stands before the cue, so that no description of it
    follows.
    """
    kinds = view.kinds
    while after < last and kinds[after] not in ',."' and kinds[after] in "rtpdnN#":
        after += 1
    if after < last and kinds[after] == ";" and before is not None:
        return goes_on_behind(view, after + 1, last, before)
    if after >= last or kinds[after] not in ',"-:':
        return None
    begin = after if kinds[after] == '"' else after + 1
    if begin >= last or (begin == after and is_title(view, begin)):
        return None
    cut = tail_cut(view, begin, last)
    # "It was wrong, she said, to suggest that C"
    states = view.is_word("infinitive_marks", begin) and view.is_word("stating_verbs", begin + 1)
    if states or view.is_word("openers", begin):
        return view.trimmed(begin, cut)
    if before is not None and kinds[begin] in "vag" and completes_subject(view, begin, before):
        return view.trimmed(begin, cut)
    if tag and kinds[begin] in "dnN#xt" and view.has_verb(begin, cut):
        return view.trimmed(begin, cut)
    if kinds[begin] == "c" and _acts_apart(view, begin, cut, last, before):
        return None
    if before is not None and (
        sets_beside(view, begin, cut, before)
        # "It was, she said, the third flood"
        or view.is_word("passive_auxiliaries", before[1] - 1)
    ):
        return view.trimmed(begin, cut)
    goes_on = kinds[begin] in '"c' or (kinds[begin] == "s" and kinds[begin + 1 : begin + 2] == '"')
    goes_on = goes_on or (tag and _depends(view, begin, cut))
    if before is not None and not view.has_verb(*before):
        if _tells_of_source(view, begin, cut, before, tag=tag):
            return None
        goes_on = goes_on or _completes(view, begin, cut, before)
    return view.trimmed(begin, cut) if goes_on else None


def _acts_apart(view: View, begin: int, cut: int, last: int, before: Span | None) -> bool:
    """Say whether somebody does something else behind a conjunction."""
    if subject_and_cue(view, begin + 1, last):
        return True  # "A, she said, but Orr denied it"
    if before is None or view.quoted[before[1] - 1] < 0:
        return False
    verb = view.past_adverbs(begin + 1, cut)
    if verb < cut and view.kinds[verb] == "v" and view.quoted[verb] < 0:
        return True  # “A,” he says, and starts the engine
    return _narrates(view, begin, cut, before)  # “A,” she said, but nine men had left


def _tells_of_source(view: View, begin: int, cut: int, before: Span, *, tag: bool) -> bool:
    """Say whether what stands behind a source tells of it, not more of what is said."""
    kinds = view.kinds
    if kinds[begin] == "g" and kinds[before[1] - 1] == '"':
        return True  # "Look," he said, looking away
    # "Prices matter, said Orr, one of the authors"
    return not tag and kinds[begin] in "dn#Nx" and not view.has_verb(begin, cut)


def _completes(view: View, begin: int, cut: int, before: Span) -> bool:
    """Say whether what has no verb in front of a source goes on behind it."""
    known = view.tokens.verbs_known
    # A whole quotation is no beginning of what stands behind who said it.
    if view.quoted[before[1] - 1] >= 0 and view.kinds[begin] != '"':
        return known and view.has_verb(begin, cut)  # not "Never," said Orr, to jeers
    return known or view.has_verb(begin, cut) or starts_phrase(view, begin, cut)


def _narrates(view: View, begin: int, cut: int, before: Span) -> bool:
    """Say whether the article goes on in its own words behind a whole quotation."""
    if view.quoted[before[1] - 1] < 0 or view.quoted[before[0]] < 0:
        return False
    plain = all(number < 0 for number in view.quoted[begin:cut])
    return plain and view.kinds[begin + 1] in "dnN#" and view.has_verb(begin + 1, cut)


def _depends(view: View, begin: int, last: int) -> bool:
    """Say whether a reason, a time or a complement of what is said follows the source.

    "The ship sailed, he said, because the pumps worked", "She had never been told, he said, of any
    leak".
    """
    if view.is_word("completing", begin) or view.kinds[begin : begin + 2] == "p#":
        return True  # "..., he said, from 8 million to 9 million"
    if not view.is_word("depending", begin) or speaks(view, begin + 1, last):
        return False
    return view.is_clause(begin + 1, last, narrow=True)
