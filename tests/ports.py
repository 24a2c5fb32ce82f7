"""Ports for servers of tests."""

from __future__ import annotations

import contextlib
import random
import socket

LOCALHOST = "127.0.0.1"
# Below the numbers that Linux and macOS give to connections on their way out: no connection of
# another test takes the port between its choice and the start of its server.
PORTS = range(20_000, 32_000)
TRIALS = 100


def listening(*addresses: str) -> list[socket.socket]:
    """Return sockets that listen on one port of several addresses.

    Random, not counted up: the processes of a spread run choose at the same time.
    """
    for port in random.SystemRandom().sample(PORTS, TRIALS):
        with contextlib.ExitStack() as stack, contextlib.suppress(OSError):
            listeners = [
                stack.enter_context(socket.create_server((address, port))) for address in addresses
            ]
            stack.pop_all()
            return listeners
    raise OSError(f"none of {TRIALS} ports is free on {' and '.join(addresses)}")


def free_port() -> int:
    """Return a port for a server that another process starts on localhost."""
    (listener,) = listening(LOCALHOST)
    with listener:
        return listener.getsockname()[1]
