"""Rolls: the judgements of some articles in one value of the cache; to ask for each by itself takes far longer."""

from collections.abc import Iterator, Sequence

from sitegen.cache import Cache
from sitegen.model.article import Seed
from sitegen.model.chunks import in_chunks
from sitegen.pipeline.papers import Judgement

SIZE = 32
"""Articles of a roll, on the average."""


class Rolls:
    """The rolls of a build."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._kept = set[str]()

    def recall(self, name: str) -> Sequence[Judgement] | None:
        """Return the judgements of a roll, in their order; None where it is not known."""
        found = self._cache.get("roll", name, tuple[Judgement, ...])
        if found is not None:
            self._kept.add(name)
        return found

    def keep(self, name: str, judgements: Sequence[Judgement]) -> None:
        """Keep judgements together, each of which is kept by itself as well."""
        if name not in self._kept:
            self._cache.put("roll", name, judgements)


def in_rolls(seeds: Sequence[Seed]) -> Iterator[list[Seed]]:
    """Yield the seeds of each roll, in their order."""
    return in_chunks(seeds, lambda seed: seed.stem, SIZE)
