"""Excerpts: the key quotes and passages where they stand in the article, with as much around them as may be printed.

What stands around a quote is the rest of its sentence, then the sentences beside it; where the budget (rule 7) ends,
what is nearest to the quote stays. Nothing that the article puts in quotation marks is printed around a quote: such
words would stand there without a status of their own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from sitegen.compose.allowance import Allowance, besides_quotes
from sitegen.compose.caveats import editors_caveats
from sitegen.compose.dossier import Dossier
from sitegen.compose.marks import completing_marks
from sitegen.model.article import Article, Paragraph, Role, Span
from sitegen.model.brief import Excerpt, Stretch
from sitegen.model.counting import merged
from sitegen.model.vocabulary import Republish

_LEAST = 4
"""Words: a shorter piece of a sentence tells nothing."""
_INK = re.compile(r"\w")


class _Ground(Struct, frozen=True):
    """What the excerpts of one brief are cut from."""

    dossier: Dossier
    sentences: tuple[Span, ...]
    barred: tuple[Span, ...]
    """What stands in quotation marks, the marks included, and what is hidden: in order, without overlap."""

    @property
    def text(self) -> str:
        return self.dossier.article.text


def excerpts(dossier: Dossier, sentences: Iterable[Span], printed: Iterable[Span]) -> tuple[Excerpt, ...]:
    """Return the excerpts of a brief in the order of the article; `printed` is what else of it the brief prints.

    There are none where nothing of the article may be printed, or where it was withdrawn.
    """
    if dossier.annotations.facts.republish is Republish.LINK_ONLY:
        return ()
    marked = _marked(dossier)
    ground = _ground(dossier, sentences)
    around = _around(ground, marked, tuple(printed))
    shown = merged([*(span for spans in marked.values() for span in spans), *around])
    return tuple(_cut(ground, marked, shown))


def _marked(dossier: Dossier) -> dict[str, tuple[Span, ...]]:
    """Return where each quote stands, by id, then each passage that a gap or a caveat names: "gap 1", "caveat 2".

    A passage that shares words with a quote is marked as far as the quote prints it.
    """
    annotations = dossier.annotations
    shown = [quote for quote in annotations.quotes if not quote.withdrawn]
    marks = [each.outer for each in dossier.quotations]
    quoted = {
        quote.id: tuple(_with_marks(span, marks, dossier.article.text) for span in dossier.spans(quote))
        for quote in shown
    }
    named = [(f"gap {place}", gap.passage) for place, gap in enumerate(annotations.gaps, 1)]
    named += [(f"caveat {place}", caveat.passage) for place, caveat in enumerate(editors_caveats(dossier), 1)]
    found = [(name, span) for name, words in named if (span := _passage(dossier, words))]
    whole = [span for spans in quoted.values() for span in spans]
    passages = {name: tuple(_as_printed(span, whole)) for name, span in found}
    return {name: spans for name, spans in {**quoted, **passages}.items() if spans}


def _with_marks(span: Span, marked: Iterable[Span], text: str) -> Span:
    """Widen a place by the quotation marks between which, with no other word, it stands."""
    for outer in marked:
        if span in outer:
            start = span.start if _has_words(text, Span(outer.start, span.start)) else outer.start
            end = span.end if _has_words(text, Span(span.end, outer.end)) else outer.end
            return Span(start, end)
    return span


def _passage(dossier: Dossier, words: str) -> Span | None:
    span = None if words in dossier.draft.unprinted else dossier.passage(words)
    return None if span and dossier.mask.touches(span) else span


def _as_printed(span: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield a passage, or what of it a quote prints where it shares words with quotes."""
    shared = [Span(max(span.start, each.start), min(span.end, each.end)) for each in quoted if each.overlaps(span)]
    yield from shared or [span]


def _ground(dossier: Dossier, sentences: Iterable[Span]) -> _Ground:
    spoken = (each.outer for each in dossier.quotations)
    return _Ground(dossier, tuple(sentences), tuple(merged([*spoken, *dossier.mask.hidden])))


def _around(ground: _Ground, marked: Mapping[str, Sequence[Span]], printed: Iterable[Span]) -> list[Span]:
    """Return what is printed around what is marked: first the rest of each sentence, then the sentences beside it.

    What makes a quote understood may use the budget up; what is good to know ends where a build would warn.
    """
    found: list[Span] = []
    for beside in (0, 1):
        allowance = _left(ground.dossier, [*printed, *found], careful=beside > 0)
        for span in (span for spans in marked.values() for span in spans):
            for piece, before in _sides(ground, span, beside):
                if fitting := _fitting(ground.text, piece, allowance, before=before):
                    allowance = allowance.spend([fitting], prose=True)
                    found.append(fitting)
    return found


def _left(dossier: Dossier, printed: Sequence[Span], *, careful: bool) -> Allowance:
    """Return what the budget leaves; a permission for the whole lifts every limit."""
    allowance = besides_quotes(dossier, careful=careful).spend(printed, prose=True)
    if dossier.annotations.facts.republish is Republish.FULL:
        return replace(allowance, all_per_cent=100, prose_per_cent=100)
    return allowance


def _sides(ground: _Ground, span: Span, beside: int) -> Iterator[tuple[Span, bool]]:
    """Yield what stands before a place in its paragraph, then what stands after it, and whether it is the former.

    It goes up to so many sentences beyond those that the place, with the quotation that it is taken from, stands in.
    """
    paragraph = _paragraph_at(ground.dossier.article, span)
    home = _quotation_at(ground, span)
    own = [place for place, each in enumerate(ground.sentences) if each.overlaps(home)]
    if paragraph and own:
        first = ground.sentences[max(own[0] - beside, 0)]
        last = ground.sentences[min(own[-1] + beside, len(ground.sentences) - 1)]
        before = _free(ground, Span(max(first.start, paragraph.span.start), home.start), last=True)
        after = _free(ground, Span(home.end, min(last.end, paragraph.span.end)), last=False)
        yield from ((piece, True) for piece in before)
        yield from ((piece, False) for piece in after)


def _quotation_at(ground: _Ground, span: Span) -> Span:
    """Return the quotation around a place, its marks included; the place itself where it stands in none."""
    return next((each for each in ground.barred if span in each), span)


def _free(ground: _Ground, span: Span, *, last: bool) -> Iterator[Span]:
    """Yield the free stretch at one end of a span: up to what stands in quotation marks there, or is hidden."""
    barred = [each for each in ground.barred if each.overlaps(span)]
    if barred and last:
        span = Span(barred[-1].end, span.end)
    elif barred:
        span = Span(span.start, barred[0].start)
    if span.start < span.end and _has_words(ground.text, span):
        yield span


def _fitting(text: str, span: Span, allowance: Allowance, *, before: bool) -> Span | None:
    """Return as much of a stretch as may be printed, from the end that is nearest to the quote."""
    words = [Span(*match.span()) for match in re.compile(r"\S+").finditer(text, span.start, span.end)]
    for size in range(len(words), min(_LEAST, len(words)) - 1, -1):
        piece = Span(words[-size].start, span.end) if before else Span(span.start, words[size - 1].end)
        if allowance.admits([piece], prose=True):
            return piece
    return None


def _cut(ground: _Ground, marked: Mapping[str, Sequence[Span]], shown: Sequence[Span]) -> Iterator[Excerpt]:
    """Yield an excerpt for each paragraph of which something is printed."""
    article = ground.dossier.article
    end = 0
    for paragraph in sorted(article.paragraphs_of(Role.HEADLINE, Role.BODY), key=lambda each: each.span):
        pieces = [_within(span, paragraph.span) for span in shown if span.overlaps(paragraph.span)]
        if pieces:
            pieces = _closed_up(ground.text, pieces)
            skips = _has_words(article.text, Span(end, pieces[0].start))
            yield Excerpt(tuple(_stretches(ground, marked, pieces, paragraph.span)), paragraph.role, skips)
            end = paragraph.span.end


def _closed_up(text: str, pieces: Sequence[Span]) -> list[Span]:
    """Join pieces between which the article has no word."""
    joined = [pieces[0]]
    for former, piece in pairwise(pieces):
        if _has_words(text, Span(former.end, piece.start)):
            joined.append(piece)
        else:
            joined[-1] = Span(joined[-1].start, piece.end)
    return joined


def _stretches(
    ground: _Ground, marked: Mapping[str, Sequence[Span]], pieces: Sequence[Span], paragraph: Span
) -> Iterator[Stretch]:
    """Yield the words of a paragraph's pieces, cut where a mark begins or ends, and a gap where words are left out."""
    if _has_words(ground.text, Span(paragraph.start, pieces[0].start)):
        yield Stretch("", (), is_gap=True)
    for place, piece in enumerate(pieces):
        if place:
            yield Stretch("", (), is_gap=True)
        yield from _marked_words(ground, marked, piece)
    if _has_words(ground.text, Span(pieces[-1].end, paragraph.end)):
        yield Stretch("", (), is_gap=True)


def _marked_words(ground: _Ground, marked: Mapping[str, Sequence[Span]], piece: Span) -> Iterator[Stretch]:
    inside = [(name, span) for name, spans in marked.items() for span in spans if span.overlaps(piece)]
    edges = {piece.start, piece.end}
    edges.update(edge for _, span in inside for edge in (span.start, span.end) if piece.start < edge < piece.end)
    opening, closing = _marks_around(ground, piece)
    for start, end in pairwise(sorted(edges)):
        names = tuple(name for name, span in inside if span.start <= start and end <= span.end)
        words = _folded(ground.dossier.mask.raw_at(Span(start, end)))
        words = f"{opening if start == piece.start else ''}{words}{closing if end == piece.end else ''}"
        yield Stretch(words, names)


def _marks_around(ground: _Ground, piece: Span) -> tuple[str, str]:
    """Return the quotation marks that a piece needs at its ends so that it shows what the article puts in them."""
    text = ground.text
    for each in ground.dossier.quotations:
        if piece in each.inner:
            return text[each.outer.start : each.inner.start].strip(), text[each.inner.end : each.outer.end].strip()
    return completing_marks(piece, ground.dossier)


def _folded(text: str) -> str:
    """Fold white space to single spaces, those at the ends included: stretches stand side by side."""
    return re.sub(r"\s+", " ", text)


def _within(span: Span, paragraph: Span) -> Span:
    return Span(max(span.start, paragraph.start), min(span.end, paragraph.end))


def _paragraph_at(article: Article, span: Span) -> Paragraph | None:
    return next((each for each in article.paragraphs_of(Role.HEADLINE, Role.BODY) if each.span.overlaps(span)), None)


def _has_words(text: str, span: Span) -> bool:
    return bool(_INK.search(text, span.start, span.end))
