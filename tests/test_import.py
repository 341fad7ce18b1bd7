"""Import: what comes of a page, and that nothing is ever overwritten."""

import os
from pathlib import Path

import pytest
from saved_pages import PAGE

from sitegen.cli import main
from sitegen.importing import Material, from_file, name_for, read_material
from sitegen.importing.fetching import LIMIT
from sitegen.init import make_project
from sitegen.problems import Kind, Problem

Capture = pytest.CaptureFixture[str]
Reply = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project, stand in it, and put a saved page beside it."""
    root = tmp_path / "desk"
    make_project(root)
    monkeypatch.chdir(root)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    os.utime(tmp_path / "page.html", (1715000000, 1715000000))
    return root


def test_a_saved_page_becomes_a_seed(project: Path, capsys: Capture) -> None:
    assert main(["import", "../page.html"]) == 0
    stem = "seeds/ferry-runs-aground-off-arnholms-pier"
    text = (project / f"{stem}.txt").read_text(encoding="utf-8")
    assert text.startswith(
        "Ferry runs aground off Arnholm’s pier\n\nBy Ines Marlow\nPublished: 2024-05-04 09:10 +02:00\n\nThe crew of"
    )
    drafted = (project / f"{stem}.yaml").read_text(encoding="utf-8")
    for line in (
        'url: "https://courier.example/ferry"',
        'publisher: "Harbour Courier"',
        'authors: ["Ines Marlow"]',
        'published: "2024-05-04T09:10+02:00"',
        'language: "en"',
        "captured: 2024-05-06",
    ):
        assert f"\n{line}\n" in drafted
    kept = project / "seeds/pages/ferry-runs-aground-off-arnholms-pier.html"
    assert kept.read_text(encoding="utf-8") == PAGE
    assert from_file(str(kept)).sha256 in drafted  # type: ignore[union-attr]  # it was just read
    assert f"{stem}.yaml is drafted" in capsys.readouterr().out
    assert main(["check"]) == 0


def test_nothing_is_overwritten(project: Path, capsys: Capture) -> None:
    (project / "seeds/ferry.yaml").write_text("# mine\n", encoding="utf-8")
    assert main(["import", "../page.html", "--name", "ferry"]) == 2
    assert "seeds/ferry.yaml is already there and stays as it is" in capsys.readouterr().err
    assert not (project / "seeds/ferry.txt").exists()
    assert not (project / "seeds/pages").exists()


@pytest.mark.usefixtures("project")
def test_names_stay_in_their_folder(capsys: Capture) -> None:
    assert main(["import", "../page.html", "--name", "../ferry"]) == 2
    assert "“../ferry” cannot be the name of a file here" in capsys.readouterr().err


def test_a_page_in_seeds_is_an_article_as_it_stands(project: Path, capsys: Capture) -> None:
    (project / "seeds/ferry.html").write_text(PAGE, encoding="utf-8")
    assert main(["import", "seeds/ferry.html"]) == 2
    assert "sitegen draft ferry" in capsys.readouterr().err
    assert main(["draft", "ferry"]) == 0
    drafted = (project / "seeds/ferry.yaml").read_text(encoding="utf-8")
    assert 'publisher: "Harbour Courier"\n' in drafted
    assert 'url: "https://courier.example/ferry"\n' in drafted
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("page", "code"),
    [("<p></p>", "article-not-found"), ("", "article-tangled"), ("\0" * 5000, "file-not-text")],
)
def test_a_page_without_an_article_leaves_nothing_behind(page: str, code: str, project: Path, capsys: Capture) -> None:
    (project.parent / "page.html").write_text(page, encoding="utf-8")
    before = sorted(project.rglob("*"))
    assert main(["import", "../page.html"]) == 1
    assert f"[{code}]" in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


def test_a_file_that_is_not_there_is_a_problem(project: Path, capsys: Capture) -> None:
    assert main(["import", "nothing.html"]) == 1
    assert "nothing.html:1:1: the file cannot be read: No such file" in capsys.readouterr().err
    assert project.is_dir()


def test_a_file_that_no_page_can_be_is_not_read(project: Path) -> None:
    with (project / "huge.html").open("wb") as file:
        file.truncate(LIMIT + 1)
    found = from_file(str(project / "huge.html"))
    assert isinstance(found, Problem)
    assert found.kind is Kind.FILE_TOO_LARGE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of Unix")
def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "pipe.html")
    found = from_file(str(project / "pipe.html"))
    assert isinstance(found, Problem)
    assert (found.kind, found.message) == (Kind.FILE_UNREADABLE, "this is no file; save the page in one")


def test_a_link_that_leads_to_itself_is_a_problem(project: Path, capsys: Capture) -> None:
    (project / "loop.html").symlink_to("loop.html")
    assert main(["import", "loop.html"]) == 1
    assert "loop.html:1:1: the file cannot be read" in capsys.readouterr().err
    assert main(["import", ""]) == 2
    assert "Which page?" in capsys.readouterr().err


def test_an_address_that_is_not_asked_is_a_problem(project: Path, capsys: Capture) -> None:
    assert main(["import", "http://127.0.0.1/ferry"]) == 1
    assert "127.0.0.1 is no machine on the public internet [fetch-refused]" in capsys.readouterr().err
    assert not (project / "seeds/pages").exists()


def test_a_headline_without_letters_still_names_a_seed() -> None:
    article, _ = read_material(
        Material("a.html", PAGE.replace("Ferry runs aground off Arnholm’s pier", "港口").encode(), ""), {}
    )
    assert article
    assert name_for(article) == "article"
