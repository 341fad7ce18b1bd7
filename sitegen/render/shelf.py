"""The shelf: every brief of the site as it waits to be rendered, the whole of it only when one is due."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State
from sitegen.render.site import Load

NEAR, MOST = 2, 5
"""Briefs before and behind one on each source that both share, and the most that are named as related."""


Texts = Mapping[str, str]
"""Something small that follows from a brief, for outputs that follow from all of them."""


def never(_key: str, make: Callable[[], Texts]) -> Texts:
    """Make it each time."""
    return make()


@dataclass(frozen=True, slots=True)
class Shelved:
    """One brief."""

    entry: Entry
    key: str
    """A hash of the brief and its Markdown."""
    entry_key: str
    """A hash of the entry."""
    load: Load
    """Gives the brief and its Markdown."""
    recall: Callable[[str, Callable[[], Texts]], Texts] = never
    """Give what was made under a key by an earlier build, or have it made: so that not every brief is loaded."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one brief: where a reader may go on from it."""

    earlier: Entry | None = None
    later: Entry | None = None
    related: tuple[Entry, ...] = ()
    """Briefs that rest on a shared source of it."""
    keys: tuple[str, ...] = ()
    """Hashes of all of these, in this order."""


ALONE = Beside()


def neighbours(shelf: Sequence[Shelved]) -> dict[str, Beside]:
    """Return what stands beside each brief, by slug: its neighbours by day, and by the sources that briefs share.

    Of the briefs on a shared source only the nearest by day are related, so that a new brief changes few pages.
    """
    ordered = [each.entry for each in sorted(shelf, key=_day_of) if each.entry.state is not State.WITHDRAWN]
    keys = {each.entry.slug: each.entry_key for each in shelf}
    on_source: dict[str, list[Entry]] = {}
    for entry in ordered:
        for source in entry.shared_sources:
            on_source.setdefault(source, []).append(entry)
    places = {source: {entry.slug: at for at, entry in enumerate(found)} for source, found in on_source.items()}
    related: dict[str, dict[str, Entry]] = {entry.slug: {} for entry in ordered}
    for entry in ordered:
        for source in entry.shared_sources:
            for near in _near(on_source[source], places[source][entry.slug]):
                related[entry.slug].setdefault(near.slug, near)
    found = {}
    for at, entry in enumerate(ordered):
        earlier = ordered[at - 1] if at else None
        later = ordered[at + 1] if at + 1 < len(ordered) else None
        close = tuple(related[entry.slug].values())[:MOST]
        hashes = tuple(keys[each.slug] if each else "" for each in (earlier, later, *close))
        found[entry.slug] = Beside(earlier, later, close, hashes)
    return found


def _near(entries: Sequence[Entry], at: int) -> Iterator[Entry]:
    """Yield the entries nearest to one of them, the later first."""
    for distance in range(1, NEAR + 1):
        for place in (at + distance, at - distance):
            if 0 <= place < len(entries):
                yield entries[place]


def _day_of(shelved: Shelved) -> tuple[str, str]:
    return shelved.entry.date, shelved.entry.slug
