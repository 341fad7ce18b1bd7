"""The cache in .sitegen/: what earlier builds worked out; how long a build takes depends on it, no output does."""

import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sitegen.cache.code import code_version
from sitegen.cache.digests import Digests
from sitegen.cache.keys import key_of
from sitegen.cache.store import Store

__all__ = ["FOLDER", "Cache", "code_version", "key_of"]

FOLDER = ".sitegen"
KEPT_BUILDS = 30
"""Whole builds after which a value that none of them used is dropped."""
LIMIT = 1_000_000_000
"""Bytes of the database, above which the values that were unused longest are dropped."""
_PENDING = 2_000_000
"""Bytes of values held back to be written together."""
_PATIENCE = 2.0
"""Seconds after which values are written, so that a killed build loses little."""

T = TypeVar("T")


class Cache:
    """Values by stage and key, digests of files, and facts about the last build."""

    def __init__(self, store: Store, digests: Digests) -> None:
        self._store = store
        self._digests = digests
        self._generation = int(self.recall("generation") or 0)
        self._values: dict[tuple[str, str], bytes] = {}
        self._weight = 0
        self._used: set[tuple[str, str]] = set()
        self._flushed = time.monotonic()
        self._stuck = False

    @classmethod
    def open(cls, root: Path) -> Self:
        """Open a project's cache; where nothing can be written, one that lasts as long as the process."""
        store = Store.open(root / FOLDER)
        return cls(store, Digests(store, root))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is held back, and let go of the file."""
        self.flush()
        self._store.close()

    def digest(self, path: Path) -> str:
        """Return the SHA-256 of a file's bytes, hexadecimal; empty where there is no file that can be read."""
        return self._digests.of([path])[path]

    def digests(self, paths: Iterable[Path]) -> dict[Path, str]:
        """Return the SHA-256 of each file; a file whose stat is as it was is not read again."""
        return self._digests.of(paths)

    def get(self, stage: str, key: str, type: type[T]) -> T | None:  # noqa: A002  (reads well where it is called)
        """Return a value; None where it is unknown, damaged or no longer of this type."""
        import msgspec  # noqa: PLC0415  (a build in which nothing changed needs none of it)

        found = self._values.get((stage, key))
        if found is None:
            rows = self._store.rows("SELECT value FROM value WHERE stage = ? AND key = ?", (stage, key))
            if not rows or not isinstance(found := rows[0][0], bytes):
                return None
        self._used.add((stage, key))
        try:
            return msgspec.json.decode(found, type=type)
        except msgspec.DecodeError:
            return None

    def put(self, stage: str, key: str, value: object) -> None:
        """Keep a value: dataclasses, enums, texts, numbers, lists, mappings."""
        import msgspec  # noqa: PLC0415  (a build in which nothing changed needs none of it)

        self._values[stage, key] = data = msgspec.json.encode(value)
        self._weight += len(data)
        if self._stuck:
            return
        if self._weight > _PENDING or time.monotonic() - self._flushed > _PATIENCE:
            self.flush()

    def keep(self, stage: str, keys: Iterable[str]) -> None:
        """Say that values are still of use, though nobody asked for them."""
        self._used.update((stage, key) for key in keys)

    def recall(self, name: str) -> str | None:
        """Return a fact about the last build."""
        rows = self._store.rows("SELECT value FROM fact WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def remember(self, name: str, value: str) -> None:
        """Keep a fact, written at once."""
        self._store.write([("INSERT OR REPLACE INTO fact VALUES (?, ?)", [(name, value)])])

    def flush(self) -> None:
        """Write what is held back, in one short transaction; where that fails it stays in memory."""
        rows = [(stage, key, value, self._generation) for (stage, key), value in self._values.items()]
        values = ("INSERT OR REPLACE INTO value VALUES (?, ?, ?, ?)", rows)
        self._stuck = not self._store.write([values, *self._digests.pending()])
        self._flushed = time.monotonic()
        if not self._stuck:
            self._values.clear()
            self._weight = 0

    def prune(self) -> None:
        """End a whole build: drop what the last builds did not use, and files that are gone."""
        self.flush()
        self._generation += 1
        used = [(self._generation, stage, key) for stage, key in self._used]
        self._store.write(
            [
                ("UPDATE value SET used = ? WHERE stage = ? AND key = ?", used),
                ("DELETE FROM value WHERE used < ?", [(self._generation - KEPT_BUILDS,)]),
                *self._digests.forgotten(),
                ("INSERT OR REPLACE INTO fact VALUES ('generation', ?)", [(str(self._generation),)]),
            ]
        )
        # The oldest first, a build at a time: what that frees is known only afterwards.
        for age in range(KEPT_BUILDS, 0, -1):
            if self._store.size() <= LIMIT:
                break
            self._store.write([("DELETE FROM value WHERE used <= ?", [(self._generation - age,)])])
        self._store.shrink()
