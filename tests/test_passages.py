"""Where words that an editor typed stand in the article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_annotations import made_article, made_quote

from sitegen.model.article import Article, Span
from sitegen.model.folding import MARKS, fold, needle
from sitegen.model.passages import Finder, Found, Missing, OutOfOrder, Place, Several, wording_of
from sitegen.model.vocabulary import Wording


def find(article: Article, parts: tuple[str, ...], after: str = "", occurrence: int = 0) -> Place:
    return Finder(article).find(parts, after, occurrence)


def shown(article: Article, spans: tuple[Span, ...]) -> list[str]:
    return [article.text[span.start : span.end] for span in spans]


def found(article: Article, *parts: str, after: str = "", occurrence: int = 0) -> list[str]:
    """Return the article's own words for a quote that it contains."""
    place = find(article, parts, after, occurrence)
    assert isinstance(place, Found), place
    return shown(article, place.spans)


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("They  left\n the\u00a0pier.", "left the pier", "left\n the\u00a0pier"),
        ("They left\r\nthe\u2003\u2009pier.", "left the\tpier", "left\r\nthe\u2003\u2009pier"),
        ("They “left” the crew’s pier.", '"left" the crew\'s pier', "“left” the crew’s pier"),
        ("They said ``go'' twice.", "said “go” twice", "said ``go'' twice"),
        ("They «left» the pier.", "They ‘left’ the", "They «left» the"),
        ("“We left.” He cried.", "“We left.”", "We left."),
        ("“We left.” He cried.", "“We left.”  ", "We left."),
        ("“We left.” He cried.", "We left", "We left"),
        ("\"He said, 'I'll go!'\" she said.", "He said, 'I'll go!'", "He said, 'I'll go!'"),
        ("\"'Go,' he said.\"", "'Go,' he said.", "'Go,' he said."),
        ("He said “go”.", "“He said “go””", "He said “go”"),
        ("He said 'it is \"over\"' to us.", "it is 'over'", 'it is "over"'),
        ("The \u200bpi\u00ader\ufeff was empty.", "pier was", "pi\u00ader\ufeff was"),
        ("The pier was empty.", "pi\u00ader\u200b was", "pier was"),
    ],
)
def test_quote_marks_and_white_space_are_folded(text: str, typed: str, expected: str) -> None:
    assert found(made_article(text), typed) == [expected]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("They left.", "they left"),
        ("They left – late.", "They left - late"),
        ("They left, late.", "They left late"),
        ("They left…", "They left..."),
        ("It was illegal.", "legal"),
        ("It was legally so.", "legal"),
        ("It was non-legal.", "legal"),
        ("It was legal-ish.", "legal"),
        ("They can't go.", "They can"),
        ("They can’t go.", "They can"),
        ("There were 1,150 people.", "150 people"),
        ("There were 3.5 tonnes.", "There were 3"),
        ("A cafe\u0301 there.", "A cafe"),
        ("A under_score.", "score"),
        ("They left.", "arrived"),
        ("They left.", ""),
        ("They left.", "“”"),
    ],
)
def test_nothing_else_is_forgiven_and_words_are_not_cut(text: str, typed: str) -> None:
    assert find(made_article(text), (typed,)) == Missing()


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The crews' boat.", "The crews"),
        ("“Go”—now.", "Go"),
        ("Go—now.", "Go"),
        ("In 2024, 150 people left.", "150 people"),
        ("It cost 5. Then 6.", "It cost 5"),
        ("Wait...what?", "Wait"),
        ("[We have] sat here.", "[We have] sat"),
        ("He f****** left.", "He f****** left"),
        ("Costs $5 each.", "$5 each"),
        ("Was it -5 there?", "5 there"),
    ],
)
def test_words_end_at_punctuation(text: str, typed: str) -> None:
    assert found(made_article(text), typed) == [typed]


def test_words_that_stand_twice_are_not_chosen_from() -> None:
    article = made_article("It was late. We left.", "We left again.")
    assert find(article, ("We left",)) == Several((Span(13, 20), Span(23, 30)))


def test_a_quote_that_is_cut_off_elsewhere_stands_once() -> None:
    assert found(made_article("It was illegal. It was legal."), "legal") == ["legal"]
    assert found(made_article("It was legal. It was illegal."), "legal") == ["legal"]


def test_the_body_goes_before_headline_and_captions() -> None:
    article = made_article("headline: Crew left", "Our crew left. Crew left.", "caption: Crew left")
    place = find(article, ("Crew left",))
    assert isinstance(place, Found)
    assert place.spans == (Span(26, 35),)


def test_words_of_the_headline_alone_are_found_there() -> None:
    article = made_article("headline: Crew ‘left’ pier", "Nobody stayed.")
    place = find(article, ("left",))
    assert place == Found((Span(6, 10),), direct=True)


def test_words_outside_headline_and_body_are_told_apart_from_words_that_stand_nowhere() -> None:
    article = made_article("byline: By Ines", "We left.", "caption: The boat", "biography: Ines likes ferries")
    for words in ("Ines", "The boat", "likes ferries"):
        assert find(article, (words,)) == Missing(outside=True)
    assert find(article, ("The ferry",)) == Missing()


def test_outside_words_have_a_place() -> None:
    finder = Finder(made_article("We left.", "caption: The boat"))
    assert finder.outside_passage("“boat”") == Span(14, 18)
    assert finder.outside_passage("We left") is None


def test_a_quote_runs_on_into_the_next_paragraph_but_not_across_a_caption() -> None:
    assert found(made_article("We left.", "Then we came."), "left. Then we") == ["left.\n\nThen we"]
    assert find(made_article("We left.", "caption: A boat", "Then we came."), ("left. Then we",)) == Missing()
    assert find(made_article("headline: We left.", "Then we came."), ("left. Then we",)) == Missing()


def test_a_quote_does_not_run_across_text_that_is_no_paragraph() -> None:
    article = made_article("We left.", "Then we came.", between=" * ")
    assert find(article, ("left. Then",)) == Missing()


def test_after_leads_to_the_first_place_behind_earlier_words() -> None:
    article = made_article("We left, he said. We left, she said. We left, they said.")
    place = find(article, ("We left",), after="he said")
    assert isinstance(place, Found)
    assert place.spans == (Span(18, 25),)
    place = find(article, ("We left",), after="“he\nsaid”", occurrence=2)
    assert isinstance(place, Found)
    assert place.spans == (Span(37, 44),)


def test_after_may_name_words_of_a_caption_or_of_the_quote_s_own_beginning() -> None:
    article = made_article("We left.", "caption: The boat\u200b  (Press)", "We left again.")
    place = find(article, ("We left",), after="boat (Press)")
    assert isinstance(place, Found)
    assert article.text[place.spans[0].start :].startswith("We left again.")
    assert find(article, ("We left",), after="again") == OutOfOrder(Span(0, 7))


def test_after_that_stands_nowhere_says_so() -> None:
    article = made_article("We left.")
    assert find(article, ("We left",), after="yesterday") == Missing(after=True)
    assert find(article, ("We left",), after="''") == Missing(after=True)


def test_occurrence_counts_places() -> None:
    article = made_article("headline: No", "No. No.")
    assert find(article, ("No",), occurrence=1) == Found((Span(4, 6),))
    assert find(article, ("No",), occurrence=2) == Found((Span(8, 10),))
    assert find(article, ("No",), occurrence=3) == OutOfOrder(Span(4, 6), count=2)
    assert find(article, ("No",), after="No. N", occurrence=1) == Missing(after=True)


def test_parts_are_found_in_order() -> None:
    article = made_article('"We left," he said. "We came back."')
    place = find(article, ("We left", "We came back."))
    assert place == Found((Span(1, 8), Span(21, 34)), direct=True)


def test_a_part_that_stands_twice_is_the_one_next_to_the_others() -> None:
    assert found(made_article("No. We left. No. They left."), "No", "They left") == ["No", "They left"]
    place = find(made_article("No. We left. No. They left."), ("No", "They left"))
    assert isinstance(place, Found)
    assert place.spans[0] == Span(13, 15)


def test_the_nearest_part_is_a_whole_word_too() -> None:
    article = made_article("It was legal. We said illegal. They left.")
    assert find(article, ("legal", "They left")) == Found((Span(7, 12), Span(31, 40)))


def test_a_stretch_may_end_in_white_space() -> None:
    assert found(made_article("We left. \u200b", "caption: Boat", "They came."), "They came") == ["They came"]


def test_parts_that_stand_in_order_twice_are_ambiguous() -> None:
    article = made_article("We left, late, he said. We left, and late, she said.")
    assert find(article, ("We left", "late")) == Several((Span(0, 7), Span(24, 31)))
    place = find(article, ("We left", "late"), occurrence=2)
    assert isinstance(place, Found)
    assert place.spans == (Span(24, 31), Span(37, 41))


def test_parts_in_another_order_are_told() -> None:
    article = made_article("headline: Ferry late", "One. Two. Three.")
    assert find(article, ("Two", "One", "Three")) == OutOfOrder(Span(12, 15), part=1)
    assert find(article, ("Two", "Ferry")) == OutOfOrder(Span(0, 5), part=1)
    assert find(article, ("Two", "Four", "One")) == Missing(part=1)
    assert find(article, ("Two", "Two")) == OutOfOrder(Span(17, 20), part=1)


def test_a_quote_without_parts_is_missing() -> None:
    assert find(made_article("One."), ()) == Missing()


def test_a_quote_is_direct_where_every_part_stands_in_quotation_marks() -> None:
    article = made_article('"We left," he said of the "pier". They came.')
    for parts, direct in [
        (("We left",), True),
        (("We left", "pier"), True),
        (("We left", "They came"), False),
        (("he said",), False),
        (('We left," he said of',), False),
    ]:
        place = find(article, parts)
        assert isinstance(place, Found)
        assert place.direct is direct


def test_undeclared_words_follow_the_quotation_marks() -> None:
    assert wording_of(made_quote("", "x"), Found((), direct=True), "courier") is Wording.DIRECT
    assert wording_of(made_quote("", "x"), Found(()), "courier") is Wording.REPORTED
    assert (
        wording_of(made_quote("", "x", words=Wording.NARRATION), Found((), direct=True), "courier") is Wording.NARRATION
    )


def test_a_passage_is_found_at_its_first_place() -> None:
    finder = Finder(made_article("headline: No", "No. No.", "caption: Boat"))
    assert finder.passage("No") == Span(4, 6)
    assert finder.passage("Boat") is None


def test_a_long_article_is_searched_in_one_pass() -> None:
    article = made_article(*(f"Line {number} of “many”\u00a0 words." for number in range(2_000)))
    finder = Finder(article)
    assert shown(article, finder.find(("Line 1999 of 'many' words",)).spans) == ["Line 1999 of “many”\u00a0 words"]  # type: ignore[union-attr]  # found, or the test fails


WORDS = st.sampled_from(["We", "can't", "“left”", "‘the", "pier’,", "non-legal", "1,150", "men.", "pi\u00ader", "—"])
SPACES = st.sampled_from([" ", "\n", "\u00a0 ", " \u200b", "\r\n"])


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, SPACES), min_size=1), st.integers(0, 9), st.integers(1, 9))
def test_whole_words_copied_from_the_article_are_found_in_it(
    words: list[tuple[str, str]], start: int, size: int
) -> None:
    article = made_article("".join(word + space for word, space in words))
    copied = "".join(word + space for word, space in words[start : start + size])
    place = find(article, (copied,), occurrence=1)
    if isinstance(place, Found):
        assert needle(shown(article, place.spans)[0]) == needle(copied)
    else:
        assert not needle(copied)


@settings(deadline=None)
@given(st.text(alphabet="ab'’“\" \t\u200b\u00ad", max_size=20))
def test_folding_leaves_one_form_of_marks_and_space(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert "  " not in folded
    assert not set(folded) & (set(MARKS) - {"'"})
