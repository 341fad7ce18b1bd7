"""The case that review judges: a brief, what it was composed from, and the wording and kinds it was composed with."""

from dataclasses import dataclass

from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.brief import Brief
from sitegen.words import Words


@dataclass(frozen=True, slots=True)
class Case:
    """What every rule of review looks at."""

    brief: Brief
    annotations: Annotations
    analysis: Analysis
    words: Words
    kinds: Kinds
