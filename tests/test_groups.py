"""Publish stage: groups, files that follow from one thing and are made together."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.model.output import Due, Group, Output
from sitegen.problems import Kind, Location, Problem
from sitegen.publish import Published, publish
from sitegen.publish.manifest import NAME

Contents = Mapping[str, str]


@dataclass(frozen=True)
class Files:
    """A group of files."""

    name: str
    key: str
    contents: Mapping[str, str]
    folders: tuple[str, ...] = ("briefs",)

    def keys(self) -> Mapping[str, str]:
        return {path: f"key of {text}" for path, text in self.contents.items()}

    @property
    def what(self) -> object:
        return self.contents


class Maker:
    """Makes files of groups that hold what they are made from, and notes which."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, due: Iterator[Due]) -> Iterator[tuple[Due, Mapping[str, bytes] | Problem]]:
        for each in due:
            contents = each.group.what
            assert isinstance(contents, dict)
            self.made += sorted(each.paths)
            yield each, {path: contents[path].encode() for path in each.paths}


def group(*, key: str = "", **files: str) -> Group:
    """Return a group of files briefs/NAME, by name with "_" for "."; their keys follow from their contents."""
    contents = {f"briefs/{name.replace('_', '.')}": text for name, text in files.items()}
    return Files(next(iter(contents)), key or str(sorted(contents.items())), contents)


def output(path: str) -> Output:
    return Output(path, "k", lambda: b"ours")


def put(target: Path, *groups: Group, outputs: tuple[Output, ...] = (), verify: bool = False) -> list[str]:
    """Publish where nothing stands against it; return what was made."""
    maker = Maker()
    published, problems = publish(outputs, target, groups, maker, verify=verify)
    assert problems == []
    assert published is not None
    return maker.made


def text(target: Path, name: str) -> str:
    return (target / "briefs" / name).read_text()


def age(target: Path) -> None:
    """Make folders and files older than the list, as they are a moment after a build."""
    for path in (target / "briefs", *(target / "briefs").iterdir()):
        os.utime(path, ns=(1, 1))


def test_all_files_are_made_and_then_none(target: Path) -> None:
    both = group(a_html="page", a_md="text"), group(b_html="other")
    assert put(target, *both) == ["briefs/a.html", "briefs/a.md", "briefs/b.html"]
    assert put(target, *both) == []
    published, _ = publish((), target, both, Maker())
    assert published == Published(kept=3)


def test_only_those_files_are_made_whose_key_is_new(target: Path) -> None:
    put(target, group(a_html="page", a_md="text"))
    assert put(target, group(a_html="another", a_md="text")) == ["briefs/a.html"]
    assert (text(target, "a.html"), text(target, "a.md")) == ("another", "text")


def test_a_new_key_of_the_group_alone_makes_nothing(target: Path) -> None:
    put(target, group(a_html="page"))
    assert put(target, group(key="another", a_html="page")) == []


def test_a_file_that_no_group_has_any_more_goes(target: Path) -> None:
    put(target, group(a_html="page", a_md="text"), group(b_html="other"))
    put(target, group(a_html="page"))
    assert sorted(path.name for path in (target / "briefs").iterdir()) == ["a.html"]


def test_a_file_that_was_taken_away_is_made_again(target: Path) -> None:
    whole = group(a_html="page", a_md="text")
    put(target, whole)
    age(target)
    (target / "briefs/a.md").unlink()
    assert put(target, whole) == ["briefs/a.md"]


def test_files_in_a_folder_that_nobody_touched_are_not_looked_at_but_to_verify(target: Path) -> None:
    whole = group(a_html="page")
    put(target, whole)
    (target / "briefs/a.html").write_text("typed over")
    age(target)
    assert put(target, whole) == []
    assert put(target, whole, verify=True) == ["briefs/a.html"]


def test_a_problem_with_one_group_keeps_all_from_moving(target: Path) -> None:
    fault = Problem(Location("templates"), Kind.TEMPLATE_ERROR, "broken")

    def broken(due: Iterator[Due]) -> Iterator[tuple[Due, Mapping[str, bytes] | Problem]]:
        yield from ((each, fault) for each in due)

    assert publish([output("index.html")], target, [group(a_html="page")], broken) == (None, [fault])
    assert not (target / "index.html").exists()


@pytest.mark.parametrize("path", ["briefs/a.html", "briefs/A.HTML", "briefs/a.md", "Briefs/a.md", "briefs/a.html/b"])
def test_an_output_in_the_place_of_a_file_of_a_group_is_reported(target: Path, path: str) -> None:
    groups = [group(a_html="page", a_md="text"), group(b_html="other")]
    maker = Maker()
    published, problems = publish([output(path)], target, groups, maker)
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.SLUG_TAKEN]
    assert maker.made == []


def test_an_output_comes_into_the_place_of_a_file_of_a_group_that_stands(target: Path) -> None:
    whole = group(a_html="page", a_md="text")
    put(target, whole)
    before = (target / NAME).read_bytes()
    published, problems = publish([output("briefs/a.md")], target, [whole], Maker())
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.SLUG_TAKEN]
    assert (target / NAME).read_bytes() == before


def test_two_groups_of_one_name_are_reported(target: Path) -> None:
    published, problems = publish((), target, [group(a_html="1"), group(A_html="2")], Maker())
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.SLUG_TAKEN]


def test_an_output_beside_the_files_of_groups_is_in_nobodys_way(target: Path) -> None:
    assert put(target, group(a_html="page"), outputs=(output("briefs/b.txt"), output("briefs/c.html")))
    assert text(target, "b.txt") == "ours"


def test_a_file_of_a_group_whose_name_no_file_system_takes_is_reported(target: Path) -> None:
    long = f"{'x' * 300}_md"
    published, problems = publish((), target, [group(a_html="page", **{long: "text"})], Maker())
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.BAD_ID]
    assert not (target / "briefs").exists()
