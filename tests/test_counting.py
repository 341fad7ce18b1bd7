"""How many words are printed, and which part of the article that is."""

from made_annotations import made_article

from sitegen.model.article import Span
from sitegen.model.counting import Share, merged, runs, share_of, word_count, words_in


def test_words_are_what_holds_a_letter_or_a_digit() -> None:
    article = made_article("headline: Crew — left", "caption: The boat", "“It's 5 p.m.” … non-stop *** é")
    assert word_count(article) == 7


def test_printed_words_count_once_and_only_in_headline_and_body() -> None:
    article = made_article("One two three four.", "caption: Five six", "Seven eight.")
    assert words_in(article, [Span(0, 7), Span(4, 13)]) == 3
    assert words_in(article, [Span(0, len(article.text))]) == 6
    assert words_in(article, [Span(5, 6)]) == 1
    assert words_in(article, [Span(4, 5), Span(6, 7)]) == 1
    assert words_in(article, [Span(21, 25)]) == 0
    assert words_in(article, []) == 0
    assert words_in(article, [Span(40, 41)]) == 1


def test_a_share_is_compared_exactly() -> None:
    share = Share(35, 100)
    assert share.reaches(35)
    assert not share.exceeds(35)
    assert share.exceeds(34)
    assert not share.reaches(36)
    assert share.room(50) == 15
    assert share.room(30) == 0
    assert Share(101, 200).per_cent == 51
    assert Share(0, 0).per_cent == 0
    assert not Share(0, 0).reaches(0)
    assert not Share(0, 0).exceeds(0)
    assert share_of(made_article("One two."), [Span(0, 3)]) == Share(1, 2)


def test_runs_join_where_no_word_is_left_out() -> None:
    article = made_article("One. “Two” three four.")
    assert runs(article, [Span(0, 3), Span(6, 9), Span(17, 21)]) == [Span(0, 9), Span(17, 21)]


def test_spans_that_overlap_or_touch_are_merged() -> None:
    assert merged([Span(5, 9), Span(0, 3), Span(3, 4), Span(6, 7)]) == [Span(0, 4), Span(5, 9)]
