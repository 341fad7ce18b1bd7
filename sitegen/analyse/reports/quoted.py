"""Quoted words: which tokens of a paragraph stand in direct quotes, and what these quotes already tell."""

from bisect import bisect_left
from collections.abc import Sequence

from sitegen.analyse.parsing import Parse
from sitegen.analyse.reports.candidates import Candidate
from sitegen.model.analysis import Statement

_TOLD = 0.8
"""Share of a content's tokens from which the direct quotes inside it tell it."""


def quoted_in(parse: Parse, quotes: Sequence[Statement]) -> list[bool]:
    """Say of each token whether it stands in one of the direct quotes, which are in order."""
    piece, starts = parse.piece, parse.columns.starts
    quoted = [False] * len(starts)
    for quote in quotes:
        if quote.span.overlaps(piece.span):
            first = bisect_left(starts, piece.offset(max(quote.span.start, piece.span.start)))
            end = bisect_left(starts, piece.offset(min(quote.span.end, piece.span.end) - 1) + 1)
            quoted[first:end] = [True] * (end - first)
    return quoted


def is_told(candidate: Candidate, quoted: Sequence[bool]) -> bool:
    """Say whether a candidate only repeats, or cuts, what is a direct quote of its own."""
    if quoted[candidate.cue.first]:
        return False
    inside = quoted[candidate.first : candidate.last + 1]
    return sum(inside) >= _TOLD * len(inside) or (inside[0] and inside[-1])
