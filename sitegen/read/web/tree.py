"""The text of a page -> its tree, bounded in depth and size; nothing in it is run or fetched."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from sitegen.read.web.page import Fault

# What XML cannot hold, lxml takes in and then refuses to write. What turns text round is left out here, since elements
# do not end where lines do.
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_NUMBER = re.compile(r"&#(?:(?P<ten>\d{1,7})|[xX](?P<sixteen>[0-9a-fA-F]{1,6}));?")
_ATTRIBUTE = r"""(?:[\s/]++[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+)"""
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+(?:(?P<flood>{_ATTRIBUTE}{{1000}}+)|{_ATTRIBUTE}*+)")
"""A tag; in a flood are a thousand attributes, which libxml2 compares each with each.

Tags are gone through one behind the other: looked for at every "<" in a tag, they would take for ever.
"""
MOST_ELEMENTS = 20_000
"""Pages of news have some thousand; far above that, finding the story takes minutes."""
SILENT = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "title"})
"""Elements whose text nobody sees; not <head>, since libxml2 puts more there than belongs."""


def parse(source: str) -> HtmlElement | Fault:
    """Return the tree of a page, or why it is not read; libxml2 goes 256 elements deep and mends what is broken."""
    # As bytes, since lxml refuses text that names its encoding; without comments, which nobody sees.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    source = _CONTROL.sub(" ", _NUMBER.sub(_legal, source))
    if flood := next((tag for tag in _TAG.finditer(source) if tag["flood"]), None):
        return Fault("an element of the page has more than 1,000 attributes", source.count("\n", 0, flood.start()) + 1)
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return Fault("the page is empty")
    for entry in parser.error_log:
        if "depth" in entry.message:
            return Fault("the page's elements are nested more than 256 deep", entry.line)
    count = sum(1 for _ in root.iter())
    if count > MOST_ELEMENTS:
        return Fault(f"the page has {count:,} elements, and {MOST_ELEMENTS:,} are the most that is read")
    return root


def _legal(number: re.Match[str]) -> str:
    """Return a character written as its number as it is, or a blank where it is one that lxml cannot hold."""
    code = int(number["ten"]) if number["ten"] else int(number["sixteen"], 16)
    return " " if code <= 0xFFFF and _CONTROL.match(chr(code)) else number[0]  # noqa: PLR2004  (beyond stands none)


def elements(root: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    """Yield the elements below this one in order, this one included; all where no tags are named."""
    return (element for element in root.iter(*tags) if isinstance(element.tag, str))


def words_of(element: HtmlElement) -> str:
    """Return the visible words of an element, white space folded."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of an element; a block within it is a word of its own."""
    if element.tag in SILENT:
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            gap = "" if child.tag in _INLINE else " "
            yield gap
            yield from _pieces(child)
            yield gap
        yield child.tail or ""


_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "time", "u", "var", "wbr"}
)


def names_of(element: HtmlElement) -> str:
    """Return what an element is called for machines: its class, id, rel and itemprop."""
    return " ".join(filter(None, (element.get(name) for name in ("class", "id", "rel", "itemprop", "data-testid"))))
