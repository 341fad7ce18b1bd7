"""A picture of few colours: ramps from a ground to what is written on it, so that edges are smooth and files small."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from sitegen.render.cards.faces import Fitted
from sitegen.render.cards.letters import ink_of
from sitegen.render.cards.strokes import BOX, Stroke
from sitegen.render.look import RGB, mixed

LEVELS = 12
"""Steps from a ground to a colour on it."""
_FINER = 4
"""Icons are drawn so many times larger, then made smaller: Pillow draws lines with rough edges."""
_WEIGHT = 1.7
"""The thickness of an icon's lines, as the theme draws them on a square of BOX."""


class Canvas:
    """A picture that is being drawn; its pixels are places in the list of colours."""

    def __init__(self, size: tuple[int, int], ground: RGB) -> None:
        self.colours: list[RGB] = [ground]
        self.image = Image.new("L", size, 0)

    def fill(self, box: tuple[int, int, int, int], colour: RGB) -> None:
        """Fill a box: left, top, right and bottom."""
        self.image.paste(self._index(colour), box)

    def write(self, at: tuple[int, int], fitted: Fitted, colour: RGB, ground: RGB) -> None:
        """Write lines; `at` is left and the first baseline."""
        ink, left, above = ink_of(fitted)
        self._ink(ink, (at[0] - left, at[1] - above), colour, ground)

    def draw(self, box: tuple[int, int, int], strokes: Sequence[Stroke], colour: RGB, ground: RGB) -> None:
        """Draw an icon in a square: left, top and side."""
        left, top, side = box
        self._ink(_icon_mask(tuple(strokes), side), (left, top), colour, ground)

    def png(self) -> bytes:
        """Return the picture as a PNG with a palette."""
        self.image.putpalette(bytes(value for colour in self.colours for value in colour))
        written = BytesIO()
        self.image.save(written, "PNG", compress_level=5)
        return written.getvalue()

    def _ink(self, mask: Image.Image, at: tuple[int, int], colour: RGB, ground: RGB) -> None:
        """Put a colour on where the mask says so; what lies under must be the ground."""
        ramp = [self._index(mixed(ground, colour, level / (LEVELS - 1))) for level in range(LEVELS)]
        levels = [(value * (LEVELS - 1) + 127) // 255 for value in range(256)]
        inked = mask.point([ramp[level] for level in levels])
        self.image.paste(inked, at, mask.point([255 if level else 0 for level in levels]))

    def _index(self, colour: RGB) -> int:
        if colour not in self.colours:
            self.colours.append(colour)
        return self.colours.index(colour)


@lru_cache(maxsize=64)
def _icon_mask(strokes: tuple[Stroke, ...], side: int) -> Image.Image:
    """Return the ink of an icon; there are few."""
    scale = side * _FINER / BOX
    mask = Image.new("L", (side * _FINER, side * _FINER))
    pen = ImageDraw.Draw(mask)
    for stroke in strokes:
        points = [(x * scale, y * scale) for x, y in stroke.points]
        closing = points[:2] if stroke.closed else []
        pen.line([*points, *closing], fill=255, width=round(_WEIGHT * scale), joint="curve")
    return mask.reduce(_FINER)
