"""The first page: people's introduction, how many quotes have which status, and every brief, the newest first."""

from collections.abc import Callable, Iterator
from functools import partial

from sitegen.model.entry import Body, Page, Spine
from sitegen.model.output import Output
from sitegen.problems import Problem
from sitegen.render import json
from sitegen.render.addresses import INDEX
from sitegen.render.exports import site_linked_data
from sitegen.render.heads import head, purpose_of
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.data import data_forms
from sitegen.render.pages.listing import Listing, day_of, listing_outputs, marks, with_entries
from sitegen.render.pages.lists import Leaf, leaves
from sitegen.render.pages.statuses import Count, counts_of
from sitegen.render.site import Bodies, Link, Site


def index_outputs(site: Site, catalogue: Catalogue, introduction: Page | None, bodies: Bodies) -> Iterator[Output]:
    """Yield the index and its archive; a page of people's own called "index" stands above the list."""
    title = site.words("index.title")
    trail = (Link(title, INDEX),)
    about = site.words("across.archive_about")
    first, *archive = listing_outputs(site, catalogue, Listing(INDEX, title, catalogue.spines, about, trail))
    counts = counts_of(catalogue.spines)
    leaf = next(leaves(INDEX, catalogue.spines, site.settings.page_size, day_of))
    key = site.key(first.key, introduction.version if introduction else "", counts)
    load = partial(bodies, introduction) if introduction else None
    yield Output(INDEX, key, partial(_page, site, catalogue, leaf, counts, load))
    yield from archive


def _page(
    site: Site, catalogue: Catalogue, leaf: Leaf[Spine], counts: list[Count], introduction: Callable[[], Body] | None
) -> bytes | Problem:
    settings = site.settings
    values = {
        "page": head(
            site,
            INDEX,
            settings.title,
            purpose_of(site),
            alternates=data_forms(site),
            linked_data=json.inline(site_linked_data(site, INDEX)),
        ),
        "leaf": with_entries(catalogue, leaf),
        "counts": counts,
        "introduction": introduction() if introduction else None,
        **marks(site),
    }
    return site.press.fill("index.html", values)
