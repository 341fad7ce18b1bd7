"""No text turns round what stands beside it, and no name shows other letters than it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.article import Seed
from sitegen.model.turning import unturned
from sitegen.read import read_article, read_page
from sitegen.tree import Table, read_tree


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("gpj\u202efdp.exe\u202c", "gpjfdp.exe"),
        ("\u202aa\u202bb\u202dc", "abc"),
        ("\u2067שלום\u2069 said", "\u2067שלום\u2069 said"),
        ("\u2068a \u2066b\u2069 c\u2069", "\u2068a \u2066b\u2069 c\u2069"),
        ("a\u2069 b", "a b"),
        ("\u2067a", "a"),
        ("\u2067a\nb\u2069", "a\nb"),
        ("\u2066a\u2067b\u2069", "\u2066a\u2067b\u2069".replace("\u2066", "", 1)),
        ("ש\u200fa\u200e\u061c", "ש\u200fa\u200e\u061c"),
    ],
)
def test_what_turns_text_round_is_left_out_and_what_sets_it_apart_stays(typed: str, shown: str) -> None:
    assert unturned(typed) == shown


@given(st.text("ab \n\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069א", max_size=40))
def test_isolates_end_on_their_line_in_any_text(text: str) -> None:
    shown = unturned(text)
    assert unturned(shown) == shown
    for line in shown.splitlines():
        depth = 0
        for sign in line:
            depth += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
            assert depth >= 0
            assert not "\u202a" <= sign <= "\u202e"
        assert depth == 0


ARTICLE = "The ferry \u202ewas\u202c late\n\nBy Ada \u202eQuill\n\nIt was so, \u2067she said.\n"
SAVED = (
    "<html><head><title>The ferry &#8238;was late that day</title><meta name=author content='Ada &#x202E;Quill'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry \\u202ewas late that day"}'
    f"</script></head><body><h1>The ferry \u202ewas late that day</h1>{'<p>It was so &#8295;she said.</p>' * 20}"
)


def test_articles_pages_and_typed_files_are_read_without_them() -> None:
    for name, text in (("seeds/a.txt", ARTICLE), ("seeds/a.html", SAVED)):
        article, _ = read_article({name: text.encode()}, Seed("a", name), {})
        assert article
        assert unturned(article.text) == article.text
        assert [unturned(each) for each in article.authors] == list(article.authors)
    page, markdown, _ = read_page("content/a.md", "---\ntitle: A\u202eb\n---\nc\u202e\n".encode())
    assert page
    assert (page.title, markdown) == ("Ab", "c\n")
    tree, problems = read_tree("title: A\u202eb\n", "sitegen.yaml")
    assert isinstance(tree, Table)
    assert [getattr(value, "value", "") for _, value in tree.pairs] == ["Ab"]
    assert problems == []
