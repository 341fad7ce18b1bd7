"""Journal: what a build is about to do in the output folder, beside the list from the first move to the last.

The list itself, which names every file of the site, is written once, when all stands as it says. With a build that is
cut off, the list of the build before and the journal together know what is ours.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from sitegen.publish.lines import DamagedError, Row, read_lines, rows_in, sum_of, written_down
from sitegen.publish.paths import OWN

NAME = f"{OWN}.journal"
VERSION = 1


class Journal(Struct, frozen=True):
    """What a build that was cut off was about to do."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    """What takes the place of rows of the list, or comes to them; none where the list was written after the journal."""
    sha256: str = ""
    """Of the list that it belongs to and its lines, hexadecimal; empty without rows."""


def read_journal(target: Path, listed: str) -> Journal | None:
    """Return the journal in a folder whose list has this SHA-256; None where there is none. Raises DamagedError."""
    try:
        about, body = read_lines(target / NAME)
    except FileNotFoundError:
        return None
    goes_with = str(about.get("list"))
    found = sum_of([goes_with], body).hexdigest()
    if about.get("version") != VERSION or about.get("sha256") != found:
        raise DamagedError(NAME)
    return Journal(rows_in(NAME, body), found) if goes_with == listed else Journal()


def journal_of(listed: str, names: Iterable[str], row: Callable[[str], Row]) -> tuple[str, Iterator[bytes]]:
    """Write the journal of a folder down whose list has this SHA-256; return its own, and all pieces."""
    return written_down({"version": VERSION, "list": listed}, [listed], names, row)
