"""Check stage: an article and what an editor says about it -> what is wrong with it, one module a rule."""

from sitegen.check.budget import check_budget
from sitegen.check.case import Case
from sitegen.check.caveats import check_caveats
from sitegen.check.quotes import check_quotes
from sitegen.check.sources import check_sources
from sitegen.check.status import check_status
from sitegen.config import Budget
from sitegen.kinds import Kinds
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article
from sitegen.problems import Problem, in_order

RULES = (check_quotes, check_sources, check_status, check_caveats, check_budget)
"""Rules 1, 2, 3, 5 and 7; the others judge the brief and belong to the review stage."""


def check(article: Article, annotations: Annotations, kinds: Kinds, budget: Budget) -> list[Problem]:
    """Return what is wrong with the annotations, in order of place; they may be broken and incomplete."""
    case = Case.of(article, annotations, kinds, budget)
    return in_order(problem for rule in RULES for problem in rule(case))
