"""What a participle says beside the main clause: "Denying that C, S left", "S, denying C, left"."""

from __future__ import annotations

from ..tagging.tokens import Tokens
from . import NEGATIVE, Attribution, Span
from .contents import following
from .phrases import phrase_before
from .phrases_behind import phrase_after
from .site_reader import SiteReader
from .sites import Site
from .things import is_no_statement


def apart(reader: SiteReader, site: Site, previous: int) -> Attribution | None:
    """The attribution of a participle that stands before its subject, or between it and its verb.

    previous: the token before the participle that is no adverb.
    """
    view, tokens = reader.view, reader.tokens
    if site.cue.stance not in NEGATIVE and not site.cue.strong:
        return None
    opens = previous < site.first or (
        previous == site.first and view.is_word("participle_openers", previous)
    )
    inset = previous > site.first and view.kinds[previous] == ","
    before = phrase_before(tokens, previous, site.first, reader.words) if inset else None
    if not opens and (before is None or before[1] != previous):
        return None
    comma = view.kinds.find(",", site.end + 1, site.last)
    while comma > 0:
        source = before or _behind(reader, comma + 1, site.last)
        if source is not None and _goes_on(tokens, source, comma + 1):
            said = following(view, site.end, comma, site.cue)
            if said is None or is_no_statement(reader.view, site.cue, said):
                return None
            named, group = tokens.slice(*source), (site.index, site.end)
            return reader.made(site, group, named, [said.span], "participle", said)
        comma = view.kinds.find(",", comma + 1, site.last)
    return None


def _behind(reader: SiteReader, begin: int, last: int) -> Span | None:
    """The subject that begins at a token."""
    source = phrase_after(reader.tokens, begin, last, reader.words)
    return source if source is not None and source[0] == begin else None


def _goes_on(tokens: Tokens, source: Span, begin: int) -> bool:
    """Say whether the verb of a subject follows: behind it, or behind the comma before `begin`."""
    after = max(source[1], begin)
    return tokens.kinds[after : after + 1] in ("v", "a")
