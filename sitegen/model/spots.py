"""Spots: stretches of a text, found by place, so that nobody goes through all of them for each of many others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct

from sitegen.model.article import Span


class Spots(Struct, frozen=True):
    """Stretches in any order, which may overlap."""

    spans: tuple[Span, ...]
    """As they were given."""
    order: tuple[int, ...]
    """Their numbers, from 0, by place."""
    starts: tuple[int, ...]
    """By place."""
    reach: tuple[int, ...]
    """By place: how far a stretch or any before it goes."""

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "Spots":
        """Put stretches in order."""
        given = tuple(spans)
        order = sorted(range(len(given)), key=given.__getitem__)
        starts = tuple(given[number].start for number in order)
        return cls(given, tuple(order), starts, tuple(accumulate((given[number].end for number in order), max)))

    def meeting(self, place: Span) -> list[int]:
        """Return the numbers of the stretches that share a character with a place, as these were given."""
        near = self.order[bisect_right(self.reach, place.start) : bisect_left(self.starts, place.end)]
        return sorted(number for number in near if self.spans[number].overlaps(place))
