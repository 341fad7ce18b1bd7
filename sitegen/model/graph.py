"""The graph of sources: how material reached the publisher, and where it comes from."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from sitegen.model.annotations import Annotations, Source
from sitegen.model.brief import Step
from sitegen.model.vocabulary import Basis

MANY = 1000
"""Paths are counted up to this number: more than one is one too many, and each fork may double them."""

_Edges = Mapping[str, tuple[str, ...]]


class Graph(Struct, frozen=True):
    """Sources by id, with edges from each to what it took its material from; circles and dangling names are cut.

    Everything is reachability on sets, linear in sources and hops: paths are counted, never enumerated.
    """

    publisher: str
    """The id of the publisher's source; empty where the file names none."""
    sources: Mapping[str, Source]
    hangs: tuple[str, ...]
    """Sources that nothing names: they hang on the publisher."""
    upward: _Edges
    """What each source took its material from; at the publisher, what hangs on it too."""
    downward: _Edges
    circles: tuple[tuple[str, ...], ...] = ()
    """Sources that take their material from one another, each source in one circle at most."""

    @classmethod
    def of(cls, annotations: Annotations) -> "Graph":
        """Make the graph of an annotation file."""
        sources: dict[str, Source] = {}
        for source in annotations.sources:
            sources.setdefault(source.id, source)
        publisher = annotations.facts.publisher
        typed = {id_: _known(source, sources, publisher) for id_, source in sources.items()}
        named = {origin for origins in typed.values() for origin in origins}
        hangs = tuple(id_ for id_ in sources if id_ not in named and id_ != publisher)
        circles, cut = _circles(typed)
        upward = {id_: tuple(origin for origin in typed[id_] if (id_, origin) not in cut) for id_ in typed}
        upward[publisher] = tuple(dict.fromkeys((*upward.get(publisher, ()), *hangs)))
        return cls(publisher, sources, hangs, upward, _reversed(upward), circles)

    def circle(self) -> tuple[str, ...]:
        """Return the first circle, spelled out; empty where there is none."""
        return self.circles[0] if self.circles else ()

    def upstream(self, source: str) -> frozenset[str]:
        """Return everything that a source's material came from, as typed: what hangs on the publisher is not in it."""
        start = self._origins_of(source)
        return frozenset(_reach(start, self.upward)) - {source}

    def origins(self, source: str) -> frozenset[str]:
        """Return everything upstream of a source, itself included, that has no `from`."""
        return frozenset(id_ for id_ in {source, *self.upstream(source)} if not self._origins_of(id_))

    def reached(self, source: str, without: Collection[str] = ()) -> bool:
        """Say whether a path leads from the publisher to a source through none of the others."""
        return source in _reach((self.publisher,), self.upward, without)

    def between(self, source: str, via: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return the sources on any path from the publisher to a source, both included, the publisher first."""
        if via:
            return tuple(step.source for step in self.path(source, via) or ())
        leading = _reach((source,), self.downward)
        ahead = _ordered(self.publisher, self.upward, leading)
        return tuple(id_ for id_ in ahead if id_ in self.sources)

    def paths(self, source: str, via: tuple[str, ...] = ()) -> int:
        """Count the paths from the publisher to a source through all of `via` in order, up to MANY.

        Where `via` names every stop of a path, the publisher or not, no other is meant.
        """
        if self._is_whole(source, via):
            return 1
        count = 1
        for start, end in self._legs(source, via):
            count = min(count * self._count(start, end), MANY)
        return count

    def path(self, source: str, via: tuple[str, ...] = ()) -> tuple[Step, ...] | None:
        """Return the path from the publisher to a source, the first in the file's order; None where there is none."""
        if source not in self.sources:
            return None
        ids = [self.publisher]
        is_whole = self._is_whole(source, via)
        for start, end in self._legs(source, via):
            leading = _reach((end,), self.downward)
            if start not in leading:
                return None
            while ids[-1] != end:
                ids.append(end if is_whole else next(origin for origin in self.upward[ids[-1]] if origin in leading))
        pairs = zip(["", *ids], ids, strict=False)
        return tuple(Step(id_, self._is_inferred(former, id_)) for former, id_ in pairs if id_ in self.sources)

    def _origins_of(self, source: str) -> tuple[str, ...]:
        """Return what a source took its material from, as typed."""
        found = self.upward.get(source, ())
        return tuple(id_ for id_ in found if id_ not in self.hangs) if source == self.publisher else found

    def _is_whole(self, source: str, via: tuple[str, ...]) -> bool:
        """Say whether `via` names every stop of a path; the publisher alone, those of the path that has no others."""
        return bool(via) and all(end in self.upward.get(start, ()) for start, end in self._legs(source, via))

    def _legs(self, source: str, via: tuple[str, ...]) -> list[tuple[str, str]]:
        stops = [self.publisher, *via, source]
        return [(start, end) for start, end in pairwise(stops) if start != end]

    def _count(self, start: str, end: str) -> int:
        """Count paths by adding up, from the start on, how many lead to each source on the way."""
        leading = _reach((end,), self.downward)
        counts = {start: 1} if start in leading else {}
        for id_ in _ordered(start, self.upward, leading):
            for origin in self.upward.get(id_, ()):
                if origin in leading and id_ != end:
                    counts[origin] = min(counts.get(origin, 0) + counts[id_], MANY)
        return counts.get(end, 0)

    def _is_inferred(self, former: str, source: str) -> bool:
        hops = self.sources[former].hops if former in self.sources else ()
        return any(hop.source == source and hop.basis is Basis.INFERRED for hop in hops)


def _known(source: Source, sources: Mapping[str, Source], publisher: str) -> tuple[str, ...]:
    """Return what a source is `from`, once each; nothing comes from the publisher, where every path begins."""
    hops = dict.fromkeys(hop.source for hop in source.hops)
    return tuple(id_ for id_ in hops if id_ in sources and id_ != publisher)


def _reversed(edges: _Edges) -> _Edges:
    result: dict[str, list[str]] = {}
    for start, ends in edges.items():
        for end in ends:
            result.setdefault(end, []).append(start)
    return {end: tuple(starts) for end, starts in result.items()}


def _reach(starts: Iterable[str], edges: _Edges, without: Collection[str] = ()) -> set[str]:
    """Return what edges lead to from any of the starts, these included, without passing what is barred."""
    waiting = list(starts)
    reached = set(waiting)
    while waiting:
        fresh = [id_ for id_ in edges.get(waiting.pop(), ()) if id_ not in reached and id_ not in without]
        reached.update(fresh)
        waiting.extend(fresh)
    return reached


def _ordered(start: str, edges: _Edges, within: Collection[str]) -> list[str]:
    """Return what the start leads to inside a set so that every source stands behind all that lead to it."""
    result: list[str] = []
    seen: set[str] = set()
    stack = [(start, False)] if start in within else []
    while stack:
        id_, is_done = stack.pop()
        if is_done:
            result.append(id_)
        elif id_ not in seen:
            seen.add(id_)
            stack.append((id_, True))
            stack.extend((end, False) for end in edges.get(id_, ()) if end in within and end not in seen)
    return result[::-1]


def _circles(edges: _Edges) -> tuple[tuple[tuple[str, ...], ...], set[tuple[str, str]]]:
    """Return circles that share no source, and the edges that close a circle: without these there is none."""
    circles: list[tuple[str, ...]] = []
    cut: set[tuple[str, str]] = set()
    told: set[str] = set()
    for path in _closing_paths(edges):
        cut.add((path[-1], path[0]))
        if told.isdisjoint(path):
            told.update(path)
            circles.append(path)
    return tuple(circles), cut


def _closing_paths(edges: _Edges) -> Iterator[tuple[str, ...]]:
    """Walk into the depth, and yield each path whose last source takes its material from the first."""
    done: set[str] = set()
    for root in edges:
        path: dict[str, Iterator[str]] = {} if root in done else {root: iter(edges[root])}
        while path:
            last = next(reversed(path))
            following = next(path[last], None)
            if following is None:
                del path[last]
                done.add(last)
            elif following in path:
                walked = list(path)
                yield tuple(walked[walked.index(following) :])
            elif following not in done:
                path[following] = iter(edges[following])
