"""What is said: where it begins and ends around a cue, told from word order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..lexicon import Cue
from ..tagging.day_marks import opens_time
from ..tagging.never import opens_never
from . import NEGATIVE, Span
from .besides import sets_beside, speaks
from .between import opens_measure, past_dative, past_mark, puts_down, ranks, starts_phrase
from .further import speaks_apart, subject_and_cue
from .occasions import past_aside, past_occasion, past_set_aside
from .openings import before_particle, is_title, noun_before, past_particle
from .parted import completes as completes_subject
from .pointed import pointed_at
from .tails import tail_cut
from .told import after_told
from .verdicts import is_saying, past_verdict
from .view import View

TIME = 3  # tokens of "a day later"
DESCRIBING = "dnNp#g()-"  # class letters of a description between commas
#: Class letters of "barely a third", "just over 40": an adverb that belongs to a figure.
MEASURED = re.compile("r+p?d?#")
#: Class letters up to a quotation mark, with no verb before it.
QUOTE_AHEAD = re.compile('[nNpdt#rx,:]*"')
INSET = 6  # tokens of an inset, with its commas
PARTS = ("numerals", "ordinals")  # tables of "a tenth of that"
LONG_CLAUSE = 5  # tokens behind "say" that are hardly a thing
CLAUSE_REACH = 16  # tokens between a cue and its "that"


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
            or _describes_paper(view, after, last)
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


def refuses(view: View, index: int, last: int) -> bool:
    """Say whether nothing but a "no" follows: "she said no."."""
    if index >= last or view.tokens.words[index].rstrip(".") not in view.refusals:
        return False
    return index + 1 == last or view.kinds[index + 1] in '.,"'


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
    if after >= last or kinds[after] not in ',"-:':
        return None
    begin = after if kinds[after] == '"' else after + 1
    if begin >= last or (begin == after and is_title(view, begin)):
        return None
    cut = tail_cut(view, begin, last)
    if view.is_word("openers", begin):
        return view.trimmed(begin, cut)
    if before is not None and kinds[begin] in "vag" and completes_subject(view, begin, before):
        return view.trimmed(begin, cut)
    if tag and kinds[begin] in "dnN#xt" and view.has_verb(begin, cut):
        return view.trimmed(begin, cut)
    if kinds[begin] == "c" and subject_and_cue(view, begin + 1, last):
        return None  # "A, she said, but Orr denied it"
    if kinds[begin] == "c" and before is not None and view.quoted[before[1] - 1] >= 0:
        verb = view.past_adverbs(begin + 1, cut)
        if verb < cut and kinds[verb] == "v" and view.quoted[verb] < 0:
            return None  # “A,” he says, and starts the engine
    if before is not None and sets_beside(view, begin, cut, before):
        return view.trimmed(begin, cut)
    if before is not None and view.is_word("passive_auxiliaries", before[1] - 1):
        return view.trimmed(begin, cut)  # "It was, she said, the third flood"
    goes_on = kinds[begin] in '"c' or (kinds[begin] == "s" and kinds[begin + 1 : begin + 2] == '"')
    goes_on = goes_on or (tag and _depends(view, begin, cut))
    completes = before is not None and not view.has_verb(*before)
    if completes and kinds[begin] == "g" and kinds[before[1] - 1] == '"':
        return None  # "Look," he said, looking away
    if completes and not tag and kinds[begin] in "dn#Nx" and not view.has_verb(begin, cut):
        return None  # "Prices matter, said Orr, one of the authors"
    if completes and not view.tokens.verbs_known:
        # A whole quotation is no beginning of what stands behind who said it.
        whole = view.quoted[before[1] - 1] >= 0 and kinds[begin] != '"'
        completes = not whole and (view.has_verb(begin, cut) or starts_phrase(view, begin, cut))
    return view.trimmed(begin, cut) if goes_on or completes else None


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


@dataclass(slots=True)
class Said:
    """What follows a cue: a token range.

    is_object: it is a noun phrase, not a clause. noun: token of the noun that brings it, as
    "reports" in "denied reports that C".
    """

    span: Span
    is_object: bool = False
    noun: int | None = None


def following(view: View, end: int, last: int, cue: Cue, *, documents: bool = False) -> Said | None:
    """What is said after a cue that ends before token `end`; None if it brings nothing.

    documents: the subject is a report or a count, which can "show" a thing.
    """
    kinds, clause = view.kinds, "c" in cue.frames
    if clause and refuses(view, end, last):
        return Said((end, end + 1))
    begin = end
    if view.asides:
        begin = past_set_aside(view, begin, last)
    if begin < last and kinds[begin] in "r,":
        begin = _after_aside(view, begin, last)
    if view.particles:
        begin = past_particle(view, begin, last)
    words = view.tokens.words
    if begin + 1 < last and words[begin] in view.set_before:
        begin = _past_set_before(view, begin, last)
    if begin >= last:
        return None
    if cue.lemma in view.that_only and kinds[begin] not in "spt" and words[begin] not in view.that:
        return None  # "held talks that failed", but "held on Monday that C"
    if "t" in cue.frames:
        return _traced(view, begin, last)
    if "m" in cue.frames:
        return _measured(view, begin, last, cue)
    measured = clause and words[begin] in view.measure_marks and not view.tokens.tagged
    if measured and opens_measure(view, begin, last):
        return _packed(view, begin, last, is_object=True)
    if "n" in cue.frames:
        if view.is_word("quoting_marks", begin):
            begin = past_verdict(view, begin, last, cue, that_after)
        if not clause and not view.tokens.tagged:
            begin = past_mark(view, begin, last)
            if view.is_word("verdict_marks", begin) and kinds[begin + 1 : begin + 2] == '"':
                return _packed(
                    view, begin, last, is_object=True
                )  # "qualifié de « roman » le récit"
        if clause and kinds[begin] == "g" and view.is_gerund(begin):
            return _packed(view, begin, last, is_object=True)  # "denied ignoring reports that C"
    if words[begin] in view.pointing:
        alone = pointed_at(view, begin, last, cue)
        if alone is not None:
            return Said(alone, is_object=True)
    that = that_after(view, begin, last)
    if that is not None:
        noun = _bringing(view, begin, that, cue)
        timed = kinds[begin] == "p" or view.is_word("occasions", begin)
        if noun is not None and "n" not in cue.frames and timed:
            noun = None  # "said in a statement that C", "said while giving evidence that C"
        if noun is not None and "n" not in cue.frames:
            # "said reports that C were false": the reports are part of what is said.
            return _packed(view, begin, last, noun=noun)
        if clause or noun is not None:
            return _packed(view, that, last, noun=noun)
    never = clause and cue.strong and kinds[begin] == "p"
    if never and opens_never(view.tokens, begin, view.words):
        return _packed(view, begin, last)
    denied = kinds[begin] == "a" and begin + 1 < last and view.is_word("negations", begin)
    if clause and cue.strong and words[begin + denied] in view.perfect_infinitives:
        # "affirme avoir recueilli C et réclame D"
        further = view.kinds.find("cv", begin, last)
        return _packed(view, begin, further if further > 0 else last)
    # "denied reports of a rift: “C”": C is no part of what is denied.
    thing = cue.stance in NEGATIVE and kinds[begin] in "dnN" and view.tokens.verbs_known
    quote = _quote_after(view, begin, last) if clause and not thing else None
    if quote is not None:
        return _packed(view, quote, last)
    if "o" in cue.frames or clause:
        begin = after_told(view.tokens, begin, last, view.words, told="o" in cue.frames)
        if kinds[begin] == ":" and clause and begin + 1 < last:
            begin += 1
            again = view.words.cues.get(words[begin])
            if again is not None and again.strong and begin + 2 < last:
                begin += view.is_word("openers", begin + 1)  # "lo niega: sostiene que C"
            return _packed(view, begin, last)
        that = past_occasion(view, begin, last) if clause and kinds[begin] in "srd" else None
        if that is not None:
            return _packed(view, that, last)
    if clause and cue.strong and view.has_datives:
        begin = past_dative(view, begin, last)
    if begin + 1 < last and kinds[begin] == "," and clause and view.comma_clauses:
        begin += 1
        if view.is_word("particles", begin - 2) and "n" not in cue.frames:
            return _packed(view, begin, last)  # "kündigte an, 40 Boote zu kaufen"
    if begin >= last or words[begin] in view.speech_tails:
        return None
    if words[begin] in view.manners and kinds[begin + 1 : begin + 2] in ("a", "v", ".", ","):
        return None  # "the people who say so have shown nothing"
    if "o" in cue.frames and _wants(view, begin, last):
        return None
    if "d" in cue.frames and not documents and view.is_word("told", begin):
        return None  # "showed reporters a map of what she said was a mine"
    if cue.lemma in view.accounting and _is_share(view, begin, last):
        return None
    if clause and words[begin] in view.times_before:
        begin = _past_time(view, begin, last)
    narrow = "n" in cue.frames or not cue.strong
    apart = (
        "n" in cue.frames
        and clause
        and (_ends_at_joint(view, begin, last) or _is_account(view, begin, last))
    )
    # "agreed on the largest plan since they met"
    opens = kinds[begin] != "p" or not view.words.has("bargaining", cue.lemma)
    if (
        clause
        and opens
        and not apart
        and (view.is_clause(begin, last, narrow=narrow) or _must_state(view, begin, last, cue))
    ):
        return _packed(view, begin, last)
    takes_object = "n" in cue.frames or ("d" in cue.frames and documents)
    takes_object = takes_object or ("g" in cue.frames and kinds[begin] == "g")
    if words[begin] in view.pointers:
        weighed = "n" in cue.frames and _is_weighed_pointer(view, begin, last)
        if weighed or (takes_object and _is_lone_pointer(view, begin, last)):
            return Said((begin, begin + 1), is_object=True)
    # Behind a verb that brings no clause "that" can only point: "called that figure high".
    points = not clause and view.is_word("openers", begin)
    doing = "g" in cue.frames and view.is_doing(begin)
    if not (takes_object or doing):
        return None
    fits = points or doing or kinds[begin] in 'dnN#xg"' or _opens_amount(view, begin)
    fits = fits or (cue.stance in NEGATIVE and _is_crime(view, begin, last))
    if cue.stance in NEGATIVE and view.is_word("judged_openers", begin):
        return _packed(view, begin, last, is_object=True)
    if fits:
        return _packed(view, begin, before_particle(view, begin, last), is_object=True)
    return None


def _past_set_before(view: View, begin: int, last: int) -> int:
    """Token after "outright" and after what marks an object: "rejected outright the idea that"."""
    begin += view.is_word("flatly", begin)
    return begin + (begin + 1 < last and view.is_word("object_marks", begin))


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


def _is_crime(view: View, begin: int, last: int) -> bool:
    """Say whether a crime is taken for a verb: "denies murder", "denies attempted murder"."""
    if view.kinds[begin] != "v":
        return False
    return any(view.is_word("guilt_nouns", at) for at in range(begin, min(last, begin + 2)))


def _opens_amount(view: View, begin: int) -> bool:
    """Say whether a figure follows that is a bound: "shows at least 12 bodies"."""
    return view.kinds[begin + 2 : begin + 3] == "#" and view.is_word("bound_tails", begin + 1)


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


def _is_lone_pointer(view: View, index: int, last: int) -> bool:
    """Say whether nothing but a pointer is denied: "disputed that.", "disputed that, saying C",
    "denied that, and its lawyer left".
    """
    after = index + 1
    if after >= last or view.kinds[after] in ".;" or view.kinds.startswith(",c", after):
        return True
    return view.kinds.startswith(",g", after) and is_saying(view, after + 1)


def _is_weighed_pointer(view: View, begin: int, last: int) -> bool:
    """Say whether a verdict follows a pointer: "rejected that as absurd"."""
    return begin + 1 < last and view.is_word("quoting_marks", begin + 1)


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


def _measured(view: View, begin: int, last: int, cue: Cue) -> Said | None:
    """What a source measures: "put the number of dead at more than 300"."""
    if view.kinds[begin] not in "dnN#x":
        return None
    end = last - (view.kinds[last - 1] == ".")
    if view.is_word("measure_ends", end - 1) and not view.kinds[begin : end - 1].strip("dnN"):
        return _packed(view, begin, end, is_object=True)  # "puts the figure lower"
    if puts_down(view, begin, last):
        return _packed(view, begin, last, is_object=True)
    marks = view.measure_marks | view.words.table("measure_bounds")
    if view.words.has("ranking_verbs", cue.lemma):
        return _packed(view, begin, last, is_object=True) if ranks(view, begin, last) else None
    if view.words.has("rendering_verbs", cue.lemma):
        marks = view.words.table("quoting_marks")  # "gives the gap as 300"
    mark = begin
    while mark < last and view.kinds[mark] in "dnN#xprtsg-":
        if view.tokens.words[mark] in marks:
            break
        mark += 1
    if mark >= last or view.tokens.words[mark] not in marks:
        return None
    stop = mark
    while stop < last and view.kinds[stop] not in ",;.":
        stop += 1
    said = _packed(view, begin, last, is_object=True)
    parts = any(view.is_word(table, at) for at in range(mark, stop) for table in PARTS)
    return said if said is not None and (parts or "#" in view.kinds[mark:stop]) else None


def _traced(view: View, begin: int, last: int) -> Said | None:
    """What a source puts down to something: "attributed the fall to the closing of the bridge"."""
    stop = begin
    while stop < last and view.kinds[stop] not in ',;:."':
        stop += 1
    mark = next((at for at in range(begin + 1, stop) if view.is_word("infinitive_marks", at)), None)
    if mark is None or view.kinds[begin] not in "dnN#x" or "v" in view.kinds[begin:mark]:
        return None
    traced = view.kinds[mark + 1 : mark + 2] in ("d", "n", "N", "#", "g")
    return _packed(view, begin, last, is_object=True) if traced else None


def _after_aside(view: View, begin: int, last: int) -> int:
    """First token after adverbs, also between commas: "noted, however, that"."""
    while begin < last and view.kinds[begin] == "r" and not _counts(view, begin):
        begin += 1
    aside = begin + 1
    while begin < last and view.kinds[begin] == "," and view.kinds[aside : aside + 1] == "r":
        while aside < last and view.kinds[aside] == "r":
            aside += 1
        if aside >= last or view.kinds[aside] != ",":
            break
        begin = aside = aside + 1
    return _past_inset(view, begin, last)


def _past_inset(view: View, begin: int, last: int) -> int:
    """The comma before "that" behind an inset of a few words: "admitió, no obstante, que"."""
    if view.tokens.verbs_known or begin >= last or view.kinds[begin] != ",":
        return begin
    close = view.kinds.find(",", begin + 1, min(last, begin + INSET))
    inset = close > 0 and close + 1 < last
    inset = inset and (view.is_word("openers", close + 1) or view.opens_clause(close + 1))
    return close if inset and not any(kind in 'va"' for kind in view.kinds[begin:close]) else begin


def _counts(view: View, index: int) -> bool:
    """Say whether what a tagger takes for an adverb is a subject: "said most were old".

    Or an adverb of one that begins with a figure: "said barely a third were old".
    """
    if MEASURED.match(view.kinds, index):
        return True
    return view.kinds[index : index + 2] == "ra" and view.is_word("plurals", index)


def _quote_after(view: View, begin: int, last: int) -> int | None:
    """Token of a quotation that follows a cue at once, or after a comma or colon and no verb."""
    mark = QUOTE_AHEAD.match(view.kinds, begin, min(last, begin + CLAUSE_REACH))
    if mark is None:
        return None  # as mostly
    index = mark.end() - 1
    starts = view.quoted[index] >= 0 and view.ranges[view.quoted[index]][0] == index
    return index if starts and (index == begin or view.kinds[index - 1] in ",:") else None


def _packed(
    view: View, begin: int, last: int, *, is_object: bool = False, noun: int | None = None
) -> Said | None:
    pair = view.trimmed(begin, tail_cut(view, begin, last, is_object=is_object))
    return Said(pair, is_object, noun) if pair else None


def that_after(view: View, begin: int, last: int) -> int | None:
    """Token of the "that" which opens what is said, if there is one near."""
    words, kinds, nouns, that = view.tokens.words, view.kinds, view.words.nouns, view.that
    prefixes, past = view.prefixes, begin
    for index in range(begin, min(last, begin + CLAUSE_REACH)):
        if index < past:
            continue
        word, kind = words[index], kinds[index]
        if kind == '"' and index > begin and is_title(view, index):
            past = view.ranges[view.quoted[index]][1]
            continue
        if word in that and kind in "sdp":
            points = word in view.pointers and (
                (index == begin and _is_lone_pointer(view, index, last))
                or _is_weighed_pointer(view, index, last)
            )
            points = points or (index + 1 < last and view.is_word("kinds", index + 1))
            if _describes_paper(view, index, last):
                return _that_past_verb(view, index + 2, last)
            about = word in view.pointers and index > begin
            points = points or (about and _describes_thing(view, index))
            return None if points or _is_pointer(view, index, last) else index
        if word in nouns:
            continue
        if kind == "," and index + 1 < last:
            # Many languages set a comma before "that".
            if words[index + 1] in that or (prefixes and view.opens_clause(index + 1)):
                continue
            return _that_past_description(view, index, min(last, begin + 2 * CLAUSE_REACH))
        if prefixes and view.opens_clause(index):
            return index
        if kind in 'va":;.,':
            made = kind == "v" and not view.tokens.tagged and words[index - 1] in nouns
            if not made:
                return None
    return None


def _describes_paper(view: View, that: int, last: int) -> bool:
    """Say whether "that" only tells more of where it is said: "in a report that drew anger"."""
    if that + 1 >= last or view.kinds[that + 1] not in "va" or view.kinds[that - 1] not in "nN":
        return False
    paper = view.is_word("settings", that - 1) or view.is_word("documents", that - 1)
    return paper and view.tokens.words[that + 1] not in view.words.nouns


def _that_past_verb(view: View, begin: int, last: int) -> int | None:
    """ "that" behind such a description: "in a statement that came late that C"."""
    for index in range(begin, min(last, begin + CLAUSE_REACH)):
        if view.kinds[index] in ',.;:"va':
            return None
        if view.tokens.words[index] in view.that:
            return index
    return None


def _describes_thing(view: View, that: int) -> bool:
    """Say whether a verb right behind "that" tells of a thing or a month before it: "held talks in
    May that broke down", but not "told him that was so", "said in May that rents rose"."""
    verb = view.kinds[that + 1 : that + 2] == "v" and view.kinds[that - 2] in "pnd"
    plural = verb and view.tokens.words[that + 1].endswith("s")  # a noun to a word list
    return verb and (view.tokens.tagged or not plural)


def _is_pointer(view: View, index: int, last: int) -> bool:
    """Say whether "that" belongs to a noun: "accept that figure, ..."."""
    if not view.tokens.tagged or view.kinds[index] != "d":
        return False
    pause = index + 1
    while pause < last and view.kinds[pause] not in ',.;:"':
        pause += 1
    noun = view.kinds[index + 1 : pause]
    return bool(noun) and not noun.strip("nN#pd")


def _that_past_description(view: View, comma: int, last: int) -> int | None:
    """ "that" after a description between commas: "told Ms Orr, for the defence, that C"."""
    closing = comma + 1
    if view.kinds[closing] in "sg" and (that := past_aside(view, closing, last)) is not None:
        return that
    describing = DESCRIBING + "rt" if view.tokens.tagged else DESCRIBING + 'rtva"'
    if view.kinds[closing : closing + 2] in ("cr", "cg", "cv"):
        another = view.words.cues.get(view.tokens.words[closing + 1])
        if another is not None and another.strong and not view.tokens.tagged:
            return None  # "did not confess, but claims that C"
        closing += 2  # "a letter sent in May, and later withdrawn, that C"
    while closing < last and view.kinds[closing] in describing:
        closing += 1
    if closing + 1 < last and view.kinds[closing] == "," and view.is_word("openers", closing + 1):
        return closing + 1
    # "told a meeting in Salem, New Jersey on Monday that C"
    while closing < last and view.kinds[closing] in "tp":
        closing += 1
    placed = closing < last and view.is_word("openers", closing)
    return closing if placed and view.kinds[comma + 1] == "N" else None
