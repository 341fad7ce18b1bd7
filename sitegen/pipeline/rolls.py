"""Rolls: some records in one value of the cache; to ask for each by itself takes far longer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from sitegen.cache import Cache
from sitegen.model.chunks import in_chunks

SIZE = 32
"""Records of a roll, on the average."""

T = TypeVar("T")


class Rolls(Generic[T]):
    """The rolls of a build that hold one type of records."""

    def __init__(self, cache: Cache, stage: str, type: type[T]) -> None:  # noqa: A002  (as the cache has it)
        self._cache = cache
        self._stage = stage
        self._type = type
        self._kept = set[str]()

    def recall(self, name: str) -> Sequence[T] | None:
        """Return the records of a roll, in their order; None where it is not known."""
        found = self._cache.get(self._stage, name, tuple[self._type, ...])  # type: ignore[name-defined]  # known at run time
        if found is not None:
            self._kept.add(name)
        return found

    def keep(self, name: str, records: Sequence[T]) -> None:
        """Keep records together, each of which is kept by itself as well."""
        if name not in self._kept:
            self._cache.put(self._stage, name, records)


def in_rolls(things: Iterable[T], name: Callable[[T], str]) -> Iterator[list[T]]:
    """Yield the things of each roll, in their order; `name` tells one from all others."""
    return in_chunks(things, name, SIZE)
