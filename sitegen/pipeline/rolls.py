"""Rolls: some records in one value of the cache; to ask for each by itself takes far longer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from sitegen.cache import Cache
from sitegen.model.chunks import in_chunks

SIZE = 32
"""Records of a roll, on the average."""

T = TypeVar("T")


class Rolls(Generic[T]):
    """The rolls of a build that hold one type of records: `stage` is that of single ones, `rolled` that of rolls."""

    def __init__(self, cache: Cache, stage: str, rolled: str, type: type[T]) -> None:  # noqa: A002  (as the cache has it)
        self._cache = cache
        self._stage = stage
        self._rolled = rolled
        self._type = type
        self._kept = set[str]()

    def recall(self, name: str, keys: Iterable[str]) -> Sequence[T | None]:
        """Return the records of a roll, in the order of their keys; None for each that is not known.

        `keys` are asked for only where one of the roll changed, and then each by itself.
        """
        found = self._cache.get(self._rolled, name, tuple[self._type, ...])  # type: ignore[name-defined]  # known at run time
        if found is not None:
            self._kept.add(name)
            return found
        due = list(keys)
        known = self._cache.get_all(self._stage, due, self._type)
        return [known.get(key) for key in due]

    def keep(self, name: str, records: Sequence[T]) -> None:
        """Keep records together, each of which is kept by itself as well."""
        if name not in self._kept:
            self._cache.put(self._rolled, name, records)


def in_rolls(things: Iterable[T], name: Callable[[T], str]) -> Iterator[list[T]]:
    """Yield the things of each roll, in their order; `name` tells one from all others."""
    return in_chunks(things, name, SIZE)
