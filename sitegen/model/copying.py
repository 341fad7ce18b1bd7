"""Copying: runs of an article's words that stand in a text of our own, whatever the signs between them."""

import re
from collections.abc import Sequence

from sitegen.model.article import Article, Role, Span

LEAST = 8
"""Words: a shorter run may be chance, or a name and an office."""
_WORD = re.compile(r"[^\W_]+")


def copied_runs(article: Article, texts: Sequence[str]) -> list[Span]:
    """Return the places of the article whose words stand in one of the texts, LEAST words or more in a row."""
    words, places = _words(article)
    starts: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - LEAST + 1):
        starts.setdefault(tuple(words[at : at + LEAST]), at)
    return [Span(places[at].start, places[at + LEAST - 1].end) for text in texts for at in _matches(text, starts)]


def _words(article: Article) -> tuple[list[str], list[Span]]:
    """Return the words of headline and body in small letters, and where each stands."""
    found = [
        match
        for paragraph in article.paragraphs_of(Role.HEADLINE, Role.BODY)
        for match in _WORD.finditer(article.text, paragraph.span.start, paragraph.span.end)
    ]
    return [match.group().casefold() for match in found], [Span(*match.span()) for match in found]


def _matches(text: str, starts: dict[tuple[str, ...], int]) -> list[int]:
    """Return the numbers of the article's words at which a run begins that the text has too."""
    words = [match.group().casefold() for match in _WORD.finditer(text)]
    windows = (tuple(words[at : at + LEAST]) for at in range(len(words) - LEAST + 1))
    return [starts[window] for window in windows if window in starts]
