"""The dossier of one brief: all that it is composed from, with every quote found in the article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.compose.desk import Desk
from sitegen.compose.echoes import Echo, find_echoes
from sitegen.compose.mask import Mask
from sitegen.model.annotations import Annotations, Quote, Source
from sitegen.model.article import Article, Span
from sitegen.model.brief import Step
from sitegen.model.folding import MARKS
from sitegen.model.graph import Graph
from sitegen.model.passages import Finder, Found, wording_of
from sitegen.model.quotations import Quotation
from sitegen.model.spots import Spots
from sitegen.model.vocabulary import Wording
from sitegen.model.withholding import pattern_of, withheld_phrases

_TELLING = 4  # words: a shorter withdrawn quote is masked where it stood, not wherever such words occur


class Draft(Struct, frozen=True):
    """An annotation file, or what stands for one, with every quote found."""

    annotations: Annotations
    finder: Finder
    found: Mapping[str, Found]
    """By the id of the quote; a quote that the article does not contain is not in it."""
    proposed: frozenset[str] = frozenset()
    """Ids of the quotes whose source is software's proposal."""
    unprinted: frozenset[str] = frozenset()
    """Passages that caveats speak of, but for which the budget has no room."""
    wholly_proposed: bool = False

    def spans(self, quote: Quote) -> tuple[Span, ...]:
        """Return where the words of a quote stand; empty where the article does not contain them."""
        found = self.found.get(quote.id)
        return found.spans if found else ()


class Dossier(Struct, frozen=True):
    """What one brief is composed from."""

    article: Article
    draft: Draft
    desk: Desk
    graph: Graph
    sources: Mapping[str, Source]
    quotes: Mapping[str, Quote]
    quoted: Spots
    """Where the quotes stand that are not withdrawn."""
    mask: Mask
    day: str
    """The day as of which statuses hold, ISO 8601; empty where nothing says it."""
    echoes: tuple[Echo, ...] = ()
    """Sources that go back to one origin."""

    @property
    def annotations(self) -> Annotations:
        """The editor's, completed."""
        return self.draft.annotations

    @property
    def publisher(self) -> Source | None:
        """The source that published the article."""
        return self.sources.get(self.graph.publisher)

    @property
    def quotations(self) -> Sequence[Quotation]:
        """What the article puts in quotation marks, by place."""
        return self.draft.finder.marked

    def quotations_at(self, span: Span) -> Sequence[Quotation]:
        """Return those of the quotations that share a character with a place."""
        return self.draft.finder.quotations_at(span)

    def steps(self, source: str, via: tuple[str, ...] = ()) -> tuple[Step, ...]:
        """Return the way from the publisher to a source; empty where there is none."""
        return (self.graph.path(source, via) or ()) if source in self.sources else ()

    def way(self, quote: Quote) -> list[Source]:
        """Return the sources on the chain of a quote, the publisher first."""
        return [
            self.sources[step.source] for step in self.steps(quote.source, quote.via) if step.source in self.sources
        ]

    def passage(self, passage: str) -> Span | None:
        """Return where a passage stands first; None where the article does not contain it."""
        found = self.draft.finder.passage(passage) if passage else None
        return _with_marks(found, passage, self.article.text) if found else None

    def spans(self, quote: Quote) -> tuple[Span, ...]:
        """Return where the words of a quote stand; empty where the article does not contain them."""
        return self.draft.spans(quote)

    def wording(self, quote: Quote) -> Wording:
        """Return whose words a quote prints."""
        return wording_of(quote, self.draft.found.get(quote.id), self.graph.publisher)


def open_dossier(article: Article, draft: Draft, desk: Desk, day: str) -> Dossier:
    """Bring together what a brief is composed from."""
    annotations = draft.annotations
    sources = {source.id: source for source in annotations.sources}
    quotes = {quote.id: quote for quote in annotations.quotes}
    quoted = Spots.of(span for quote in annotations.quotes if not quote.withdrawn for span in draft.spans(quote))
    mask = Mask.of(article.text, desk.words("quote.mask"), pattern_of(_hidden_phrases(annotations)), _withdrawn(draft))
    graph = Graph.of(annotations)
    return Dossier(article, draft, desk, graph, sources, quotes, quoted, mask, day, find_echoes(graph))


def gone_phrases(annotations: Annotations) -> list[str]:
    """Return what no artefact of a withdrawn brief prints: what is withheld, and the words of every quote."""
    return [*withheld_phrases(annotations), *_telling(annotations.quotes)]


def find_all(finder: Finder, quotes: Iterable[Quote]) -> dict[str, Found]:
    """Return where the words of each quote stand, by the quote's id."""
    places = {quote.id: finder.find(quote.parts, quote.after, quote.occurrence) for quote in quotes}
    return {id_: place for id_, place in places.items() if isinstance(place, Found)}


def _with_marks(span: Span, typed: str, text: str) -> Span:
    """Widen a passage by the quotation marks that were typed around it and that the article has there."""
    words = typed.strip()
    start = span.start - (words[:1] in MARKS and text[span.start - 1 : span.start] in MARKS)
    end = span.end + (words[-1:] in MARKS and text[span.end : span.end + 1] in MARKS)
    return Span(max(start, 0), min(end, len(text)))


def _withdrawn(draft: Draft) -> list[Span]:
    gone = [quote.id for quote in draft.annotations.quotes if quote.withdrawn]
    return [span for id_ in gone if id_ in draft.found for span in draft.found[id_].spans]


def _hidden_phrases(annotations: Annotations) -> list[str]:
    return [*withheld_phrases(annotations), *_telling(quote for quote in annotations.quotes if quote.withdrawn)]


def _telling(quotes: Iterable[Quote]) -> Iterator[str]:
    """Yield the parts of quotes that are long enough to be known by their words alone."""
    yield from (part for quote in quotes for part in quote.parts if len(part.split()) >= _TELLING)
