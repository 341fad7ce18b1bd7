"""Paragraphs with their quotations: the words before and after each, outside every quotation."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.analyse.parsing import Parse
from sitegen.model.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset({".", "!", "?", ";"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens of a quotation that stand in one line, marks included: from `first` to before `end`."""

    quotation: Quotation
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A parsed paragraph and the quotations in it."""

    parse: Parse
    stretches: tuple[Stretch, ...]

    def before(self, number: int) -> list["Token"]:
        """Return what leads to a quotation, nearest token first: back to the sentence's start or another quotation."""
        stop = self.stretches[number - 1].end if number else 0
        found = [self.parse.doc[index] for index in range(self.stretches[number].first - 1, stop - 1, -1)]
        return list(_until_end(found))

    def after(self, number: int) -> list["Token"]:
        """Return what follows a quotation, nearest token first, up to the sentence's end or another quotation."""
        last = number + 1 == len(self.stretches)
        stop = len(self.parse.doc) if last else self.stretches[number + 1].first
        return list(_until_end([self.parse.doc[index] for index in range(self.stretches[number].end, stop)]))

    def is_quoted(self, token: "Token") -> bool:
        """Say whether a token stands in a quotation."""
        return any(stretch.first <= token.i < stretch.end for stretch in self.stretches)


def lines_of(parses: Sequence[Parse], quotations: Sequence[Quotation]) -> list[Line]:
    """Return a line a parse; a quotation over several paragraphs stands in several."""
    rest = sorted(quotations, key=lambda quotation: quotation.outer)
    lines = []
    for parse in parses:
        span = parse.piece.span
        while rest and rest[0].outer.end <= span.start:
            rest.pop(0)
        inside = [quotation for quotation in rest[: _reach(rest, span.end)] if quotation.outer.end > span.start]
        lines.append(Line(parse, tuple(_stretches(parse, inside))))
    return lines


def _reach(quotations: Sequence[Quotation], end: int) -> int:
    """Return how many of the quotations, in order, start before a place."""
    return bisect_left(quotations, end, key=lambda quotation: quotation.outer.start)


def _stretches(parse: Parse, quotations: Sequence[Quotation]) -> Iterator[Stretch]:
    starts = [token.idx for token in parse.doc]
    for quotation in quotations:
        first = bisect_left(starts, parse.piece.offset(max(quotation.outer.start, parse.piece.span.start)))
        end = bisect_left(starts, parse.piece.offset(min(quotation.outer.end, parse.piece.span.end) - 1) + 1)
        if first < end:
            yield Stretch(quotation, first, end)


def _until_end(tokens: Sequence["Token"]) -> Iterator["Token"]:
    """Yield tokens up to one that ends a sentence."""
    for token in tokens:
        if token.text in _ENDS:
            return
        yield token
