"""A page -> the text that stands for it: what `import` writes, and what quotes of a saved page are found in."""

from collections.abc import Sequence

from sitegen.read.captions import is_caption
from sitegen.read.furniture import MONTHS
from sitegen.read.web.page import Block, Page, Piece

_ITEM = "• "
_CAPTION = "Caption: "
"""Before a caption that could be taken for the story."""
_LONGEST_CAPTION = 400
"""Characters."""


def text_of(page: Page) -> str:
    """Return a page as readable text: headline, byline, dates, then a paragraph a line with empty lines between."""
    head = [f"By {_listed(page.authors)}"] if page.authors else []
    head += [line for line in (_dated("Published", page.published), _dated("Updated", page.modified)) if line]
    blocks = [page.headline, "\n".join(head), *map(_written, page.pieces)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _dated(label: str, iso: str) -> str:
    """Return "Published: 2023-07-18 11:27 +05:30"."""
    day, _, time = iso.partition("T")
    clock, offset = time[:5], time[5:]
    if len(day) == len("2023-07"):
        day = f"{MONTHS[int(day[5:]) - 1].title()} {day[:4]}"
    return " ".join(filter(None, (f"{label}:", day, clock, offset))) if day else ""


def _listed(names: Sequence[str]) -> str:
    """Return "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _written(piece: Piece) -> str:
    if piece.block is Block.ITEM:
        return _ITEM + piece.words
    if piece.block is Block.CAPTION:
        words = piece.words if len(piece.words) <= _LONGEST_CAPTION else piece.words[:_LONGEST_CAPTION] + " …"
        return words if is_caption(words, may_end_story=False) else _CAPTION + words
    return piece.words
