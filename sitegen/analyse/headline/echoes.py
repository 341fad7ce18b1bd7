"""Echoes: where the body says what the headline says, in the same words or in other forms of them."""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.headline.words import folded
from sitegen.analyse.parsing import Parse
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"[^\W_]+")
_FEW = 2
"""Words of which all must be found; of more than these, most."""
_MOST = 0.7


class Echo(Struct, frozen=True):
    """Tokens of the body that say words of the headline."""

    parse: Parse
    found: tuple[int, ...]
    """The tokens that are the same, in order."""
    words: tuple[str, ...]
    """Their folded words."""

    @property
    def span(self) -> Span:
        """From the first of them to the last."""
        return self.parse.span_of(self.token, self.parse.doc[self.found[-1]])

    @property
    def token(self) -> "Token":
        """The first of them."""
        return self.parse.doc[self.found[0]]

    @property
    def is_one_sentence(self) -> bool:
        """Whether one sentence holds all of them."""
        return self.found[-1] < self.token.sent.end

    def is_said_in(self, span: Span, roots: Collection[str]) -> bool:
        """Say whether a stretch holds most of those that are among the roots."""
        told = [self.parse.doc[at] for at, word in zip(self.found, self.words, strict=True) if word in roots]
        return 2 * sum(self.parse.span_of(token, token) in span for token in told) > len(told)


class Body(Struct, frozen=True, dict=True):
    """The paragraphs of the body."""

    parses: Sequence[Parse]

    @cached_property
    def vocabularies(self) -> list[frozenset[str]]:
        """The folded words of each paragraph: most have too few of a headline's to be looked at token by token."""
        texts = (parse.piece.text.lower() for parse in self.parses)
        return [frozenset(folded(word) for word in set(_WORD.findall(text))) for text in texts]

    def echoes(self, roots: frozenset[str], reach: int = 0, share: float = _MOST) -> Iterator[Echo]:
        """Yield the densest runs of words that hold enough of the roots, one a place, by place.

        A run is at most twice as long as what it echoes and four tokens more, unless a reach is given.
        """
        least = len(roots) if len(roots) <= _FEW else math.ceil(share * len(roots))
        longest = reach or 2 * len(roots) + 4
        for parse, known in zip(self.parses, self.vocabularies, strict=True):
            if least and len(known & roots) >= least:
                words = [folded(token.lower_) for token in parse.doc]
                places = [place for place, word in enumerate(words) if word in roots]
                yield from _apart(
                    Echo(parse, run, tuple(words[each] for each in run)) for run in _runs(words, places, least, longest)
                )


def _runs(words: Sequence[str], places: Sequence[int], least: int, longest: int) -> Iterator[tuple[int, ...]]:
    """Yield from each place on the shortest run that has as many different words as there are in reach."""
    for index, first in enumerate(places):
        run, seen = [], set()
        for place in places[index:]:
            if place - first >= longest:
                break
            if words[place] not in seen:
                seen.add(words[place])
                run.append(place)
        if len(seen) >= least:
            yield tuple(run)


def _apart(echoes: Iterator[Echo]) -> Iterator[Echo]:
    """Yield of echoes that overlap the one with most words, then the shortest."""
    kept: list[Echo] = []
    ranked = sorted(echoes, key=lambda echo: (-len(echo.found), echo.found[-1] - echo.found[0], echo.found[0]))
    for echo in ranked:
        if all(echo.found[-1] < other.found[0] or other.found[-1] < echo.found[0] for other in kept):
            kept.append(echo)
    yield from sorted(kept, key=lambda echo: echo.found[0])
