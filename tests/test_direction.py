"""Direction of writing, and words of another language: pages turn round, and the article's words keep their own way."""

import re
from pathlib import Path

import pytest
from changes import replace
from made_brief import BRIEF, ENTRY, MARKDOWN
from made_site import PAGE, a_site
from pseudo_words import LANGUAGE, write_pseudo_words
from reading_pages import Reader, page_of, whole_site
from ukrainian_desk import KINDS, composed_at

from sitegen import serve
from sitegen.compose import Desk, to_markdown
from sitegen.config import Settings
from sitegen.model.brief import Brief
from sitegen.model.entry import Page
from sitegen.model.output import Edition
from sitegen.own_words import read_words
from sitegen.render import Site, open_site
from sitegen.render.tongue import isolated, marked
from sitegen.theme import load_theme, shipped
from sitegen.words import direction_of, load_words

STYLES = sorted([*shipped("templates").glob("css/*.css"), *(Path(serve.__file__).parent / "assets").glob("*.css")])
NO_SIDE = re.compile(r"/\*.*?\*/|\.align-right|--end: (?:left|right)|var\(--end, right\)", re.DOTALL)
"""Comments, the class that Markdown tables get, and the token that says where lines end."""
SIDE = re.compile(r"\b(?:left|right)\b")
FOUR = re.compile(r"\b(?:margin|padding|inset)[\w-]*:\s*[^\s;]+\s+([^\s;]+)\s+[^\s;]+\s+([^\s;}]+)")


def sides(style: str) -> list[str]:
    """Return what in a style would not turn round."""
    plain = NO_SIDE.sub("", style)
    uneven = (found[0] for found in FOUR.finditer(plain) if found[1] != found[2])
    return [*SIDE.findall(plain), *uneven]


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_no_style_names_a_side(file: Path) -> None:
    assert not sides(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "style",
    ["a{left:0}", "a { margin-left: 1rem }", "text-align: right;", "float:left", "to left,", "a{padding: 0 1px 0 2px}"],
)
def test_a_side_is_seen(style: str) -> None:
    assert sides(style)


@pytest.fixture
def pseudo(tmp_path: Path) -> tuple[Site, Brief, str]:
    """Return a site that is written from right to left, a brief of an English article, and its Markdown."""
    write_pseudo_words(tmp_path)
    words, problems = read_words(tmp_path, LANGUAGE)
    assert problems == []
    settings = Settings(title="Стіл", language=LANGUAGE, editor="Редакція", url="https://desk.example/")
    brief = composed_at(Desk(settings, words, KINDS), tmp_path)
    site = open_site(load_theme(tmp_path), settings, words, KINDS, Edition.BUILD, searches=True)
    return site, brief, to_markdown(brief, words)


def test_every_page_says_its_direction(pseudo: tuple[Site, Brief, str]) -> None:
    pages = {path: text for path, text in whole_site(pseudo[0]).items() if path.endswith(".html")}
    assert {"404.html", "index.html", "about.html", "briefs/harbour-crane.html"} <= set(pages)
    for path, text in pages.items():
        assert f'<html lang="{LANGUAGE}" dir="rtl">' in text, path


def test_a_page_in_another_language_has_the_direction_of_that(tmp_path: Path) -> None:
    pages = [replace(PAGE, slug=language, language=language) for language in ("ar", "de")]
    files = whole_site(a_site(tmp_path), pages=pages)
    assert '<html lang="ar" dir="rtl">' in files["ar.html"]
    assert '<html lang="de" dir="ltr">' in files["de.html"]


def test_no_word_of_ours_stands_outside_the_wording(pseudo: tuple[Site, Brief, str]) -> None:
    """Every text of templates comes from words/: what has Latin letters has the pseudo language's too."""
    entry = replace(
        ENTRY,
        title="Кран",
        publisher="Газета",
        badge="Різне",
        reason="Запис",
        caveats=("Увага",) * 9,
        summary="Кран",
        tags=("тег",),
    )
    files = whole_site(pseudo[0], [entry], [Page("content/a.md", "a", "Про нас", "# Про нас\n", 1, order=1)])
    for path in ("index.html", "404.html", "tags/index.html", "tags/тег.html", "a.html"):
        page = Reader(files[path])
        texts = [*page.words, *page.values("aria-label"), *page.values("alt"), *page.values("data-done")]
        assert [text for text in texts if re.search("[A-Za-z]{2}", text) and "ש" not in text] == [], path


def test_the_words_of_an_article_in_another_language_say_so(pseudo: tuple[Site, Brief, str]) -> None:
    html = page_of(*pseudo)
    tongue = 'lang="en" dir="auto"'
    assert f"<blockquote {tongue}>\n<p>“We ask for patience”</p>" in html
    assert f"Sandhaven Courier reports: <span {tongue}>the boat was half a mile west" in html.replace(
        "<bdi>", ""
    ).replace("</bdi>", "")
    assert f"<span {tongue}>It was not known when the next convoy through the Sound would leave.</span>" in html
    assert f"<span {tongue}>harbour authority calls seizure “plainly unlawful”</span>" in html
    assert (
        f"<span {tongue}>Pilot boat held off Cape Orle; harbour authority calls seizure “plainly unlawful”</span>"
        in html
    )
    assert html.count(f"<blockquote {tongue}>") == html.count("<blockquote") - 1  # all but the reported words


def test_the_words_of_an_article_in_the_language_of_the_page_need_no_mark(tmp_path: Path) -> None:
    page = Reader(page_of(a_site(tmp_path), replace(BRIEF, facts=replace(BRIEF.facts, language="EN"))))
    assert page.values("lang") == ["en"]
    assert page.values("dir") == ["ltr"]


def test_names_that_run_against_the_page_are_isolated(pseudo: tuple[Site, Brief, str], tmp_path: Path) -> None:
    html = page_of(*pseudo)
    assert "<bdi>Sandhaven Courier</bdi>, citing <bdi>Norrland Wire</bdi>" in html
    assert "<bdi>Маріт Осей</bdi>" in html
    assert "<bdi>" not in page_of(a_site(tmp_path))
    source = replace(BRIEF.sources[0], name="صحيفة الميناء")
    brief = replace(BRIEF, sources=(source, *BRIEF.sources[1:]), publisher=source.name)
    arabic = page_of(a_site(tmp_path), brief, MARKDOWN.replace("Port Herald", source.name))
    assert f"Asked for a response by <bdi>{source.name}</bdi>: denied it." in arabic


def test_text_that_runs_against_the_page_is_not_cut_in_pieces() -> None:
    assert isolated("<p>Port Herald says so</p>", ["Port Herald"], "rtl") == "<p>Port Herald says so</p>"
    assert isolated("<p>לפי Port Herald</p>", ["Port Herald"], "rtl") == "<p>לפי <bdi>Port Herald</bdi></p>"


@pytest.mark.parametrize(
    ("html", "words", "found"),
    [
        ('<a href="x Ann">Ann, Anna</a>', ["Ann"], '<a href="x Ann"><span>Ann</span>, Anna</a>'),
        ("<p>Ann Lee and Ann</p>", ["Ann", "Ann Lee"], "<p><span>Ann Lee</span> and <span>Ann</span></p>"),
        ("<p>A &amp; &quot;B&quot; it's</p>", ['A & "B"  it\'s', ""], "<p><span>A &amp; &quot;B&quot; it's</span></p>"),
        ("<p>בAnn</p>", ["Ann"], "<p>ב<span>Ann</span></p>"),
        ("<p>Ann</p>", [], "<p>Ann</p>"),
    ],
)
def test_words_are_marked_between_tags_and_whole(html: str, words: list[str], found: str) -> None:
    assert marked(html, words, " ").replace("<span >", "<span>") == found


def test_the_shipped_languages_run_as_unicode_says() -> None:
    for language in ("en", "uk"):
        assert load_words(language).direction == direction_of(language) == "ltr"
    assert direction_of("he") == direction_of("ar-EG") == "rtl"
