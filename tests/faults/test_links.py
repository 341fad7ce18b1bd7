"""Symbolic links planted where sitegen reads and writes: nothing is written through one, nothing removed behind one."""

import os
import shutil
from pathlib import Path

import pytest
from kill import files_of
from project import remove_article, write_article
from running import Runner

OTHERS = "Written by somebody else."


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Make a folder of somebody else, outside of the project."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "notes.txt").write_text(OTHERS)
    (folder / "boats-00001.md").write_text(OTHERS)
    (folder / "boats-00001.html").write_text(OTHERS)
    (folder / "index.html").write_text(OTHERS)
    return folder


def plant(link: Path, where: Path) -> None:
    """Put a link in the place of what stands there."""
    if link.is_dir() and not link.is_symlink():
        link.rename(link.with_name(f"{link.name}-away"))
    else:
        link.unlink(missing_ok=True)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(where)


@pytest.mark.parametrize("options", [(), ("--keep-going",)])
@pytest.mark.parametrize("folder", ["site", "site/briefs", "content", "content/briefs", ".sitegen"])
def test_no_folder_is_written_or_emptied_through_a_link(
    folder: str, options: tuple[str, ...], project: Path, theirs: Path, run: Runner
) -> None:
    shutil.copytree(project / "content/briefs", theirs, dirs_exist_ok=True)  # they use sitegen, too
    shutil.copytree(project / "content/briefs", theirs / "briefs")
    for where in (theirs, theirs / "nothing"):
        where.mkdir(exist_ok=True)
        plant(project / folder, where)
        before = files_of(where)
        write_article(project, 1, tag="another")
        remove_article(project, 2)
        _, said = run(project, "build", *options)
        assert files_of(where) == before
        assert "Traceback" not in said


def test_a_site_or_briefs_that_lead_out_of_the_project_are_said(project: Path, theirs: Path, run: Runner) -> None:
    plant(project / "content/briefs", theirs)
    code, said = run(project, "build")
    assert (code, "content/briefs leads out of the project through a link" in said) == (1, True)
    plant(project / "site", theirs)
    code, said = run(project, "build")
    assert (code, "site/ is a link that leads out of the project" in said) == (2, True)


def test_a_site_that_leads_in_a_circle_is_said(project: Path, run: Runner) -> None:
    plant(project / "site", project / "site")
    for options in ([], ["-o", str(project / "site")]):
        code, said = run(project, "build", *options)
        assert (code, "where the folder of the site is due" in said or "too many levels" in said) == (1, True), said


def test_seeds_that_are_a_link_out_of_the_project_are_not_read(project: Path, theirs: Path, run: Runner) -> None:
    (theirs / "boats.txt").write_text(OTHERS)
    plant(project / "seeds", theirs)
    code, said = run(project, "build")
    assert (code, "seeds:1:1: seeds leads out of the project through a link [file-unreadable]" in said) == (1, True)
    assert "boats.txt" not in said, "nothing is said of what stands outside"


@pytest.mark.parametrize(
    "file",
    [
        "site/index.html",
        "site/.sitegen.json",
        "site/briefs/boats-00001.html",
        "content/briefs/boats-00001.md",
        ".sitegen/cache.sqlite",
        ".sitegen/.gitignore",
    ],
)
def test_no_file_is_written_through_a_link(file: str, project: Path, theirs: Path, run: Runner) -> None:
    plant(project / file, theirs / "notes.txt")
    write_article(project, 1, tag="another")
    _, said = run(project, "build")
    assert "Traceback" not in said
    assert (theirs / "notes.txt").read_text() == OTHERS
    plant(project / file, theirs / "not-there-yet")
    write_article(project, 1, tag="yet-another")
    run(project, "build")
    assert not (theirs / "not-there-yet").exists()


@pytest.mark.parametrize("ending", ["txt", "yaml"])
def test_what_a_link_in_seeds_leads_to_outside_is_not_read(
    ending: str, project: Path, theirs: Path, run: Runner
) -> None:
    plant(project / f"seeds/boats-00001.{ending}", theirs / "notes.txt")
    code, said = run(project, "build")
    assert (code, "is a link that leads out of the project [file-unreadable]" in said) == (1, True)
    assert OTHERS not in said


def test_a_link_in_seeds_to_a_file_of_the_project_is_read(project: Path, run: Runner) -> None:
    (project / "kept").mkdir()
    os.replace(project / "seeds/boats-00001.txt", project / "kept/boats.txt")  # noqa: PTH105  (as sitegen does)
    (project / "seeds/boats-00001.txt").symlink_to("../kept/boats.txt")
    code, said = run(project, "build")
    assert (code, "2 briefs" in said) == (0, True)


@pytest.mark.parametrize("ending", ["txt", "yaml"])
@pytest.mark.parametrize("where", ["gone.txt", "boats-00009.txt", "/dev/zero", "/proc/self/mem"])
def test_a_link_that_leads_nowhere_in_a_circle_or_to_a_device_is_a_problem(
    where: str, ending: str, project: Path, run: Runner
) -> None:
    write_article(project, 8)
    (project / f"seeds/boats-00008.{ending}").unlink(missing_ok=True)
    (project / f"seeds/boats-00008.{ending}").symlink_to(where)
    (project / "seeds/boats-00009.txt").symlink_to("boats-00009.txt")
    code, said = run(project, "build")
    assert (code, "Traceback" in said) == (1, False)
    assert f"seeds/boats-00008.{ending}:1:1: " in said
    assert "seeds/boats-00009.txt:1:1: " in said
    code, said = run(project, "check", str(project / "seeds"))
    assert (code, "seeds/boats-00009.txt:1:1: " in said) == (1, True)


def test_a_stale_page_that_became_a_link_is_left(project: Path, theirs: Path, run: Runner) -> None:
    for path in (project / "site/briefs").glob("boats-00001.*"):
        plant(path, theirs / "notes.txt")
    remove_article(project, 1)
    assert run(project, "build")[0] == 0
    assert (theirs / "notes.txt").read_text() == OTHERS
    assert (project / "site/briefs/boats-00001.html").is_symlink()


def test_an_output_folder_that_is_asked_for_by_name_may_be_a_link(project: Path, theirs: Path, run: Runner) -> None:
    (project / "www").symlink_to(theirs)
    (theirs / "index.html").unlink()
    assert run(project, "build", "-o", str(project / "www"))[0] == 0
    assert (theirs / "index.html").exists()
    assert (theirs / "notes.txt").read_text() == OTHERS
