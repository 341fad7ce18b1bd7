"""Review stage: Brief -> Problems; what can be judged only with the analysis, or with the brief as a whole."""

from collections.abc import Callable, Iterator

from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article
from sitegen.model.brief import Brief
from sitegen.problems import Problem
from sitegen.review.assertions import find_assertions
from sitegen.review.case import Case
from sitegen.review.evidence import find_undeclared
from sitegen.review.headline import find_doubtful_headline
from sitegen.review.likelihood import find_likelihoods
from sitegen.review.sources import find_unnamed_sources
from sitegen.review.withholding import find_withheld

RULES: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    find_withheld,
    find_unnamed_sources,
    find_undeclared,
    find_doubtful_headline,
    find_likelihoods,
    find_assertions,
)
"""Every rule of this stage, in the order of docs/problems.md."""


def review(  # noqa: PLR0913  (what every rule may look at)
    brief: Brief,
    article: Article,
    annotations: Annotations | None,
    analysis: Analysis,
    kinds: Kinds,
    *,
    language: str = "en",
) -> list[Problem]:
    """Return what an editor should look at again; an article without annotations has no editor yet."""
    if annotations is None:
        return []
    case = Case(brief, article, annotations, analysis, kinds, language)
    return [problem for rule in RULES for problem in rule(case)]
