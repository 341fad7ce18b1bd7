"""The layer of each source: the publisher in the first, and every hop leads to a later one."""

from sitegen.model.hops import Hops, in_order, takers_of


def layers_of(hops: Hops) -> list[int]:
    """Return the layers, numbered from 0: as near to the publisher as hops allow, then nearer to what they lead to."""
    order, takers = in_order(hops), takers_of(hops)
    layers = [0] * len(hops)
    for taker in order:
        for source in hops[taker]:
            layers[source] = max(layers[source], layers[taker] + 1)
    _shorten(layers, hops, takers, order)
    return layers


def _shorten(layers: list[int], hops: Hops, takers: list[list[int]], order: list[int]) -> None:
    """Move a source towards the origins where that makes more hops shorter than longer.

    The last come first, so that one visit each is enough: nothing behind a source moves after it.
    """
    for source in reversed(order):
        if takers[source] and len(hops[source]) > len(takers[source]):
            layers[source] = min(layers[upper] for upper in hops[source]) - 1
