"""Markdown read, judged, and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_brief import MARKDOWN
from reading_pages import Reader

from sitegen.render.markdown import is_safe, parse, text_of, to_html
from sitegen.render.parts import Part, take_apart

# ---- Markdown


def html_of(text: str) -> str:
    parsed = parse(text)
    return to_html(parsed.tokens, parsed.env)


def test_raw_html_is_shown_never_executed() -> None:
    assert "<script>" not in html_of("<script>x</script> and <b onclick=x>b</b>")


def test_tables_footnotes_and_headings_with_addresses_work() -> None:
    html = html_of("## A b\n\n## A b\n\n| x |\n|--:|\n| 1 |\n\nText[^1].\n\n[^1]: Note.\n")
    assert '<h2 id="a-b">' in html
    assert '<h2 id="a-b-1">' in html
    assert '<td class="align-right">1</td>' in html
    assert "style=" not in html
    assert 'class="footnotes"' in html


def test_a_dropped_link_leaves_its_words() -> None:
    parsed = parse("a [b *c*](javascript:x) ![d](//elsewhere.example/d.png)\n[e](f.md)")
    assert to_html(parsed.tokens, parsed.env) == '<p>a b <em>c</em> d\n<a href="f.html">e</a></p>\n'
    assert [unsafe.address for unsafe in parsed.unsafe] == ["javascript:x", "//elsewhere.example/d.png"]
    assert text_of(parsed.tokens) == "a b c d e"


@pytest.mark.parametrize(
    "address", ["javascript:x", " JavaScript:x", "data:text/html,x", "\x01vbscript:x", "file:///x"]
)
def test_only_listed_schemes_are_safe(address: str) -> None:
    assert not is_safe(address)


@pytest.mark.parametrize(
    "address", ["https://x.example", "HTTP://x", "mailto:a@b.example", "a/b.html", "#c", "//x", ""]
)
def test_web_mail_and_the_sites_own_files_are_safe(address: str) -> None:
    assert is_safe(address)


@given(st.text(alphabet="ab#*_`[]()<>!|-:\n &;^\\'\"1."))
def test_any_markdown_becomes_html_without_scripts(text: str) -> None:
    parsed = parse(text)
    tags = {tag for tag, _ in Reader(to_html(parsed.tokens, parsed.env)).elements}
    assert not tags & {"script", "style", "iframe", "a" * 3}


# ---- taken apart


def test_a_brief_is_taken_apart_at_its_headings() -> None:
    whole = take_apart(MARKDOWN)
    assert whole.heading == "A voice message about a crane"
    assert [part.heading for part in whole.parts][:3] == ["Summary", "Key quotes", "Where it comes from"]
    assert [part.heading for part in whole.parts[1].parts] == ["crane", "denial"]
    assert [block.kind for block in whole.parts[1].parts[0].blocks[:3]] == ["paragraph", "bullet_list", "blockquote"]


def test_markdown_without_a_title_is_one_part() -> None:
    assert take_apart("Text.\n").blocks[0].text == "Text."
    assert take_apart("") == Part()
