"""Guard: the preview answers only to the names of this machine, so that no other site can read it (DNS rebinding)."""

import ipaddress
import re
import socket

from tornado.web import HTTPError, RequestHandler

ADDRESS = re.compile(r"(?P<name>\[[0-9a-fA-F:.]+\]|[\w.-]+)(:(?P<port>\d+))?")
"""A Host header."""


class Guarded(RequestHandler):
    """A handler that looks at whom the request is addressed to, and lets nothing be cached."""

    def prepare(self) -> None:
        """Refuse a request to a foreign name."""
        if not is_own(self.request.host, self.settings["host"]):
            raise HTTPError(421)

    def set_default_headers(self) -> None:
        """Set what every answer carries."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")


def is_own(address: str, host: str) -> bool:
    """Say whether a Host header names this machine: by number, as localhost, by its name, or as it was told to serve.

    A number is always fine: rebinding needs a name that its owner can point elsewhere.
    """
    name = name_and_port(address)[0].strip("[]").lower()
    return bool(name) and (name in {"localhost", host.lower(), socket.gethostname().lower()} or is_number(name))


def name_and_port(address: str) -> tuple[str, str]:
    """Take a Host header apart; two empty texts where it is none."""
    found = ADDRESS.fullmatch(address)
    return (found["name"], found["port"] or "80") if found else ("", "")


def is_number(name: str) -> bool:
    """Say whether a host is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
