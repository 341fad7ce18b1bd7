"""Words: a parse as plain lists, since spaCy's own tokens are slow to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.analyse.parsing import Parse, Piece
from sitegen.model.article import Span


@dataclass(frozen=True, slots=True)
class Words:
    """A parsed paragraph; each list has an item a token, and tokens go by their place in it."""

    piece: Piece
    forms: Sequence[str]
    lower: Sequence[str]
    tags: Sequence[str]
    """Penn Treebank part-of-speech tags."""
    deps: Sequence[str]
    """Dependency labels of spaCy's English models."""
    heads: Sequence[int]
    children: Sequence[Sequence[int]]
    firsts: Sequence[int]
    """The first token of each token's subtree …"""
    lasts: Sequence[int]
    """… and the last."""
    starts: Sequence[int]
    """In characters of the piece."""
    sentences: Sequence[int]
    """The first token of each token's sentence."""

    def span_of(self, first: int, last: int) -> Span:
        """Return the span in the article from one token to another, both included."""
        return self.piece.span_of(self.starts[first], self.starts[last] + len(self.forms[last]))

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first child that hangs on a token by one of these labels."""
        return next((child for child in self.children[token] if self.deps[child] in deps), None)


def words_of(parse: Parse) -> Words:
    """Return a parse as lists."""
    tokens = list(parse.doc)
    heads = [token.head.i for token in tokens]
    children: list[list[int]] = [[] for _ in tokens]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    forms = [token.text for token in tokens]
    return Words(
        piece=parse.piece,
        forms=forms,
        lower=[form.lower() for form in forms],
        tags=[token.tag_ for token in tokens],
        deps=[token.dep_ for token in tokens],
        heads=heads,
        children=children,
        firsts=[token.left_edge.i for token in tokens],
        lasts=[token.right_edge.i for token in tokens],
        starts=[token.idx for token in tokens],
        sentences=list(_sentence_starts(parse)),
    )


def _sentence_starts(parse: Parse) -> Iterator[int]:
    for sentence in parse.doc.sents:
        for _ in range(sentence.start, sentence.end):
            yield sentence.start
