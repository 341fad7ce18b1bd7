"""Navigation: the pages that every page names, in the bar at its top and at its foot."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sitegen.config import Settings
from sitegen.model.entry import Page
from sitegen.render.addresses import (
    CORRECTED,
    CORRECTIONS,
    DATA,
    FEED,
    INDEX,
    JSON_FEED,
    KINDS,
    LABELS,
    NOTES,
    NOTES_FEED,
    SEARCH,
    SOURCES,
    STATISTICS,
    STATUSES,
    TAGS,
    page_path,
)
from sitegen.words import Words

ABOVE = {
    INDEX: "page.briefs",
    SOURCES: "across.sources_short",
    LABELS: "across.labels.short",
    CORRECTED: "across.corrections.title",
}
"""What the bar names, before people's own pages: not more than fits calmly."""
SEARCHED = {SEARCH: "search.title"}
"""What it names too where the site can be searched."""
BELOW = {
    STATUSES: "across.statuses",
    KINDS: "across.kinds",
    TAGS: "tags.all",
    STATISTICS: "across.statistics.title",
    DATA: "export.page.title",
}
"""What the foot of a page names besides."""
FEEDS = {FEED: "across.feeds.atom", JSON_FEED: "across.feeds.json", CORRECTIONS: "across.feeds.corrections"}
NOTED = {NOTES: "notes.title"}
"""What the bar names behind the index where there are notes beside briefs."""
NOTES_FEEDS = {NOTES_FEED: "notes.feed"}
PLAIN_ABOVE = {INDEX: "notes.title"}
"""What the bar of a site names that has notes and no briefs."""
PLAIN_BELOW = {TAGS: "tags.all"}
PLAIN_FEEDS = {FEED: "notes.feed", JSON_FEED: "notes.json_feed"}


class Stock(Struct, frozen=True):
    """What a site has."""

    briefs: bool = True
    notes: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is a site of notes alone: nothing in it speaks of briefs."""
        return self.notes and not self.briefs


BRIEFS_ALONE = Stock()


class Link(Struct, frozen=True):
    """A page as the navigation names it."""

    title: str
    path: str


class Navigation(Struct, frozen=True):
    """What every page names."""

    above: tuple[Link, ...]
    below: tuple[Link, ...]
    feeds: tuple[Link, ...]


def shaping(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield those of people's pages that other pages follow from: what the navigation names, what explains labels."""
    return (page for page in pages if page.order is not None or page_path(page) == LABELS)


def navigation_of(  # noqa: PLR0913  (what it follows from)
    settings: Settings,
    words: Words,
    pages: Sequence[Page],
    *,
    is_preview: bool,
    searches: bool = False,
    stock: Stock = BRIEFS_ALONE,
) -> Navigation:
    """Return the links; an own page in the place of a generated one has its own title, if it has an `order`."""
    theirs = {page_path(page): page.title for page in _ordered(pages)}
    named, at_foot, fed = _named(stock)
    due = named | SEARCHED if searches else named
    above = {path: theirs.get(path) or words(key) for path, key in due.items()} | theirs
    below = {path: words(key) for path, key in at_foot.items() if path not in above}
    feeds = {path: words(key) for path, key in fed.items()} if settings.url and not is_preview else {}
    return Navigation(_links(above), _links(below), _links(feeds))


def _named(stock: Stock) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return what stands in the bar, at the foot and among the feeds, each by path with the key of its words."""
    if stock.is_plain:
        return PLAIN_ABOVE, PLAIN_BELOW, PLAIN_FEEDS
    if stock.notes:
        return {INDEX: ABOVE[INDEX]} | NOTED | ABOVE, BELOW, FEEDS | NOTES_FEEDS
    return ABOVE, BELOW, FEEDS


def _links(titles: dict[str, str]) -> tuple[Link, ...]:
    return tuple(Link(title, path) for path, title in titles.items())


def _ordered(pages: Iterable[Page]) -> list[Page]:
    """Return the pages with an order, by it."""
    return sorted((page for page in pages if page.order is not None), key=lambda page: (page.order or 0, page.slug))
