"""Digests of files: what did not change since it was last read is not read again."""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.cache.store import Statement, Store

RACY = 2_000_000_000
"""Nanoseconds: a file that changed this shortly before it was read may have changed again within one tick of its
file system's clock, and is read once more (https://git-scm.com/docs/racy-git)."""


@dataclass(frozen=True, slots=True)
class _Record:
    stat: str
    hashed: int
    sha256: str

    def holds(self, facts: str, changed: int) -> bool:
        return self.stat == facts and changed < self.hashed - RACY


class Digests:
    """SHA-256 by file, remembered by the file's size, times and inode."""

    def __init__(self, store: Store, root: Path) -> None:
        self._store = store
        self._prefix = os.path.join(os.path.abspath(root), "")  # noqa: PTH100, PTH118  (Path is slow 4,000 times)
        self._known: dict[str, _Record] | None = None
        self._new: dict[str, _Record] = {}
        self._asked: set[str] = set()

    def of(self, paths: Iterable[Path]) -> dict[Path, str]:
        """Return each file's digest; empty where there is no ordinary file that can be read."""
        known = self._records()
        return {path: self._digest(os.path.abspath(path), known) for path in paths}  # noqa: PTH100  (as above)

    def pending(self) -> Iterator[Statement]:
        """Yield what writes the new records, once."""
        rows = [(name, record.stat, record.hashed, record.sha256) for name, record in self._new.items()]
        self._new.clear()
        yield "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", rows

    def forgotten(self) -> Iterator[Statement]:
        """Yield what drops the records of files that nobody asked for."""
        gone = self._records().keys() - self._asked
        yield "DELETE FROM file WHERE path = ?", [(name,) for name in sorted(gone)]

    def _records(self) -> dict[str, _Record]:
        if self._known is None:
            rows = self._store.rows("SELECT path, stat, hashed, sha256 FROM file")
            self._known = {name: _Record(facts, hashed, sha256) for name, facts, hashed, sha256 in rows}
        return self._known

    def _digest(self, path: str, known: dict[str, _Record]) -> str:
        name = path.removeprefix(self._prefix)
        self._asked.add(name)
        try:
            found = os.stat(path)  # noqa: PTH116  (Path is slow 4,000 times)
            facts = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
            record = known.get(name)
            if record and record.holds(facts, max(found.st_mtime_ns, found.st_ctime_ns)):
                return record.sha256
            # A named pipe would be waited for without end.
            if not stat.S_ISREG(found.st_mode):
                return ""
            # The time before reading: what changes while it is read looks racy afterwards.
            hashed = time.time_ns()
            with open(path, "rb") as file:  # noqa: PTH123  (as above)
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return ""
        known[name] = self._new[name] = _Record(facts, hashed, sha256)
        return sha256
