"""Leaves: parses with what finding people asks of them again and again."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.parsing import Parse
from sitegen.model.article import Span
from sitegen.model.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Span as Words


class Quoted:
    """Where an article's quotations are."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        spans = sorted(quotation.outer for quotation in quotations if not quotation.depth)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def number(self, place: int) -> int:
        """Return which quotation holds a character of the article; -1 where none does."""
        found = bisect_right(self._starts, place) - 1
        return found if found >= 0 and place < self._ends[found] else -1

    def touches(self, span: Span) -> bool:
        """Say whether any stands in a stretch of the article."""
        found = bisect_right(self._ends, span.start)
        return found < len(self._starts) and self._starts[found] < span.end


class Leaf(Struct, frozen=True):
    """A parse: its words in small letters, its sentences, and what of it is quoted."""

    number: int
    parse: Parse
    words: Sequence[str]
    starts: Sequence[int]
    """The first tokens of its sentences …"""
    ranks: Sequence[int]
    """… and their ranks in the article; one that is all quoted has the rank of the one before it."""
    entities: Sequence[tuple[int, int, str]]
    """The names, dates and numbers that the model sees: first token, the one behind the last, label."""
    quoted: Quoted | None
    """None where nothing is quoted."""

    def rank(self, token: int) -> int:
        """Return the rank of a token's sentence in the article."""
        return self.ranks[bisect_right(self.starts, token) - 1]

    def span(self, first: int, last: int) -> Span:
        """Return the span in the article from one token to another, both included."""
        return self.parse.span(first, last)

    def is_quoted(self, token: int) -> bool:
        """Say whether a token stands in a quotation."""
        if self.quoted is None:
            return False
        return self.quoted.number(self.parse.piece.origin(self.parse.columns.starts[token])) >= 0


class Leaves:
    """The leaves of an article."""

    def __init__(self, parses: Sequence[Parse], quotations: Sequence[Quotation]) -> None:
        self._leaves = list(_laid_out(parses, Quoted(quotations)))
        self._places = [leaf.parse.piece.span.start for leaf in self._leaves]

    def __iter__(self) -> Iterator[Leaf]:
        return iter(self._leaves)

    def __getitem__(self, number: int) -> Leaf:
        return self._leaves[number]

    def at(self, place: int) -> Leaf:
        """Return the leaf with a character of the article."""
        return self._leaves[max(bisect_right(self._places, place) - 1, 0)]

    def words(self, span: Span) -> "Words":
        """Return the tokens of a span of the article; a token that it cuts is in it."""
        parse = self.at(span.start).parse
        start, end = parse.piece.offset(span.start), parse.piece.offset(span.end - 1) + 1
        found = parse.doc.char_span(start, min(end, len(parse.piece.text)), alignment_mode="expand")
        return parse.doc[:] if found is None else found


def _laid_out(parses: Sequence[Parse], quoted: Quoted) -> Iterator[Leaf]:
    """Yield a leaf a parse."""
    rank = 0
    for number, parse in enumerate(parses):
        inside = quoted if quoted.touches(parse.piece.span) else None
        columns, ranks = parse.columns, []
        for first, last in columns.sentences:
            rank += inside is None or not _is_all_quoted(parse, first, last, inside)
            ranks.append(rank)
        entities = [(entity.start, entity.end, entity.label_) for entity in parse.doc.ents]
        yield Leaf(number, parse, columns.lowers, columns.openings, ranks, entities, inside)


def _is_all_quoted(parse: Parse, first: int, last: int, quoted: Quoted) -> bool:
    """Say whether one quotation holds both of two tokens."""
    origin, starts = parse.piece.origin, parse.columns.starts
    number = quoted.number(origin(starts[first]))
    return number >= 0 and number == quoted.number(origin(starts[last]))
