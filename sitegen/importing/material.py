"""What is imported: the bytes of a page, where they came from, and when."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from msgspec import Struct

from sitegen.importing.fetching import LIMIT, fetch
from sitegen.importing.web import Web
from sitegen.problems import Kind, Location, Problem


class Material(Struct, frozen=True):
    """A page, as it was saved or sent."""

    origin: str
    """The path of the file as typed, or the address as asked for."""
    data: bytes
    captured: str
    """The day on which it was saved, ISO 8601."""
    url: str = ""
    """Where it was got from, behind redirects; empty for a file."""
    charset: str = ""
    """As the server stated it."""

    @property
    def sha256(self) -> str:
        """Return the hash of the bytes, hexadecimal."""
        return sha256(self.data).hexdigest()


def from_file(typed: str) -> Material | Problem:
    """Read a saved page; it was captured on the day that the file was written."""
    path = Path(typed)
    try:
        facts = path.stat()
        if not (S_ISREG(facts.st_mode) or S_ISDIR(facts.st_mode)):
            # A device or a pipe may have no end.
            return Problem(Location(typed), Kind.FILE_UNREADABLE, "this is no file; save the page in one")
        if facts.st_size > LIMIT:
            message = f"the file is larger than {LIMIT // 1_000_000} MB"
            return Problem(Location(typed), Kind.FILE_TOO_LARGE, message)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Problem(Location(typed), Kind.FILE_UNREADABLE, f"the file cannot be read: {reason}")
    return Material(typed, data, datetime.fromtimestamp(facts.st_mtime, UTC).date().isoformat())


def from_web(url: str, today: date, web: Web | None = None) -> Material | Problem:
    """Get a page from the web."""
    answer = fetch(url, web)
    if isinstance(answer, Problem):
        return answer
    return Material(url, answer.data, today.isoformat(), answer.url, answer.charset)
