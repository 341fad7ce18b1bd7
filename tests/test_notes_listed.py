"""Notes in lists, under tags, in feeds and in the sitemap; never taken for briefs."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from changes import replace
from made_brief import ENTRY, an_entry, shelved
from made_site import PAGE, SETTINGS, a_site
from reading_pages import Reader, body, links_in, made, own_outputs, read_xml

from sitegen.model.entry import Entry, Page
from sitegen.render import Site, Stock, site_outputs
from sitegen.render.addresses import archive_path

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALONE = Stock(briefs=False, notes=True)
BESIDE = Stock(briefs=True, notes=True)


def a_note(name: str, date: str = "2024-03-05", *tags: str, text: str = "Text.", title: str = "") -> Page:
    return Page(f"content/notes/{name}.md", f"notes/{name}", title or f"Note {name}", text, date=date, tags=tags)


def files_of(site: Site, notes: Sequence[Page], entries: Sequence[Entry] = ()) -> dict[str, str]:
    outputs = site_outputs(site, shelved(*entries), notes, [], body)
    return made([*outputs, *own_outputs(site, notes)])


@pytest.fixture
def plain(tmp_path: Path) -> Site:
    return a_site(tmp_path, replace(SETTINGS, page_size=2, feed_items=2), pages=(), stock=ALONE)


@pytest.fixture
def mixed(tmp_path: Path) -> Site:
    return a_site(tmp_path, pages=(), stock=BESIDE)


# ---- lists


def test_a_site_of_notes_alone_lists_them_on_its_index(plain: Site) -> None:
    notes = [a_note(name, f"2024-03-0{day}") for day, name in enumerate("abcde", 1)]
    files = files_of(plain, notes)
    assert [link for link in links_in(files["index.html"]) if "notes/" in link] == ["notes/e.html", "notes/d.html"]
    assert [link for link in links_in(files["archive/2.html"]) if "notes/" in link] == ["../notes/c.html"]
    assert "notes.html" not in files
    assert "No brief" not in " ".join(files.values())


def test_a_site_of_notes_alone_has_nothing_about_briefs(plain: Site) -> None:
    files = files_of(plain, [a_note("a", "2024-03-05", "storm")])
    pages = {path for path in files if path.endswith(".html")}
    assert pages == {"404.html", "index.html", "notes/a.html", "tags/index.html", "tags/storm.html"}
    assert not [path for path in files if path.startswith(("data/", "schema/")) or path == "corrections.xml"]
    broken = {
        (path, link)
        for path in pages - {"404.html"}
        for link in Reader(files[path]).values("href")
        if not link.startswith(("https:", "#"))
        and (Path("/") / path).parent.joinpath(link).resolve().as_posix()[1:] not in files
    }
    assert broken == set()


def test_beside_briefs_notes_have_a_list_of_their_own_that_the_bar_names(mixed: Site) -> None:
    files = files_of(mixed, [a_note("a")], [ENTRY])
    assert "notes/a.html" in links_in(files["notes.html"])
    assert "notes/a.html" not in links_in(files["index.html"])
    assert '<a href="notes.html">Notes</a>' in files["index.html"]


def test_without_notes_nothing_names_them(tmp_path: Path) -> None:
    files = made(site_outputs(a_site(tmp_path), shelved(ENTRY), [PAGE], []))
    assert not [path for path in files if "notes" in path]
    assert "notes.html" not in files["index.html"]


def test_archive_pages_of_notes_stand_in_no_folder_of_notes() -> None:
    assert archive_path("notes.html", 1) == "archive/notes/1.html"


def test_a_page_called_index_stands_above_the_notes_and_is_none(plain: Site) -> None:
    welcome = Page("content/index.md", "index", "Welcome", "# Welcome\n\nHere we are.\n", date="2024-01-01")
    files = files_of(plain, [welcome, a_note("a")])
    html = files["index.html"]
    assert html.index("Here we are.") < html.index("notes/a.html")
    assert html.count("<h1") == 1
    assert "Here we are." not in files["feed.xml"]


def test_a_note_shows_its_day_and_its_tags(plain: Site) -> None:
    html = files_of(plain, [a_note("a", "2024-03-05T10:30Z", "Harbour work", title="Boats & more")])["notes/a.html"]
    assert '<time datetime="2024-03-05T10:30Z">5 March 2024</time>' in html
    assert '<a href="../tags/harbour-work.html" rel="tag">Harbour work</a>' in html
    assert "<h1>Boats &amp; more</h1>" in html
    assert '<meta property="article:published_time" content="2024-03-05T10:30Z">' in html


def test_a_note_names_its_authors_and_the_day_of_its_last_change(plain: Site) -> None:
    note = replace(a_note("a"), authors=("Ana Diaz", "Bo"), updated="2024-04-01T10:00Z")
    files = files_of(plain, [note])
    assert "5 March 2024</time> · by Ana Diaz and Bo · changed on 1 April 2024" in files["notes/a.html"]
    assert '<meta property="article:modified_time" content="2024-04-01T10:00Z">' in files["notes/a.html"]
    entry = read_xml(files["feed.xml"]).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ana Diaz and Bo"
    assert entry.findtext(f"{ATOM}published") == "2024-03-05T00:00:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2024-04-01T10:00:00Z"
    assert "2024-04-01" in [each.text for each in read_xml(files["sitemap.xml"]).iter(f"{SITEMAP}lastmod")]


def test_a_note_does_not_look_like_a_brief(mixed: Site) -> None:
    files = files_of(mixed, [a_note("a", "2024-03-05", "storm")], [an_entry("b", tags=("storm",))])
    marks = re.compile(r'class="[^"]*\b(?:card|badge|status|tally|note|s-[a-z]+)\b')
    assert marks.search(files["index.html"])
    for path in ("notes.html", "notes/a.html"):
        html = files[path]
        assert not marks.search(html[html.index("<main") : html.index("</main>")]), path
    below = files["tags/storm.html"]
    assert not marks.search(below[below.index('id="_notes"') : below.index("</main>")])


# ---- tags


def test_notes_of_a_tag_stand_below_its_briefs(mixed: Site) -> None:
    entries = [an_entry("b", tags=("Storm",))]
    files = files_of(mixed, [a_note("a", "2024-03-05", "storm"), a_note("c", "2024-03-06", "lock")], entries)
    links = links_in(files["tags/storm.html"])
    assert links.index("../briefs/b.html") < links.index("../notes/a.html")
    assert "../notes/c.html" in links_in(files["tags/lock.html"])
    text = Reader(files["tags/index.html"]).text
    assert "lock 1 note Storm 1 brief · 1 note" in text


def test_many_notes_of_a_tag_with_briefs_have_a_list_of_their_own(mixed: Site) -> None:
    notes = [a_note(f"n{day}", f"2024-03-{day:02}", "storm") for day in range(1, 13)]
    files = files_of(mixed, notes, [an_entry("b", tags=("storm",))])
    assert "../notes/n1.html" not in links_in(files["tags/storm.html"])
    assert "../tags/storm/notes.html" in links_in(files["tags/storm.html"])
    assert "../../notes/n1.html" in links_in(files["tags/storm/notes.html"])
    locations = [url.findtext(f"{SITEMAP}loc") for url in read_xml(files["sitemap.xml"])]
    assert "https://desk.example/briefs/tags/storm/notes.html" in locations


# ---- feeds and sitemap


def test_the_feed_of_a_site_of_notes_holds_the_newest(plain: Site) -> None:
    notes = [a_note(name, f"2024-03-0{day}", "storm") for day, name in enumerate("abc", 1)]
    files = files_of(plain, notes)
    feed = read_xml(files["feed.xml"])
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["Note c", "Note b"]
    assert feed.findtext(f"{ATOM}updated") == "2024-03-03T00:00:00Z"
    assert '"title":"Note c"' in files["feed.json"].replace(": ", ":")
    assert "notes.xml" not in files


def test_beside_briefs_notes_have_a_feed_of_their_own(mixed: Site) -> None:
    files = files_of(
        mixed, [a_note("a", text='[On](b.md), ![it](/x.png), [no](<http://[::x]/>) and `href="y"`')], [ENTRY]
    )
    assert "Note a" not in files["feed.xml"]
    (entry,) = read_xml(files["notes.xml"]).iter(f"{ATOM}entry")
    content = entry.findtext(f"{ATOM}content") or ""
    assert 'href="https://desk.example/briefs/notes/b.html"' in content
    assert 'src="https://desk.example/x.png"' in content
    assert content.count("href=") == 3
    assert 'href="notes.xml"' in files["index.html"]


def test_the_sitemap_has_notes_with_their_days(plain: Site) -> None:
    files = files_of(plain, [a_note("a", "2024-03-05T10:30Z", "storm"), PAGE])
    found = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in read_xml(files["sitemap.xml"])}
    start = "https://desk.example/briefs/"
    assert found == {
        start: None,
        f"{start}tags/": None,
        f"{start}about.html": None,
        f"{start}tags/storm.html": None,
        f"{start}notes/a.html": "2024-03-05",
    }
