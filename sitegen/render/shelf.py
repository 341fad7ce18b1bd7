"""The shelf: every brief of the site as it waits to be rendered, the whole of it only when one is due."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from sitegen.model.brief import Brief
from sitegen.model.entry import Entry, Spine
from sitegen.model.vocabulary import State

NEAR, MOST = 2, 5
"""Briefs before and behind one on each source that both share, and the most that are named as related."""


Remake = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Makes what is missing of some keys."""


class Keeper(Protocol):
    """Whoever keeps what is not on the shelf itself."""

    def brief(self, of: object) -> tuple[Brief, str]:
        """Give a brief and its Markdown."""

    def entry(self, of: object) -> Entry:
        """Give the entry of a brief."""

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Give what was made under a key by an earlier build, or have it made: so that not every brief is loaded."""

    def recall_all(self, keys: Iterable[str], make: Remake) -> Mapping[str, bytes]:
        """Give what was made under keys, in their order; what is missing is made together."""


class Shelved(Struct, frozen=True):
    """One brief: what is seen of it, and who has the rest."""

    spine: Spine
    key: str
    """A hash of the brief and its Markdown."""
    entry_key: str
    """A hash of the entry."""
    of: object
    """What its keeper knows it by."""
    keeper: Keeper

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.spine.slug

    def load(self) -> tuple[Brief, str]:
        """Return the brief and its Markdown."""
        return self.keeper.brief(self.of)

    def entry(self) -> Entry:
        """Return its entry."""
        return self.keeper.entry(self.of)

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what was made under a key by an earlier build, or have it made."""
        return self.keeper.recall(key, make)

    def recall_all(self, keys: Iterable[str], make: Remake) -> Mapping[str, bytes]:
        """Return what was made under keys by earlier builds, in their order; what is missing is made together."""
        return self.keeper.recall_all(keys, make)


class Beside(Struct, frozen=True):
    """What stands beside one brief: where a reader may go on from it."""

    earlier: Shelved | None = None
    later: Shelved | None = None
    related: tuple[Shelved, ...] = ()
    """Briefs that rest on a shared source of it."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Hashes of all of these, in this order."""
        return tuple(each.entry_key if each else "" for each in (self.earlier, self.later, *self.related))


ALONE = Beside()


class Neighbours:
    """What stands beside each brief: its neighbours by day, and by the sources that briefs share.

    Of the briefs on a shared source only the nearest by day are related, so that a new brief changes few pages.
    """

    def __init__(self, shelf: Sequence[Shelved]) -> None:
        self._ordered = [each for each in sorted(shelf, key=_day_of) if each.spine.state is not State.WITHDRAWN]
        self._places = {each.slug: place for place, each in enumerate(self._ordered)}
        self._on_source: dict[str, list[Shelved]] = {}
        for each in self._ordered:
            for source in each.spine.shared_sources:
                self._on_source.setdefault(source, []).append(each)

    def of(self, shelved: Shelved) -> Beside:
        """Return what stands beside one brief; nothing, beside a withdrawn one."""
        if shelved.spine.state is State.WITHDRAWN:
            return ALONE
        at = self._places[shelved.slug]
        earlier, later = (_at(self._ordered, place) for place in (at - 1, at + 1))
        related: dict[str, Shelved] = {}
        for source in shelved.spine.shared_sources:
            on_source = self._on_source[source]
            for near in _near(on_source, bisect_left(on_source, _day_of(shelved), key=_day_of)):
                related.setdefault(near.slug, near)
        return Beside(earlier, later, tuple(related.values())[:MOST])


def _at(ordered: Sequence[Shelved], place: int) -> Shelved | None:
    return ordered[place] if 0 <= place < len(ordered) else None


def _near(ordered: Sequence[Shelved], at: int) -> Iterator[Shelved]:
    """Yield the briefs nearest to one of them, the later first."""
    for distance in range(1, NEAR + 1):
        for place in (at + distance, at - distance):
            if near := _at(ordered, place):
                yield near


def _day_of(shelved: Shelved) -> tuple[str, str]:
    return shelved.spine.date, shelved.spine.slug
