"""Quotations without a cue of their own: whose they are, within and across paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ..layout.blocks import Block
from ..layout.quotes import Quote
from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution, Span
from .caseless_heads import caseless_head, first_name
from .citing import PATTERN as CITED
from .citing import cited_by
from .phrases import phrase_before
from .phrases_behind import phrase_after

#: Class letters of a name or pronoun, if one word like a verb and nothing more comes behind it.
NAMED = re.compile("(?:N+|x)(?=[vng]r*[.,])")
NAME = re.compile("N+")
INTRODUCED = 2  # tokens in front of a quotation that name who speaks, with the colon
HEADING = 14  # tokens of a name and what somebody is, before a colon
HEADING_KINDS = "dnNp#,-()c"  # class letters of the words there: no verb
TITLE_WORDS = 4  # words of what a newspaper, a firm or a film is called
STATEMENT_WORDS = 3  # fewer words between quotation marks are a phrase, not a statement


def assign_quotes(
    tokens: Tokens,
    quotes: list[Quote],
    blocks: list[Block],
    found: list[Attribution],
    words: Lexicon,
) -> list[Attribution]:
    """Give each quotation to an attribution; return all, with those made for quotations alone."""
    if not quotes:
        return sorted(found, key=position)
    owners = _owners(quotes, found)
    _spread(quotes, owners)
    block_of = _block_numbers(quotes, blocks)
    in_sentence = {item.sentence: item for item in found if item.cue is not None}
    made: list[Attribution] = []
    for number, quote in enumerate(quotes):
        if owners[number] is not None or not _is_statement(tokens, quote):
            continue
        tagged = _tagged(tokens, quote, words) or _introduced(tokens, quote, words)
        if tagged is not None:
            owners[number] = tagged
            made.append(tagged)
            continue
        owner = _neighbour(number, quotes, owners, block_of, blocks)
        owner = owner or in_sentence.get(tokens.sentence[_token_at(tokens, quote.start)])
        owner = owner or _before(tokens, quote, blocks, block_of[number], in_sentence)
        if owner is None or _is_verdict(quote, owner):
            continue
        if _goes_on(tokens, quotes, owners, number, owner):
            owners[number] = owner
            continue
        sentence = tokens.sentence[_token_at(tokens, quote.inner_start)]
        alone = Attribution(
            None, owner.source, [(quote.start, quote.end)], "", "asserts", sentence, "chain",
            heir=True, follows=owner.follows or owner,
        )  # fmt: skip
        owners[number] = alone
        made.append(alone)
    for number, owner in enumerate(owners):
        if owner is not None:
            _take(owner, quotes[number])
    return sorted(found + made, key=position)


def _is_verdict(quote: Quote, owner: Attribution) -> bool:
    """Say whether a quotation stands between a cue and its thing: "dismissed as “C” the report"."""
    thing = owner.object_frame and owner.cue is not None and owner.contents
    return bool(thing) and owner.cue[1] <= quote.start and quote.end <= owner.contents[0][0]


def _before(
    tokens: Tokens,
    quote: Quote,
    blocks: list[Block],
    block: int,
    in_sentence: dict[int, Attribution],
) -> Attribution | None:
    """Who speaks in the sentence before: "She said she was ill. “C.”"

    It may close the paragraph before, if the quotation begins its own.
    """
    at = bisect_left(tokens.starts, quote.start)
    number = tokens.sentence[at] if at < len(tokens.starts) else 0
    first, last = tokens.spans[number]
    if not number or at != first:
        return None
    before = tokens.starts[tokens.spans[number - 1][0]]
    near = blocks[block - 1] if block and blocks[block - 1].kind == "body" else blocks[block]
    if before < near.start:
        return None
    # The quotation is all of its sentence: nobody is named beside it.
    whole = tokens.ends[last - 1] <= quote.end
    owner = in_sentence.get(number - 1)
    return owner if whole and owner is not None and owner.source is not None else None


def _tagged(tokens: Tokens, quote: Quote, words: Lexicon) -> Attribution | None:
    """The attribution of a quotation that a verb closes which says nothing by itself.

    "C," she shot back. "C?" snapped the minister.
    """
    begin = bisect_left(tokens.starts, quote.end)
    if begin >= len(tokens.starts):
        return None
    if not tokens.verbs_known and tokens.kinds[begin] in ",-":
        return _tagged_behind(tokens, quote, begin + 1, words)
    if tokens.text[quote.inner_end - 1] not in ",?!":
        return None
    last = tokens.spans[tokens.sentence[begin]][1]
    name = None
    if tokens.kinds[begin] == "v":
        verb, source = begin, phrase_after(tokens, begin + 1, last, words)
    else:
        # Behind a bare name a tagger may take the verb for something else.
        name = NAMED.match(tokens.kinds, begin, last)
        source = (begin, name.end()) if name else phrase_after(tokens, begin, last, words)
        verb = source[1] if source else last
    if source is None or verb >= last or not (tokens.kinds[verb] == "v" or name):
        return None
    return Attribution(
        tokens.slice(verb, verb + 1), tokens.slice(*source), [(quote.start, quote.end)],
        tokens.words[verb], "asserts", tokens.sentence[verb], "tag",
    )  # fmt: skip


def _introduced(tokens: Tokens, quote: Quote, words: Lexicon) -> Attribution | None:
    """The attribution of a quotation behind a colon, without a verb that says anything by itself.

    "Юдина разводит руками: «C»": of whoever is named or meant in front of the colon.
    """
    begin = bisect_left(tokens.starts, quote.start)
    if begin < INTRODUCED or tokens.kinds[begin - 1] != ":":
        return None
    first, last = tokens.spans[tokens.sentence[begin - 1]][0], begin - 1
    source = (_headed if tokens.verbs_known else _meant)(tokens, first, last, words)
    source = source or caseless_head(tokens, first, last, words)
    if source is None and tokens.verbs_known:
        source = _leading(tokens, first, last, words)
    if source is None:
        return None
    return Attribution(
        None, tokens.slice(*source), [(quote.start, quote.end)], "", "asserts",
        tokens.sentence[begin], "tag",
    )  # fmt: skip


def _meant(tokens: Tokens, first: int, colon: int, words: Lexicon) -> Span | None:
    """Tokens of a pronoun before a colon, the last one, or else of a name."""
    for at in range(colon - 1, first - 1, -1):
        if tokens.kinds[at] == "x" and words.has("pronouns.third", tokens.words[at]):
            return at, at + 1
    name = NAME.search(tokens.kinds, first, colon)
    return name.span() if name else None


def _headed(tokens: Tokens, first: int, colon: int, words: Lexicon) -> Span | None:
    """Tokens of who is named before a colon, with no verb: "Hana Orel, a nurse: “C”"."""
    kinds = tokens.kinds[first:colon]
    if not kinds or colon - first > HEADING or kinds.strip(HEADING_KINDS):
        return None
    source = phrase_after(tokens, first, colon, words)
    if source is None:
        return None
    office = kinds[0] == "d" and words.is_title(tokens.words[source[1] - 1])
    return source if office or "N" in tokens.kinds[slice(*source)] else None


def _leading(tokens: Tokens, first: int, colon: int, words: Lexicon) -> Span | None:
    """Tokens of the person who leads the sentence up to a colon: "Holm shook her head: “C”"."""
    kinds = tokens.kinds
    first += kinds[first] == "c"
    pasts = words.table("irregular_pasts")
    verb = next(
        (at for at in range(first, colon) if kinds[at] in "va" or tokens.words[at] in pasts), first
    )
    subject = phrase_before(tokens, verb, first, words) if verb > first else None
    if subject is None or subject[0] != first or '"' in kinds[first:colon]:
        return None
    if kinds[first] == "x":
        return subject if words.has("pronouns.third", tokens.words[first]) else None
    named = kinds[first] == "N" and kinds[slice(*subject)].strip("N") == ""
    return subject if named or words.is_title(tokens.words[subject[1] - 1]) else None


def _tagged_behind(tokens: Tokens, quote: Quote, verb: int, words: Lexicon) -> Attribution | None:
    """The same where the comma stands behind the mark: « C », tranche le maire Luc B.

    What is no known word is the verb there, if who speaks follows and the sentence ends.
    """
    while verb < len(tokens.starts) and tokens.kinds[verb] in "r-":
        verb += 1
    if verb >= len(tokens.starts) or tokens.kinds[verb] not in "nvg":
        return None
    last = tokens.spans[tokens.sentence[verb]][1]
    cited = cited_by(tokens, verb, last, words)
    if cited is not None:
        return Attribution(
            tokens.slice(verb, verb + 1), tokens.slice(*cited), [(quote.start, quote.end)],
            tokens.words[verb], "asserts", tokens.sentence[verb], CITED,
        )  # fmt: skip
    source = phrase_after(tokens, verb + 1, last, words)
    if source is None or tokens.text[tokens.starts[verb]].isupper():
        return None
    named = "N" in tokens.kinds[source[0] : source[1]] or words.has(
        "pronouns.third", tokens.words[source[0]]
    )
    named = named or first_name(tokens, *source, words) is not None
    ends = source[1] >= last or tokens.kinds[source[1]] in ".,"
    if not (named and ends) or tokens.sentence[verb] != tokens.sentence[verb - 1]:
        return None
    return Attribution(
        tokens.slice(verb, verb + 1), tokens.slice(*source), [(quote.start, quote.end)],
        tokens.words[verb], "asserts", tokens.sentence[verb], "tag",
    )  # fmt: skip


def _goes_on(
    tokens: Tokens,
    quotes: list[Quote],
    owners: list[Attribution | None],
    number: int,
    owner: Attribution,
) -> bool:
    """Say whether a quotation follows its speaker's tag: "A," he said. "B"."""
    if owner.cue is None or number == 0 or owners[number - 1] is not owner:
        return False
    before = _token_at(tokens, quotes[number].start) - 1
    return before >= 0 and tokens.sentence[before] == owner.sentence


def position(attribution: Attribution) -> tuple[int, int]:
    """Where an attribution stands: its cue, and what is said first."""
    contents = attribution.contents
    first = min(contents)[0] if contents else 0
    return (attribution.cue[0] if attribution.cue else first), first


def _token_at(tokens: Tokens, offset: int) -> int:
    return max(0, bisect_right(tokens.starts, offset) - 1)


def _owners(quotes: list[Quote], found: list[Attribution]) -> list[Attribution | None]:
    """For each quotation the attribution whose content it fills or touches at its end."""
    owners: list[Attribution | None] = [None] * len(quotes)
    starts, count = [quote.start for quote in quotes], len(quotes)
    for attribution in found:
        for begin, end in attribution.contents:
            # From the one before, which may go on.
            index = bisect_right(starts, begin)
            index -= index > 0
            while index < count and starts[index] < end:
                if quotes[index].end > begin and owners[index] is None:
                    owners[index] = attribution
                index += 1
    return owners


def _spread(quotes: list[Quote], owners: list[Attribution | None]) -> None:
    """A quotation that runs over paragraphs has one owner, wherever the cue stands."""
    for number, quote in enumerate(quotes):
        if quote.continues is not None and owners[number] is None:
            owners[number] = owners[quote.continues]
    for number in range(len(quotes) - 1, -1, -1):
        before = quotes[number].continues
        if before is not None and owners[before] is None:
            owners[before] = owners[number]


def _block_numbers(quotes: list[Quote], blocks: list[Block]) -> list[int]:
    starts = [block.start for block in blocks]
    return [max(0, bisect_right(starts, quote.start) - 1) for quote in quotes]


def _is_statement(tokens: Tokens, quote: Quote) -> bool:
    first = bisect_left(tokens.starts, quote.inner_start)
    last = bisect_left(tokens.starts, quote.inner_end)
    kinds = tokens.kinds[first:last]
    count = tokens.size(first, last)
    if count > 3 * STATEMENT_WORDS:
        return True
    verb = "v" in kinds or "a" in kinds or not tokens.verbs_known
    named = first > 1 and count <= TITLE_WORDS and not kinds.strip("nN-")
    if named and not tokens.verbs_known and tokens.kinds[first - 2] in "nN":
        return False  # «Лесной край» behind "газета" is its name
    return count >= STATEMENT_WORDS and verb


def _neighbour(
    number: int,
    quotes: list[Quote],
    owners: list[Attribution | None],
    block_of: list[int],
    blocks: list[Block],
) -> Attribution | None:
    """The attribution of the quotation before, else of the one after, in the same paragraph;
    else of the paragraph before, if this one begins with the quotation."""
    block = block_of[number]
    if number and block_of[number - 1] == block and owners[number - 1] is not None:
        return owners[number - 1]
    if number + 1 < len(quotes) and block_of[number + 1] == block and owners[number + 1]:
        return owners[number + 1]
    opens = quotes[number].start == blocks[block].start
    if opens and number and owners[number - 1] is not None and block - block_of[number - 1] == 1:
        return owners[number - 1]
    return None


def _take(owner: Attribution, quote: Quote) -> None:
    """Let the contents of an attribution cover a whole quotation."""
    span: Span = (quote.start, quote.end)
    for index, (begin, end) in enumerate(owner.contents):
        if begin < quote.end and quote.start < end:
            owner.contents[index] = (min(begin, span[0]), max(end, span[1]))
            return
    owner.contents.append(span)
    owner.contents.sort()
