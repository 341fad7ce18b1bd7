"""The boxes of the wide drawing: how tall each is, and where its words and links stand in it.

Everything is counted from the point where its words begin, so that a mirrored page can turn each text round on the
spot.
"""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.render.chain.measuring import width_of, wrapped
from sitegen.render.chain.shown import Resting, Shown

INSET, TOP, FOOT = 10, 8, 8
"""From the edges of a box to its words, in pixels."""
ICON = 21
"""What an icon takes of the line beside it."""
NAME, SMALL, LEADING = 13.5, 12.5, 17
"""Sizes of text, and from one line to the next."""
BOLD = 1.1
"""How much wider bold letters are."""
NAME_LINES, KIND_LINES, SIGN_LINES = 3, 2, 2
LINK, LINK_GAP, LINK_INSET = 24, 4, 12
"""Height of a link and its least width, between two, and what a link is wider than its words."""


class Line(Struct, frozen=True):
    """A line of words."""

    role: str
    """"kind", "name", or "sign" and the name of the sign."""
    words: str
    x: int
    y: int


class Link(Struct, frozen=True):
    """A link to a quote."""

    quote: Resting
    x: int
    """Its middle."""
    y: int
    """Its top."""
    width: int


class Content(Struct, frozen=True):
    """What stands in a box."""

    lines: tuple[Line, ...]
    links: tuple[Link, ...]
    height: int
    """Of the box."""


def content_of(source: Shown, width: int) -> Content:
    """Lay out the words of a box of this width."""
    room = width - 2 * INSET
    lines: list[Line] = []
    y = TOP + 12
    for role, words, x in _lines(source, room):
        lines.append(Line(role, words, x, y))
        y += LEADING
    top = y - 12 + 3
    links = tuple(_links(source, room, top))
    foot = links[-1].y + LINK if links else y - LEADING + 5
    return Content(tuple(lines), links, foot + FOOT)


def _lines(source: Shown, room: int) -> Iterator[tuple[str, str, int]]:
    yield from (("kind", words, ICON) for words in wrapped(source.kind_label, room - ICON, SMALL, KIND_LINES))
    yield from (("name", words, 0) for words in wrapped(source.name, room, NAME * BOLD, NAME_LINES))
    for sign in source.signs:
        yield from ((f"sign {sign.name}", words, 0) for words in wrapped(sign.words, room, SMALL * BOLD, SIGN_LINES))


def _links(source: Shown, room: int, top: int) -> Iterator[Link]:
    left = 0
    for quote in source.quotes:
        width = max(LINK, round(width_of(quote.words, SMALL)) + LINK_INSET)
        if left and left + width > room:
            left, top = 0, top + LINK + LINK_GAP
        yield Link(quote, left + width // 2, top, width)
        left += width + LINK_GAP
