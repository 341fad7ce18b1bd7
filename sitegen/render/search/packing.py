"""Packing: the form of the files of an index, which Pagefind's program reads and writes."""

import gzip
import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import cbor2

Files = Mapping[str, bytes]
"""By their paths from the folder that they stand in."""

MARK = b"pagefind_dcd"
"""Stands before the contents of a packed file."""
ENTRY = "pagefind-entry.json"


def plain(contents: bytes) -> bytes:
    """Return what a packed file holds. Raises ValueError, OSError."""
    try:
        return gzip.decompress(contents).removeprefix(MARK)
    except EOFError as error:
        raise ValueError(contents[:1]) from error


def unpacked(contents: bytes) -> Any:  # noqa: ANN401  (lists, of whatever is in them)
    """Return the value of a packed file. Raises ValueError, OSError."""
    try:
        return cbor2.loads(plain(contents))
    except cbor2.CBORError as error:
        raise ValueError(contents[:1]) from error


def marked(value: object) -> bytes:
    """Write a value as it stands in an archive."""
    return MARK + cbor2.dumps(value)


def zipped(contents: bytes) -> bytes:
    """Return a file that holds this."""
    return gzip.compress(MARK + contents, mtime=0)


def archive(files: Files) -> bytes:
    """Return files as one: a line that names them with their sizes, then their contents."""
    sizes = json.dumps({path: len(contents) for path, contents in files.items()}, ensure_ascii=False)
    return zipped(sizes.encode() + b"\n" + b"".join(files.values()))


def named(contents: bytes) -> str:
    """Return the name of a file, which follows from what is in it."""
    return hashlib.sha256(contents).hexdigest()[:10]


def stem(path: str) -> str:
    """Return the name of a file without folder and ending."""
    return path.rpartition("/")[2].partition(".")[0]


def language_of(entry: bytes) -> dict[str, Any]:
    """Return what an entry says of its one language."""
    (found,) = json.loads(entry)["languages"].values()
    return dict(found)


# What is put together of bytes that were written before is written here: for cbor2, which has to go through all of it
# again, it is most of the work on a bucket. Of CBOR (RFC 8949, 3) it is numbers, texts and lists.

_NUMBER, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4


@cache
def _head(kind: int, value: int) -> bytes:
    if value < 24:  # noqa: PLR2004  (larger ones stand behind the first byte)
        return bytes([kind << 5 | value])
    size = next(size for size in (1, 2, 4, 8) if value < 1 << 8 * size)
    return bytes([kind << 5 | 23 + size.bit_length()]) + value.to_bytes(size, "big")


def number(value: int) -> bytes:
    """Write a number."""
    return _head(_NUMBER, value) if value >= 0 else _head(_NEGATIVE, -1 - value)


def text(value: str) -> bytes:
    """Write a text."""
    encoded = value.encode()
    return _head(_TEXT, len(encoded)) + encoded


def listed(count: int, *items: bytes) -> bytes:
    """Write a list of so many things, which are written already; several may stand in one piece."""
    return _head(_LIST, count) + b"".join(items)


def numbers(values: Collection[int]) -> bytes:
    """Write a list of numbers."""
    return listed(len(values), *map(number, values))
