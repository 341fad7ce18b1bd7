"""Analyse stage: articles -> what software proposes about them. The one home of spaCy, whose objects end here."""

from collections.abc import Iterable, Iterator

from sitegen.analyse.model import Model, find_model
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.problems import Kind, Location, Problem

__all__ = ["Model", "analyse", "find_model", "too_long"]

LIMIT = 1_000_000
"""Characters of an article that is analysed, a long novel; it takes some 25 seconds and 700 MB."""


def analyse(articles: Iterable[Article], model: Model, kinds: Kinds) -> Iterator[Analysis]:
    """Yield an analysis an article, in order."""
    from sitegen.analyse.whole import analyse_all  # noqa: PLC0415  (a build in which no article is new needs none of it)

    return analyse_all(articles, model, kinds)


def too_long(article: Article) -> Problem | None:
    """Say that an article is too long to be analysed, where it is."""
    length = len(article.text)
    if length <= LIMIT:
        return None
    message = f"the article has {length:,} characters, and {LIMIT:,} are the most that software analyses"
    hint = "cut it, or split it into several articles; with `analyse: no` in sitegen.yaml it is built as it is"
    return Problem(Location(article.path), Kind.ANALYSIS_FAILED, message, hint)
