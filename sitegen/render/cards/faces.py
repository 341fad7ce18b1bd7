"""The faces that cards are drawn with, and how texts are fitted into a space."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct
from PIL import ImageFont

from sitegen.render.cards.characters import FONTS

SERIF, BOLD, SANS = "NotoSerif-SemiBold", "NotoSans-Bold", "NotoSans-Medium"
LEADING = 1.27
"""From one baseline to the next, in sizes of the face."""
_MEASURED = 200
"""The size in which words are measured: lengths in all others follow from it, since the faces are not hinted."""


class Fitted(Struct, frozen=True):
    """A text broken into lines, none longer than its width, in pixels."""

    face: str
    size: int
    lines: tuple[str, ...]
    width: float

    @property
    def step(self) -> int:
        """Return how far its baselines stand apart."""
        return round(self.size * LEADING)


@cache
def face(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a face in a size, in pixels."""
    return ImageFont.truetype(FONTS / f"{name}.ttf", size)


def in_one_line(text: str, name: str, sizes: Iterable[int], width: float) -> Fitted:
    """Return a text in the first size in which it takes no more than a line, else smaller than all of them."""
    length = length_of(name, text)
    size = next((size for size in sizes if length * size <= width), int(width / max(length, 1)))
    return Fitted(name, size, (text,), length * size)


def wrapped(text: str, name: str, size: int, width: float, *, even: bool = False) -> Fitted:
    """Break a text into lines; even ones are as short as their number allows."""
    units = width / size
    pieces = [(piece, length_of(name, piece)) for word in text.split() for piece in _pieces(word, name, units)]
    space = length_of(name, " ")
    lines = _lines(pieces, space, units)
    if even and len(lines) > 1:
        lines = _even(pieces, space, units, len(lines))
    return Fitted(name, size, tuple(lines), width)


@lru_cache(maxsize=8192)
def length_of(name: str, text: str) -> float:
    """Return how long a text is, in sizes of its face."""
    return face(name, _MEASURED).getlength(text) / _MEASURED


def _lines(pieces: Iterable[tuple[str, float]], space: float, width: float) -> list[str]:
    lines: list[list[str]] = []
    used = 0.0
    for piece, length in pieces:
        if lines and used + space + length <= width:
            lines[-1].append(piece)
            used += space + length
        else:
            lines.append([piece])
            used = length
    return [" ".join(line) for line in lines]


def _even(pieces: Sequence[tuple[str, float]], space: float, width: float, number: int) -> list[str]:
    """Break into so many lines that are as short as may be, to half the size of the face."""
    narrow = width / 2
    while width - narrow > 1 / 2:
        between = (width + narrow) / 2
        if len(_lines(pieces, space, between)) == number:
            width = between
        else:
            narrow = between
    return _lines(pieces, space, width)


def _pieces(word: str, name: str, width: float) -> Iterator[str]:
    """Yield a word, in pieces where it is longer than a line."""
    while (length := length_of(name, word)) > width:
        fitting = max(1, int(len(word) * width / length))
        while fitting > 1 and length_of(name, word[:fitting]) > width:
            fitting -= 1
        yield word[:fitting]
        word = word[fitting:]
    yield word
