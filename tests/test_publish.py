"""Publish stage: invariants 4 and 5."""

import os
from pathlib import Path

import pytest
from publishing import outputs, put, site, state

from sitegen.model.output import Output
from sitegen.problems import Kind, Location, Problem
from sitegen.publish import Published, publish
from sitegen.publish.manifest import NAME


def test_the_first_publish_makes_everything(target: Path) -> None:
    pages = {"index.html": "front", "briefs/a.html": "a", "tags/deep/b.html": "b"}
    assert put(target, pages) == Published(("briefs/a.html", "index.html", "tags/deep/b.html"))
    assert site(target) == pages


def test_a_publish_with_nothing_to_do_makes_and_writes_nothing(target: Path) -> None:
    put(target, {"index.html": "front", "briefs/a.html": "a"})
    before = [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in (target, *sorted(target.rglob("*")))]
    unmade = [
        Output(path, f"key of {text}", pytest.fail) for path, text in (("index.html", "front"), ("briefs/a.html", "a"))
    ]
    published, problems = publish(unmade, target)
    assert (published, problems) == (Published(kept=2), [])
    assert [
        (path, path.stat().st_mtime_ns, path.stat().st_ino) for path in (target, *sorted(target.rglob("*")))
    ] == before


def test_the_outcome_of_the_next_publish_is_known() -> None:
    assert Published(("a",), ("b",), ("c",), 3).as_unchanged() == Published(kept=5)


def test_only_what_changed_is_written(target: Path) -> None:
    put(target, {"index.html": "front", "a.html": "a", "b.html": "b"})
    kept = (target / "a.html").stat()
    assert put(target, {"index.html": "front", "a.html": "a", "b.html": "B"}) == Published(changed=("b.html",), kept=2)
    assert (target / "a.html").stat() == kept
    assert (target / "b.html").read_text() == "B"


def test_a_new_key_for_the_same_bytes_changes_the_list_alone(target: Path) -> None:
    put(target, {"a.html": "a"})
    before = (target / "a.html").stat()
    published, _ = publish(outputs({"a.html": "a"}, key="another"), target)
    assert published == Published(kept=1)
    after = (target / "a.html").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert "another" in (target / NAME).read_text()


def test_stale_pages_and_their_folders_go(target: Path) -> None:
    put(target, {"index.html": "front", "tags/deep/b.html": "b", "tags/c.html": "c"})
    assert put(target, {"index.html": "front"}).removed == ("tags/c.html", "tags/deep/b.html")
    assert state(target).keys() == {"index.html", NAME}


def test_files_of_other_people_stay(target: Path) -> None:
    put(target, {"briefs/a.html": "a"})
    theirs = {".gitignore": "*\n", "CNAME": "example.org", "briefs/notes.txt": "mine", "old/x.html": "mine"}
    for path, text in theirs.items():
        (target / path).parent.mkdir(exist_ok=True)
        (target / path).write_text(text)
    put(target, {"b.html": "b"})
    assert site(target) == {**theirs, "b.html": "b"}


def test_two_publishes_into_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    pages = {"index.html": "front", "briefs/é.html": "a", "b.html": "b"}
    put(tmp_path / "one", pages)
    put(tmp_path / "two", {"gone.html": "old", "b.html": "old"})
    put(tmp_path / "two", dict(reversed(pages.items())))
    assert state(tmp_path / "one") == state(tmp_path / "two")


def test_a_folder_without_outputs_has_an_empty_list(target: Path) -> None:
    put(target, {})
    assert list(state(target)) == [NAME]


def test_a_problem_in_one_output_keeps_all_from_moving(target: Path) -> None:
    put(target, {"index.html": "front"})
    before = state(target)
    faults = [Problem(Location(f"templates/{name}"), Kind.TEMPLATE_ERROR, "broken") for name in "ba"]
    broken = [Output(f"{fault.at.path}.html", "k", lambda fault=fault: fault) for fault in faults]  # type: ignore[misc]  # mypy does not infer lambda defaults
    published, problems = publish([*outputs({"index.html": "new", "a.html": "a"}), *broken], target)
    assert published is None
    assert problems == faults[::-1]
    assert state(target) == before


def test_a_page_that_was_changed_or_deleted_is_made_again(target: Path) -> None:
    pages = {"a.html": "a", "b.html": "b", "c.html": "c"}
    put(target, pages)
    (target / "a.html").write_text("longer")
    (target / "b.html").write_text("B")
    (target / "c.html").unlink()
    assert put(target, pages) == Published(new=("c.html",), changed=("a.html", "b.html"))
    assert site(target) == pages


def test_only_verify_sees_a_change_that_the_dates_hide(target: Path) -> None:
    put(target, {"a.html": "a"})
    (target / "a.html").write_text("A")
    later = (target / "a.html").stat().st_ctime_ns + 10**9
    os.utime(target / NAME, ns=(later, later))
    assert put(target, {"a.html": "a"}).changed == ()
    assert put(target, {"a.html": "a"}, verify=True).changed == ("a.html",)


def test_a_copied_site_is_read_once_and_then_trusted(target: Path) -> None:
    put(target, {"a.html": "a"})
    os.utime(target / NAME, ns=(0, 0))
    put(target, {"a.html": "a"})
    assert (target / NAME).stat().st_mtime_ns >= (target / "a.html").stat().st_mtime_ns


def test_a_page_becomes_a_folder_and_a_folder_a_page(target: Path) -> None:
    put(target, {"a": "page", "b/c/d": "below", "b/e": "below"})
    put(target, {"a/x": "below", "b": "page"})
    assert site(target) == {"a/x": "below", "b": "page"}


class Steps:
    """Counts the outputs that are told of."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def start(self, stage: str, total: int) -> None:
        """Note the stage."""
        self.told.append((stage, total))

    def advance(self, count: int = 1) -> None:
        """Note the steps."""
        self.told.append(count)


def test_progress_is_told(target: Path) -> None:
    steps = Steps()
    publish(outputs({"a": "1", "b": "2"}), target, progress=steps)
    assert steps.told == [("publishing", 2), 1, 1]
