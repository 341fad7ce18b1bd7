"""Publishing while others do, on a full disk, and where the power goes: no page is half or leads nowhere."""

import fcntl
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from publishing import cut_off, outputs, put, refuse, site, state, watched

from sitegen.model.output import Output
from sitegen.problems import Kind, Problem
from sitegen.publish import journal, publish
from sitegen.publish.clearing import clear
from sitegen.publish.manifest import NAME
from sitegen.publish.staging import FEW, FOLDER


def test_a_second_build_is_refused_while_one_publishes(target: Path) -> None:
    found: list[Problem] = []

    def meanwhile() -> bytes:
        found.extend(publish(outputs({"b.html": "b"}), target)[1])
        return b"a"

    publish([*outputs({"first.html": "x"}), Output("a.html", "k", meanwhile)], target)
    assert [problem.kind for problem in found] == [Kind.OUTPUT_BUSY]
    assert f"folder: process {os.getpid()} on {os.uname().nodename}, for " in found[0].message
    assert site(target) == {"a.html": "a", "first.html": "x"}


def test_a_build_that_holds_the_folder_and_has_staged_nothing_is_not_named(target: Path) -> None:
    target.mkdir()
    folder = os.open(target, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    assert refuse(target, {"a.html": "a"})[0].message == "another build is writing to this folder"
    os.close(folder)


def test_a_file_system_without_locks_is_published_to(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(_folder: int, _how: int) -> None:
        raise OSError

    monkeypatch.setattr(fcntl, "flock", no_locks)
    put(target, {"a.html": "a"})


def test_many_files_are_brought_to_the_disk_in_one_call(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[None] = []
    monkeypatch.setattr(os, "sync", lambda: calls.append(None))
    put(target, {f"{number}.html": "x" for number in range(FEW)})
    assert calls == []
    put(target, {f"{number}.html": "y" for number in range(FEW + 1)})
    assert calls == [None]


def test_a_full_disk_while_staging_leaves_the_site_as_it_was(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(target, {"index.html": "front"})
    before = state(target)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        publish(outputs({"index.html": "new", "a.html": "a"}), target)
    assert state(target) == before


def test_what_a_killed_build_left_in_staging_goes(target: Path) -> None:
    put(target, {"a.html": "a"})
    (target / FOLDER).mkdir()
    (target / FOLDER / "0").write_text("half a fi")
    put(target, {"a.html": "a"})
    assert site(target) == {"a.html": "a"}


def test_new_pages_come_first_then_changed_ones_then_removals(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(target, {"b.html": "old", "z.html": "stale"})
    steps = watched(monkeypatch)
    put(target, {"index.html": "front", "x.html": "new", "b.html": "changed"})
    moved = ["replace x.html", "replace index.html", "replace b.html", "unlink z.html"]
    assert steps == [f"replace {journal.NAME}", *moved, f"replace {NAME}", f"unlink {journal.NAME}"]


PATHS = ("index.html", "a", "a/x", "b/c/d", "b/e", "b", "n.html", "N.html")
WRITERS = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["1", "2", "three"]))


def is_possible(contents: Mapping[str, str]) -> bool:
    """Leave out sets that publish reports: a file that is a folder as well, or differs from another in case alone."""
    folded = {path.lower() for path in contents}
    return len(folded) == len(contents) and not any(f"{a}/" in f"{b[: len(a) + 1]}" for a in folded for b in folded)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_happens_the_next_publish_equals_a_clean_one(tmp_path: Path, data: st.DataObject) -> None:
    target, clean = tmp_path / "site", tmp_path / "clean"
    for folder in (target, clean):
        shutil.rmtree(folder, ignore_errors=True)
    theirs = {"theirs.txt": "mine", "b/theirs.txt": "mine"} if data.draw(st.booleans()) else {}
    for path, text in theirs.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text)
    sets = WRITERS.filter(is_possible).filter(lambda contents: not theirs or "b" not in contents)
    before: dict[str, str] = {}
    for contents in data.draw(st.lists(sets, min_size=1, max_size=4)):
        cut_off(target, outputs(contents), data.draw(st.integers(0, 15)))
        now = {path: text for path, text in site(target).items() if not path.endswith("/")}
        assert now.items() >= theirs.items()
        assert all(now[path] in (before.get(path), contents.get(path)) for path in now.keys() - theirs.keys())
        before = {path: text for path, text in now.items() if path not in theirs}
    put(target, contents)
    put(clean, contents)
    assert site(target) == {**contents, **theirs}
    assert (target / NAME).read_bytes() == (clean / NAME).read_bytes()
    assert not (target / journal.NAME).exists()


def test_at_every_moment_no_page_links_to_one_that_is_missing(tmp_path: Path) -> None:
    old = {"index.html": "a.html b.html", "a.html": "b.html", "b.html": "index.html"}
    new = {"index.html": "c.html b.html", "c.html": "d.html", "d.html": "index.html", "b.html": "c.html"}
    for steps in range(12):
        target = tmp_path / f"site{steps}"
        put(target, old)
        cut_off(target, outputs(new), steps)
        found = site(target)
        reached, ahead = set[str](), {"index.html"}
        while ahead:
            page = ahead.pop()
            reached.add(page)
            ahead |= set(found[page].split()) - reached
        put(target, new)
        assert site(target) == new


def test_what_a_first_build_left_that_was_cut_off_can_be_cleared_away(target: Path) -> None:
    cut_off(target, outputs({"a.html": "a", "b.html": "b"}), 2)
    assert site(target) == {"a.html": "a"}
    assert clear(target) == (1, [])
    assert not target.exists()


def test_an_empty_folder_does_not_outlive_two_builds_that_are_cut_off(target: Path) -> None:
    cut_off(target, outputs({"a/x.html": "x"}), 1)
    cut_off(target, outputs({"index.html": "front"}), 1)
    put(target, {"index.html": "front"})
    assert site(target) == {"index.html": "front"}


def test_a_file_that_someone_puts_where_a_killed_build_did_not_arrive_is_theirs(target: Path) -> None:
    put(target, {"index.html": "front"})
    cut_off(target, outputs({"index.html": "front", "a.html": "a", "b.html": "b"}), 2)
    assert site(target) == {"index.html": "front", "a.html": "a"}
    (target / "b.html").write_text("mine")
    assert refuse(target, {"index.html": "front", "a.html": "a", "b.html": "b"})[0].at.path == "site/b.html"
    put(target, {"index.html": "front"})
    assert site(target) == {"index.html": "front", "b.html": "mine"}
