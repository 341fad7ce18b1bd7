"""Spots: stretches found by place, as if all had been gone through."""

import re
from collections.abc import Callable

import pytest
from composing import DRIVER, made_brief
from hypothesis import given
from hypothesis import strategies as st
from made_annotations import made_article, made_quote

from sitegen.model.article import Span
from sitegen.model.brief import Brief
from sitegen.model.counting import words_in
from sitegen.model.spots import Spots

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 8))


@given(st.lists(SPANS), SPANS)
def test_what_meets_a_place_is_found_in_the_order_that_was_given(spans: list[Span], place: Span) -> None:
    assert Spots.of(spans).meeting(place) == [at for at, span in enumerate(spans) if span.overlaps(place)]


@given(st.lists(SPANS, max_size=6))
def test_words_are_counted_once_that_any_of_the_spans_touches(spans: list[Span]) -> None:
    article = made_article("headline: Ox – owl 7", "One, two (three) -- four", "A b  c d e")
    words = [word.span() for word in re.finditer(r"\S+", article.text) if re.search(r"[^\W_]", word.group())]
    touched = [any(start <= span.end and span.start <= end for span in spans) for start, end in words]
    assert words_in(article, spans) == sum(touched)


def test_twice_the_quotes_are_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every quote is looked for, marked and cut by place, and never held against each of the others."""
    looks = 0

    def counted(look: Callable[[Span, Span], bool]) -> Callable[[Span, Span], bool]:
        def counting(span: Span, other: Span) -> bool:
            nonlocal looks
            looks += 1
            return look(span, other)

        return counting

    monkeypatch.setattr(Span, "overlaps", counted(Span.overlaps))
    monkeypatch.setattr(Span, "__contains__", counted(Span.__contains__))
    taken = []
    for count in (40, 80, 160):
        looks = 0
        brief = _brief(count)
        assert len(brief.quotes) == count
        assert len(brief.excerpts) == count
        taken.append(looks)
    assert taken[1] <= 2.2 * taken[0]
    assert taken[2] <= 2.2 * taken[1]


def _brief(count: int) -> Brief:
    lines = [f"“We counted {n} boats,” said Ivo. Storm {n} was gone by noon, and all was quiet." for n in range(count)]
    quotes = tuple(made_quote("driver", f"We counted {n} boats", id=f"q{n}") for n in range(count))
    return made_brief(DRIVER, quotes=quotes, article=made_article("headline: Boats", *lines))
