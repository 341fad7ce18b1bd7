"""Cards drawn: status, day and icon on a band of the status's colour, then title, reason, and whose brief it is."""

from collections.abc import Iterable, Sequence

from sitegen.render.cards.canvas import Canvas
from sitegen.render.cards.faces import BOLD, SANS, SERIF, Fitted, in_one_line, wrapped
from sitegen.render.cards.strokes import Stroke
from sitegen.render.cards.telling import HEIGHT, WIDTH, Card
from sitegen.render.look import RGB, Look, mixed

MARGIN, RULE = 64, 20
MARK, BAND, BAND_BELOW, FOOT = 104, 204, 164, 544
"""How high the mark is, and the band of the status, alone and below a mark; where the line above the foot stands."""
ICON, ICON_BELOW = 116, 92
ACROSS = WIDTH - 2 * MARGIN
_TINT = 0.1
_CAPITAL = 0.714
"""How high capitals are, in sizes of the face."""
_BELOW = 0.3
"""How far letters hang below their line, in sizes of the face."""
_GAP = 24
"""Space between texts that belong together."""
_ROOM = 34
"""Space above and below the body at the least."""
_SIZES = tuple((title, min(34, 12 + title // 2)) for title in range(72, 10, -2))
"""Sizes of title and reason, the most beautiful first; in the last ones whatever a card may say has space."""


def draw_card(card: Card, look: Look, icon: Sequence[Stroke]) -> bytes:
    """Draw a card as a PNG; without strokes it has no icon."""
    canvas = Canvas((WIDTH, HEIGHT), look.colour("paper"))
    top = _mark(canvas, card, look) if card.mark else 0
    bottom = top + (BAND_BELOW if card.mark else BAND) if card.title or card.reason else FOOT
    _band(canvas, card, look, icon, (top, bottom))
    _body(canvas, card, look, bottom)
    if bottom < FOOT:
        canvas.fill((MARGIN, FOOT, WIDTH - MARGIN, FOOT + 2), look.colour("line", "soft"))
    _foot(canvas, card, look)
    return canvas.png()


def _mark(canvas: Canvas, card: Card, look: Look) -> int:
    """Draw what stands before all else, light on dark, and return where it ends."""
    ground = look.colour("ink")
    canvas.fill((0, 0, WIDTH, MARK), ground)
    mark = in_one_line(card.mark, BOLD, range(46, 20, -2), ACROSS)
    _stack(canvas, MARGIN, (0, MARK), [(mark, look.on("paper", ground))], ground)
    return MARK


def _band(canvas: Canvas, card: Card, look: Look, icon: Sequence[Stroke], sides: tuple[int, int]) -> None:
    """Draw the status: icon, word and day on its tint, with a rule of its colour along the whole card."""
    top, bottom = sides
    name = "mixed" if card.look == "withdrawn" else card.look
    paper = look.colour("paper")
    tint = mixed(paper, look.colour(name), _TINT)
    colour = look.on(name, tint)
    canvas.fill((0, top, WIDTH, bottom), tint)
    canvas.fill((0, top, RULE, HEIGHT), look.on(name, paper))
    side = ICON_BELOW if card.mark else ICON
    left = MARGIN
    if icon:
        canvas.draw((left, (top + bottom - side) // 2, side), icon, colour, tint)
        left += side + MARGIN // 2
    width = WIDTH - MARGIN - left
    written = [(in_one_line(card.status, BOLD, range(64 if card.mark else 76, 28, -2), width), colour)]
    if card.day:
        room = bottom - top - 2 * _GAP - written[0][0].size
        tried = (wrapped(card.day, SANS, size, width, even=True) for size in range(36, 16, -2))
        day = next((each for each in tried if each.step * len(each.lines) <= room), None)
        day = day or in_one_line(card.day, SANS, (), width)
        written.append((day, look.on("ink", tint)))
    _stack(canvas, left, sides, written, tint)


def _body(canvas: Canvas, card: Card, look: Look, top: int) -> None:
    """Draw title and reason in the first pair of sizes that there is space for."""
    paper = look.colour("paper")
    written: list[tuple[Fitted, RGB]] = []
    for title, reason in _SIZES:
        written = []
        if card.title:
            written.append((wrapped(card.title, SERIF, title, ACROSS, even=True), look.on("ink", paper)))
        if card.reason:
            written.append((wrapped(card.reason, SANS, reason, ACROSS), look.on("soft", paper)))
        if _height(text for text, _ in written) + 2 * _ROOM <= FOOT - top:
            break
    _stack(canvas, MARGIN, (top, FOOT), written, paper)


def _foot(canvas: Canvas, card: Card, look: Look) -> None:
    """Draw what it is a brief of, and the site's name at the other side."""
    paper = look.colour("paper")
    sizes = range(28, 14, -1)
    site = in_one_line(card.site, BOLD, sizes, ACROSS // 2 - _GAP)
    sides = (FOOT, HEIGHT)
    _stack(canvas, round(WIDTH - MARGIN - site.width), sides, [(site, look.on("accent", paper))], paper)
    if card.of:
        of = in_one_line(card.of, SANS, sizes, ACROSS - site.width - 2 * _GAP)
        _stack(canvas, MARGIN, sides, [(of, look.on("soft", paper))], paper)


def _stack(
    canvas: Canvas, left: int, sides: tuple[int, int], written: Sequence[tuple[Fitted, RGB]], ground: RGB
) -> None:
    """Write texts one below the other, as a whole in the middle between top and bottom."""
    at = (sum(sides) - _height(text for text, _ in written)) // 2
    for text, colour in written:
        at += round(text.size * _CAPITAL)
        canvas.write((left, at), text, colour, ground)
        at += text.step * (len(text.lines) - 1) + _gap(text)


def _height(texts: Iterable[Fitted]) -> int:
    """Return how high texts are that stand one below the other, from the first capitals to the last baseline."""
    stacked = [*texts]
    high = sum(round(text.size * _CAPITAL) + text.step * (len(text.lines) - 1) for text in stacked)
    return high + sum(map(_gap, stacked[:-1]))


def _gap(text: Fitted) -> int:
    """Return how far the capitals of what follows stand below a text's last baseline."""
    return round(text.size * _BELOW) + _GAP // (1 if text.face == SERIF else 3)
