"""Chains: the proposed way of each statement, from the publisher to who said it."""

from collections.abc import Iterator, Sequence

from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Chain, Evidence, Statement


def find_chains(reading: Reading, statements: Sequence[Statement], evidence: Sequence[Evidence]) -> Iterator[Chain]:
    """Yield nothing yet."""
    yield from ()
