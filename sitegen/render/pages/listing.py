"""Pages that list briefs, each of them as a card."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct, field

from sitegen.model.entry import Entry, Spine
from sitegen.model.output import Output
from sitegen.problems import Problem
from sitegen.render.heads import Head, head, mark_of_entry
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.lists import Leaf, leaves
from sitegen.render.site import Link, Site


class Listing(Struct, frozen=True):
    """A list of briefs with its own address."""

    first: str
    """The file of its first page."""
    title: str
    spines: Sequence[Spine]
    """The newest first."""
    about: str = ""
    """One sentence: its description."""
    trail: tuple[Link, ...] = ()
    """The lists that it is one of, from the widest on."""
    template: str = "list.html"
    key: tuple[object, ...] = ()
    """What its pages follow from beside the entries on them."""
    values: Callable[[], Mapping[str, object]] = field(default=dict)
    """What its template gets besides."""


def listing_outputs(site: Site, catalogue: Catalogue, listing: Listing) -> Iterator[Output]:
    """Yield all pages of a list."""
    for leaf in leaves(listing.first, listing.spines, site.settings.page_size, day_of):
        frame = (leaf.newer, leaf.older, leaf.oldest, leaf.total, leaf.years, listing.title, listing.about)
        # Archive pages say nothing that changes with briefs on other pages.
        besides = listing.key if leaf.number == 0 else ()
        key = site.key(leaf.path, frame, besides, catalogue.hashes_of(leaf.items))
        yield Output(leaf.path, key, partial(_page, site, catalogue, listing, leaf))


def marks(site: Site) -> dict[str, object]:
    """Return what cards need: the words that stand before a title where a brief is not simply published."""
    return {"mark": partial(mark_of_entry, site)}


def with_entries(catalogue: Catalogue, leaf: Leaf[Spine]) -> Leaf[Entry]:
    """Return a page of a list with the entries that it shows."""
    return leaf.showing(catalogue.entries_of(leaf.items))


def leaf_head(site: Site, title: str, about: str, leaf: Leaf[Spine]) -> Head:
    """Return the head of a page of a list; nobody indexes one that shows no published brief."""
    named = site.words("across.pager.titled", title=title, n=leaf.number) if leaf.number else title
    indexed = any(spine.listed for spine in leaf.items)
    return head(
        site, leaf.path, site.words("page.title", title=named, site=site.settings.title), about, indexed=indexed
    )


def day_of(spine: Spine) -> str:
    """Return the day by which a brief is listed."""
    return spine.date


def _page(site: Site, catalogue: Catalogue, listing: Listing, leaf: Leaf[Spine]) -> bytes | Problem:
    values = {
        "page": leaf_head(site, listing.title, listing.about, leaf),
        "title": listing.title,
        "about": listing.about,
        "trail": listing.trail,
        "leaf": with_entries(catalogue, leaf),
        **listing.values(),
        **marks(site),
    }
    return site.press.fill(listing.template, values)
