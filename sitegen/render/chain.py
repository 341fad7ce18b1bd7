"""The source chain as a drawing: sources in layers from the publisher, left, to the origins, right."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sitegen.model.brief import Brief, PrintedSource
from sitegen.model.vocabulary import Basis, Identified

WIDTH, HEIGHT = 168, 76
"""Of a box, in pixels at normal size."""
ACROSS, DOWN = 32, 14
"""Between two boxes beside and below one another."""
LINE, LINES = 21, 2
"""Characters that fit on a line of a box, and lines that its kind and its name each have room for."""
LEADING = 16
"""From one line to the next, in pixels at normal size."""
EDGE = 2
"""Around the drawing, so that no stroke is cut off."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words in a box."""

    words: str
    y: int
    """From the top of the box to where the line stands."""
    is_kind: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A source as a box."""

    id: str
    lines: tuple[Line, ...]
    """The kind of the source, then its name."""
    x: int
    y: int
    is_unchecked: bool
    """Whether it is material that needs a check: drawn heavy."""
    is_nameless: bool
    """Whether it is unnamed, or named without being confirmed: drawn dashed."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A hop as a line from the side of one box to the side of another."""

    path: str
    """The `d` of an SVG path."""
    is_inferred: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chain laid out, in pixels at normal size."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    box_width: int = WIDTH
    box_height: int = HEIGHT


def draw(brief: Brief) -> Drawing | None:
    """Lay the sources of a brief out; None where there is no more than one."""
    hops = hops_of(brief)
    if len(brief.sources) < 2:  # noqa: PLR2004  (one box is no chain)
        return None
    layers = layers_of(brief, hops)
    rows = rows_of(brief, hops)
    nodes = {source.id: _node(source, layers[source.id], rows[source.id]) for source in brief.sources}
    edges = [
        _edge(nodes[lower], nodes[upper], is_inferred=inferred)
        for lower, uppers in hops.items()
        for upper, inferred in uppers.items()
    ]
    width = max(node.x for node in nodes.values()) + WIDTH + EDGE
    height = max(node.y for node in nodes.values()) + HEIGHT + EDGE
    return Drawing(width, height, tuple(nodes.values()), tuple(edges))


def hops_of(brief: Brief) -> dict[str, dict[str, bool]]:
    """Return for each source those that it took material from, and whether that is inferred.

    What no source names hangs on the publisher, as the first step of its chain says.
    """
    known = {source.id for source in brief.sources}
    hops: dict[str, dict[str, bool]] = {source.id: {} for source in brief.sources}
    for source in brief.sources:
        for lower, upper in pairwise(source.steps):
            if {lower.source, upper.source} <= known:
                hops[lower.source].setdefault(upper.source, upper.inferred)
        for hop in source.hops:
            if hop.source in known:
                hops[source.id][hop.source] = hop.basis is Basis.INFERRED
    order = {source.id: place for place, source in enumerate(brief.sources)}
    return {lower: dict(sorted(uppers.items(), key=lambda hop: order[hop[0]])) for lower, uppers in hops.items()}


def layers_of(brief: Brief, hops: Mapping[str, Mapping[str, bool]]) -> dict[str, int]:
    """Return the layer of each source: the longest way to it from one that none names, so that all lines go right."""
    pairs = [(lower, upper) for lower, uppers in hops.items() for upper in uppers]
    layers = {source.id: 0 for source in brief.sources}
    # The longest way has as many hops as there are sources; a circle, which has no end, stops here too.
    for _ in brief.sources:
        before = dict(layers)
        for lower, upper in pairs:
            if layers[upper] < layers[lower] + 1 < len(layers):
                layers[upper] = layers[lower] + 1
        if layers == before:
            break
    return layers


def rows_of(brief: Brief, hops: Mapping[str, Mapping[str, bool]]) -> dict[str, float]:
    """Return the row of each source: origins one below the other, the rest in the middle of what they lead to."""
    leads_to = _tree(brief, hops)
    ends = [source for source, uppers in leads_to.items() if not uppers]
    rows: dict[str, float] = {source: row for row, source in enumerate(ends)}
    for source in reversed(leads_to):
        uppers = leads_to[source]
        if uppers:
            rows[source] = sum(rows[upper] for upper in uppers) / len(uppers)
    return rows


def _tree(brief: Brief, hops: Mapping[str, Mapping[str, bool]]) -> dict[str, list[str]]:
    """Return each source with those that stand behind it, every one behind one source only; lower ones come first."""
    named = {upper for uppers in hops.values() for upper in uppers}
    roots = [source.id for source in brief.sources if source.id not in named]
    claimed = set(roots)
    found: dict[str, list[str]] = {}
    for start in (*roots, *(source.id for source in brief.sources)):
        waiting = [] if start in found else [start]
        claimed.add(start)
        while waiting:
            source = waiting.pop()
            found[source] = [upper for upper in hops[source] if upper not in claimed]
            claimed.update(found[source])
            waiting.extend(reversed(found[source]))
    return found


def _node(source: PrintedSource, layer: int, row: float) -> Node:
    return Node(
        source.id,
        tuple(_lines(source)),
        EDGE + layer * (WIDTH + ACROSS),
        EDGE + round(row * (HEIGHT + DOWN)),
        source.unverified,
        source.identified is not Identified.NAMED or source.kind == "not-stated",
    )


def _edge(lower: Node, upper: Node, *, is_inferred: bool) -> Edge:
    """Draw a hop as a curve that leaves and arrives level."""
    x1, y1 = lower.x + WIDTH, lower.y + HEIGHT // 2
    x2, y2 = upper.x, upper.y + HEIGHT // 2
    bend = x1 + ACROSS
    middle = x1 + ACROSS // 2
    return Edge(f"M{x1} {y1}C{middle} {y1} {middle} {y2} {bend} {y2}H{x2}", is_inferred)


def _lines(source: PrintedSource) -> Iterator[Line]:
    """Yield kind and name, cut to what a box has room for and set in its middle; the list below has them whole."""
    kind, name = (_wrapped(text) for text in (source.kind_label, source.name))
    first = (HEIGHT - LEADING * (len(kind) + len(name))) // 2 + 12
    for number, words in enumerate((*kind, *name)):
        yield Line(words, first + LEADING * number, number < len(kind))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, LINE, max_lines=LINES, placeholder=" …")
