"""Lists, people's own pages, files as they are, heads and addresses."""

import re
from pathlib import Path

import pytest
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import ENTRY, an_entry, shelved
from made_site import PAGE, a_site
from reading_pages import Reader, made, whole_site

from sitegen.model.entry import Page
from sitegen.model.slugs import tag_slug
from sitegen.model.vocabulary import State, Status
from sitegen.problems import Kind, Problem
from sitegen.render import Site, body_of, site_outputs
from sitegen.render.addresses import absolute
from sitegen.render.heads import cut, mark_of
from sitegen.render.pages import newest_first
from sitegen.render.pages.lists import by_tag

# ---- lists


def test_lists_show_the_newest_first_and_ties_by_slug() -> None:
    entries = [an_entry("b"), an_entry("c", date="2024-06-01"), an_entry("a")]
    assert [entry.slug for entry in newest_first(entries)] == ["c", "a", "b"]


def test_a_card_carries_badge_counts_and_caveats(site: Site) -> None:
    text = Reader(whole_site(site)["index.html"]).text
    assert ENTRY.badge in text
    assert "1 not verified" in text
    assert all(caveat in text for caveat in ENTRY.caveats)


def test_a_card_says_that_a_brief_is_not_reviewed(site: Site) -> None:
    index = whole_site(site, [an_entry("x", proposed=True)])["index.html"]
    assert "Not reviewed; Mixed" in index


def test_a_site_without_briefs_says_so(site: Site) -> None:
    files = made(site_outputs(site, [], [], []))
    assert "No brief is published yet." in files["index.html"]
    assert "No brief has a tag yet." in files["tags/index.html"]


def test_a_page_called_index_stands_above_the_list(site: Site) -> None:
    welcome = Page("content/index.md", "index", "Welcome", "# Welcome\n\nHere we are.\n")
    html = whole_site(site, pages=[welcome])["index.html"]
    assert html.index("Here we are.") < html.index(ENTRY.badge)


def test_tags_that_share_an_address_are_one_tag() -> None:
    found = by_tag([an_entry("a", tags=("Harbour Work", "b")), an_entry("c", tags=("harbour work",))])
    assert {tag: len(entries) for tag, entries in found.items()} == {"b": 1, "Harbour Work": 2}


@given(st.text())
def test_a_tag_never_leaves_its_folder(tag: str) -> None:
    assert re.fullmatch(r"[^\W_](?:[^\W_]|-)*", tag_slug(tag))
    assert tag_slug(tag) != "index"


def test_old_addresses_lead_on(site: Site) -> None:
    page = replace(PAGE, aliases=("we",))
    files = made(site_outputs(site, shelved(an_entry("new", aliases=("old",))), [page], []))
    assert "0; url=../briefs/new.html" in files["briefs/old.html"]
    assert '<link rel="canonical" href="https://desk.example/briefs/briefs/new.html">' in files["briefs/old.html"]
    assert "0; url=about.html" in files["we.html"]


# ---- people's own pages


def test_own_pages_are_named_in_the_navigation_by_their_order(site: Site) -> None:
    files = whole_site(site)
    assert '<a href="about.html" aria-current="page">About us</a>' in files["about.html"]
    assert '<a href="../about.html">About us</a>' in files["briefs/harbour-crane.html"]


def test_a_page_without_a_heading_of_its_own_has_its_title_as_heading(site: Site) -> None:
    bare = Page("content/x.md", "x", "Bare", "Text.", language="de")
    html = whole_site(site, [], [bare])["x.html"]
    assert "<h1>Bare</h1>" in html
    assert '<html lang="de" dir="ltr">' in html


def test_links_to_markdown_files_lead_to_their_pages(site: Site) -> None:
    assert 'href="labels.html#one"' in whole_site(site)["about.html"]


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("One.\n\nTwo\n[x](javascript:alert(1)) three", 13),
        ("![x](https://elsewhere.example/x.png)", 10),
        ("| a |\n|---|\n| [x](data:text/html,x) |", 12),
    ],
)
def test_an_unsafe_address_is_a_problem_with_its_line(markdown: str, line: int) -> None:
    found = body_of("content/x.md", markdown, 10)
    assert isinstance(found, Problem)
    assert (found.kind, found.at.path, found.at.line) == (Kind.LINK_UNSAFE, "content/x.md", line)


# ---- files as they are


def test_static_files_are_copied_and_one_that_is_gone_is_a_problem(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg/>")
    there, gone = site_outputs(site, [], [], [("a/logo.svg", file, "1"), ("no.txt", tmp_path / "no.txt", "2")])[-2:]
    assert (there.path, there.make()) == ("a/logo.svg", b"<svg/>")
    missing = gone.make()
    assert isinstance(missing, Problem)
    assert (missing.kind, missing.at.path) == (Kind.FILE_UNREADABLE, "static/no.txt")


def test_the_style_is_put_together_in_order_with_the_projects_own_before_print(tmp_path: Path) -> None:
    css = tmp_path / "templates" / "css"
    css.mkdir(parents=True)
    (css / "ours.css").write_text("/* ours */")
    style = made(site_outputs(a_site(tmp_path), [], [], []))["assets/style.css"]
    assert style.index("--paper") < style.index("main {") < style.index("/* ours */") < style.index("@media print")


# ---- heads and addresses


def test_a_long_description_is_cut_between_words() -> None:
    assert cut("one two three", 9) == "one two…"
    assert cut("one\ntwo", 9) == "one two"


def test_a_mark_names_state_and_status(site: Site) -> None:
    assert mark_of(site, State.PUBLISHED, Status.OPINION, proposed=False) == "Opinion"


def test_an_index_is_named_by_its_folder() -> None:
    assert absolute("https://x.example/a/", "index.html") == "https://x.example/a/"
    assert absolute("https://x.example", "tags/index.html") == "https://x.example/tags/"
    assert absolute("https://x.example", "tags/ä.html") == "https://x.example/tags/%C3%A4.html"
