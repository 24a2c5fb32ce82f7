"""Files in parts: Range requests (RFC 9110, section 14) for one range of bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from claims.api.errors import problem

PIECE = 256 * 1024  # bytes
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def serve(
    request: HttpRequest, file: IO[bytes], *, size: int, etag: str, media_type: str, name: str
) -> HttpResponse | StreamingHttpResponse:
    """Return a file, whole or the part that is asked for; closes it when it was sent.

    More than one range, and a part of a version that is no longer there, get the whole.
    """
    wanted = request.headers.get("Range", "")
    is_same = request.headers.get("If-Range", etag) == etag
    part = _part(wanted, size) if wanted and is_same and request.method == "GET" else (0, size)
    if part is None:
        file.close()
        response = problem(416, "range", _("This part lies outside of the file."))
        response["Content-Range"] = f"bytes */{size}"
        return response
    start, end = part
    response = StreamingHttpResponse(_pieces(file, start, end), content_type=media_type)
    if part != (0, size):
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    response["Content-Length"] = str(end - start)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    # It is packed already.
    response["Content-Encoding"] = "identity"
    return response


def _part(wanted: str, size: int) -> tuple[int, int] | None:
    """Return start and end (exclusive) of the range; None where it cannot be satisfied."""
    match = RANGE.fullmatch(wanted.strip())
    if match is None or match.groups() == ("", ""):
        return 0, size
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
    return (start, end) if start < end else None


def _pieces(file: IO[bytes], start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = end - start
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
