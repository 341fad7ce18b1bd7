"""The page about the data: which files there are, what each column means, and what one may do with them."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from sitegen.model.output import Output
from sitegen.problems import Problem
from sitegen.render import json
from sitegen.render.addresses import (
    BRIEFS_CSV,
    BRIEFS_JSON,
    CORRECTIONS,
    DATA,
    FEED,
    JSON_FEED,
    QUOTES_CSV,
    SCHEMA,
    SOURCES_CSV,
    absolute,
)
from sitegen.render.exports import BETWEEN, COLUMNS, dataset_linked_data
from sitegen.render.heads import Alternate, head
from sitegen.render.site import Site

_TABLES = {BRIEFS_CSV: "briefs_csv", QUOTES_CSV: "quotes_csv", SOURCES_CSV: "sources_csv"}
_FEEDS = {
    FEED: ("application/atom+xml", "feed"),
    JSON_FEED: ("application/feed+json", "json_feed"),
    CORRECTIONS: ("application/atom+xml", "corrections"),
}
_EACH = {
    "html": "html",
    "md": "md",
    "json": "json",
    "annotations.jsonld": "annotations",
    "csl.json": "csl",
    "bib": "bib",
    "ris": "ris",
}


class Column(Struct, frozen=True):
    """A column, in which tables it stands, and what it means there."""

    name: str
    tables: tuple[str, ...]
    meaning: str


def data_output(site: Site) -> Output:
    """Return the page."""
    return Output(DATA, site.key(DATA), partial(_page, site))


def _page(site: Site) -> bytes | Problem:
    words, settings = site.words, site.settings
    title = words("export.page.title")
    about = words("export.page.about")
    files = data_forms(site)
    described = dataset_linked_data(site, DATA, about, {file.path: file.type for file in files})
    desk = settings.editor or settings.title
    values = {
        "page": head(
            site,
            DATA,
            words("page.title", title=title, site=settings.title),
            about,
            alternates=files,
            linked_data=json.inline(described),
        ),
        "title": title,
        "files": (*files, Alternate(SCHEMA, "application/schema+json", words("export.files.schema")), *_feeds(site)),
        "endings": {ending: words(f"export.each.{key}") for ending, key in _EACH.items()},
        "columns": tuple(_columns(site)),
        "between": BETWEEN.strip(),
        "cited": words("export.page.cited", desk=desk, site=settings.title),
        "address": absolute(settings.url, DATA) if settings.url else "",
    }
    return site.press.fill("data.html", values)


def data_forms(site: Site) -> tuple[Alternate, ...]:
    """Return the files that hold data of the whole site."""
    tables = (Alternate(path, "text/csv", site.words(f"export.files.{key}")) for path, key in _TABLES.items())
    return (Alternate(BRIEFS_JSON, "application/json", site.words("export.files.briefs_json")), *tables)


def _feeds(site: Site) -> Iterator[Alternate]:
    """Yield the feeds, as far as there are any."""
    if site.settings.url and not site.is_preview:
        for path, (kind, key) in _FEEDS.items():
            yield Alternate(path, kind, site.words(f"export.files.{key}"))


def _columns(site: Site) -> Iterator[Column]:
    for name in dict.fromkeys(name for columns in COLUMNS.values() for name in columns):
        tables = tuple(path.rpartition("/")[2] for path, columns in COLUMNS.items() if name in columns)
        yield Column(name, tables, site.words(f"export.columns.{name}"))
