"""What a draft is made from: an article, what software found in it and proposes, and the desk's own ways."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from sitegen.compose import Desk
from sitegen.compose.proposal.whole import Proposal, propose
from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis, Statement
from sitegen.model.annotations import Quote, Source
from sitegen.model.article import Article, Span
from sitegen.words import Words

MOST_QUOTES = 6
"""The most that a draft proposes; what else was found stands in comments."""


class Findings(Struct, frozen=True, dict=True):
    """One article and everything that its draft follows from."""

    article: Article
    analysis: Analysis
    desk: Desk
    publisher: str = ""
    """As given on the command line; empty where it was not."""
    url: str = ""
    """The same."""
    captured: str = ""
    """The day on which an imported page was saved, ISO 8601; empty for other articles."""
    kept: str = ""
    """Where an imported page is kept, and its hash: a phrase for a comment."""

    @cached_property
    def proposal(self) -> Proposal:
        """Return what software proposes, as annotations; without the summary, which an editor words anew."""
        return propose(self.article, replace(self.analysis, summary=()), self.desk, self.publisher, MOST_QUOTES)

    @property
    def settings(self) -> Settings:
        """Return the desk's settings."""
        return self.desk.settings

    @property
    def words(self) -> Words:
        """Return the desk's wording."""
        return self.desk.words

    @property
    def kinds(self) -> Kinds:
        """Return the kinds of sources and signals."""
        return self.desk.kinds

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Return the proposed sources by their ids."""
        return {source.id: source for source in self.proposal.annotations.sources}

    def statement_of(self, quote: Quote) -> Statement:
        """Return what a proposed quote was made from."""
        chosen = zip(self.proposal.annotations.quotes, self.proposal.choices, strict=True)
        return next(choice.statement for each, choice in chosen if each.id == quote.id)

    def way(self, quote: Quote) -> tuple[Source, ...]:
        """Return the sources on the way of a proposed quote, without the publisher."""
        return tuple(self.sources[id_] for id_ in self.proposal.woven.ways[self.statement_of(quote).span])

    def needs_check(self, sources: Iterable[Source]) -> bool:
        """Say whether any of the sources is of a kind whose material needs a check."""
        return any(self.kinds.sources[source.kind].unverified for source in sources)

    def shows_material(self, quote: Quote) -> bool:
        """Say whether the paragraph of a quote speaks of material that needs a check, on its way or not."""
        spans = self.proposal.found[quote.id].spans
        here = [each.span for each in self.article.paragraphs if each.span.overlaps(spans[0])]
        shown = (one for one in self.analysis.evidence if not one.is_signal and one.name in self.kinds.unverified)
        return any(one.cue in paragraph for one in shown for paragraph in here)

    def words_at(self, span: Span) -> str:
        """Return the article's words, white space folded."""
        return self.article.words_at(span)

    def line(self, span: Span) -> int:
        """Return the line of the article on which a stretch begins."""
        return self.article.location(span.start).line

    def passage(self, span: Span) -> str:
        """Return "line 7: “…”", for comments."""
        return f"line {self.line(span)}: “{self.words_at(span)}”"
