"""What is called untrue before the verb: "Die Behauptung, C, nannte S „frei erfunden“"."""

from __future__ import annotations

from . import Attribution
from .denial_words import find_denial
from .phrases_behind import phrase_after
from .said import Said
from .site_reader import SiteReader
from .sites import Site

OPENING = 3  # tokens of "Die neuen Vorwürfe"


def named_untrue(reader: SiteReader, site: Site) -> Attribution | None:
    """Return what S calls untrue behind the verb, where it leads the sentence."""
    view, words, first = reader.view, reader.words, site.first
    denies = words.has("fronted_denials", site.cue.lemma)
    # "Der Bericht bestritt", "In einer Mitteilung wies S"
    denies = denies and view.kinds[first] != "p" and not view.is_word("subject_marks", first)
    if not (denies or words.has("naming_verbs", site.cue.lemma)) or site.begin - first < 2:
        return None
    near = range(first, min(site.begin, first + OPENING))
    noun = next((at for at in near if view.tokens.words[at] in words.nouns), None)
    source = phrase_after(view.tokens, site.end, site.last, words) if noun is not None else None
    if noun is None or source is None:
        return None
    quoted = view.kinds.find('"', *source)
    source = (source[0], quoted) if quoted > source[0] else source  # "S „frei erfunden“"
    if not denies and find_denial(view.tokens.words[source[1] : site.last], words) is None:
        return None
    said = view.trimmed(noun + 1, site.begin) if view.kinds[noun + 1] == "," else None
    pair = said or view.trimmed(first, site.begin)
    if pair is None:
        return None
    named = view.tokens.slice(*source)
    whole = Said(pair, is_object=said is None)
    made = reader.made(site, (site.begin, site.end), named, [pair], "subject", whole)
    made.stance = "denies" if denies else "disputes"
    return made
