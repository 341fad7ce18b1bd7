"""What a draft is made from: an article, what software found in it, and the desk's own ways."""

from dataclasses import dataclass

from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Span
from sitegen.model.passages import Finder, Found
from sitegen.words import Words


@dataclass(frozen=True, slots=True)
class Findings:
    """One article and everything that its draft follows from."""

    article: Article
    analysis: Analysis
    settings: Settings
    words: Words
    kinds: Kinds
    finder: Finder
    """Of the article."""
    publisher: str = ""
    """As given on the command line; empty where it was not."""
    url: str = ""
    """The same."""

    def words_at(self, span: Span) -> str:
        """Return the article's words, white space folded."""
        return self.article.words_at(span)

    def line(self, span: Span) -> int:
        """Return the line of the article on which a stretch begins."""
        return self.article.location(span.start).line

    def place(self, span: Span, words: str) -> tuple[int, Found] | None:
        """Return where a stretch begins with these words, and which of such places it is: 0 the only one."""
        if isinstance(place := self.finder.find((words,)), Found):
            return 0, place
        number = 1
        while isinstance(place := self.finder.find((words,), occurrence=number), Found):
            if place.spans[0].start <= span.start < place.spans[0].end:
                return number, place
            number += 1
        return None

    def passage(self, span: Span) -> str:
        """Return "line 7: “…”", for comments."""
        return f"line {self.line(span)}: “{self.words_at(span)}”"
