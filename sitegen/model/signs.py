"""What a reader must be told of a source in a word, wherever it stands."""

from collections.abc import Iterator

from sitegen.model.brief import PrintedQuote, PrintedSource
from sitegen.model.vocabulary import Circumstances, Identified


def signs_of(source: PrintedSource, publisher: str) -> Iterator[str]:
    """Yield publisher, unnamed, claimed, captive and unchecked where they hold, in this order."""
    if source.id == publisher:
        yield "publisher"
    if source.identified is Identified.UNNAMED and source.kind == "person":
        yield "unnamed"
    if source.identified is Identified.CLAIMED:
        yield "claimed"
    if source.circumstances is Circumstances.CAPTIVE:
        yield "captive"
    if source.unverified:
        yield "unchecked"


def resting_on(source: PrintedSource, quotes: tuple[PrintedQuote, ...]) -> list[PrintedQuote]:
    """Return the quotes that come straight from a source; a withdrawn one rests on nothing."""
    return [quote for quote in quotes if quote.credit.source == source.id and not quote.withdrawn]
