"""The case that review judges: a brief, what it was composed from, and the kinds that it was composed with."""

from msgspec import Struct

from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article
from sitegen.model.brief import Brief


class Case(Struct, frozen=True):
    """What every rule of review looks at."""

    brief: Brief
    article: Article
    annotations: Annotations
    analysis: Analysis
    kinds: Kinds
    language: str = "en"
    """In which the editor writes: the language of the pages."""

    @property
    def is_english(self) -> bool:
        """Whether the words of rule 8, which are English, can tell whose word a sentence is."""
        return self.language.partition("-")[0] == "en"
