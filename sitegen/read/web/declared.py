"""What a page declares for machines: its meta elements, and its JSON-LD records with references resolved."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct

from sitegen.read.web.tree import elements

Record = Mapping[str, object]

_ARTICLE = re.compile(
    r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|CreativeWork|SocialMediaPosting)", re.IGNORECASE
)
_PAGE = re.compile(r"(?:\w*WebPage|ItemPage|Event|VideoObject)", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*+(?:;\s*+)?$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What JSON can name by number, and no text file should hold."""
_LONGEST = 2_000_000
"""Characters of one block of JSON-LD."""
_MOST = 1_000
"""Records of a page that are looked at."""
_DEEPEST = 12
"""Levels of records within records that are looked at."""


class Declared(Struct, frozen=True):
    """What a page says of itself for machines."""

    metas: Mapping[str, Sequence[str]]
    """Contents by property, name or itemprop in small letters, in order."""
    records: Sequence[Record]
    """Every JSON-LD record, outer ones first."""
    outer: Sequence[Record]
    """Those that are about the page itself; what is within them may be about other pages."""

    def meta(self, *names: str) -> Iterator[str]:
        """Yield the contents of these meta elements: by name in the order given, then by place."""
        return (content for name in names for content in self.metas.get(name, ()))

    def articles(self) -> list[Record]:
        """Return the records of articles, then those of pages."""
        of_articles = [record for record in self.outer if _is_a(record, _ARTICLE)]
        return of_articles + [record for record in self.outer if _is_a(record, _PAGE)]

    def resolved(self, value: object) -> object:
        """Return the record that `{"@id": …}`, or a bare id, stands for; anything else as it is."""
        name = value.get("@id") if isinstance(value, Mapping) and len(value) <= 2 and "name" not in value else value  # noqa: PLR2004  (@id, perhaps @type)
        if not isinstance(name, str):
            return value
        return next((each for each in self.records if each.get("@id") == name and "name" in each), value)


def declared_by(root: HtmlElement) -> Declared:
    """Read the meta elements and JSON-LD of a page."""
    metas: dict[str, list[str]] = {}
    for element in elements(root, "meta"):
        content = " ".join((element.get("content") or element.get("value") or "").split())
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                metas.setdefault(name.strip().lower(), []).append(content)
    scripts = (script.text or "" for script in elements(root, "script") if "ld+json" in (script.get("type") or ""))
    blocks = [_load(script) for script in scripts]
    records = islice((record for block in blocks for record in _records(block)), _MOST)
    outer = islice((record for block in blocks for record in _outer(block)), _MOST)
    return Declared(metas, list(records), list(outer))


def texts_of(value: object) -> Iterator[str]:
    """Yield the texts that a value of JSON-LD holds: itself, its items, its name."""
    if isinstance(value, str) and value.strip():
        yield " ".join(value.split())
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each) if not isinstance(each, list) else ()
    elif isinstance(value, Mapping):
        yield from texts_of(value.get("name") or value.get("@value"))


def _load(block: str) -> object:
    """Return what a block of JSON-LD says; None where even its usual mistakes mended it is no JSON."""
    text = _WRAPPING.sub("", block[:_LONGEST]).strip()
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            return _fit(json.loads(attempt, strict=False))
        except (ValueError, RecursionError):
            continue
    return None


def _fit(value: object) -> object:
    """Return a value of JSON with a blank for each character that no text should hold. Raises RecursionError."""
    if isinstance(value, str):
        return _UNFIT.sub(" ", value)
    if isinstance(value, list):
        return [_fit(each) for each in value]
    return {key: _fit(each) for key, each in value.items()} if isinstance(value, dict) else value


def _outer(value: object, depth: int = 0) -> Iterator[Record]:
    """Yield the records of a block: alone, in a list, in a graph, or as what a page is mainly about."""
    if isinstance(value, Mapping):
        yield value
        inner = [value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
    else:
        inner = value if isinstance(value, list) else []
    for each in inner if depth < _DEEPEST else ():
        yield from _outer(each, depth + 1)


def _records(value: object, depth: int = 0) -> Iterator[Record]:
    """Yield the records in a value: its own, then those within."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        yield value
    for each in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        if isinstance(each, Mapping | list):
            yield from _records(each, depth + 1)


def _is_a(record: Record, kinds: re.Pattern[str]) -> bool:
    names = record.get("@type")
    return any(
        isinstance(name, str) and kinds.fullmatch(name.rpartition("/")[2])
        for name in (names if isinstance(names, list) else [names])
    )
