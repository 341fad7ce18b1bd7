"""Selectors: where the words of a quote stand, so that others can find them (W3C Web Annotation Data Model)."""

from collections.abc import Sequence
from itertools import islice

from sitegen.compose.allowance import Allowance
from sitegen.compose.mask import Mask
from sitegen.model.article import Span
from sitegen.model.brief import Selector
from sitegen.model.concordance import places_in

CONTEXT = 32  # characters, as Hypothesis does


def selector_of(span: Span, mask: Mask, allowance: Allowance) -> Selector:
    """Return the selector of a place: its characters, and as much around them as tells it from its like.

    There is no context where the words stand once, where the budget leaves none, or where it would show what is hidden.
    """
    before, after = _context(span, mask.text)
    around = [each for each in (before, after) if each.start < each.end]
    if around and (any(map(mask.touches, around)) or not allowance.admits(around, prose=True)):
        before, after = Span(span.start, span.start), Span(span.end, span.end)
    prefix, suffix = mask.text[before.start : before.end], mask.text[after.start : after.end]
    return Selector(mask.raw_at(span), prefix, suffix, span)


def contexts(selectors: Sequence[Selector]) -> list[Span]:
    """Return the places of what stands around the words of selectors."""
    return [
        span
        for each in selectors
        for span in (
            Span(each.span.start - len(each.prefix), each.span.start),
            Span(each.span.end, each.span.end + len(each.suffix)),
        )
        if span.start < span.end
    ]


def _context(span: Span, text: str) -> tuple[Span, Span]:
    """Return the shortest stretches before and after a place that make it the only one of its kind."""
    for length in range(CONTEXT + 1):
        before = Span(max(0, span.start - length), span.start)
        after = Span(span.end, min(len(text), span.end + length))
        if _occurs_once(text[before.start : after.end], text):
            break
    return before, after


def _occurs_once(words: str, text: str) -> bool:
    return len(list(islice(places_in(text, words), 2))) < 2  # noqa: PLR2004  (none, or one)
