"""Noun phrases before a cue, told from class letters."""

from __future__ import annotations

import re

from ..lexicon import Lexicon
from ..tagging.flags import ACCUSES, ENDS_IN_ED
from ..tagging.tokens import Tokens
from .antecedents import RELATIVE_REACH, before_object_relative, before_relative
from .appositions import PAST, apposed_name, before_pronoun, described, with_apposition
from .noun_phrases import TITLE, run_back

CHARGE_REACH = 20  # tokens of "accused of taking 40 crowns from a fund for the families of miners"
#: Class letters that are passed in one step, going back: all but those that tell a participle, or
#: end the search for it.
BEHIND_PARTICIPLE = "nN#tdprx)-"
#: Class letters of "in court", "out in court", "by the board in late August".
SETTING = re.compile("(?:p?pd?[nN#t]+|t|r)*")
ASIDE = 5  # tokens of ", for its part,"
SETTING_REACH = 4  # tokens of "in the past" inside a verb group


def skip_back(tokens: Tokens, index: int, first: int) -> int:
    """First token of the verb group that ends at `index`: helpers and adverbs before it."""
    kinds, begin = tokens.kinds, index
    if kinds[index - 1] not in "arnt":
        # As mostly: a name, a pronoun or a pause.
        return _before_aside(tokens, index, first) if kinds[index - 1] == "," else index
    while begin > first and kinds[begin - 1] in "ar":
        begin -= 1
    if begin == index and index - 2 > first and kinds[index - 1] == "n":
        begin = _before_setting(tokens, index, first)
    day = begin
    while day > first + 1 and kinds[day - 1] in "nt" and begin - day < 2:
        day -= 1
    if "t" in kinds[day:begin] and kinds[day - 1] == "p" and day - 1 > first:
        day -= 1
        while not tokens.verbs_known and day - 1 > first and kinds[day - 1] == "r":
            day -= 1  # "Сапрыкин | ещё в мае говорил"
        return day
    if day < begin and kinds[begin - 1] == "t" and kinds[begin - 2] in "nN" and begin - 2 >= first:
        return begin - 1  # "The court Monday struck"
    while begin < index and kinds[begin] == "r" and tokens.words[begin].endswith("ever"):
        begin += 1
    return begin


def _before_aside(tokens: Tokens, index: int, first: int) -> int:
    """First token of "did, however," or "has, for its part," before a verb; else `index` itself."""
    kinds, at = tokens.kinds, index - 2
    while at > first and index - at <= ASIDE and kinds[at] in "rpdn":
        at -= 1
    if kinds[at] != "," or at == index - 2 or at <= first or kinds[at - 1] not in "ar":
        return index  # as mostly
    begin = at - 1
    while begin > first and kinds[begin - 1] in "ar":
        begin -= 1
    return begin if kinds[begin] == "a" or kinds[begin + 1] == "a" else index


def _before_setting(tokens: Tokens, index: int, first: int) -> int:
    """First token of "has in the past" before a verb; `index` itself where nothing is set there."""
    at = index - 1
    while at > first and index - at < SETTING_REACH and tokens.kinds[at] in "nd#":
        at -= 1
    if tokens.kinds[at] != "p" or tokens.kinds[at - 1] != "a" or at + 1 == index:
        return index
    begin = at - 1
    while begin > first and tokens.kinds[begin - 1] in "ar":
        begin -= 1
    return begin


def phrase_before(tokens: Tokens, end: int, first: int, words: Lexicon) -> tuple[int, int] | None:
    """Noun phrase that ends right before token `end`, with its apposition; None without one."""
    kinds, last = tokens.kinds, end - 1
    if last < first:
        return None
    kind = kinds[last]
    reduced = None if kind in "x," else _before_participle(tokens, end, first, words)
    if reduced is not None:
        return _with_participle(tokens, reduced, end, first, words)
    tail = last > first and tokens.words[last] in words.words["source_tails"]
    if tail and kinds[last - 1] in "nNv":
        tailed = phrase_before(tokens, last, first, words)
        return (tailed[0], end) if tailed else None  # "a scientist (who works) there said"
    if kind == "x":
        return _pronoun(tokens, last, first, words), end
    if kind == "s" and words.has("relatives", tokens.words[last]):
        return _antecedent(tokens, last, first, words)
    if kind in ",-":
        return _before_pause(tokens, last, first, words)
    if kind == ")":
        opened = last
        while opened > first and kinds[opened] != "(":
            opened -= 1
        before = phrase_before(tokens, opened, first, words)
        return (before[0], end) if before else None
    if kind in "vg":
        begin = before_relative(tokens, end, first, words)  # "the men who left"
        return (begin, end) if begin < end else _before_own_clause(tokens, last, first, words)
    if kind == '"' and not tokens.verbs_known:
        title = _title_before(tokens, last, first)
        return (run_back(tokens, title - 1, first, words), end) if title is not None else None
    if kind not in "nN#d":
        return None
    if last > first and kinds[last - 1] == "x" and tokens.flags[last] & ENDS_IN_ED:
        asked = _before_own_clause(tokens, last, first, words)  # as a tagger may take it
        if asked is not None:
            return asked
    if kind == "d" and last > first and kinds[last - 1] in "nN":
        last -= 1  # "Holm and Brand both said"
    begin = run_back(tokens, last, first, words)
    return before_relative(tokens, begin, first, words), last + 1


def _with_participle(
    tokens: Tokens, begin: int, end: int, first: int, words: Lexicon
) -> tuple[int, int] | None:
    """A phrase that ends in what was done to it, or whom such a clause is about."""
    if begin - 2 > first and tokens.kinds[begin - 2 : begin] == "sp":
        whose = words.has("relatives", tokens.words[begin - 2])
        if whose and words.has("settings", tokens.words[_noun_of(tokens, begin)]):
            # "The group, which in a message posted online denied"
            return _antecedent(tokens, begin - 2, first, words)
    return begin, end


def _pronoun(tokens: Tokens, last: int, first: int, words: Lexicon) -> int:
    """First token of a phrase that ends in a pronoun: "two of them", "the company that ran it"."""
    if last - 2 > first and tokens.kinds[last - 1] in "vg":
        begin = before_relative(tokens, last, first, words)
        if begin < last:
            return begin
    return before_pronoun(tokens, last, first, words)


def _before_pause(tokens: Tokens, pause: int, first: int, words: Lexicon) -> tuple[int, int] | None:
    """A phrase in front of a comma: with its apposition, or before ", however,"."""
    aside = pause - 1
    while aside > first and tokens.kinds[aside] in "rx":
        aside -= 1
    if first < aside < pause - 1 and tokens.kinds[aside] == ",":
        return phrase_before(tokens, aside, first, words)  # "The bank, however, said"
    found = with_apposition(tokens, pause, first, words)
    return found or apposed_name(tokens, pause, first, words)


def _before_own_clause(
    tokens: Tokens, verb: int, first: int, words: Lexicon
) -> tuple[int, int] | None:
    """People whom somebody met, asked or knows: "all the experts | I interviewed"."""
    kinds, at = tokens.kinds, verb - 1
    while at > first and kinds[at] in "ar":
        at -= 1
    who = at - 1
    if who <= first or kinds[who : at + 1] != "nx" or not words.is_plural(tokens.words[who]):
        return None
    return run_back(tokens, who, first, words), at


def _title_before(tokens: Tokens, close: int, first: int) -> int | None:
    """Token of the mark that opens a name in quotation marks: "компания «Речной путь»"."""
    opened = close - 1
    while opened > first and close - opened < TITLE and tokens.kinds[opened] in "nN-":
        opened -= 1
    named = opened > first and close - opened > 1 and tokens.kinds[opened] == '"'
    return opened if named and tokens.kinds[opened - 1] in "nN" else None


def _before_participle(tokens: Tokens, end: int, first: int, words: Lexicon) -> int | None:
    """Start of "a study published in May", given its end: what is done to it and when, no more."""
    kinds = tokens.kinds
    least = end - RELATIVE_REACH if end - RELATIVE_REACH > first else first
    index = least + len(kinds[least:end].rstrip(BEHIND_PARTICIPLE)) - 1
    counted = index - 3 > first and index >= least and _is_time_before(tokens, index, words)
    if counted:
        index -= 3  # "published three months before the fire"
    elif index - 2 > first and _is_time_of_deed(tokens, index, words):
        index, counted = index - 1, True  # "residents evacuated after the blast"
    if (
        index <= first
        or index < least
        or kinds[index] not in "gv"
        or kinds[index - 1] not in "nNpc"
    ):
        return None  # as almost always
    if kinds[index - 1] == "p":
        return _before_charge(tokens, end, first, words) if kinds[index] == "g" else None
    word = tokens.words[index]
    past = kinds[index] == "g" or word.endswith(PAST)
    if not past and not words.has("irregular_participles", word):
        return None
    behind = kinds[index + 1 : end]
    dated = len(behind) == 2 and behind[0] in "dn" and words.has("settings", tokens.words[end - 1])
    if not (dated or counted) and not SETTING.fullmatch(behind):
        return None
    if kinds[index - 1] == "c":  # "posted online and checked by S"
        return _before_participle(tokens, index - 1, first, words)
    begin = run_back(tokens, index - 1, first, words)
    if begin > first and words.has("relatives", tokens.words[begin - 1]):
        return None  # "a home where nine men died in March": a clause
    return before_object_relative(tokens, begin, first, words)


def _is_time_of_deed(tokens: Tokens, joint: int, words: Lexicon) -> bool:
    """Say whether "after" or "before" tells when something was done to somebody: not in "The aide
    resigned after a paper said"."""
    done = words.has("done_to_people", tokens.words[joint - 1])
    return done and words.has("act_joints", tokens.words[joint])


def _before_charge(tokens: Tokens, end: int, first: int, words: Lexicon) -> int | None:
    """Start of "a clerk accused of taking 40 crowns from a fund", given its end."""
    kinds, gerunds = tokens.kinds, tuple(words.table("gerund_endings"))
    for at in range(end - 3, max(first, end - CHARGE_REACH), -1):
        if kinds[at] in "ac,;:.s":
            return None
        charged = tokens.flags[at] & ACCUSES and kinds[at] in "gv"
        if charged and kinds[at + 1 : at + 3] == "pg" and kinds[at - 1] in "nN":
            done = tokens.words[at + 2].endswith(gerunds)
            return run_back(tokens, at - 1, first, words) if done else None
    return None


def _noun_of(tokens: Tokens, begin: int) -> int:
    """Last token of the noun that begins a phrase: "message" in "a message posted online"."""
    end = begin
    while end + 1 < len(tokens.kinds) and tokens.kinds[end + 1] in "nN":
        end += 1
    return end


def _is_time_before(tokens: Tokens, joint: int, words: Lexicon) -> bool:
    """Say whether "three months" stands in front of "before" or "after"."""
    timed = tokens.kinds[joint - 1 : joint + 1] == "ns"
    timed = timed and words.has("tag_times", tokens.words[joint - 1])
    return timed and words.has("act_joints", tokens.words[joint])


def _antecedent(
    tokens: Tokens, relative: int, first: int, words: Lexicon
) -> tuple[int, int] | None:
    """Noun phrase that a "who" or "which" refers to."""
    before = relative - 1
    while before >= first and tokens.kinds[before] in ",":
        before -= 1
    if before < first or tokens.kinds[before] not in "nN#":
        return None
    before = _before_age(tokens, before, first)
    begin = _behind_agent(tokens, run_back(tokens, before, first, words), before, words)
    if begin - 2 > first and tokens.kinds[begin - 3 : begin] in ("NN,", "nN,", "-N,"):
        begin = described(tokens, begin, first, words)  # "Ada Holm, the mayor, who said"
        if tokens.kinds[begin - 2 : begin + 1] == "N,n" and words.is_title(tokens.words[begin]):
            begin = run_back(tokens, begin - 2, first, words)  # "Ada Holm, head of a school, who"
    return begin, before + 1


def _before_age(tokens: Tokens, last: int, first: int) -> int:
    """Last token of a name before an age and a town: "Ada Holm, 38, of Lim"."""
    kinds = tokens.kinds
    if kinds[max(first, last - 2) : last + 1] == ",pN":
        last -= 3  # "of Lim"
    while last - 2 >= first and kinds[last - 1 : last + 1] == ",#":
        last -= 2
    return last


def _behind_agent(tokens: Tokens, begin: int, end: int, words: Lexicon) -> int:
    """First token behind "by" where something was done: "handed to the Sund Mail by | a clerk"."""
    mark = next((at for at in range(begin, end) if words.has("agent_marks", tokens.words[at])), -1)
    if mark <= begin:
        return begin if mark < begin else begin + 1
    if begin >= 2 and tokens.kinds[begin - 2 : begin] in ("gp", "vp"):
        return mark + 1
    if words.has("tag_times", tokens.words[mark - 1]):
        return mark + 1  # "sentenced to nine years by | Judge Orr"
    # "a bill levied by | the Tax Office", but of "a report published by the Tax Office" the whole
    done = tokens.kinds[mark - 1] == "g" and "n" in tokens.kinds[begin:mark]
    paper = words.has_any("documents", tokens.words[begin:mark])
    # "a man hit by a bus, who"
    named = "N" in tokens.kinds[mark:end] or not words.has_any(
        "person_relatives", tokens.words[end + 1 : end + 3]
    )
    return mark + 1 if done and named and not paper else begin
