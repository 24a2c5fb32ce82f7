"""The mood of reported speech, which needs no verb of saying: "Man habe Zeit verloren"."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..tagging.tokens import Tokens
from . import Attribution


def carry_on(tokens: Tokens, found: list[Attribution], words: Lexicon) -> list[Attribution]:
    """Return the attributions, with one for each sentence that goes on with what is reported.

    German marks it by the verb ("sei", "habe"); it is then of whoever spoke in the sentence before,
    in the same paragraph.
    """
    if not words.table("reporting_mood"):
        return found
    last_of: dict[int, Attribution] = {item.sentence: item for item in found if item.contents}
    made: list[Attribution] = []
    for number, (first, last) in enumerate(tokens.spans):
        owner = last_of.get(number - 1)
        if owner is None or number in last_of or first >= last:
            continue
        between = tokens.text[tokens.ends[first - 1] : tokens.starts[first]] if first else ""
        if "\n" in between or not _is_reported(tokens, first, last, words):
            continue
        end = last
        while end > first and tokens.kinds[end - 1] == ".":
            end -= 1
        if end > first:
            item = Attribution(
                None, owner.source, [tokens.slice(first, end)], "", "asserts", number, "mood",
                heir=True, follows=owner.follows or owner,
            )  # fmt: skip
            last_of[number] = item
            made.append(item)
    return sorted([*found, *made], key=lambda item: item.sentence) if made else found


def _is_reported(tokens: Tokens, first: int, last: int, words: Lexicon) -> bool:
    """Say whether the first finite verb of a sentence stands in the mood of reported speech."""
    for index in range(first, last):
        word = tokens.words[index]
        if words.has("reporting_mood", word):
            return True
        if tokens.kinds[index] == "v" or words.has("finite_auxiliaries", word):
            return False
    return False
