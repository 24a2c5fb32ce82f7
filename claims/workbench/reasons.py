"""Why the extraction flagged a statement, in words for people."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Code of the extraction -> wording.
REASONS: dict[str, str | Promise] = {
    "figure": _("states a figure"),
    "change": _("states a change from one figure to another"),
    "inconsistent": _("its figures do not add up"),
    "comparison": _("compares or ranks"),
    "past_event": _("says that something happened"),
    "dated": _("gives a date or a period"),
    "named": _("names a person, place or organisation"),
    "attributed": _("is attributed to a source"),
    "document": _("its source is a document or a count"),
    "disputed": _("is denied or disputed by somebody"),
    "denial": _("denies something"),
    "negated": _("says that something is not so"),
    "ruled_out": _("says that something will never be"),
    "absolute": _("claims that something never, always or only is so"),
    "cause": _("says that one thing caused another"),
    "harm": _("is about harm, crime or danger"),
    "law": _("is about a law, a rule or an agreement"),
    "money": _("is about money"),
    "like_checked": _("is worded like statements that get checked"),
    "unlike_checked": _("is worded like statements that nobody checks"),
    "opinion": _("is an opinion or a judgement"),
    "hope": _("is a hope or a wish"),
    "prediction": _("is about the future"),
    "promise": _("is a promise or an intention"),
    "foretold": _("its figure is foretold, not counted"),
    "demand": _("is a demand or advice"),
    "question": _("is a question"),
    "framing": _("is a choice of words, not a fact"),
    "first_person": _("is about the speaker's own attitude"),
    "attitude": _("is about an attitude, not about a fact"),
    "hedged": _("is put as a possibility"),
    "condition": _("is a condition, not a statement"),
    "vague": _("is too vague to check"),
    "short": _("is too short to stand alone"),
    "no_verb": _("states nothing: there is no verb"),
    "colour": _("sets a scene or describes a manner"),
    "speech_act": _("only says that somebody spoke"),
    "greeting": _("is a greeting, thanks or a formula"),
    "repeated": _("repeats a statement found elsewhere in the article"),
    "headline": _("is a headline; the text below says it in full"),
    "standfirst": _("is a standfirst; the text below says it in full"),
    "subhead": _("is a sub-heading"),
    "caption": _("is a picture caption"),
    "credit": _("is a credit or an editorial note"),
    "byline": _("is a byline or a date line"),
}


def worded(codes: Iterable[str]) -> list[str]:
    """Return reasons in the words of this page's language."""
    return [str(REASONS.get(code, code)) for code in codes]
