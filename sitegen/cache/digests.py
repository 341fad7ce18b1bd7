"""Digests of files: what did not change since it was last read is not read again."""

import hashlib
import os
import stat
import struct
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.cache.store import Statement, Store

RACY = 2_000_000_000
"""Nanoseconds: a file that changed this shortly before it was read may have changed again within one tick of its
file system's clock, and is read once more (https://git-scm.com/docs/racy-git)."""

_FEW = 64
"""Up to so many files are asked for one by one; above it, to go through all that is known is faster."""
_MANY = 4096
"""New records after which they are written: those of a first build are never all in memory."""
_KNOWN = "SELECT path, facts, settled, sha256 FROM file"

Facts = bytes
"""What tells a file from what it was before, without a look into it: its size, when its contents changed last, when its
name, its rights or its contents did (nanoseconds since 1970), its inode. Packed, since there are so many."""
_NUMBERS = struct.Struct("<qqqQ")


def facts_of(found: os.stat_result) -> Facts:
    """Pack what the system says of a file."""
    return _NUMBERS.pack(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def touched_at(facts: Facts) -> int:
    """Return when a file was changed last, in any way: nanoseconds since 1970."""
    _, contents, status, _ = _NUMBERS.unpack(facts)
    return int(max(contents, status))


_Row = tuple[str, Facts, bool, str]
"""A name, and the values of its record: of tens of thousands, no record is made where the row alone will do."""


class _Record(NamedTuple):
    facts: Facts
    settled: bool
    """Whether the file was old enough when it was read."""
    sha256: str

    def holds(self, facts: Facts | None) -> bool:
        return self.settled and self.facts == facts


class Digests:
    """SHA-256 by file, remembered by the file's size, times and inode."""

    def __init__(self, store: Store, root: Path) -> None:
        self._store = store
        # Texts: Path objects are slow, tens of thousands of times.
        self._prefix = os.path.join(os.path.abspath(root), "")  # noqa: PTH100, PTH118  (said above)
        self._new: dict[str, _Record] = {}
        self._asked: set[str] = set()
        """Files that were asked for one by one."""
        self._unasked: set[str] | None = None
        """Of what is known, what nobody asked for when all of it was gone through; None before that."""

    def of(self, files: Mapping[str, Facts | None] | Iterable[str]) -> dict[str, str]:
        """Return each file's digest by path (full, or from the root), in their order; empty where none can be read.

        Files come with what was seen of them already, or are looked at now.
        """
        seen = files if isinstance(files, Mapping) else dict.fromkeys(files)
        names = {path.removeprefix(self._prefix): facts for path, facts in seen.items()}
        found = self._by_name(names)
        return {path: found[path.removeprefix(self._prefix)] for path in seen}

    def _by_name(self, names: Mapping[str, Facts | None]) -> dict[str, str]:
        found, doubtful = dict[str, str](), dict[str, _Record]()
        for name, facts, settled, sha256 in self._known(names):
            if settled and names[name] == facts:
                found[name] = sha256
            else:
                doubtful[name] = _Record(facts, settled, sha256)
        for name in names:
            if name not in found:
                found[name] = self._digest(name, doubtful.get(name))
        return found

    def pending(self) -> Iterator[Statement]:
        """Yield what writes the new records, once."""
        rows = [(name, *record) for name, record in self._new.items()]
        self._new.clear()
        yield "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", rows

    def forgotten(self) -> Iterator[Statement]:
        """Yield what drops the records of files that nobody asked for."""
        left = self._unasked
        if left is None:
            left = {name for (name,) in self._store.stream("SELECT path FROM file")}
        yield "DELETE FROM file WHERE path = ?", [(name,) for name in left - self._asked]

    def _known(self, names: Mapping[str, Facts | None]) -> Iterator[_Row]:
        """Yield what is known of those files of which anything is, each once; all that is known is never held."""
        stored = self._some(names) if len(names) <= _FEW else self._all(names)
        yield from (row for row in stored if row[0] not in self._new) if self._new else stored
        yield from ((name, *self._new[name]) for name in self._new.keys() & names.keys())

    def _some(self, names: Iterable[str]) -> Iterator[_Row]:
        """Ask for files one by one."""
        self._asked.update(names)
        for name in names:
            yield from self._store.stream(f"{_KNOWN} WHERE path = ?", (name,))

    def _all(self, names: Mapping[str, Facts | None]) -> Iterator[_Row]:
        """Go through all that is known, and note what of it nobody has asked for."""
        before, unasked = self._unasked, set[str]()
        for row in self._store.stream(_KNOWN):
            name = row[0]
            if name in names:
                yield row
            elif before is None or name in before:
                unasked.add(name)
        self._unasked = unasked

    def _digest(self, name: str, record: _Record | None) -> str:
        """Look at a file, and read it where it is not what it was when its record was made."""
        file = name if name[:1] == "/" else f"{self._prefix}{name}"
        try:
            # The time before the look: what changes while it is read looks racy afterwards.
            hashed, found = time.time_ns(), os.stat(file)  # noqa: PTH116  (as above)
            facts = facts_of(found)
            if record and record.holds(facts):
                return record.sha256
            # A named pipe would be waited for without end.
            if not stat.S_ISREG(found.st_mode):
                return ""
            with open(file, "rb") as stream:  # noqa: PTH123  (as above)
                sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        except (OSError, ValueError):
            return ""
        self._new[name] = _Record(facts, touched_at(facts) < hashed - RACY, sha256)
        if len(self._new) > _MANY:
            self._store.write(self.pending())
        return sha256
