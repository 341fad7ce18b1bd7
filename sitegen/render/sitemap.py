"""What search engines read: the sitemap and robots.txt."""

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256

from sitegen.model.entry import Page
from sitegen.model.output import Output
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
    sitemap_path,
    source_path,
    status_path,
)
from sitegen.render.pages.catalogue import Catalogue, Tagged
from sitegen.render.pages.kinds import kinds_of
from sitegen.render.site import Site

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
URLS, BYTES = 50_000, 50 * 2**20
"""What a file may hold at most (https://www.sitemaps.org/protocol.html)."""
AROUND = 120
"""Bytes of the elements around an address, and more than its signs that XML writes longer take."""

Named = tuple[str, str]
"""A path, and the last day of what stands there: ISO 8601, or ""."""


def listed_pages(site: Site, catalogue: Catalogue, own: Sequence[Page]) -> list[str]:
    """Return the pages beside briefs and notes: the first page of each list that has a published brief, and others."""
    tags = [path for each in catalogue.tags for path in _lists_of(each)]
    others = [page_path(page) for page in own if not page.is_note]
    if site.stock.is_plain:
        return list(dict.fromkeys((INDEX, TAGS, *others, *tags)))
    spines = catalogue.listed
    statuses = {status_path(status) for spine in spines for status, _ in spine.counts}
    kinds = {kind_path(kind) for spine in spines for kind in kinds_of(spine)}
    shared = {id_ for spine in spines for tally, _ in spine.tallies for id_ in tally.shared_sources}
    sources = {source_path(source.id) for source in site.shared if source.id in shared}
    fixed = [INDEX, LABELS, CORRECTED, STATISTICS, DATA, SOURCES, STATUSES, KINDS, TAGS]
    fixed += [SEARCH] if site.searches else []
    fixed += [NOTES] if catalogue.notes else []
    lists = (*tags, *sorted(statuses), *sorted(kinds), *sorted(sources))
    return list(dict.fromkeys((*fixed, *others, *lists)))


def _lists_of(tagged: Tagged) -> Sequence[str]:
    """Return the lists of a tag that have anything to be found: none of briefs of which no one is published."""
    has_listed = not tagged.spines or any(spine.listed for spine in tagged.spines)
    return tagged.paths if has_listed else tagged.paths[1:]


def sitemap_outputs(site: Site, catalogue: Catalogue, own: Sequence[Page]) -> Iterator[Output]:
    """Yield the sitemap: the pages that may be indexed, briefs and notes with the last day that their data names.

    What no single file may hold is split, and the sitemap names the parts.
    """
    named = [(path, "") for path in listed_pages(site, catalogue, own)]
    named += [(brief_path(spine.slug), spine.updated[:10]) for spine in catalogue.listed]
    named += [(page_path(note), note.latest[:10]) for note in catalogue.notes]
    parts = _parts(site, named)
    if len(parts) == 1:
        yield Output(SITEMAP, site.key("sitemap", named), partial(_pages, site, named))
        return
    for number, part in parts.items():
        yield Output(sitemap_path(number), site.key("sitemap", part), partial(_pages, site, part))
    latest = [(sitemap_path(number), max(day for _, day in part)) for number, part in parts.items()]
    yield Output(SITEMAP, site.key("sitemaps", latest), partial(_index, site, latest))


def robots(site: Site) -> bytes:
    """Let everyone read a build, and no one index a preview."""
    if site.is_preview:
        return b"User-agent: *\nDisallow: /\n"
    named = f"Sitemap: {absolute(site.settings.url, SITEMAP)}\n" if site.settings.url else ""
    return f"User-agent: *\nDisallow:\n{named}".encode()


def _parts(site: Site, named: Sequence[Named]) -> dict[int, list[Named]]:
    """Return the pages of each part by its number, from 1.

    A hash of its path says where a page stands, so that a new one changes one part; where a part grows too large,
    each becomes two.
    """
    count = 1
    while True:
        parts: dict[int, list[Named]] = {}
        for each in named:
            parts.setdefault(_place(each[0]) % count + 1 if count > 1 else 1, []).append(each)
        if all(_fits(site, part) for part in parts.values()):
            return dict(sorted(parts.items()))
        count *= 2


def _place(path: str) -> int:
    return int.from_bytes(sha256(path.encode()).digest()[:4], "little")


def _fits(site: Site, part: Sequence[Named]) -> bool:
    """Say whether a file can hold these; each byte of a path may be three in an address (RFC 3986, 2.1)."""
    around = len(site.settings.url.encode()) + AROUND
    return len(part) <= URLS and sum(3 * len(path.encode()) + around for path, _ in part) <= BYTES


def _pages(site: Site, named: Sequence[Named]) -> bytes:
    return _written(site, "urlset", "url", named)


def _index(site: Site, named: Sequence[Named]) -> bytes:
    return _written(site, "sitemapindex", "sitemap", named)


def _written(site: Site, whole: str, each: str, named: Sequence[Named]) -> bytes:
    """Write a list of addresses; as text, since a tree of so many takes a hundred times as much memory."""
    lines = [f'{xml.HEAD}<{whole} xmlns="{NAMESPACE}">']
    for path, day in named:
        changed = f"\n    <lastmod>{xml.escaped(day)}</lastmod>" if day else ""
        lines.append(
            f"  <{each}>\n    <loc>{xml.escaped(absolute(site.settings.url, path))}</loc>{changed}\n  </{each}>"
        )
    return "\n".join([*lines, f"</{whole}>\n"]).encode()
