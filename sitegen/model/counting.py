"""Counting: how many of an article's words a brief prints."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from sitegen.model.article import Article, Paragraph, Role, Span

_WORD = re.compile(r"[^\W_]")
_TOKEN = re.compile(r"\S+")
_PER_CENT = 100


class Share(Struct, frozen=True):
    """Words out of all words of an article's headline and body."""

    words: int
    total: int

    @property
    def per_cent(self) -> int:
        """The share in whole per cent, rounded up, so that "50 %" is never said of more."""
        return -(-self.words * _PER_CENT // self.total) if self.total else 0

    def reaches(self, per_cent: int) -> bool:
        """Say whether it is this share or more; nothing reaches none."""
        return self.words > 0 and self.words * _PER_CENT >= self.total * per_cent

    def exceeds(self, per_cent: int) -> bool:
        """Say whether it is more than this share."""
        return self.words * _PER_CENT > self.total * per_cent

    def room(self, per_cent: int) -> int:
        """Return how many more words may be printed before the share exceeds this one."""
        return max(self.total * per_cent // _PER_CENT - self.words, 0)


class Numbered(Struct, frozen=True):
    """The words of an article's headline and body, each by its number: for many spans to be counted against."""

    text: str
    starts: tuple[int, ...]
    """By number, from 0."""
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def touched(self, span: Span) -> range:
        """Return the numbers of the words that a span touches; a word of which a part is printed counts."""
        whole = _whole(self.text, span)
        first = bisect_right(self.ends, whole.start)
        return range(first, max(bisect_left(self.starts, whole.end), first))

    def count(self, spans: Iterable[Span]) -> int:
        """Count the words that spans touch, each once."""
        return sum(len(self.touched(span)) for span in merged(_whole(self.text, span) for span in spans))


def number_words(article: Article) -> Numbered:
    """Return the words of headline and body, numbered by place."""
    return _numbered(article.text, article.paragraphs)


@lru_cache(maxsize=2)
def _numbered(text: str, paragraphs: tuple[Paragraph, ...]) -> Numbered:
    """Return the words of a text, numbered; remembered for the articles that are being worked on."""
    found = [span for each in _counted(paragraphs) for span in _words(text, each)]
    return Numbered(text, tuple(start for start, _ in found), tuple(end for _, end in found))


def word_count(article: Article) -> int:
    """Count the words of headline and body: whatever stands between white space and holds a letter or a digit."""
    return len(number_words(article))


def words_in(article: Article, spans: Iterable[Span]) -> int:
    """Count the words of headline and body that the spans touch, each once."""
    return number_words(article).count(spans)


def share_of(article: Article, spans: Iterable[Span]) -> Share:
    """Return the share of the article that the spans print, taken together."""
    return Share(words_in(article, spans), word_count(article))


def runs(article: Article, spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that the spans print without a word between them left out."""
    result: list[Span] = []
    for span in merged(spans):
        if result and not _WORD.search(article.text, result[-1].end, span.start):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap or touch as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def _counted(paragraphs: Iterable[Paragraph]) -> list[Span]:
    return sorted(each.span for each in paragraphs if each.role in (Role.HEADLINE, Role.BODY))


def _words(text: str, within: Span) -> Iterator[tuple[int, int]]:
    for token in _TOKEN.finditer(text, within.start, within.end):
        start, end = token.span()
        # Most begin with a letter or a digit, and to see that takes less time than a search.
        if text[start].isalnum() or _WORD.search(text, start, end):
            yield start, end


def _whole(text: str, span: Span) -> Span:
    """Widen a span to whole words."""
    start, end = span.start, span.end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)
