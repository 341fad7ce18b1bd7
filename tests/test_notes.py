"""Notes: dated pages of people's own, in lists, under tags, in feeds and in the sitemap; never taken for briefs."""

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from changes import replace
from made_brief import ENTRY, PAGE, SETTINGS, a_site, an_entry, shelved
from reading_pages import Reader, body, made, own_outputs, read_xml
from test_pipeline import codes, run, site_of

from sitegen.model.entry import Entry, Page
from sitegen.model.output import Edition
from sitegen.pipeline import Order, Silence, build
from sitegen.pipeline.pages import Sheet, body_bytes, lost
from sitegen.pipeline.project import Project
from sitegen.problems import Kind
from sitegen.read import read_page
from sitegen.read.front_matter import IDLE, INSTEAD, KEYS, SAME
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


def links_in(html: str) -> list[str]:
    """Return where the links of the main part of a page lead, in order."""
    return Reader(html[html.index("<main") : html.index("</main>")]).values("href")


@pytest.fixture
def plain(tmp_path: Path) -> Site:
    return a_site(tmp_path, replace(SETTINGS, page_size=2, feed_items=2), pages=(), stock=ALONE)


@pytest.fixture
def mixed(tmp_path: Path) -> Site:
    return a_site(tmp_path, pages=(), stock=BESIDE)


# ---- front matter


def read(front: str) -> tuple[Page, list[str]]:
    page, _, problems = read_page("content/notes/a.md", f"---\ntitle: A\n{front}\n---\nText.\n".encode())
    assert page
    return page, [f"{problem} {problem.hint}".strip() for problem in problems]


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:30", "2024-03-05T10:30"),
        ("2024-03-05T10:30:15Z", "2024-03-05T10:30:15Z"),
        ("2024-03-05 10:30:15 +0200", "2024-03-05T10:30:15+02:00"),
        ("2024-03-05 10:30:15.250 -05", "2024-03-05T10:30:15-05:00"),
        ("2024-03-05 10:30 UTC", "2024-03-05T10:30Z"),
        ('"2024-03-05T10:30:15+02:00"', "2024-03-05T10:30:15+02:00"),
    ],
)
def test_days_are_read_as_generators_write_them(typed: str, iso: str) -> None:
    page, problems = read(f"date: {typed}")
    assert (page.date, page.is_note, problems) == (iso, True, [])


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("5 March 2024", "date: 2024-03-05"),
        ("04/03/2024", "date: 2024-03-04 or date: 2024-04-03"),
        ("2024-02-30", "as in date: 2024-03-05"),
        ("2024-03-05T25:00", "as in date: 2024-03-05"),
        ("2024-03-05T10:00+25:00", "as in date: 2024-03-05"),
        ("yesterday", "as in date: 2024-03-05"),
    ],
)
def test_what_is_no_day_is_a_problem(typed: str, hint: str) -> None:
    page, (problem,) = read(f"date: {typed}")
    said = f"content/notes/a.md:3:7: “date” takes a day, or a day with a time, not “{typed}” [page-wrong] {hint}"
    assert (page.date, problem) == ("", said)


@pytest.mark.parametrize(
    "typed", ["tags: harbour work, storm", "tags: [harbour  work, storm]", "tags:\n- harbour work\n- storm\n- storm"]
)
def test_tags_are_a_list_or_a_text_with_commas(typed: str) -> None:
    page, problems = read(typed)
    assert (page.tags, problems) == (("harbour work", "storm"), [])


def test_a_slug_is_the_last_part_of_the_address() -> None:
    assert read("slug: other.html")[0].slug == "notes/other"
    page, (problem,) = read("slug: x/other")
    assert (page.slug, "takes the last part of the address" in problem) == ("notes/a", True)
    assert "cannot be the address" in read("slug: ..")[1][0]


@pytest.mark.parametrize(
    ("typed", "draft"),
    [("draft: true", True), ("draft: no", False), ("status: draft", True), ("status: published", False), ("", False)],
)
def test_a_draft_says_so_in_either_way(typed: str, draft: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    page, problems = read(typed)
    assert (page.draft, problems) == (draft, [])


@pytest.mark.parametrize("typed", ["draft: perhaps", "status: final"])
def test_what_may_mean_a_draft_is_one_until_it_is_clear(typed: str) -> None:
    page, problems = read(typed)
    assert (page.draft, len(problems)) == (True, 1)


def test_keys_of_other_generators_that_say_the_same_are_read() -> None:
    page, problems = read("summary: S\nlang: uk\nauthors: [Ana Diaz, Bo]\nlastmod: 2024-03-06")
    assert problems == []
    assert (page.description, page.language) == ("S", "uk")
    assert (page.authors, page.updated, page.is_note) == (("Ana Diaz", "Bo"), "2024-03-06", False)
    for both in ("summary: S\ndescription: D", "description: D\nsummary: S"):
        assert read(both)[0].description == "D"


@pytest.mark.parametrize(("typed", "ours"), INSTEAD.items())
def test_keys_of_other_generators_that_say_something_like_it_are_explained(typed: str, ours: str) -> None:
    _, problems = read(f"{typed}: x")
    said = f"content/notes/a.md:3:1: pages have no key “{typed}” [page-wrong] here it is “{ours}”"
    assert (problems, ours in KEYS) == ([said], True)


def test_keys_of_other_generators_that_mean_nothing_here_stop_nothing() -> None:
    _, problems = read("\n".join(f"{key}: x" for key in sorted(IDLE)))
    assert len(problems) == len(IDLE)
    assert all("note: “" in problem for problem in problems)
    assert not {*KEYS, *SAME, *INSTEAD} & IDLE


def test_toml_is_a_problem_and_not_the_text_of_the_page() -> None:
    page, _, problems = read_page("content/a.md", b'+++\ntitle = "A"\n+++\n# A\n')
    assert page is None
    assert [problem.message for problem in problems] == ["the front matter is TOML, which is not read"]
    assert read_page("content/a.md", b"+++ more\n# A\n")[2] == []


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


# ---- whole builds


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    notes = tmp_path / "content" / "notes"
    notes.mkdir(parents=True)
    (tmp_path / "sitegen.yaml").write_text("title: Desk\nurl: https://desk.example/\n", "utf-8")
    for day in range(1, 6):
        text = f"---\ntitle: Note {day}\ndate: 2024-03-0{day}\ntags: storm\n---\nWords of note {day}.\n"
        (notes / f"n{day}.md").write_text(text, "utf-8")
    return tmp_path


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "content" / "notes" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_draft_leaks_nowhere_and_is_shown_in_preview(desk: Path) -> None:
    edit(desk, "n3.md", "date:", "draft: yes\ndate:")
    edit(desk, "n3.md", "storm", "Quokka")
    edit(desk, "n3.md", "Note 3", "Quokkas seen")
    assert run(desk).published
    assert not [path for path, data in site_of(desk).items() if b"uokka" in data.lower() or "n3" in path]
    build(desk, Order(desk / "preview", Edition.PREVIEW), Silence())
    index = (desk / "preview" / "index.html").read_text("utf-8")
    assert re.search(r"Quokkas seen</a>\s*<span[^>]*>\(Draft\)", index)
    assert "Draft" in (desk / "preview" / "notes" / "n3.html").read_text("utf-8")


def test_a_note_that_becomes_a_draft_goes_from_the_site(desk: Path) -> None:
    run(desk)
    edit(desk, "n3.md", "date:", "status: draft\ndate:")
    run(desk)
    assert not [path for path, data in site_of(desk).items() if b"note 3" in data.lower() or "n3" in path]


def test_a_changed_note_changes_its_page_and_what_shows_it_and_loads_no_other(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "sitegen.yaml").write_text("title: Desk\nurl: https://desk.example/\nfeed_items: 1\n", "utf-8")
    run(desk)
    before = site_of(desk)
    edit(desk, "n3.md", "Words", "Other words")
    read: list[str] = []
    loaded: list[str] = []

    def noting_read(path: str, data: bytes) -> object:
        read.append(path)
        return read_page(path, data)

    def noting_load(project: Project, page: Page) -> bytes:
        loaded.append(page.path)
        return body_bytes(project, page)

    monkeypatch.setattr("sitegen.pipeline.pages.read_page", noting_read)
    monkeypatch.setattr("sitegen.pipeline.pages.body_bytes", noting_load)
    monkeypatch.setattr("sitegen.pipeline.run.body_bytes", noting_load)
    published = run(desk).published
    assert published
    assert (read, loaded) == (["content/notes/n3.md"], ["content/notes/n3.md"])
    assert published.changed == ("notes/n3.html",)
    changed = {path for path, data in site_of(desk).items() if before[path] != data}
    assert {path for path in changed if "/.sitegen" not in path} == {"site/notes/n3.html"}


def test_a_changed_template_parses_no_page_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(desk)
    (desk / "templates").mkdir()
    (desk / "templates" / "note.html").write_text("{{ own.title }}: {{ html | safe }}", "utf-8")
    monkeypatch.setattr("sitegen.pipeline.pages.read_page", lambda path, _: pytest.fail(path))
    monkeypatch.setattr("sitegen.pipeline.pages.body_of", lambda path, *_: pytest.fail(path))
    assert run(desk).published
    assert site_of(desk)["site/notes/n3.html"] == b"Note 3: <p>Words of note 3.</p>\n"


def test_a_build_by_several_processes_gives_the_same(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(desk)
    alone = site_of(desk)
    monkeypatch.setattr("sitegen.pipeline.pages.FEW", 0)
    monkeypatch.setattr("sitegen.pipeline.rendering.FEW", 0)
    for made_before in (".sitegen", "site"):
        (desk / made_before).rename(desk / f"old{made_before}")
    run(desk, jobs=2)
    assert {path: data for path, data in site_of(desk).items() if ".sitegen" not in path} == {
        path: data for path, data in alone.items() if ".sitegen" not in path
    }


def test_an_unsafe_link_bars_a_page_and_keep_going_shows_its_last_good_version(desk: Path) -> None:
    run(desk)
    edit(desk, "n3.md", "Words", "[Words](javascript:x)")
    outcome = run(desk)
    assert (codes(outcome), outcome.published) == ([Kind.LINK_UNSAFE], None)
    assert str(outcome.problems[0].at) == "content/notes/n3.md:6:1"
    edit(desk, "n4.md", "Words", "New words")
    assert run(desk, keep_going=True).published
    files = site_of(desk)
    assert b"Words of note 3." in files["site/notes/n3.html"]
    assert b"New words of note 4." in files["site/notes/n4.html"]


def test_what_becomes_a_draft_is_not_shown_as_it_last_was_good(desk: Path) -> None:
    run(desk)
    edit(desk, "n3.md", "date:", "status: draft\ncolour: red\ndate:")
    assert run(desk, keep_going=True).published
    assert "site/notes/n3.html" not in site_of(desk)


def test_a_text_that_went_from_the_cache_is_read_again(desk: Path) -> None:
    (desk / "templates").mkdir()
    run(desk)
    with sqlite3.connect(desk / ".sitegen" / "cache.sqlite") as store:
        assert store.execute("DELETE FROM value WHERE stage = 'body'").rowcount == 5
    (desk / "templates" / "note.html").write_text("{{ html | safe }}", "utf-8")
    assert run(desk).published
    assert site_of(desk)["site/notes/n3.html"] == b"<p>Words of note 3.</p>\n"


def test_a_page_that_changes_while_it_is_made_stops_the_build_and_leaves_the_site(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(desk)
    before = site_of(desk)
    (desk / "templates").mkdir()
    (desk / "templates" / "note.html").write_text("{{ html | safe }}", "utf-8")

    def change_and_load(project: Project, page: Page) -> bytes:
        with sqlite3.connect(desk / ".sitegen" / "cache.sqlite") as store:
            store.execute("DELETE FROM value WHERE stage = 'body'")
        (desk / page.path).write_text("# Other\n", "utf-8")
        return body_bytes(project, page)

    monkeypatch.setattr("sitegen.pipeline.run.body_bytes", change_and_load)
    with pytest.raises(OSError, match="changed during the build"):
        run(desk)
    assert site_of(desk) == before


def test_a_page_on_which_a_process_breaks_is_a_problem_and_is_tried_again() -> None:
    leaflet = lost(Sheet("content/a.md", "key", b""), "made the process end")
    (problem,) = leaflet.record.problems
    assert str(problem) == "content/a.md:1:1: the page could not be read: it made the process end [page-wrong]"
    assert leaflet.is_lost


def test_notes_that_share_an_address_are_a_problem(desk: Path) -> None:
    edit(desk, "n3.md", "date:", "slug: n4\ndate:")
    assert codes(run(desk)) == [Kind.SLUG_TAKEN]


# ---- links from page to page


def test_a_link_to_a_file_leads_to_where_its_page_stands(desk: Path) -> None:
    """Also where a `slug:` puts it elsewhere, and again when that changes: on pages, on the index and in feeds."""
    (desk / "sitegen.yaml").write_text("title: Desk\nurl: https://desk.example/\n", "utf-8")
    edit(desk, "n2.md", "date:", "slug: tides\ndate:")
    (desk / "content" / "a & é.md").write_text("---\nslug: signs\n---\n# Signs\n\n[A](./notes/n2.md)\n", "utf-8")
    (desk / "content" / "n2.md").write_text("# Other\n\n[A](n2.md)\n", "utf-8")
    (desk / "content" / "index.md").write_text("# Start\n\n[A](notes/n2.md#high)\n", "utf-8")
    text = "[A](n2.md) [B](n2.html) [C](../a%20&%20é.md#x) [D](/notes/n2.md) [E](https://x.example/n2.md) [F](gone.md)"
    edit(desk, "n3.md", "Words", f'{text} `[A](n2.md) href="n2.md"`')
    assert run(desk).published

    def links(path: str) -> list[str]:
        return links_in(site_of(desk)[f"site/{path}"].decode())

    def feed() -> str:
        return site_of(desk)["site/feed.xml"].decode()

    outside = "https://x.example/n2.md"
    found = ["tides.html", "n2.html", "../signs.html#x", "/notes/tides.html", outside, "gone.html"]
    assert set(found) <= set(links("notes/n3.html"))
    assert "href=&quot;n2.md&quot;" in site_of(desk)["site/notes/n3.html"].decode()
    assert ["./notes/tides.html" in links("signs.html"), "n2.html" in links("n2.html")] == [True, True]
    assert "notes/tides.html#high" in links("index.html")
    assert "https://desk.example/notes/tides.html" in feed()
    edit(desk, "n2.md", "slug: tides", "slug: waves")
    published = run(desk).published
    assert published
    assert {"index.html", "signs.html", "feed.xml", "notes/n3.html"} <= set(published.changed)
    assert ["waves.html" in links("notes/n3.html"), "tides.html" in links("notes/n3.html")] == [True, False]
    assert "notes/waves.html#high" in links("index.html")
    assert "notes/tides.html" not in feed()
    edit(desk, "n2.md", "slug: waves\n", "")
    assert run(desk).published
    assert links("notes/n3.html").count("n2.html") >= 2
