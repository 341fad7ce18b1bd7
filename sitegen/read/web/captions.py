"""The captions of a story's pictures, put where they stand between its paragraphs."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from sitegen.read.web.page import Block, Piece
from sitegen.read.web.tree import SILENT, names_of, words_of

_CALLED = re.compile(
    r"(?:^|[\s_-])(?:captions?|(?:photo|image|picture)-?(?:credits?|captions?))(?:$|[\s_-])", re.IGNORECASE
)
_LONGEST = 600
"""Characters."""
_NEAR = 4_000
"""Letters before the story's first paragraph within which the caption of its first picture stands."""

Found = tuple[int, str]
"""A caption: after how many letters of the page it begins, and its words."""


def with_captions(root: HtmlElement, pieces: Sequence[Piece], headline: str) -> Iterator[Piece]:
    """Yield the story's pieces with its captions between them; a piece that is a caption on the page is one here."""
    letters, captions = _read(root)
    known = {words for _, words in captions}
    story = [piece for piece in pieces if piece.words not in known]
    places = list(_places(letters, story))
    first = next((place for place in places if place), 0)
    start = max(letters.rfind(_letters(headline), 0, first), first - _NEAR, 0)
    inside = [found for found in captions if start <= found[0] <= max(places, default=0)]
    for piece, place in zip(story, places, strict=True):
        while inside and inside[0][0] < place:
            yield Piece(Block.CAPTION, inside.pop(0)[1])
        yield piece


def _places(letters: str, story: Sequence[Piece]) -> Iterator[int]:
    """Yield after how many letters each piece begins; that of the piece before it where it is not found."""
    place = end = 0
    for piece in story:
        wanted = _letters(piece.words)
        found = letters.find(wanted, end)
        if found >= 0 and wanted:
            place, end = found, found + len(wanted)
        yield place


def _read(root: HtmlElement) -> tuple[str, list[Found]]:
    """Return the letters that a page shows, and its captions, each once."""
    shown: list[str] = []
    captions: dict[str, int] = {}
    length = 0
    for element, text in _walk(root):
        words = words_of(element) if element is not None and _is_caption(element) else ""
        if 0 < len(words) <= _LONGEST and not any(words in other for other in captions):
            captions[words] = length
        shown.append(_letters(text))
        length += len(shown[-1])
    return "".join(shown), [(place, words) for words, place in captions.items()]


def _walk(root: HtmlElement) -> Iterator[tuple[HtmlElement | None, str]]:
    """Yield each visible element with the text that it begins with, and in their places the texts behind elements."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield None, element.tail or ""
        elif element.tag in SILENT:
            walk.skip_subtree()
        else:
            yield element, element.text or ""


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or bool(_CALLED.search(names_of(element)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
