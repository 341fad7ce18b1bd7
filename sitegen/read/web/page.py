"""What a saved page says: its article and the facts about it, told apart by the rules of docs/pages.md."""

from enum import StrEnum

from msgspec import Struct


class Block(StrEnum):
    """What a piece of a page is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"


class Piece(Struct, frozen=True):
    """A paragraph, heading, list item or caption, white space folded."""

    block: Block
    words: str


class Page(Struct, frozen=True):
    """A news page, read; what it does not say is empty."""

    headline: str
    authors: tuple[str, ...]
    published: str
    """ISO 8601, as much as is sure; with an offset where the page has one."""
    modified: str
    """The same; empty where it equals `published`."""
    publisher: str
    url: str
    language: str
    """BCP 47: "en", "en-GB"."""
    pieces: tuple[Piece, ...]


class Fault(Struct, frozen=True):
    """Why a page is not read."""

    message: str
    line: int = 1
