"""The ways through a site: what every page names, where there is no page, and where one has moved."""

import re
from pathlib import Path

import pytest
from changes import replace
from made_brief import an_entry, shelved
from made_site import PAGE, SETTINGS, a_site
from reading_pages import Reader, made, whole_site

from sitegen.config import Settings
from sitegen.model.entry import Page
from sitegen.model.output import Edition
from sitegen.render import site_outputs

GENERATED = ("index.html", "sources/index.html", "labels.html", "corrections.html")
BELOW = ("statuses/index.html", "kinds/index.html", "tags/index.html", "statistics.html")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    return whole_site(a_site(tmp_path))


@pytest.mark.parametrize("path", ["briefs/harbour-crane.html", "sources/index.html", "tags/harbour-work.html"])
def test_every_page_names_the_others_above_and_below(files: dict[str, str], path: str) -> None:
    above, below = files[path].split("<main", 1)[0], files[path].split("<footer", 1)[1]
    assert all(f'href="../{page}"' in above for page in (*GENERATED, "about.html"))
    assert all(f'href="../{page}"' in below for page in (*BELOW, "feed.xml", "feed.json", "corrections.xml"))


@pytest.mark.parametrize("path", [*GENERATED, *BELOW])
def test_a_page_is_marked_as_the_one_that_is_shown(files: dict[str, str], path: str) -> None:
    marked = [values for _, values in Reader(files[path]).elements if "aria-current" in values]
    assert [str(values["href"]).removeprefix("../") for values in marked] == [path]


def test_without_an_address_and_in_preview_no_feeds_are_named(tmp_path: Path) -> None:
    for site in (a_site(tmp_path, replace(SETTINGS, url="")), a_site(tmp_path, edition=Edition.PREVIEW)):
        assert ".xml" not in whole_site(site)["labels.html"]


def test_a_page_in_a_generated_ones_place_names_it_only_where_it_has_an_order(tmp_path: Path) -> None:
    page = Page("content/corrections.md", "corrections", "What we got wrong", "Nothing.", order=3)
    for order, name in ((3, "What we got wrong"), (None, "Corrections")):
        ours = replace(page, order=order)
        html = whole_site(a_site(tmp_path, pages=(PAGE, ours)), pages=[PAGE, ours])["index.html"]
        assert f'<li><a href="corrections.html">{name}</a></li>' in html
        assert html.count('href="corrections.html"') == 1


def test_where_there_is_no_page_one_is_shown_the_way(files: dict[str, str], tmp_path: Path) -> None:
    main = files["404.html"].split("<main", 1)[1].split("</main", 1)[0]
    there = "https://desk.example/briefs"
    assert all(f'href="{there}/{page}"' in main for page in ("index.html", "corrections.html", "tags/index.html"))
    plain = whole_site(a_site(tmp_path, Settings(title="Desk")))["404.html"]
    assert "Go to the first page of this site" in plain
    preview = whole_site(a_site(tmp_path, edition=Edition.PREVIEW))["404.html"]
    assert 'href="/corrections.html"' in preview


def test_an_old_address_takes_the_place_within_the_page_along(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    files = made(site_outputs(site, shelved(an_entry("new", aliases=("old",))), [], []))
    html = files["briefs/old.html"]
    assert '<a data-moved href="../briefs/new.html">' in html
    assert '<script defer src="../assets/moved.js"></script>' in html
    assert "default-src 'none'; script-src 'self'" in html
    assert "location.hash" in files["assets/moved.js"]


def test_what_is_below_a_directory_leads_up_to_it(tmp_path: Path) -> None:
    files = whole_site(a_site(tmp_path, replace(SETTINGS, page_size=1)), [an_entry("a"), an_entry("b")])
    for path in (path for path in files if re.match(r"(tags|statuses|kinds|sources)/(?!index)", path)):
        trail = files[path].split('<nav class="trail"', 1)[1].split("</nav>", 1)[0]
        assert f'href="{"../" * path.count("/")}{path.partition("/")[0]}/index.html"' in trail


def test_no_two_landmarks_of_a_page_go_by_one_name(tmp_path: Path) -> None:
    files = whole_site(a_site(tmp_path, replace(SETTINGS, page_size=1)), [an_entry(slug) for slug in "abc"])
    for path, html in files.items():
        if path.endswith(".html") and not path.startswith("briefs/"):
            labels = re.findall(r'<(?:nav|section|div)[^>]* aria-label="([^"]+)"', html)
            headings = re.findall(r'<h2 id="[^"]+">([^<]+)</h2>', html)
            assert labels
            assert len([*labels, *headings]) == len({*labels, *headings}), path
