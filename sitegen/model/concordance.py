"""Concordance: where words stand in a long text, for whoever looks for many of them in turn."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

LONG = 100_000
"""Characters: in a shorter text, looking through all of it takes less than to know where its words stand."""
PATIENCE = 256
"""How often a long text is looked through before it is worth while to note where its words stand."""
USUAL = 500
"""Characters in which a word that is met once is so usual that looking through the text is quicker."""
_WORD = re.compile(r"[^\W_]+")


def places_in(text: str, words: str, start: int = 0, end: int | None = None, *, whole: bool = False) -> Iterator[int]:
    """Yield every place from `start` on where words stand in a text, overlapping ones too, the last before `end`.

    With `whole`, places may be left out where the words begin or end inside a longer word.
    """
    end = len(text) if end is None else end
    if not words:
        return iter(())
    if len(text) < LONG:
        return looked_through(text, words, start, end)
    return concordance_of(text).places(words, start, end, whole=whole)


def looked_through(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """Yield the places of words by looking through the text."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)


class _Concordance:
    """Where each word of a text stands, once it was asked often enough."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._places: dict[str, list[int]] = {}

    def places(self, words: str, start: int, end: int, *, whole: bool) -> Iterator[int]:
        self._asked += 1
        if self._asked == PATIENCE:
            for found in _WORD.finditer(self._text):
                self._places.setdefault(found[0], []).append(found.start())
        rarest = self._rarest(words, whole=whole) if self._places else None
        return self._beside(words, *rarest, start, end) if rarest else looked_through(self._text, words, start, end)

    def _rarest(self, words: str, *, whole: bool) -> tuple[int, list[int]] | None:
        """Return the place of the rarest of the words, and where it stands in the text; None where all are usual.

        One at either end may be a part of a longer word there.
        """
        inner = [each for each in _WORD.finditer(words) if whole or (each.start() > 0 and each.end() < len(words))]
        found = [(each.start(), self._places.get(each[0], [])) for each in inner]
        best = min(found, key=lambda pair: len(pair[1]), default=None)
        return best if best and len(best[1]) * USUAL < len(self._text) else None

    def _beside(self, words: str, offset: int, places: list[int], start: int, end: int) -> Iterator[int]:
        for number in range(bisect_left(places, start + offset), len(places)):
            at = places[number] - offset
            if at + len(words) > end:
                return
            if self._text.startswith(words, at):
                yield at


@lru_cache(maxsize=3)
def concordance_of(text: str) -> _Concordance:
    """Return the concordance of a text; remembered for the article that is being worked on, as it is and folded."""
    return _Concordance(text)
