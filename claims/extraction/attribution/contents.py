"""What is said behind a cue: where it begins, told from word order."""

from __future__ import annotations

import re

from ..lexicon import Cue
from ..tagging.day_marks import opens_time
from ..tagging.never import opens_never
from . import NEGATIVE
from .between import opens_measure, past_dative, past_mark
from .further import speaks_apart
from .insets import past_insets
from .measures import given, measured, told_of, traced
from .objects import stated_by, thing_after
from .occasions import past_occasion
from .openings import confronts, noun_before
from .pointed import pointed_at
from .said import Said, packed
from .thats import CLAUSE_REACH, DESCRIBING, is_saying, that_after
from .told import after_told
from .verdicts import past_verdict
from .view import View

#: Class letters up to a quotation mark, with no verb before it.
QUOTE_AHEAD = re.compile('[nNpdt#rx,:]*"')
LONG_CLAUSE = 5  # tokens behind "say" that are hardly a thing


def refuses(view: View, index: int, last: int) -> bool:
    """Say whether nothing but a "no" follows: "she said no."."""
    if index >= last or view.tokens.words[index].rstrip(".") not in view.refusals:
        return False
    asked = index + 2 < last and view.is_word("when_asked", index + 1)  # "said no when asked if C"
    return index + 1 == last or view.kinds[index + 1] in '.,"' or asked


def following(view: View, end: int, last: int, cue: Cue, *, documents: bool = False) -> Said | None:
    """What is said after a cue that ends before token `end`; None if it brings nothing.

    documents: the subject is a report or a count, which can "show" a thing.
    """
    kinds, words, frames, clause = view.kinds, view.tokens.words, cue.frames, "c" in cue.frames
    if clause and refuses(view, end, last):
        return Said((end, end + 1))
    begin = past_insets(view, end, last)
    if begin >= last:
        return None
    if cue.lemma in view.that_only and kinds[begin] not in "spt" and words[begin] not in view.that:
        return None  # "held talks that failed", but "held on Monday that C"
    if "t" in frames:
        return traced(view, begin, last)
    if "m" in frames:
        counted = measured(view, begin, last, cue)
        if counted is None and documents:
            counted = given(view, begin, last)
        if counted is not None or not clause:
            return counted
    marked = clause and words[begin] in view.measure_marks and not view.tokens.tagged
    if marked and opens_measure(view, begin, last):
        return packed(view, begin, last, is_object=True)
    if "n" in frames:
        begin = _past_verdict_before(view, begin, last, cue)
        # "denied ignoring reports that C", "qualifié de « roman » le récit"
        does = clause and kinds[begin] == "g" and view.is_gerund(begin)
        if does or (not clause and _judges_in_quotes(view, begin)):
            return packed(view, begin, last, is_object=True)
    if kinds[begin] == "N" and _is_reached(view, begin, last, cue):
        return None
    if _is_oneself(view, begin, cue):
        return None
    if words[begin] in view.pointing:
        alone = pointed_at(view, begin, last, cue)
        if alone is not None:
            return Said(alone, is_object=True)
    that = that_after(view, begin, last)
    answers = that is not None and view.words.has("answering", cue.lemma)
    if answers and view.is_word("charging_nouns", that - 1):
        return None  # "answered complaints that C": others say so
    if clause and kinds[begin] == "p":
        that = _own_that(view, begin, that, last)
    if that is not None and kinds[that - 1] == "n" and _names_thing(view, begin, cue):
        that = that if words[that - 1] in view.words.nouns else None
    if that is not None and not (that > begin and _describes_subject(view, begin, that, last, cue)):
        said = _opened_by(view, begin, that, last, cue)
        if said is not None:
            return said
    return _without_that(view, begin, last, cue, documents=documents)


def _opened_by(view: View, begin: int, that: int, last: int, cue: Cue) -> Said | None:
    """What a "that" opens; none behind a verb that brings no clause, and no noun that does."""
    noun = _bringing(view, begin, that, cue)
    if noun is not None and confronts(view, begin, noun, cue):
        return None
    if noun is not None and "n" not in cue.frames:
        if view.kinds[begin] != "p" and not view.is_word("occasions", begin):
            # "said reports that C were false": the reports are part of what is said.
            return packed(view, begin, last, noun=noun)
        noun = None  # "said in a statement that C", "said while giving evidence that C"
    states = "c" in cue.frames or noun is not None
    return packed(view, that, last, noun=noun) if states else None


def _own_that(view: View, begin: int, that: int | None, last: int) -> int | None:
    """The "that" of a cue behind that of somebody heard in between: "says in a film with Orr saying
    that D, that C"; else the one that was found."""
    comma = view.kinds.find(",s", begin, last)
    while comma > 0 and not view.is_word("openers", comma + 1):
        comma = view.kinds.find(",s", comma + 1, last)
    heard = comma > 0 and any(is_saying(view, at) for at in range(begin, comma))
    return comma + 1 if heard else that


def _describes_subject(view: View, begin: int, that: int, last: int, cue: Cue) -> bool:
    """Say whether "that" only tells of a subject behind a verb which takes nothing but clauses:
    "said many of the boats that they sold had leaked"."""
    kinds = view.kinds
    if not view.words.has("clause_only", cue.lemma) or kinds[begin] not in "dnN#":
        return False
    if kinds[that - 1] != "n" or view.is_word("tag_times", that - 1):
        return False
    pause = view.first_of(',.;:"', that, last)
    finite = [
        at
        for at in range(that, pause)
        if kinds[at - 1 : at + 1] == "va" or (kinds[at] in "va" and kinds[at - 1] not in "vagr")
    ]
    finite = [at for at in finite if not view.is_word("infinitive_marks", at)]
    return len(finite) > 1 and kinds[finite[1] - 1] in "nprv"


def _without_that(view: View, begin: int, last: int, cue: Cue, *, documents: bool) -> Said | None:
    """A clause or a thing behind a cue, where no "that" opens it."""
    kinds, words, frames, clause = view.kinds, view.tokens.words, cue.frames, "c" in cue.frames
    never = clause and cue.strong and kinds[begin] == "p"
    if never and opens_never(view.tokens, begin, view.words):
        return packed(view, begin, last)
    if clause and cue.strong and view.is_word("about_marks", begin):
        return told_of(view, begin, last)
    denied = kinds[begin] == "a" and begin + 1 < last and view.is_word("negations", begin)
    if clause and cue.strong and words[begin + denied] in view.perfect_infinitives:
        # "affirme avoir recueilli C et réclame D"
        further = view.kinds.find("cv", begin, last)
        return packed(view, begin, further if further > 0 else last)
    if view.is_word("claiming", begin - 1) and view.is_word("infinitive_marks", begin):
        return _claimed(view, begin, last)
    # "denied reports of a rift: “C”": C is no part of what is denied.
    thing = cue.stance in NEGATIVE and kinds[begin] in "dnN" and view.tokens.verbs_known
    quote = _quote_after(view, begin, last) if clause and not thing else None
    if quote is not None:
        return packed(view, quote, last)
    if "o" in frames or clause:
        begin = after_told(view.tokens, begin, last, view.words, told="o" in frames)
        if kinds[begin] == ":" and clause and begin + 1 < last:
            return packed(view, _past_second_cue(view, begin + 1, last), last)
        that = past_occasion(view, begin, last) if clause and kinds[begin] in "srd" else None
        if that is not None:
            return packed(view, that, last)
    if clause and cue.strong and view.has_datives:
        begin = past_dative(view, begin, last)
    if begin + 1 < last and kinds[begin] == "," and clause and view.comma_clauses:
        begin += 1
        if view.is_word("particles", begin - 2) and "n" not in frames:
            return packed(view, begin, last)  # "kündigte an, 40 Boote zu kaufen"
    if begin >= last or _says_nothing(view, begin, last, cue, documents=documents):
        return None
    stated = stated_by(view, begin, last) if cue.stance in NEGATIVE else None
    if stated is not None:
        return packed(view, stated + 1, last, noun=stated)
    if clause:
        if words[begin] in view.times_before:
            begin = _past_time(view, begin, last)
        if _opens_clause(view, begin, last, cue):
            return packed(view, begin, last)
    return thing_after(view, begin, last, cue, documents=documents)


def _claimed(view: View, begin: int, last: int) -> Said | None:
    """What one "claims to have" done; "a man who claimed to be a lawyer" only tells who he is."""
    defines = view.kinds[begin - 2] == "s" and view.is_word("relatives", begin - 2)
    return None if defines else packed(view, begin, last, is_object=True)


def _says_nothing(view: View, begin: int, last: int, cue: Cue, *, documents: bool) -> bool:
    """Say whether what follows is neither said nor meant by a source."""
    word, kinds = view.tokens.words[begin], view.kinds
    if word in view.speech_tails:
        return True
    if word in view.manners and kinds[begin + 1 : begin + 2] in ("a", "v", ".", ","):
        return True  # "the people who say so have shown nothing"
    if "o" in cue.frames and _wants(view, begin, last):
        return True
    if "d" in cue.frames and not documents and view.is_word("told", begin):
        return True  # "showed reporters a map of what she said was a mine"
    return cue.lemma in view.accounting and _is_share(view, begin, last)


def _opens_clause(view: View, begin: int, last: int, cue: Cue) -> bool:
    """Say whether a clause begins at a token, and no thing that a cue may take as well."""
    takes_thing = "n" in cue.frames
    if takes_thing and (_ends_at_joint(view, begin, last) or _is_account(view, begin, last)):
        return False
    if view.kinds[begin] == "p" and view.words.has("bargaining", cue.lemma):
        return False  # "agreed on the largest plan since they met"
    if not cue.strong and _names_thing(view, begin, cue):
        return False
    narrow = takes_thing or not cue.strong
    return view.is_clause(begin, last, narrow=narrow) or _must_state(view, begin, last, cue)


def _names_thing(view: View, begin: int, cue: Cue) -> bool:
    """Say whether a verb that says something elsewhere has a thing behind it: "wrote a book that",
    "established a rule that", or a place or a time: "began in Varn", "continued at nine"."""
    if view.words.has("lasting", cue.lemma):
        return view.kinds[begin] == "p"
    return view.words.has("making", cue.lemma) and view.is_word("indefinites", begin)


def _past_verdict_before(view: View, begin: int, last: int, cue: Cue) -> int:
    """Token after "as a lie", and after what marks a thing where the cue takes nothing else."""
    if view.is_word("quoting_marks", begin):
        begin = past_verdict(view, begin, last, cue)
    plain = "c" not in cue.frames and not view.tokens.tagged
    return past_mark(view, begin, last) if plain else begin


def _judges_in_quotes(view: View, begin: int) -> bool:
    """Say whether a verdict in quotation marks stands before what it is of."""
    marked = not view.tokens.tagged and view.is_word("verdict_marks", begin)
    return marked and view.kinds[begin + 1 : begin + 2] == '"'


def _past_second_cue(view: View, begin: int, last: int) -> int:
    """Token after a second cue behind a colon and its "that": "lo niega: sostiene que C"."""
    again = view.words.cues.get(view.tokens.words[begin])
    if again is None or not again.strong or begin + 2 >= last:
        return begin
    return begin + view.is_word("openers", begin + 1)


def _is_reached(view: View, begin: int, last: int, cue: Cue) -> bool:
    """Say whether somebody is called up, not called something: "called Ada Holm on Friday"."""
    if not view.words.has("reaching", cue.lemma):
        return False
    end = begin
    starts = view.tokens.starts
    while end < last and (view.kinds[end] == "N" or view.tokens.text[starts[end]].isupper()):
        end += 1
    # "a group called Harbour First has": a name by which it goes
    return end == last or view.kinds[end] in ".,;cptva"


def _is_oneself(view: View, begin: int, cue: Cue) -> bool:
    """Say whether somebody finds or sees themselves somewhere, and says nothing."""
    return "n" not in cue.frames and view.is_word("reflexives", begin)


def _ends_at_joint(view: View, begin: int, last: int) -> bool:
    """Say whether a thing ends at an "and" behind which somebody else speaks: "denied the charge
    and a lawyer said C"."""
    joint = begin
    while joint < last and view.kinds[joint] in "dnN#p":
        joint += 1
    joined = begin < joint < last and view.kinds[joint] == "c"
    return joined and speaks_apart(view, begin, joint, last)


def _is_account(view: View, begin: int, last: int) -> bool:
    """Say whether a thing that was told before is placed somewhere: "disputed this account in
    papers filed on Friday"."""
    if begin + 2 >= last or view.kinds[begin + 2] != "p":
        return False
    told = view.is_word("told_nouns", begin + 1) or view.tokens.words[begin + 1] in view.words.nouns
    return told and view.is_word("demonstratives", begin)


def _is_share(view: View, begin: int, last: int) -> bool:
    """Say whether a thing accounts for a share: "Mites explain about half of the losses"."""
    at = view.past_adverbs(begin, last)
    at += at < last and (view.kinds[at] in "dp")
    return at < last and (view.kinds[at] == "#" or view.is_word("numerals", at))


def _past_time(view: View, begin: int, last: int) -> int:
    """Token after the time of saying: "said last month there was no hurry"."""
    after = begin + 2
    timed = after < last and opens_time(view.tokens, begin, last, view.words)
    if not timed or view.kinds[after] not in "dxN#":
        return begin
    return after if view.is_clause(after, last, narrow=True) else begin


def _bringing(view: View, begin: int, that: int, cue: Cue) -> int | None:
    """Token of the noun that brings the "that" of a statement.

    Of what is denied it may stand further off: "rejected the claim, made in May, that C",
    "dismissed a claim spread online that C".
    """
    near = noun_before(view, that, begin)
    if near is not None or "n" not in cue.frames:
        return near
    noun = next(
        (at for at in range(begin, that) if view.tokens.words[at] in view.words.nouns), None
    )
    made = any(view.is_word("agent_marks", at) for at in range(begin, that))
    if noun is None or made or view.kinds[that - 1] == ",":
        return noun
    return None if view.kinds[noun + 1 : that].strip(DESCRIBING + "rt") else noun


def _must_state(view: View, begin: int, last: int, cue: Cue) -> bool:
    """Say whether a long noun phrase is a clause after all, its verb taken for a noun.

    "say the law targets poor people": one says little but clauses.
    """
    if not view.words.has("clause_only", cue.lemma) or view.kinds[begin] not in "dnN#x":
        return False
    stop = begin
    while stop < last and view.kinds[stop] not in ",.;:":
        stop += 1
    return stop - begin >= LONG_CLAUSE


def _wants(view: View, begin: int, last: int) -> bool:
    """Say whether the person told is to do something: "asked him (by name) to go"."""
    if view.kinds[begin] == "p":
        begin += 2
    return begin < last and view.is_word("infinitive_marks", begin)


def _quote_after(view: View, begin: int, last: int) -> int | None:
    """Token of a quotation that follows a cue at once, or after a comma or colon and no verb."""
    mark = QUOTE_AHEAD.match(view.kinds, begin, min(last, begin + CLAUSE_REACH))
    if mark is None:
        return None  # as mostly
    index = mark.end() - 1
    starts = view.quoted[index] >= 0 and view.ranges[view.quoted[index]][0] == index
    return index if starts and (index == begin or view.kinds[index - 1] in ",:") else None
