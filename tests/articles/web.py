"""A web server for tests: answers written out as bytes, on an address of its own.

Addresses: 127.0.0.2 stands for the public internet and 127.0.0.1 for what lies behind the wall,
which Linux serves alike.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.fetch import FetchedPage, Limits, fetch
from articles.guard import Guard, is_public
from tests.ports import listening

PUBLIC, PRIVATE = "127.0.0.2", "127.0.0.1"
Answer = bytes | Callable[[socket.socket, bytes], None]


def answer(
    body: bytes | str = b"", *, status: str = "200 OK", kind: str = "text/html", **headers: str
) -> bytes:
    """Return an HTTP answer; `etag="x"` or `content_encoding="gzip"` become headers."""
    body = body.encode() if isinstance(body, str) else body
    lines = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    lines |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


@dataclass
class Web:
    """A running server. pages: path -> what it answers. requests: what was asked, in order."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict)
    requests: list[bytes] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def guard(self, **hosts: str | list[str]) -> Guard:
        """Return a guard to whom hosts lie where the test says, by default at PUBLIC.

        hosts: `inner_example=PRIVATE`. A list gives another address for each question.
        """
        told = {name.replace("_", "."): where for name, where in hosts.items()}

        def resolve(host: str, _port: int) -> list[str]:
            with contextlib.suppress(ValueError):
                return [str(ipaddress.ip_address(host))]
            where = told.get(host, PUBLIC)
            return [where.pop(0)] if isinstance(where, list) else [where]

        return Guard(
            resolve=resolve,
            is_allowed=lambda address: str(address) == PUBLIC or is_public(address),
            ports=frozenset({self.port}),
        )

    def paths(self) -> list[str]:
        return [request.split(b" ", 2)[1].decode("latin-1") for request in self.requests]


@contextlib.contextmanager
def serving(certificate: Path | None = None) -> Iterator[Web]:
    """Run a server on both addresses while the block runs; with a certificate, over TLS."""
    listeners = listening(PUBLIC, PRIVATE)
    web = Web(listeners[0].getsockname()[1])
    stop = threading.Event()
    secure = None
    if certificate is not None:
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(certificate)

    def serve(listener: socket.socket) -> None:
        while not stop.is_set():
            try:
                connection, _peer = listener.accept()
            except OSError:
                return
            threading.Thread(target=handle, args=(connection,), daemon=True).start()

    def handle(plain: socket.socket) -> None:
        with (
            contextlib.suppress(OSError),
            plain if not secure else secure.wrap_socket(plain, server_side=True) as connection,
        ):
            request = b""
            while b"\r\n\r\n" not in request and (piece := connection.recv(65536)):
                request += piece
            web.requests.append(request)
            path = request.partition(b" ")[2].partition(b" ")[0].decode("latin-1")
            page = web.pages.get(path, answer(b"nothing", status="404 Not Found"))
            if callable(page):
                page(connection, request)
            else:
                connection.sendall(page)

    for listener in listeners:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
    try:
        yield web
    finally:
        stop.set()
        for listener in listeners:
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()


def get(web: Web, path="/", **options: Any) -> FetchedPage:
    """Fetch a page of the test's web, with limits that a test reaches."""
    options.setdefault("guard", web.guard())
    options.setdefault("limits", Limits(most_bytes=100_000, seconds=5))
    return fetch(web.url(path), **options)
