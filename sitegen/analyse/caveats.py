"""Caveats: what a reader must know, proposed from everything else that was found."""

from collections.abc import Iterator

from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Analysis, ProposedCaveat


def find_caveats(reading: Reading, found: Analysis) -> Iterator[ProposedCaveat]:
    """Yield nothing yet; `found` is the analysis so far."""
    yield from ()
