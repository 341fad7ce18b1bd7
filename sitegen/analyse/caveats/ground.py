"""Ground: everything found in an article so far, by statement, sentence and kind, for the caveats to stand on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Analysis, Chain, Evidence, Hop, Statement
from sitegen.model.article import Span

_MARKS = 3
"""Characters of quotation marks and commas by which two readings of the same words differ."""


class Resting(NamedTuple):
    """A statement that came through something, and where in its chain that stands."""

    statement: Span
    chain: Chain
    place: int

    @property
    def hop(self) -> Hop:
        """What it came through."""
        return self.chain.hops[self.place]

    @property
    def before(self) -> Hop | None:
        """Who passed that on; None for the publisher."""
        return self.chain.hops[self.place - 1] if self.place else None

    @property
    def last(self) -> Hop:
        """Who said it, as far as the article says."""
        return self.chain.hops[-1]


class Ground:
    """What was found in one article, indexed."""

    def __init__(self, reading: Reading, found: Analysis) -> None:
        self.reading = reading
        self.article = reading.article
        self.found = found

    @cached_property
    def said(self) -> list[Statement]:
        """Every statement by place; what is reported of the same words as a quotation is that."""
        quotes = [each.span for each in self.found.statements]
        others = [each for each in self.found.reports if not any(_is_same(each.span, span) for span in quotes)]
        return sorted((*self.found.statements, *others), key=lambda each: each.span)

    @cached_property
    def _ends(self) -> list[int]:
        """The farthest end of each of what is said and all before it."""
        return list(accumulate((each.span.end for each in self.said), max))

    @cached_property
    def statement_at(self) -> dict[Span, Statement]:
        """Every statement, by its span."""
        return {each.span: each for each in self.said}

    def words_at(self, span: Span) -> str:
        """Return the article's words."""
        return self.article.words_at(span)

    def sentence_at(self, span: Span) -> Span:
        """Return the sentence in which a stretch starts, the stretch itself where none is known."""
        sentences = self.found.sentences
        at = bisect_right(sentences, span.start, key=lambda each: each.start) - 1
        return sentences[at] if at >= 0 and sentences[at].overlaps(span) else span

    def said_in(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the statements that share words with any of these stretches."""
        found = {number for span in spans for number in self._sharing(span)}
        return tuple(self.said[number].span for number in sorted(found))

    def _sharing(self, span: Span) -> Iterator[int]:
        """Yield the numbers of the statements that share words with a stretch."""
        first = bisect_right(self._ends, span.start)
        behind = bisect_left(self.said, span.end, key=lambda each: each.span.start)
        return (number for number in range(first, behind) if self.said[number].span.overlaps(span))

    def sentences_before(self, sentence: Span) -> tuple[Span, ...]:
        """Return the sentence before another; none for the first."""
        at = bisect_right(self.found.sentences, sentence.start, key=lambda each: each.start) - 1
        return self.found.sentences[at - 1 : at] if at > 0 else ()

    def evidence(self, *names: str) -> list[Evidence]:
        """Return the passages that show one of these kinds or signals, by place."""
        return [each for each in self.found.evidence if each.name in names]

    def resting_on(self, kinds: Iterable[str]) -> Iterator[Resting]:
        """Yield the statements that came through a source of one of these kinds, by place, each once for each hop."""
        sought = frozenset(kinds)
        for chain in self.found.chains:
            if chain.statement in self.statement_at:
                for place, hop in enumerate(chain.hops):
                    if hop.kind in sought:
                        yield Resting(chain.statement, chain, place)

    @cached_property
    def unsure(self) -> frozenset[Span]:
        """The statements that rest on material which needs a check."""
        return frozenset(each.statement for each in self.resting_on(self.reading.kinds.unverified))


def spans_of(resting: Sequence[Resting]) -> tuple[Span, ...]:
    """Return the statements, each once, in order."""
    return tuple(dict.fromkeys(each.statement for each in resting))


def _is_same(report: Span, quote: Span) -> bool:
    """Say whether a report is a quotation or a part of it: their ends differ by marks alone, or it stands inside."""
    shared = min(report.end, quote.end) - max(report.start, quote.start)
    return shared > 0 and shared + _MARKS >= report.end - report.start


def is_named(name: str) -> bool:
    """Say whether words end in a name ("General Ivan Popov"), rather than in what somebody is ("Russian troops")."""
    last = name.rstrip(")").rpartition(" ")[2]
    return last[:1].isupper() or last[:1] in "@("
