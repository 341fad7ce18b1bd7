"""Articles -> spaCy documents and back: a document a paragraph, with every place mapped to the article's text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.columns import Columns, Labels, columns_of
from sitegen.analyse.model import load
from sitegen.model.article import Article, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"\S+")
LONGEST = 10_000
"""Characters of one document, which few articles have in all: what is looked at from every token takes time by its
square."""
PORTION = 100_000
"""Characters that are parsed together, which take some 300 MB meanwhile."""
_ENDS = (".", "!", "?", "…", ".”", "!”", "?”", ".’", '."', '!"', '?"')
"""How the word before a good place to cut ends."""


class Piece(Struct, frozen=True):
    """A paragraph, or a part of a very long one, with white space folded to single spaces."""

    text: str
    span: Span
    """In the article."""
    role: Role
    starts: tuple[int, ...]
    """Where runs of unchanged text start in `text` …"""
    origins: tuple[int, ...]
    """… and where in the article."""

    def origin(self, offset: int) -> int:
        """Return the place in the article of a character of the piece."""
        run = bisect_right(self.starts, offset) - 1
        return self.origins[run] + offset - self.starts[run]

    def span_of(self, start: int, end: int) -> Span:
        """Return the span in the article of characters of the piece; `end` is exclusive and above `start`."""
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def offset(self, place: int) -> int:
        """Return the character of the piece at, or next after, a place in the article."""
        run = max(bisect_right(self.origins, place) - 1, 0)
        end = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        return min(self.starts[run] + max(place - self.origins[run], 0), end)


class Parse(Struct, frozen=True, dict=True):
    """A piece as spaCy understood it."""

    piece: Piece
    doc: "Doc"
    labels: Labels

    @cached_property
    def columns(self) -> Columns:
        """The tokens as plain lists."""
        return columns_of(self.doc, self.piece.text, self.labels)

    def span(self, first: int, last: int) -> Span:
        """Return the span in the article from one token to another, by their numbers, both included."""
        return self.piece.span_of(*self.columns.place(first, last))

    def span_of(self, first: "Token", last: "Token") -> Span:
        """Return the span in the article from one token to another, both included."""
        return self.piece.span_of(first.idx, last.idx + len(last))

    def sentences(self) -> Iterator[Span]:
        """Yield the sentences that hold a word."""
        columns, text = self.columns, self.piece.text
        for first, last in columns.sentences:
            start, end = columns.place(first, last)
            if any(map(str.isalnum, text[start:end])):
                yield self.piece.span_of(start, end)


def parse(article: Article, package: str) -> list[Parse]:
    """Parse headline and body.

    The paragraphs of one article go to spaCy together and no others with them: what is found in an article cannot
    follow from its neighbours, and one that is analysed alone gets the same result.
    """
    pieces = [
        piece
        for paragraph in article.paragraphs_of(Role.HEADLINE, Role.BODY)
        for piece in _pieces(article, paragraph.span, paragraph.role)
    ]
    nlp = load(package)
    docs, labels = chain.from_iterable(map(nlp.pipe, _portions(pieces))), Labels(nlp.vocab.strings)
    return [Parse(piece, doc, labels) for piece, doc in zip(pieces, docs, strict=True)]


def _portions(pieces: Sequence[Piece]) -> Iterator[list[str]]:
    """Yield the texts that are parsed together: of most articles all, of a very long one PORTION characters or so."""
    texts: list[str] = []
    size = 0
    for piece in pieces:
        if texts and size + len(piece.text) > PORTION:
            yield texts
            texts, size = [], 0
        texts.append(piece.text)
        size += len(piece.text)
    yield texts


def _pieces(article: Article, span: Span, role: Role) -> Iterator[Piece]:
    """Cut a paragraph into pieces of at most LONGEST characters, between sentences or words where it has any."""
    text = article.text[span.start : span.end]
    if len(text) <= LONGEST and text and " ".join(text.split()) == text:
        yield Piece(text, span, role, (0,), (span.start,))
        return
    words = [Span(found.start(), found.end()) for found in _WORD.finditer(article.text, span.start, span.end)]
    words = [part for word in words for part in _parts(word)]
    run: list[Span] = []
    for word in words:
        if run and word.end - run[0].start > LONGEST:
            cut = _cut(article.text, run)
            yield _fold(article.text, run[:cut], role)
            run = run[cut:]
        run.append(word)
    if run:
        yield _fold(article.text, run, role)


def _cut(text: str, run: Sequence[Span]) -> int:
    """Return how many words go before the last end of a sentence in the second half, all where there is none."""
    ends = (at for at in range(len(run), len(run) // 2, -1) if text.endswith(_ENDS, run[at - 1].start, run[at - 1].end))
    return next(ends, len(run))


def _parts(word: Span) -> Iterator[Span]:
    for start in range(word.start, word.end, LONGEST):
        yield Span(start, min(start + LONGEST, word.end))


def _fold(text: str, words: list[Span], role: Role) -> Piece:
    """Join words with single spaces, and note each run in which that changed nothing."""
    starts, origins, length = [0], [words[0].start], 0
    for before, word in zip([None, *words], words, strict=False):
        if before is not None:
            length += 1
            if word.start - before.end != 1 or text[before.end] != " ":
                starts.append(length)
                origins.append(word.start)
        length += word.end - word.start
    folded = " ".join(text[word.start : word.end] for word in words)
    return Piece(folded, Span(words[0].start, words[-1].end), role, tuple(starts), tuple(origins))
