"""The narrow drawing: one row a source, from the publisher down, its lines as rails at the edge of the rows."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from sitegen.model.hops import Hops, in_order, takers_of
from sitegen.render.chain.shown import Shown, style_of

PITCH, TURN = 16, 8
"""From one rail to the next, in pixels, unless there are many, and the radius of a branch."""
ROOM = 112
"""What all rails together may take of a row; a narrow screen has some 290 pixels."""
LEVEL, DOT = 18, 5
"""From the top of a row to the middle of its dot, and the radius of that."""
FAR = 9999
"""Further than any row is high: rows cut their rails off."""


class Rails(Struct, frozen=True):
    """Lines of one look in a row."""

    style: str
    path: str


class Row(Struct, frozen=True):
    """A source with the rails that pass it and those that lead to it."""

    source: Shown
    x: int
    """The middle of its dot."""
    rails: tuple[Rails, ...]
    tip: str
    """The arrowhead below a source that took from others; empty elsewhere."""
    inferred: bool
    """Whether a hop that leads to it is inferred."""


class Rail(Struct, frozen=True):
    """A chain as rows."""

    width: int
    """Of the rails, in pixels."""
    level: int
    dot: int
    rows: tuple[Row, ...]


class Tracks(Struct):
    """Which lane each source that took from others has its rail on, while rows are laid."""

    lanes: list[int | None] = field(default_factory=list)
    waiting: dict[int, int] = field(default_factory=dict)
    """For each source with an open rail, how many rows it still leads to."""

    def lane_of(self, source: int) -> int:
        """Return the lane of a source with an open rail."""
        return self.lanes.index(source)

    def free_from(self, lane: int) -> int:
        """Return the first free lane from this one on."""
        while lane < len(self.lanes) and self.lanes[lane] is not None:
            lane += 1
        return lane

    def open(self, source: int, lane: int, rows: int) -> None:
        """Begin a rail."""
        self.lanes.extend([None] * (lane + 1 - len(self.lanes)))
        self.lanes[lane], self.waiting[source] = source, rows

    def arrive(self, source: int) -> bool:
        """Take one row off what a rail leads to; say whether it ends there."""
        self.waiting[source] -= 1
        return not self.waiting[source]

    def close(self, source: int) -> None:
        """End a rail."""
        self.lanes[self.lane_of(source)] = None


class Stop(Struct, frozen=True):
    """A row before it is drawn: lanes instead of pixels."""

    source: int
    lane: int
    passing: tuple[tuple[int, int], ...]
    """Lane and source of each rail that goes on below."""
    arriving: tuple[tuple[int, int], ...]
    """Lane and source of each rail that leads here."""
    ending: frozenset[int]
    """Those of them that end here."""


def draw_rail(shown: Sequence[Shown], hops: Hops) -> Rail:
    """Draw a chain from top to bottom."""
    stops = list(_stops(hops))
    last = max(stop.lane for stop in stops)
    pitch = min(PITCH, ROOM / max(1, last))
    rows = tuple(_row(stop, shown, hops, pitch) for stop in stops)
    return Rail(_x(last, pitch) + DOT + 1, LEVEL, DOT, rows)


def rows_of(hops: Hops) -> list[int]:
    """Return the sources by row: each after everyone who took from it, and the chains of one taker together.

    Of what one took from, the shorter chains come first, so that few rails pass by others.
    """
    waiting = [len(takers) for takers in takers_of(hops)]
    sizes = _sizes(hops)
    due = [source for source in range(len(hops) - 1, -1, -1) if not waiting[source]]
    found = []
    while due:
        taker = due.pop()
        found.append(taker)
        ready = []
        for source in hops[taker]:
            waiting[source] -= 1
            if not waiting[source]:
                ready.append(source)
        due.extend(sorted(ready, key=lambda source: (-sizes[source], -source)))
    return found


def _sizes(hops: Hops) -> list[int]:
    """Return about how many rows stand behind each source: a joint one counts for each of its takers, up to a bound."""
    sizes = [1] * len(hops)
    for taker in reversed(in_order(hops)):
        sizes[taker] = min(len(hops), 1 + sum(sizes[source] for source in hops[taker]))
    return sizes


def _stops(hops: Hops) -> Iterator[Stop]:
    tracks, takers = Tracks(), takers_of(hops)
    for source in rows_of(hops):
        arriving = tuple(sorted((tracks.lane_of(taker), taker) for taker in takers[source]))
        ending = frozenset(taker for _, taker in arriving if tracks.arrive(taker))
        lane = _lane(tracks, arriving, hops)
        for taker in ending:
            tracks.close(taker)
        passing = tuple((place, each) for place, each in enumerate(tracks.lanes) if each is not None)
        yield Stop(source, lane, passing, arriving, ending)
        if hops[source]:
            tracks.open(source, lane, len(hops[source]))


def _lane(tracks: Tracks, arriving: Sequence[tuple[int, int]], hops: Hops) -> int:
    """Return the lane of a row: straight below one that took from it alone, else to the side of all its takers."""
    if not arriving:
        return tracks.free_from(0)
    lane, taker = arriving[-1]
    return lane if len(hops[taker]) == 1 else tracks.free_from(lane + 1)


def _row(stop: Stop, shown: Sequence[Shown], hops: Hops, pitch: float) -> Row:
    source = shown[stop.source]
    paths: dict[str, str] = {}
    for style, path in _paths(stop, shown, hops, pitch):
        paths[style] = paths.get(style, "") + path
    x = _x(stop.lane, pitch)
    tip = f"M{x} {LEVEL + DOT}l-4 7h8z" if hops[stop.source] else ""
    inferred = any(hops[taker][stop.source] for _, taker in stop.arriving)
    return Row(source, x, tuple(Rails(style, path) for style, path in paths.items()), tip, inferred)


def _paths(stop: Stop, shown: Sequence[Shown], hops: Hops, pitch: float) -> Iterator[tuple[str, str]]:
    """Yield the style and path of each line of a row."""
    for lane, taker in stop.passing:
        yield _style(taker, shown, hops), f"M{_x(lane, pitch)} 0V{FAR}"
    for lane, taker in stop.arriving:
        x, inferred = _x(lane, pitch), hops[taker][stop.source]
        style = style_of(shown[stop.source], inferred=inferred)
        if lane == stop.lane:
            yield style, f"M{x} 0V{LEVEL - DOT}"
            continue
        turn = min(TURN, round(pitch))
        if taker in stop.ending:
            yield _style(taker, shown, hops), f"M{x} 0V{LEVEL - turn}"
        yield style, f"M{x} {LEVEL - turn}q0 {turn} {turn} {turn}H{_x(stop.lane, pitch) - DOT}"
    if hops[stop.source]:
        yield _style(stop.source, shown, hops), f"M{_x(stop.lane, pitch)} {LEVEL + DOT}V{FAR}"


def _style(taker: int, shown: Sequence[Shown], hops: Hops) -> str:
    """Return the look of a rail: that of its one hop, or a plain one that its hops branch off."""
    sources: Mapping[int, bool] = hops[taker]
    if len(sources) != 1:
        return ""
    ((source, inferred),) = sources.items()
    return style_of(shown[source], inferred=inferred)


def _x(lane: int, pitch: float) -> int:
    return DOT + 1 + round(lane * pitch)
