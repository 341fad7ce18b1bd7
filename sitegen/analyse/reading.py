"""A reading: an article with what every finder looks at."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.analyse.parsing import Parse
from sitegen.analyse.people import People
from sitegen.kinds import Kinds
from sitegen.model.article import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, parsed, its people known."""

    article: Article
    parses: Sequence[Parse]
    """Of headline and body, a paragraph each."""
    people: People
    kinds: Kinds
