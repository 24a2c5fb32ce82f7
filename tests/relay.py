"""A door in front of a server: what a browser sees when the process behind it is killed."""

from __future__ import annotations

import contextlib
import socket
import threading
from urllib.parse import urlsplit


class Relay:
    """Pass connections on to a server, until it is shut; open it again at the same address.

    Shutting it drops what is under way in the middle, as a killed process does.
    """

    def __init__(self, target: str) -> None:
        address = urlsplit(target)
        self.target = (address.hostname, address.port)
        self.port = 0
        self.listener: socket.socket | None = None
        self.ends: list[socket.socket] = []
        self.open()

    @property
    def url(self) -> str:
        return f"http://{self.target[0]}:{self.port}"

    def open(self) -> None:
        """Listen, from the second time on where it listened before."""
        self.listener = socket.create_server((self.target[0], self.port))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, args=[self.listener], daemon=True).start()

    def close(self) -> None:
        """Drop every connection and accept no other."""
        for end in [self.listener, *self.ends]:
            # A connection that its other side has ended cannot be shut down again.
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends.clear()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                here, _address = listener.accept()
                there = socket.create_connection(self.target)
                self.ends += [here, there]
                for pair in ((here, there), (there, here)):
                    threading.Thread(target=_pass_on, args=pair, daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
