"""The catalogue: what pages across briefs know of all of them, each with a hash of it for keys."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from sitegen.model.entry import Entry
from sitegen.render.pages.lists import newest_first


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All briefs of the site, the newest first."""

    entries: tuple[Entry, ...]
    hashes: Mapping[str, str]
    """Of each entry, by its slug: entries stand on many lists, and are hashed once."""

    @classmethod
    def of(cls, entries: Iterable[Entry], hashes: Mapping[str, str]) -> Self:
        """Put entries in order."""
        return cls(tuple(newest_first(entries)), hashes)

    def hashes_of(self, entries: Iterable[Entry]) -> list[str]:
        """Return the hashes of some entries, for the key of what shows them."""
        return [self.hashes[entry.slug] for entry in entries]

    def with_each(self, names: Callable[[Entry], Iterable[str]]) -> dict[str, Sequence[Entry]]:
        """Return the entries of each name that entries have, the newest first."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for name in dict.fromkeys(names(entry)):
                found.setdefault(name, []).append(entry)
        return dict(found)
