"""Analyse stage: articles -> what software proposes about them. The one home of spaCy, whose objects end here."""

from collections.abc import Iterable, Iterator

from sitegen.analyse.model import Model, find_model
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article

__all__ = ["Model", "analyse", "find_model"]


def analyse(articles: Iterable[Article], model: Model, kinds: Kinds) -> Iterator[Analysis]:
    """Yield an analysis an article, in order."""
    from sitegen.analyse.whole import analyse_all  # noqa: PLC0415  (a build in which no article is new needs none of it)

    return analyse_all(articles, model, kinds)
