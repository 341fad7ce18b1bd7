"""The cache in .sitegen/: what earlier builds worked out; how long a build takes depends on it, no output does."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sitegen.cache.code import code_version
from sitegen.cache.digests import RACY, Digests, Facts, facts_of, touched_at
from sitegen.cache.forms import decoded, encoded, own
from sitegen.cache.keys import key_of
from sitegen.cache.store import Store

__all__ = [
    "FOLDER",
    "RACY",
    "Cache",
    "Facts",
    "code_version",
    "decoded",
    "encoded",
    "facts_of",
    "key_of",
    "own",
    "touched_at",
]

FOLDER = ".sitegen"
FLOOR = 256_000_000
"""Bytes of the database up to which nothing is ever dropped."""
_PENDING = 4_000_000
"""Bytes of values held back to be written together."""
_PATIENCE = 2.0
"""Seconds after which values are written, so that a killed build loses little."""

T = TypeVar("T")


class Cache:
    """Values by stage and key, digests of files, and facts about the last build."""

    def __init__(self, store: Store, digests: Digests) -> None:
        self._store = store
        self._digests = digests
        self._values: dict[tuple[str, str], bytes] = {}
        self._weight = 0
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

    def digests(self, files: Mapping[str, Facts | None] | Iterable[str]) -> dict[str, str]:
        """Return the SHA-256 of each file, hexadecimal, by path: full, or from the root of the project.

        It is empty where there is no file that can be read.

        One whose stat is as it was is not read again; what was seen of the files already may come with them.
        """
        return self._digests.of(files)

    def get(self, stage: str, key: str, type: type[T]) -> T | None:  # noqa: A002  (reads well where it is called)
        """Return a value; None where it is unknown, damaged or no longer of this type."""
        found = self.read(stage, key)
        return None if found is None else decoded(found, type)

    def get_all(self, stage: str, keys: Iterable[str], type: type[T]) -> dict[str, T]:  # noqa: A002  (as above)
        """Return the values of those keys that have one, by key."""
        found = self._each(stage, keys)
        return {key: value for key, data in found if (value := decoded(data, type)) is not None}

    def read_all(self, stage: str, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values of those keys that have one, by key, as `encoded` made them."""
        return dict(self._each(stage, keys))

    def _each(self, stage: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        due = set(keys)
        held = {key: self._values[stage, key] for key in due if (stage, key) in self._values}
        return chain(held.items(), self._store.each(stage, due - held.keys()))

    def has_all(self, stage: str, keys: Collection[str]) -> bool:
        """Say whether each of the keys has a value."""
        stored = [key for key in keys if (stage, key) not in self._values]
        return self._store.count(stage, stored) == len(set(stored))

    def read(self, stage: str, key: str) -> bytes | None:
        """Return a value as `encoded` made it; None where it is unknown or damaged."""
        found = self._values.get((stage, key))
        if found is None:
            found = self._store.one(stage, key)
        return found

    def put(self, stage: str, key: str, value: object) -> None:
        """Keep a value: values of ours, enums, texts, numbers, lists, mappings."""
        self.write(stage, key, encoded(value))

    def write(self, stage: str, key: str, data: bytes) -> None:
        """Keep a value that is encoded already."""
        self._values[stage, key] = data
        self._weight += len(data)
        if self._stuck:
            return
        if self._weight > _PENDING or time.monotonic() - self._flushed > _PATIENCE:
            self.flush()

    def recall(self, name: str) -> str | None:
        """Return a fact about the last build."""
        rows = self._store.rows("SELECT value FROM fact WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def remember(self, facts: Mapping[str, str]) -> None:
        """Keep facts by name, all written at once or none."""
        self._store.write([("INSERT OR REPLACE INTO fact VALUES (?, ?)", list(facts.items()))])

    def flush(self) -> None:
        """Write what is held back, in one short transaction; where that fails it stays in memory."""
        self._stuck = not self._store.write([self._store.kept(self._values), *self._digests.pending()])
        self._flushed = time.monotonic()
        if not self._stuck:
            self._values.clear()
            self._weight = 0

    def prune(self, used: Callable[[], Mapping[str, Iterable[str]]], derived: Iterable[str] = ()) -> None:
        """End a whole build: once much has gathered that it had no use for, drop that, the rest of a stage stays.

        `used` gives its keys by stage. What was left unused is kept for long, since people go back to what they had.
        Of `derived` stages nobody knows what is used: they go as a whole, which the next build pays for, where more
        has gathered than was left the last time, and the others are not enough.
        """
        self.flush()
        self._store.write(self._digests.forgotten())
        swept = int(self.recall("swept") or 0)
        if self._store.size() <= max(FLOOR, 2 * swept):
            return
        for stage, keys in used().items():
            self._store.keep_only(stage, keys)
        if swept and self._store.size() > max(FLOOR, swept):
            for stage in derived:
                self._store.keep_only(stage, ())
        self._store.shrink()
        self.remember({"swept": str(self._store.size())})
