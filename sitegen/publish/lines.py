"""Lines: how the list of files and the journal are written down, a line a name below a head that has their hash."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from json.encoder import encode_basestring_ascii
from pathlib import Path
from typing import Any

from sitegen.model.chunks import portions

Row = str
"""What a line says behind the name and a tab."""
_PORTION = 256
"""Lines that are put together at a time."""


class DamagedError(ValueError):
    """A file is not as sitegen wrote it; the error has its name."""


def read_lines(file: Path) -> tuple[Mapping[str, Any], bytes]:
    """Return the head of a file, which says anything, and the lines below it. Raises DamagedError."""
    head, _, body = file.read_bytes().partition(b"\n")
    try:
        about = json.loads(head)
    except (ValueError, RecursionError) as error:
        raise DamagedError(file.name) from error
    if not isinstance(about, dict):
        raise DamagedError(file.name)
    return about, body


def rows_in(name: str, body: bytes) -> dict[str, Row]:
    """Return the rows of lines, by what they are about; `name` is that of the file. Raises DamagedError."""
    try:
        return dict(_named(line) for line in body.decode().split("\n") if line)
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedError(name) from error


def sum_of(first: Iterable[str], body: bytes = b"") -> "hashlib._Hash":
    """Hash the lines of a file, and before them what its head says `first` of all."""
    digest = hashlib.sha256("".join([f"{each}\n" for each in first]).encode(errors="surrogatepass"))
    digest.update(body)
    return digest


def written_down(
    about: Mapping[str, object], first: Iterable[str], names: Iterable[str], row: Callable[[str], Row]
) -> tuple[str, Iterator[bytes]]:
    """Return the SHA-256 of the lines of some names, and all pieces of their file, in an order that never changes.

    A row is asked for twice, and never held.
    """
    ordered, digest = sorted(names), sum_of(first)
    for lines in _lines(ordered, row):
        digest.update(lines)
    found = digest.hexdigest()
    head = json.dumps({**about, "sha256": found}).encode()
    return found, chain([head + b"\n"], _lines(ordered, row))


def _lines(ordered: Iterable[str], row: Callable[[str], Row]) -> Iterator[bytes]:
    """Yield the lines of names, some hundred at a time: one by one, to hash and to write them takes twice as long."""
    for names in portions(ordered, _PORTION):
        yield "".join([f"{encode_basestring_ascii(name)}\t{row(name)}\n" for name in names]).encode()


def _named(line: str) -> tuple[str, Row]:
    name, _, row = line.partition("\t")
    # Text in quotation marks without a backslash is what it says.
    if "\\" not in name and name[:1] == name[-1:] == '"':
        return name[1:-1], row
    found = json.loads(name)
    if not isinstance(found, str):
        raise TypeError(name)
    return found, row
