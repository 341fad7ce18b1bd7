"""The order of each layer from top to bottom, with as few crossings as sweeps over the layers find.

The method is that of Sugiyama, Tagawa and Toda (1981), with the medians and the exchange of neighbours of Gansner,
Koutsofios, North and Vo (1993) and the count of crossings of Barth, Mutzel and Jünger (2004).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from sitegen.model.hops import Hops

SWEEPS = 24
PATIENCE = 6
"""Sweeps over all layers, and how many of them may bring nothing before the rest is left out."""
EXCHANGES = 8
"""How often a layer is gone through for neighbours to exchange."""

Columns = list[list[int]]
"""The layers, each from top to bottom."""


class Net(Struct, frozen=True):
    """Sources and bends: where a hop passes a layer on its way, it has a bend there, so that no line meets a box.

    Sources keep their numbers; bends have those above. Hops to one source share their bends, so that they converge.
    """

    columns: Columns
    before: list[list[int]]
    """For each source and bend, its neighbours in the layer before it."""
    after: list[list[int]]
    lines: dict[tuple[int, bool], list[tuple[int, int]]]
    """For each source, and whether the hops are inferred, the pieces of lines that lead to it."""


def net_of(hops: Hops, layers: Sequence[int]) -> Net:
    """Cut the hops into pieces that lead from one layer to the next."""
    columns: Columns = [[] for _ in range(max(layers, default=-1) + 1)]
    for source, layer in enumerate(layers):
        columns[layer].append(source)
    net = Net(columns, [[] for _ in hops], [[] for _ in hops], {})
    bends: dict[tuple[int, bool, int], int] = {}
    for taker, sources in enumerate(hops):
        for source, inferred in sources.items():
            here = taker
            for layer in range(layers[taker] + 1, layers[source]):
                there = bends.get((source, inferred, layer))
                if there is None:
                    there = bends[source, inferred, layer] = _bend(net, layer)
                _join(net, here, there, (source, inferred))
                here = there
            _join(net, here, source, (source, inferred))
    return net


def ordered(net: Net) -> Columns:
    """Return the layers in the best order found; of equally good ones the first."""
    columns = _first_order(net)
    best, fewest, idle = columns, crossings(columns, net.after), 0
    for sweep in range(SWEEPS):
        if not fewest or idle == PATIENCE:
            break
        columns = [list(column) for column in columns]
        _sweep(columns, net, forward=sweep % 2 == 0)
        _exchange(columns, net)
        count = crossings(columns, net.after)
        idle += 1
        if count < fewest:
            best, fewest, idle = columns, count, 0
    return best


def crossings(columns: Columns, after: Sequence[Sequence[int]]) -> int:
    """Count where pieces of lines between neighbouring layers cross."""
    return sum(_crossings_between(left, right, after) for left, right in pairwise(columns))


def _bend(net: Net, layer: int) -> int:
    bend = len(net.before)
    net.before.append([])
    net.after.append([])
    net.columns[layer].append(bend)
    return bend


def _join(net: Net, here: int, there: int, line: tuple[int, bool]) -> None:
    """Note a piece of line, once."""
    pieces = net.lines.setdefault(line, [])
    if (here, there) not in pieces:
        pieces.append((here, there))
    if there not in net.after[here]:
        net.after[here].append(there)
        net.before[there].append(here)


def _first_order(net: Net) -> Columns:
    """Return the order in which one comes by when one follows each line to its end: trees have no crossings then."""
    layer_of = {node: layer for layer, column in enumerate(net.columns) for node in column}
    columns: Columns = [[] for _ in net.columns]
    seen: set[int] = set()
    for start in sorted(layer_of, key=lambda node: (bool(net.before[node]), node)):
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                columns[layer_of[node]].append(node)
                waiting.extend(reversed(net.after[node]))
    return columns


def _sweep(columns: Columns, net: Net, *, forward: bool) -> None:
    """Put each layer into the order of the medians of its neighbours in the layer before it, or in the one after."""
    neighbours = net.before if forward else net.after
    pairs = list(pairwise(columns)) if forward else [(right, left) for left, right in reversed(list(pairwise(columns)))]
    for fixed, free in pairs:
        places = {node: place for place, node in enumerate(fixed)}
        wanted = {node: _median(sorted(places[each] for each in neighbours[node])) for node in free}
        _arrange(free, wanted)


def _arrange(column: list[int], wanted: dict[int, float | None]) -> None:
    """Sort what has neighbours by where it wants to be; what has none stays where it is."""
    moving = iter(sorted((node for node in column if wanted[node] is not None), key=lambda node: wanted[node] or 0))
    column[:] = [node if wanted[node] is None else next(moving) for node in column]


def _median(places: list[int]) -> float | None:
    """Return the middle place; of two, the mean of both, drawn to the side on which neighbours stand closer."""
    if not places:
        return None
    middle = len(places) // 2
    if len(places) % 2:
        return places[middle]
    low, high = places[middle - 1], places[middle]
    left, right = low - places[0], places[-1] - high
    return (low * right + high * left) / (left + right) if left + right else (low + high) / 2


def _exchange(columns: Columns, net: Net) -> None:
    """Exchange neighbours within a layer as long as that takes crossings away."""
    for layer, column in enumerate(columns):
        sides = [
            ({node: place for place, node in enumerate(columns[other])}, neighbours)
            for other, neighbours in ((layer - 1, net.before), (layer + 1, net.after))
            if 0 <= other < len(columns)
        ]
        for _ in range(EXCHANGES):
            if not _exchange_once(column, sides):
                break


def _exchange_once(column: list[int], sides: Sequence[tuple[dict[int, int], Sequence[Sequence[int]]]]) -> bool:
    better = False
    for place in range(len(column) - 1):
        upper, lower = column[place], column[place + 1]
        gain = 0
        for places, neighbours in sides:
            ours, theirs = ([places[each] for each in neighbours[node]] for node in (upper, lower))
            gain += _gain(ours, theirs)
        if gain > 0:
            column[place], column[place + 1] = lower, upper
            better = True
    return better


def _gain(upper: list[int], lower: list[int]) -> int:
    """Return how many fewer crossings there are once two neighbours have changed places."""
    ends = sorted(lower)
    return sum(bisect_left(ends, each) - (len(ends) - bisect_right(ends, each)) for each in upper)


def _crossings_between(left: Sequence[int], right: Sequence[int], after: Sequence[Sequence[int]]) -> int:
    """Count inversions of the ends, the beginnings being in order, with a tree of partial sums."""
    places = {node: place for place, node in enumerate(right)}
    sums = [0] * (len(right) + 1)
    count = seen = 0
    for node in left:
        ends = sorted(places[each] for each in after[node] if each in places)
        count += sum(seen - _sum_to(sums, end + 1) for end in ends)
        for end in ends:
            _add_at(sums, end + 1)
        seen += len(ends)
    return count


def _sum_to(sums: Sequence[int], place: int) -> int:
    return sum(sums[each] for each in _downwards(place))


def _downwards(place: int) -> Iterator[int]:
    while place:
        yield place
        place &= place - 1


def _add_at(sums: list[int], place: int) -> None:
    while place < len(sums):
        sums[place] += 1
        place += place & -place
