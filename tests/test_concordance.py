"""Concordance: words are found where they stand, whether a text is looked through or its words are known."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.model import concordance
from sitegen.model.article import Span
from sitegen.model.concordance import places_in
from sitegen.model.folding import Folded, needle

TEXTS = st.text("aab '.-_é\u0301\u200b2\n", max_size=60)
UNCHANGED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the words of every text be known at once, and none of them be usual."""
    monkeypatch.setattr(concordance, "LONG", 0)
    monkeypatch.setattr(concordance, "PATIENCE", 1)
    monkeypatch.setattr(concordance, "USUAL", 0)


def plainly(text: str, words: str, start: int, end: int) -> list[int]:
    if not words:
        return []
    found = [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)]
    return [at for at in found if at >= start and at + len(words) <= end]


@UNCHANGED
@given(TEXTS, st.data())
@pytest.mark.usefixtures("known")
def test_words_are_found_wherever_they_stand(text: str, data: st.DataObject) -> None:
    at, start = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(0, len(text)))
    words = data.draw(st.just(text[at : at + 6]) | TEXTS)
    expected = plainly(text, words, start, end)
    concordance.concordance_of.cache_clear()
    assert list(places_in(text, words, start, end)) == expected
    assert set(places_in(text, words, start, end, whole=True)) <= set(expected)


@UNCHANGED
@given(TEXTS, st.data())
@pytest.mark.usefixtures("known")
def test_whole_words_of_an_article_are_found_as_by_looking_through_it(text: str, data: st.DataObject) -> None:
    folded = Folded.of(text, [Span(0, len(text))])
    at = data.draw(st.integers(0, len(text)))
    words = needle(text[at : at + data.draw(st.integers(1, 12))])
    concordance.concordance_of.cache_clear()
    found = list(folded.places(words))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(concordance, "LONG", len(folded.text) + 1)
        assert found == list(folded.places(words))


def test_a_long_text_is_looked_through_until_it_is_asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """From then on, words that are not usual are looked up."""
    through: list[str] = []
    plain = concordance.looked_through

    def noting(text: str, words: str, start: int, end: int) -> object:
        through.append(words)
        return plain(text, words, start, end)

    monkeypatch.setattr(concordance, "looked_through", noting)
    text = " ".join(f"We have counted {number} boats." for number in range(20_000))
    asked = [f"We have counted {number} boats" for number in range(4_000)]
    found = [list(places_in(text, words, whole=True)) for words in asked]
    assert found == [[text.index(f"{words}.")] for words in asked]
    assert through == asked[: concordance.PATIENCE - 1]
    list(places_in(text, "We have", whole=True))
    assert through[-1] == "We have"
    list(places_in("We have counted 3 boats.", "3 boats"))
    assert through[-1] == "3 boats"
