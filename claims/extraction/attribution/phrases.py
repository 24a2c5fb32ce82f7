"""Noun phrases around a cue, told from class letters."""

from __future__ import annotations

import re

from ..entities.tables import tables
from ..lexicon import Lexicon
from ..tagging.flags import ACCUSES
from ..tagging.tokens import OWNING, Tokens
from .antecedents import RELATIVE_REACH, before_object_relative, before_relative
from .noun_phrases import FIRM_JOINTS, REACH, run_back

CHARGE_REACH = 20  # tokens of "accused of taking 40 crowns from a fund for the families of miners"
APPOSED_REACH = 6  # tokens of such a name, with its commas
APPOSED = re.compile("NN{1,3}")  # class letters of a name between commas
QUOTED = 7  # tokens of a few words in quotation marks
TITLE = 6  # tokens of a name in quotation marks
#: Class letters that are passed in one step, going back: all but those that tell a participle, or
#: end the search for it.
BEHIND_PARTICIPLE = "nN#tdprx)-"
PIECES = 4  # pieces between commas that may describe a source
REFLEXIVE = ("self", "selves")
PAST = ("ed", "en")  # endings of what a tagger may take for a past tense: "filed in court"
#: Class letters of "in court", "out in court", "by the board in late August".
SETTING = re.compile("(?:p?pd?[nN#t]+|t|r)*")
OWNER = re.compile(",s(?:n+,)?$")  # of ", whose" and ", whose father,"
SETTING_REACH = 4  # tokens of "in the past" inside a verb group


def skip_back(tokens: Tokens, index: int, first: int) -> int:
    """First token of the verb group that ends at `index`: helpers and adverbs before it."""
    kinds, begin = tokens.kinds, index
    if kinds[index - 1] not in "arnt":
        return index  # as mostly: a name, a pronoun or a pause
    while begin > first and kinds[begin - 1] in "ar":
        begin -= 1
    if begin == index and index - 2 > first and kinds[index - 1] == "n":
        begin = _before_setting(tokens, index, first)
    day = begin
    while day > first + 1 and kinds[day - 1] in "nt" and begin - day < 2:
        day -= 1
    if "t" in kinds[day:begin] and kinds[day - 1] == "p" and day - 1 > first:
        return day - 1
    if day < begin and kinds[begin - 1] == "t" and kinds[begin - 2] in "nN" and begin - 2 >= first:
        return begin - 1  # "The court Monday struck"
    while begin < index and kinds[begin] == "r" and tokens.words[begin].endswith("ever"):
        begin += 1
    return begin


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
    kinds = tokens.kinds
    last = end - 1
    if last < first:
        return None
    reduced = None if kinds[last] in "x," else _before_participle(tokens, end, first, words)
    if reduced is not None:
        return reduced, end
    if last > first and kinds[last - 1] in "nN" and words.has("source_tails", tokens.words[last]):
        tailed = phrase_before(tokens, last, first, words)
        return (tailed[0], end) if tailed else None  # "a scientist there said"
    if kinds[last] == "x":
        return _before_pronoun(tokens, last, first, words), last + 1
    if kinds[last] == "s" and words.has("relatives", tokens.words[last]):
        return _antecedent(tokens, last, first, words)
    if kinds[last] in ",-":
        aside = last - 1
        while aside > first and kinds[aside] in "rx":
            aside -= 1
        if aside > first and aside < last - 1 and kinds[aside] == ",":
            return phrase_before(tokens, aside, first, words)  # "The bank, however, said"
        described = _with_apposition(tokens, last, first, words)
        return described or _apposed_name(tokens, last, first)
    if kinds[last] == ")":
        opened = last
        while opened > first and kinds[opened] != "(":
            opened -= 1
        before = phrase_before(tokens, opened, first, words)
        return (before[0], last + 1) if before else None
    if kinds[last] in "vg":
        begin = before_relative(tokens, end, first, words)  # "the men who left"
        return (begin, end) if begin < end else None
    if kinds[last] == '"' and not tokens.verbs_known:
        opened = _title_before(tokens, last, first)
        return (run_back(tokens, opened - 1, first, words), end) if opened is not None else None
    if kinds[last] not in "nN#d":
        return None
    if kinds[last] == "d" and last > first and kinds[last - 1] in "nN":
        last -= 1  # "Holm and Brand both said"
    begin = run_back(tokens, last, first, words)
    return before_relative(tokens, begin, first, words), last + 1


def _title_before(tokens: Tokens, close: int, first: int) -> int | None:
    """Token of the mark that opens a name in quotation marks: "компания «Речной путь»"."""
    opened = close - 1
    while opened > first and close - opened < TITLE and tokens.kinds[opened] in "nN-":
        opened -= 1
    named = opened > first and close - opened > 1 and tokens.kinds[opened] == '"'
    return opened if named and tokens.kinds[opened - 1] in "nN" else None


def _title_after(tokens: Tokens, end: int, last: int) -> int:
    """Token after such a name, if one stands at `end`; `end` itself otherwise."""
    if tokens.verbs_known or end >= last or tokens.kinds[end] != '"':
        return end
    close = end + 1
    while close < last and close - end < TITLE and tokens.kinds[close] in "nN-":
        close += 1
    named = close < last and tokens.kinds[close] == '"' and close - end > 1
    if not named or tokens.kinds[end - 1] not in "nN":
        return end
    close += 1
    while close < last and tokens.kinds[close] == "N":
        close += 1  # "представитель компании «Речной путь» Лев Дудин"
    return close


def _title_behind_article(tokens: Tokens, begin: int, last: int) -> int:
    """Token after a name in quotation marks that has only an article before it: "des „Kuriers“"."""
    if tokens.verbs_known or tokens.kinds[begin : begin + 2] != 'd"':
        return begin
    close = begin + 2
    while close < last and close - begin < TITLE and tokens.kinds[close] in "nN-":
        close += 1
    capital = tokens.text[tokens.starts[begin + 2]].isupper()
    named = close < last and tokens.kinds[close] == '"' and close > begin + 2 and capital
    return close + 1 if named else begin


def _before_pronoun(tokens: Tokens, last: int, first: int, words: Lexicon) -> int:
    """Start of a phrase that ends in a pronoun: "two people close to him", "two of them"."""
    kinds = tokens.kinds
    if last - 2 < first or kinds[last - 1] != "p":
        return last
    tied = kinds[last - 2] in "nN#" or words.has("pronouns.indefinite", tokens.words[last - 2])
    return run_back(tokens, last, first, words) if tied else last


def _before_participle(tokens: Tokens, end: int, first: int, words: Lexicon) -> int | None:
    """Start of "a study published in May", given its end: what is done to it and when, no more."""
    kinds = tokens.kinds
    least = max(first, end - RELATIVE_REACH)
    index = least + len(kinds[least:end].rstrip(BEHIND_PARTICIPLE)) - 1
    counted = index - 3 > first and index >= least and _is_time_before(tokens, index, words)
    if counted:
        index -= 3  # "published three months before the fire"
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
        begin = _described(tokens, begin, first, words)  # "Ada Holm, the mayor, who said"
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
    if begin < 2 or tokens.kinds[begin - 2 : begin] not in ("gp", "vp"):
        return begin
    marks = (at for at in range(begin, end) if words.has("agent_marks", tokens.words[at]))
    return next(marks, begin - 1) + 1


def _with_apposition(
    tokens: Tokens, comma: int, first: int, words: Lexicon
) -> tuple[int, int] | None:
    """ "Jane Doe, 42, who heads the union," before a cue: the whole of it."""
    kinds = tokens.kinds
    end, inner = comma, ""
    for _ in range(PIECES):
        opening, quotes = end - 1, False
        while opening >= first and not _parts(tokens, opening) and comma - opening < REACH:
            if kinds[opening] == '"':
                opening = _before_quoted_word(tokens, opening, first)
                quotes = True
            shortened = kinds[opening] == "." and words.has(
                "abbreviations", tokens.words[opening - 1]
            )
            if kinds[opening] in '.;:"' and not shortened:
                return None
            opening -= 1
        if opening <= first or not _parts(tokens, opening):
            return None
        inner = kinds[opening + 1]
        if quotes and inner not in "sgv":
            return None
        head = opening - 1
        if head > first and (kinds[head] == "r" or words.has("source_tails", tokens.words[head])):
            head -= 1  # "A nurse there, who"
        if tokens.words[head] in OWNING and head - 2 > first:
            head = _before_house(tokens, head, first)
        if kinds[head] == "#" and kinds[head - 1] == "N":
            head -= 1  # "Otto Brandt II, a writer,"
        elif kinds[head] == "#" and kinds[head - 1] == "d" and kinds[comma - 1] == "N":
            begin = run_back(tokens, head, first, words)  # "One of the two, Varn Rail, said"
            return (begin, comma) if begin == first or kinds[begin - 1] in ",;c" else None
        elif kinds[head] == "#" and kinds[head - 1] == "p":
            head -= 2  # "A report in 2017, drawn up by Orr,"
        if kinds[head] == ")":
            while head > first and kinds[head] != "(":
                head -= 1
            head -= 1
        alone = head == first or kinds[head - 1] in ":;"
        if alone and inner in "sdN" and words.has("of_several", tokens.words[head]):
            return head, comma  # "Officers doubt that: one, who left, said", "One, Ada Holm, said"
        if head >= first + 2 and kinds[head] == "x" and inner in "dNs":
            begin = _before_pronoun(tokens, head, first, words)
            if begin < head:  # "two of them, Holm and Brand, said"
                return _described(tokens, begin, first, words), comma
        if head >= first and kinds[head] in "nN":
            begin = run_back(tokens, head, first, words)
            named = "N" in kinds[begin : head + 1]
            opens = not kinds[first:begin].strip("rc,")
            named = named or bool(words.words.get("caseless") and opens)
            starts = begin == first or kinds[begin - 1] in ',;:cst"'
            # "In written evidence the chairman, Lord Orr, said"
            starts = starts or (kinds[first] == "p" and _only_sets(tokens, first, begin, words))
            # "Ada Holm, whose father, Per, lives there, said": it is not the father who speaks.
            # "whose head, Per Holm, said": he does.
            alone = end == comma and not kinds[opening + 1 : end].strip("N")
            starts = starts and (alone or not _is_owned(tokens, begin, first, words))
            planned = words.has("infinitive_marks", tokens.words[opening + 1])
            # "Its head, former diplomat Ada Holm,", "The fishmonger, 63, who sells cod,"
            named_behind = inner in "nN" and kinds[comma - 1] == "N"
            planned = planned or (kinds[begin] == "d" and (inner == "#" or named_behind))
            told = tokens.words[opening + 1]
            done = inner == "v" and (
                told.endswith(PAST) or words.has("irregular_participles", told)
            )
            if inner in "ng" and kinds[begin] == "d" and not tokens.tagged:
                # "Le document, daté du 3 mai, relève que"
                endings = tuple(words.table("participle_endings"))
                done = done or tokens.words[opening + 1].endswith(endings or PAST)
            planned = planned or (done and (starts or not tokens.tagged))
            if end < comma and begin > first and kinds[begin - 1] == "p" and inner in "dnN":
                return opening + 1, comma  # "In a letter to the Tide, the owner, Orr, said"
            if (named and inner in "dnNsp#gr") or ((inner in "dNspg" or planned) and starts):
                return _described(tokens, begin, first, words), comma
            parted = starts and words.has("partitives", tokens.words[opening + 2])
            if parted and words.has("partitive_relatives", tokens.words[opening + 3]):
                return begin, comma  # "The drivers, most of whom are old, said"
            if inner == "x" and tokens.words[opening + 1].endswith(REFLEXIVE):
                return begin, comma  # "Orr, herself a nurse, said"
        end = opening
    return None


def _before_house(tokens: Tokens, owning: int, first: int) -> int:
    """Token of the noun in "A nurse at St Anne's, who said", given that of "'s"."""
    place = owning - 1
    while place > first and tokens.kinds[place] == "N":
        place -= 1
    tied = place > first and tokens.kinds[place] == "p" and place < owning - 1
    return place - 1 if tied and tokens.kinds[place - 1] in "nN" else owning


def _only_sets(tokens: Tokens, first: int, end: int, words: Lexicon) -> bool:
    """Say whether no verb stands among the tokens in front of a subject: "in written evidence"."""
    return all(
        tokens.kinds[at] not in "va" or words.has("settings", tokens.words[at])
        for at in range(first, end)
    )


def _before_quoted_word(tokens: Tokens, close: int, first: int) -> int:
    """Token before a word or two in quotation marks: "who cut it from “hold”,"; else `close`."""
    opened = close - 1
    while opened > first and close - opened < QUOTED and tokens.kinds[opened] != '"':
        opened -= 1
    is_part = tokens.kinds[opened] == '"' and opened > first
    return opened - 1 if is_part and tokens.kinds[opened - 1] not in ',.;:"' else close


def _is_owned(tokens: Tokens, begin: int, first: int, words: Lexicon) -> bool:
    """Say whether ", whose" stands before a token, or ", whose father," before his name."""
    owner = OWNER.search(tokens.kinds, first, begin)
    return owner is not None and words.has("relatives", tokens.words[owner.start() + 1])


def _apposed_name(tokens: Tokens, comma: int, first: int) -> tuple[int, int] | None:
    """The name alone in "The judge who heard the case, Ada Holm, said"."""
    opening = tokens.kinds.rfind(",", first, comma)
    if tokens.verbs_known or opening <= first:
        return None
    named = APPOSED.fullmatch(tokens.kinds, opening + 1, comma)
    return (opening + 1, comma) if named else None


def _described(tokens: Tokens, begin: int, first: int, words: Lexicon) -> int:
    """Start of the name before a description: "Ada Holm, a nurse, giving evidence,", or of one
    that a relative clause parts from it: "Ada Holm, who left Varn Rail, the owner,"."""
    kinds = tokens.kinds
    if begin - 1 <= first or kinds[begin] not in "dnN#x":
        return begin
    if kinds[begin - 1] == "," and kinds[begin] == "d" and kinds[begin - 2] == "N":
        name = begin - 2
        while name > first and kinds[name - 1] in "N-":
            name -= 1
        # "a question from Ada Holm, the mayor,": not the question.
        tied = kinds[name - 1] == "p" and name > first
        return name if tied else run_back(tokens, begin - 2, first, words)
    for index in range(begin - 1, max(first + 1, begin - RELATIVE_REACH), -1):
        if kinds[index] in ',.;:"-':
            break
        if kinds[index] == "s" and words.has("relatives", tokens.words[index]):
            verbs = any(kind in "vga" for kind in kinds[index + 1 : begin])
            if verbs and kinds[index - 1] == "," and kinds[index - 2] == "N":
                return run_back(tokens, index - 2, first, words)
            break
    return begin


def _parts(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a comma, or a dash with space around it."""
    if tokens.kinds[index] == ",":
        return True
    if tokens.kinds[index] != "-" or index == 0 or index + 1 >= len(tokens.starts):
        return False
    if tokens.words[index] in FIRM_JOINTS:
        return False
    return tokens.ends[index - 1] < tokens.starts[index] and (
        tokens.ends[index] < tokens.starts[index + 1]
    )


def phrase_after(tokens: Tokens, begin: int, last: int, words: Lexicon) -> tuple[int, int] | None:
    """Noun phrase that starts at token `begin`, with its apposition."""
    kinds = tokens.kinds
    if begin >= last:
        return None
    if kinds[begin] == "x" and not words.has("pronouns.indefinite", tokens.words[begin]):
        return begin, begin + 1
    if kinds[begin] not in "nNd#x":
        return None
    if words.words.get("caseless") and words.has("settings", tokens.words[begin]):
        return None  # "נמסר בתגובה"
    end = _title_after(tokens, run_on(tokens, begin, last, words), last)
    if end <= begin:
        end = _title_behind_article(tokens, begin, last)
    if end <= begin:
        return None
    if words.words.get("caseless"):
        return begin, _named_end(tokens, begin, end, last, words)
    return begin, _apposition_end(tokens, end, last)


def _named_end(tokens: Tokens, begin: int, end: int, last: int, words: Lexicon) -> int:
    """Token after the name behind an office where no capital tells it: "לדברי השר, דן לוי, C".

    A further office may stand in front of the name, and behind an office two words up to a pause
    are a name that no list holds.
    """
    kinds = tokens.kinds
    if end + 1 >= last or kinds[end] != ",":
        return end
    given, name = tables(words.code).words.get("given", frozenset()), end + 1
    close = kinds.find(",", end + 1, min(last, end + APPOSED_REACH))
    while name < last and words.is_title(tokens.words[name]):
        name += 1
    if name < last and tokens.words[name] in given:
        return close if close > 0 else min(last, name + 2)
    office = any(words.is_title(word) for word in tokens.words[begin:end])
    paused = kinds[name : name + 3] in ("nn,", "nn.")
    return name + 2 if office and name == end + 1 and paused else end


def run_on(tokens: Tokens, begin: int, last: int, words: Lexicon) -> int:
    """Token after the noun phrase that starts at `begin`."""
    kinds = tokens.kinds
    end = begin + 1
    while end < last and end - begin < REACH and _extends_on(tokens, end, last, words):
        end += 1
    while end > begin and kinds[end - 1] in "pcd-":
        end -= 1
    return end


def _extends_on(tokens: Tokens, end: int, last: int, words: Lexicon) -> bool:
    """Say whether token `end` goes on with the noun phrase before it."""
    kinds, word = tokens.kinds, tokens.words[end]
    kind = kinds[end]
    following = kinds[end + 1] if end + 1 < last else ""
    if kind == "#" and following == "n" and kinds[end - 2 : end] == "dn":
        return False  # "according to the army | 40 rockets were fired"
    if kind in "nN#":
        # "laut Lene Kamp täglich 40": where nouns have capitals, what has none is not one of these.
        ends = kinds[end - 1] in "nN" and not tokens.text[tokens.starts[end]].isupper()
        if words.words.get("caseless") and words.has("settings", word):
            return False  # "אמר לוי בראיון"
        return not (ends and words.words.get("capital_nouns")) and word not in words.clitics
    if kind == "t":
        return kinds[end - 1] == "p" and not OWNING.isdisjoint(tokens.words[end + 1 : end + 2])
    if kind == "d":
        # A genitive: "der Bericht des Amtes".
        return kinds[end - 1] in "pcd" or words.has("genitives", word)
    if kind == "-":
        tied = tokens.ends[end - 1] == tokens.starts[end] or word in FIRM_JOINTS
        return bool(following) and tied
    if kind in "gv":
        # "the city's published accounts", "a company-compiled consensus", "a closely watched index"
        whose = tokens.words[end - 1] in OWNING or _is_tied_on(tokens, end)
        return whose and following in ("n", "N")
    if kind == "r":
        return kinds[end - 1] == "d" and kinds[end + 1 : end + 3] in ("gn", "vn")
    if kind == "p":
        if following == "t":  # "a report in Saturday's Courier"
            return end + 2 < last and tokens.words[end + 2] in OWNING
        if words.is_setting(tokens.words[min(end + 1, last - 1)]):
            return False  # "denied the firm in a statement"
        owned = word in OWNING and following in ("g", "v")
        return owned or (bool(following) and following in "nNd#" and words.has("attaching", word))
    if kind == "c":
        return bool(following) and following in "nNd" and words.has("joining", word)
    return False


def _is_tied_on(tokens: Tokens, end: int) -> bool:
    """Say whether a hyphen ties a participle to a noun, or an adverb stands before it."""
    before = tokens.kinds[end - 2 : end]
    tied = (
        tokens.ends[end - 2] == tokens.starts[end - 1]
        and tokens.ends[end - 1] == tokens.starts[end]
    )
    return (before == "n-" and tied) or before == "dr"


def _apposition_end(tokens: Tokens, end: int, last: int) -> int:
    """ ", head of the union" after a name, up to the next pause."""
    kinds = tokens.kinds
    if end + 1 >= last or kinds[end] != "," or kinds[end + 1] not in "dnN":
        return end
    if kinds[end + 1] != "N" and "N" not in kinds[max(0, end - 3) : end]:
        # Neither is a name described nor an office named: "the director, Ada Holm,".
        return end
    stop = end + 1
    while stop < last and stop - end < REACH:
        if kinds[stop] in '.;:"' or _parts(tokens, stop):
            return stop
        if kinds[stop] in "vax":
            return end
        stop += 1
    return stop if stop >= last else end
