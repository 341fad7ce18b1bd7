"""Manifest: the list of files that sitegen made, kept in the output folder itself, so that it needs no cache.

It holds no dates: two builds of the same input write the same list. A file counts as unchanged while it is older than
the list, which is always written last.

A line says of one output, bundle or group: its name, its key, and its files. Lines are taken apart only where somebody
asks for the files, and are put together one by one: of hundreds of thousands of files, the list is all that is held.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from sitegen.publish.journal import read_journal
from sitegen.publish.lines import DamagedError, Row, read_lines, rows_in, sum_of, written_down
from sitegen.publish.paths import OWN, fault_of

NAME = f"{OWN}.list"
VERSION = 5
READABLE = 3, 4, VERSION
"""Versions whose files are known to be ours; before this one, digests were longer."""


class Moving(StrEnum):
    """What a build was about to do with a file when it wrote the journal that stands there."""

    NOT = ""
    ARRIVING = "arriving"
    """Add it: what stands there is ours only if its bytes are."""
    CHANGING = "changing"
    """Replace it: it has the old bytes or the new."""


def digest_of(found: "hashlib._Hash") -> str:
    """Return what the list has of the SHA-256 of a file: 128 bits, which tell any two apart, since files are many."""
    return found.hexdigest()[:32]


class Entry(Struct, frozen=True):
    """One file that sitegen made."""

    key: str
    """The beginning of the key of the output that it was made from; empty where it must be made again."""
    digest: str
    """The beginning of the SHA-256 of its bytes, as `digest_of` has it."""
    size: int
    """Bytes."""
    moving: Moving = Moving.NOT

    def is_of(self, key: str) -> bool:
        """Say whether it was made from the output of a key."""
        return bool(self.key) and self.key == key[:SHORT]


TAB = "\t"
SHORT = 16
"""Signs of a key that tell a file from what it was before: 64 bits, where no more than two are ever compared."""


class Manifest(Struct, frozen=True):
    """The files that sitegen made, by the name of what they belong to."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    """Where the files stand; none where an earlier version wrote the list."""
    sha256: str = ""
    """Of its folders and lines, hexadecimal."""
    written: int = 0
    """When the list was written, in nanoseconds by the file system's clock."""
    pending: Mapping[str, Row] = field(default_factory=dict)
    """Of a build that was cut off, what it was about to do; that counts where a row has the same name."""
    was_cut_off: bool = False
    """Whether a build began to move files in and did not come to its end."""
    journal_sha256: str = ""
    """Of what it was about to do, where the list does not say it."""

    @property
    def latest(self) -> str:
        """Return the SHA-256 of what was written last."""
        return self.journal_sha256 or self.sha256


def row_of(name: str, key: str, files: Mapping[str, Entry]) -> Row:
    """Write the row of a name down: its key, the number of its files, and the files as JSON, between tabs.

    Of a file that is called like the name but for the ending, the ending alone is written. Where a build is about to do
    the same with all of them, that stands at the end, once (`moving_row`).
    """
    stem = _stem(name)
    listed = {_short(path, stem): _written(entry) for path, entry in sorted(files.items())}
    return f"{key}\t{len(listed)}\t{json.dumps(listed, separators=(',', ':'))}"


def moving_row(row: Row, moving: Moving) -> Row:
    """Say of all files of a row what a build is about to do with them; without a key, since it has yet to be done."""
    return f"{row[row.index(TAB) :]}{TAB}{moving}"


def key_in(row: Row) -> str:
    """Return the key of what a row is about."""
    return row.partition(TAB)[0]


def files_in(name: str, row: Row) -> dict[str, Entry]:
    """Return the files of a name by path. Raises DamagedError, also for a path that leads out of the folder."""
    stem = _stem(name)
    try:
        _, _, text, *moving = row.split(TAB)
        files = {_long(path, stem): _entry_of(*values, *moving) for path, values in json.loads(text).items()}
    except (ValueError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise DamagedError(NAME) from error
    if any(map(fault_of, files)):
        raise DamagedError(NAME)
    return files


def count_in(row: Row) -> int:
    """Return how many files a row has. Raises DamagedError."""
    try:
        return int(row.split(TAB)[1])
    except (ValueError, IndexError) as error:
        raise DamagedError(NAME) from error


def read_manifest(target: Path) -> Manifest:
    """Read the list of files; an empty list where there is none. Raises DamagedError."""
    listed = _read_list(target / NAME)
    journal = read_journal(target, listed.sha256)
    if journal is None:
        return listed
    return replace(listed, pending=journal.rows, was_cut_off=True, journal_sha256=journal.sha256)


def _read_list(path: Path) -> Manifest:
    try:
        about, body = read_lines(path)
        written = path.lstat().st_mtime_ns
    except FileNotFoundError:
        return Manifest()
    try:
        folders = tuple(map(str, about.get("folders", ()))) if about["version"] == VERSION else ()
    except (TypeError, KeyError) as error:
        raise DamagedError(NAME) from error
    found = sum_of(folders, body).hexdigest()
    if about["version"] not in READABLE or about.get("sha256") != found:
        raise DamagedError(NAME)
    rows, was_cut_off = rows_in(NAME, body), bool(about.get("pending"))
    # Before there was a journal, the list itself said what was about to be done.
    return Manifest(rows, folders, found, written, rows if was_cut_off else {}, was_cut_off)


def manifest_of(rows: Mapping[str, Row], folders: Iterable[str]) -> tuple[str, Iterator[bytes]]:
    """Write the list down, a line a name, so that it can be compared; return its SHA-256, and all pieces.

    The head names the `folders` in which files stand.
    """
    stand_in = sorted(folders)
    return written_down({"version": VERSION, "folders": stand_in}, stand_in, rows, rows.__getitem__)


def folders_in(list_file: Path) -> list[str]:
    """Return the folders in which files of a list stand; only its head is read, and believed. None where it is odd."""
    try:
        with list_file.open("rb") as file:
            return [str(folder) for folder in json.loads(file.readline())["folders"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []


def _written(entry: Entry) -> tuple[str | int, ...]:
    written = (entry.key, entry.digest, entry.size)
    return (*written, entry.moving) if entry.moving else written


def _entry_of(key: object, digest: object, size: object, moving: object = "") -> Entry:
    if not (isinstance(key, str) and isinstance(digest, str) and isinstance(size, int) and isinstance(moving, str)):
        raise TypeError
    return Entry(key, digest, size, Moving(moving))


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _short(path: str, stem: str) -> str:
    """Return what stands for a path: only its ending, with the point, where the rest is the stem."""
    return path[len(stem) :] if stem and path.startswith(f"{stem}.") else f"/{path}"


def _long(short: str, stem: str) -> str:
    return short[1:] if short.startswith("/") else f"{stem}{short}"
