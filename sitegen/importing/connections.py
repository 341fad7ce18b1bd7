"""HTTP connections to an address that was checked, under the name that was asked for."""

import socket
import ssl
from collections.abc import Sequence
from contextlib import suppress
from http.client import HTTPConnection

from sitegen.importing.addresses import Address


class CheckedConnection(HTTPConnection):
    """A connection to one of the checked numbers of a host; with a context, a secure one."""

    def __init__(
        self, address: Address, numbers: Sequence[str], patience: float, context: ssl.SSLContext | None
    ) -> None:
        super().__init__(address.host, address.port, timeout=patience)
        # What is said in the header Host leaves out a port that goes without saying.
        self.default_port = 443 if address.is_secure else 80
        self._numbers = numbers
        self._context = context
        # http.client lets go of the socket once an answer begins.
        self._wire: socket.socket | None = None

    def connect(self) -> None:
        """Try the numbers in order; raises OSError where none answers."""
        self.sock = self._wire = self._first_that_answers()
        if self._context:
            self.sock = self._wire = self._context.wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End whatever the connection waits for."""
        with suppress(OSError):
            if self._wire:
                self._wire.shutdown(socket.SHUT_RDWR)

    def _first_that_answers(self) -> socket.socket:
        failure = OSError("no address")
        for number in self._numbers:
            try:
                return socket.create_connection((number, self.port), self.timeout)
            except OSError as error:
                failure = error
        raise failure
