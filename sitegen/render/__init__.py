"""Render stage: briefs, entries and people's pages -> the files of the site, each made only when its key is new."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from sitegen.model.brief import Brief
from sitegen.model.entry import Entry, Page
from sitegen.model.output import Group, Output
from sitegen.problems import Problem
from sitegen.render import feeds, hosting
from sitegen.render.addresses import (
    BRIEFS_JSON,
    CORRECTIONS,
    FEED,
    JSON_FEED,
    SCHEMA,
    SITEMAP,
    brief_path,
    card_path,
    folder_of,
)
from sitegen.render.assets import asset_outputs, static_outputs
from sitegen.render.briefs import brief_page
from sitegen.render.cards import card_outputs, has_card
from sitegen.render.exports import (
    annotations_jsonld,
    biblatex,
    brief_json,
    briefs_json,
    csl_json,
    listed_briefs,
    ris,
    schema_json,
    table_outputs,
)
from sitegen.render.pages import Catalogue, moved_pages, newest_first, page_outputs
from sitegen.render.search.bundles import search_bundles
from sitegen.render.shelf import ALONE, Beside, Shelved, Texts, neighbours
from sitegen.render.site import Load, Site, open_site
from sitegen.render.sitemap import listed_pages, robots, sitemap

__all__ = [
    "Beside",
    "Shelved",
    "Site",
    "Texts",
    "brief_group",
    "brief_outputs",
    "neighbours",
    "open_site",
    "search_bundles",
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


def brief_group(site: Site, shelved: Shelved, beside: Beside | None) -> Group:
    """Return the page of a brief and its other forms as what is made together; `brief_outputs` makes them."""
    beside = beside or ALONE
    slug = shelved.entry.slug
    key = site.key("group", slug, shelved.key, beside.keys)
    folders = (folder_of(brief_path(slug)), *((folder_of(card_path(slug)),) if has_card(site) else ()))
    keys = partial(_keys, site, shelved, beside)
    return Group(brief_path(slug), key, folders, keys, (shelved, beside))


def _keys(site: Site, shelved: Shelved, beside: Beside) -> dict[str, str]:
    return {output.path: output.key for output in brief_outputs(site, shelved, beside)}


def brief_outputs(site: Site, shelved: Shelved, beside: Beside = ALONE) -> Iterator[Output]:
    """Yield the page of a brief and its other forms."""
    slug, key = shelved.entry.slug, shelved.key
    fill = partial(brief_page, entry=shelved.entry, beside=beside)
    page = partial(_form, site, fill, f"{slug} {key}", shelved.load)
    yield Output(brief_path(slug), site.key("html", slug, key, beside.keys), page)
    for ending, make in FORMS.items():
        filled = partial(_form, site, make, f"{slug} {key}", shelved.load)
        yield Output(brief_path(slug, ending), site.data_key(ending, slug, key), filled)
    yield from card_outputs(site, shelved.entry)


def site_outputs(
    site: Site, shelf: Sequence[Shelved], own: Sequence[Page], static: Sequence[tuple[str, Path, str]]
) -> list[Output]:
    """Return every file of the site but those of single briefs and those of the search's index.

    `static` are path in the site, file, and its hash.
    """
    entries = [shelved.entry for shelved in shelf]
    hashes = {shelved.entry.slug: shelved.entry_key for shelved in shelf}
    return [
        *page_outputs(site, Catalogue.of(entries, hashes), own),
        *_for_machines(site, entries, own),
        *_data(site, shelf),
        *(output for output in _for_hosts(site, entries, own) if output.path not in {name for name, _, _ in static}),
        *asset_outputs(site),
        *static_outputs(static),
    ]


def _form(site: Site, make: Form, key: str, load: Load) -> bytes | Problem:
    return make(site, *site.latest.load(key, load))


def _data(site: Site, shelf: Sequence[Shelved]) -> Iterator[Output]:
    """Yield the data of the whole site."""
    shown = listed_briefs(shelf)
    hashes = [shelved.entry_key for shelved in shown]
    yield Output(BRIEFS_JSON, site.data_key(BRIEFS_JSON, hashes), lambda: briefs_json(site, shown, ("html", *FORMS)))
    yield from table_outputs(site, shelf)


def _for_hosts(site: Site, entries: Sequence[Entry], own: Sequence[Page]) -> Iterator[Output]:
    """Yield what hosts read; nobody hosts a preview."""
    yield Output(".nojekyll", site.key("nojekyll"), lambda: b"")
    if site.is_preview:
        return
    moved = moved_pages(entries, own)
    yield Output(hosting.HEADERS, site.key("headers"), lambda: hosting.headers(site))
    if moved:
        yield Output(hosting.REDIRECTS, site.key("redirects", moved), lambda: hosting.redirects(site, moved))


def _for_machines(site: Site, entries: Sequence[Entry], own: Sequence[Page]) -> Iterator[Output]:
    """Yield feeds and sitemap; those that need the site's address only where it is known."""
    yield Output("robots.txt", site.key("robots"), lambda: robots(site))
    yield Output(SCHEMA, site.key("schema"), schema_json)
    if not site.settings.url or site.is_preview:
        return
    listed = [entry for entry in newest_first(entries) if entry.listed]
    newest = feeds.newest(site, entries)
    corrected = [entry for entry in newest_first(entries) if entry.corrections and not entry.proposed]
    yield Output(FEED, site.key(newest), lambda: feeds.atom(site, newest))
    yield Output(JSON_FEED, site.key(newest), lambda: feeds.json_feed(site, newest))
    yield Output(CORRECTIONS, site.key(corrected), lambda: feeds.corrections(site, corrected))
    dates = [(entry.slug, entry.updated) for entry in listed]
    named = listed_pages(site, listed, own)
    yield Output(SITEMAP, site.key(dates, named), lambda: sitemap(site, listed, named))
