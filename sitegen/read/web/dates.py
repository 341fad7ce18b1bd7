"""When a page was published and changed: JSON-LD over meta elements over what stands on the page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from lxml.html import HtmlElement
from msgspec import Struct

from sitegen.read.date_lines import find_dating, is_date_line
from sitegen.read.web.declared import Declared, texts_of
from sitegen.read.web.near import lines_near, pieces_of
from sitegen.read.web.tree import elements, names_of, words_of

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:publicationdate",
    "parsely-pub-date",
    "publish-date",
    "publishdate",
    "publish_date",
    "pubdate",
    "published",
    "publication_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.created",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "sailthru.date",
    "citation_publication_date",
    "bt:pubdate",
    "article.published",
    "displaydate",
    "dc.date",
    "dcterms.date",
    "date",
    "article_date_original",
    "originalpublicationdate",
)
_MODIFIED = (
    "article:modified_time",
    "article:modified",
    "datemodified",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
    "revision_date",
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?(Z?)")
_MIDNIGHT = re.compile(r"T00:00(?:[+-]\d\d:\d\d)?$")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:/|-|$)", re.IGNORECASE)
_LATER = re.compile(r"updat|modif|edit|revis|correct", re.IGNORECASE)
_FURTHEST = timedelta(hours=14)
"""The largest offset from UTC."""


class Shown(Struct, frozen=True):
    """A date that stands at the headline."""

    iso: str
    is_change: bool
    """Whether it is labelled as that of a later change."""


def find_published(
    root: HtmlElement, declared: Declared, headline: HtmlElement | None, url: str, zones: Mapping[str, str]
) -> str:
    """Return when the page says that it was published, ISO 8601; empty where it does not.

    JSON-LD over meta elements over what stands at the headline over the address. A declared time in UTC is told in
    the page's own zone where a line at the headline shows the same minute.
    """
    shown = list(_shown(root, headline, zones))
    if iso := _first(_declared(declared, "datePublished", _PUBLISHED), zones):
        return _localised(iso, shown)
    times = (element.get("datetime") or words_of(element) for element in elements(root, "time"))
    return next(filter(None, _otherwise(declared, shown, times, url, zones)), "")


def _otherwise(
    declared: Declared, shown: list[Shown], times: Iterable[str], url: str, zones: Mapping[str, str]
) -> Iterator[str]:
    """Yield the dates that a page has where it declares none, best first; what speaks of a change comes last."""
    yield from (one.iso for one in shown if not one.is_change)
    yield _of_address(url, zones)
    yield _first(_declared(declared, "dateCreated", ()), zones)
    yield from (one.iso for one in shown)
    yield _first(times, zones)
    yield find_modified(declared, zones)


def find_modified(declared: Declared, zones: Mapping[str, str]) -> str:
    """Return when the page says that it was changed last."""
    return _first(_declared(declared, "dateModified", _MODIFIED), zones)


def _first(texts: Iterable[str], zones: Mapping[str, str]) -> str:
    return next((iso for text in texts if (iso := iso_of(text, zones))), "")


def iso_of(text: str, zones: Mapping[str, str]) -> str:
    """Return a date as pages declare them in ISO 8601; a time of midnight says only the day."""
    text = " ".join(text.split())
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).strftime("%Y-%m-%dT%H:%M+00:00")
    if found := _PACKED.fullmatch(text):
        year, month, day, hour, minute, zone = found.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone}" if hour else "")
    dating = find_dating(text, zones)
    return _MIDNIGHT.sub("", dating.iso) if dating else ""


def _declared(declared: Declared, key: str, names: Iterable[str]) -> Iterator[str]:
    for record in declared.articles():
        yield from texts_of(record.get(key))
    yield from declared.meta(*names)


def _shown(root: HtmlElement, headline: HtmlElement | None, zones: Mapping[str, str]) -> Iterator[Shown]:
    """Yield the dates of the lines at the headline, in order."""
    for line in lines_near(root, headline):
        for time in elements(line, "time"):
            if iso := iso_of(time.get("datetime") or words_of(time), zones):
                yield Shown(iso, bool(_LATER.search(f"{names_of(time)} {words_of(time)}")))
        pieces = pieces_of(line)
        whole = " ".join(pieces)
        for text in dict.fromkeys((whole, *pieces)):
            if (is_date_line(text) or text == whole) and (dating := find_dating(text, zones)):
                yield Shown(dating.iso, bool(_LATER.search(f"{names_of(line)} {text}")))


def _localised(iso: str, shown: Iterable[Shown]) -> str:
    """Return a UTC time as the page prints it, with the offset that this implies; other times as they are."""
    if not iso.endswith("+00:00"):
        return iso
    moment = datetime.fromisoformat(iso).replace(tzinfo=None)
    for one in shown:
        if len(one.iso) == len("2023-07-18T11:27"):
            offset = datetime.fromisoformat(one.iso) - moment
            if offset and abs(offset) <= _FURTHEST and not offset % timedelta(minutes=30):
                return one.iso + _offset(offset)
    return iso


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _of_address(url: str, zones: Mapping[str, str]) -> str:
    """Return the day in an address such as https://example.org/2023/07/18/story."""
    found = _IN_ADDRESS.search(url)
    if not found:
        return ""
    year, month, day = found.groups()
    dating = find_dating(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}", zones)
    return dating.iso if dating else ""
