"""Get a document from the web, safely: what is fetched may be chosen by anyone."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from . import addresses
from .errors import BadAddress, FetchFailed, FetchRefused
from .guard import Deadline, Guard, GuardedTransport

MOST_REDIRECTS = 5
STEP_SECONDS = 10  # for one connection, one piece of an answer
# What articles come as.
READABLE = (
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip
KEPT_HEADERS = (
    "content-type", "content-language", "content-disposition", "date", "etag", "last-modified",
    "link", "x-robots-tag", "retry-after",
)  # fmt: skip
REDIRECTS = {301, 302, 303, 307, 308}
PERMANENT = {301, 308}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address answered.

    url: as asked for. final_url: after redirects; both in normal form, without fragment.
    status: 200, or 304 when `etag` or `modified` still held.
    media_type: the Content-Type, with its parameters, "" without one.
    headers: some of the answer's, names in lower case.
    body: as sent, unpacked. fetched_at: when the answer was complete.
    moved_for_good: whether there were redirects and all of them were permanent (301, 308).
    """

    url: str
    final_url: str
    status: int
    media_type: str
    headers: dict[str, str]
    body: bytes
    fetched_at: datetime
    moved_for_good: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one fetch may take. The defaults come from the settings.

    most_bytes: of the unpacked body. seconds: for everything, names and redirects included.
    """

    most_bytes: int = field(default_factory=lambda: settings.ARTICLE_MAX_BYTES)
    seconds: float = field(default_factory=lambda: settings.FETCH_SECONDS)


def fetch(
    url: str,
    *,
    media_types: Sequence[str] | None = READABLE,
    etag: str = "",
    modified: str = "",
    limits: Limits | None = None,
    guard: Guard | None = None,
) -> FetchedPage:
    """Return what stands at an address.

    media_types: the kinds that are wanted (`text/` means all of them); None for any. An answer
        that names no kind is taken.
    etag, modified: what the last answer said; the answer may then be 304 with an empty body.

    No cookies are kept and none of the environment's proxies are used.

    Raises BadAddress or FetchRefused for an address that is not fetched, FetchFailed otherwise.
    """
    limits, guard = limits or Limits(), guard or Guard()
    asked = addresses.normal(url)
    headers = _request_headers(media_types, etag, modified)
    transport = GuardedTransport(guard, Deadline(limits.seconds))
    with (
        httpx.Client(transport=transport, trust_env=False, timeout=STEP_SECONDS) as client,
        _worded(addresses.host_of(asked), limits.seconds),
        _following(client, asked, headers) as (answer, here, permanent),
    ):
        is_same = answer.status_code == 304 and bool(etag or modified)
        if not is_same:
            _check_status(answer, addresses.host_of(here))
            _check_kind(answer, media_types)
        return FetchedPage(
            url=asked,
            final_url=here,
            status=answer.status_code,
            media_type=answer.headers.get("content-type", "")[:200],
            headers={
                name: answer.headers[name][:2000] for name in KEPT_HEADERS if name in answer.headers
            },
            body=b"" if is_same else _body(answer, limits.most_bytes),
            fetched_at=timezone.now(),
            moved_for_good=permanent,
        )


def _request_headers(media_types: Sequence[str] | None, etag: str, modified: str) -> dict[str, str]:
    wanted = [f"{kind}*" if kind.endswith("/") else kind for kind in media_types or ()]
    headers = {
        "User-Agent": settings.FETCH_USER_AGENT,
        "Accept": ", ".join([*wanted, "*/*;q=0.1"]),
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    told = {"If-None-Match": etag, "If-Modified-Since": modified}
    # What a server said of its page is repeated only where a header can hold it.
    return headers | {name: said for name, said in told.items() if said and _fits_a_header(said)}


def _fits_a_header(value: str) -> bool:
    return value.isascii() and value.isprintable()


@contextmanager
def _following(
    client: httpx.Client, url: str, headers: dict[str, str]
) -> Iterator[tuple[httpx.Response, str, bool]]:
    """Yield the answer at the end of the redirects, its address, and whether all were for good."""
    hops: list[bool] = []
    while True:
        client.cookies.clear()
        with client.stream("GET", url, headers=headers) as answer:
            if answer.status_code not in REDIRECTS or "location" not in answer.headers:
                yield answer, url, bool(hops) and all(hops)
                return
            hops.append(answer.status_code in PERMANENT)
            url = _next(url, answer.headers["location"])
        if len(hops) > MOST_REDIRECTS:
            raise FetchFailed(
                _("The address leads on to other addresses more than {most} times.").format(
                    most=MOST_REDIRECTS
                )
            )


def _next(url: str, location: str) -> str:
    try:
        return addresses.normal(urljoin(url, location))
    except (BadAddress, ValueError) as error:
        raise FetchRefused(
            _("The address leads on to one that is not fetched. {why}").format(why=error),
            field="url",
        ) from None


def _check_status(answer: httpx.Response, host: str) -> None:
    status = answer.status_code
    if status == 200:
        return
    why = {
        401: _("{host} asks for a log-in (401). Paste the text instead."),
        402: _("{host} asks for payment (402). Paste the text instead."),
        403: _("{host} does not let this page be fetched (403). Paste the text instead."),
        404: _("{host} has no such page (404). Is the address spelled right?"),
        410: _("{host} has taken this page down (410)."),
        429: _("{host} asks to wait before more pages are fetched (429)."),
        451: _("{host} may not show this page for legal reasons (451)."),
    }.get(status, _("{host} answered with status {status}."))
    raise FetchFailed(
        why.format(host=host, status=status),
        passing=status in (408, 425, 429) or status >= 500,
        status=status,
        retry_after=_retry_after(answer.headers.get("retry-after", "")),
    )


def _retry_after(value: str) -> int | None:
    """Return the seconds that a Retry-After header asks for, told in seconds or as a date."""
    if value.strip().isdecimal() and value.isascii():
        return min(int(value[:9]), 10**7)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0, min(int((moment - timezone.now()).total_seconds()), 10**7))


def _check_kind(answer: httpx.Response, media_types: Sequence[str] | None) -> None:
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not media_types or not kind:
        return
    if not any(
        kind.startswith(wanted) if wanted.endswith("/") else kind == wanted
        for wanted in media_types
    ):
        raise FetchFailed(
            _("This address holds {kind}, which is not read from the web.").format(kind=kind[:100])
        )


def _body(answer: httpx.Response, most: int) -> bytes:
    """Return the unpacked body, never holding more than `most` bytes of it (and one read)."""
    told = answer.headers.get("content-length", "")
    if told.isascii() and told.isdecimal() and int(told[:18]) > most:
        raise _too_large(most)
    encoding = answer.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchFailed(
            _("The page came packed in a way that was not asked for ({encoding}).").format(
                encoding=encoding[:50]
            )
        )
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16) if encoding.endswith("gzip") else None
    body = bytearray()
    for piece in answer.iter_raw():
        body += unpacking.decompress(piece, most + 1 - len(body)) if unpacking else piece
        if len(body) > most:
            raise _too_large(most)
    if unpacking and not unpacking.eof:
        raise FetchFailed(_("The page broke off before its end."), passing=True)
    return bytes(body)


def _too_large(most: int) -> FetchFailed:
    return FetchFailed(
        _("There is more than {most:.0f} MB at this address.").format(most=most / 1_000_000)
    )


@contextmanager
def _worded(host: str, seconds: float) -> Iterator[None]:
    """Turn what goes wrong on the way into FetchFailed with a sentence."""
    try:
        yield
    except httpx.TimeoutException:
        raise FetchFailed(
            _("{host} did not answer in full within {seconds:.0f} seconds.").format(
                host=host, seconds=seconds
            ),
            passing=True,
        ) from None
    except httpx.ConnectError as error:
        if "certificate" in str(error).lower():
            message = _("{host} could not prove who it is: its certificate is not valid.")
        else:
            message = _("{host} could not be reached.")
        raise FetchFailed(message.format(host=host), passing=True) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, zlib.error):
        raise FetchFailed(
            _("{host} sent an answer that breaks the rules of the web.").format(host=host),
            passing=True,
        ) from None
