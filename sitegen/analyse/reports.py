"""Reports: what is reported as said without quotation marks around all of it, and by whom."""

from collections.abc import Iterator, Sequence

from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Statement


def find_reports(reading: Reading, quotes: Sequence[Statement]) -> Iterator[Statement]:
    """Yield nothing yet."""
    yield from ()
