"""Feeds: the newest briefs as Atom and JSON Feed, and what was corrected; the status stands in every title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement

from sitegen.model.entry import Entry
from sitegen.problems import Problem
from sitegen.render import json, xml
from sitegen.render.addresses import CORRECTIONS, FEED, INDEX, JSON_FEED, absolute, brief_path
from sitegen.render.heads import mark_of
from sitegen.render.pages import newest_first
from sitegen.render.site import Site

EPOCH = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: it must say so, and no clock may."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed."""

    id: str
    url: str
    title: str
    published: str
    updated: str
    html: str
    summary: str
    tags: tuple[str, ...] = ()


def newest(site: Site, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that the feed of briefs has room for."""
    return newest_first(entry for entry in entries if entry.listed)[: site.settings.feed_items]


def atom(site: Site, entries: Sequence[Entry]) -> bytes | Problem:
    """Make the Atom feed of the newest briefs (RFC 4287)."""
    items = _items(site, entries)
    return items if isinstance(items, Problem) else _atom(site, FEED, site.settings.title, items)


def json_feed(site: Site, entries: Sequence[Entry]) -> bytes | Problem:
    """Make the same as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    items = _items(site, entries)
    if isinstance(items, Problem):
        return items
    settings = site.settings
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": absolute(settings.url, INDEX),
        "feed_url": absolute(settings.url, JSON_FEED),
        "description": settings.description,
        "language": settings.language,
        "authors": [{"name": settings.editor or settings.title}],
        "items": [_json_item(item) for item in items],
    }
    return json.write(feed)


def corrections(site: Site, entries: Sequence[Entry]) -> bytes:
    """Make the feed of corrections, changes of status and withdrawals, the latest first."""
    items = [item for entry in entries for item in _corrections(site, entry)]
    latest = sorted(sorted(items, key=lambda item: item.id), key=lambda item: item.updated, reverse=True)
    title = site.words("feed.corrections", title=site.settings.title)
    return _atom(site, CORRECTIONS, title, latest[: site.settings.feed_items])


def moment(day: str) -> str:
    """Return an ISO 8601 day, month or moment as the date-time that feeds need (RFC 3339): when it began."""
    if not day:
        return EPOCH
    date, _, time = day.partition("T")
    full = f"{date}-01-01"[:10]
    match = re.fullmatch(r"(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)", time)
    return f"{full}T{match[1]}{match[2] or ':00'}{match[3]}" if match else f"{full}T00:00:00Z"


def _items(site: Site, entries: Sequence[Entry]) -> list[Item] | Problem:
    items = []
    for entry in entries:
        html = site.press.fill("feed-entry.html", {"entry": entry})
        if isinstance(html, Problem):
            return html
        url = absolute(site.settings.url, brief_path(entry.slug))
        dates = moment(entry.date), moment(entry.updated)
        summary = f"{entry.badge.rstrip('.')}. {entry.reason}".strip()
        items.append(Item(url, url, _title(site, entry), *dates, html.decode(), summary, entry.tags))
    return items


def _title(site: Site, entry: Entry) -> str:
    mark = mark_of(site, entry.state, entry.badge_status, proposed=entry.proposed)
    return site.words("feed.title", mark=mark, title=entry.title)


def _corrections(site: Site, entry: Entry) -> Iterator[Item]:
    url = absolute(site.settings.url, brief_path(entry.slug))
    for correction in entry.corrections:
        name = f"{url}#correction-{sha256(f'{correction.on} {correction.text}'.encode()).hexdigest()[:12]}"
        title = site.words("feed.correction", day=site.words.day(correction.on), title=_title(site, entry))
        html = site.words("feed.correction_text", text=correction.text, badge=entry.badge)
        when = moment(correction.on)
        yield Item(name, url, title, when, when, html, "")


def _atom(site: Site, path: str, title: str, items: Sequence[Item]) -> bytes:
    settings = site.settings
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language})
    SubElement(feed, "id").text = absolute(settings.url, path)
    SubElement(feed, "title").text = title
    if settings.description:
        SubElement(feed, "subtitle").text = settings.description
    SubElement(feed, "updated").text = max((item.updated for item in items), default=EPOCH)
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=absolute(settings.url, path))
    SubElement(feed, "link", rel="alternate", type="text/html", href=absolute(settings.url, INDEX))
    SubElement(SubElement(feed, "author"), "name").text = settings.editor or settings.title
    if settings.licence:
        SubElement(feed, "rights").text = settings.licence
    for item in items:
        _atom_entry(feed, item)
    return xml.write(feed)


def _atom_entry(feed: Element, item: Item) -> None:
    entry = SubElement(feed, "entry")
    SubElement(entry, "id").text = item.id
    SubElement(entry, "title").text = item.title
    SubElement(entry, "published").text = item.published
    SubElement(entry, "updated").text = item.updated
    SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
    for tag in item.tags:
        SubElement(entry, "category", term=tag)
    if item.summary:
        SubElement(entry, "summary").text = item.summary
    SubElement(entry, "content", type="html" if item.summary else "text").text = item.html


def _json_item(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "url": item.url,
        "title": xml.legal(item.title),
        "summary": xml.legal(item.summary),
        "content_html": xml.legal(item.html),
        "date_published": item.published,
        "date_modified": item.updated,
        "tags": list(item.tags),
    }
