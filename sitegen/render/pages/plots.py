"""Plots laid out: stacked columns over time and bars in the rows of a table.

What runs along the page is in per cent of its width and what stands up in pixels, so that nothing shrinks on a phone.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

HEIGHT = 220
"""Of the tallest column, in pixels at normal size."""
TOP = 20
"""Room above the tallest column, for the number beside its line."""
GAP = 0.18
"""Between columns, as a share of the width that each has."""
NAMES = 6
"""Names that have room below the columns, also on a phone."""
STEPS = (1, 2, 5)


class Piece(Struct, frozen=True):
    """A part of a column."""

    name: str
    """What it counts: by this name the style knows its colour and pattern."""
    count: int
    y: float
    height: float


class Column(Struct, frozen=True):
    """A column: its pieces from the bottom up."""

    x: float
    middle: float
    width: float
    name: str
    """What stands below it; empty where there is no room for a name."""
    pieces: tuple[Piece, ...]


class Line(Struct, frozen=True):
    """A line across the plot, and how many it stands for."""

    y: float
    count: int


class Columns(Struct, frozen=True):
    """A plot of columns."""

    height: int
    base: int
    """Where the columns stand."""
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def columns_of(counts: Sequence[Mapping[str, int]], names: Sequence[str]) -> Columns:
    """Stack what each column counts, in its order; `names` stand below, as far as there is room, each once in a row."""
    step = step_of(max((sum(column.values()) for column in counts), default=0))
    most = max(step, -(-max((sum(column.values()) for column in counts), default=0) // step) * step)
    base = TOP + HEIGHT
    share = 100 / max(1, len(counts))
    shown = _shown(names)
    columns = tuple(
        Column(
            round(share * (place + GAP / 2), 3),
            round(share * (place + 0.5), 3),
            round(share * (1 - GAP), 3),
            shown[place],
            _pieces(column, base, most),
        )
        for place, column in enumerate(counts)
    )
    lines = tuple(Line(_height(base, -count, most), count) for count in range(0, most + 1, step))
    return Columns(base + 24, base, columns, lines)


def step_of(most: int) -> int:
    """Return how far apart the lines of a plot are: 1, 2 or 5 times a power of ten, four of them or fewer."""
    power = 1
    while True:
        for step in STEPS:
            if most <= step * power * 4:
                return step * power
        power *= 10


def share_of(count: int, most: int) -> float:
    """Return how far a bar goes, in per cent."""
    return round(100 * count / most, 3) if most else 0


def _pieces(column: Mapping[str, int], base: int, most: int) -> tuple[Piece, ...]:
    pieces = []
    below = 0
    for name, count in column.items():
        if count:
            below += count
            pieces.append(Piece(name, count, _height(base, -below, most), _height(0, count, most)))
    return tuple(pieces)


def _height(base: int, count: int, most: int) -> float:
    return round(base + HEIGHT * count / most, 2)


def _shown(names: Sequence[str]) -> list[str]:
    """Return the names that are printed: where one differs from the one before it, and no more than have room."""
    changed = [place for place, name in enumerate(names) if place == 0 or name != names[place - 1]]
    kept = set(changed[:: -(-len(changed) // NAMES) or 1])
    return [name if place in kept else "" for place, name in enumerate(names)]
