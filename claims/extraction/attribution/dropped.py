"""Verbs of saying without a subject of their own, as in Spanish: "añadió que C"."""

from __future__ import annotations

from . import Attribution
from .before_tags import content_start
from .contents import following
from .site_reader import SiteReader
from .sites import Site
from .thats import that_after
from .told import after_told
from .verb_first import behind_colon, quoted_at

PATTERN = "dropped"


def dropped(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what a verb brings whose form alone says who speaks: somebody named before."""
    view, cue = reader.view, site.cue
    if not view.words.words.get("pro_drop") or cue.is_base or cue.participle:
        return None
    if "c" not in cue.frames or not _is_free(reader, site):
        return None
    that = that_after(view, site.end, site.last)
    behind = after_told(view.tokens, site.end, site.last, view.words, told="o" in cue.frames)
    colon = any(view.kinds[at : at + 1] == ":" for at in (site.end, behind))
    opens = that is not None or colon
    said = following(view, site.end, site.last, cue) if opens else None
    said = said or behind_colon(view, site.end, site.last) or quoted_at(view, site.end, site.last)
    if said is not None:
        contents = [said.span]
    else:
        before = _quoted_before(reader, site)
        if before is None:
            return None
        contents = [before]
    return Attribution(
        cue=view.tokens.slice(site.index, site.end),
        source=None,
        contents=[view.tokens.slice(*pair) for pair in contents],
        lemma=cue.lemma,
        stance=cue.stance,
        sentence=site.number,
        # "It was said in reply": by nobody who was named before.
        pattern="impersonal" if view.is_word("impersonal_forms", site.index) else PATTERN,
        heir=True,
        gender=cue.gender,
    )


def _is_free(reader: SiteReader, site: Site) -> bool:
    """Say whether nothing before the verb can be its subject: it opens a clause."""
    if reader.view.is_joined(site.index):
        return True
    view = reader.view
    if view.is_phrase("opening_asides", site.begin - 2, site.begin):
        return True  # "غير أنه اعترف"
    kinds, before = view.kinds, site.begin - 1
    while before >= site.first and kinds[before] == "r":
        before -= 1
    return before < site.first or kinds[before] in ',;:"c-'


def _quoted_before(reader: SiteReader, site: Site) -> tuple[int, int] | None:
    """Token range of a quotation that a verb closes: "C", añadió."""
    view, before = reader.view, site.begin - 1
    while before > site.first and view.kinds[before] in ",-r":
        before -= 1
    number = view.quoted[before] if before >= site.first else -1
    end = view.past_adverbs(site.end, site.last) if site.end < site.last else site.last
    ends = end >= site.last or view.kinds[end] == "."  # "C, добавили там."
    if number < 0 and ends and site.begin > site.first and view.kinds[site.begin - 1] == ",":
        begin = content_start(reader.view, site, site.begin)
        return None if begin is None else view.trimmed(begin, site.begin)  # "C, añadió."
    goes_on = site.end < site.last and view.kinds[site.end] not in ",.;:-p"
    if number < 0 or (goes_on and not view.is_word("settings", site.end)):
        return None
    begin, end = view.ranges[number]
    return view.trimmed(max(begin, site.first), end)
