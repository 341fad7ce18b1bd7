"""The case that all rules judge: an article and its annotations, every quote looked for once."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.config import Budget
from sitegen.kinds import Kinds
from sitegen.model.annotations import Annotations, Caveat, Gap, Quote
from sitegen.model.article import Article, Span
from sitegen.model.graph import Graph
from sitegen.model.passages import Finder, Found, Place, wording_of
from sitegen.model.vocabulary import Wording


class Case(Struct, frozen=True):
    """An article, what is said about it, and where each quote of it stands."""

    article: Article
    annotations: Annotations
    kinds: Kinds
    budget: Budget
    finder: Finder
    graph: Graph
    places: tuple[Place, ...]
    """Where each quote stands, in the order of the annotations."""

    @classmethod
    def of(cls, article: Article, annotations: Annotations, kinds: Kinds, budget: Budget) -> "Case":
        """Look for every quote, and draw the graph of the sources."""
        finder = Finder(article)
        places = tuple(finder.find(quote.parts, quote.after, quote.occurrence) for quote in annotations.quotes)
        return cls(article, annotations, kinds, budget, finder, Graph.of(annotations), places)

    def quotes(self) -> Iterator[tuple[Quote, Place]]:
        """Yield the quotes that have words, and where these stand."""
        pairs = zip(self.annotations.quotes, self.places, strict=True)
        return ((quote, place) for quote, place in pairs if any(part.strip() for part in quote.parts))

    def printed(self) -> Iterator[tuple[Quote, tuple[Span, ...], Wording]]:
        """Yield the quotes that the brief prints, where their words stand, and whose words they are."""
        for quote, place in self.quotes():
            if isinstance(place, Found) and quote.withdrawn is None:
                yield quote, place.spans, wording_of(quote, place, self.graph.publisher)

    def passages(self) -> Iterator[tuple[Gap | Caveat, Span | None]]:
        """Yield the gaps and caveats that name a passage, and where it stands."""
        things: list[Gap | Caveat] = [*self.annotations.gaps, *self.annotations.caveats]
        for thing in things:
            if thing.passage.strip():
                yield thing, self.finder.passage(thing.passage)

    def line(self, place: int) -> str:
        """Return what names a place of the article for people."""
        return f"line {self.article.location(place).line}"
