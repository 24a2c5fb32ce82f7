"""What is denied before the verb, where nouns are declined: "Эту версию отверг министр"."""

from __future__ import annotations

from . import NEGATIVE, Attribution, Span
from .between import past_day
from .denial_words import find_denial
from .phrases_behind import phrase_after
from .said import Said
from .site_reader import SiteReader
from .sites import Site

REACH = 8  # tokens of what is denied and, in front of the verb, of who denies it
POINTED = 3  # tokens of "this latest version"


def object_first(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what S denies where it stands at the start; S stands before or behind the verb."""
    view, first, begin = reader.view, site.first, site.begin
    beside = _beside_title(reader, site)
    if beside is not None:
        return beside
    negative = site.cue.stance in NEGATIVE and "n" in site.cue.frames
    if not negative and not _calls_untrue(reader, site):
        return None
    clause = _clause_first(reader, site)
    if clause is not None:
        return clause
    if not 1 < begin - first <= REACH or set(view.kinds[first:begin]) & set('vas,"'):
        return None
    denied = _denied(reader, first, begin)
    if denied is None:
        return None
    at, end = denied
    if at > first:
        source: Span | None = (first + view.is_word("body_marks", first), at)
    elif end < begin:
        source = (end, begin)
    else:
        start = past_day(reader.view, site.end, site.last)
        source = phrase_after(view.tokens, start, site.last, reader.words)
    if source is None or not set("nNx") & set(view.kinds[slice(*source)]):
        return None
    named = view.tokens.slice(*source)
    said = Said((at, end), is_object=True)
    if end - at == 1 and view.kinds[site.end : site.end + 1] == ":":
        said = Said((site.end + 1, site.last))  # "S это отрицал: C"
    made = reader.made(site, (begin, site.end), named, [said.span], "subject", said)
    if not said.is_object:
        return made
    made.stance = made.stance if negative else "disputes"
    return made


def _clause_first(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what S denies in a clause at the start: "То, что C, S отрицает"."""
    view, first = reader.view, site.first
    if not view.is_word("clause_pointers", first) or view.kinds[first + 1 : first + 2] != ",":
        return None
    comma = view.kinds.rfind(",", first, site.begin)
    if comma <= first + 2 or not view.is_word("openers", first + 2):
        return None
    lone = view.is_word("pronouns.third", comma + 1)
    named = (comma + 1, comma + 2 if lone else site.begin)
    said = view.trimmed(first + 3, comma)
    if said is None or named[0] >= named[1] or not set("nNx") & set(view.kinds[slice(*named)]):
        return None
    source = view.tokens.slice(*named)
    return reader.made(site, (site.begin, site.end), source, [said], "subject", Said(said))


def _beside_title(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what S denies whose name stands in quotation marks, before or behind the verb.

    "Владелец, фирма «Тепло», обвинения отвергает", "Фирма «Тепло», отвергла обвинения".
    """
    view, first, begin = reader.view, site.first, site.begin
    if site.cue.stance not in NEGATIVE or '"' not in view.kinds[first:begin]:
        return None
    if set(view.kinds[first:begin]) & set("vas:;"):
        return None
    words, nouns = view.tokens.words, view.words.nouns
    if words[begin - 1] in nouns:
        denied, end = (begin - 1, begin), begin - 1
    elif site.end < site.last and words[site.end] in nouns:
        denied, end = (site.end, site.end + 1), begin
        if view.kinds[site.end + 1 : site.end + 2] not in (".", ""):
            return None
    else:
        return None
    source = view.trimmed(first, end)
    if source is None or not set("nN") & set(view.kinds[slice(*source)]):
        return None
    said = Said(denied, is_object=True)
    named = view.tokens.slice(*source)
    return reader.made(site, (begin, site.end), named, [denied], "subject", said)


def _calls_untrue(reader: SiteReader, site: Site) -> bool:
    """Say whether a verb of naming is followed by what denies: "назвал клеветой"."""
    words = reader.words
    if not words.has("naming_verbs", site.cue.lemma):
        return False
    return find_denial(reader.tokens.words[site.end : site.last], words) is not None


def _denied(reader: SiteReader, first: int, begin: int) -> Span | None:
    """Token range of a thing that only can be denied: "this version", "reports of a fire"."""
    view = reader.view
    for at in range(first, begin):
        if view.is_word("object_pointers", at):
            near = range(at + 1, min(begin, at + 1 + POINTED))
            noun = next(
                (index for index in near if view.tokens.words[index] in view.words.nouns), at
            )
            return at, (min(begin, at + 2) if noun == at else noun + 1)
        if view.tokens.words[at] in view.words.nouns:
            stop = begin
            while stop - 1 > at + 1 and _speaks(reader, stop - 1):
                stop -= 1
            return at, stop
    return None


def _speaks(reader: SiteReader, index: int) -> bool:
    """Say whether a token before the verb may be who denies: a name, an office, a pronoun."""
    view = reader.view
    return view.kinds[index] in "Nx" or view.words.is_title(view.tokens.words[index])
