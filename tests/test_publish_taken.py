"""Publishing where something stands in the way: what other people put there, and paths that no site can have."""

import os
from pathlib import Path

import pytest
from publishing import outputs, put, refuse

from sitegen.problems import Kind
from sitegen.publish import Published, publish


def test_a_file_of_someone_else_is_not_overwritten(target: Path) -> None:
    put(target, {"index.html": "front"})
    (target / "about.html").write_text("mine")
    (problem,) = refuse(target, {"index.html": "new", "about.html": "ours"})
    assert (problem.kind, problem.at.path) == (Kind.OUTPUT_TAKEN, "site/about.html")


def test_a_file_with_the_same_bytes_is_adopted(target: Path) -> None:
    target.mkdir()
    (target / "about.html").write_text("same")
    assert put(target, {"about.html": "same"}) == Published(kept=1)
    assert put(target, {}).removed == ("about.html",)


def test_a_file_that_stands_where_a_folder_is_due_is_reported(target: Path) -> None:
    target.mkdir()
    (target / "briefs").write_text("mine")
    (problem,) = refuse(target, {"briefs/a.html": "a"})
    assert (problem.kind, problem.at.path) == (Kind.OUTPUT_TAKEN, "site/briefs")


def test_a_folder_that_stands_where_a_file_is_due_is_reported(target: Path) -> None:
    (target / "about.html").mkdir(parents=True)
    assert refuse(target, {"about.html": "a"})[0].kind is Kind.OUTPUT_TAKEN


def test_a_file_where_the_whole_folder_is_due_is_reported(target: Path) -> None:
    target.write_text("mine")
    _, (problem,) = publish(outputs({"a.html": "a"}), target)
    assert (problem.kind, target.read_text()) == (Kind.OUTPUT_TAKEN, "mine")


@pytest.mark.parametrize("path", ["briefs/a.html", "briefs/new.html"])
def test_a_link_to_a_folder_is_never_followed(target: Path, tmp_path: Path, path: str) -> None:
    put(target, {"briefs/a.html": "a", "index.html": "front"})
    (target / "briefs").rename(tmp_path / "elsewhere")
    (target / "briefs").symlink_to(tmp_path / "elsewhere")
    assert refuse(target, {path: "other"})[0].at.path == "site/briefs"
    put(target, {"index.html": "front"})
    assert (tmp_path / "elsewhere/a.html").read_text() == "a"


def test_a_link_to_a_file_is_neither_followed_nor_removed(target: Path, tmp_path: Path) -> None:
    put(target, {"a.html": "a", "index.html": "front"})
    (tmp_path / "mine").write_text("a")
    (target / "a.html").unlink()
    (target / "a.html").symlink_to(tmp_path / "mine")
    assert refuse(target, {"a.html": "a", "index.html": "front"})[0].at.path == "site/a.html"
    put(target, {"index.html": "front"})
    assert (target / "a.html").is_symlink()


@pytest.mark.parametrize("theirs", ["b/mine.txt", "b/c/mine.txt"])
def test_a_folder_with_a_file_of_someone_else_does_not_become_a_page(target: Path, theirs: str) -> None:
    put(target, {"b/c/d": "below"})
    (target / theirs).write_text("mine")
    assert refuse(target, {"b": "page"})[0].at.path == "site/b"


def test_a_stale_page_that_the_file_system_takes_for_a_new_one_stays(target: Path) -> None:
    put(target, {"About.html": "old"})
    os.link(target / "About.html", target / "about.html")  # what a file system that ignores case makes of it
    publish(outputs({"about.html": "old"}), target)
    assert (target / "About.html").exists()


def test_a_page_is_respelled_where_the_file_system_ignores_case(target: Path) -> None:
    put(target, {"About.html": "old"})
    os.link(target / "About.html", target / "about.html")
    put(target, {"about.html": "new"})
    assert (target / "about.html").read_text() == "new"


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "a\\b", "a\0b", ".sitegen.json", "x" * 256, "\udcff"],
)
def test_a_path_that_cannot_stand_in_the_site_is_reported(target: Path, path: str) -> None:
    published, problems = publish(outputs({path: "x"}), target)
    assert published is None
    assert problems[0].kind is Kind.BAD_ID
    assert not target.exists()


@pytest.mark.parametrize("other", ["a.html", "A.html", "a.html/b", "A.HTML/c/d"])
def test_outputs_that_get_in_each_others_way_are_reported(target: Path, other: str) -> None:
    published, problems = publish([*outputs({"a.html": "1"}), *outputs({other: "2"})], target)
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.SLUG_TAKEN]


def test_two_forms_of_one_letter_are_one_address(target: Path) -> None:
    assert refuse(target, {"caf\u00e9.html": "1", "cafe\u0301.html": "2"})[0].kind is Kind.SLUG_TAKEN
