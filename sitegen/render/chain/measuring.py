"""How wide words are drawn: an estimate on the safe side, since nobody knows which font a reader's device has."""

import unicodedata
from functools import lru_cache

NARROW, WIDE = frozenset("iljtfrI.,:;'’‘|!()[]- "), frozenset("mwMW@%—…█&")
"""Letters that are narrow or wide in every sans-serif font."""


@lru_cache(maxsize=8192)
def width_of(text: str, size: float) -> float:
    """Return the width of text in pixels, at a size in pixels."""
    return sum(_ems(letter) for letter in text) * size


def wrapped(text: str, width: float, size: float, lines: int) -> list[str]:
    """Return text in lines of at most this width; where it needs more lines than there may be, "…" ends the last."""
    found = [""]
    for word in text.split():
        for piece in _pieces(word, width, size):
            longer = f"{found[-1]} {piece}".strip()
            if width_of(longer, size) <= width:
                found[-1] = longer
            else:
                found.append(piece)
    return found if len(found) <= lines else [*found[: lines - 1], _cut(found[lines - 1], width, size)]


def _pieces(word: str, width: float, size: float) -> list[str]:
    """Return a word in pieces that each fit on a line."""
    if width_of(word, size) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width_of(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, width: float, size: float) -> str:
    while line and width_of(f"{line} …", size) > width:
        line = line[:-1].rstrip()
    return f"{line} …".strip()


@lru_cache(maxsize=1024)
def _ems(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if letter in NARROW:
        return 0.39
    if letter in WIDE or unicodedata.east_asian_width(letter) in "WF":
        return 1
    return 0.72 if letter.isupper() else 0.62
