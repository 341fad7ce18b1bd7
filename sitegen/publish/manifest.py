"""Manifest: the list of files that sitegen made, kept in the output folder itself, so that it needs no cache.

It holds no dates: two builds of the same input write the same list. A file counts as unchanged while it is older than
the list, which is always written last.

A line says of one output, bundle or group: its name, its key, and its files. Lines are taken apart only where somebody
asks for the files: of tens of thousands, a build with one change asks for a few.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sitegen.publish.paths import OWN, fault_of

NAME = f"{OWN}.list"
VERSION = 2


class DamagedError(ValueError):
    """The list is not as sitegen wrote it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that sitegen made."""

    key: str
    """The key of the output that it was made from; empty where it must be made again."""
    sha256: str
    size: int
    """Bytes."""


Row = str
"""What a line says behind the name: the key, the number of files, and the files as JSON, between tabs."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that sitegen made, by the name of what they belong to."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    arriving: frozenset[str] = frozenset()
    """Paths that a build was about to add: a file there is ours only if its bytes are."""
    changing: frozenset[str] = frozenset()
    """Paths of our files that a build was about to replace: they have the old bytes or the new."""
    written: int = 0
    """When the list was written, in nanoseconds by the file system's clock."""

    @property
    def is_pending(self) -> bool:
        """Whether a build began to move files in and did not come to its end."""
        return bool(self.arriving or self.changing)


def row_of(key: str, files: Mapping[str, Entry]) -> Row:
    """Write a row down."""
    listed = {path: (entry.key, entry.sha256, entry.size) for path, entry in sorted(files.items())}
    return f"{key}\t{len(listed)}\t{json.dumps(listed, separators=(',', ':'))}"


def key_in(row: Row) -> str:
    """Return the key of what a row is about."""
    return row.partition("\t")[0]


def files_in(row: Row) -> dict[str, Entry]:
    """Return the files of a row by path. Raises DamagedError, also for a path that leads out of the folder."""
    try:
        listed = json.loads(row.split("\t")[2])
        files = {path: _entry_of(*values) for path, values in listed.items()}
    except (ValueError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise DamagedError(NAME) from error
    if any(map(fault_of, files)):
        raise DamagedError(NAME)
    return files


def count_in(row: Row) -> int:
    """Return how many files a row has. Raises DamagedError."""
    try:
        return int(row.split("\t")[1])
    except (ValueError, IndexError) as error:
        raise DamagedError(NAME) from error


def read_manifest(target: Path) -> Manifest:
    """Read the list of files; an empty list where there is none. Raises DamagedError."""
    path = target / NAME
    try:
        text, written = path.read_bytes(), path.lstat().st_mtime_ns
    except FileNotFoundError:
        return Manifest()
    head, _, body = text.partition(b"\n")
    try:
        about = json.loads(head)
        if about["version"] != VERSION or about["sha256"] != sha256(body).hexdigest():
            raise DamagedError(NAME)
        rows = dict(_named(line) for line in body.decode().split("\n") if line)
        arriving, changing = (frozenset(map(str, about.get(name, ()))) for name in ("arriving", "changing"))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedError(NAME) from error
    return Manifest(rows, arriving, changing, written)


def manifest_bytes(manifest: Manifest) -> bytes:
    """Write the list down, a line a row, so that it can be compared."""
    body = "".join(f"{json.dumps(name)}\t{row}\n" for name, row in sorted(manifest.rows.items())).encode()
    pending = {"arriving": sorted(manifest.arriving), "changing": sorted(manifest.changing)}
    about = {"version": VERSION, "sha256": sha256(body).hexdigest()} | {
        name: paths for name, paths in pending.items() if paths
    }
    return json.dumps(about).encode() + b"\n" + body


def _entry_of(key: object, sha256: object, size: object) -> Entry:
    if not (isinstance(key, str) and isinstance(sha256, str) and isinstance(size, int)):
        raise TypeError
    return Entry(key, sha256, size)


def _named(line: str) -> tuple[str, Row]:
    name, _, row = line.partition("\t")
    return json.loads(name), row
