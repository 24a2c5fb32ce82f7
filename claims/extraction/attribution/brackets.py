"""Verbs of saying that end a clause, far from their helper: "S hat am Montag gesagt, dass C"."""

from __future__ import annotations

from . import NEGATIVE, Attribution, Span
from .before_tags import content_start
from .contents import following
from .phrases import phrase_before
from .phrases_behind import phrase_after
from .said import Said
from .site_reader import SiteReader
from .sites import Site
from .things import is_no_statement

REACH = 24  # tokens from the helper to the participle
OPEN = ',.:"'  # class letters of what may follow a participle that ends its clause


def bracketed(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what is said by a perfect whose helper stands second, as in German."""
    helper = _helper(reader, site)
    if helper is None:
        return None
    source = _subject(reader, site, helper)
    if source is None:
        return None
    view, named = reader.view, reader.tokens.slice(*source)
    if source[0] > helper and _is_behind_statement(reader, site, helper):
        begin = content_start(view, site, helper)
        before = view.trimmed(begin, helper) if begin is not None else None
        if before is None or "c" not in site.cue.frames:
            return None
        return reader.made(site, (site.index, site.end), named, [before], "inverted")
    group = (helper if source[1] <= helper else site.index, site.end)
    said = following(view, site.end, site.last, site.cue) or _object(reader, site, source, helper)
    if said is None or is_no_statement(view, site.cue, said):
        return None
    return reader.made(site, group, named, [said.span], "subject", said)


def _is_behind_statement(reader: SiteReader, site: Site, helper: int) -> bool:
    """Say whether all that stands before a helper may be said: "„C“, hat S gesagt".

    Not so of "Das Boot, das S kaufte, hat S gemeldet".
    """
    view, pause = reader.view, helper - 1
    if pause <= site.first or view.kinds[pause] not in ',"':
        return False
    return view.closes(pause - 1) or "," not in view.kinds[site.first : pause]


def _helper(reader: SiteReader, site: Site) -> int | None:
    """Token of "hat" in front of a participle that ends its clause."""
    view, kinds = reader.view, reader.view.kinds
    finite = site.cue.is_past and not view.is_word("strong_participles", site.index)
    if finite or (site.end < site.last and kinds[site.end] not in OPEN):
        return None
    for at in range(site.index - 1, max(site.first - 1, site.index - REACH), -1):
        if view.is_word("perfect_auxiliaries", at):
            return at if view.quoted[at] < 0 else None
        if kinds[at] in "va,.;:":
            return None
    return None


def _subject(reader: SiteReader, site: Site, helper: int) -> Span | None:
    """Token range of who speaks: what opens the sentence, or else what follows the helper."""
    view, tokens = reader.view, reader.tokens
    before = None
    if helper > site.first and view.kinds[helper - 1] not in ',":':
        before = phrase_before(tokens, helper, site.first, reader.words)
    leads = before is not None and before[0] == site.first
    if before is not None and leads and not view.is_word("pointers", site.first):
        return before
    behind = phrase_after(tokens, helper + 1, site.index, reader.words)
    return behind if behind is not None and view.kinds[behind[0]] in "dnNx" else None


def _object(reader: SiteReader, site: Site, source: Span, helper: int) -> Said | None:
    """What is denied between the subject and the participle: "hat jede Schuld bestritten"."""
    if site.cue.stance not in NEGATIVE or "n" not in site.cue.frames:
        return None
    view, at = reader.view, max(source[1], helper + 1)
    while at < site.index and view.kinds[at] not in "d":
        at += 1
    named = at < site.index and '"' not in view.kinds[at : site.index]
    return Said((at, site.index), is_object=True) if named else None
