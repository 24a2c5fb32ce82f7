"""What a public change changed: two published documents side by side, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.commas import listed
from claims.public.factcheck import FactCheck
from claims.workbench.differing import Part, differing, is_changed, replaced


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that reads otherwise than before.

    is_text: whether it is in the language of the fact-check, not in that of the page.
    """

    label: str
    parts: list[Part]
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One version of a fact-check, after the one before it; `before` is None for the first."""

    check: FactCheck
    before: FactCheck | None = None

    @property
    def differences(self) -> list[Difference]:
        return differences(self.before, self.check) if self.before else []

    @property
    def is_new_revision(self) -> bool:
        """Whether a verdict came with it, and not only a name or a reply."""
        return self.before is None or self.before.revision != self.check.revision

    @property
    def correction(self) -> dict[str, Any] | None:
        """Type and note of the correction that this version is."""
        own = [row for row in self.check.changes if row["revision"] == self.check.revision]
        return own[0] if own and self.is_new_revision else None


def steps(versions: list[FactCheck]) -> list[Step]:
    """Return versions, given from the oldest on, each with the one before it."""
    return [Step(versions[0]), *(Step(new, old) for old, new in pairwise(versions))]


def differences(before: FactCheck, after: FactCheck) -> list[Difference]:
    """Return what `after` says otherwise than `before`, in the order of the page."""
    found = []
    for label, old, new, is_text in _compared(before, after):
        parts = differing(old, new) if is_text else replaced(old, new)
        if is_changed(parts):
            found.append(Difference(label, parts, is_text))
    return found


def _compared(before: FactCheck, after: FactCheck) -> Iterator[tuple[str, str, str, bool]]:
    both = (before, after)
    yield _("Headline"), before.headline, after.headline, True
    yield _("The claim"), before.text, after.text, True
    yield _("Claimed by"), *(_claimant(one.claimant) for one in both), True
    yield _("Said on"), *(_day(one) for one in both), False
    yield _("Was it said?"), *(str(one.said_label) for one in both), False
    yield _("Is it true?"), *(one.rating["label"] for one in both), False
    yield _("Image or video"), *(_media(one) for one in both), True
    yield _("Confidence"), *(str(one.confidence_label) for one in both), False
    yield _("Summary"), before.summary, after.summary, True
    yield _("Rationale"), before.rationale, after.rationale, True
    for label, old, new in _listed(*both):
        yield label, old, new, True


def _listed(before: FactCheck, after: FactCheck) -> Iterator[tuple[str, str, str]]:
    """Evidence by its number, places by their mention, replies by whom the desk asked."""
    for name, label, key, write in (
        ("places", _("Where it was said"), "id", _place),
        ("sources", _("Evidence"), "number", _source),
        ("replies", _("The other side"), "name", _reply),
    ):
        old, new = ({row[key]: row for row in getattr(one, name)} for one in (before, after))
        for found in dict.fromkeys([*old, *new]):
            texts = [write(rows[found]) if found in rows else "" for rows in (old, new)]
            title = f"{label} [{found}]" if name == "sources" else label
            yield title, *texts


def _claimant(claimant: dict[str, Any] | None) -> str:
    if claimant is None:
        return ""
    return listed([claimant["name"], claimant["role"]])


def _day(check: FactCheck) -> str:
    return date_format(check.said_on) if check.said_on else ""


def _media(check: FactCheck) -> str:
    media = check.document.get("media") or {}
    return "\n".join(
        text
        for text in (str(check.media_label), media.get("context"), media.get("original"))
        if text
    )


def _place(place: dict[str, Any]) -> str:
    return "\n".join(
        text for text in (place["quote"], place["speaker"], place["title"], place["url"]) if text
    )


def _source(source: dict[str, Any]) -> str:
    """What readers see of a piece of evidence; a copy that was added later is no change."""
    if source["is_protected_source"]:
        words = [_("A protected source"), source["kind_label"], source["stance_label"]]
    else:
        words = [
            source["title"],
            source["publisher"],
            source["kind_label"],
            source["stance_label"],
            source["url"],
            source["quote"],
        ]
    return "\n".join(str(word) for word in words if word)


def _reply(reply: dict[str, Any]) -> str:
    said = reply["answer"] or {
        "answered": _("Answered"),
        "silent": _("No answer came"),
    }.get(reply["status"], _("Asked"))
    return "\n".join(str(word) for word in (reply["name"], said, reply["signed"]) if word)
