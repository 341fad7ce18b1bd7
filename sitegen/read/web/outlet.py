"""Who publishes a page, by all its names; its address; its language."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from msgspec import Struct

from sitegen.read.web.declared import Declared, texts_of
from sitegen.read.web.tree import elements

_LETTERS = re.compile(r"[\W_]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST = 80
"""Characters of an outlet's name."""
_TAGLINE = re.compile(r"(?<!\s)\s++[-–—|:]\s+|:\s+")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})


class Outlet(Struct, frozen=True):
    """The publisher of a page."""

    name: str
    """As readers know it; empty where the page does not say."""
    folded: frozenset[str]
    """All its names, letters and figures alone, in small letters, without "the"."""

    def is_named(self, words: str) -> bool:
        """Say whether this is one of the outlet's names."""
        return _folded(words) in self.folded


def find_outlet(declared: Declared, url: str) -> Outlet:
    """Return the publisher: og:site_name, else the publisher of the article's JSON-LD, else of the whole site."""
    names = [name for name in _names(declared) if 0 < len(name) <= _LONGEST and not _is_handle(name)]
    host = _host_name(url)
    folded = {
        _folded(part) for name in (*names, *declared.meta("twitter:site")) for part in (name, _TAGLINE.split(name)[0])
    }
    best = next((name for name in names if not _is_host(name)), names[0] if names else "")
    return Outlet(_TAGLINE.split(best)[0] if _is_long(best) else best, frozenset(folded | {_folded(host)}) - {""})


def _is_long(name: str) -> bool:
    """Say whether a slogan may hang on a name ("Washingtonian - The website that …")."""
    return len(name.split()) > 4  # noqa: PLR2004  (names of outlets are shorter)


def _names(declared: Declared) -> Iterator[str]:
    yield from declared.meta("og:site_name")
    for record in declared.articles():
        yield from texts_of(declared.resolved(record.get("publisher")))
    yield from declared.meta("dc.publisher", "publisher", "application-name", "apple-mobile-web-app-title")
    authors = {text for record in declared.articles() for text in texts_of(record.get("author"))}
    for record in declared.records:
        if str(record.get("@type")).endswith(("WebSite", "Organization")):
            yield from (name for name in texts_of(record.get("name")) if name not in authors)


def find_url(root: HtmlElement, declared: Declared) -> str:
    """Return the address of the page: rel=canonical, else og:url, else that of the article's JSON-LD."""
    canonical = [
        link.get("href") or "" for link in elements(root, "link") if "canonical" in (link.get("rel") or "").split()
    ]
    records = [
        text
        for record in declared.articles()
        for key in ("url", "mainEntityOfPage")
        for text in _addresses(record.get(key))
    ]
    saved = [base.get("href") or "" for base in elements(root, "base")]
    for address in (*canonical, *declared.meta("og:url"), *records, *saved):
        if _is_address(address.strip()):
            return address.strip()
    return ""


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and isinstance(name := value.get("@id") or value.get("url"), str):
        yield name


def _is_address(address: str) -> bool:
    """Say whether this is the address of a page, not of a whole site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    bad = set(address) & set('<>" \t\n\\`{}')
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and not bad
        and bool(parts.path.strip("/") or parts.query)
    )


def find_language(root: HtmlElement, declared: Declared) -> str:
    """Return the language: <html lang>, else JSON-LD, else og:locale; empty where none is given."""
    records = [text for record in declared.articles() for text in texts_of(record.get("inLanguage"))]
    metas = declared.meta("content-language", "og:locale", "dc.language", "language")
    for language in (root.get("lang") or "", root.get("xml:lang") or "", *records, *metas):
        if _LANGUAGE.fullmatch(language.strip()):
            return _tag(language.strip())
    return ""


def _tag(language: str) -> str:
    """Write "en_us" as "en-US"."""
    first, *rest = re.split(r"[-_]", language)
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])  # noqa: PLR2004  (a country)


def _folded(name: str) -> str:
    return _LETTERS.sub("", re.sub(r"^\s*the\s+", "", name.casefold().lstrip("@"))).removeprefix("the")


def _is_handle(name: str) -> bool:
    return name.startswith(("@", "http://", "https://"))


def _is_host(name: str) -> bool:
    return " " not in name and "." in name


def _host_name(url: str) -> str:
    """Return "example" of https://www.example.co.uk/."""
    labels = (urlsplit(url).hostname or "").split(".") if url else []
    labels = labels[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return labels[-1] if labels else ""
