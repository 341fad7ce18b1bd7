"""Seeds: what stands in seeds/, and what does not belong there."""

from pathlib import Path

import pytest

from sitegen.model.article import Seed
from sitegen.problems import Kind, Location
from sitegen.read import find_seeds


def project(root: Path, *names: str) -> Path:
    """Make a project whose seeds/ has these empty files."""
    (root / "seeds").mkdir()
    for name in names:
        (root / "seeds" / name).touch()
    return root


def test_articles_are_paired_with_their_annotation_files_in_order(tmp_path: Path) -> None:
    seeds, problems = find_seeds(project(tmp_path, "b.txt", "a.txt", "a.yaml", "c.v2.txt"))
    assert problems == []
    assert seeds == [
        Seed("a", "seeds/a.txt", "seeds/a.yaml"),
        Seed("b", "seeds/b.txt"),
        Seed("c.v2", "seeds/c.v2.txt"),
    ]


def test_a_project_without_seeds_has_none(tmp_path: Path) -> None:
    assert find_seeds(tmp_path) == ([], [])
    (tmp_path / "seeds").touch()
    seeds, (problem,) = find_seeds(tmp_path)
    assert (seeds, problem.kind, problem.at.path) == ([], Kind.FILE_UNREADABLE, "seeds")


def test_hidden_files_folders_and_other_files_are_nobodys_business(tmp_path: Path) -> None:
    root = project(tmp_path, ".a.txt", "notes.md", "picture.jpg", "README")
    (root / "seeds/old.txt").mkdir()
    assert find_seeds(root) == ([], [])


def test_an_annotation_file_needs_its_article(tmp_path: Path) -> None:
    seeds, [problem] = find_seeds(project(tmp_path, "a.yaml"))
    assert seeds == []
    assert (problem.kind, problem.at) == (Kind.ARTICLE_MISSING, Location("seeds/a.yaml"))
    assert problem.message == "this annotation file has no article: seeds/a.txt is missing"


def test_two_articles_of_one_stem_are_a_problem(tmp_path: Path) -> None:
    seeds, [problem] = find_seeds(project(tmp_path, "a.TXT", "a.txt"))
    assert seeds == [Seed("a", "seeds/a.TXT")]
    assert (problem.kind, problem.at) == (Kind.ARTICLE_TWICE, Location("seeds/a.txt"))
    assert problem.message == "the article “a” is already there as seeds/a.TXT"


def test_a_saved_page_is_an_article(tmp_path: Path) -> None:
    seeds, problems = find_seeds(project(tmp_path, "a.html", "a.yaml", "b.HTM"))
    assert problems == []
    assert seeds == [Seed("a", "seeds/a.html", "seeds/a.yaml"), Seed("b", "seeds/b.HTM")]


def test_beside_a_text_of_its_name_a_page_is_not_read(tmp_path: Path) -> None:
    seeds, [problem] = find_seeds(project(tmp_path, "a.html", "a.txt", "pages"))
    assert seeds == [Seed("a", "seeds/a.txt")]
    assert (problem.kind, problem.at) == (Kind.ARTICLE_TWICE, Location("seeds/a.html"))
    assert "seeds/pages/" in problem.hint


@pytest.mark.parametrize("name", ["a.mhtml", "a.MHT", "a.webarchive", "a.yml"])
def test_formats_that_are_not_read_are_named(tmp_path: Path, name: str) -> None:
    seeds, [problem] = find_seeds(project(tmp_path, name))
    assert seeds == []
    assert (problem.kind, problem.at) == (Kind.ARTICLE_FORMAT, Location(f"seeds/{name}"))


def test_names_that_cannot_be_printed_are_a_problem(tmp_path: Path) -> None:
    seeds, [problem] = find_seeds(project(tmp_path, "a\nb.txt"))
    assert seeds == []
    assert problem.kind is Kind.FILE_UNREADABLE
    assert "\n" not in str(problem)
