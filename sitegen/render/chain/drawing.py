"""The wide drawing: the publisher left, the origins right, every hop a line that meets no box."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.model.hops import Hops
from sitegen.render.chain.boxes import INSET, SMALL, Content, content_of
from sitegen.render.chain.layers import layers_of
from sitegen.render.chain.measuring import width_of
from sitegen.render.chain.ordering import Net, net_of, ordered
from sitegen.render.chain.placing import placed
from sitegen.render.chain.shown import Shown, style_of
from sitegen.words import Words

WIDTHS = {2: 408, 3: 640, 4: 860, 5: 1066, 6: 1066}
"""How wide a drawing of so many layers may be, in pixels at normal size; chain.css shows it where there is room for
nine tenths of that, and on paper 860 are what leaves small text at seven points. With more layers than these, the
words would have no room: the narrow drawing shows such chains everywhere."""
LEAST_BOX, BOX = 140, 176
"""The least that a box is wide where gaps have room for words, and the most."""
GAP, WIDE_GAP = 40, 56
"""Between two layers, at the least, and at the most unless a word needs more."""
LONGEST = 72
"""The most room that a word on a line is given."""
LEVEL = 4
"""A hop that would go up or down by no more than this goes straight."""
EDGE = 2
"""Around the drawing, so that no stroke is cut off."""
TIP = 8
"""Length of an arrowhead, which points to who took."""
ABOVE, BELOW = 5, 13
"""From a line to the foot of a word above or below it."""
TALL = 1200
"""What is higher than this would be cut by the edge of a sheet of paper."""


class Box(Struct, frozen=True):
    """A source as a box; its place is where its words begin, at its top."""

    source: Shown
    x: int
    y: int
    content: Content


class Line(Struct, frozen=True):
    """All hops of one basis that lead to one source, as the lines of one path."""

    source: str
    path: str
    """The `d` of an SVG path."""
    style: str
    """Its classes."""


class Label(Struct, frozen=True):
    """The word "inferred", which ends at a place on its line."""

    words: str
    x: int
    y: int


class Drawing(Struct, frozen=True):
    """A chain laid out, in pixels at normal size."""

    width: int
    height: int
    layers: int
    box_width: int
    inset: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    tips: str
    """All arrowheads as one path."""
    labels: tuple[Label, ...]

    @property
    def is_tall(self) -> bool:
        """Whether it would not fit on a sheet of paper."""
        return self.height > TALL


class Sheet(Struct, frozen=True):
    """The measures that lines are drawn by."""

    layer_of: dict[int, int]
    middles: Sequence[int]
    box: int
    gap: int

    def left(self, node: int) -> int:
        """Return where a source or bend begins."""
        return EDGE + self.layer_of[node] * (self.box + self.gap)

    def right(self, node: int) -> int:
        """Return where it ends."""
        return self.left(node) + self.box


def draw_wide(shown: Sequence[Shown], hops: Hops, words: Words) -> Drawing | None:
    """Draw a chain from left to right; None where it is too long for that."""
    layers = layers_of(hops)
    count = max(layers) + 1
    if count not in WIDTHS:
        return None
    word = words("sources.inferred")
    gap, box = _measures(count, word if any(any(each.values()) for each in hops) else "")
    contents = [content_of(each, box) for each in shown]
    net = net_of(hops, layers)
    columns = ordered(net)
    middles = placed(columns, net, [content.height for content in contents])
    layer_of = {node: layer for layer, column in enumerate(columns) for node in column}
    sheet = Sheet(layer_of, [middle + EDGE for middle in middles], box, gap)
    boxes = tuple(
        Box(each, sheet.left(n) + INSET, sheet.middles[n] - contents[n].height // 2, contents[n])
        for n, each in enumerate(shown)
    )
    return Drawing(
        EDGE * 2 + count * box + (count - 1) * gap,
        max(each.y + each.content.height for each in boxes) + EDGE,
        count,
        box,
        INSET,
        boxes,
        tuple(_lines(net, shown, sheet)),
        "".join(_tip(sheet.right(n), sheet.middles[n]) for n, sources in enumerate(hops) if sources),
        tuple(_labels(net, shown, sheet, word)),
    )


def _measures(layers: int, word: str) -> tuple[int, int]:
    """Return the width of gaps and boxes; a gap has room for the word on its lines where that leaves boxes enough."""
    room, between = WIDTHS[layers] - 2 * EDGE, layers - 1
    gap = max(GAP, min(WIDE_GAP, (room - layers * BOX) // between))
    with_word = max(gap, min(LONGEST, round(width_of(word, SMALL)) + TIP))
    if (room - between * with_word) // layers >= LEAST_BOX:
        gap = with_word
    return gap, min(BOX, (room - between * gap) // layers)


def _lines(net: Net, shown: Sequence[Shown], sheet: Sheet) -> Iterator[Line]:
    """Yield the lines in the order of the sources, those that converge on one last: they are drawn above the others."""
    for source, inferred in sorted(net.lines, key=lambda line: (shown[line[0]].is_joint, line)):
        path = "".join(_piece(here, there, len(shown), sheet) for here, there in net.lines[source, inferred])
        yield Line(shown[source].id, path, style_of(shown[source], inferred=inferred))


def _piece(here: int, there: int, sources: int, sheet: Sheet) -> str:
    """Draw a piece of a line through the gap between two layers, where no box is, and on through a bend."""
    x1, y1, x2, y2 = sheet.right(here), sheet.middles[here], sheet.left(there), sheet.middles[there]
    start = x1 + (TIP - 1 if here < sources else 0)
    through = sheet.right(there) if there >= sources else x2
    if y1 == y2 or (there < sources and abs(y1 - y2) <= LEVEL):
        return f"M{start} {y1}H{through}"
    middle = (x1 + x2) // 2
    level = f"M{start} {y1}C{middle + TIP // 2} {y1} {middle} {y2} {x2} {y2}"
    return f"{level}H{through}" if through != x2 else level


def _tip(x: int, y: int) -> str:
    return f"M{x} {y}l{TIP} -{TIP // 2}v{TIP}z"


def _labels(net: Net, shown: Sequence[Shown], sheet: Sheet, word: str) -> Iterator[Label]:
    """Yield the word where only inferred hops arrive, before the box; elsewhere on a bend, if there is one."""
    fits = width_of(word, SMALL) <= sheet.gap
    for source, inferred in sorted(net.lines):
        last = [here for here, there in net.lines[source, inferred] if there == source]
        bends = [here for here in last if here >= len(shown)]
        if inferred and fits and (source, False) not in net.lines:
            y = sheet.middles[source]
            comes_from_above = sum(sheet.middles[here] - y for here in last) < -LEVEL
            yield Label(word, sheet.left(source) - 3, y + (BELOW if comes_from_above else -ABOVE))
        elif inferred and bends:
            yield Label(word, sheet.right(bends[0]) - 3, sheet.middles[bends[0]] - ABOVE)
