"""Render stage: briefs, entries and people's pages -> the files of the site, each made only when its key is new."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from sitegen.model.brief import Brief
from sitegen.model.entry import Body, Page
from sitegen.model.output import OneFile, Output
from sitegen.problems import Problem
from sitegen.render import feeds, hosting
from sitegen.render.addresses import (
    CORRECTIONS,
    FEED,
    JSON_FEED,
    NOTES_FEED,
    SCHEMA,
    brief_path,
    card_path,
    folder_of,
)
from sitegen.render.assets import asset_outputs, static_outputs
from sitegen.render.briefs import brief_page
from sitegen.render.cards import card_outputs, faces_key, has_card
from sitegen.render.exports import (
    annotations_jsonld,
    biblatex,
    brief_json,
    briefs_output,
    csl_json,
    listed_briefs,
    ris,
    schema_json,
    table_outputs,
)
from sitegen.render.navigation import shaping
from sitegen.render.pages import (
    Catalogue,
    body_of,
    file_links,
    led,
    moved_pages,
    page_file,
    page_groups,
    page_outputs,
)
from sitegen.render.search.bundles import search_bundles
from sitegen.render.search.program import can_search
from sitegen.render.shelf import ALONE, Beside, Keeper, Neighbours, Remake, Shelved
from sitegen.render.site import Bodies, Load, Site, Stock, open_site
from sitegen.render.sitemap import robots, sitemap_outputs

__all__ = [
    "Beside",
    "BriefGroup",
    "Keeper",
    "Neighbours",
    "Remake",
    "Shelved",
    "Site",
    "Stock",
    "body_of",
    "brief_outputs",
    "can_search",
    "file_links",
    "led",
    "open_site",
    "page_file",
    "page_groups",
    "search_bundles",
    "shaping",
    "site_outputs",
]

Form = Callable[[Site, Brief, str], bytes | Problem]

FORMS: dict[str, Form] = {
    "md": lambda _site, _brief, markdown: markdown.encode(),
    "json": lambda site, brief, _markdown: brief_json(site, brief),
    "annotations.jsonld": lambda site, brief, _markdown: annotations_jsonld(site, brief),
    "csl.json": lambda site, brief, _markdown: csl_json(site, brief),
    "bib": lambda site, brief, _markdown: biblatex(site, brief),
    "ris": lambda site, brief, _markdown: ris(site, brief),
}
"""The forms of a brief beside its page, by the ending of their file."""


_FOLDERS = (folder_of(brief_path("")), folder_of(card_path("")))
"""Where the files of briefs stand, and their cards: no slug has a folder in it."""


class BriefGroup(Struct, frozen=True):
    """The page of a brief and its other forms as what is made together; `brief_outputs` makes them."""

    site: Site
    shelved: Shelved
    neighbours: Neighbours

    @property
    def name(self) -> str:
        """The path of its page."""
        return brief_path(self.shelved.slug)

    @property
    def folders(self) -> tuple[str, ...]:
        """Where its files stand."""
        return _FOLDERS if has_card(self.site) else _FOLDERS[:1]

    @property
    def beside(self) -> Beside:
        """What stands beside the brief."""
        return self.neighbours.of(self.shelved)

    @property
    def key(self) -> str:
        """A hash of all that its files follow from."""
        site, shelved = self.site, self.shelved
        # One text: to write so many down one by one takes longer than to hash them.
        hashes = " ".join((shelved.key, site.look_key, faces_key(), *self.beside.keys))
        return site.key("group", shelved.slug, hashes)

    def keys(self) -> dict[str, str]:
        """Give the key of each file."""
        return {output.path: output.key for output in brief_outputs(self.site, self.shelved, self.beside)}

    @property
    def what(self) -> tuple[Shelved, Beside]:
        """The brief, and what stands beside it."""
        return self.shelved, self.beside


def brief_outputs(site: Site, shelved: Shelved, beside: Beside = ALONE) -> Iterator[Output]:
    """Yield the page of a brief and its other forms."""
    slug, key, entry = shelved.slug, shelved.key, shelved.entry()
    fill = partial(brief_page, entry=entry, beside=beside)
    page = partial(_form, site, fill, f"{slug} {key}", shelved.load)
    yield Output(brief_path(slug), site.key("html", slug, key, beside.keys), page)
    for ending, make in FORMS.items():
        filled = partial(_form, site, make, f"{slug} {key}", shelved.load)
        yield Output(brief_path(slug, ending), site.data_key(ending, slug, key), filled)
    yield from card_outputs(site, entry)


def _no_bodies(page: Page) -> Body:
    """Stand in where no page of people's own is shown on the index or in a feed."""
    raise LookupError(page.path)


def site_outputs(
    site: Site,
    shelf: Sequence[Shelved],
    own: Sequence[Page],
    static: Sequence[tuple[str, Path, str]],
    bodies: Bodies = _no_bodies,
) -> list[OneFile]:
    """Return every file of the site but those of single briefs, people's own pages and those of the search's index.

    `static` are path in the site, file, and its hash. `bodies` gives the text of the page that stands on the index, and
    of the notes that stand in feeds.
    """
    catalogue = Catalogue(shelf, own)
    return [
        *page_outputs(site, catalogue, own, bodies),
        *_for_machines(site, catalogue, own, bodies),
        *(_data(site, shelf) if not site.stock.is_plain else ()),
        *(output for output in _for_hosts(site, catalogue, own) if output.path not in {name for name, _, _ in static}),
        *asset_outputs(site),
        *static_outputs(static),
    ]


def _form(site: Site, make: Form, key: str, load: Load) -> bytes | Problem:
    return make(site, *site.latest.load(key, load))


def _data(site: Site, shelf: Sequence[Shelved]) -> Iterator[OneFile]:
    """Yield the data of the whole site."""
    shown = listed_briefs(shelf)
    yield briefs_output(site, shown, ("html", *FORMS))
    yield Output(SCHEMA, site.key("schema"), schema_json)
    yield from table_outputs(site, shown)


def _for_hosts(site: Site, catalogue: Catalogue, own: Sequence[Page]) -> Iterator[Output]:
    """Yield what hosts read; nobody hosts a preview."""
    yield Output(".nojekyll", site.key("nojekyll"), lambda: b"")
    if site.is_preview:
        return
    moved = moved_pages(catalogue.spines, own)
    yield Output(hosting.HEADERS, site.key("headers"), lambda: hosting.headers(site))
    if moved:
        yield Output(hosting.REDIRECTS, site.key("redirects", moved), lambda: hosting.redirects(site, moved))


def _for_machines(site: Site, catalogue: Catalogue, own: Sequence[Page], bodies: Bodies) -> Iterator[Output]:
    """Yield feeds and sitemap; those that need the site's address only where it is known."""
    yield Output("robots.txt", site.key("robots"), lambda: robots(site))
    if not site.settings.url or site.is_preview:
        return
    if catalogue.notes:
        yield from _feeds_of_notes(site, catalogue.notes[: site.settings.feed_items], bodies)
    if not site.stock.is_plain:
        yield from _feeds_of_briefs(site, catalogue)
    yield from sitemap_outputs(site, catalogue, own)


def _feeds_of_briefs(site: Site, catalogue: Catalogue) -> Iterator[Output]:
    newest, corrected = feeds.newest(site, catalogue.spines), feeds.corrected(site, catalogue.spines)
    key = site.key(FEED, catalogue.hashes_of(newest))
    yield Output(FEED, key, lambda: feeds.atom(site, catalogue.entries_of(newest)))
    yield Output(JSON_FEED, key, lambda: feeds.json_feed(site, catalogue.entries_of(newest)))
    key = site.key(CORRECTIONS, catalogue.hashes_of(corrected))
    yield Output(CORRECTIONS, key, lambda: feeds.corrections(site, catalogue.entries_of(corrected)))


def _feeds_of_notes(site: Site, newest: Sequence[Page], bodies: Bodies) -> Iterator[Output]:
    path = FEED if site.stock.is_plain else NOTES_FEED
    key = site.key("notes", [(note.slug, note.version) for note in newest])
    yield Output(path, key, lambda: feeds.notes_atom(site, path, newest, bodies))
    if site.stock.is_plain:
        yield Output(JSON_FEED, key, lambda: feeds.notes_json(site, newest, bodies))
