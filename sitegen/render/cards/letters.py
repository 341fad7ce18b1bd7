"""Texts set from single letters, each drawn once a process, since drawing them takes longest of all."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from unicodedata import combining

from msgspec import Struct
from PIL import Image, ImageDraw

from sitegen.render.cards.faces import Fitted, face, length_of

_FINER = 2
"""Letters are drawn so many times larger, then made smaller: Pillow sets them on whole pixels."""


class _Letter(Struct, frozen=True):
    """A letter, with the marks on it, as Pillow drew it."""

    ink: Image.Image
    left: int
    """Where its ink begins, from its own place on the line."""
    top: int
    """Where its ink begins, from the top of the line."""


def ink_of(fitted: Fitted) -> tuple[Image.Image, int, int]:
    """Return the ink of a text's lines, and how far it begins left of the first letter and above the first baseline."""
    edge, above, high = _room(fitted.size)
    longest = max((length_of(fitted.face, line) for line in fitted.lines), default=0)
    size = (round(longest * fitted.size) + 2 * edge, high + fitted.step * (len(fitted.lines) - 1))
    ink = Image.new("L", size)
    for number, line in enumerate(fitted.lines):
        for letters, place in _places(fitted.face, line):
            whole, rest = divmod(round(place * fitted.size * _FINER), _FINER)
            if letter := _letter(fitted.face, fitted.size, letters, rest):
                ink.paste(255, (edge + whole + letter.left, number * fitted.step + letter.top), letter.ink)
    return ink, edge, above


def _room(size: int) -> tuple[int, int, int]:
    """Return how far ink may stand out beside a line, where its baseline is, and how high it is, in pixels."""
    return size, round(size * 1.2), round(size * 1.6)


def _places(name: str, line: str) -> Iterator[tuple[str, float]]:
    """Yield letters and where they stand, in sizes of the face."""
    letters = list[str]()
    for sign in line:
        if letters and combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)
    place = 0.0
    for one, following in pairwise((*letters, "")):
        yield one, place
        place += _advance(name, one, following)


@lru_cache(maxsize=16384)
def _advance(name: str, one: str, following: str) -> float:
    """Return how far a letter stands from the one before it, in sizes of the face; pairs stand closer or wider."""
    return length_of(name, one + following) - length_of(name, following)


@lru_cache(maxsize=4096)
def _letter(name: str, size: int, letters: str, rest: int) -> _Letter | None:
    """Draw a letter so many finer pixels right of a whole one; None where it has no ink, as a space."""
    font = face(name, size * _FINER)
    edge, above, high = _room(size)
    mask = Image.new("L", ((round(font.getlength(letters) / _FINER) + 2 * edge) * _FINER, high * _FINER))
    at_baseline = (edge * _FINER + rest, above * _FINER)
    ImageDraw.Draw(mask).text(at_baseline, letters, fill=255, font=font, anchor="ls")
    small = mask.reduce(_FINER)
    box = small.getbbox()
    return _Letter(small.crop(box), box[0] - edge, box[1]) if box else None
