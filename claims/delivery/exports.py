"""Everything that is published, as one file: a line of JSON for each fact-check, or a table."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import IO, Any

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from claims.ledger import export as ledger
from claims.models import ExportFile, LedgerRoot, Publication, PublicState
from claims.sheets import harmless

NDJSON, CSV = "ndjson", "csv"
MEDIA_TYPES = {NDJSON: "application/x-ndjson", CSV: "text/csv; charset=utf-8"}
CHUNK = 500  # documents that are handed on together
# The CSV of COPY, with a quote and a delimiter that cannot stand in JSON text, changes nothing.
VERBATIM = r"(FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02', ENCODING 'UTF8')"
KEPT_DAYS = 14
FOLDER = "exports"
COLUMNS = [
    "id", "url", "headline", "text", "claimant", "claimant_id", "said_on", "kind", "language",
    "topics", "rating", "rating_label", "rating_value", "rating_best", "rating_worst", "said",
    "confidence", "summary", "outlets", "appearances", "revision", "corrections", "sequence",
    "first_published_at", "updated_at", "license",
]  # fmt: skip


def documents(
    states: QuerySet[PublicState], *, first: Callable[[], None] | None = None
) -> Iterator[list[bytes]]:
    """Yield the documents of public claims as lines of JSON, some hundreds at a time.

    All are of one moment, and memory stays small however many there are: the server writes them
    as they are taken. first: called in the transaction before anything is read.
    """
    rows = states.order_by("publication_id").values_list("publication__document", flat=True)
    query, values = rows.query.sql_with_params()
    with transaction.atomic(), connection.cursor() as cursor:
        if first is not None:
            first()
        try:
            # Django's own wrapper around the cursor takes no values for COPY.
            with cursor.cursor.copy(f"COPY ({query}) TO STDOUT {VERBATIM}", values) as lines:
                yield from _gathered(lines)
        except GeneratorExit:
            # The reader is gone. The server was told to stop, which may reach it too late and
            # would then stop what comes next: nothing does, on this connection.
            connection.connection.close()
            raise


def _gathered(lines: Iterable[Any]) -> Iterator[list[bytes]]:
    chunk: list[bytes] = []
    for line in lines:
        chunk.append(bytes(line))
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def ndjson(chunks: Iterable[list[bytes]]) -> Iterator[bytes]:
    """Yield one line per document, the very text that was published."""
    yield from map(b"".join, chunks)


def table(chunks: Iterable[list[bytes]]) -> Iterator[bytes]:
    """Yield the documents as CSV (RFC 4180, UTF-8), with a header."""
    yield _lines([COLUMNS])
    for chunk in chunks:
        yield _lines(row_of(json.loads(line)) for line in chunk)


def row_of(document: dict[str, Any]) -> list[Any]:
    """Return a document as the cells of one row; lists have a blank between their entries."""
    claimant, rating = document["claimant"] or {}, document["rating"]
    articles = [mention["article"] for mention in document["mentions"]]
    flat = {
        **document,
        "claimant": claimant.get("name"),
        "claimant_id": claimant.get("id"),
        "topics": " ".join(topic["slug"] for topic in document["topics"]),
        "rating": rating["key"],
        "rating_label": rating["label"],
        **{f"rating_{name}": rating[name] for name in ("value", "best", "worst")},
        "outlets": _joined(article["outlet_domain"] for article in articles),
        "appearances": _joined(article["url"] for article in articles),
        "corrections": len(document["corrections"]),
    }
    return [harmless(flat[name]) for name in COLUMNS]


FORMS = {NDJSON: ndjson, CSV: table}


def write_files(day: date | None = None) -> list[ExportFile]:
    """Write the files of a day, unless they are there, and remove those that are too old."""
    day = day or timezone.localdate()
    known = set(ExportFile.objects.filter(day=day).values_list("form", flat=True))
    written = [
        _write(f"claims-{day:%Y-%m-%d}.{form}.gz", form, day, _lines_of(form))
        for form in FORMS
        if form not in known
    ]
    for old in ExportFile.objects.filter(day__lte=day - timedelta(days=KEPT_DAYS)):
        default_storage.delete(path_of(old))
        old.delete()
    return written


def write_ledger() -> ExportFile | None:
    """Write the public ledger under the day of its last root; None where that is done already."""
    root = LedgerRoot.objects.order_by("-day").first()
    form = ExportFile.LEDGER
    if root is None or ExportFile.objects.filter(day=root.day, form=form).exists():
        return None
    lines = ((line.encode(), 1) for line in ledger.written())
    return _write(f"ledger-{root.day:%Y-%m-%d}.ndjson.gz", form, root.day, lines)


def path_of(file: ExportFile) -> str:
    """Return where a file lies in the storage."""
    return f"{FOLDER}/{file.name}"


def _lines_of(form: str) -> Iterator[tuple[bytes, int]]:
    """Everything that is published in one form, piece by piece, with the rows in each."""
    count = 0

    def counted(chunks: Iterable[list[bytes]]) -> Iterator[list[bytes]]:
        nonlocal count
        for chunk in chunks:
            count += len(chunk)
            yield chunk

    for piece in FORMS[form](counted(documents(PublicState.objects.live()))):
        yield piece, count
        count = 0


def _write(name: str, form: str, day: date, pieces: Iterable[tuple[bytes, int]]) -> ExportFile:
    last = Publication.objects.order_by("-sequence").values_list("sequence", flat=True).first()
    row = ExportFile(name=name, form=form, day=day, sequence=last or 0)
    with tempfile.TemporaryFile() as packed:
        row.rows = _pack(pieces, packed)
        row.bytes = packed.seek(0, os.SEEK_END)
        packed.seek(0)
        row.sha256 = hashlib.file_digest(packed, "sha256").hexdigest()
        packed.seek(0)
        # What a run that was cut short left behind has no row, and makes room.
        default_storage.delete(path_of(row))
        default_storage.save(path_of(row), File(packed))
    row.save(force_insert=True)
    return row


def _pack(pieces: Iterable[tuple[bytes, int]], packed: IO[bytes]) -> int:
    """Write all pieces into an open file; return how many rows they have."""
    count = 0
    # Without a name and a time inside, equal content gives equal bytes.
    with gzip.GzipFile("", "wb", compresslevel=6, fileobj=packed, mtime=0) as out:
        for piece, rows in pieces:
            out.write(piece)
            count += rows
    return count


def _lines(rows: Iterable[list[Any]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _joined(values: Iterable[str | None]) -> str:
    return " ".join(dict.fromkeys(value for value in values if value))
