"""Places: a paragraph, and what cues ask of it, worked out once and only where it is asked for."""

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from sitegen.analyse.parsing import Parse
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# A cue inside a name is none: "WarTranslated" is no sign of a translation.
_NAMES = frozenset({"PERSON", "ORG", "NORP", "FAC", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"})


class Place:
    """One paragraph; its characters are counted from its start."""

    def __init__(self, number: int, parse: Parse) -> None:
        self.number = number
        self.parse = parse
        self.text = parse.piece.text

    @cached_property
    def _sentence_starts(self) -> list[int]:
        columns = self.parse.columns
        return [columns.starts[opening] for opening in columns.openings]

    @cached_property
    def _names(self) -> list[tuple[int, int]]:
        return [(name.start_char, name.end_char) for name in self.parse.doc.ents if name.label_ in _NAMES]

    def token_at(self, start: int) -> "Token":
        """Return the token that a character belongs to, or the last one before it."""
        return self.parse.doc[self._number_at(start)]

    def tokens_in(self, start: int, end: int) -> list["Token"]:
        """Return the tokens that a stretch touches."""
        doc = self.parse.doc
        return [doc[number] for number in range(self._number_at(start), self._number_at(end - 1) + 1)]

    def _number_at(self, start: int) -> int:
        return max(bisect_right(self.parse.columns.starts, start) - 1, 0)

    def sentence_number(self, start: int) -> int:
        """Return which sentence of the paragraph a character stands in, from 0."""
        return max(bisect_right(self._sentence_starts, start) - 1, 0)

    def sentences(self, start: int, end: int) -> Span:
        """Return the sentence, or sentences, that a stretch stands in."""
        bounds = [*self._sentence_starts, len(self.text)]
        first, last = bounds[self.sentence_number(start)], bounds[self.sentence_number(end - 1) + 1]
        return self.parse.piece.span_of(first, first + len(self.text[first:last].rstrip()))

    def is_named(self, start: int, end: int) -> bool:
        """Say whether a stretch is a name, or part of one."""
        return any(first <= start and end <= last for first, last in self._names)

    def span_of(self, start: int, end: int) -> Span:
        """Return a stretch in the article's characters."""
        return self.parse.piece.span_of(start, end)
