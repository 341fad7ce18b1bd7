"""When a page was published and changed: JSON-LD over meta elements over what stands on the page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from lxml.html import HtmlElement

from sitegen.read.date_lines import find_dating, is_date_line
from sitegen.read.web.declared import Declared, texts_of
from sitegen.read.web.near import lines_near, pieces_of
from sitegen.read.web.tree import elements, names_of, words_of

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "article:publicationdate", "parsely-pub-date", "publish-date", "publishdate", "publish_date", "pubdate", "published",
    "publication_date", "date.issued", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.created",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "sailthru.date", "citation_publication_date", "bt:pubdate",
    "article.published", "displaydate", "dc.date", "dcterms.date", "date", "article_date_original", "originalpublicationdate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified", "datemodified", "og:updated_time", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article.updated", "revision_date",
)  # fmt: skip
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?(Z?)")
_MIDNIGHT = re.compile(r"T00:00(?:[+-]\d\d:\d\d)?$")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:/|-|$)", re.IGNORECASE)
_LATER = re.compile(r"updat|modif|edit|revis|correct", re.IGNORECASE)
_FURTHEST = timedelta(hours=14)
"""The largest offset from UTC."""


def find_published(
    root: HtmlElement, declared: Declared, headline: HtmlElement | None, url: str, zones: Mapping[str, str]
) -> str:
    """Return when the page says that it was published, ISO 8601; empty where it does not.

    JSON-LD over meta elements over <time> and lines at the headline over the address. A declared time in UTC is told
    in the page's own zone where a line at the headline shows the same minute.
    """
    shown = _shown(root, headline, zones)
    for text in _declared(declared, "datePublished", _PUBLISHED):
        if iso := iso_of(text, zones):
            return _localised(iso, shown)
    first = [iso for iso, later in shown if not later]
    everywhere = (
        iso
        for element in elements(root, "time")
        if (iso := iso_of(element.get("datetime") or words_of(element), zones))
    )
    created = (iso for text in _declared(declared, "dateCreated", ()) if (iso := iso_of(text, zones)))
    changed = (iso for text in _declared(declared, "dateModified", _MODIFIED) if (iso := iso_of(text, zones)))
    return next(
        (
            iso
            for iso in (*first, *_of_address(url, zones), *created, *(iso for iso, _ in shown), *everywhere, *changed)
        ),
        "",
    )


def find_modified(declared: Declared, zones: Mapping[str, str]) -> str:
    """Return when the page says that it was changed last."""
    return next((iso for text in _declared(declared, "dateModified", _MODIFIED) if (iso := iso_of(text, zones))), "")


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


def _shown(root: HtmlElement, headline: HtmlElement | None, zones: Mapping[str, str]) -> list[tuple[str, bool]]:
    """Return the dates of the lines at the headline in order, and whether each is that of a later change."""
    found = []
    for line in lines_near(root, headline):
        for element in elements(line, "time"):
            text = element.get("datetime") or words_of(element)
            if iso := iso_of(text, zones):
                found.append((iso, bool(_LATER.search(f"{names_of(element)} {words_of(element)}"))))
        words = words_of(line)
        for text in dict.fromkeys((words, *pieces_of(line))):
            if (is_date_line(text) or text == words) and (dating := find_dating(text, zones)):
                found.append((dating.iso, bool(_LATER.search(f"{names_of(line)} {text}"))))
    return found


def _localised(iso: str, shown: Iterable[tuple[str, bool]]) -> str:
    """Return a UTC time as the page prints it, with the offset that this implies; other times as they are."""
    if not iso.endswith("+00:00"):
        return iso
    moment = datetime.fromisoformat(iso).replace(tzinfo=None)
    for other, _ in shown:
        if "T" in other and len(other) == len("2023-07-18T11:27"):
            offset = datetime.fromisoformat(other) - moment
            if offset and abs(offset) <= _FURTHEST and not offset % timedelta(minutes=30):
                return other + _offset(offset)
    return iso


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _of_address(url: str, zones: Mapping[str, str]) -> Iterator[str]:
    """Yield the day in an address such as https://example.org/2023/07/18/story."""
    if found := _IN_ADDRESS.search(url):
        year, month, day = found.groups()
        text = f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"
        if dating := find_dating(text, zones):
            yield dating.iso
