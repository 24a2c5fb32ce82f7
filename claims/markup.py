"""The form of ClaimReview markup that machines read, and what they would refuse.

Consumers of ClaimReview read a narrower form than schema.org allows: single objects where it
permits lists, three numbers or none, absolute addresses. `problems` holds to that form, and nothing
is published that it objects to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from articles.wording import FORBIDDEN

Markup = dict[str, Any]

CONTEXT = "https://schema.org"
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def problems(markup: Any, *, page: str) -> dict[str, str]:
    """Return what is wrong with ClaimReview markup: property path -> sentence; empty when valid.

    page: the canonical address of the page that carries it.
    """
    found: dict[str, str] = {}
    _check(markup, "ClaimReview", "", found)
    if found:
        return found
    if markup["@context"] != CONTEXT:
        found["@context"] = _("Has to be {wanted}.").format(wanted=CONTEXT)
    if markup["url"] != page:
        found["url"] = _("Differs from the address of the page, {page}.").format(page=page)
    for path, node in (("@id", markup), ("itemReviewed.@id", markup["itemReviewed"])):
        if not node["@id"].startswith(f"{page}#"):
            found[path] = _("Has to begin with the address of the page.")
    _check_rating(markup, found)
    _check_claimant(markup, found)
    _check_dates(markup, found)
    return found


# -- Form of each value: a check returns a sentence, or nothing when the value is right -----------
Check = Callable[[Any], str]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        return _("Has to be a text.")
    return _("Holds a character that cannot be shown.") if FORBIDDEN.search(value) else ""


def _whole_number(value: Any) -> str:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return "" if is_number else _("Has to be a whole number.")


def _address(value: Any) -> str:
    wrong = _("Has to be an absolute http or https address without blanks or commas.")
    if not isinstance(value, str) or re.search(r"[\s,<>\"]", value):
        return wrong
    try:
        parts = urlsplit(value)
    except ValueError:
        return wrong
    return "" if parts.scheme in ("http", "https") and parts.hostname else wrong


def is_no_address(value: Any) -> str:
    """Say what is wrong with the address of a page; commas are allowed, as encyclopaedias' are."""
    return _address(value.replace(",", "")) if isinstance(value, str) else _address(value)


def _day(value: Any) -> str:
    try:
        is_day = isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        is_day = False
    return "" if is_day else _("Has to be a date such as 2026-11-20.")


def _moment(value: Any) -> str:
    try:
        is_moment = isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        is_moment = False
    return "" if is_moment else _("Has to be a time with its offset.")


def _language(value: Any) -> str:
    is_tag = isinstance(value, str) and LANGUAGE.fullmatch(value)
    return "" if is_tag else _("Has to be a language tag such as en.")


# type -> property -> (is required, check or the types of object it holds, is a list)
SHAPES: dict[str, dict[str, tuple[bool, Check | tuple[str, ...], bool]]] = {
    "ClaimReview": {
        "@context": (True, _text, False),
        "@id": (True, _address, False),
        "url": (True, _address, False),
        "claimReviewed": (True, _text, False),
        "inLanguage": (True, _language, False),
        "datePublished": (True, _day, False),
        "dateModified": (True, _moment, False),
        "author": (True, ("Organization",), False),
        "reviewRating": (True, ("Rating",), False),
        "itemReviewed": (True, ("Claim",), False),
        "correction": (False, ("CorrectionComment",), True),
        "associatedMediaReview": (False, ("MediaReview",), False),
        "sdPublisher": (True, ("Organization",), False),
        "sdLicense": (False, _address, False),
    },
    "Rating": {
        "alternateName": (True, _text, False),
        "ratingValue": (False, _whole_number, False),
        "bestRating": (False, _whole_number, False),
        "worstRating": (False, _whole_number, False),
        "ratingExplanation": (False, _text, False),
    },
    "Claim": {
        "@id": (True, _address, False),
        "author": (False, ("Person", "Organization"), False),
        "datePublished": (False, _day, False),
        "firstAppearance": (False, ("CreativeWork",), False),
        "appearance": (False, ("CreativeWork",), True),
    },
    "Person": {"name": (True, _text, False), "sameAs": (False, is_no_address, True)},
    "Organization": {
        "name": (True, _text, False),
        "url": (False, _address, False),
        "sameAs": (False, is_no_address, True),
    },
    "CreativeWork": {"url": (True, _address, False), "archivedAt": (False, _address, False)},
    "CorrectionComment": {"text": (True, _text, False), "datePublished": (True, _moment, False)},
    "MediaReview": {"@id": (True, _address, False)},
}


def _check(node: Any, kind: str, path: str, found: dict[str, str]) -> None:
    """Hold one object against its shape: required, unknown and malformed properties."""
    if not isinstance(node, dict) or node.get("@type") != kind:
        found[path or kind] = _("Has to be a single object of the type {kind}.").format(kind=kind)
        return
    shape = SHAPES[kind]
    for name in node.keys() - shape.keys() - {"@type"}:
        found[f"{path}{name}"] = _("Is not a property of {kind}.").format(kind=kind)
    for name, (is_required, wanted, is_list) in shape.items():
        if name not in node:
            if is_required:
                found[f"{path}{name}"] = _("Is missing.")
            continue
        value = node[name]
        if is_list and (not isinstance(value, list) or not value):
            found[f"{path}{name}"] = _("Has to be a list with something in it.")
            continue
        for number, item in enumerate(value if is_list else [value]):
            place = f"{path}{name}[{number}]" if is_list else f"{path}{name}"
            _check_value(item, wanted, place, found)


def _check_value(
    value: Any, wanted: Check | tuple[str, ...], place: str, found: dict[str, str]
) -> None:
    if not isinstance(wanted, tuple):
        problem = wanted(value)
        if problem:
            found[place] = problem
        return
    kind = value.get("@type") if isinstance(value, dict) else None
    if kind not in wanted:
        found[place] = _("Has to be a single object of the type {kind}.").format(
            kind=" / ".join(wanted)
        )
        return
    _check(value, kind, f"{place}.", found)


def _check_rating(markup: Markup, found: dict[str, str]) -> None:
    rating = markup["reviewRating"]
    numbers = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
    given = [number for number in numbers if number is not None]
    if given and len(given) < len(numbers):
        found["reviewRating"] = _("Value, best and worst are given together or not at all.")
    elif given and not (numbers[0] < numbers[2] and numbers[0] <= numbers[1] <= numbers[2]):
        found["reviewRating.ratingValue"] = _("Has to lie between the worst and the best rating.")
    label = re.escape(rating["alternateName"])
    if re.match(rf"\W*{label}\s*[:\u2013\u2014-]", markup["claimReviewed"], re.IGNORECASE):
        found["claimReviewed"] = _("The claim must not begin with its rating.")


def _check_claimant(markup: Markup, found: dict[str, str]) -> None:
    claimant = markup["itemReviewed"].get("author", {}).get("name", "")
    if claimant.casefold() == markup["author"]["name"].casefold():
        found["itemReviewed.author"] = _("Nobody reviews a claim of their own.")


def _check_dates(markup: Markup, found: dict[str, str]) -> None:
    said = markup["itemReviewed"].get("datePublished")
    modified = markup["dateModified"][:10]
    # A day in UTC may already be the next one where the claim was made.
    tomorrow = (date.fromisoformat(modified) + timedelta(days=1)).isoformat()
    if said and said > tomorrow:
        found["itemReviewed.datePublished"] = _("The claim would have been made after its review.")
    if markup["datePublished"] > modified:
        found["dateModified"] = _("Lies before the first publication.")
