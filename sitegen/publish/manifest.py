"""Manifest: the list of files that sitegen made, kept in the output folder itself, so that it needs no cache.

It holds no dates: two builds of the same input write the same list. A file counts as unchanged while it is older than
the list, which is always written last.

A line says of one output, bundle or group: its name, its key, and its files. Lines are taken apart only where somebody
asks for the files, and are put together one by one: of hundreds of thousands of files, the list is all that is held.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain
from json.encoder import encode_basestring_ascii
from pathlib import Path

from msgspec import Struct, field

from sitegen.model.chunks import portions
from sitegen.publish.paths import OWN, fault_of

NAME = f"{OWN}.list"
VERSION = 5
READABLE = frozenset({3, 4, VERSION})
"""Versions whose files are known to be ours; before this one, digests were longer."""


class DamagedError(ValueError):
    """The list is not as sitegen wrote it."""


class Moving(StrEnum):
    """What a build was about to do with a file when it wrote the list that stands there."""

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


_PORTION = 256
"""Lines that are put together at a time."""
TAB = "\t"
SHORT = 16
"""Signs of a key that tell a file from what it was before: 64 bits, where no more than two are ever compared."""

Row = str
"""What a line says behind the name: the key, the number of files, and the files as JSON, between tabs.

Of a file that is called like the line but for the ending, the ending alone is written. Where a build was about to do
the same with all of them, that stands at the end, once.
"""


class Manifest(Struct, frozen=True):
    """The files that sitegen made, by the name of what they belong to."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    """Where the files stand; none where an earlier version wrote the list."""
    sha256: str = ""
    """Of its folders and lines, hexadecimal."""
    written: int = 0
    """When the list was written, in nanoseconds by the file system's clock."""
    is_pending: bool = False
    """Whether a build began to move files in and did not come to its end."""


def row_of(name: str, key: str, files: Mapping[str, Entry]) -> Row:
    """Write the row of a name down."""
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
    path = target / NAME
    try:
        text, written = path.read_bytes(), path.lstat().st_mtime_ns
    except FileNotFoundError:
        return Manifest()
    head, _, body = text.partition(b"\n")
    try:
        about = json.loads(head)
        folders = tuple(map(str, about.get("folders", ()))) if about["version"] == VERSION else ()
        found = _begun(folders, body).hexdigest()
        if about["version"] not in READABLE or about["sha256"] != found:
            raise DamagedError(NAME)
        rows = dict(_named(line) for line in body.decode().split("\n") if line)
        is_pending = bool(about.get("pending"))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedError(NAME) from error
    return Manifest(rows, folders, found, written, is_pending)


def manifest_of(
    names: Iterable[str], row: Callable[[str], Row], folders: Iterable[str] = (), *, is_pending: bool = False
) -> tuple[str, Iterator[bytes]]:
    """Write the list down, a line a name, so that it can be compared; return its SHA-256, and all pieces.

    A row is asked for twice, and never held. The head names the `folders` in which files stand.
    """
    ordered, stand_in = sorted(names), sorted(folders)
    digest = _begun(stand_in)
    for lines in _lines(ordered, row):
        digest.update(lines)
    about = {"version": VERSION, "sha256": digest.hexdigest(), "folders": stand_in}
    head = json.dumps(about | ({"pending": True} if is_pending else {}))
    return digest.hexdigest(), chain([head.encode() + b"\n"], _lines(ordered, row))


def folders_in(list_file: Path) -> list[str]:
    """Return the folders in which files of a list stand; only its head is read, and believed. None where it is odd."""
    try:
        with list_file.open("rb") as file:
            return [str(folder) for folder in json.loads(file.readline())["folders"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []


def _begun(folders: Iterable[str], body: bytes = b"") -> "hashlib._Hash":
    """Begin to hash a list: its folders come before its lines."""
    digest = hashlib.sha256("".join([f"{folder}\n" for folder in folders]).encode(errors="surrogatepass"))
    digest.update(body)
    return digest


def _lines(ordered: Iterable[str], row: Callable[[str], Row]) -> Iterator[bytes]:
    """Yield the lines of names, some hundred at a time: one by one, to hash and to write them takes twice as long."""
    for names in portions(ordered, _PORTION):
        yield "".join([f"{encode_basestring_ascii(name)}\t{row(name)}\n" for name in names]).encode()


def _named(line: str) -> tuple[str, Row]:
    name, _, row = line.partition("\t")
    # Text in quotation marks without a backslash is what it says.
    plain = "\\" not in name and name[:1] == name[-1:] == '"'
    return name[1:-1] if plain else json.loads(name), row


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
