"""Headline: its quoted or asserted words, and where the body says them, by whom and of whom."""

from collections.abc import Iterator, Sequence

from sitegen.analyse.reading import Reading
from sitegen.model.analysis import HeadlineClaim, Statement


def find_headline(reading: Reading, statements: Sequence[Statement]) -> Iterator[HeadlineClaim]:
    """Yield nothing yet."""
    yield from ()
