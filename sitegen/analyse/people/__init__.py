"""People: whom the mentions of an article stand for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sitegen.analyse.names import Name
from sitegen.analyse.parsing import Parse
from sitegen.analyse.people.cast import cast_of
from sitegen.analyse.people.completed import completed
from sitegen.analyse.people.genders import PRONOUNS
from sitegen.analyse.people.grammar import head_of, is_about
from sitegen.analyse.people.leaves import Leaves
from sitegen.analyse.people.nominals import is_definite, phrase_of
from sitegen.analyse.people.organisations import Organisations
from sitegen.model.analysis import Speaker
from sitegen.model.article import Article, Span
from sitegen.model.quotations import Quotation

_RELATIVES = frozenset({"who", "whom", "which", "that"})
_POINTING = frozenset({"this", "these", "those", "what", "there"})
"""Words that alone name nobody."""
_PRONOUNS = frozenset({*PRONOUNS, "it", "they", "we", "i", "them", "us", "me"})
_PLURAL = ("NNS", "NNPS")
_LEADING = ("that ", "but ", "and ", "as ", "or ")
_MARKS = " ,;:—–-"
_QUOTES = ("“”", '""', "''", "‘’")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$")
_RELATED, _EQUATED, _COMPLETED = 0.9, 0.8, 0.8
"""Confidence in whom "who", a role, and words without their noun stand for."""
_UNSURE = 0.5
"""Of all that speaks for somebody, the share below which a pronoun stands for nobody."""
_AT_LEAST = 0.6
"""The share, between this and 1, is about how often the name is right: measured on 290 pronouns of news texts."""


class People:
    """The people and organisations of one article, and who is meant by a mention."""

    def __init__(self, article: Article, parses: Sequence[Parse], quotations: Sequence[Quotation]) -> None:
        self.article = article
        self._leaves = Leaves(parses, quotations)
        self._cast = cast_of(self._leaves)
        self.names: list[Name] = [
            Name(mention.span, self._cast.called[number])
            for mention, number in zip(self._cast.mentions, self._cast.whom, strict=True)
        ]
        """The persons named, in the order of the text."""
        self._starts = [name.span.start for name in self.names]
        self.organisations = Organisations(self._leaves)

    def speaker(self, mention: Span, confidence: float) -> Speaker:
        """Return the speaker whom a mention stands for; the confidence is that in the mention."""
        name, sure = self.whom(mention)
        return Speaker(mention, name, confidence, round(sure, 2))

    def whom(self, mention: Span) -> tuple[str, float]:
        """Return the name that a mention stands for, and the confidence in it; "" where it stands for nobody sure."""
        words = tidied(self.article.words_at(mention))
        small = words.casefold()
        if small in _PRONOUNS:
            return self._meant(mention)
        if small in _RELATIVES:
            name = self._related(mention)
            return name, _RELATED if name else 0.0
        if small in _POINTING:
            return "", 0.0
        if name := self._named(mention) or self.organisations.full(words):
            return name, 1.0
        return self._described(mention) or (words, 1.0)

    def _meant(self, pronoun: Span) -> tuple[str, float]:
        meant = self._cast.pronouns.get(pronoun.start)
        if meant is None or meant.margin < _UNSURE:
            return "", 0.0
        return self._cast.called[meant.who], _AT_LEAST + (1 - _AT_LEAST) * meant.margin

    def _named(self, mention: Span) -> str:
        """Return the name of the person whom a mention is about: "the mayor, Jan Roe", not "a friend of Jan Roe"."""
        inside = list(self._inside(mention))
        if not inside:
            return ""
        words = self._leaves.words(mention)
        root = words.root
        for place in reversed(inside):
            found = self._cast.mentions[place]
            name = words.doc[found.first : found.end].root
            if root == name or (root.tag_ not in _PLURAL and is_about(root, name)):
                return self.names[place].full
        return ""

    def _inside(self, span: Span) -> Iterator[int]:
        """Yield which names stand in a span, or hold it: "Vell" of "Okon-Vell"."""
        for place in range(max(bisect_left(self._starts, span.start) - 1, 0), bisect_left(self._starts, span.end)):
            name = self.names[place].span
            if name in span or span in name:
                yield place

    def _related(self, mention: Span) -> str:
        """Return what "who" refers to."""
        words = self._leaves.words(mention)
        verb = next((above for above in words.root.ancestors if above.dep_ == "relcl"), None)
        head = head_of(verb.head) if verb is not None else None
        edge = [token.i for token in head.subtree if token.i < words.start] if head is not None else []
        if head is None or not edge:
            return ""
        leaf = self._leaves.at(mention.start)
        return self._named(leaf.span(edge[0], edge[-1])) or (phrase_of(head) if head.tag_ == "NN" else "")

    def _described(self, mention: Span) -> tuple[str, float] | None:
        """Return who "the mayor" is where the article calls one person so, and what "the second" leaves out."""
        words = self._leaves.words(mention)
        leaf = self._leaves.at(mention.start)
        if name := completed(tidied(words.text), self._leaves, leaf.number, words.start):
            return name, _COMPLETED
        people = self._cast.roles.get(words.root.lower_, ()) if is_definite(words) else ()
        return (self._cast.called[people[0]], _EQUATED) if len(people) == 1 else None


def tidied(words: str) -> str:
    """Return the words of a mention without conjunctions before them, marks around them and "'s" behind them."""
    words = words.strip(_MARKS)
    if words[:1] + words[-1:] in _QUOTES:
        words = words[1:-1].strip(_MARKS)
    while words.casefold().startswith(_LEADING):
        words = words.partition(" ")[2].lstrip(_MARKS)
    return _POSSESSIVE.sub("", words)
