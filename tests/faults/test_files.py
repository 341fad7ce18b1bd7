"""Files that cannot be read, or written, or that change and go while they are read."""

import ctypes
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from kill import files_of
from meddling import Meddler
from project import make_project, remove_article, write_article
from running import Runner, build

CAPABILITIES = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (linux/capability.h): what lets root read and write everything."""
DROP = 24
"""PR_CAPBSET_DROP (linux/prctl.h)."""


def as_anyone() -> None:
    """Let permissions hold for root, too, in the program that is run next."""
    for capability in CAPABILITIES:
        ctypes.CDLL(None).prctl(DROP, capability, 0, 0, 0)


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """End a test that waits for ever; nobody writes into a pipe."""

    def end(*_: object) -> None:
        message = "sitegen waits for something"
        raise AssertionError(message)

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(120)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def shut() -> Iterator[Callable[[Path, int], None]]:
    """Change permissions until the end of the test, so that its folder can be removed."""
    before: list[tuple[Path, int]] = []

    def change(path: Path, mode: int) -> None:
        before.append((path, path.stat().st_mode))
        path.chmod(mode)

    yield change
    for path, mode in reversed(before):
        with suppress(FileNotFoundError):
            path.chmod(mode)


@pytest.mark.parametrize(
    "path",
    [
        *("seeds/boats-00001.txt", "seeds/boats-00001.yaml", "seeds/new.html", "content/about.md"),
        *("sitegen.yaml", "sources.yaml", "words/en.yaml", "templates/base.html", "templates/css/own.css"),
        *("static/kit.txt", "content/briefs/boats-00001.md", ".sitegen/cache.sqlite", "site/briefs/boats-00001.html"),
    ],
)
@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_no_ordinary_file_is_waited_for_by_nobody(kind: str, path: str, project: Path, run: Runner) -> None:
    place = project / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.mkdir()
    write_article(project, 4)
    code, said = run(project, "build")
    assert code in {0, 1, 2}
    assert "Traceback" not in said
    if code:
        assert path.partition("/")[2] in said or "sitegen.yaml" in said, said


@pytest.mark.parametrize(
    "path", ["seeds/boats-00001.txt", "seeds/boats-00001.yaml", "sources.yaml", "static/kit.txt", "content/about.md"]
)
def test_a_file_that_may_not_be_read_is_named(path: str, project: Path, shut: Callable[[Path, int], None]) -> None:
    before = files_of(project / "site")
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_bytes((project / path).read_bytes() if (project / path).exists() else b"# Text\n")
    shut(project / path, 0)
    code, said = build(project, preexec=as_anyone)
    assert (code, path in said, "permission denied" in said.lower()) == (1, True, True), said
    assert files_of(project / "site") == before


@pytest.mark.parametrize("path", ["seeds", "content", "static", "templates", "words"])
def test_a_folder_that_may_not_be_read_is_not_taken_for_an_empty_one(
    path: str, project: Path, shut: Callable[[Path, int], None]
) -> None:
    before = files_of(project / "site")
    (project / path).mkdir(exist_ok=True)
    shut(project / path, 0)
    code, said = build(project, preexec=as_anyone)
    assert (code, path in said, "permission denied" in said.lower()) == (1, True, True), said
    assert files_of(project / "site") == before


@pytest.mark.parametrize("path", ["site", "site/briefs", "content/briefs"])
def test_a_folder_that_may_not_be_written_is_named_and_stays_as_it_is(
    path: str, project: Path, shut: Callable[[Path, int], None]
) -> None:
    before = files_of(project / "site")
    write_article(project, 4)
    shut(project / path, 0o555)
    code, said = build(project, preexec=as_anyone)
    assert (code, path in said, "permission denied" in said.lower()) == (1, True, True), said
    if path == "site":
        assert files_of(project / "site") == before
    (project / path).chmod(0o755)
    assert build(project)[0] == 0
    assert "briefs/boats-00004.html" in files_of(project / "site")


def test_a_cache_that_may_not_be_written_costs_time_alone(project: Path, shut: Callable[[Path, int], None]) -> None:
    write_article(project, 4)
    for path in (*(project / ".sitegen").iterdir(), project / ".sitegen"):
        shut(path, 0o555 if path.is_dir() else 0o444)
    code, said = build(project, preexec=as_anyone)
    assert (code, "Traceback" in said) == (0, False), said
    assert "briefs/boats-00004.html" in files_of(project / "site")


@pytest.mark.parametrize("ending", ["txt", "yaml"])
@pytest.mark.parametrize("what", ["goes", "changes", "shrinks", "becomes a folder"])
def test_a_file_that_changes_while_it_is_read_is_right_in_the_next_build(
    what: str, ending: str, project: Path, meddler: Meddler, run: Runner
) -> None:
    path = project / f"seeds/boats-00001.{ending}"

    def meddle() -> None:
        if what == "goes":
            path.unlink()
        elif what == "changes":
            write_article(project, 1, tag="late")
        elif what == "shrinks":
            path.write_bytes(path.read_bytes()[:100])
        else:
            path.unlink()
            path.mkdir()

    write_article(project, 1, tag="early")
    with meddler.at(path, 1, meddle):
        code, said = run(project, "build")
    assert code in {0, 1}
    assert "Traceback" not in said
    if path.is_dir():
        path.rmdir()
    remove_article(project, 1)
    write_article(project, 1, tag="late")
    assert run(project, "build")[0] == 0
    other = make_project(project.parent / "clean", range(1, 4))
    write_article(other, 1, tag="late")
    assert run(other, "build")[0] == 0
    assert files_of(project / "site") == files_of(other / "site")
    assert files_of(project / "content") == files_of(other / "content")


def test_a_static_file_that_goes_while_the_site_is_made_is_said(project: Path, meddler: Meddler, run: Runner) -> None:
    path = project / "static/kit.txt"
    path.parent.mkdir()
    path.write_text("kit\n")
    os.utime(path, (time.time() - 60, time.time() - 60))
    before = files_of(project / "site")
    with meddler.at(path, 2, path.unlink):
        code, said = run(project, "build")
    assert (code, "static/kit.txt:1:1: the file cannot be read" in said) == (1, True), said
    assert files_of(project / "site") == before


def test_a_project_whose_seeds_are_a_file_is_told_so(project: Path, run: Runner) -> None:
    shutil.rmtree(project / "seeds")
    (project / "seeds").write_text("no folder")
    before = files_of(project / "site")
    code, said = run(project, "build")
    assert (code, "seeds" in said) == (1, True), said
    assert files_of(project / "site") == before
