"""A statement passed on by somebody who is not its source, and what a denial denies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..lexicon import Lexicon
from ..parts.clauses import Splitter
from ..tagging.flags import NEGATES
from ..tagging.tokens import OWNING, Tokens
from . import Attribution, Span
from .handed import hand_over
from .media import medium
from .referring import points_back

NEGATIVE = ("denies", "disputes", "questions")
CARRIER = 5  # tokens of "a long letter in which"
OPENING = 6  # tokens of what somebody says in which its "no" stands
LOOK_BACK = 2  # sentences before a denial in which what is denied may stand


def nest(tokens: Tokens, found: list[Attribution], words: Lexicon) -> list[Attribution]:
    """Split "dismissed census reports that C" in two sources; fill in what "those reports" are."""
    kept: list[Attribution] = []
    supporting = words.table("supporting")
    splitter: Splitter | None = None  # made once, and only for a text with such a denial
    for attribution in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.sentence == attribution.sentence
            and _is_carried(tokens, before, attribution, words)
        ):
            kept.pop()
            if _is_pronoun(tokens, attribution, words):
                attribution.named = before.named or before.source
        kept.append(attribution)
        if attribution.stance == "asserts":
            unsupported = attribution.lemma in supporting and _is_unsupported(
                tokens, attribution, words
            )
            if unsupported:
                attribution.stance = "disputes"
            continue
        if attribution.cue is None or attribution.stance not in NEGATIVE:
            continue
        first = bisect_left(tokens.starts, attribution.contents[0][0])
        last = bisect_left(tokens.starts, attribution.contents[0][1])
        if before is not None and _contradicts_by(tokens, before, attribution):
            before.stance = "disputes"
        if words.has("complementizers", tokens.words[first]) and not attribution.object_frame:
            _inner_source(tokens, attribution, first, words)
        elif attribution.object_frame and points_back(tokens, first, last, words):
            if before is not None and _rejects_by(before, attribution):
                before.stance = "disputes"
                kept.pop()
                continue
            if before is not None and _is_said_beside(before, attribution):
                before.stance, before.reporter = "disputes", attribution.source
                kept.pop()
                continue
            splitter = splitter or Splitter(tokens, words)
            here, elsewhere = _antecedent(tokens, attribution, words, splitter)
            attribution.contents = [here] if here is not None else []
            attribution.disputes = elsewhere
    return hand_over(tokens, _without_quoting(tokens, kept, words), words)


def _is_unsupported(tokens: Tokens, item: Attribution, words: Lexicon) -> bool:
    """Say whether nothing bears out what is said: "Nothing in the files shows that C"."""
    if item.source is None:
        return False
    first = tokens.words[bisect_left(tokens.starts, item.source[0])]
    if not words.has("negations", first):
        return False
    item.source, item.frames = None, [*item.frames, item.source]
    return True


def _is_pronoun(tokens: Tokens, item: Attribution, words: Lexicon) -> bool:
    """Say whether the source is "he", "she" or "it"."""
    source = tokens.text[slice(*item.source)].lower() if item.source else ""
    return words.has("pronouns.third", source)


def _is_carried(tokens: Tokens, outer: Attribution, item: Attribution, words: Lexicon) -> bool:
    """Say whether one only tells where something is said: "read a letter in which she said C".

    Both stand in the same sentence.
    """
    if not outer.contents or not item.contents:
        return False
    if outer.stance != "asserts" or item.cue is None:
        return False
    start, end = outer.contents[0]
    if not start <= item.cue[0] < item.contents[0][0] < end:
        return False
    begin, cue = (bisect_left(tokens.starts, at) for at in (start, item.cue[0]))
    if _is_on_record(tokens, outer, item, begin, words):
        return True
    head = tokens.words[begin : min(cue, begin + CARRIER)]
    if words.has_any("relatives", head[:2]):
        return True
    if not head or not words.has("articles", head[0]):
        return False
    paper = words.has_any("own_documents", head) or words.has_any("settings", head)
    return paper and words.has_any("relatives", tokens.words[begin + 1 : cue])


def _is_on_record(
    tokens: Tokens, outer: Attribution, item: Attribution, begin: int, words: Lexicon
) -> bool:
    """Say whether papers only hold what somebody said: "Emails show that Orr wrote that C"."""
    if outer.source is None or outer.cue is None or item.source is None or item.object_frame:
        return False
    begin += words.has("complementizers", tokens.words[begin])
    if item.stance != "asserts" or tokens.starts[begin] != item.source[0]:
        return False
    first, last = (bisect_left(tokens.starts, at) for at in outer.source)
    if not words.has_any("talk_records", tokens.words[first:last]):
        return False
    item.frames = [*item.frames, (outer.source[0], outer.cue[1])]
    return True


def _without_quoting(tokens: Tokens, found: list[Attribution], words: Lexicon) -> list[Attribution]:
    """ "Disputed accounts by witnesses who said C": C is disputed, and has a source of its own."""
    kept: list[Attribution] = []
    for item in found:
        outer = kept[-1] if kept else None
        if (
            outer is not None
            and outer.object_frame
            and outer.stance in NEGATIVE
            and item.stance == "asserts"
            and _quotes(tokens, outer, item, words)
        ):
            if _is_pronoun(tokens, item, words):
                if words.has("naming_verbs", item.lemma):
                    continue  # "rejected what she called a lie": her own word for it
                if _ends_before_paper(tokens, outer, item, words):
                    kept.append(item)
                    continue
            item.stance, item.reporter = "disputes", outer.source
            told = item.named or item.source
            if outer.cue is not None and told is not None and outer.cue[0] < told[0]:
                item.frames = [*item.frames, (outer.cue[0], told[0])]
            kept.pop()
        kept.append(item)
    return kept


def _ends_before_paper(
    tokens: Tokens, outer: Attribution, item: Attribution, words: Lexicon
) -> bool:
    """End what is denied in "disputed the account in a letter in which it said C": C is the
    denier's own."""
    told = item.named or item.source
    at = bisect_left(tokens.starts, told[0]) if told else 0
    if at < 2 or tokens.kinds[at - 2] != "p" or not words.has("relatives", tokens.words[at - 1]):
        return False
    begin = bisect_left(tokens.starts, outer.contents[0][0])
    end = at - 2 - (tokens.kinds[at - 3] == ",")
    paper = tokens.kinds.find("p", begin + 1, end)
    held = tokens.words[paper:end]
    if paper < 0 or not (words.has_any("settings", held) or words.has_any("documents", held)):
        return False
    outer.contents = [tokens.slice(begin, paper)]
    outer.frames = [*outer.frames, tokens.slice(paper, at)]
    return True


def _quotes(tokens: Tokens, outer: Attribution, item: Attribution, words: Lexicon) -> bool:
    """Say whether the noun phrase that is denied has another cue in it.

    Not so where a relative clause only tells more: "that figure, which she says includes C".
    """
    if item.cue is None:
        return False
    if not any(start < item.cue[0] < end for start, end in outer.contents):
        return False
    opens = bisect_left(tokens.starts, item.contents[0][0])
    return not (words.has("relatives", tokens.words[opens]) and tokens.kinds[opens - 1] == ",")


def _rejects_by(said: Attribution, denial: Attribution) -> bool:
    """Say whether a statement itself is the denial: "No," she said, rejecting the accusation."""
    return (
        denial.heir
        and said.sentence == denial.sentence
        and said.pattern in ("tag", "inverted")
        and said.stance == "asserts"
    )


def _contradicts_by(tokens: Tokens, said: Attribution, denial: Attribution) -> bool:
    """Say whether a "no" is what somebody sets against others: "said nobody had died, dismissing
    reports that C"."""
    if not denial.heir or said.sentence != denial.sentence or said.stance != "asserts":
        return False
    if said.cue is None or said.source != denial.source or not said.contents:
        return False
    first, last = (bisect_left(tokens.starts, at) for at in said.contents[0])
    return bool(tokens.flags_in(first, min(last, first + OPENING)) & NEGATES)


def _is_said_beside(said: Attribution, denial: Attribution) -> bool:
    """Say whether somebody else says in the same sentence what is denied: "C, S said, but N denied
    that".
    """
    return (
        said.sentence == denial.sentence
        and said.stance == "asserts"
        and bool(said.contents)
        and None not in (said.source, denial.source)
        and said.source != denial.source
        and not _holds(said, denial)
    )


def _holds(said: Attribution, denial: Attribution) -> bool:
    """Say whether the denial itself is what is said: "he noted that Orr has rejected this"."""
    at = denial.cue[0] if denial.cue else 0
    return any(start <= at < end for start, end in said.contents)


def _inner_source(tokens: Tokens, attribution: Attribution, that: int, words: Lexicon) -> None:
    """ "census reports" before "that": the source of what is disputed."""
    assert attribution.cue is not None
    after_cue = bisect_left(tokens.starts, attribution.cue[1])
    noun = that - 1
    called = words.has("naming_verbs", attribution.lemma)
    called = called and words.has("quoting_marks", tokens.words[after_cue])
    if called and not words.has_any("figure_nouns", tokens.words[after_cue:that]):
        return  # "described as a fairy tale a report in the Tide that": who does denies it
    if words.has_any("insinuations", tokens.words[after_cue:that]):
        return  # "dismissed as nonsense a suggestion by S that": nobody vouches for one
    # Of "rejected the claim by S" the speaker is who rejects; what is in dispute is said by S.
    made = _maker(tokens, after_cue, that, words) if attribution.stance == "disputes" else None
    if made is None and not words.has("plain_denials", attribution.lemma):
        made = medium(tokens, after_cue, that, words)
    if made is not None:
        noun = made
    elif noun < after_cue or tokens.words[noun] not in words.nouns:
        return
    counts = made is None and words.has("figure_nouns", tokens.words[noun])
    if counts and words.has("quoting_marks", tokens.words[after_cue]):
        after_cue = _behind_verdict(tokens, noun)
    plain = [
        index for index in range(after_cue if made is None else made, that)
        if tokens.kinds[index] not in "dp" and tokens.words[index] not in words.nouns
    ]  # fmt: skip
    if plain and all(tokens.kinds[index] in "nN#pd," for index in plain):
        attribution.reporter = attribution.source
        begin = after_cue if made is None else made
        end = that - (tokens.kinds[that - 1] == ",")
        attribution.source = tokens.slice(begin, end)
        attribution.stance = "disputes"


def _behind_verdict(tokens: Tokens, noun: int) -> int:
    """First token of whose estimate it is: "dismissed as a joke the | council's estimate that"."""
    begin = noun
    while tokens.kinds[begin - 1] in "nN" or tokens.words[begin - 1] in OWNING:
        begin -= 1
    return begin


def _maker(tokens: Tokens, begin: int, that: int, words: Lexicon) -> int | None:
    """First token of S in "the claim by S that": whose statement it is."""
    for index in range(begin + 1, that - 1):
        if tokens.kinds[index] == "p" and tokens.kinds[index + 1] != "t":
            by = words.has("speaker_marks", tokens.words[index])
            # Also "evidence given last week by S".
            near = begin if words.has("agent_marks", tokens.words[index]) else index - 1
            named = any(word in words.nouns for word in tokens.words[near:index])
            if by:
                return index + 1 if named else None
    return None


def _antecedent(
    tokens: Tokens, denial: Attribution, words: Lexicon, splitter: Splitter
) -> tuple[Span | None, Span | None]:
    """What is denied: in the clause before, or else in the sentences before."""
    cue = bisect_right(tokens.starts, denial.cue[0] if denial.cue else 0) - 1
    source = bisect_left(tokens.starts, denial.source[0]) if denial.source else cue
    begin = tokens.spans[denial.sentence][0]
    if source - begin > 5 and denial.pattern != "rejected":
        topic = _topic(tokens, begin, source, words)
        clause = topic or _last_clause(splitter, begin, source)
        if topic is not None or (clause is not None and _states(tokens, clause, words)):
            return clause, None
    for number in range(denial.sentence - 1, max(-1, denial.sentence - 1 - LOOK_BACK), -1):
        clause = _last_clause(splitter, *tokens.spans[number])
        if clause is not None:
            return None, clause
    return None, None


def _states(tokens: Tokens, clause: Span, words: Lexicon) -> bool:
    """Say whether a clause has a verb, unlike "In a letter to the Courier" before who denies."""
    begin, end = (bisect_left(tokens.starts, at) for at in clause)
    return tokens.has_verb(begin, end, words)


def _topic(tokens: Tokens, begin: int, end: int, words: Lexicon) -> Span | None:
    """What follows "the issue of", "reports of", "over claims of"."""
    for index in range(begin, end - 3):
        names = words.has("topic_nouns", tokens.words[index]) or tokens.words[index] in words.nouns
        if names and words.has("topic_prepositions", tokens.words[index + 1]):
            stop = index + 2
            while stop < end and tokens.kinds[stop] not in ",.;:":
                stop += 1
            return tokens.slice(index + 2, stop)
    return None


def _last_clause(splitter: Splitter, begin: int, end: int) -> Span | None:
    clauses = splitter.split(begin, end)
    if not clauses:
        return None
    clause = clauses[-1]
    return splitter.tokens.slice(clause.begin, clause.end)
