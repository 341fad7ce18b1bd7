"""A repository that comes from elsewhere may hold links to anything: nothing outside is read, written or removed."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from sitegen.analyse import find_model
from sitegen.cli import main
from sitegen.init import make_project
from sitegen.pipeline import Order, Outcome, Silence, build, check
from sitegen.problems import Kind, Problem

KEY = "the key of the house"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a new project, with what is not its business beside it and hidden in it."""
    root = tmp_path / "project"
    make_project(root)
    for where in (tmp_path / "home", root / ".git"):
        where.mkdir()
        (where / "config").write_text(KEY, "utf-8")
    return root


def built(root: Path) -> Outcome:
    return build(root, Order(root / "site", jobs=1), Silence())


def places(problems: tuple[Problem, ...]) -> list[tuple[str, Kind]]:
    return [(problem.at.path, problem.kind) for problem in problems]


READ = [
    "static/leak.txt",
    "static/deep/leak.txt",
    "seeds/leak.txt",
    "seeds/pilot-boat.yaml",
    "content/leak.md",
    "content/briefs/leak.md",
    "templates/leak.html",
    "templates/css/leak.css",
    "templates/assets/leak.txt",
    "words/en.yaml",
    "sources.yaml",
]


@pytest.mark.parametrize("path", READ)
@pytest.mark.parametrize("aim", ["home/config", "project/.git/config"])
def test_no_file_that_is_read_is_a_link_to_what_is_not_the_projects(project: Path, path: str, aim: str) -> None:
    link = project / path
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(project.parent / aim)
    for outcome in (built(project), check(project, [], Silence())):
        assert (path, Kind.FILE_UNREADABLE) in places(outcome.problems)
        assert outcome.published is None
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    "folder", ["static", "templates", "content", "seeds", "words", "content/briefs", "static/deep"]
)
def test_no_folder_that_is_read_is_a_link_out(project: Path, folder: str) -> None:
    link = project / folder
    shutil.rmtree(link, ignore_errors=True)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(project.parent / "home")
    outcome = built(project)
    assert places(outcome.problems) == [(folder, Kind.FILE_UNREADABLE)]
    assert [path.name for path in (project.parent / "home").iterdir()] == ["config"]


@pytest.mark.parametrize("folder", ["seeds", "seeds/pages"])
@pytest.mark.parametrize("aim", ["home", "home/nothing"])
def test_no_page_is_imported_through_a_link(
    project: Path, folder: str, aim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = project.parent / "ferry.html"
    saved.write_text(f"<html><title>Ferry</title><h1>Ferry</h1>{'<p>The ferry ran late again.</p>' * 40}", "utf-8")
    shutil.rmtree(project / folder, ignore_errors=True)
    (project / folder).symlink_to(project.parent / aim)
    assert main(["import", "-C", str(project), str(saved)]) == 2
    assert f"{folder}/ leads out of the project through a link" in capsys.readouterr().err
    assert [path.name for path in (project.parent / "home").iterdir()] == ["config"]
    assert not (project / "seeds/ferry.txt").exists()


def test_the_settings_are_no_link_out(project: Path) -> None:
    (project / "sitegen.yaml").rename(project.parent / "home/sitegen.yaml")
    (project / "sitegen.yaml").symlink_to(project.parent / "home/sitegen.yaml")
    assert places(built(project).problems) == [("sitegen.yaml", Kind.FILE_UNREADABLE)]


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    (project / "static").mkdir(exist_ok=True)
    (project / "static/terms.txt").symlink_to("../seeds/pilot-boat.txt")
    assert built(project).published is not None
    assert (project / "site/terms.txt").read_bytes() == (project / "seeds/pilot-boat.txt").read_bytes()


def test_the_site_is_not_written_through_a_link(project: Path) -> None:
    (project / "site").symlink_to(project.parent / "home")
    outcome = built(project)
    assert outcome.published is None
    assert ("site", Kind.OUTPUT_TAKEN) in places(outcome.problems)
    assert [path.name for path in (project.parent / "home").iterdir()] == ["config"]


def test_a_planted_staging_folder_costs_nobody_a_file(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site/.sitegen-staging").symlink_to(project.parent / "home")
    assert built(project).published is not None
    assert (project.parent / "home/config").read_text("utf-8") == KEY
    assert not (project / "site/.sitegen-staging").is_symlink()


@pytest.mark.parametrize("name", ["", "cache.sqlite", "cache.sqlite-journal", ".gitignore", "building"])
def test_the_cache_is_not_written_through_a_link(project: Path, name: str) -> None:
    aim = project.parent / "home" / ("" if not name else "cache.db")
    if name:
        (project / ".sitegen").mkdir()
        sqlite3.connect(aim).execute("CREATE TABLE theirs (a)").connection.close()
    before = {path: path.read_bytes() for path in (project.parent / "home").iterdir()}
    (project / ".sitegen" / name if name else project / ".sitegen").symlink_to(aim)
    outcome = built(project)
    assert (outcome.published is None) == (not name), "a link within the cache costs the cache alone"
    assert {path: path.read_bytes() for path in (project.parent / "home").iterdir()} == before


@pytest.mark.parametrize("name", ["os", "sys", "json", "no.such", "../model", "/model", "os.path", "-r", "a b"])
def test_no_model_is_made_of_what_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What is built into Python stands in no folder, and must not be taken for one of the project."""
    (tmp_path / "meta.json").write_text('{"version": "1.0", "spacy_version": ">=3.0"}', "utf-8")
    monkeypatch.chdir(tmp_path)
    found = find_model(name)
    assert isinstance(found, Problem)
    assert found.kind is Kind.MODEL_MISSING
