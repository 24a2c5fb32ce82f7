"""What a newspaper says of itself: "40 boats sank, the Courier has learned", "can reveal".

That is the article's own voice: what it found out itself has no other source.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ..attribution import Attribution

if TYPE_CHECKING:
    from .speakers import Speakers

#: Pattern of an act of saying that is the article's own.
OWN = "own"
#: Tables of verbs by which a newspaper tells what it knows -> the table that the helper stands in.
VERBS = {"found_out": "perfect", "made_known": "able"}


def is_own_voice(speakers: Speakers, said: Attribution) -> bool:
    """Say whether a newspaper tells what it found out: a medium, no person and no other body.

    said: an act of saying by a verb of the table "own_knowledge".
    """
    words, tokens = speakers.words, speakers.tokens
    if said.source is None or said.cue is None:
        return False
    helper = tokens.words[bisect_left(tokens.starts, said.cue[0])]
    aided = any(
        words.has(verbs, said.lemma) and words.has(helpers, helper)
        for verbs, helpers in VERBS.items()
    )
    if not aided and not words.has("understood", said.lemma):
        return False
    source = tokens.text[slice(*said.source)]
    parts = source.lower().split()
    if words.has("news_media", parts[-1]):
        return words.has("this_marks", parts[0])
    if not source[source.rfind(" ") + 1].isupper():
        return False
    if words.has("paper_words", parts[-1]):
        return True
    name = source.partition(" ")[2] if words.has("articles", parts[0]) else source
    papers = speakers.organisations.told.named_papers
    known = speakers.names.known.get(name)
    told = any(name in (item.name, item.text) for item in papers)
    return told or (aided and known is not None and not known.is_person)
