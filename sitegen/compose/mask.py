"""Withheld words: masked in the article's words and in everything else that a brief holds."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import fields, replace

from sitegen.model.article import Span
from sitegen.model.counting import merged
from sitegen.model.spots import Spots

T = TypeVar("T")

BLANK = "\N{FULL BLOCK}"
LAYERS = 32
"""How often what stands around a mask is looked at, since it may be withheld words again, as in "Ivan [Ivan Petrov]
Petrov". A text of more layers was made to keep us busy, and is hidden as a whole."""

ADDRESSES = frozenset({"slug", "aliases", "id", "source", "about", "denials", "main", "tags"})
"""Ids that lead from one thing to another; review reports withheld words in them, since a mask would cut the way."""


class Mask(Struct, frozen=True):
    """What hides withheld words in one brief, and the words of withdrawn quotes."""

    text: str
    """The article's."""
    sign: str
    """What stands in place of the words."""
    pattern: re.Pattern[str] | None = None
    spots: Spots = Spots.of(())
    """Places of the article's text that no artefact shows, in order, without overlap."""

    @classmethod
    def of(cls, text: str, sign: str, pattern: re.Pattern[str] | None, withdrawn: Iterable[Span] = ()) -> "Mask":
        """Make the mask of an article: what the pattern finds in it, and the places of withdrawn quotes."""
        hidden = merged(withdrawn)
        if pattern is None:
            return cls(text, sign, pattern, Spots.of(hidden))
        for _ in range(LAYERS):
            found = [Span(*match.span()) for match in pattern.finditer(_blanked(text, hidden))]
            if hidden == (hidden := merged([*hidden, *found])):
                return cls(text, sign, pattern, Spots.of(hidden))
        return cls(text, sign, pattern, Spots.of([Span(0, len(text))]))

    @property
    def hidden(self) -> tuple[Span, ...]:
        """Return the places that no artefact shows, in order."""
        return self.spots.spans

    def words_at(self, span: Span) -> str:
        """Return the article's words at a place, masked, white space folded."""
        return " ".join(self.raw_at(span).split())

    def raw_at(self, span: Span) -> str:
        """Return the article's characters at a place, masked."""
        return "".join(self._pieces(span))

    def touches(self, span: Span) -> bool:
        """Say whether any of a place is hidden."""
        return bool(self.spots.meeting(span))

    def clean(self, text: str) -> str:
        """Mask withheld words in a text that is not the article's."""
        if self.pattern is None:
            return text
        for _ in range(LAYERS):
            if text == (text := self.pattern.sub(self.sign, text)) or self.pattern.search(self.sign):
                return text
        return self.sign

    def _pieces(self, span: Span) -> Iterator[str]:
        at = span.start
        for number in self.spots.meeting(span):
            hidden = self.hidden[number]
            yield self.text[at : max(hidden.start, at)]
            yield self.sign
            at = hidden.end
        yield self.text[at : span.end]


def _blanked(text: str, hidden: Iterable[Span]) -> str:
    """Return a text with as many signs that are no letters in the place of what is hidden."""
    pieces, at = [], 0
    for span in merged(hidden):
        pieces += [text[at : span.start], BLANK * (span.end - span.start)]
        at = span.end
    return "".join((*pieces, text[at:]))


def cleaned(thing: T, mask: Mask) -> T:
    """Return a value of the model with withheld words masked in every text of it, addresses excepted."""
    return thing if mask.pattern is None else cast("T", _cleaned(thing, mask))


def _cleaned(thing: Any, mask: Mask) -> Any:  # noqa: ANN401  (any value of the model)
    if isinstance(thing, Enum):
        return thing
    if isinstance(thing, str):
        return mask.clean(thing)
    if isinstance(thing, tuple):
        return tuple(_cleaned(item, mask) for item in thing)
    if isinstance(thing, Struct):
        values = {field.name: getattr(thing, field.name) for field in fields(thing)}
        return replace(
            thing, **{name: _cleaned(value, mask) for name, value in values.items() if not _leads(name, value)}
        )
    return thing


def _leads(name: str, value: object) -> bool:
    """Say whether a field holds ids; `about` does in a caveat, but not in a brief."""
    return name in ADDRESSES and not isinstance(value, Struct)
