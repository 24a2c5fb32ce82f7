"""Papers in which something is said: "В докладе говорится, что C", "In dem Bericht heißt es"."""

from __future__ import annotations

from . import Attribution, Span
from .contents import following
from .phrases import phrase_before
from .site_reader import SiteReader
from .sites import Site

SHORTEST = 3  # letters of a word with a letter hung on it
PATTERN = "according"  # a source in another case, as behind a set phrase


def _without_hung(reader: SiteReader, first: int, named: Span) -> Span:
    """A paper or body without the letter for "in" in front of it: "בעתירה נכתב"."""
    words, word = reader.words, reader.tokens.words[first]
    hung = word[0] in words.table("source_prefixes") and len(word) > SHORTEST
    return (named[0] + 1, named[1]) if hung and not words.has("settings", word) else named


def written(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what a paper says, named before a verb that nobody is the subject of."""
    view, tokens = reader.view, reader.tokens
    if not view.is_word("impersonal_forms", site.index):
        return None
    source = phrase_before(tokens, site.begin, site.first, reader.words)
    if source is None:
        return None
    before = source[0] - 1
    hung = bool(reader.words.table("source_prefixes")) and before < site.first
    led = before >= site.first and view.kinds[before] == "p"
    said = following(view, site.end, site.last, site.cue) if led or hung else None
    if said is None:
        return None
    named = tokens.slice(*source)
    if hung and not led:
        named = _without_hung(reader, source[0], named)
    made = reader.made(site, (site.index, site.end), named, [said.span], PATTERN, said)
    made.stance = "asserts"
    return made
