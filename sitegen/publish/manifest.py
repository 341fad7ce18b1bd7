"""Manifest: the list of files that sitegen made, kept in the output folder itself, so that it needs no cache.

It holds no dates: two builds of the same input write the same list. A file counts as unchanged while it is older than
the list, which is always written last.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.publish.paths import OWN, fault_of

NAME = f"{OWN}.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that sitegen made."""

    key: str
    """The key of the output that it was made from; empty where it must be made again."""
    sha256: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that sitegen made, by path."""

    files: Mapping[str, Entry] = field(default_factory=dict)
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


def read_manifest(target: Path) -> Manifest | None:
    """Read the list of files; None where it is damaged, an empty list where there is none."""
    path = target / NAME
    try:
        text, written = path.read_bytes(), path.lstat().st_mtime_ns
    except FileNotFoundError:
        return Manifest()
    try:
        return _manifest_of(json.loads(text), written)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _manifest_of(data: dict[str, object], written: int) -> Manifest:
    """Take the list apart; raises one of the errors that its reader expects wherever it has another shape."""
    if data["version"] != VERSION:
        raise ValueError(data["version"])
    files = {path: _entry_of(*values) for path, values in data["files"].items()}  # type: ignore[attr-defined]  # raises
    arriving, changing = (_paths_of(data.get(name, []), files) for name in ("arriving", "changing"))
    if any(fault_of(path) for path in files):
        raise ValueError(NAME)  # a path that leads out of the folder must never be removed
    return Manifest(files, arriving, changing, written)


def _entry_of(key: object, sha256: object, size: object) -> Entry:
    if not (isinstance(key, str) and isinstance(sha256, str) and isinstance(size, int)):
        raise TypeError
    return Entry(key, sha256, size)


def _paths_of(values: object, files: Mapping[str, Entry]) -> frozenset[str]:
    if not (isinstance(values, list) and all(value in files for value in values)):
        raise TypeError
    return frozenset(values)


def manifest_bytes(manifest: Manifest) -> bytes:
    """Write the list down, one file a line, so that it can be compared and merged."""
    rows = ",\n".join(_row(path, entry) for path, entry in sorted(manifest.files.items()))
    lists = _list_text("arriving", manifest.arriving) + _list_text("changing", manifest.changing)
    return f'{{"version": {VERSION},{lists} "files": {{\n{rows}\n}}}}\n'.encode()


def _row(path: str, entry: Entry) -> str:
    return f"{json.dumps(path)}: {json.dumps([entry.key, entry.sha256, entry.size])}"


def _list_text(name: str, paths: Iterable[str]) -> str:
    return f' "{name}": {json.dumps(sorted(paths))},' if paths else ""
