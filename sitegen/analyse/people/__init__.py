"""People: whom the mentions of an article stand for."""

from collections.abc import Sequence

from sitegen.analyse.names import Name, people_in, person_at, person_before
from sitegen.analyse.parsing import Parse
from sitegen.model.analysis import Speaker
from sitegen.model.article import Article, Span

_RESOLVED = frozenset({"he", "she", "who", "him", "her"})
_PRONOUN = 0.7
"""Confidence in the name that a pronoun stands for; rough, until it is measured."""


class People:
    """The people of one article: their names, and who is meant by a mention."""

    def __init__(self, article: Article, parses: Sequence[Parse]) -> None:
        self.article = article
        self.names: list[Name] = people_in(parses)

    def speaker(self, mention: Span, confidence: float) -> Speaker:
        """Return the speaker whom a mention stands for; the confidence is that in the mention."""
        words = self.article.words_at(mention)
        if named := person_at(self.names, mention):
            return Speaker(mention, named.full, confidence)
        if words.casefold() in _RESOLVED and (before := person_before(self.names, mention.start)):
            return Speaker(mention, before.full, confidence, _PRONOUN)
        return Speaker(mention, words, confidence)
