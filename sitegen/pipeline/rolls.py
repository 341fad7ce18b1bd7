"""Rolls: some records in one value of the cache; to ask for each by itself takes far longer."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from sitegen.cache import Cache
from sitegen.model.chunks import in_chunks, portions

SIZE = 32
"""Records of a roll, on the average."""

SOME = 16
"""Rolls that are asked for at a time: all of a large site are not in memory together with what becomes of them."""

T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


class Rolls(Generic[T]):
    """The rolls of a build that hold one type of records: `stage` is that of single ones, `rolled` that of rolls."""

    def __init__(self, cache: Cache, stage: str, rolled: str, type: type[T]) -> None:  # noqa: A002  (as the cache has it)
        self._cache = cache
        self._stage = stage
        self._rolled = rolled
        self._type = type
        self._kept = set[str]()

    def recall(self, rolls: Iterable[tuple[str, Sequence[H]]], key: Callable[[H], str]) -> Iterator[tuple[H, T]]:
        """Yield the things of rolls whose records are known, with these; each roll comes with its name.

        The `key` of a thing is asked for only where one of its roll changed.
        """
        for some in portions(rolls, SOME):
            found = self._read([name for name, _ in some])
            self._kept.update(found)
            for name, things in some:
                yield from zip(things, found[name], strict=True) if name in found else self._alone(things, key)

    def _read(self, names: Iterable[str]) -> Mapping[str, Sequence[T]]:
        return self._cache.get_all(self._rolled, names, tuple[self._type, ...])  # type: ignore[name-defined]  # known at run time

    def _alone(self, things: Iterable[H], key: Callable[[H], str]) -> Iterator[tuple[H, T]]:
        """Yield what is known of the things of a roll that changed."""
        keys = {thing: key(thing) for thing in things}
        known = self._cache.get_all(self._stage, keys.values(), self._type)
        yield from ((thing, known[name]) for thing, name in keys.items() if name in known)

    def keep(self, name: str, records: Sequence[T]) -> None:
        """Keep records together, each of which is kept by itself as well."""
        if name not in self._kept:
            self._cache.put(self._rolled, name, records)


def in_rolls(things: Iterable[T], name: Callable[[T], str]) -> Iterator[list[T]]:
    """Yield the things of each roll, in their order; `name` tells one from all others."""
    return in_chunks(things, name, SIZE)
