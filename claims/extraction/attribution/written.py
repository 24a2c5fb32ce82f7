"""Papers in which something is said: "В докладе говорится, что C", "In dem Bericht heißt es"."""

from __future__ import annotations

from . import Attribution
from .contents import following
from .phrases import phrase_before
from .site_reader import SiteReader
from .sites import Site

PATTERN = "according"  # a source in another case, as behind a set phrase


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
    made = reader.made(site, (site.index, site.end), named, [said.span], PATTERN, said)
    made.stance = "asserts"
    return made
