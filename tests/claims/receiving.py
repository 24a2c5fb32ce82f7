"""A receiver of webhooks: a real HTTP server on this machine."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claims.accounts.models import Scope, ServiceKey
from claims.delivery import messages
from claims.models import WebhookEndpoint


@dataclass
class Receiver:
    """What it got, and what it answers: (status, headers) for each request in turn, then 204."""

    url: str = ""
    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)


@pytest.fixture
def receiver(settings):
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.requests.append((headers, body))
            status, extra = receiver.answers.pop(0) if receiver.answers else (204, {})
            self.send_response(status)
            for name, value in extra.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.02])
    thread.start()
    settings.FETCH_ALLOW_PRIVATE = True
    settings.FETCH_PORTS = [server.server_port]
    receiver.url = f"http://127.0.0.1:{server.server_port}/hook"
    yield receiver
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def consumer(dana) -> ServiceKey:
    return ServiceKey.objects.create(
        name="Morning Post",
        prefix="pls_000000000001",
        digest="0" * 64,
        scopes=[Scope.READ_PUBLISHED],
        contact="desk@post.test",
        created_by=dana,
    )


@pytest.fixture
def endpoint(receiver, consumer) -> WebhookEndpoint:
    return WebhookEndpoint.objects.create(
        name="Morning Post", url=receiver.url, secret=messages.new_secret(), key=consumer
    )
