"""New projects."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.config import Budget, Settings, read_settings
from sitegen.init import HOSTS, make_project, obstacle
from sitegen.init.settings import settings_text
from sitegen.problems import Problem

Capture = pytest.CaptureFixture[str]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_project_has_articles_settings_and_a_readme(tmp_path: Path) -> None:
    made = make_project(tmp_path / "desk")
    there = files_of(tmp_path / "desk")
    assert made == tuple(sorted(there))
    assert {".gitignore", "README.md", "annotation.schema.json", "sitegen.yaml"} <= there.keys()
    stems = {name.removesuffix(".txt") for name in there if name.startswith("seeds/") and name.endswith(".txt")}
    annotated = {name.removesuffix(".yaml") for name in there if name.startswith("seeds/") and name.endswith(".yaml")}
    assert annotated < stems, "one article must wait for its annotations"
    assert (tmp_path / "desk" / "static").is_dir()
    assert not [name for name in there if name.endswith((".py", ".pyc"))]


def test_the_next_steps_are_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "desk"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("A new project stands in desk (")
    assert "  cd desk\n  sitegen build " in out
    assert "sitegen draft" in out


def test_the_folder_that_one_stands_in_needs_no_cd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "."]) == 0
    out = capsys.readouterr().out
    assert out.startswith("A new project stands in this folder (")
    assert "cd " not in out


def test_a_folder_that_is_not_empty_is_refused_and_stays_as_it_was(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["init", str(tmp_path)]) == 2
    assert "is not empty (notes.txt); a new project needs a folder of its own" in capsys.readouterr().err
    assert files_of(tmp_path) == {"notes.txt": b"mine"}


def test_only_a_few_names_of_a_full_folder_are_shown(tmp_path: Path) -> None:
    for name in "abcde":
        (tmp_path / name).mkdir()
    assert "(a, b, c …)" in obstacle(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "desk").write_text("")
    assert obstacle(tmp_path / "desk").endswith("is a file, not a folder.")


def test_what_git_and_file_managers_leave_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".DS_Store").write_bytes(b"\0")
    assert obstacle(tmp_path) == ""
    make_project(tmp_path)
    assert (tmp_path / ".DS_Store").read_bytes() == b"\0"


def test_a_file_that_appears_meanwhile_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "sitegen.yaml").write_text("title: Mine\n")
    with pytest.raises(FileExistsError):
        make_project(tmp_path)
    assert (tmp_path / "sitegen.yaml").read_text() == "title: Mine\n"


def read(folder: Path, text: str) -> tuple[Settings, list[Problem]]:
    (folder / "sitegen.yaml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_the_settings_file_changes_nothing_as_it_stands(tmp_path: Path) -> None:
    assert read(tmp_path, settings_text()) == (Settings(), [])


def test_every_setting_stands_there_and_is_right_once_the_marks_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "logo.svg").touch()
    typed = "\n".join(re.findall(r"^#((?! \S).*)$", settings_text(), re.MULTILINE))
    _, problems = read(tmp_path, typed)
    assert problems == []
    for name in (each.name for about in (Settings, Budget) for each in fields(about)):
        assert f"{name}:" in typed


def test_a_new_project_builds_as_it_stands(tmp_path: Path, capsys: Capture) -> None:
    make_project(tmp_path)
    assert main(["build", "-C", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert re.match(r"\d+ briefs? in site/; ", out)
    assert "error" not in err
    assert (tmp_path / "site" / "index.html").exists()


def test_the_same_project_is_made_every_time(tmp_path: Path) -> None:
    make_project(tmp_path / "a")
    make_project(tmp_path / "b")
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


@pytest.mark.parametrize("host", HOSTS)
def test_a_project_for_a_host_has_one_file_more(host: str, tmp_path: Path, capsys: Capture) -> None:
    assert main(["init", str(tmp_path / "a")]) == 0
    assert main(["init", str(tmp_path / "b"), "--host", host]) == 0
    name = HOSTS[host][1]
    assert files_of(tmp_path / "b").keys() - files_of(tmp_path / "a").keys() == {name}
    assert f"\n{name} tells the host how to build the site." in capsys.readouterr().out
    assert b"sitegen build --strict" in files_of(tmp_path / "b")[name]


def test_every_host_can_be_named(tmp_path: Path, capsys: Capture) -> None:
    assert main(["init", str(tmp_path / "a"), "--host", "attic"]) == 2
    assert ", ".join(f"'{host}'" for host in HOSTS) in capsys.readouterr().err


def test_a_strict_build_of_a_new_project_asks_for_the_address_first(tmp_path: Path, capsys: Capture) -> None:
    make_project(tmp_path)
    assert main(["build", "--strict", "-C", str(tmp_path)]) == 1
    assert "url" in capsys.readouterr().err
