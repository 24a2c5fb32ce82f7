"""Noun phrases with a description between commas: "Jane Doe, 42, who heads the union,"."""

from __future__ import annotations

import re

from ..lexicon import Lexicon
from ..tagging.tokens import OWNING, Tokens
from .antecedents import RELATIVE_REACH
from .noun_phrases import FIRM_JOINTS, REACH, run_back

APPOSED = re.compile("NN{1,3}")  # class letters of a name between commas
QUOTED = 7  # tokens of a few words in quotation marks
WORDS = "nNdxvagrpstc#()"  # class letters that are passed in one step, going back
PIECES = 4  # pieces between commas that may describe a source
REFLEXIVE = ("self", "selves")
PAST = ("ed", "en")  # endings of what a tagger may take for a past tense: "filed in court"
OWNER = re.compile(",s(?:n+,)?$")  # of ", whose" and ", whose father,"


def with_apposition(
    tokens: Tokens, comma: int, first: int, words: Lexicon
) -> tuple[int, int] | None:
    """ "Jane Doe, 42, who heads the union," before a cue: the whole of it."""
    kinds, end = tokens.kinds, comma
    for _ in range(PIECES):
        piece = _piece_before(tokens, end, max(first, comma - REACH + 1), first, words)
        if piece is None:
            return None
        opening, quotes = piece
        if quotes and kinds[opening + 1] not in "sgv":
            return None
        head = _before_tail(tokens, opening - 1, first, words)
        if kinds[head] == "#" and kinds[head - 1] == "d" and kinds[comma - 1] == "N":
            begin = run_back(tokens, head, first, words)  # "One of the two, Varn Rail, said"
            return (begin, comma) if begin == first or kinds[begin - 1] in ",;c" else None
        head = _before_number(kinds, head, first)
        begin = _described_from(tokens, head, (opening, end), comma, first, words)
        if begin is not None:
            return begin, comma
        end = opening
    return None


def _piece_before(
    tokens: Tokens, end: int, least: int, first: int, words: Lexicon
) -> tuple[int, bool] | None:
    """The comma that opens the piece before a comma, and whether words are quoted in the piece."""
    kinds, opening, quotes = tokens.kinds, end - 1, False
    while opening >= least:
        opening = least - 1 + len(kinds[least : opening + 1].rstrip(WORDS))
        if opening < least or parts(tokens, opening):
            break
        if kinds[opening] == '"':
            opening = _before_quoted_word(tokens, opening, first)
            quotes = True
        shortened = kinds[opening] == "." and words.has("abbreviations", tokens.words[opening - 1])
        if kinds[opening] in '.;:"' and not shortened:
            return None
        opening -= 1
    return (opening, quotes) if opening > first and parts(tokens, opening) else None


def _before_tail(tokens: Tokens, head: int, first: int, words: Lexicon) -> int:
    """Token of the noun in "A nurse there, who", "A nurse at St Anne's, who"."""
    if head > first and (
        tokens.kinds[head] == "r" or words.has("source_tails", tokens.words[head])
    ):
        head -= 1
    if tokens.words[head] in OWNING and head - 2 > first:
        return _before_house(tokens, head, first)
    return head


def _before_number(kinds: str, head: int, first: int) -> int:
    """Token of the noun before a number, a year or brackets."""
    if kinds[head] == "#" and kinds[head - 1] == "N":
        head -= 1  # "Otto Brandt II, a writer,"
    elif kinds[head] == "#" and kinds[head - 1] == "p":
        head -= 2  # "A report in 2017, drawn up by Orr,"
    if kinds[head] == ")":
        while head > first and kinds[head] != "(":
            head -= 1
        head -= 1
    return head


def _described_from(
    tokens: Tokens, head: int, piece: tuple[int, int], comma: int, first: int, words: Lexicon
) -> int | None:
    """First token of a source that a piece describes, given its last one; None if it does not.

    piece: the commas around it; comma: the last one before the cue.
    """
    kinds, (opening, end) = tokens.kinds, piece
    inner = kinds[opening + 1]
    alone = head == first or kinds[head - 1] in ":;"
    if alone and inner in "sdN" and words.has("of_several", tokens.words[head]):
        return head  # "Officers doubt that: one, who left, said", "One, Ada Holm, said"
    if head >= first + 2 and kinds[head] == "x" and inner in "dNs":
        begin = before_pronoun(tokens, head, first, words)
        if begin < head:  # "two of them, Holm and Brand, said"
            return described(tokens, begin, first, words)
    if head < first or kinds[head] not in "nN":
        return None
    begin = run_back(tokens, head, first, words)
    if (
        begin > first
        and kinds[begin - 1] == "x"
        and words.has("of_several", tokens.words[begin - 1])
    ):
        begin -= 1  # "One woman, 34, said"
    if end < comma and begin > first and kinds[begin - 1] == "p" and inner in "dnN":
        return opening + 1  # "In a letter to the Tide, the owner, Orr, said"
    if inner in "dnNsp#gr" and _is_named(tokens, begin, head, first, words):
        return described(tokens, begin, first, words)
    told = tokens.words[opening + 1 : opening + 4]
    if _starts_clause(tokens, begin, piece, comma, first, words):
        if kinds[begin] == "d" and not kinds[opening + 1 : end].strip("N."):
            return begin  # "It was built in Orno, | its owner, Ada Holm, said"
        if inner in "dNspg" or _is_description(tokens, begin, opening, comma, words):
            return described(tokens, begin, first, words)
        parted = words.has_any("partitives", told[1:2])
        if parted and words.has_any("partitive_relatives", told[2:]):
            return begin  # "The drivers, most of whom are old, said"
    return begin if inner == "x" and told[0].endswith(REFLEXIVE) else None  # "Orr, herself a nurse"


def _is_named(tokens: Tokens, begin: int, head: int, first: int, words: Lexicon) -> bool:
    """Say whether a name stands in a phrase; where no capital tells one, whether it opens."""
    if "N" in tokens.kinds[begin : head + 1]:
        return True
    return bool(words.words.get("caseless")) and not tokens.kinds[first:begin].strip("rc,")


def _starts_clause(
    tokens: Tokens, begin: int, piece: tuple[int, int], comma: int, first: int, words: Lexicon
) -> bool:
    """Say whether a noun phrase in front of a piece is a subject of its own."""
    kinds, (opening, end) = tokens.kinds, piece
    starts = begin == first or kinds[begin - 1] in ',;:cst"'
    starts = starts or not (tokens.verbs_known or kinds[first:begin].strip("r"))  # "earlier the"
    # "In written evidence the chairman, Lord Orr, said"
    if not starts and not (kinds[first] == "p" and _only_sets(tokens, first, begin, words)):
        return False
    # "Ada Holm, whose father, Per, lives there, said": it is not the father who speaks.
    # "whose head, Per Holm, said": he does.
    alone = end == comma and not kinds[opening + 1 : end].strip("N")
    return alone or not _is_owned(tokens, begin, first, words)


def _is_description(tokens: Tokens, begin: int, opening: int, comma: int, words: Lexicon) -> bool:
    """Say whether what looks like a verb, a number or a noun describes the noun before it."""
    kinds, inner, told = tokens.kinds, tokens.kinds[opening + 1], tokens.words[opening + 1]
    if words.has("infinitive_marks", told) or words.has("status_marks", told):
        return True  # "The pilot, now a coach, said"
    if kinds[begin] == "d" or words.has("of_several", tokens.words[begin]):
        # "Its head, former diplomat Ada Holm,", "The fishmonger, 63, who sells cod,"
        if inner == "#" or (inner in "nN" and kinds[comma - 1] == "N"):
            return True
        if inner in "ng" and not tokens.tagged:
            # "Le document, daté du 3 mai, relève que"
            return told.endswith(tuple(words.table("participle_endings")) or PAST)
    return inner == "v" and (told.endswith(PAST) or words.has("irregular_participles", told))


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


def apposed_name(tokens: Tokens, comma: int, first: int, words: Lexicon) -> tuple[int, int] | None:
    """The name in "The judge who heard the case, Ada Holm, said", with all that is before it.

    Where no verb is known it is the name alone.
    """
    opening, end = tokens.kinds.rfind(",", first, comma), comma
    if tokens.verbs_known and opening > first and tokens.kinds[opening + 1 : comma] == "#":
        opening, end = tokens.kinds.rfind(",", first, opening), opening  # "Ada Holm, 54,"
    if opening <= first or not APPOSED.fullmatch(tokens.kinds, opening + 1, end):
        return None
    if not tokens.verbs_known:
        return opening + 1, comma
    return (first, comma) if _is_told_by_clause(tokens, first, opening, words) else None


def _is_told_by_clause(tokens: Tokens, first: int, last: int, words: Lexicon) -> bool:
    """Say whether "A nurse who found the body" is all that stands among some tokens."""
    kinds = tokens.kinds
    if kinds[first] not in "d#x" or last - first > REACH or set(kinds[first:last]) & set(',.;:"'):
        return False
    relative = next((at for at in range(first + 2, last) if kinds[at] == "s"), None)
    if relative is None or kinds[relative - 1] not in "nN":
        return False
    opens = kinds[first + 1 : relative].strip("nN#p") == ""
    who = words.has("person_relatives", tokens.words[relative]) or words.has(
        "owning_relatives", tokens.words[relative]
    )
    return opens and who and any(kind in "vga" for kind in kinds[relative + 1 : last])


def described(tokens: Tokens, begin: int, first: int, words: Lexicon) -> int:
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


def parts(tokens: Tokens, index: int) -> bool:
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


def before_pronoun(tokens: Tokens, last: int, first: int, words: Lexicon) -> int:
    """Start of a phrase that ends in a pronoun: "two people close to him", "two of them"."""
    kinds = tokens.kinds
    if last - 2 < first or kinds[last - 1] != "p":
        return last
    tied = kinds[last - 2] in "nN#" or words.has("pronouns.indefinite", tokens.words[last - 2])
    return run_back(tokens, last, first, words) if tied else last
