"""Pile: the paragraphs of an article, searched for plain words all at once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        self._signs.add("")
        self._alive: dict[Needles, Sequence[str]] = {}
        self._numbers: dict[str, frozenset[int]] = {}

    def holding(self, needles: Sequence[Needles]) -> Iterable[Place]:
        """Return the paragraphs that hold one needle of each group, in order; all of them where there is no group."""
        if not needles:
            return self._places
        groups: list[Sequence[str]] = []
        for group in needles:
            groups.append(self._living(group))
            if not groups[-1]:
                return ()
        groups.sort(key=len)
        numbers = {number for needle in groups[0] for number in self._holding(needle)}
        return [self._places[number] for number in sorted(numbers) if self._holds(number, groups[1:])]

    def _living(self, needles: Needles) -> Sequence[str]:
        """Return the needles that the article may hold; most are nowhere in it, and four signs of one tell fast."""
        living = self._alive.get(needles)
        if living is None:
            signed = _with_signs(needles)
            here = self._signs.intersection(signed)
            living = self._alive[needles] = [needle for signs in here for needle in signed[signs]]
        return living

    def _holds(self, number: int, groups: Sequence[Sequence[str]]) -> bool:
        folded = self._folded[number]
        return all(any(needle in folded for needle in group) for group in groups)

    def _holding(self, needle: str) -> frozenset[int]:
        """Return which paragraphs hold a needle, from 0."""
        if needle not in self._numbers:
            self._numbers[needle] = frozenset(self._search(needle))
        return self._numbers[needle]

    def _search(self, needle: str) -> Iterator[int]:
        at = self._text.find(needle)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._text.find(needle, self._starts[number + 1])


@cache
def _with_signs(needles: Needles) -> Mapping[str, Sequence[str]]:
    """Return the needles by the first signs of their longest word, by "" those whose words have too few."""
    words = ((needle, max(needle.split(), key=len)) for needle in sorted(needles))
    signed: dict[str, list[str]] = {}
    for needle, word in words:
        signed.setdefault(word[:_SIGNS] if len(word) >= _SIGNS else "", []).append(needle)
    return signed
