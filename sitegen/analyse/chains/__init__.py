"""Chains: the proposed way of each statement, from the publisher to who said it."""

from collections.abc import Iterator, Sequence

from sitegen.analyse.chains.finding import Finder
from sitegen.analyse.chains.ground import Ground
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Chain, Evidence, Statement


def find_chains(reading: Reading, statements: Sequence[Statement], evidence: Sequence[Evidence]) -> Iterator[Chain]:
    """Yield a chain a statement whose speaker is known, in the order of the statements."""
    yield from Finder(Ground(reading, statements, evidence)).chains(statements)
