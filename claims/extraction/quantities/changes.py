"""Changes: "fell by 12% to 45", "from 160,000 to 80,000", "halved", "up 5 %"."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.quantities import arithmetic
from claims.extraction.quantities.items import Item
from claims.extraction.quantities.lexicon import Lexicon
from claims.extraction.quantities.nouns import subject_before
from claims.extraction.quantities.ranges import make_range, same_sort, share_scale
from claims.extraction.quantities.tokens import BREAK, Tokens

#: How far, in tokens, a verb of change reaches to its figures.
REACH = 16
#: How much may stand between the two ends of a change ("from 5 in May 2019 to 7 in June").
WIDEST_GAP = 10
FILLERS_BEFORE = 5
#: Longest subject behind its verb, in tokens, and what surely is the size of a change then.
SUBJECT_REACH = 7
SURE_KINDS = ("percent", "percentage_point")
#: How far behind a change its size may be stated ("from 50 to 44, or a fall of 12%").
STATED_BEHIND = 7
SENTENCE_ENDS = frozenset((".", "!", "?", ";", BREAK, "؟", "؛"))


def read_changes(tokens: Tokens, lexicon: Lexicon, items: list[Item]) -> list[Item]:
    """The items with their directions noted and each pair "from A to B" made into one."""
    for item in items:
        _note_direction(tokens, lexicon, item)
    result: list[Item] = []
    index = 0
    while index < len(items):
        pair = None
        if index + 1 < len(items) and items[index + 1].first - items[index].last <= WIDEST_GAP:
            pair = _join(tokens, lexicon, items[index], items[index + 1], result)
        result.append(pair or items[index])
        index += 2 if pair else 1
    for pair, behind in pairwise(result):
        if pair.ends is not None:
            _check_behind(tokens, pair, behind)
    return result


def _check_behind(tokens: Tokens, pair: Item, behind: Item) -> None:
    """Check a change against words that follow it: "from 50 to 44, a fall of 12%"."""
    if pair.change_stated is not None or pair.change_by is not None:
        return
    gap = tokens.words[pair.last : behind.first]
    if len(gap) > STATED_BEHIND or not SENTENCE_ENDS.isdisjoint(gap):
        return
    if behind.change_stated is None and behind.change_by is None:
        return
    if behind.change_stated is None and behind.unit_kind != pair.unit_kind:
        return
    start, end = pair.ends
    direction = pair.direction if pair.consistent is not None else behind.direction
    pair.change_stated, pair.change_by = behind.change_stated, behind.change_by
    pair.consistent = arithmetic.agrees(start, end, pair.from_value or 0, behind, direction)


def _note_direction(tokens: Tokens, lexicon: Lexicon, item: Item) -> None:
    """Find the verb or noun of change that takes this figure as its amount."""
    if item.kind in ("range", "change", "proportion"):
        return
    if item.unit == "time" and lexicon.language != "en":
        return
    if item.unit_kind == "duration" and lexicon.sets["in_time"]:
        return  # "creció en dos años" says how long it took
    sign, at = _change_before(tokens, lexicon, item)
    if not sign:
        sign, at = _change_after(tokens, lexicon, item)
    if not sign:
        return
    item.direction = sign
    if item.unit_kind == "percent":
        item.change_stated = sign * abs(item.value) / 100
    elif item.unit_kind == "proportion" and item.noun is None:
        item.change_stated = sign * abs(item.value)
        item.kind, item.value, item.first = "change", item.change_stated, min(at, item.first)
    elif item.unit_kind != "proportion":
        item.change_by = sign * abs(item.value)
    item.change = item.change_stated
    if item.what is None or not item.noun:
        led = at < item.first or lexicon.language == "en"  # not "на 4 % больше"
        item.what = subject_before(tokens, lexicon, at) if led else None


def _change_before(tokens: Tokens, lexicon: Lexicon, item: Item) -> tuple[int, int]:
    """(sign, its token) of "fell [by] 12%", "up 5%", "an increase of 5%"; (0, 0) if none."""
    words, sets = tokens.words, lexicon.sets
    at, fillers, by = item.first - 1, 0, False
    before, english = lexicon.change_before.before, lexicon.language == "en"
    while at >= 0 and fillers <= FILLERS_BEFORE:
        word = words[at]
        found = word in before and lexicon.change_before.ending_at(words, at)
        if found:
            first = at - found[0] + 1
            verb = words[first - 1] if first else ""
            return (0, 0) if verb in sets["particle_verbs"] else (found[1], first)
        sign = lexicon.change_verbs.get(word, 0)
        if sign:
            return (sign, at) if by or not _is_object(lexicon, word, item) else (0, 0)
        if word in sets["of"] and at and words[at - 1] in lexicon.change_nouns:
            return lexicon.change_nouns[words[at - 1]], at - 1
        by = by or word in sets["by"]
        if by and word in lexicon.change_nouns and lexicon.language != "en":
            return lexicon.change_nouns[word], at  # "снижение на 12 %"
        if word not in lexicon.fillers and not (english and word.endswith("ly")):
            return _verb_before_subject(tokens, lexicon, item, at) if by else (0, 0)
        at -= 1
        fillers += 1
    return 0, 0


def _verb_before_subject(tokens: Tokens, lexicon: Lexicon, item: Item, at: int) -> tuple[int, int]:
    """(sign, its token) of a verb in front of what changes: "stieg die Quote um 4 Prozent"."""
    if lexicon.language == "en" or item.unit_kind not in SURE_KINDS:
        return 0, 0
    for index in range(at, max(-1, at - SUBJECT_REACH), -1):
        word = tokens.words[index]
        if word in lexicon.change_verbs:
            return lexicon.change_verbs[word], index
        if not word[:1].isalpha():
            break
    return 0, 0


def _is_object(lexicon: Lexicon, word: str, item: Item) -> bool:
    """Whether the figure is what the verb acts on ("raised $3m", "lost 10 of 11")."""
    if item.unit_kind in ("percent", "percentage_point", "proportion"):
        return False
    if word in lexicon.sets["taking_objects"]:
        return item.unit not in lexicon.sets["points"]
    return False


def _change_after(tokens: Tokens, lexicon: Lexicon, item: Item) -> tuple[int, int]:
    """ "a 12% drop", "5 percent higher": a noun or adjective of change behind the figure."""
    words = tokens.words
    if lexicon.language == "de" and item.first and words[item.first - 1] in lexicon.sets["by"]:
        return _verb_at_end(tokens, lexicon, item)
    if item.unit_kind == "count":
        return 0, 0
    at = item.last if item.noun is None else item.noun[0]
    for step in range(at, min(at + 3, tokens.count)):
        sign = lexicon.change_nouns.get(words[step], 0)
        if sign:
            return sign, item.first
        if words[step] in lexicon.sets["comparatives_up"]:
            return 1, item.first
        if words[step] in lexicon.sets["comparatives_down"]:
            return -1, item.first
        if words[step] in lexicon.sets["of"] and _is_comparative(lexicon, words[step + 1]):
            continue  # "30 % de moins"
        if not words[step][:1].isalpha() or words[step] in lexicon.sets["stops"]:
            break
    return 0, 0


def _verb_at_end(tokens: Tokens, lexicon: Lexicon, item: Item) -> tuple[int, int]:
    """(sign, token of the figure) of "wird um 4 Prozent auf 3 Euro steigen"."""
    for index in range(item.last, min(item.last + REACH, tokens.count)):
        word = tokens.words[index]
        if word in lexicon.change_verbs:
            return lexicon.change_verbs[word], item.first
        if word in SENTENCE_ENDS or word == ",":
            break
    return 0, 0


def _is_comparative(lexicon: Lexicon, word: str) -> bool:
    sets = lexicon.sets
    return word in sets["comparatives_up"] or word in sets["comparatives_down"]


def _join(
    tokens: Tokens, lexicon: Lexicon, first: Item, second: Item, before: list[Item]
) -> Item | None:
    """One change out of two neighbouring figures near one another, or None."""
    if first.kind or second.kind or not same_sort(first, second):
        return None
    words, sets = tokens.words, lexicon.sets
    if not SENTENCE_ENDS.isdisjoint(words[first.last : second.first]):
        return None
    lead_first, lead_second = _lead(tokens, lexicon, first), _lead(tokens, lexicon, second)
    start, end = first, second
    if words[lead_first] in sets["from"] and words[lead_second] in sets["to"]:
        pass
    elif words[lead_first] in sets["to"] and words[lead_second] in sets["from"]:
        start, end = second, first
    else:
        return None
    verb, direction = _context(tokens, lexicon, lead_first)
    if verb < 0 and start is second:
        return None
    if verb < 0 and _is_mere_range(tokens, first, second):
        return make_range(first, second, lead_first)
    if verb < 0 and lexicon.language != "en" and second.first - first.last > 2:
        return None
    return _change(tokens, lexicon, start, end, (verb, direction), lead_first, before)


def _lead(tokens: Tokens, lexicon: Lexicon, item: Item) -> int:
    """The token before the figure and the words that loosen it."""
    at, words, sets = item.first - 1, tokens.words, lexicon.sets
    found = lexicon.bounds_before.ending_at(words, at)
    while found is not None and item.first - at < 5:
        if found[0] == 1 and (words[at] in sets["to"] or words[at] in sets["from"]):
            break
        at -= found[0]
        found = lexicon.bounds_before.ending_at(tokens.words, at)
    return max(at, 0)


def _is_mere_range(tokens: Tokens, first: Item, second: Item) -> bool:
    return second.first - first.last <= 2 and first.value < second.value


def _context(tokens: Tokens, lexicon: Lexicon, before: int) -> tuple[int, int]:
    """(token of the verb, noun or multiple of change to the left, its sign), or (-1, 0)."""
    words = tokens.words
    for at in range(before - 1, max(-1, before - REACH), -1):
        word = words[at]
        if word in SENTENCE_ENDS and word:
            break
        for table in (lexicon.change_verbs, lexicon.change_nouns):
            if word in table:
                return at, table[word]
        if word in lexicon.multiples and word not in lexicon.sets["multiple_neutral"]:
            return at, 1 if lexicon.multiples[word] > 0 else -1
        if word in ("up", "down") and lexicon.language == "en":
            return at, 1 if word == "up" else -1
    return -1, 0


def _change(
    tokens: Tokens,
    lexicon: Lexicon,
    start: Item,
    end: Item,
    verb: tuple[int, int],
    lead: int,
    before: list[Item],
) -> Item:
    from_value = share_scale(start, end)
    if end.unit is None and not end.scaled:
        end.value = share_scale(end, start)  # "from 21 million to 14.5"
    pair = Item(lead, max(start.last, end.last), end.amount, end.value, end.step)
    pair.kind, pair.from_value, pair.ends = "change", from_value, (start, end)
    source = end if end.unit is not None else start
    pair.unit, pair.unit_kind = source.unit, source.unit_kind
    if start.unit_kind != "count" and end.unit_kind == "count":
        pair.unit, pair.unit_kind = start.unit, start.unit_kind
    pair.noun, pair.what = source.noun, end.what if end.noun else start.what
    pair.approximate = start.approximate or end.approximate
    pair.comparison, pair.scaled = end.comparison, end.scaled
    stated = _stated(before, verb[0], lead)
    direction = verb[1] or (stated.direction if stated else 0)
    if stated is not None and stated.comparison in ("less_than", "at_most") and direction == 0:
        direction = stated.direction
    if from_value:
        pair.change = end.value / from_value - 1
    elif stated is not None:
        pair.change = stated.change_stated
    pair.consistent = arithmetic.agrees(start, end, from_value, stated, direction)
    if stated is not None:
        pair.change_stated, pair.change_by = stated.change_stated, stated.change_by
    pair.direction = direction or (end.value > from_value) - (end.value < from_value)
    if pair.what is None and verb[0] >= 0:
        pair.what = subject_before(tokens, lexicon, verb[0])
    return pair


def _stated(before: list[Item], verb: int, lead: int) -> Item | None:
    """The figure read last, if it words this change: at or behind the verb."""
    if not before or verb < 0:
        return None
    last = before[-1]
    if last.first < verb or last.first > lead:
        return None
    if last.change_stated is None and last.change_by is None:
        return None
    return last


def check_shares(tokens: Tokens, lexicon: Lexicon, items: list[Item]) -> None:
    """Note on each percentage whether the two counts before it give it ("3 of 4, or 75%")."""
    words, sets = tokens.words, lexicon.sets
    for part, whole, percent in zip(items, items[1:], items[2:], strict=False):
        if percent.unit_kind != "percent" or percent.kind or percent.direction:
            continue
        if part.kind or whole.kind or part.unit_kind != "count" or whole.unit_kind != "count":
            continue
        gap = words[part.noun[1] if part.noun else part.last : whole.first]
        if not gap or gap[0] not in (sets["of"] | sets["out_of"]) or len(gap) > 3:
            continue
        behind = words[whole.noun[1] if whole.noun else whole.last : percent.first]
        if len(behind) <= 3 and behind and (behind[0] in "(,–—" or behind[0] in sets["or"]):
            percent.consistent = arithmetic.share_agrees(part, whole, percent)
