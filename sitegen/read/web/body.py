"""The story of a page: trafilatura finds it, and quotation marks that only the markup has are written out."""

import copy
import html
import logging
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from sitegen.read.web.declared import Declared
from sitegen.read.web.page import Block, Piece
from sitegen.read.web.tree import elements, words_of

# What it discards, it tells a log; nobody asked.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_OPENING, _CLOSING = "“", "”"
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|h\d|li|ul|ol|blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_QUOTED = re.compile(r"""["“”«»„]|^['‘]|['’]$""")


def find_story(root: HtmlElement, *, is_strict: bool) -> tuple[Piece, ...]:
    """Return the paragraphs, headings and list items of the story; strict: rather too little than too much."""
    tree = copy.deepcopy(root)
    for element in list(elements(tree, "q", "blockquote")):
        _write_out(element)
    found = bare_extraction(tree, include_comments=False, favor_precision=is_strict)
    body = getattr(found, "body", None)
    return tuple(_pieces(body)) if body is not None else ()


def declared_story(declared: Declared) -> Iterator[Piece]:
    """Yield the paragraphs of the story that the page's JSON-LD holds (`articleBody`)."""
    text = next((body for record in declared.articles() if isinstance(body := record.get("articleBody"), str)), "")
    for line in html.unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", html.unescape(text)))).split("\n"):
        if words := " ".join(line.split()):
            yield Piece(Block.PARAGRAPH, words)


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
    """Yield what trafilatura's tree holds: <p>, <head>, <quote>, <list> of <item>, <table> of <row> of <cell>."""
    for element in body:
        if element.tag == "quote" and len(element) and not (element.text or "").strip():
            yield from _pieces(element)
        elif element.tag == "list":
            yield from (Piece(Block.ITEM, line) for item in element.iter("item") for line in _lines(item))
        elif element.tag == "table":
            yield from _rows(element)
        else:
            block = Block.HEADING if element.tag == "head" else Block.PARAGRAPH
            yield from (Piece(block, line) for line in _lines(element))


def _rows(table: etree._Element) -> Iterator[Piece]:
    """Yield a line for each row of a table; of a table that only lays out the page, what stands in its cells."""
    for row in table.iter("row"):
        cells = list(row.iter("cell"))
        if any(len(cell) for cell in cells):
            yield from (piece for cell in cells for piece in _cell(cell))
        elif words := " ".join(line for cell in cells for line in _lines(cell)):
            yield Piece(Block.PARAGRAPH, words)


def _cell(cell: etree._Element) -> Iterator[Piece]:
    if words := " ".join((cell.text or "").split()):
        yield Piece(Block.PARAGRAPH, words)
    yield from _pieces(cell)


def _lines(element: etree._Element) -> Iterator[str]:
    """Yield the lines of an element, white space folded; empty ones not."""
    for end in element.iter("lb"):
        end.tail = "\n" + (end.tail or "")
    for line in "".join(element.itertext()).split("\n"):
        if words := " ".join(line.split()):
            yield words
