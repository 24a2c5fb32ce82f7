"""Who says what in the passive: "It was claimed by S that C"."""

from __future__ import annotations

from . import Attribution
from .phrases_behind import phrase_after
from .said import Said
from .site_reader import SiteReader
from .sites import Site
from .tails import tail_cut

NEAR = 4  # tokens from the verb to "by", and from who says it to "that"


def said_by(reader: SiteReader, site: Site) -> Attribution | None:
    """The attribution of a passive with "it", which names by whom it is said before "that"."""
    view, tokens = reader.view, reader.tokens
    if "c" not in site.cue.frames or not view.is_word("pronouns.neuter", site.begin - 1):
        return None
    by = next(
        (at for at in range(site.end, min(site.last, site.end + NEAR))
         if view.is_word("agent_marks", at)), None
    )  # fmt: skip
    source = None if by is None else phrase_after(tokens, by + 1, site.last, reader.words)
    if (
        by is None
        or source is None
        or any(kind in 'vas,;:."' for kind in view.kinds[site.end : by])
    ):
        return None
    close = view.kinds.find("s", source[1], min(site.last, source[1] + NEAR))
    if close < 0 or not view.is_word("complementizers", close):
        return None
    said = view.trimmed(close, tail_cut(view, close, site.last))
    if said is None:
        return None
    group = (site.begin, site.end)
    return reader.made(site, group, tokens.slice(*source), [said], "subject", Said(said))
