"""Names as people write them -> ids of quotes and sources."""

from collections.abc import Collection, Sequence

from sitegen.model.annotations import Source
from sitegen.read.expand.shapes import folded


class Names:
    """What the names in one file lead to."""

    def __init__(self, quotes: Collection[str], sources: Sequence[Source]) -> None:
        self._ids = {*quotes, *(source.id for source in sources)}
        self._called: dict[str, list[str]] = {}
        for source in sources:
            for name in dict.fromkeys(folded(name) for name in (source.name, *source.also)):
                self._called.setdefault(name, []).append(source.id)

    def id_of(self, name: str) -> str:
        """Return the id that a name leads to; a name that leads nowhere, or to several, stays as typed."""
        if name in self._ids or not name:
            return name
        called = self._called.get(folded(name), [])
        return called[0] if len(called) == 1 else name
