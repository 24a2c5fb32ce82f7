"""Participles of saying that end a clause: "S hat am Montag gesagt, dass C"."""

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

REACH = 24  # tokens from the auxiliary to the participle
OPEN = ',.:"'  # class letters of what may follow a participle that ends its clause


def bracketed(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what is said by a perfect whose auxiliary stands second, as in German."""
    auxiliary = _auxiliary(reader, site)
    if auxiliary is None:
        return None
    source = _subject(reader, site, auxiliary)
    if source is None:
        return None
    view, named = reader.view, reader.tokens.slice(*source)
    if source[0] > auxiliary and _is_behind_statement(reader, site, auxiliary):
        begin = content_start(view, site, auxiliary)
        before = view.trimmed(begin, auxiliary) if begin is not None else None
        if before is None or "c" not in site.cue.frames:
            return None
        return reader.made(site, (site.index, site.end), named, [before], "inverted")
    group = (auxiliary if source[1] <= auxiliary else site.index, site.end)
    said = following(view, site.end, site.last, site.cue)
    said = said or _object(reader, site, source, auxiliary)
    if said is None or is_no_statement(view, site.cue, said):
        return None
    return reader.made(site, group, named, [said.span], "subject", said)


def _is_behind_statement(reader: SiteReader, site: Site, auxiliary: int) -> bool:
    """Say whether all that stands before an auxiliary may be said: "„C“, hat S gesagt".

    Not so of "Das Boot, das S kaufte, hat S gemeldet".
    """
    view, pause = reader.view, auxiliary - 1
    if pause <= site.first or view.kinds[pause] not in ',"':
        return False
    return view.closes(pause - 1) or "," not in view.kinds[site.first : pause]


def _auxiliary(reader: SiteReader, site: Site) -> int | None:
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


def _subject(reader: SiteReader, site: Site, auxiliary: int) -> Span | None:
    """Token range of who speaks: what opens the sentence, or else what follows the auxiliary."""
    view, tokens = reader.view, reader.tokens
    before = None
    if auxiliary > site.first and view.kinds[auxiliary - 1] not in ',":':
        before = phrase_before(tokens, auxiliary, site.first, reader.words)
    leads = before is not None and before[0] == site.first
    if before is not None and leads and not view.is_word("pointers", site.first):
        return before
    behind = phrase_after(tokens, auxiliary + 1, site.index, reader.words)
    return behind if behind is not None and view.kinds[behind[0]] in "dnNx" else None


def _object(reader: SiteReader, site: Site, source: Span, auxiliary: int) -> Said | None:
    """What is denied between the subject and the participle: "hat jede Schuld bestritten"."""
    if site.cue.stance not in NEGATIVE or "n" not in site.cue.frames:
        return None
    view = reader.view
    at = view.first_of("d", max(source[1], auxiliary + 1), site.index)
    named = at < site.index and '"' not in view.kinds[at : site.index]
    return Said((at, site.index), is_object=True) if named else None
