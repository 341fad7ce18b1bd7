"""The text of a page -> Page: what each part finds, put together."""

from collections.abc import Mapping

from lxml.html import HtmlElement

from sitegen.read.web.authors import find_authors
from sitegen.read.web.body import declared_story, find_story
from sitegen.read.web.captions import with_captions
from sitegen.read.web.dates import find_modified, find_published
from sitegen.read.web.declared import Declared, declared_by
from sitegen.read.web.leftovers import without_leftovers
from sitegen.read.web.outlet import find_language, find_outlet, find_url
from sitegen.read.web.page import Fault, Page, Piece
from sitegen.read.web.titles import find_headline
from sitegen.read.web.tree import parse

_MUCH, _FEW, _LEAST = 1.5, 60, 20
"""How many times longer a story in JSON-LD must be than the one shown; words of a story, and of a piece of one."""


def read_page(source: str, zones: Mapping[str, str], url: str = "") -> Page | Fault:
    """Read the text of a page; `url`: where it was got from, where that is known."""
    root = parse(source)
    if isinstance(root, Fault):
        return root
    declared = declared_by(root)
    address = find_url(root, declared) or url
    outlet = find_outlet(declared, address)
    headline, shown = find_headline(root, declared, outlet)
    published, modified = find_published(root, declared, shown, address, zones), find_modified(declared, zones)
    return Page(
        headline=headline,
        authors=find_authors(root, declared, outlet, shown),
        published=published,
        modified="" if modified[:16] == published[:16] else modified,
        publisher=outlet.name,
        url=address,
        language=find_language(root, declared),
        pieces=tuple(with_captions(root, _story(root, declared, headline), headline)),
    )


def _story(root: HtmlElement, declared: Declared, headline: str) -> list[Piece]:
    """Return the story: as the page shows it, or as its JSON-LD has it where that is much longer."""
    shown = list(without_leftovers(find_story(root, is_strict=True), headline))
    stated = list(declared_story(declared))
    if _words(stated) > max(_MUCH * _words(shown), _FEW):
        return stated
    if _words(shown) >= _FEW:
        return shown
    # The page is short all in all: rather too much than nothing, but no menu.
    more = list(without_leftovers(find_story(root, is_strict=False), headline))
    return more if _words(more) > max(_words(shown), _LEAST) else shown


def _words(pieces: list[Piece]) -> int:
    return sum(len(piece.words.split()) for piece in pieces)
