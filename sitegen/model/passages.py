"""Passages: where words that an editor typed stand in the article."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from msgspec import Struct

from sitegen.model.annotations import Quote
from sitegen.model.article import Article, Paragraph, Role, Span
from sitegen.model.folding import Folded, needle
from sitegen.model.quotations import Quotation, is_quoted, quotations
from sitegen.model.spots import Spots
from sitegen.model.vocabulary import Wording


class Found(Struct, frozen=True):
    """Words that the article contains: a span a part, each beginning and ending on the words."""

    spans: tuple[Span, ...]
    direct: bool = False
    """Whether the article has all of them in quotation marks."""


class Missing(Struct, frozen=True):
    """Words that headline and body do not contain."""

    outside: bool = False
    """Whether they stand in a caption, byline, date line or biography."""
    part: int = 0
    """Which part, counted from 0."""
    after: bool = False
    """Whether it is the words of `after:` that do not stand there."""


class Several(Struct, frozen=True):
    """Words that the article contains more than once."""

    spans: tuple[Span, ...]
    """The first two places (of the first part)."""


class OutOfOrder(Struct, frozen=True):
    """Words that the article contains, but not where they are said to stand."""

    span: Span
    """Where they stand."""
    part: int = 0
    """Which part, counted from 0."""
    count: int = 0
    """How many places there are, where `occurrence:` asks for more; otherwise they stand before what they follow."""


Place = Found | Missing | Several | OutOfOrder
_Window = tuple[tuple[int, int], ...]


class Finder:
    """Finds words in one article, which is folded once.

    Body text goes before the headline: what stands in both is found in the body.
    """

    __slots__ = ("article", "marked", "outside", "ranks", "spots")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.marked = quotations(article)
        self.spots = Spots.of(each.outer for each in self.marked)
        self.ranks = (_folded(article, Role.BODY), _folded(article, Role.HEADLINE))
        self.outside = _folded(article, Role.CAPTION, Role.BYLINE, Role.DATE_LINE, Role.BIOGRAPHY)

    def find(self, parts: Sequence[str], after: str = "", occurrence: int = 0) -> Place:
        """Find words as the editor typed them: parts in order, the first of them behind the words of `after`.

        Quote marks and white space are folded, nothing else is forgiven; a quote begins and ends with whole words.
        """
        needles = tuple(needle(part) for part in parts) or ("",)
        start = self._end_of(needle(after)) if after else 0
        if start < 0:
            return Missing(after=True)
        first = max(occurrence - 1, 0)
        for rank in self.ranks:
            windows = list(islice(_windows(rank, needles, rank.place(start)), first, first + 2))
            if len(windows) > 1 and not (occurrence or after):
                return Several(tuple(rank.span(*window[0]) for window in windows))
            if windows:
                return self._found(rank, windows[0])
        return self._explain(needles, start)

    def passage(self, words: str) -> Span | None:
        """Return where a passage first stands in body or headline; None where it does not."""
        found = self.find((words,), occurrence=1)
        return found.spans[0] if isinstance(found, Found) else None

    def quotations_at(self, span: Span) -> list[Quotation]:
        """Return what stands in quotation marks and shares a character, or a mark, with a stretch; by place."""
        return [self.marked[number] for number in self.spots.meeting(span)]

    def outside_passage(self, words: str) -> Span | None:
        """Return where words first stand in a caption, byline, date line or biography; None where they do not."""
        wanted = needle(words)
        at = self.outside.find(wanted)
        return self.outside.span(at, at + len(wanted)) if at >= 0 else None

    def _found(self, folded: Folded, window: _Window) -> Found:
        spans = tuple(folded.span(*stretch) for stretch in window)
        return Found(spans, all(is_quoted(span, self.marked) for span in spans))

    def _end_of(self, words: str) -> int:
        """Return the character behind the first place of words; -1 where there is none."""
        for rank in (*self.ranks, self.outside):
            if (at := rank.find(words)) >= 0:
                return rank.span(at, at + len(words)).end
        return -1

    def _explain(self, needles: tuple[str, ...], start: int) -> Missing | OutOfOrder:
        """Say why words were not found: a part that stands nowhere, one out of order, or too few places."""
        for part, words in enumerate(needles):
            if all(rank.find(words) < 0 for rank in self.ranks):
                return Missing(self.outside.find(words) >= 0, part)
        for rank in self.ranks:
            if window := next(_windows(rank, needles), None):
                count = sum(1 for _ in _windows(rank, needles, rank.place(start)))
                return OutOfOrder(rank.span(*window[0]), count=count)
        return self._first_out_of_order(needles)

    def _first_out_of_order(self, needles: tuple[str, ...]) -> OutOfOrder:
        rank = max(self.ranks, key=lambda rank: len(_forward(rank, needles)))
        part = len(_forward(rank, needles))
        words = needles[part]
        where = next(each for each in (rank, *self.ranks) if each.find(words) >= 0)
        at = where.find(words)
        return OutOfOrder(where.span(at, at + len(words)), part)


def wording_of(quote: Quote, found: Found | None, publisher: str) -> Wording:
    """Return whose words a quote prints: as declared, else what the article's quotation marks and the source say."""
    if quote.words:
        return quote.words
    if found and found.direct:
        return Wording.DIRECT
    return Wording.NARRATION if quote.source == publisher else Wording.REPORTED


def _windows(folded: Folded, needles: tuple[str, ...], start: int = 0) -> Iterator[_Window]:
    """Yield the places of the parts, in order, each as near to the next as can be: "a … a … b" has one such place."""
    if not needles or not all(needles):
        return
    while len(window := _forward(folded, needles, start)) == len(needles):
        window = _tightened(folded, needles, window)
        yield window
        start = window[0][0] + 1


def _forward(folded: Folded, needles: tuple[str, ...], start: int = 0) -> _Window:
    """Return the first place of each part behind the one before it, as far as there is one."""
    stretches = []
    for words in needles:
        at = folded.find(words, start)
        if at < 0:
            break
        start = at + len(words)
        stretches.append((at, start))
    return tuple(stretches)


def _tightened(folded: Folded, needles: tuple[str, ...], window: _Window) -> _Window:
    """Move each part as near to the following one as it stands."""
    stretches = [window[-1]]
    for words, (first, _) in zip(needles[-2::-1], window[-2::-1], strict=True):
        at = folded.find_last(words, first, stretches[0][0])
        stretches.insert(0, (at, at + len(words)))
    return tuple(stretches)


def _folded(article: Article, *roles: Role) -> Folded:
    """Fold the paragraphs of these roles; neighbours of one role are one stretch, since a quote may run on in them."""
    return _folded_text(article.text, article.paragraphs, roles)


@lru_cache(maxsize=6)
def _folded_text(text: str, paragraphs: tuple[Paragraph, ...], roles: tuple[Role, ...]) -> Folded:
    """Fold paragraphs; remembered for the articles that are being worked on."""
    return Folded.of(text, list(_stretches(text, paragraphs, roles)))


def _stretches(text: str, paragraphs: Sequence[Paragraph], roles: tuple[Role, ...]) -> Iterator[Span]:
    start: int | None = None
    for paragraph, following in pairwise([*paragraphs, None]):
        assert paragraph is not None  # noqa: S101  (only the last is None)
        if paragraph.role not in roles:
            continue
        start = paragraph.span.start if start is None else start
        if not _goes_on(text, paragraph, following):
            yield Span(start, paragraph.span.end)
            start = None


def _goes_on(text: str, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Say whether a quote may run on from one paragraph into the next: nothing but white space lies between them."""
    if following is None or following.role is not paragraph.role:
        return False
    return not text[paragraph.span.end : following.span.start].strip()
