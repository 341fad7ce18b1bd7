"""Review stage: Brief -> Problems; what can be judged only with the analysis, or with the brief as a whole."""

from collections.abc import Callable, Iterator

from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.brief import Brief
from sitegen.problems import Problem
from sitegen.review.case import Case
from sitegen.review.sources import find_unnamed_sources
from sitegen.review.withholding import find_withheld
from sitegen.words import Words

RULES: tuple[Callable[[Case], Iterator[Problem]], ...] = (find_unnamed_sources, find_withheld)
"""Every rule of this stage, in the order of docs/problems.md."""


def review(
    brief: Brief, annotations: Annotations | None, analysis: Analysis, words: Words, kinds: Kinds
) -> list[Problem]:
    """Return what an editor should look at again; an article without annotations has no editor yet."""
    if annotations is None:
        return []
    case = Case(brief, annotations, analysis, words, kinds)
    return [problem for rule in RULES for problem in rule(case)]
