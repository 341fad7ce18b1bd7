"""What search engines read: the sitemap and robots.txt."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from sitegen.model.entry import Entry, Page
from sitegen.render import xml
from sitegen.render.addresses import (
    CORRECTED,
    DATA,
    INDEX,
    KINDS,
    LABELS,
    NOTES,
    SEARCH,
    SITEMAP,
    SOURCES,
    STATISTICS,
    STATUSES,
    TAGS,
    absolute,
    brief_path,
    kind_path,
    page_path,
    source_path,
    status_path,
)
from sitegen.render.pages.kinds import kinds_of
from sitegen.render.pages.notes import notes_of
from sitegen.render.pages.tags import tagged
from sitegen.render.site import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def listed_pages(site: Site, entries: Sequence[Entry], own: Sequence[Page]) -> list[str]:
    """Return the pages beside briefs and notes: the first page of each list that has a published brief, and others."""
    notes = notes_of(own)
    tags = [path for each in tagged(entries, notes) for path in each.paths]
    others = [page_path(page) for page in own if not page.is_note]
    if site.stock.is_plain:
        return list(dict.fromkeys((INDEX, TAGS, *others, *tags)))
    statuses = {status_path(status) for entry in entries for status, _ in entry.counts}
    kinds = {kind_path(kind) for entry in entries for kind in kinds_of(entry)}
    shared = {id_ for entry in entries for quote in entry.quotes for id_ in quote.shared_sources}
    sources = {source_path(source.id) for source in site.shared if source.id in shared}
    fixed = [INDEX, LABELS, CORRECTED, STATISTICS, DATA, SOURCES, STATUSES, KINDS, TAGS]
    fixed += [SEARCH] if site.searches else []
    fixed += [NOTES] if notes else []
    lists = (*tags, *sorted(statuses), *sorted(kinds), *sorted(sources))
    return list(dict.fromkeys((*fixed, *others, *lists)))


def sitemap(site: Site, entries: Sequence[Entry], pages: Sequence[str], notes: Sequence[Page]) -> bytes:
    """Name the pages that may be indexed; briefs with the last day that their data names, notes with theirs."""
    root = Element("urlset", xmlns=NAMESPACE)
    for path in pages:
        _add(site, root, path)
    for entry in entries:
        _add(site, root, brief_path(entry.slug), entry.updated[:10])
    for note in notes:
        _add(site, root, page_path(note), note.latest[:10])
    return xml.write(root)


def robots(site: Site) -> bytes:
    """Let everyone read a build, and no one index a preview."""
    if site.is_preview:
        return b"User-agent: *\nDisallow: /\n"
    named = f"Sitemap: {absolute(site.settings.url, SITEMAP)}\n" if site.settings.url else ""
    return f"User-agent: *\nDisallow:\n{named}".encode()


def _add(site: Site, root: Element, path: str, day: str = "") -> None:
    url = SubElement(root, "url")
    SubElement(url, "loc").text = absolute(site.settings.url, path)
    if day:
        SubElement(url, "lastmod").text = day
