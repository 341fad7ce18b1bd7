"""What pictures take from the theme: its light colours and its icons, which so keep one home."""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from msgspec import Struct

from sitegen.theme import Theme

RGB = tuple[int, int, int]

READABLE = 4.5
"""The contrast that text needs at the least (WCAG 2.2, 1.4.3)."""
ICONS = "macros/icons.html"
_COLOUR = re.compile(r"--([\w-]+):\s*(?:light-dark\(\s*)?#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
_PAPER = "print.css"
_STEPS = 20


class Look(Struct, frozen=True):
    """Colours by the names that stylesheets give them."""

    colours: tuple[tuple[str, RGB], ...]
    icons: str
    """A hash of the file that draws the icons."""

    def colour(self, name: str, default: str = "ink") -> RGB:
        """Return a colour, or another in its place where the theme does not name it as we read it."""
        return dict(self.colours).get(name) or dict(self.colours).get(default, (0, 0, 0))

    def on(self, name: str, ground: RGB) -> RGB:
        """Return a colour as it can be read on this ground: darker or lighter as far as that needs it."""
        colour = self.colour(name)
        end = max(((0, 0, 0), (255, 255, 255)), key=lambda each: contrast(each, ground))
        steps = (mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
        return next(each for each in steps if contrast(each, ground) >= READABLE)


def look_of(theme: Theme, accent: str) -> Look:
    """Read the colours of a theme, with the project's own accent where it has one."""
    files = sorted(theme.folder("css"), key=lambda file: theme.adds(f"css/{file[0]}"))
    found = {"paper": (255, 255, 255), "accent": (0, 0, 0)}
    for name, contents in files:
        if name != _PAPER:
            found |= _colours(contents.decode(errors="replace"))
    found |= _colours(f"--accent: {accent}")
    return Look(tuple(sorted(found.items())), sha256(theme.files[ICONS]).hexdigest())


@lru_cache(maxsize=1024)
def mixed(one: RGB, other: RGB, share: float) -> RGB:
    """Return a colour with this share of another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


@lru_cache(maxsize=256)
def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: RGB) -> float:
    """Return the relative luminance (WCAG 2.2) of an sRGB colour."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  (the standard's numbers)
        for c in (each / 255 for each in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colours(css: str) -> Iterator[tuple[str, RGB]]:
    for name, digits in _COLOUR.findall(css):
        six = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)  # noqa: PLR2004  (#rrggbb)
        yield name, (int(six[:2], 16), int(six[2:4], 16), int(six[4:], 16))
