"""Web addresses, and which machines behind them may be asked: public ones alone."""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from msgspec import Struct

_NAT64 = IPv6Network("64:ff9b::/96")
"""Where networks without IPv4 put its addresses (RFC 6052)."""
_ASSIGNED = IPv4Network("192.0.0.0/24")
"""For protocols (RFC 6890); clouds answer there, and older Pythons take most of it for public."""
_LONGEST = 4_000
"""Characters of an address."""
_AS_THEY_ARE = "/?%:@!$&'()*+,;=~-._"
"""Signs that stand for themselves in a path or query; "%" because what is escaped stays so."""


class RefusalError(Exception):
    """An address that is not asked; the text says why, in a phrase."""


class Address(Struct, frozen=True):
    """A web address, taken apart."""

    url: str
    is_secure: bool
    host: str
    """As the network knows it: ASCII, small letters."""
    port: int
    target: str
    """Path and query."""

    @property
    def origin(self) -> str:
        """Return "https://example.org:443"."""
        return f"{'https' if self.is_secure else 'http'}://{self.host}:{self.port}"


def parse_address(url: str) -> Address:
    """Take a web address apart. Raises RefusalError for what is none."""
    try:
        parts = urlsplit(url.strip()[:_LONGEST])
        host, port = _network_name(parts.hostname or ""), parts.port
    except ValueError as error:  # a UnicodeError is one, too
        message = "this is no web address"
        raise RefusalError(message) from error
    if parts.scheme not in {"http", "https"} or not host or not host.isprintable() or " " in host:
        message = "a web address begins with https:// or http://"
        raise RefusalError(message)
    if parts.username is not None or parts.password is not None:
        message = "an address with a user name or a password is not asked"
        raise RefusalError(message)
    is_secure = parts.scheme == "https"
    query = f"?{quote(parts.query, safe=_AS_THEY_ARE)}" if parts.query else ""
    target = quote(parts.path or "/", safe=_AS_THEY_ARE) + query
    return Address(parts.geturl(), is_secure, host, port or (443 if is_secure else 80), target)


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the numbers of a host, of both families, in the system's order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(number: str) -> bool:
    """Say whether a number is a machine's on the public internet: in no private, local, shared or reserved range."""
    try:
        ip = ip_address(number)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        # Addresses that lead to an IPv4 one are judged by that; tunnels (6to4) are out of use and refused.
        if ip.ipv4_mapped or ip in _NAT64:
            return _is_public(IPv4Address(int(ip) & 0xFFFFFFFF))
        if ip.sixtofour or ip.is_site_local:
            return False
    return _is_public(ip)


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    is_special = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    return ip.is_global and not (ip.is_private or is_special or ip in _ASSIGNED)


def _network_name(host: str) -> str:
    """Return a name in ASCII; numbers as they are. Raises ValueError, which a UnicodeError is, too."""
    if "%" in host:
        raise ValueError(host)  # a zone, which only numbers of this machine's own network have
    return str(IPv6Address(host)) if ":" in host else host.encode("idna").decode().lower()
