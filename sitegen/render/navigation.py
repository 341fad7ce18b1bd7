"""Navigation: the pages that every page names, in the bar at its top and at its foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Link:
    """A page as the navigation names it."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Navigation:
    """What every page names."""

    above: tuple[Link, ...]
    below: tuple[Link, ...]
    feeds: tuple[Link, ...]


def navigation_of(
    settings: Settings, words: Words, pages: Sequence[Page], *, is_preview: bool, searches: bool = False
) -> Navigation:
    """Return the links; an own page in the place of a generated one has its own title, if it has an `order`."""
    theirs = {page_path(page): page.title for page in _ordered(pages)}
    due = ABOVE | SEARCHED if searches else ABOVE
    above = {path: theirs.get(path) or words(key) for path, key in due.items()} | theirs
    below = {path: words(key) for path, key in BELOW.items() if path not in above}
    feeds = {path: words(key) for path, key in FEEDS.items()} if settings.url and not is_preview else {}
    return Navigation(_links(above), _links(below), _links(feeds))


def _links(titles: dict[str, str]) -> tuple[Link, ...]:
    return tuple(Link(title, path) for path, title in titles.items())


def _ordered(pages: Iterable[Page]) -> list[Page]:
    """Return the pages with an order, by it."""
    return sorted((page for page in pages if page.order is not None), key=lambda page: (page.order or 0, page.slug))
