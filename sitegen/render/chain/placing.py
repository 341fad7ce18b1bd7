"""How far down each source and bend stands: lines as straight as the order and the heights of the boxes allow."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.render.chain.ordering import Columns, Net

SWEEPS = 24
BETWEEN, BETWEEN_LINES = 14, 12
"""Between a box and what stands below it, and between two lines that pass one layer, in pixels."""
BEND_TO_BEND, BEND_TO_BOX = 8, 2
"""How much more a long line wants to be straight than the end of one, or a hop from box to box, does."""


def placed(columns: Columns, net: Net, heights: Sequence[int]) -> list[int]:
    """Return the middle of each source and bend, in pixels; the least top is 0. Bends have no height."""
    tall = [*heights, *[0] * (len(net.before) - len(heights))]
    sizes = [[tall[node] for node in column] for column in columns]
    apart = [_apart(column, size, len(heights)) for column, size in zip(columns, sizes, strict=True)]
    middles = [0.0] * len(tall)
    for column, steps in zip(columns, apart, strict=True):
        _settle(column, steps, dict.fromkeys(column, (0.0, 1.0)), middles)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for column, steps in _in_turn(columns, apart, forward=forward):
            wishes = {node: _wish(node, net, middles, len(heights), forward=forward) for node in column}
            _settle(column, steps, wishes, middles)
    return _whole(columns, apart, middles, tall)


def _apart(column: Sequence[int], sizes: Sequence[int], sources: int) -> list[int]:
    """Return how far the middle of each must stay below that of the one above it; the first one's is 0."""
    steps = [0]
    for (upper, above), (lower, below) in pairwise(zip(column, sizes, strict=True)):
        gap = BETWEEN_LINES if min(upper, lower) >= sources else BETWEEN
        steps.append(gap + (above + below + 1) // 2)
    return steps


def _in_turn(columns: Columns, apart: Sequence[list[int]], *, forward: bool) -> Iterator[tuple[list[int], list[int]]]:
    pairs = list(zip(columns, apart, strict=True))
    yield from pairs if forward else reversed(pairs)


def _wish(node: int, net: Net, middles: Sequence[float], sources: int, *, forward: bool) -> tuple[float, float]:
    """Return where something wants to stand, and how much: level with its neighbours on one side."""
    near = (net.before if forward else net.after)[node]
    if not near:
        return middles[node], 0.1
    weights = [_pull(node, each, sources) for each in near]
    return sum(w * middles[each] for w, each in zip(weights, near, strict=True)) / sum(weights), sum(weights)


def _pull(one: int, other: int, sources: int) -> int:
    bends = (one >= sources) + (other >= sources)
    return (1, BEND_TO_BOX, BEND_TO_BEND)[bends]


def _settle(
    column: Sequence[int], steps: Sequence[int], wishes: Mapping[int, tuple[float, float]], middles: list[float]
) -> None:
    """Put a layer where the sum of the squared distances from its wishes is least, the order and the gaps kept.

    With the gaps taken off, that is least squares under an order, which pooling neighbours that are the wrong way
    round solves exactly (Ayer and others, 1955).
    """
    pools: list[tuple[float, float, int]] = []
    offset, offsets = 0, []
    for node, step in zip(column, steps, strict=True):
        offset += step
        offsets.append(offset)
        wish, weight = wishes[node]
        mean, total, size = wish - offset, weight, 1
        while pools and pools[-1][0] >= mean:
            other, heavy, more = pools.pop()
            mean = (mean * total + other * heavy) / (total + heavy)
            total, size = total + heavy, size + more
        pools.append((mean, total, size))
    level = [mean for mean, _, size in pools for _ in range(size)]
    for node, mean, offset in zip(column, level, offsets, strict=True):
        middles[node] = mean + offset


def _whole(columns: Columns, apart: Sequence[list[int]], middles: Sequence[float], tall: Sequence[int]) -> list[int]:
    """Round to whole pixels without losing a gap."""
    top = min((middles[node] - tall[node] / 2 for column in columns for node in column), default=0.0)
    found = [0] * len(tall)
    for column, steps in zip(columns, apart, strict=True):
        least = 0
        for node, step in zip(column, steps, strict=True):
            found[node] = max(least + step, round(middles[node] - top))
            least = found[node]
    lift = min((found[node] - tall[node] // 2 for column in columns for node in column), default=0)
    return [middle - lift for middle in found]
