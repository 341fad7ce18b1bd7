"""Feeds: the newest briefs as Atom and JSON Feed, and what was corrected; the status stands in every title."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from heapq import nlargest
from itertools import islice
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from sitegen.model.entry import Entry, Page, Spine
from sitegen.problems import Problem
from sitegen.render import json, xml
from sitegen.render.addresses import CORRECTIONS, FEED, INDEX, JSON_FEED, absolute, brief_path, page_path
from sitegen.render.heads import mark_of_entry
from sitegen.render.moments import EPOCH, moment
from sitegen.render.site import Bodies, Site
from sitegen.words import sentence

_ADDRESS = re.compile(r'(?<=\s)(href|src)="([^"]*)"')
"""In HTML that sitegen wrote from Markdown."""


class Item(Struct, frozen=True):
    """An entry of a feed."""

    id: str
    url: str
    title: str
    published: str
    updated: str
    html: str
    summary: str
    author: str
    article: str
    """The address of the article; empty where it has none."""
    tags: tuple[str, ...] = ()
    is_html: bool = True
    """Whether `html` is HTML, not plain text."""


def newest(site: Site, spines: Iterable[Spine]) -> list[Spine]:
    """Return the briefs that their feed has room for, of all with the newest first."""
    return list(islice((spine for spine in spines if spine.listed), site.settings.feed_items))


def corrected(site: Site, spines: Iterable[Spine]) -> list[Spine]:
    """Return the briefs that the feed of corrections may name, since each has one of the latest corrections."""
    found = [(moment(each.on), spine) for spine in spines if not spine.proposed for each in spine.corrections]
    latest = nlargest(site.settings.feed_items, (on for on, _ in found))
    due = {spine.slug for on, spine in found if on >= latest[-1]}
    return [spine for spine in spines if spine.slug in due]


def atom(site: Site, entries: Sequence[Entry]) -> bytes | Problem:
    """Make the Atom feed of the newest briefs (RFC 4287)."""
    items = _items(site, entries)
    return items if isinstance(items, Problem) else _atom(site, FEED, site.settings.title, items)


def json_feed(site: Site, entries: Sequence[Entry]) -> bytes | Problem:
    """Make the same as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    items = _items(site, entries)
    return items if isinstance(items, Problem) else _json(site, items)


def notes_atom(site: Site, path: str, notes: Sequence[Page], bodies: Bodies) -> bytes:
    """Make the Atom feed of the newest notes, which is the feed of the site where there are no briefs."""
    title = site.settings.title if path == FEED else site.words("notes.feed_title", title=site.settings.title)
    return _atom(site, path, title, _note_items(site, notes, bodies))


def notes_json(site: Site, notes: Sequence[Page], bodies: Bodies) -> bytes:
    """Make the JSON Feed of a site without briefs."""
    return _json(site, _note_items(site, notes, bodies))


def _json(site: Site, items: Sequence[Item]) -> bytes:
    settings = site.settings
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": absolute(settings.url, INDEX),
        "feed_url": absolute(settings.url, JSON_FEED),
        "description": settings.description,
        "language": settings.language,
        "authors": [{"name": settings.editor or settings.title}],
        "items": [_json_item(item, settings.language) for item in items],
    }
    return json.write(feed)


def corrections(site: Site, entries: Sequence[Entry]) -> bytes:
    """Make the feed of corrections, changes of status and withdrawals, the latest first."""
    items = [item for entry in entries for item in _corrections(site, entry)]
    latest = sorted(sorted(items, key=lambda item: item.id), key=lambda item: item.updated, reverse=True)
    title = site.words("feed.corrections", title=site.settings.title)
    return _atom(site, CORRECTIONS, title, latest[: site.settings.feed_items])


def _items(site: Site, entries: Sequence[Entry]) -> list[Item] | Problem:
    items = []
    for entry in entries:
        html = site.press.fill("feed-entry.html", {"entry": entry})
        if isinstance(html, Problem):
            return html
        url = absolute(site.settings.url, brief_path(entry.slug))
        dates = moment(entry.date), moment(entry.updated)
        summary = f"{sentence(entry.badge)} {entry.reason}".strip()
        title, author = _title(site, entry), _author(site, entry)
        items.append(Item(url, url, title, *dates, html.decode(), summary, author, _web(entry.article), entry.tags))
    return items


def _note_items(site: Site, notes: Sequence[Page], bodies: Bodies) -> list[Item]:
    items = []
    for note in notes:
        url = absolute(site.settings.url, page_path(note))
        dates, html = (moment(note.date), moment(note.latest)), _from_anywhere(bodies(note).html, url)
        author = site.words.join(note.authors) or site.settings.editor or site.settings.title
        items.append(Item(url, url, note.title, *dates, html, note.description, author, "", note.tags))
    return items


def _from_anywhere(html: str, url: str) -> str:
    """Write the addresses in the text of a page in full, since readers of feeds show it elsewhere."""
    return _ADDRESS.sub(lambda found: f'{found[1]}="{_joined(url, found[2])}"', html)


def _joined(url: str, address: str) -> str:
    try:
        return urljoin(url, address)
    except ValueError:  # a host in half of its brackets: it leads nowhere, from anywhere
        return address


def _title(site: Site, entry: Entry) -> str:
    mark = mark_of_entry(site, entry)
    return site.words("feed.title", mark=mark, title=entry.title)


def _corrections(site: Site, entry: Entry) -> Iterator[Item]:
    url = absolute(site.settings.url, brief_path(entry.slug))
    for correction in entry.corrections:
        name = f"{url}#correction-{sha256(f'{correction.on} {correction.text}'.encode()).hexdigest()[:12]}"
        title = site.words("feed.correction", day=site.words.day(correction.on), title=_title(site, entry))
        text = site.words("feed.correction_text", text=correction.text, badge=_badge(entry))
        when = moment(correction.on)
        yield Item(name, url, title, when, when, text, "", _author(site, entry), _web(entry.article), is_html=False)


def _badge(entry: Entry) -> str:
    """Return the badge; where it prints a claim, every caveat of the claim goes with it."""
    return " ".join(sentence(text) for text in (entry.badge, *entry.caveats[: entry.binding]))


def _author(site: Site, entry: Entry) -> str:
    return entry.editor or site.settings.editor or site.settings.title


def _web(address: str) -> str:
    return address if address.startswith(("http://", "https://")) else ""


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
    if item.article:
        SubElement(entry, "link", rel="related", type="text/html", href=item.article)
    SubElement(SubElement(entry, "author"), "name").text = item.author
    for tag in item.tags:
        SubElement(entry, "category", term=tag)
    if item.summary:
        SubElement(entry, "summary").text = item.summary
    SubElement(entry, "content", type="html" if item.is_html else "text").text = item.html


def _json_item(item: Item, language: str) -> dict[str, object]:
    article = {"external_url": item.article} if item.article else {}
    return {
        "id": item.id,
        "url": item.url,
        **article,
        "title": xml.legal(item.title),
        **({"summary": xml.legal(item.summary)} if item.summary else {}),
        "content_html": xml.legal(item.html),
        "date_published": item.published,
        "date_modified": item.updated,
        "authors": [{"name": xml.legal(item.author)}],
        "language": language,
        "tags": list(item.tags),
    }
