"""A picture of few colours: ramps from a ground to what is written on it, so that edges are smooth and files small."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from sitegen.render.cards.faces import Fitted, face
from sitegen.render.cards.strokes import BOX, Stroke
from sitegen.render.look import RGB, mixed

LEVELS = 12
"""Steps from a ground to a colour on it."""
_FINER, _FINER_TEXT = 4, 2
"""Icons and texts are drawn so many times larger, then made smaller: Pillow draws lines with rough edges, and sets
characters on whole pixels."""
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
        font = face(fitted.face, fitted.size * _FINER_TEXT)
        edge, above, high = fitted.size, round(fitted.size * 1.2), round(fitted.size * 1.6)
        for number, line in enumerate(fitted.lines):
            size = (round(font.getlength(line)) + 2 * edge * _FINER_TEXT, high * _FINER_TEXT)
            mask = Image.new("L", size)
            at_baseline = (edge * _FINER_TEXT, above * _FINER_TEXT)
            ImageDraw.Draw(mask).text(at_baseline, line, fill=255, font=font, anchor="ls")
            place = (at[0] - edge, at[1] - above + number * fitted.step)
            self._ink(mask.reduce(_FINER_TEXT), place, colour, ground)

    def draw(self, box: tuple[int, int, int], strokes: Sequence[Stroke], colour: RGB, ground: RGB) -> None:
        """Draw an icon in a square: left, top and side."""
        left, top, side = box
        scale = side * _FINER / BOX
        mask = Image.new("L", (side * _FINER, side * _FINER))
        pen = ImageDraw.Draw(mask)
        for stroke in strokes:
            points = [(x * scale, y * scale) for x, y in stroke.points]
            closing = points[:2] if stroke.closed else []
            pen.line([*points, *closing], fill=255, width=round(_WEIGHT * scale), joint="curve")
        self._ink(mask.reduce(_FINER), (left, top), colour, ground)

    def png(self) -> bytes:
        """Return the picture as a PNG with a palette."""
        self.image.putpalette(bytes(value for colour in self.colours for value in colour))
        written = BytesIO()
        self.image.save(written, "PNG", compress_level=6)
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
