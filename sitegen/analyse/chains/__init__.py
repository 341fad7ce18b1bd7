"""Chains: the proposed way of each statement, from the publisher to who said it.

In the order in which one builds on another: outlets, phrases (the words around a noun) and frames (the sentence that
reports a statement); sources (what kind each is), naming and publisher; releases, materials and settings (what is
said in a recording, and who brought that out); relays, citing and posts (who passed a statement on). Ground holds all
of that for one article, ways reads one statement, turns carries it on while its speaker speaks, finding makes the
chains.
"""

from collections.abc import Iterator, Sequence

from sitegen.analyse.chains.finding import Finder
from sitegen.analyse.chains.ground import Ground
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Chain, Evidence, Statement


def find_chains(reading: Reading, statements: Sequence[Statement], evidence: Sequence[Evidence]) -> Iterator[Chain]:
    """Yield a chain a statement whose speaker is known, in the order of the statements."""
    yield from Finder(Ground(reading, statements, evidence)).chains(statements)
