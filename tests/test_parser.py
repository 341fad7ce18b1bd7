"""The Markdown parser, held against the library's: the same tokens, whatever the text is."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sitegen.render.parser import BLOCKS, MARKS, open_parser, usual_parser

QUICK, USUAL = open_parser(), usual_parser()
ROOT = Path(__file__).parents[1]
LINES = (
    *("# a", "#b", "## c #", "a", "b *c* **d**", "===", "---", "- - -", "***", "> a", ">", "> - a", "- a", "-", "+ b"),
    *("* c", "1. a", "2) b", "10. c", "    code", "\tcode", "```py", "~~~", "| a | b |", "|--|:-:|", "a | b", "--|--"),
    *("[a]: /b 'c'", "[a]:", "/b", "[a]", "[^a]: note", "    more", "[^a] [^b]", "^[in *it*]", "<b>x</b>", "<!-- x"),
    *("[a](b.md) [c](<d e>)", "![a *b*](c.png)", "<https://a.example>", "<a@b.example>", "&amp; &#65; &x", "\\*"),
    *("`a` ``b", "a  ", "a\\", "", "", " ", "[[a](b)](c)", "**a*b", "_a_b_", "! [a", "a ] b", "*[a*](b)", "\u00a0"),
)
PIECES = (
    *("*a*", "**b**", "*a b.*", "**a:**", "[c d](e)", "[f](https://g.example/?h=1&i#j)", "[k](L.md)", "[m](n o)"),
    *("a", "B", "é", "1", " ", "  ", "\t", "\n", ".", ",", ":", "!", "?", "&", "&amp;", "(", ")", "'", '"', "—"),
    *("-", "/", "+", "=", "*", "**", "***", "_", "[", "]", "^", "`", "<", "\\", "“", "«", "\xa0", "\u2003", "\x1c"),
)
BLOCK_LINES = (
    *("- a", "- b *c*", "- **d** e", "- [f](g)", "- é  ", "- “h”", "-  i", "- 2 j", "- - k", "- *", "-", "- # l"),
    *("* a", "+ a", "1. a", "2. b", "7. c", "007. d", "1) e", "1234567890. f", "  - a", "  b", "    c", "c", ""),
    *("", " ", "\t", "---", "# f", "- a\u2003", "-\u00a0a", "- a\tb", "- `m`", "```", "٣. a"),
    *("> a", "> — **b**, *c*", "> d  ", ">", "> ", ">e", ">  f", "> - g", "> # h", "> 1. i", ">> j", "> >", " > k"),
)


def read(parser: MarkdownIt, text: str) -> tuple[list[Any], str]:
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    shown = [token.as_dict() for token in tokens]
    return shown, str(parser.renderer.render(tokens, parser.options, env))


@settings(max_examples=400)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["", "> ", "- ", "  ", "    "]))
@example(["a", "- b", "  2. c"], "")
def test_lines_in_any_order_become_what_the_library_makes_of_them(lines: list[str], before: str) -> None:
    text = "\n".join(f"{before}{line}" for line in lines)
    assert read(QUICK, text) == read(USUAL, text)


@settings(max_examples=600)
@given(st.lists(st.sampled_from(BLOCK_LINES), max_size=9))
@example(["- a", "- b *c*", "", "", "c"])
@example(["7. c", "1. a"])
@example(["- a", "", "- a"])
@example(["- a", "* a"])
@example(["- a", "", "  b"])
@example(["> a", "> d  ", "> a", ">", ">", "> a", "", "c"])
@example(["> a", ">", "", "c"])
@example(["> a", "c"])
def test_lists_and_quotes_become_what_the_library_makes_of_them(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read(QUICK, text) == read(USUAL, text)


@settings(max_examples=400)
@given(st.text(alphabet="ab#*_`[]()<>!|-=:\n &;^\\'\"1.~\t/@é"))
def test_any_text_becomes_what_the_library_makes_of_it(text: str) -> None:
    assert read(QUICK, text) == read(USUAL, text)


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), max_size=9))
@example(["a", " ", "**b**", "(", "*a*", ")", "\n", "**a:**"])
@example(["**b**", "\n", "**b**", "—", "**b**"])
@example(["a", "*a*"])
@example(["*a*", "b"])
@example(["\x1c", "*a*"])
@example(["[c d](e)", "[f](https://g.example/?h=1&i#j)", "*a b.*", " "])
def test_marks_in_any_order_become_what_the_library_makes_of_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert read(QUICK, text) == read(USUAL, text)


@given(st.from_regex(r"(https?:)?/{0,2}[A-Za-z0-9./_?=&#:@%+~,;()\[\]é-]{0,24}", fullmatch=True))
@example("http://a.example:80/b?c#d")
@example("https://xn--a.example/")
@example("/\u017f")
@example("HTTPS://A.Example/B")
@example("//a.example/b")
@example("a:b")
def test_addresses_are_written_as_the_library_writes_them(address: str) -> None:
    assert QUICK.normalizeLink(address) == MarkdownIt.normalizeLink(USUAL, address)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_real_texts_become_what_the_library_makes_of_them(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read(QUICK, text) == read(USUAL, text)


def test_every_rule_is_known_by_its_characters() -> None:
    assert {*USUAL.block.ruler.get_active_rules()} == {*BLOCKS, "table", "code", "lheading", "paragraph"}
    assert {*USUAL.inline.ruler.get_active_rules()} == {*MARKS, "text"}
