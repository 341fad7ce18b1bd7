"""People: whom the mentions of an article stand for."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sitegen.analyse.names import Name
from sitegen.analyse.parsing import Parse
from sitegen.analyse.people.forms import Gender
from sitegen.analyse.people.grammar import head_of, is_about
from sitegen.analyse.people.leaves import Leaf, Quoted, leaves_of
from sitegen.analyse.people.mentions import mentions_in
from sitegen.analyse.people.merging import merged
from sitegen.analyse.people.pronouns import Meant, Seen, pronouns_in
from sitegen.model.analysis import Speaker
from sitegen.model.article import Article, Span
from sitegen.model.quotations import quotations

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_RELATIVES = frozenset({"who", "whom"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "it", "they", "we", "i", "them", "us", "me"})
_APPOSED = 0.9


class People:
    """The people of one article: their names, and who is meant by a mention."""

    def __init__(self, article: Article, parses: Sequence[Parse]) -> None:
        self.article = article
        self._leaves = list(leaves_of(parses, Quoted(quotations(article))))
        self._places = [leaf.parse.piece.span.start for leaf in self._leaves]
        self._mentions = mentions_in(self._leaves)
        people, self._whom = merged(self._mentions)
        self._called = [person.fullest.shown for person in people]
        self.names: list[Name] = [
            Name(mention.span, self._called[number]) for mention, number in zip(self._mentions, self._whom, strict=True)
        ]
        """The persons named, in the order of the text."""
        self._starts = [name.span.start for name in self.names]
        self._meant = self._pronouns([person.gender for person in people])

    def speaker(self, mention: Span, confidence: float) -> Speaker:
        """Return the speaker whom a mention stands for; the confidence is that in the mention."""
        words = self.article.words_at(mention)
        small = words.casefold()
        if small in _PRONOUNS:
            meant = self._meant.get(mention.start)
            name, sure = (self._called[meant.who], meant.confidence) if meant else ("", 0.0)
            return Speaker(mention, name, confidence, round(sure, 2))
        if small in _RELATIVES:
            name = self._related(mention)
            return Speaker(mention, name, confidence, _APPOSED if name else 0.0)
        return Speaker(mention, self._named(mention) or words, confidence)

    def _pronouns(self, genders: list[Gender | None]) -> dict[int, Meant]:
        """Return whom the pronouns stand for, by their places in the article."""
        seen: dict[int, list[Seen]] = defaultdict(list)
        for mention, number in zip(self._mentions, self._whom, strict=True):
            doc = self._leaves[mention.leaf].parse.doc
            seen[mention.leaf].append(Seen(doc[mention.first : mention.end].root.i, number, mention.first, mention.end))
        found = pronouns_in(self._leaves, seen, genders)
        return {self._leaves[leaf].span(token, token).start: meant for (leaf, token), meant in found.items()}

    def _named(self, mention: Span) -> str:
        """Return the name of the person that a mention is about: "the mayor, Jan Roe", not "a friend of Jan Roe"."""
        inside = [
            place
            for place in range(bisect_right(self._starts, mention.start - 1), bisect_right(self._starts, mention.end))
            if self.names[place].span in mention
        ]
        words = self._words(mention) if inside else None
        if words is None:
            return self.names[inside[-1]].full if inside else ""
        root = words.root
        for place in inside:
            found = self._mentions[place]
            if is_about(root, words.doc[found.first : found.end].root):
                return self.names[place].full
        return ""

    def _related(self, mention: Span) -> str:
        """Return what "who" refers to."""
        words = self._words(mention)
        if words is None:
            return ""
        verb = next((above for above in words.root.ancestors if above.dep_ == "relcl"), None)
        if verb is None:
            return ""
        head = head_of(verb.head)
        edge = [token.i for token in head.subtree if token.i < words.start]
        leaf = self._leaf(mention.start)
        return self._named(leaf.span(edge[0], edge[-1])) if edge else ""

    def _leaf(self, place: int) -> Leaf:
        return self._leaves[max(bisect_right(self._places, place) - 1, 0)]

    def _words(self, span: Span) -> "Words | None":
        """Return the tokens of a span of the article."""
        parse = self._leaf(span.start).parse
        start, end = parse.piece.offset(span.start), parse.piece.offset(span.end - 1) + 1
        found: Words | None = parse.doc.char_span(start, end, alignment_mode="expand")
        return found
