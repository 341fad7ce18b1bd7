"""A page from the web, only because somebody asked for it: checked addresses, bounds, no cookies, no proxies."""

import ssl
import zlib
from collections.abc import Callable, Iterator, Sequence
from http.client import HTTPException, HTTPResponse
from threading import Timer
from time import monotonic
from urllib.parse import urljoin

from msgspec import Struct, field

from sitegen import __version__
from sitegen.importing.addresses import Address, RefusalError, is_public, parse_address, resolve
from sitegen.importing.connections import CheckedConnection

AGENT = f"sitegen/{__version__}"
PATIENCE = 10.0
"""Seconds that a server may be silent."""
DEADLINE = 60.0
"""Seconds for everything: robots.txt, redirects, the page."""
HOPS = 5
"""Redirects that are followed."""
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class FetchError(Exception):
    """A page that could not be had; the text says why, in a phrase."""


class Answer(Struct, frozen=True):
    """What a server sent, behind all redirects."""

    url: str
    status: int
    kind: str
    """Of the content, without parameters, in small letters ("text/html"); empty where the server does not say."""
    charset: str
    """The same."""
    data: bytes


class Web(Struct, frozen=True):
    """How pages are got; tests put a network of their own in its place."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    """Host and port -> numbers; raises OSError."""
    is_allowed: Callable[[str], bool] = is_public
    """Whether a number may be connected to."""
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    now: Callable[[], float] = monotonic


class Errand(Struct, frozen=True):
    """One import's way through the web: what it may take in all."""

    web: Web
    until: float
    """When it must be done, by the web's clock."""

    def get(self, url: str, limit: int, check: Callable[[Address], None]) -> Answer:
        """Get an address behind its redirects; each hop passes `check` and the check of its numbers.

        Raises FetchError, RefusalError. `limit`: bytes.
        """
        for _ in range(HOPS + 1):
            address = parse_address(url)
            check(address)
            answer, onward = self._ask(address, limit)
            if not onward:
                return answer
            url = _joined(url, onward)
            if address.is_secure and not parse_address(url).is_secure:
                message = f"it leads from https to http: {url}"
                raise RefusalError(message)
        message = f"it leads on to another address more than {HOPS} times"
        raise FetchError(message)

    def _ask(self, address: Address, limit: int) -> tuple[Answer, str]:
        """Return an answer, and the address that it leads on to; empty where it does not."""
        connection = self._connection(address)
        # A server that sends a byte now and then is never silent for long.
        end = Timer(self._left(), connection.cut)
        end.start()
        try:
            connection.request("GET", address.target, headers=_HEADERS)
            with connection.getresponse() as response:
                onward = response.getheader("Location", "") if response.status in _MOVED else ""
                data = b"" if onward else b"".join(self._pieces(response, limit))
        except (OSError, HTTPException, zlib.error) as error:
            self._left()
            raise FetchError(_reason(error)) from error
        finally:
            end.cancel()
            connection.close()
        kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
        charset = response.headers.get_content_charset("") or ""
        return Answer(address.url, response.status, kind, charset, data), onward

    def _connection(self, address: Address) -> CheckedConnection:
        """Prepare to connect to the numbers that were checked, so that the name cannot mean others by then."""
        try:
            numbers = self.web.resolve(address.host, address.port)
        except OSError as error:
            message = f"no machine has the name {address.host}, or there is no network"
            raise FetchError(message) from error
        if barred := [number for number in numbers if not self.web.is_allowed(number)]:
            shown = "" if barred[0] == address.host else f" ({barred[0]})"
            message = f"{address.host} is no machine on the public internet{shown}"
            raise RefusalError(message)
        context = self.web.context if address.is_secure else None
        return CheckedConnection(address, numbers, min(PATIENCE, self._left()), context)

    def _left(self) -> float:
        """Return for how many seconds the errand may still go on. Raises FetchError where time is up."""
        left = self.until - self.web.now()
        if left <= 0:
            message = f"it takes longer than {DEADLINE:.0f} seconds"
            raise FetchError(message)
        return left

    def _pieces(self, response: HTTPResponse, limit: int) -> Iterator[bytes]:
        """Yield the body, unpacked. Raises FetchError where it is too large or takes too long."""
        unpacker = _unpacker(response)
        length = 0
        while piece := response.read1(_CHUNK):
            piece = unpacker.decompress(piece, limit + 1) if unpacker else piece
            length += len(piece)
            if length > limit:
                message = f"it is larger than {limit / 1_000_000:g} MB"
                raise FetchError(message)
            self._left()
            yield piece
        self._left()  # What was cut for its time ends like what is whole.
        if response.length or (unpacker and length and not unpacker.eof):
            message = "it breaks off before its end"
            raise FetchError(message)


def _joined(url: str, onward: str) -> str:
    """Return where a redirect leads. Raises RefusalError for what is no address."""
    try:
        return urljoin(url, onward)
    except ValueError as error:
        message = "it leads on to what is no web address"
        raise RefusalError(message) from error


def _unpacker(response: HTTPResponse) -> "zlib._Decompress | None":
    """Return what unpacks a body: some servers pack whatever they are asked for. Raises FetchError."""
    packed = response.getheader("Content-Encoding", "").strip().lower()
    if packed in {"", "identity"}:
        return None
    if packed in {"gzip", "x-gzip", "deflate"}:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    message = f"it comes packed in a way that was not asked for ({packed})"
    raise FetchError(message)


def _reason(error: Exception) -> str:
    """Return why a connection failed, in a phrase."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return f"it does not answer within {PATIENCE:.0f} seconds"
    if isinstance(error, OSError) and error.strerror:
        return f"the connection failed: {error.strerror}"
    return f"it answers in no way that is understood ({type(error).__name__})"
