"""Statements that only say that another statement is not so."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from ..attribution import NEGATIVE
from ..attribution.denial_words import SCORN, ends_in_denial, find_denial
from ..lexicon import Lexicon
from ..parts.statements import Statement
from ..tagging.flags import COUNTERS, DENIES, FIRST_PERSON, NEGATES, OPENS
from ..tagging.tokens import Tokens
from .bare_answers import says_no
from .negations import negation_of
from .nevers import (
    is_unaware,
    knows_of_none,
    never_did,
    there_never_was,
    turns_down,
    was_never,
)

LONGEST = 9  # words of a bare rebuttal: "These numbers are not confirmed"
BARE = 4  # words of one without a word that points
FRAME = 12  # tokens of "there is no truth in reports that"
REACH = 24  # tokens in which it stands that somebody had nothing to do with a thing
ONLY_NO = 3  # tokens of "“No."
LONGEST_PHRASE = 6  # words of "nothing at all to do with"
COUNTER = 5  # words of "there was no question of"
PHRASE = 2  # words of "no truth"
TURNED = 5  # tokens of "but said that she"
NEGATED = 3  # tokens from the verb on in which "not" or "never" stands
LOOK_BACK = 2  # sentences of one speaker between a bare rebuttal and what spells it out
OPENING = 4  # tokens in which the noun stands that names a statement ("reports", "claims")
#: Marks of the words without one of which nothing is contradicted: at the start, and anywhere.
STARTS, CONTRADICTS = COUNTERS | FIRST_PERSON, DENIES | NEGATES


def rebuts(statement: Statement, tokens: Tokens, words: Lexicon, flags: int) -> bool:
    """Say whether somebody cited contradicts: "That is not true", "No, we have hidden nothing".

    Also where what is contradicted stands beside it: "Reports that a dam burst were false", "It is
    not true that a dam burst", "called the report a lie". flags: those of the statement's words.
    """
    attribution, begin = statement.attribution, statement.begin
    if attribution is None:
        return False
    first, opened = tokens.flags[begin], begin > 0 and tokens.flags[begin - 1] & OPENS
    if not (opened or first & STARTS or flags & CONTRADICTS):
        return False  # as most statements
    inside = tokens.words[begin : statement.end]
    if first & COUNTERS and _refuses(begin, tokens, words):
        return words.has_any("negations", inside[1:])
    if first & COUNTERS and says_no(statement, tokens, words):
        return True
    if opened and _is_opened_by_denial(statement, tokens, words):
        return True
    if first & COUNTERS and _counters(inside, words):
        return True
    if first & FIRST_PERSON and _goes_on(statement, tokens, words):
        return True
    if (first & FIRST_PERSON or flags & DENIES) and _denies_itself(inside, words, flags):
        return True
    if flags & NEGATES and (
        _insists(statement, tokens, words)
        or _keeps_off(statement, tokens, words)
        or _sets_against(statement, tokens, words)
        or _none_is_true(inside, words)
        or was_never(statement, tokens, words)
        or knows_of_none(inside, words)
        or never_did(inside, words)
        or there_never_was(inside, words)
        or turns_down(inside, words)
    ):
        return True
    return flags & DENIES > 0 and (
        _calls_untrue(statement, tokens, words) or is_unaware(inside, words)
    )


def _refuses(begin: int, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a statement opens with "No,"."""
    return words.has("refusals", tokens.words[begin]) and tokens.kinds.startswith(",", begin + 1)


def _calls_untrue(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a word of denial is said of what others say: "That is not true"."""
    attribution, begin = statement.attribution, statement.begin
    inside = tokens.words[begin : statement.end]
    naming = words.has("naming_verbs", attribution.lemma)
    if ends_in_denial(inside, words, "lone_denials"):
        return True  # "Von einem Notstand kann keine Rede sein"
    if _calls_wrong(inside, words) or _is_untruth(inside, words):
        return True
    if points_back(inside, words) and ends_in_denial(inside, words):
        return True
    phrase = find_denial(inside, words)
    if phrase is not None and words.has("lying", phrase[-1]) and inside[-1] != phrase[-1]:
        at = tokens.words.index(phrase[-1], begin, statement.end)
        if words.has("places_to_lie", tokens.words[at + 1]):
            return False  # "They are lying in the school in two rows"
    if phrase is None:
        return _scorns(inside, words, naming=naming)
    if naming or 1 < len(phrase) == len(inside):  # "Not true."
        return True
    if words.has("existentials", inside[0]) and words.has("negations", phrase[0]):
        return len(inside) <= LONGEST + len(phrase) - PHRASE  # "There is no truth in it"
    marks = words.table("complementizer_prefixes")
    named = any(
        word in words.nouns
        or words.has("rebutted_nouns", word)
        or (marks and word[0] in marks and word[1:] in words.nouns)
        for word in inside[:OPENING]
    )
    points = words.has("pointers", inside[0]) and (
        not tokens.verbs_known or tokens.kinds[begin + 1 : begin + 2] in ("a", "v", "r") or named
    )
    if points:
        first = _first_of_two(inside, begin, tokens)
        if find_denial(first, words) is None:
            first = inside
        return len(first) <= LONGEST and not _judges_a_deed(statement, tokens, words)
    if not tokens.verbs_known and len(inside) <= BARE and ends_in_denial(inside, words):
        return True  # "Es rotundamente falso": the verb alone points at what was said
    if inside[-1] in words.table("lying"):
        return True
    if not named:
        return False
    parts = (inside, _first_of_two(inside, begin, tokens), _before_maker(inside, words))
    return any(ends_in_denial(part, words) > 0 for part in parts)


def _before_maker(inside: list[str], words: Lexicon) -> list[str]:
    """The words in front of who made it up, or what for: "The report was fabricated | by Orr"."""
    for at in range(PHRASE, len(inside) - 1):
        if words.has("agent_marks", inside[at]) or words.has("infinitive_marks", inside[at]):
            return inside[:at]
    return inside


def _first_of_two(inside: list[str], begin: int, tokens: Tokens) -> list[str]:
    """The words in front of an "and" that goes on: "The story is untrue | and we have said so"."""
    end = begin + len(inside)
    if tokens.kinds.startswith("c", end - 2) and tokens.kinds[end - 1] in "nrg":
        return inside[:-2]  # "The story is untrue | and hurtful"
    joint = tokens.kinds.find("c", begin + 1, end - 2)
    return inside[: joint - begin] if joint > 0 and tokens.kinds[joint + 1] in "xdNva" else inside


def _judges_a_deed(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether "wrong" belongs to a thing, or gives a reason: "They bought the wrong pumps"."""
    begin, end = statement.begin, statement.end
    phrase = find_denial(tokens.words[begin:end], words)
    if phrase is None or len(phrase) > 1 or not words.has("two_edged_denials", phrase[0]):
        return False
    if words.has_any("perfect", tokens.words[begin : begin + NEGATED]):
        return True  # "They have been wrong before"
    at = tokens.words.index(phrase[0], begin, end)
    if words.has_any("infinitive_marks", tokens.words[at + 1 : at + 2]):
        # "It was wrong to close the ward", but "It is wrong to say that it was closed".
        tables = ("stating_verbs", "portraying_verbs")
        return not any(words.has_any(table, tokens.words[at + 2 : at + 3]) for table in tables)
    return statement.clause.relation == "adverbial" or tokens.kinds[at - 1] in "dn"


def _is_opened_by_denial(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether "it is not true that" or "no truth in reports that" stands in front."""
    begin = statement.begin
    if not tokens.flags_of_sentence(statement.sentence) & DENIES:
        return False
    if tokens.kinds[begin - 2] == "c":
        return False  # "said the report was untrue and that C"
    cue = statement.attribution.cue if statement.attribution else None
    at = begin - 1
    first = tokens.spans[statement.sentence][0]
    while at > first and begin - at < FRAME and tokens.kinds[at - 1] not in ',;:."':
        if cue is not None and tokens.starts[at - 1] < cue[1] <= tokens.starts[begin]:
            break
        at -= 1
    return find_denial(tokens.words[at : begin - 1], words) is not None


def _insists(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody insists that something is not so: "maintained she had never met him"."""
    attribution = statement.attribution
    if attribution is None or not words.has("insisting", attribution.lemma):
        return False
    verb = statement.begin
    while verb < statement.end and tokens.kinds[verb] not in "vag":
        verb += 1
    until = min(statement.end, verb + NEGATED + ('"' in tokens.kinds[verb : verb + NEGATED]))
    return any(
        words.has("negations", word) and not words.has("prepositions", word)  # "Without it, we"
        for word in tokens.words[statement.begin : until]
    )


def _sets_against(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a "never" is set against what is granted: "admitted C, but she had never"."""
    begin, first = statement.begin, tokens.spans[statement.sentence][0]
    turning = words.table("turning")
    back = max(first, begin - TURNED)
    if turning.isdisjoint(tokens.words[back + 1 : begin]):
        return False  # as most
    joint = next(at for at in range(begin - 1, back, -1) if tokens.words[at] in turning)
    granted = any(
        cue is not None and cue.stance == "concedes"
        for cue in map(words.cues.get, tokens.words[first:joint])
    )
    found = negation_of(begin, statement.end, tokens, words) if granted else None
    return found is not None and found.whole


def _counters(inside: list[str], words: Lexicon) -> bool:
    """Say whether a statement is set against another: "No such meeting took place"."""
    if inside[0] not in words.first_words("countering"):
        return False
    head = " ".join(inside[:COUNTER]) + " "
    return head.startswith(_heads(words.table("countering")))


def points_back(inside: list[str], words: Lexicon) -> bool:
    """Say whether a short statement is of some of what was said: "The first of these is a lie"."""
    if len(inside) > LONGEST:
        return False
    near = pairwise(inside[1 : OPENING + 2])
    return any(words.has("partitives", a) and words.has("pointers", b) for a, b in near)


def _none_is_true(inside: list[str], words: Lexicon) -> bool:
    """Say whether nothing of what was said is so: "Neither claim is true", "None of it is true"."""
    if len(inside) > LONGEST or not words.has("truths", inside[-1]):
        return False
    return words.has("nothings_said", inside[0])


def _is_untruth(inside: list[str], words: Lexicon) -> bool:
    """Say whether a short statement calls another one untrue: "That is an infamous lie"."""
    if len(inside) > LONGEST or not words.has("untruths", inside[-1]):
        return False
    return words.has("pointers", inside[0]) and words.has("finite_auxiliaries", inside[1])


def _calls_wrong(inside: list[str], words: Lexicon) -> bool:
    """Say whether others are said to be mistaken: "The Post had got it wrong"; not "We got"."""
    if words.has("pronouns.first", inside[0]):
        return False
    return find_denial(inside, words, "misreadings") is not None


def _scorns(inside: list[str], words: Lexicon, *, naming: bool) -> bool:
    """Say whether a charge or a figure is called something bad: "called the claim grotesque"."""
    if not words.has_any("scorned_nouns", inside[:OPENING]):
        return False
    if naming and find_denial(inside, words, SCORN) is not None:
        return True
    if naming and words.has_any("accusations", inside[:OPENING]):
        return not words.has_any("upheld", inside)
    if naming:
        return False
    return ends_in_denial(inside, words, SCORN) > 0


def _keeps_off(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether somebody had no part in a thing, or got or made "no such" thing."""
    begin, end = statement.begin, statement.end
    firsts, stop = words.first_words("distancing"), min(end, begin + REACH)
    if firsts.isdisjoint(tokens.words[begin:stop]):
        return False
    for at in range(begin, stop):
        if tokens.words[at] not in firsts:
            continue
        behind = " ".join(tokens.words[at : min(end, at + LONGEST_PHRASE)]) + " "
        if behind.startswith(_heads(words.table("distancing"))):
            return True
        bare = at > begin and tokens.kinds[at - 1] in "vga"
        if bare and behind.startswith(_heads(words.table("no_such"))):
            return True
    return False


@cache
def _heads(phrases: frozenset[str]) -> tuple[str, ...]:
    """Phrases with a blank behind each, for `str.startswith`, which looks for all at once."""
    return tuple([phrase + " " for phrase in phrases])


def _goes_on(statement: Statement, tokens: Tokens, words: Lexicon) -> bool:
    """Say whether a bare rebuttal is spelt out: "That is wrong. ... We have closed no school".

    Also "No. I have never met him".
    """
    begin = statement.begin
    if not tokens.flags_in(begin, begin + NEGATED + 1) & NEGATES:
        return False
    attribution = statement.attribution
    spoken = min(start for start, _ in attribution.contents) if attribution else 0
    opening = tokens.spans[statement.sentence][0]
    colon = tokens.kinds.find(":", opening, begin)
    if colon > 0 and find_denial(tokens.words[opening:colon], words) is not None:
        return True  # "That is an invention: we have closed no school"
    for number in range(statement.sentence - 1, max(-1, statement.sentence - 1 - LOOK_BACK), -1):
        first, last = tokens.spans[number]
        if first >= last or tokens.ends[last - 1] <= spoken:
            return False
        if last - first <= LONGEST and find_denial(tokens.words[first:last], words) is not None:
            return True
        only = last - first <= ONLY_NO or tokens.kinds.startswith(',"', first + 2)  # “No,” he said.
        if only and words.has_any("refusals", tokens.words[first : first + 2]):
            return negation_of(begin, statement.end, tokens, words) is not None
    return False


def _disowns(inside: list[str], words: Lexicon) -> bool:
    """Say whether somebody knows nothing of what was said: "I do not recognise that picture"."""
    for at, word in enumerate(inside[2 : NEGATED + 3], 2):
        cue = words.cues.get(word)
        if cue is not None and words.has("granting", cue.lemma):
            return words.has_any("pointing_words", inside[at + 1 : at + 2])
    return False


def _denies_itself(inside: list[str], words: Lexicon, flags: int) -> bool:
    """Say whether the speaker's own words deny: "We deny all of this", "has done nothing wrong"."""
    if words.has("pronouns.first", inside[0]):
        near = inside[1 : NEGATED + 2]
        if words.has_any("negations", near) and _disowns(inside, words):
            return True
        cues = [words.cues[word] for word in near if word in words.cues]
        if any(cue.strong and cue.stance in NEGATIVE for cue in cues):
            return not words.has_any("negations", near)
    if not flags & DENIES or words.first_words("innocence").isdisjoint(inside):
        return False
    return words.has_any("innocence", list(map(" ".join, pairwise(inside))))
