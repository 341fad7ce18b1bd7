"""Copying: runs of an article's words that stand in a text of our own, whatever the signs between them."""

import re
from collections.abc import Iterator, Sequence

from sitegen.model.article import Article, Role, Span

LEAST = 8
"""Words: a shorter run may be chance, or a name and an office."""
Run = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+")


def copied_runs(article: Article, texts: Sequence[str]) -> list[Span]:
    """Return the places of the article whose words stand in one of the texts, LEAST words or more in a row."""
    wanted = [run for text in texts for run in _runs([word.casefold() for word in _WORD.findall(text)])]
    if not wanted:
        return []
    found = [
        match
        for paragraph in article.paragraphs_of(Role.HEADLINE, Role.BODY)
        for match in _WORD.finditer(article.text, paragraph.span.start, paragraph.span.end)
    ]
    starts = _starts([match.group().casefold() for match in found], frozenset(wanted))
    places = (starts[run] for run in wanted if run in starts)
    return [Span(found[at].start(), found[at + LEAST - 1].end()) for at in places]


def _starts(words: Sequence[str], wanted: frozenset[Run]) -> dict[Run, int]:
    """Return the number of the word at which each run that is wanted begins first."""
    first = {run[0] for run in wanted}
    starts: dict[Run, int] = {}
    for at, word in enumerate(words):
        if word in first and (run := tuple(words[at : at + LEAST])) in wanted:
            starts.setdefault(run, at)
    return starts


def _runs(words: Sequence[str]) -> Iterator[Run]:
    return (tuple(words[at : at + LEAST]) for at in range(len(words) - LEAST + 1))
