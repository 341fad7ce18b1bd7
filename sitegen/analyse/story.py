"""The story: the sentences of an article's body, in order, by their ranks from 0."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sitegen.model.article import Article, Role, Span

_CUT = re.compile(r"\b(?:Adm|Capt|Cmdr|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|No|Prof|Rep|Rev|Sen|Sgt|St|vs)\.$")
"""Behind these a stop ends no sentence."""


class Story(Struct, frozen=True):
    """Sentences by rank."""

    spans: Sequence[Span]
    words: Sequence[str]
    """Of each, white space folded."""
    starts: Sequence[int]

    def touched(self, span: Span) -> range:
        """Return the ranks of the sentences that share a character with a stretch."""
        first = max(bisect_right(self.starts, span.start) - 1, 0)
        end = bisect_left(self.starts, span.end)
        return range(first + (first < end and self.spans[first].end <= span.start), end)


def story_of(article: Article, sentences: Iterable[Span]) -> Story:
    """Return the story of an article whose sentences these are, in order, the headline's too."""
    heads = [paragraph.span for paragraph in article.paragraphs_of(Role.HEADLINE)]
    spans = list(_whole(article, (span for span in sentences if not any(span in head for head in heads))))
    return Story(spans, [article.words_at(span) for span in spans], [span.start for span in spans])


def _whole(article: Article, sentences: Iterable[Span]) -> Iterator[Span]:
    """Yield sentences; one that was cut behind "Sgt." or the like goes on."""
    held: Span | None = None
    for span in sentences:
        if held and not _CUT.search(article.text, held.end - len("Cmdr.") - 1, held.end):
            yield held
            held = None
        held = Span(held.start if held else span.start, span.end)
    if held:
        yield held
