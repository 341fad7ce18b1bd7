"""Articles that are gone all at once: no brief leaves the site for it."""

import shutil
from pathlib import Path

import pytest
from kill import files_of
from project import remove_article
from running import Runner

from sitegen.init import make_project


@pytest.mark.parametrize("options", [(), ("--keep-going",)])
@pytest.mark.parametrize("how", ["moved", "unmounted", "a link to a disk that is not there"])
def test_a_site_stays_as_it_was_where_its_articles_are_gone(
    how: str, options: tuple[str, ...], project: Path, run: Runner
) -> None:
    before = files_of(project / "site"), files_of(project / "content")
    (project / "seeds").rename(project / "away")
    if how == "unmounted":
        (project / "seeds").mkdir()
    elif how != "moved":
        (project / "seeds").symlink_to(project / "disk")
    for command in (("build", *options), ("check",)):
        code, said = run(project, *command)
        assert code == 1
        assert "seeds:1:1: " in said
        assert "content/briefs/ has 2 of its briefs [article-missing]\n" in said
        assert "bring the articles back" in said
    assert (files_of(project / "site"), files_of(project / "content")) == before
    (project / "seeds").rmdir() if how == "unmounted" else (project / "seeds").unlink(missing_ok=True)
    (project / "away").rename(project / "seeds")
    assert run(project, "build")[0] == 0
    assert (files_of(project / "site"), files_of(project / "content")) == before


def test_all_briefs_leave_where_somebody_says_so(project: Path, run: Runner) -> None:
    shutil.rmtree(project / "seeds")
    shutil.rmtree(project / "content/briefs")
    assert run(project, "build")[0] == 0
    assert not list((project / "site").glob("briefs/*.html"))


def test_the_last_article_can_be_deleted(project: Path, run: Runner) -> None:
    for number in (2, 1, 3):
        remove_article(project, number)
        assert run(project, "build")[0] == 0
    assert not list((project / "site").glob("briefs/*.html"))
    assert not list((project / "seeds").iterdir())


def test_a_project_that_never_had_a_brief_needs_no_articles(tmp_path: Path, run: Runner) -> None:
    make_project(tmp_path / "notes")
    shutil.rmtree(tmp_path / "notes/seeds")
    (tmp_path / "notes/content/first.md").write_text("---\ntitle: First\ndate: 2024-03-15\n---\n\nA note.\n", "utf-8")
    assert run(tmp_path / "notes", "build")[0] == 0
    assert "first.html" in files_of(tmp_path / "notes/site")
