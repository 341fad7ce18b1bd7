"""What an article puts in quotation marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_annotations import made_article

from sitegen.model.article import Article, Span
from sitegen.model.quotations import Quotation, is_quoted, quotations


def words(article: Article, found: Quotation) -> str:
    return " | ".join(article.text[piece.start : piece.end] for piece in found.pieces)


def quoted(*paragraphs: str) -> list[str]:
    """Return the quotations of an article, each with a ">" for every quotation that it stands inside."""
    article = made_article(*paragraphs)
    return [">" * found.depth + words(article, found) for found in quotations(article)]


@pytest.mark.parametrize(
    "text",
    [
        'He said, "we left," twice.',
        "He said, “we left,” twice.",
        "He said, „we left,“ twice.",
        "He said, „we left,” twice.",
        "He said, ”we left,” twice.",
        "He said, “we left,“ twice.",
        'He said, “we left," twice.',
        "He said, «we left,» twice.",
        "He said, « we left, » twice.",
        "He said, «\u00a0we left,\u00a0» twice.",
        "He said, »we left,« twice.",
        "He said, ‹we left,› twice.",
        "He said, ‘we left,’ twice.",
        "He said, ‚we left,‘ twice.",
        "He said, 'we left,' twice.",
        "He said, ``we left,'' twice.",
        "He said, `we left,' twice.",
        "He said, ''we left,'' twice.",
        "He said, ‘‘we left,’’ twice.",
        "He said, 「we left,」 twice.",
        "He said, 『we left,』 twice.",
        'He said ("we left,") twice.',
        'He said—"we left,"—twice.',
        'He said:"we left,"and twice.',
    ],
)
def test_every_form_of_quotation_mark_is_understood(text: str) -> None:
    assert quoted(text) == ["we left,"]


@pytest.mark.parametrize(
    "text",
    [
        "The crew's boat wasn't the harbour's.",
        "The crew’s boat wasn’t the harbour’s.",
        "The soldiers' boat and the sailors' boat.",
        "The ’90s and the '80s were 'tis and 'em.",
        'A pipe of 6" and one of 5", 7" long.',
        "A plank of 6′2″ and of 5'11\" by the door.",
        'A mark that is never closed: "we left.',
        "A mark that was never opened: we left.”",
        'An empty pair: "" and " ".',
        "",
    ],
)
def test_apostrophes_inches_and_lonely_marks_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_holds_others() -> None:
    text = 'She said, "He told me, \'the order was “go”, now,\' and left." Then: "Yes."'
    assert quoted(text) == [
        "He told me, 'the order was “go”, now,' and left.",
        ">the order was “go”, now,",
        ">>go",
        "Yes.",
    ]


def test_quotation_marks_of_the_same_kind_stand_inside_one_another() -> None:
    assert quoted("She said, “He told me “go” and left.”") == ["He told me “go” and left.", ">go"]


def test_apostrophes_inside_a_single_quotation_do_not_end_it() -> None:
    assert quoted("'The soldiers' families weren't told,' he said.") == ["The soldiers' families weren't told,"]
    assert quoted("‘The soldiers’ families weren’t told,’ he said.") == ["The soldiers’ families weren’t told,"]
    assert quoted("'We hate sailors' he said of 'them'.") == ["We hate sailors", "them"]


def test_apostrophes_inside_a_double_quotation_do_not_open_one() -> None:
    text = "\"Rock 'n' roll isn't 'em,\" he said of the sailors' band."
    assert quoted(text) == ["Rock 'n' roll isn't 'em,"]


def test_feet_and_inches_do_not_end_a_quotation() -> None:
    assert quoted('"He is 6\'2" tall," she said.') == ["He is 6'2\" tall,"]


def test_a_nested_quotation_may_end_together_with_its_outer_one() -> None:
    assert quoted("\"He said, 'go!'\" she said.") == ["He said, 'go!'", ">go!"]


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted('"We left, he said. "They stayed," she said.') == ["They stayed,"]


def test_a_single_mark_left_open_inside_a_quotation_opens_nothing() -> None:
    assert quoted('"He said \'go and left," she said.') == ["He said 'go and left,"]


def test_a_quotation_goes_on_over_paragraphs_that_each_begin_with_the_mark() -> None:
    assert quoted('He said, "One.', '"Two.', '"Three," and "four".') == ["One. | Two. | Three,", "four"]
    assert quoted("He said, «One.", "«Two.»") == ["One. | Two."]


def test_a_caption_between_the_paragraphs_of_a_quotation_does_not_end_it() -> None:
    assert quoted("“One.", "caption: A “boat”", "“Two.”") == ["One. | Two."]


def test_a_quotation_left_open_ends_nowhere_if_the_next_paragraph_does_not_go_on_with_it() -> None:
    assert quoted('"One.', 'He left. "Two."') == ["Two."]
    assert quoted('"One.', "'Two.'") == ["Two."]
    assert quoted("“One.", "“Two.") == []


def test_headlines_are_read_and_captions_are_not() -> None:
    assert quoted("headline: Crew ‘left on pier’?", "caption: The “boat”", "byline: By “Ines”") == ["left on pier"]


def test_a_headline_does_not_go_on_in_the_body() -> None:
    assert quoted("headline: “One", "“Two.”") == ["Two."]


def test_a_quotation_knows_its_marks_and_its_words() -> None:
    article = made_article("He said, “One.", "“Two.” He left.")
    (found,) = quotations(article)
    assert article.text[found.outer.start : found.outer.end] == "“One.\n\n“Two.”"
    assert article.text[found.inner.start : found.inner.end] == "One.\n\n“Two."


def test_a_stretch_is_quoted_where_one_quotation_holds_all_of_it() -> None:
    article = made_article('"One two," he said. "Three."')
    marked = quotations(article)
    assert is_quoted(Span(1, 4), marked)
    assert not is_quoted(Span(5, 25), marked)
    assert not is_quoted(Span(0, 1), marked)
    assert not is_quoted(Span(0, 1), [])


def test_a_stretch_behind_a_nested_quotation_is_quoted_too() -> None:
    article = made_article("He said: \"Go 'now' or never.\" 'Yes.'")
    marked = quotations(article)
    assert is_quoted(Span(19, 27), marked)
    assert not is_quoted(Span(0, 2), marked)


@settings(deadline=None)
@given(st.text(alphabet="ab s.,—\n\"'`“”‘’„«»‹›6(", max_size=60), st.text(alphabet="a \"'“”", max_size=20))
def test_quotations_lie_inside_the_text_in_order_and_cross_nowhere(first: str, second: str) -> None:
    article = made_article(first, second)
    found = quotations(article)
    assert found == sorted(found, key=lambda each: (each.outer.start, -each.outer.end))
    for one in found:
        assert all(piece in one.outer and article.text[piece.start : piece.end].strip() for piece in one.pieces)
        for other in found:
            apart = one.outer.end <= other.outer.start or other.outer.end <= one.outer.start
            assert apart or one.outer in other.outer or other.outer in one.outer
