"""Lists over several pages: the newest on the first page, the others on archive pages numbered from the oldest.

So a new brief changes the first page and the last archive page. No archive page says how many there are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from sitegen.model.slugs import tag_slug
from sitegen.render.addresses import archive_path

T = TypeVar("T")
U = TypeVar("U")


class Dated(Protocol):
    """What lists put in order: a brief, a note."""

    @property
    def slug(self) -> str:
        """Its name in addresses."""

    @property
    def date(self) -> str:
        """The day by which it is listed, ISO 8601."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags under which it is listed."""


D = TypeVar("D", bound=Dated)


class Leaf(Struct, Generic[T], frozen=True):
    """One page of a list."""

    path: str
    items: tuple[T, ...]
    """The newest first."""
    number: int
    """Of an archive page, from 1, the oldest; 0 for the first page."""
    newer: str
    """The file of the page before it; empty where there is none."""
    older: str
    """The file of the page after it; empty where there is none."""
    newest: str
    """The file of the first page."""
    oldest: str
    """The file of the last one, which is the first page where all has room on it."""
    total: int = 0
    """How many items the whole list has; 0 on archive pages, which do not change when it grows."""
    years: tuple[tuple[str, str], ...] = ()
    """On the first page: years of archive pages, the latest first, with the file that has the newest of each."""

    def showing(self, items: Iterable[U]) -> "Leaf[U]":
        """Return the same page with what it shows in the place of its items."""
        return Leaf(
            *(self.path, tuple(items), self.number, self.newer, self.older, self.newest, self.oldest),
            *(self.total, self.years),
        )


def newest_first(entries: Iterable[D]) -> list[D]:
    """Return the entries by day, the latest first; those of one day by slug."""
    by_slug = sorted(entries, key=lambda entry: entry.slug)
    return sorted(by_slug, key=lambda entry: entry.date, reverse=True)


def by_tag(entries: Iterable[D]) -> dict[str, list[D]]:
    """Return the entries of each tag, newest first, by tag; tags that share an address are one tag."""
    found: dict[str, list[D]] = {}
    names: dict[str, str] = {}
    for entry in newest_first(entries):
        for tag in dict.fromkeys(names.setdefault(tag_slug(tag), tag) for tag in entry.tags):
            found.setdefault(tag, []).append(entry)
    return {tag: found[tag] for tag in sorted(found, key=tag_slug)}


def leaves(first: str, items: Sequence[T], size: int, day: Callable[[T], str]) -> Iterator[Leaf[T]]:
    """Yield the pages of a list: the first one, whose file is given, then the archive pages from the oldest on.

    `items` come with the newest first, and `day` tells the day of one.
    """
    rest = len(items) - size
    count = max(0, -(-rest // size))
    paths = [archive_path(first, number) for number in range(1, count + 1)]
    oldest = paths[0] if paths else first
    years = tuple(_years(first, items, size, day)) if paths else ()
    yield Leaf(first, tuple(items[:size]), 0, "", paths[-1] if paths else "", first, oldest, len(items), years)
    for place, path in enumerate(paths):
        end = len(items) - place * size
        shown = tuple(items[max(size, end - size) : end])
        newer = paths[place + 1] if place + 1 < count else first
        yield Leaf(path, shown, place + 1, newer, paths[place - 1] if place else "", first, oldest)


def _years(first: str, items: Sequence[T], size: int, day: Callable[[T], str]) -> Iterator[tuple[str, str]]:
    """Yield each year once, with the file of the page on which its newest item stands; no year of the first page."""
    told = {day(item)[:4] for item in items[:size]} | {""}
    for place in range(size, len(items)):
        year = day(items[place])[:4]
        if year not in told:
            told.add(year)
            yield year, archive_path(first, (len(items) - 1 - place) // size + 1)
