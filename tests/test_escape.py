"""Texts in Markdown: every parser gets the very words back."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sitegen.compose.escape import escape, is_web, link, paragraphs
from sitegen.tree import yaml_text

PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
MARKUP = st.text(alphabet="*_`~<>[]()#+-=|\\!&;:.1a \n\tx“’$%^{}\"'@/", max_size=40)


def rendered(markdown: str) -> list[tuple[str, str]]:
    """Return the kind and the plain words of every block."""
    tokens = PARSER.parse(markdown)
    blocks = []
    for number, token in enumerate(tokens):
        if token.type == "inline":
            kinds = {child.type for child in token.children or []}
            assert kinds <= {"text", "text_special"}, kinds
            words = "".join(child.content for child in token.children or [])
            blocks.append((tokens[number - 1].type, words))
        else:
            assert token.type.removesuffix("_open").removesuffix("_close") == "paragraph", token.type
    return blocks


@given(st.text(max_size=60) | MARKUP)
@example("f****** shooting us")
@example("1986. A great year")
@example("# no heading")
@example("&copy; &#65; AT&T")
@example("    indented\n\n\ttwice")
@example("a | b\n--- | ---")
@example("[x]: y")
@example("=== ==")
@example("<b>bold</b> <https://x.example>")
@example("ends with a backslash\\")
@example("~~struck~~ and ~once~")
def test_a_reader_of_escaped_text_gets_the_very_words_back(text: str) -> None:
    words = " ".join(text.replace("\0", "\ufffd").split())
    assert rendered(escape(text)) == ([("paragraph_open", words)] if words else [])


@given(MARKUP)
@example("1 #")
def test_escaped_text_stays_in_its_list_quote_and_heading(text: str) -> None:
    words = " ".join(text.split())
    for mark, kind in (("- ", "bullet_list_open"), ("> ", "blockquote_open"), ("### ", "heading_open")):
        tokens = PARSER.parse(f"{mark}{escape(text)}")
        assert tokens[0].type == kind
        assert "".join(child.content for token in tokens for child in token.children or []) == words


@given(st.text(max_size=60))
def test_yaml_reads_a_text_of_the_front_matter_as_it_stands(text: str) -> None:
    encoded = yaml_text(text)
    assert "\n" not in encoded
    assert yaml.safe_load(f"key: {encoded}") == {"key": text}


def test_paragraphs_are_divided_by_blank_lines() -> None:
    assert paragraphs("One\nline.\r\n\r\n*Two*.\n \n") == ["One line.", "\\*Two\\*."]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/b c", "[here](https://a.example/b%20c)"),
        ("https://a.example/b_(c)", "[here](<https://a.example/b_(c)>)"),
        ("javascript:alert(1)", "here"),
        ("//a.example", "here"),
        ("https://[broken", "here"),
    ],
)
def test_links_lead_to_web_addresses_only(address: str, expected: str) -> None:
    assert link("here", address) == expected
    assert is_web(address) is (expected != "here")
