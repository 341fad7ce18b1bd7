"""Saved pages: what is read off them, where it stands, and that no bytes whatever break the reading."""

import socket
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from saved_pages import CASES, MARK, STORY, cases, found_in, page_of, read, update

from sitegen.model.article import Article, Seed
from sitegen.model.passages import Finder, Found
from sitegen.problems import Kind, Severity
from sitegen.read import read_article
from sitegen.read.web import decode_page

PAGE = page_of(f"<title>Ferry runs aground</title>\n<h1>Ferry runs aground</h1>\n<p>By Ines Marlow</p>\n{MARK}")


def article_of(root: Path, page: str | bytes) -> Article:
    article, problems = read(root, page)
    assert article, problems
    return article


@pytest.mark.parametrize(("page", "found"), [pytest.param(page, found, id=title) for title, page, found in cases()])
def test_a_page_is_read_as_written_beside_it(page: str, found: str, tmp_path: Path) -> None:
    assert found_in(article_of(tmp_path, page)) == found


def test_every_case_is_run() -> None:
    titles = [line for path in CASES.glob("*.md") for line in path.read_text().splitlines() if line.startswith("## ")]
    assert len(list(cases())) == len(titles)


@pytest.mark.parametrize("page", [pytest.param(page, id=title) for title, page, _ in cases()])
def test_the_text_of_a_page_is_read_back_the_same(page: str, tmp_path: Path) -> None:
    saved = article_of(tmp_path, page)
    (tmp_path / "seeds/b.txt").write_text(saved.text, encoding="utf-8")
    pasted, _ = read_article(tmp_path, Seed("b", "seeds/b.txt"), {})
    assert pasted
    assert (pasted.text, pasted.paragraphs, pasted.headline) == (saved.text, saved.paragraphs, saved.headline)
    assert (pasted.authors, pasted.date) == (saved.authors, saved.date)


def test_a_place_leads_to_the_words_in_the_file(tmp_path: Path) -> None:
    page = PAGE.replace("The crew", "&ldquo;The&nbsp;crew").replace("the Port", "<b>the\n  Port</b>")
    article = article_of(tmp_path, page)
    lines = page.splitlines()
    for words, shown in (
        ("“The", "The&nbsp;"),
        ("crew", "crew"),
        ("Port of Arnholm", "Port</b> of"),
        ("Velmora", "Velmora"),
    ):
        at = article.location(article.text.index(words))
        assert lines[at.line - 1][at.column - 1 :].startswith(shown), (words, at)


def test_quotes_are_found_in_a_page_as_in_a_text(tmp_path: Path) -> None:
    article = article_of(tmp_path, PAGE)
    found = Finder(article).find(("We cast off without them.",))
    assert isinstance(found, Found)
    assert article.words_at(found.spans[0]) == "We cast off without them."


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    article = article_of(tmp_path, PAGE)
    assert (article.path, article.encoding) == ("seeds/a.html", "utf-8")
    assert article == article_of(tmp_path, PAGE)


def test_reading_asks_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("somebody opens a socket")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    page = PAGE.replace(
        "<h1>", '<link rel="stylesheet" href="https://courier.example/a.css"><base href="//x.example"><h1>'
    )
    assert STORY[0] in article_of(tmp_path, f'<!DOCTYPE html SYSTEM "http://courier.example/a.dtd">{page}').text


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        ("<p>Café “Zur Mole”</p>".encode(), "utf-8", "“Zur Mole”"),
        ("\ufeff<p>Café</p>".encode("utf-16-le"), "utf-16-le", "Café"),
        ('<meta charset="iso-8859-1"><p>Café “Zur Mole”</p>'.encode(), "utf-8", "“Zur Mole”"),
        ('<meta charset="iso-8859-1"><p>Café “Zur Mole”</p>'.encode("cp1252"), "windows-1252", "“Zur Mole”"),
        ('<meta http-equiv=x content="text/html; charset=cp1251"><p>Порт</p>'.encode("cp1251"), "cp1251", "Порт"),
        ('<?xml version="1.0" encoding="koi8-r"?><p>Порт</p>'.encode("koi8-r"), "koi8-r", "Порт"),
        ('<meta charset="gb2312"><p>港口</p>'.encode("gb18030"), "gb18030", "港口"),
        ('<meta charset="no-such"><p>Café</p>'.encode("cp1252"), "windows-1252", "Café"),
        (b'<meta charset="utf-16"><p>Port</p>', "utf-8", "Port"),
        ('<meta charset="utf-8"><p>Café, Cafe, Cafe</p>'.encode("latin-1"), "windows-1252", "Café"),
        (b"<p>Port\0 of Arnholm</p>", "utf-8", "Port\ufffd of"),
    ],
)  # fmt: skip
def test_an_encoding_is_told_by_mark_bytes_and_label(data: bytes, encoding: str, words: str) -> None:
    found = decode_page(data)
    assert not isinstance(found, str)
    assert found[1] == encoding
    assert words in found[0]


def test_a_server_may_say_the_encoding() -> None:
    assert decode_page("<p>Порт</p>".encode("cp1251"), "windows-1251") == ("<p>Порт</p>", "cp1251")


@pytest.mark.parametrize(
    ("page", "kind", "line"),
    [
        ("", Kind.ARTICLE_TANGLED, 1),
        ("<!-- nothing -->", Kind.ARTICLE_TANGLED, 1),
        ("<p>\n" + "<div>" * 5000 + "x", Kind.ARTICLE_TANGLED, 2),
        ("<p>x</p>" * 20_000, Kind.ARTICLE_TANGLED, 1),
        ("<p>\n<p " + "a='>' b=2 c " * 400 + ">x", Kind.ARTICLE_TANGLED, 2),
        ("<title>Ferry</title><script>load()</script>", Kind.ARTICLE_NOT_FOUND, 1),
        ("<h1>Ferry</h1><nav><a href=/>Home</a></nav>", Kind.ARTICLE_NOT_FOUND, 1),
    ],
)
def test_what_is_no_page_of_news_is_a_problem_that_says_what_to_do(
    page: str, kind: Kind, line: int, tmp_path: Path
) -> None:
    _, [problem] = read(tmp_path, page)
    assert (problem.kind, problem.at.path, problem.at.line) == (kind, "seeds/a.html", line)
    assert problem.severity is Severity.ERROR
    assert "paste its text into a .txt file" in problem.hint


def test_a_page_that_is_cut_off_is_a_warning(tmp_path: Path) -> None:
    page = f"<h1>Ferry runs aground</h1>\n<p>{STORY[0]}</p>\n<p>Subscribe to read on.</p>"
    article, [problem] = read(tmp_path, page)
    assert article
    assert (problem.kind, problem.severity, problem.at.line) == (Kind.ARTICLE_SHORT, Severity.WARNING, 2)


def test_signs_that_no_text_should_hold_are_blanks_where_json_names_them(tmp_path: Path) -> None:
    record = r'{"@type": "Article", "publisher": "Har\u0000bour \ud800Courier", "author": "Ines\u0007Marlow"}'
    page = f"<script type=application/ld+json>{record}</script><h1>Ferry runs aground</h1>{page_of(MARK)}"
    article, _ = read(tmp_path, page)
    assert article
    assert (article.publisher, article.authors) == ("Har bour Courier", ("Ines Marlow",))


def test_a_picture_named_like_a_page_is_no_text(tmp_path: Path) -> None:
    article, [problem] = read(tmp_path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(4000))
    assert article is None
    assert problem.kind is Kind.FILE_NOT_TEXT


PIECES = (
    *("<p>", "</p>", "<div class=byline>", "</div>", "<blockquote>", "<q>", "</q>", "<h1>Ferry", "</h1>", "<br>"),
    *("<ul><li>", "<table><tr><td>", "By Ines Marlow", "2024-05-04", "Photo: ", "<figcaption>", "<svg><p>", "<!--"),
    *("-->", "<![CDATA[", "<script type='application/ld+json'>", "</script>", '{"@graph": [[[', "&#0;", "&#xD800;"),
    *(
        '{"@type": "Article", "author": [[{}]], "url": 3}',
        "&nbsp;",
        "\0",
        "\r",
        "\u2028",
        "<",
        "</",
        STORY[0],
        STORY[1],
    ),
    *(
        '{"@type": "NewsArticle", "headline": 3, "datePublished": {"@value": null}}',
        "<time datetime='0000-99-99T99:99'>",
    ),
    *("<meta property=og:title content='x | y'>", "<link rel=canonical href='http://[::1'>", "&#8;", "&#x1F;", "\x08"),
    *("<meta name=date content=99999999999999>", "<cite>", "<time>", "<a rel=author href=/by/x>"),
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30))
@example(["<meta name=date content=9999999999>", STORY[2]])
@settings(max_examples=150)
def test_no_page_breaks_the_reading(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        article, problems = read(Path(folder), "".join(pieces).encode("utf-8", "surrogatepass"))
        assert article or problems
        for paragraph in article.paragraphs if article else ():
            assert article
            assert article.words_at(paragraph.span)
            assert min(article.location(paragraph.span.start).line, article.location(paragraph.span.start).column) > 0


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    with tempfile.TemporaryDirectory() as scratch:
        update(Path(scratch))
