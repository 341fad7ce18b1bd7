"""What a preview does when files change: it builds anew, once for many saves, and the pages that show it load again."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from previewing import FAULT, PATIENCE, Project, play, replaced, served, until

from sitegen.pipeline import Progress
from sitegen.publish import Published
from sitegen.serve import building
from sitegen.serve.watching import Inputs


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project."""
    return Project(tmp_path)


def test_a_change_of_a_seed_reloads_the_page_and_shows_the_new_text(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            assert b"first" in (await browser.get()).body
            async with browser.page() as page:
                project.seed.write_text("second")
                message = json.loads(str(await page.read_message()))
            assert (message["command"], message["path"]) == ("reload", "index.html")
            assert b"second" in (await browser.get("index.html")).body

    play(scene())


def test_the_last_good_page_stays_while_something_is_wrong_and_the_panel_says_what(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.seed.write_text("broken!")
            await page.read_message()
            assert b"first" in (await browser.get()).body
            report = await browser.report()
            assert report["broken"] is True
            told = {"place": "seeds/a.yaml:3:7", "severity": "error", "code": "unknown-key", "hint": "quote:"}
            assert report["problems"] == [{**told, "message": FAULT.message}]
            assert str(FAULT) in project.said
            project.seed.write_text("mended")
            await page.read_message()
            assert await browser.report() == {"building": False, "broken": False, "failure": "", "problems": []}
            assert b"mended" in (await browser.get()).body

    play(scene())


def test_before_the_first_good_build_a_page_says_so_and_reloads_by_itself(project: Project) -> None:
    project.seed.write_text("broken!")

    async def scene() -> None:
        async with served(project) as browser:
            answer = await browser.get()
            assert answer.code == 503
            assert b"no page to show yet" in answer.body
            assert b"preview.js" in answer.body
            async with browser.page() as page:
                project.seed.write_text("mended")
                await page.read_message()
            assert (await browser.get()).code == 200

    play(scene())


def test_a_bug_or_a_broken_machine_ends_one_build_and_not_the_preview(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.seed.write_text("what?")
            await page.read_message()
            assert "mistake in sitegen" in str((await browser.report())["failure"])
            assert any("RuntimeError: what?" in line for line in project.said)
            project.seed.unlink()
            await page.read_message()
            assert "no such file" in str((await browser.report())["failure"])
            project.seed.write_text("mended")
            await page.read_message()
            assert (await browser.report())["failure"] == ""

    play(scene())


def test_a_storm_of_saves_is_a_few_builds(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            for number in range(200):
                project.seed.write_text(f"save {number}")
            while b"save 199" not in (await browser.get()).body:
                await page.read_message()
            assert project.builds < 20

    play(scene())


def test_a_folder_that_comes_later_is_watched_too(project: Project) -> None:
    async def scene() -> None:
        async with served(project):
            for name in ("content/page.md", "content/other.md", "sitegen.yaml"):
                builds = project.builds
                (project.root / name).parent.mkdir(exist_ok=True)
                (project.root / name).write_text("x")
                await until(lambda builds=builds: project.builds > builds)  # type: ignore[misc]  # as in other lambdas

    play(scene())


def test_what_did_not_change_does_not_reload(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.published = Published(kept=1)
            said, builds = len(project.said), project.builds
            replaced(project.seed, "x")
            await until(lambda: project.builds > builds)
            project.published = Published(changed=("index.html",))
            replaced(project.seed, "y")
            await page.read_message()
            assert project.builds == builds + 2
            assert len(project.said) == said

    play(scene())


@pytest.mark.parametrize(
    ("moved", "loads"),
    [
        ("index.html", True),
        ("assets/style.css", True),
        ("photo.JPG", True),
        ("briefs/other.html", False),
        ("briefs/other.csl.json", False),
        ("_headers", False),
        ("cards/other.png", False),
        ("pagefind/pagefind.js", False),
    ],
)
def test_a_page_loads_again_when_it_or_what_it_is_made_of_changed(project: Project, moved: str, *, loads: bool) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.published = Published(changed=(moved,))
            builds = browser.preview.builds
            project.seed.write_text("x")
            await until(lambda: browser.preview.builds > builds)
            await page.write_message('{"command": "hello"}')  # is answered after what was sent before
            assert json.loads(str(await page.read_message()))["command"] == ("reload" if loads else "hello")

    play(scene())


def test_a_page_that_is_not_there_yet_loads_again_when_anything_is_new(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page("briefs/later.html") as page:
            project.published = Published(new=("briefs/later.html",))
            project.seed.write_text("x")
            await page.read_message()

    play(scene())


def test_a_build_that_another_save_overtakes_shows_nothing(project: Project) -> None:
    def save_again(text: str, progress: Progress) -> None:
        if text == "half":
            replaced(project.seed, "whole")
            until_overtaken(progress)

    async def scene() -> None:
        project.meanwhile = save_again
        async with served(project) as browser, browser.page() as page:
            replaced(project.seed, "half")
            await page.read_message()
            assert b"whole" in (await browser.get()).body
            assert project.shown == ["first", "whole"]
            assert project.builds == 3
            assert browser.preview.builds == 2

    play(scene())


def test_files_that_never_stop_changing_are_shown_after_a_while(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_again(_: str, progress: Progress) -> None:
        if project.builds > 1:
            project.seed.write_text(f"save {project.builds}")
            until_overtaken(progress, patience=0.3)

    async def scene() -> None:
        project.meanwhile = save_again
        async with served(project) as browser, browser.page() as page:
            monkeypatch.setattr(building, "LONGEST_WAIT", 0.2)
            project.seed.write_text("save 1")
            await page.read_message()
            assert b"save" in (await browser.get()).body

    play(scene())


def until_overtaken(progress: Progress, patience: float = PATIENCE) -> None:
    """Go on with a build until it is ended for another, or patience is."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        progress.advance()
        time.sleep(0.001)


def in_place(file: Path, text: str) -> None:
    file.write_text(text)


def kept_aside(file: Path, text: str) -> None:
    """Save as vim does: a probe, the old file kept aside, a new one in its place."""
    probe, aside = file.with_name("4913"), file.with_name(f"{file.name}~")
    probe.touch()
    probe.unlink()
    file.rename(aside)
    file.write_text(text)
    aside.unlink()


def in_two_goes(file: Path, text: str) -> None:
    file.write_text("")
    with file.open("a") as opened:
        opened.write(text)


@pytest.mark.parametrize("save", [in_place, replaced, kept_aside, in_two_goes])
def test_every_way_to_save_a_file_is_noticed(project: Project, save: Callable[[Path, str], None]) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            for number in range(3):
                save(project.seed, f"save {number}")
                while f"save {number}".encode() not in (await browser.get()).body:
                    pass
            assert (await browser.report())["failure"] == ""

    play(scene())


def test_hidden_files_and_those_of_editors_are_no_inputs() -> None:
    from watchfiles import Change  # noqa: PLC0415  (as late as in the program)

    wanted = Inputs(Path("/home/.me/project"))
    seeds = "/home/.me/project/seeds/"
    assert wanted(Change.modified, f"{seeds}a.txt")
    assert not any(wanted(Change.added, f"{seeds}{name}") for name in (".a.txt.swp", "a.txt~", ".git/x", ".#a.txt"))
