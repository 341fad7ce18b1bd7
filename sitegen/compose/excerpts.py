"""Excerpts: the key quotes and passages where they stand in the article, with as much around them as may be printed.

What stands around a quote is the rest of its sentence, then the sentences beside it; where the budget (rule 7) ends,
what is nearest to the quote stays. Nothing that the article puts in quotation marks is printed around a quote: such
words would stand there without a status of their own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sitegen.compose.allowance import Allowance, besides_quotes
from sitegen.compose.caveats import editors_caveats
from sitegen.compose.dossier import Dossier
from sitegen.compose.marks import completing_marks
from sitegen.model.article import Role, Span
from sitegen.model.brief import Excerpt, Stretch
from sitegen.model.counting import merged
from sitegen.model.spots import Spots
from sitegen.model.vocabulary import Republish

_LEAST = 4
"""Words: a shorter piece of a sentence tells nothing."""
_INK = re.compile(r"\w")
_TOKEN = re.compile(r"\S+")


class _Ground(Struct, frozen=True):
    """What the excerpts of one brief are cut from."""

    dossier: Dossier
    sentences: Spots
    paragraphs: Spots
    """Those of headline and body."""
    barred: Spots
    """What stands in quotation marks, the marks included, and what is hidden: in order, without overlap."""

    @property
    def text(self) -> str:
        return self.dossier.article.text


class _Marks(Struct, frozen=True):
    """What is marked in the excerpts: places, and the name that each is marked with."""

    names: tuple[str, ...]
    spots: Spots


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
    quoted = {quote.id: tuple(_with_marks(span, dossier) for span in dossier.spans(quote)) for quote in shown}
    named = [(f"gap {place}", gap.passage) for place, gap in enumerate(annotations.gaps, 1)]
    named += [(f"caveat {place}", caveat.passage) for place, caveat in enumerate(editors_caveats(dossier), 1)]
    found = [(name, span) for name, words in named if (span := _passage(dossier, words))]
    whole = Spots.of(span for spans in quoted.values() for span in spans)
    passages = {name: tuple(_as_printed(span, whole)) for name, span in found}
    return {name: spans for name, spans in {**quoted, **passages}.items() if spans}


def _marks(marked: Mapping[str, Sequence[Span]]) -> _Marks:
    pairs = [(name, span) for name, spans in marked.items() for span in spans]
    return _Marks(tuple(name for name, _ in pairs), Spots.of(span for _, span in pairs))


def _with_marks(span: Span, dossier: Dossier) -> Span:
    """Widen a place by the quotation marks between which, with no other word, it stands."""
    text = dossier.article.text
    for outer in (each.outer for each in dossier.quotations_at(span)):
        if span in outer:
            start = span.start if _has_words(text, Span(outer.start, span.start)) else outer.start
            end = span.end if _has_words(text, Span(span.end, outer.end)) else outer.end
            return Span(start, end)
    return span


def _passage(dossier: Dossier, words: str) -> Span | None:
    span = None if words in dossier.draft.unprinted else dossier.passage(words)
    return None if span and dossier.mask.touches(span) else span


def _as_printed(span: Span, quoted: Spots) -> Iterator[Span]:
    """Yield a passage, or what of it a quote prints where it shares words with quotes."""
    yield from [_within(quoted.spans[number], span) for number in quoted.meeting(span)] or [span]


def _ground(dossier: Dossier, sentences: Iterable[Span]) -> _Ground:
    spoken = (each.outer for each in dossier.quotations)
    paragraphs = sorted(each.span for each in dossier.article.paragraphs_of(Role.HEADLINE, Role.BODY))
    barred = merged([*spoken, *dossier.mask.hidden])
    return _Ground(dossier, Spots.of(sentences), Spots.of(paragraphs), Spots.of(barred))


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
                    allowance.spend([fitting], prose=True)
                    found.append(fitting)
    return found


def _left(dossier: Dossier, printed: Sequence[Span], *, careful: bool) -> Allowance:
    """Return what the budget leaves; a permission for the whole lifts every limit."""
    allowance = besides_quotes(dossier, careful=careful)
    allowance.spend(printed, prose=True)
    if dossier.annotations.facts.republish is Republish.FULL:
        allowance.all_per_cent = allowance.prose_per_cent = 100
    return allowance


def _sides(ground: _Ground, span: Span, beside: int) -> Iterator[tuple[Span, bool]]:
    """Yield what stands before a place in its paragraph, then what stands after it, and whether it is the former.

    It goes up to so many sentences beyond those that the place, with the quotation that it is taken from, stands in.
    """
    home = _quotation_at(ground, span)
    own, sentences = ground.sentences.meeting(home), ground.sentences.spans
    around = ground.paragraphs.meeting(span)
    if around and own:
        paragraph = ground.paragraphs.spans[around[0]]
        first = sentences[max(own[0] - beside, 0)]
        last = sentences[min(own[-1] + beside, len(sentences) - 1)]
        before = _free(ground, Span(max(first.start, paragraph.start), home.start), last=True)
        after = _free(ground, Span(home.end, min(last.end, paragraph.end)), last=False)
        yield from ((piece, True) for piece in before)
        yield from ((piece, False) for piece in after)


def _quotation_at(ground: _Ground, span: Span) -> Span:
    """Return the quotation around a place, its marks included; the place itself where it stands in none."""
    near = (ground.barred.spans[number] for number in ground.barred.meeting(span))
    return next((each for each in near if span in each), span)


def _free(ground: _Ground, span: Span, *, last: bool) -> Iterator[Span]:
    """Yield the free stretch at one end of a span: up to what stands in quotation marks there, or is hidden."""
    barred = ground.barred.meeting(span)
    if barred and last:
        span = Span(ground.barred.spans[barred[-1]].end, span.end)
    elif barred:
        span = Span(span.start, ground.barred.spans[barred[0]].start)
    if span.start < span.end and _has_words(ground.text, span):
        yield span


def _fitting(text: str, span: Span, allowance: Allowance, *, before: bool) -> Span | None:
    """Return as much of a stretch as may be printed, from the end that is nearest to the quote."""
    words = [Span(*match.span()) for match in _TOKEN.finditer(text, span.start, span.end)]
    sizes = range(min(_LEAST, len(words)), len(words) + 1)

    def piece(size: int) -> Span:
        return Span(words[-size].start, span.end) if before else Span(span.start, words[size - 1].end)

    # A longer piece costs more: behind the first size that is not admitted, none is.
    fitting = bisect_left(sizes, 1, key=lambda size: not allowance.admits([piece(size)], prose=True))
    return piece(sizes[fitting - 1]) if fitting else None


def _cut(ground: _Ground, marked: Mapping[str, Sequence[Span]], shown: Sequence[Span]) -> Iterator[Excerpt]:
    """Yield an excerpt for each paragraph of which something is printed."""
    article, spots = ground.dossier.article, Spots.of(shown)
    marks = _marks(marked)
    end = 0
    for paragraph in sorted(article.paragraphs_of(Role.HEADLINE, Role.BODY), key=lambda each: each.span):
        pieces = [_within(shown[number], paragraph.span) for number in spots.meeting(paragraph.span)]
        if pieces:
            pieces = _closed_up(ground.text, pieces)
            skips = _has_words(article.text, Span(end, pieces[0].start))
            yield Excerpt(tuple(_stretches(ground, marks, pieces, paragraph.span)), paragraph.role, skips)
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


def _stretches(ground: _Ground, marks: _Marks, pieces: Sequence[Span], paragraph: Span) -> Iterator[Stretch]:
    """Yield the words of a paragraph's pieces, cut where a mark begins or ends, and a gap where words are left out."""
    if _has_words(ground.text, Span(paragraph.start, pieces[0].start)):
        yield Stretch("", (), is_gap=True)
    for place, piece in enumerate(pieces):
        if place:
            yield Stretch("", (), is_gap=True)
        yield from _marked_words(ground, marks, piece)
    if _has_words(ground.text, Span(pieces[-1].end, paragraph.end)):
        yield Stretch("", (), is_gap=True)


def _marked_words(ground: _Ground, marks: _Marks, piece: Span) -> Iterator[Stretch]:
    inside = [marks.spots.spans[number] for number in marks.spots.meeting(piece)]
    edges = {piece.start, piece.end}
    edges.update(edge for span in inside for edge in (span.start, span.end) if piece.start < edge < piece.end)
    opening, closing = _marks_around(ground, piece)
    for start, end in pairwise(sorted(edges)):
        # No mark ends between two edges: what meets the stretch holds it.
        names = tuple(marks.names[number] for number in marks.spots.meeting(Span(start, end)))
        words = _folded(ground.dossier.mask.raw_at(Span(start, end)))
        words = f"{opening if start == piece.start else ''}{words}{closing if end == piece.end else ''}"
        yield Stretch(words, names)


def _marks_around(ground: _Ground, piece: Span) -> tuple[str, str]:
    """Return the quotation marks that a piece needs at its ends so that it shows what the article puts in them."""
    text = ground.text
    for each in ground.dossier.quotations_at(piece):
        if piece in each.inner:
            return text[each.outer.start : each.inner.start].strip(), text[each.inner.end : each.outer.end].strip()
    return completing_marks(piece, ground.dossier)


def _folded(text: str) -> str:
    """Fold white space to single spaces, those at the ends included: stretches stand side by side."""
    return re.sub(r"\s+", " ", text)


def _within(span: Span, paragraph: Span) -> Span:
    return Span(max(span.start, paragraph.start), min(span.end, paragraph.end))


def _has_words(text: str, span: Span) -> bool:
    return bool(_INK.search(text, span.start, span.end))
