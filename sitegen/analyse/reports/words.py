"""Words: a parse as plain lists, since spaCy's own tokens are slow to read."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.analyse.parsing import Parse, Piece
from sitegen.model.article import Span

_ATTRIBUTES = ("IDX", "LENGTH", "TAG", "DEP", "HEAD", "SENT_START")
_NUMBERS = 1 << 64
"""How many numbers spaCy has for texts; what it gives as signed is off by that."""


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

    def sentence_end(self, token: int) -> int:
        """Return the last token of a token's sentence."""
        return bisect_right(self.sentences, self.sentences[token]) - 1

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first child that hangs on a token by one of these labels."""
        return next((child for child in self.children[token] if self.deps[child] in deps), None)


def words_of(parses: Iterable[Parse]) -> Iterator[Words]:
    """Yield parses as lists."""
    labels: dict[int, str] = {}
    for parse in parses:
        doc, text = parse.doc, parse.piece.text
        starts, lengths, tags, deps, offsets, opens = doc.to_array([*_ATTRIBUTES]).astype("int64").T.tolist()
        # Looking a text up takes spaCy long, and there are few labels.
        labels |= {number: doc.vocab.strings[number % _NUMBERS] for number in {*tags, *deps} - labels.keys()}
        forms = [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]
        heads = [token + offset for token, offset in enumerate(offsets)]
        firsts, lasts = _edges(heads)
        yield Words(
            piece=parse.piece,
            forms=forms,
            lower=[form.lower() for form in forms],
            tags=[labels[number] for number in tags],
            deps=[labels[number] for number in deps],
            heads=heads,
            children=_children(heads),
            firsts=firsts,
            lasts=lasts,
            starts=starts,
            sentences=list(_sentences(opens)),
        )


def _children(heads: Sequence[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    return children


def _edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the first and the last token of each subtree."""
    firsts, lasts = list(range(len(heads))), list(range(len(heads)))
    for token, parent in enumerate(heads):
        head = parent
        while token < firsts[head]:
            firsts[head], head = token, heads[head]
    for token in range(len(heads) - 1, -1, -1):
        head = heads[token]
        while token > lasts[head]:
            lasts[head], head = token, heads[head]
    return firsts, lasts


def _sentences(opens: Sequence[int]) -> Iterator[int]:
    """Yield of each token the first of its sentence."""
    start = 0
    for token, opening in enumerate(opens):
        start = token if opening == 1 else start
        yield start
