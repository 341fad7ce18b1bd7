"""A reading: an article with what every finder looks at."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from sitegen.analyse.parsing import Parse
from sitegen.analyse.people import People
from sitegen.kinds import Kinds
from sitegen.model.article import Article
from sitegen.model.quotations import Quotation, quotations


class Reading(Struct, frozen=True, dict=True):
    """One article, parsed."""

    article: Article
    parses: Sequence[Parse]
    """Of headline and body, a paragraph each."""
    kinds: Kinds

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """What stands in quotation marks, by place."""
        return quotations(self.article)

    @cached_property
    def people(self) -> People:
        """The people of the article."""
        return People(self.article, self.parses, self.quotations)
