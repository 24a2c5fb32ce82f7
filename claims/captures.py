"""Kept copies of evidence: bytes in the storage under their sha256, with a row for each."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles import readers
from articles.errors import CannotTakeIn
from articles.fetch import fetch
from articles.jobs import finishing
from claims.models import Capture, CaptureJob, Evidence

if TYPE_CHECKING:
    from claims.accounts.models import User

logger = logging.getLogger(__name__)

TEXT_LIMIT = 1_000_000  # characters of a copy that are kept for finding the quote in it


def path_of(sha256: str) -> str:
    """Return where bytes with this hash lie in the storage."""
    return f"captures/{sha256[:2]}/{sha256}"


def keep(body: bytes) -> str:
    """Store bytes under their sha256 and return it. Bytes that are there already stay.

    What a full disk or a killed process left behind, of another length, makes room.
    """
    sha256 = hashlib.sha256(body).hexdigest()
    path = path_of(sha256)
    if default_storage.exists(path):
        if default_storage.size(path) == len(body):
            return sha256
        default_storage.delete(path)
    default_storage.save(path, ContentFile(body))
    return sha256


def text_of(body: bytes, media_type: str, url: str = "") -> str:
    """Return what can be read out of a copy; empty for a picture or a damaged file."""
    try:
        return readers.read(body, media_type=media_type, url=url).text[:TEXT_LIMIT]
    except CannotTakeIn as error:
        logger.info("No text in a copy of %s: %s", media_type or "unknown kind", error)
        return ""


def from_upload(
    evidence: Evidence, body: bytes, *, file_name: str, media_type: str, text: str, by: User
) -> Capture:
    """Record an uploaded file as the copy; `text` is what `text_of` read before any lock."""
    return Capture.objects.create(
        evidence=evidence,
        way=Capture.Way.UPLOAD,
        file_name=file_name[-200:],
        media_type=media_type[:100],
        size=len(body),
        sha256=keep(body),
        text=text,
        captured_by=by,
    )


def from_address(job: CaptureJob, attempt: int) -> Capture:
    """Fetch the page of a job and keep it. No transaction is open while fetching.

    Raises articles.errors.CannotTakeIn when the address cannot be fetched, and
    articles.jobs.Lost when another worker has the job by then.
    """
    page = fetch(job.url, media_types=None)
    text = text_of(page.body, page.media_type, page.final_url)
    sha256 = keep(page.body)
    with finishing(CaptureJob, job.pk, attempt):
        return Capture.objects.create(
            evidence_id=job.evidence_id,
            way=Capture.Way.FETCH,
            url=page.final_url,
            media_type=page.media_type[:100],
            size=len(page.body),
            sha256=sha256,
            text=text,
            captured_at=page.fetched_at,
            captured_by_id=job.requested_by_id,
        )


def holds_quote(capture: Capture, quote: str) -> bool:
    """True when the words of `quote` stand in the copy; line breaks and spacing do not count."""
    return bool(quote.strip()) and " ".join(quote.split()) in " ".join(capture.text.split())
