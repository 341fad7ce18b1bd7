"""Pile: the paragraphs of an article, searched for plain words all at once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from sitegen.analyse.evidence.needles import Needles
from sitegen.analyse.evidence.places import Place

_SIGNS = 4
"""Signs of a needle whose presence is looked up before it is searched for."""


class Pile:
    """The paragraphs in order, and which of them hold which needles."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._folded = [place.text.casefold() for place in places]
        self._text = "\n".join(self._folded)
        self._starts = [0]
        for text in self._folded:
            self._starts.append(self._starts[-1] + len(text) + 1)
        words = " ".join(set(self._text.split()))
        self._signs = set(map("".join, zip(words, words[1:], words[2:], words[3:], strict=False)))
        self._known: dict[Needles, Sequence[int]] = {}

    def holding(self, needles: Sequence[Needles]) -> Iterator[Place]:
        """Yield the paragraphs that hold one needle of each group, in order; all of them where there is no group."""
        if not needles:
            yield from self._places
            return
        for number in self._numbers(needles[0]):
            folded = self._folded[number]
            if all(any(needle in folded for needle in group) for group in needles[1:]):
                yield self._places[number]

    def _numbers(self, needles: Needles) -> Sequence[int]:
        """Return which paragraphs hold one of the needles, from 0."""
        if needles not in self._known:
            # Most needles are nowhere in an article, and whether it holds four signs of one is asked much faster.
            here = [needle for needle, signs in _with_signs(needles) if not signs or signs in self._signs]
            self._known[needles] = sorted({number for needle in here for number in self._search(needle)})
        return self._known[needles]

    def _search(self, needle: str) -> Iterator[int]:
        at = self._text.find(needle)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._text.find(needle, self._starts[number + 1])


@cache
def _with_signs(needles: Needles) -> Sequence[tuple[str, str]]:
    """Return each needle with the first signs of its longest word; "" where that has too few."""
    words = ((needle, max(needle.split(), key=len)) for needle in sorted(needles))
    return [(needle, word[:_SIGNS] if len(word) >= _SIGNS else "") for needle, word in words]
