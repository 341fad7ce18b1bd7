"""Notes: dated pages of people's own, in whole builds."""

import re
import sqlite3
from pathlib import Path

import pytest
from reading_pages import links_in
from test_pipeline import codes, run, site_of

from sitegen.model.entry import Page
from sitegen.model.output import Edition
from sitegen.pipeline import Order, Silence, build
from sitegen.pipeline.pages import Sheet, body_bytes, lost
from sitegen.pipeline.project import Project
from sitegen.problems import Kind
from sitegen.read import read_page


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
