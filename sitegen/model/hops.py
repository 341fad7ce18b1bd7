"""Who took material from whom in a brief, by number, without circles."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.model.brief import Brief
from sitegen.model.vocabulary import Basis

Hops = Sequence[Mapping[int, bool]]
"""For each source, by its number in the brief, those that it took material from, and whether that is inferred."""


def hops_of(brief: Brief) -> Hops:
    """Return the hops of a brief, each once.

    What no source names hangs on the publisher, as the first step of its chain says.
    """
    numbers = {source.id: number for number, source in reversed(list(enumerate(brief.sources)))}
    found: list[dict[int, bool]] = [{} for _ in brief.sources]
    for taker, source, inferred in _hops(brief):
        if taker in numbers and source in numbers and taker != source:
            found[numbers[taker]].setdefault(numbers[source], inferred)
    return _without_circles([dict(sorted(each.items())) for each in found])


def takers_of(hops: Hops) -> list[list[int]]:
    """Return for each source those that took material from it."""
    takers: list[list[int]] = [[] for _ in hops]
    for taker, sources in enumerate(hops):
        for source in sources:
            takers[source].append(taker)
    return takers


def in_order(hops: Hops) -> list[int]:
    """Return all sources, each after everyone who took from it."""
    waiting = [len(takers) for takers in takers_of(hops)]
    ready = [source for source, count in enumerate(waiting) if not count]
    for taker in ready:
        for source in hops[taker]:
            waiting[source] -= 1
            if not waiting[source]:
                ready.append(source)
    return ready


def _hops(brief: Brief) -> Iterator[tuple[str, str, bool]]:
    """Yield the hops that sources state, then those that only their chains say."""
    for source in brief.sources:
        yield from ((source.id, hop.source, hop.basis is Basis.INFERRED) for hop in source.hops)
    for source in brief.sources:
        yield from ((lower.source, upper.source, upper.inferred) for lower, upper in pairwise(source.steps))


def _without_circles(hops: list[dict[int, bool]]) -> list[dict[int, bool]]:
    """Drop the hops that close a circle. `check` lets none through: this only keeps a drawing from never ending."""
    done: set[int] = set()
    for start in range(len(hops)):
        if start in done:
            continue
        way, open_ = [(start, iter(list(hops[start])))], {start}
        while way:
            taker, rest = way[-1]
            source = next(rest, None)
            if source is None:
                way.pop()
                open_.discard(taker)
                done.add(taker)
            elif source in open_:
                del hops[taker][source]
            elif source not in done:
                way.append((source, iter(list(hops[source]))))
                open_.add(source)
    return hops
