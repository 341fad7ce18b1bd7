"""What search engines read: the sitemap and robots.txt."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from sitegen.model.entry import Entry, Page
from sitegen.render import xml
from sitegen.render.addresses import INDEX, SITEMAP, absolute, brief_path, page_path, tag_path
from sitegen.render.site import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: Site, entries: Sequence[Entry], pages: Sequence[Page], tags: Iterable[str]) -> bytes:
    """Name the pages that may be indexed; briefs with the last day that their data names."""
    root = Element("urlset", xmlns=NAMESPACE)
    for path in (INDEX, *(page_path(page) for page in pages), *map(tag_path, tags)):
        _add(site, root, path)
    for entry in entries:
        _add(site, root, brief_path(entry.slug), entry.updated[:10])
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
