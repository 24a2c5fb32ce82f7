"""What a verdict still lacks, and what it rests on."""

from __future__ import annotations

import re

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.commas import listed
from claims.models import Event, Evidence, Kind, Verdict
from claims.models.verdict import CorrectionType

CITATION = re.compile(r"\[(\d{1,4})\](?!\()")


def cited_numbers(rationale: str) -> list[int]:
    """Return the evidence numbers that a rationale cites as [1], each once, in order."""
    return list(dict.fromkeys(int(number) for number in CITATION.findall(rationale)))


def cited_evidence(verdict: Verdict) -> list[Evidence]:
    """Return the standing evidence of the claim that this rationale cites, by number."""
    numbers = cited_numbers(verdict.rationale)
    standing = verdict.claim.evidence.standing().filter(number__in=numbers)
    return list(standing.with_capture().prefetch_related("captures").order_by("number"))


def missing(verdict: Verdict) -> dict[str, str]:
    """Return what stands against submitting: field -> sentence. Empty when nothing does."""
    lacking: dict[str, str] = {}
    if verdict.rating is None:
        lacking["rating"] = _("Choose a rating.")
    elif verdict.rating.retired_at:
        lacking["rating"] = _("This rating is no longer in use. Choose another.")
    if not verdict.summary.strip():
        lacking["summary"] = _("Write the summary that readers see first.")
    if not verdict.rationale.strip():
        lacking["rationale"] = _("Write the rationale.")
    if not verdict.said and _is_reported(verdict):
        lacking["said"] = _("Say whether it was said: this is reported speech.")
    if not verdict.confidence:
        lacking["confidence"] = _("Say how confident you are.")
    if not verdict.media and verdict.claim.kind in (Kind.IMAGE, Kind.VIDEO):
        lacking["media"] = _("Say what is wrong with the image or video, or that it is original.")
    lacking |= _missing_evidence(verdict)
    if verdict.is_correction():
        if verdict.correction_type not in CorrectionType.values:
            lacking["correction_type"] = _("Say what kind of correction this is.")
        if not verdict.public_note.strip():
            lacking["public_note"] = _("Tell readers what was corrected.")
        lacking |= _more_than_a_slip(verdict)
    return lacking


def writers(verdict: Verdict, evidence: list[Evidence]) -> set[int]:
    """Return who else has content in this revision, by user id.

    Whoever added or changed evidence that it cites, and whoever changed the claim or one of its
    mentions since the revision was opened.
    """
    cited = Q(subject__in=[f"evidence:{item.pk}" for item in evidence])
    told = Event.objects.filter(claim=verdict.claim).exclude(actor=None)
    wrote = told.filter(
        Q(kind__in=("claim.edited", "mention.changed"), at__gte=verdict.drafted_at)
        | Q(kind__in=("evidence.added", "evidence.changed")) & cited
    )
    return {item.added_by_id for item in evidence} | set(wrote.values_list("actor_id", flat=True))


def _more_than_a_slip(verdict: Verdict) -> dict[str, str]:
    """A typing or language error is put right without another verdict."""
    before = verdict.corrects
    if before is None or verdict.correction_type != CorrectionType.TYPO:
        return {}
    kept = {
        "rating": (before.rating_id, verdict.rating_id),
        "said": (before.said, verdict.said),
        "media": (before.media, verdict.media),
    }
    sentence = _("Correcting a typing error cannot change this. Choose another kind of correction.")
    return {name: sentence for name, (old, new) in kept.items() if old != new}


def _missing_evidence(verdict: Verdict) -> dict[str, str]:
    evidence = cited_evidence(verdict)
    unknown = set(cited_numbers(verdict.rationale)) - {item.number for item in evidence}
    if unknown:
        numbers = listed(f"[{number}]" for number in sorted(unknown))
        return {"evidence": _("There is no evidence {numbers}.").format(numbers=numbers)}
    if verdict.waiver_reason:
        return {}
    if not evidence:
        return {"evidence": _("Cite at least one piece of evidence in the rationale, as [1].")}
    if not any(item.is_captured and item.quote for item in evidence):
        return {"evidence": _("At least one cited piece needs a kept copy and a pinned quote.")}
    return {}


def _is_reported(verdict: Verdict) -> bool:
    return any(mention.is_reported() for mention in verdict.claim.mentions.all())
