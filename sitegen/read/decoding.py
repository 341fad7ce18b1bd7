"""Bytes -> text: byte-order marks, UTF-8, Windows-1252, and a word on whatever is no text."""

import codecs
import hashlib
import os
import re
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from sitegen.model.turning import unturned
from sitegen.problems import Kind, Location, Problem

LIMIT = 20_000_000
"""Bytes; larger files are refused unread."""

# UTF-32 before UTF-16: the little-endian marks begin alike.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRAY = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")
_CONTROL = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))


Decoder = Callable[[bytes], tuple[str, str] | str]
"""Bytes -> text and encoding, or one phrase that says why this is no text."""


Bytes = bytes | Problem
"""The contents of a file, or why they cannot be had."""
Files = Path | Mapping[str, Bytes]
"""Where files are read: the folder of the project, or what was read of it before, by path."""


class Decoded(Struct, frozen=True):
    """The text of a file, without its byte-order mark."""

    text: str
    encoding: str
    sha256: str
    """Of the bytes, hexadecimal."""
    data: bytes = b""


def read_text(files: Files, path: str, decoder: Decoder | None = None) -> tuple[Decoded | None, list[Problem]]:
    """Read a file of the project as text; `path` is from the root, with "/"; pages bring a decoder of their own."""
    data = file_bytes(files, path) if isinstance(files, Path) else files[path]
    if isinstance(data, Problem):
        return None, [data]
    found = (decoder or decode)(data)
    if isinstance(found, str):
        hint = "save it as plain text in UTF-8"
        return None, [Problem(Location(path), Kind.FILE_NOT_TEXT, f"the file is no text: {found}", hint=hint)]
    text, encoding = found
    return Decoded(unturned(text), encoding, hashlib.sha256(data).hexdigest(), data), []


def file_bytes(root: Path, path: str) -> Bytes:
    """Read an ordinary file of the project, or say why it cannot be read."""
    try:
        return _read_bytes(root, path)
    except RuntimeError:  # it is what pathlib makes of ELOOP
        return Problem(Location(path), Kind.FILE_UNREADABLE, "the file is a link that leads in a circle")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Problem(Location(path), Kind.FILE_UNREADABLE, f"the file cannot be read: {reason}")


def _read_bytes(root: Path, path: str) -> Bytes:
    """Read an ordinary file inside the project; raises OSError where the machine refuses."""
    # Texts: Path objects take longer than all else here, ten thousand times.
    home = os.path.join(_real(str(root)), "")  # noqa: PTH118  (said above)
    file = os.path.realpath(f"{home}{path}", strict=True)
    if not file.startswith(home):
        return Problem(Location(path), Kind.FILE_UNREADABLE, "the file is a link that leads out of the project")
    facts = os.stat(file)  # noqa: PTH116  (as above)
    # A named pipe would be waited for without end.
    if not stat.S_ISREG(facts.st_mode):
        return Problem(Location(path), Kind.FILE_UNREADABLE, "this is not an ordinary file")
    if facts.st_size > LIMIT:
        size = f"{facts.st_size / 1_000_000:.0f} MB, and {LIMIT // 1_000_000} MB are the most that is read"
        return Problem(Location(path), Kind.FILE_TOO_LARGE, f"the file is too large: it has {size}")
    with open(file, "rb") as stream:  # noqa: PTH123  (as above)
        return stream.read()


@lru_cache(maxsize=4)
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def is_marked(data: bytes) -> bool:
    """Say whether the bytes begin with a byte-order mark."""
    return data.startswith(tuple(mark for mark, _ in _MARKS))


def decode(data: bytes) -> tuple[str, str] | str:
    """Return text and encoding, or one phrase that says why this is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    if b"\0" in data:
        return f"byte {data.index(0) + 1} is zero"
    text, encoding = _decode_unmarked(data)
    # In UTF-8 and Windows-1252 these bytes are these characters, and part of no other.
    controls = len(data) - len(data.translate(None, _CONTROL))
    # A stray one is pasted along with text; pictures and programs are full of them.
    if controls > 1 + len(text) / 100:
        return f"it has {controls} control characters"
    return text, encoding


def _decode_marked(data: bytes, encoding: str) -> tuple[str, str] | str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _decode_unmarked(data)
        return f"its byte-order mark says {encoding.upper()}, but byte {error.start + 1} after it does not fit"
    zero = text.find("\0")
    return (text, encoding) if zero < 0 else f"character {zero + 1} is zero"


def _decode_unmarked(data: bytes) -> tuple[str, str]:
    """Decode as UTF-8; single bytes that do not fit are read as Windows-1252, and all of them if they prevail."""
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8"), "utf-8"
    text = data.decode("utf-8", errors="surrogateescape")
    stray = len(_STRAY.findall(text))
    if stray > len(_BEYOND_ASCII.findall(text)):
        return _from_windows(data), "windows-1252"
    return _STRAY.sub(lambda found: _from_windows(found[0].encode("utf-8", "surrogateescape")), text), "utf-8"


def _from_windows(data: bytes) -> str:
    """Decode Windows-1252; its five unassigned bytes become the replacement character."""
    return data.decode("cp1252", errors="replace")
