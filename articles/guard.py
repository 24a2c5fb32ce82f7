"""Which machines may be talked to: public ones alone, whatever a name or a redirect says.

The check stands where the connection is made: a name is resolved once, every address it has is
judged, and the connection goes to one of exactly these addresses. A name that resolves to
something else a moment later (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from .errors import FetchFailed, FetchRefused

RESOLVE_SECONDS = 10  # for looking up one name
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Iterable[str]]

# IANA special-purpose registries, spelled out: Python's own notion of "global" differs between
# its versions.
NOT_PUBLIC = [
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        # The platform service of a cloud, at an address that is public by its number.
        "168.63.129.16/32",
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
    )
]  # fmt: skip
PUBLIC_V6 = ipaddress.ip_network("2000::/3")
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet.

    An IPv4 address inside an IPv6 one (mapped, or translated by NAT64) is judged as itself.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address not in PUBLIC_V6 or address.scope_id is not None:
            return False
    return not any(
        address in network for network in NOT_PUBLIC if network.version == address.version
    )


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host as the system's resolver tells them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _allowed(address: Address) -> bool:
    return settings.FETCH_ALLOW_PRIVATE or is_public(address)


def _ports() -> frozenset[int]:
    return frozenset(settings.FETCH_PORTS)


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be connected to. The defaults come from the settings."""

    resolve: Resolve = resolve
    is_allowed: Callable[[Address], bool] = _allowed
    ports: frozenset[int] = field(default_factory=_ports)

    def addresses(self, host: str, port: int, seconds: float = RESOLVE_SECONDS) -> list[str]:
        """Return the addresses of `host` that a connection may go to.

        seconds: how long the look-up of the name may take.

        Raises FetchRefused when the port or any address is not allowed, FetchFailed when the
        name has no address or is not looked up in time.
        """
        if port not in self.ports:
            raise FetchRefused(
                _("Port {port} is not fetched from. Allowed: {ports}.").format(
                    port=port, ports=", ".join(map(str, sorted(self.ports)))
                ),
                field="url",
            )
        try:
            found = [ipaddress.ip_address(one) for one in self._resolved(host, port, seconds)]
        except (OSError, UnicodeError, ValueError):
            found = []
        if not found:
            raise FetchFailed(
                _("{host} was not found. Is the address spelled right?").format(host=host),
                passing=True,
            )
        if not all(map(self.is_allowed, found)):
            raise FetchRefused(
                _(
                    "{host} lies in a private network, and those are not fetched from. "
                    "Paste the text or upload the file."
                ).format(host=host),
                field="url",
            )
        return [str(address) for address in found]

    def _resolved(self, host: str, port: int, seconds: float) -> Iterable[str]:
        """Look a name up in a thread of its own: the system's resolver takes no time limit."""
        answers: queue.SimpleQueue[Iterable[str] | Exception] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self.resolve(host, port))
            except Exception as error:
                answers.put(error)

        threading.Thread(target=look_up, daemon=True, name=f"look up {host}").start()
        try:
            answer = answers.get(timeout=seconds)
        except queue.Empty:
            raise FetchFailed(
                _("The name {host} could not be looked up in time.").format(host=host),
                passing=True,
            ) from None
        if isinstance(answer, Exception):
            raise answer
        return answer


class Deadline:
    """A moment after which nothing goes on, however alive the other side keeps itself."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._at = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """Return the seconds that are left, at most `most`. Raises httpcore.ReadTimeout at 0."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout(f"not done after {self.seconds} s")
        return left if most is None else min(left, most)


class _Stream(httpcore.NetworkStream):
    """A connection on which no step takes longer than what is left of the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Makes connections to addresses that the guard lets through, and to no others."""

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        self._guard, self._deadline = guard, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        refusal: Exception | None = None
        for address in self._guard.addresses(host, port, self._deadline.left(timeout)):
            try:
                stream = self._plain.connect_tcp(address, port, self._deadline.left(timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refusal = error
            else:
                return _Stream(stream, self._deadline)
        raise refusal or httpcore.ConnectError(f"no address of {host} answers")

    def connect_unix_socket(self, *_args: Any, **_kwargs: Any) -> httpcore.NetworkStream:
        raise FetchRefused(_("Only web addresses are fetched."), field="url")


class GuardedTransport(httpx.HTTPTransport):
    """An httpx transport behind a guard, all of whose work ends at the deadline.

    Give it to `httpx.Client(transport=..., trust_env=False)`: a proxy would make connections
    of its own, unguarded.
    """

    def __init__(self, guard: Guard, deadline: Deadline) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False)
        # httpx has no parameter for the network backend of the pool it makes.
        self._pool.close()
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=4,
            http1=True,
            http2=False,
            network_backend=_Backend(guard, deadline),
        )
