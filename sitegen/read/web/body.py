"""The story of a page: trafilatura finds it, and quotation marks that only the markup has are written out."""

import copy
import logging
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from sitegen.read.web.page import Block, Piece
from sitegen.read.web.tree import elements, words_of

# What it discards, it tells a log; nobody asked.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_OPENING, _CLOSING = "“", "”"
_QUOTED = re.compile(r"""["“”«»„]|^['‘]|['’]$""")


def find_story(root: HtmlElement) -> tuple[Piece, ...]:
    """Return the paragraphs, headings and list items of the story, in order; none where no story is found."""
    tree = copy.deepcopy(root)
    for element in list(elements(tree, "q", "blockquote")):
        _write_out(element)
    found = bare_extraction(tree, include_comments=False, favor_precision=True)
    body = getattr(found, "body", None)
    return tuple(_pieces(body)) if body is not None else ()


def _write_out(element: HtmlElement) -> None:
    """Write the quotation marks of a <q> or <blockquote> into its text, unless they stand there or around it."""
    if _QUOTED.search(words_of(element)):
        return
    paragraphs = [each for each in elements(element, "p") if words_of(each)] or [element]
    for paragraph in paragraphs:
        paragraph.text = _OPENING + (paragraph.text or "").lstrip()
    last = paragraphs[-1]
    if len(last):
        last[-1].tail = (last[-1].tail or "").rstrip() + _CLOSING
    else:
        last.text = (last.text or "").rstrip() + _CLOSING


def _pieces(body: etree._Element) -> Iterator[Piece]:
    """Yield what trafilatura's tree holds: <p>, <head>, <quote>, <list> with <item>, lines parted by <lb>."""
    for element in body:
        block = Block.HEADING if element.tag == "head" else Block.PARAGRAPH
        if element.tag == "list":
            yield from (Piece(Block.ITEM, line) for item in element.iter("item") for line in _lines(item))
        elif element.tag == "quote" and len(element):
            yield from (
                _pieces(element)
                if not (element.text or "").strip()
                else map(lambda line: Piece(block, line), _lines(element))
            )
        else:
            yield from (Piece(block, line) for line in _lines(element))


def _lines(element: etree._Element) -> Iterator[str]:
    """Yield the lines of an element, white space folded; empty ones not."""
    for line in element.iter("lb"):
        line.tail = "\n" + (line.tail or "")
    for line in "".join(element.itertext()).split("\n"):
        if words := " ".join(line.split()):
            yield words
