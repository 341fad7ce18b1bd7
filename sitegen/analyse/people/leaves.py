"""Leaves: parses with what finding people asks of them again and again."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.analyse.parsing import Parse
from sitegen.model.article import Span
from sitegen.model.quotations import Quotation


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


@dataclass(frozen=True, slots=True)
class Leaf:
    """A parse: its words in small letters, its sentences, and what of it is quoted."""

    number: int
    parse: Parse
    words: Sequence[str]
    starts: Sequence[int]
    """The first tokens of its sentences …"""
    ranks: Sequence[int]
    """… and their ranks in the article; one that is all quoted has the rank of the one before it."""
    quoted: Quoted

    def rank(self, token: int) -> int:
        """Return the rank of a token's sentence in the article."""
        return self.ranks[bisect_right(self.starts, token) - 1]

    def span(self, first: int, last: int) -> Span:
        """Return the span in the article from one token to another, both included."""
        return self.parse.span_of(self.parse.doc[first], self.parse.doc[last])

    def is_quoted(self, token: int) -> bool:
        """Say whether a token stands in a quotation."""
        return self.quoted.number(self.parse.piece.origin(self.parse.doc[token].idx)) >= 0


def leaves_of(parses: Sequence[Parse], quoted: Quoted) -> Iterator[Leaf]:
    """Yield a leaf a parse."""
    rank = 0
    for number, parse in enumerate(parses):
        starts, ranks = [], []
        for sentence in parse.doc.sents:
            first = quoted.number(parse.piece.origin(sentence.start_char))
            rank += first < 0 or first != quoted.number(parse.piece.origin(sentence.end_char - 1))
            starts.append(sentence.start)
            ranks.append(rank)
        yield Leaf(number, parse, [token.lower_ for token in parse.doc], starts, ranks, quoted)
