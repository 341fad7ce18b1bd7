"""Bundles: files that are made together are published like all others, and made only when their key is new."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from publishing import cut_off, outputs, site, state

from sitegen.model.output import Bundle, Output
from sitegen.problems import Kind, Location, Problem
from sitegen.publish import Published, publish
from sitegen.publish.manifest import NAME

FRONT = {"index.html": "front"}


class Counted:
    """Makes the files of a bundle, and counts how often."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files
        self.times = 0

    def __call__(self) -> Mapping[str, bytes]:
        """Make them."""
        self.times += 1
        return {name: text.encode() for name, text in self.files.items()}


def bundle(files: Mapping[str, str], make: Callable[[], Mapping[str, bytes] | Problem] | None = None) -> Bundle:
    """Return a bundle that follows from its files alone."""
    return Bundle("found", f"key of {sorted(files.items())}", make or Counted(files))


def put(target: Path, files: Mapping[str, str], *, verify: bool = False) -> tuple[Published, int]:
    """Publish a front page and a bundle; say what was done and how often the bundle was made."""
    made = Counted(files)
    published, problems = publish([*outputs(FRONT), bundle(files, made)], target, verify=verify)
    assert problems == []
    assert published is not None
    return published, made.times


def as_site(files: Mapping[str, str]) -> dict[str, str]:
    return {**FRONT, **{f"found/{name}": text for name, text in files.items()}}


def test_a_bundle_is_made_once_and_all_its_files_stand(target: Path) -> None:
    files = {"a": "1", "deep/b": "2"}
    assert put(target, files) == (Published(("found/a", "found/deep/b", "index.html")), 1)
    assert site(target) == as_site(files)


def test_a_bundle_of_the_same_key_is_not_made(target: Path) -> None:
    put(target, {"a": "1", "b": "2"})
    before = state(target)
    assert put(target, {"a": "1", "b": "2"}) == (Published(kept=3), 0)
    assert state(target) == before


def test_of_a_new_bundle_only_what_differs_is_written_and_the_rest_goes(target: Path) -> None:
    put(target, {"a": "1", "b": "2", "c": "3"})
    done = Published(new=("found/d",), changed=("found/b",), removed=("found/c",), kept=2)
    assert put(target, {"a": "1", "b": "other", "d": "4"}) == (done, 1)
    assert site(target) == as_site({"a": "1", "b": "other", "d": "4"})


def test_a_bundle_that_is_no_longer_asked_for_goes_with_its_folder(target: Path) -> None:
    put(target, {"deep/a": "1"})
    publish(outputs(FRONT), target)
    assert state(target).keys() == {"index.html", NAME}


def replaced(path: Path) -> None:
    """Put another file into the place of one."""
    (path.parent / "other").write_text("harmed")
    (path.parent / "other").rename(path)


@pytest.mark.parametrize("harm", [Path.unlink, replaced])
def test_a_file_of_a_bundle_that_was_harmed_is_made_again(target: Path, harm: Callable[[Path], object]) -> None:
    put(target, {"a": "1", "b": "2"})
    harm(target / "found/a")
    assert put(target, {"a": "1", "b": "2"})[1] == 1
    assert site(target) == as_site({"a": "1", "b": "2"})
    assert put(target, {"a": "1", "b": "2"})[1] == 0


def test_verify_reads_the_files_of_a_bundle(target: Path) -> None:
    put(target, {"a": "1", "b": "2"})
    assert put(target, {"a": "1", "b": "2"}, verify=True) == (Published(kept=3), 0)


def test_a_part_of_an_older_bundle_is_not_taken_for_the_whole(target: Path) -> None:
    first, second = {"shared": "1", "x": "1"}, {"shared": "2", "y": "2"}
    put(target, first)
    cut_off(target, [*outputs(FRONT), bundle(second)], 3)
    assert put(target, first)[1] == 1
    assert site(target) == as_site(first)


def test_without_the_list_the_same_files_are_taken_back(target: Path) -> None:
    put(target, {"a": "1"})
    before = state(target)
    (target / NAME).unlink()
    assert put(target, {"a": "1"}) == (Published(kept=2), 1)
    assert state(target) == before


def test_what_stands_against_a_bundle_is_said_with_all_else_and_nothing_moves(target: Path) -> None:
    put(target, {"a": "1"})
    before = state(target)
    faults = [Problem(Location(name), Kind.TEMPLATE_ERROR, "broken") for name in ("a.html", "found")]
    broken = Output("a.html", "k", lambda: faults[0])
    published, problems = publish([broken, bundle({"a": "2"}, lambda: faults[1])], target)
    assert (published, problems) == (None, faults)
    assert state(target) == before


def test_a_harmed_file_of_a_bundle_that_cannot_be_made_any_more_is_a_problem(target: Path) -> None:
    put(target, {"a": "1"})
    (target / "found/a").unlink()
    fault = Problem(Location("found"), Kind.TEMPLATE_ERROR, "broken")
    assert publish([*outputs(FRONT), bundle({"a": "1"}, lambda: fault)], target) == (None, [fault])


@pytest.mark.parametrize("path", ["found/x", "found", "Found/x"])
def test_the_folder_of_a_bundle_is_its_own(target: Path, path: str) -> None:
    published, problems = publish([*outputs({path: "mine"}), bundle({"a": "1"})], target)
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.SLUG_TAKEN]
    assert not target.exists()


@pytest.mark.parametrize("path", ["deep/found/x", "deep/found", "deep", "Deep/FOUND/x"])
def test_the_folder_of_a_bundle_may_stand_in_another_and_is_its_own_there(target: Path, path: str) -> None:
    nested = [Bundle(f"deep/{name}", f"key of {name}", Counted({"a": name})) for name in ("found", "lost")]
    published, problems = publish([*outputs({path: "mine"}), *nested], target)
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.SLUG_TAKEN]
    published, problems = publish([*outputs({"deep/x": "mine"}), *nested], target)
    assert problems == []
    assert site(target) == {"deep/x": "mine", "deep/found/a": "found", "deep/lost/a": "lost"}


def test_of_bundles_beside_one_another_only_the_new_one_is_made(target: Path) -> None:
    found, lost = Counted({"a": "1"}), Counted({"a": "1", "b": "2"})
    for key in ("old", "new"):
        publish([Bundle("deep/found", "same", found), Bundle("deep/lost", key, lost)], target)
    assert (found.times, lost.times) == (1, 2)


def test_a_file_of_someone_else_in_the_folder_of_a_bundle_is_not_overwritten(target: Path) -> None:
    (target / "found").mkdir(parents=True)
    (target / "found/a").write_text("mine")
    published, problems = publish([bundle({"a": "1"})], target)
    assert published is None
    assert [problem.kind for problem in problems] == [Kind.OUTPUT_TAKEN]
    assert site(target) == {"found/a": "mine"}


FILES = st.dictionaries(
    st.sampled_from(["a", "b", "deep/c", "deep/d"]), st.sampled_from(["1", "2", "three"]), min_size=1
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_happens_the_next_publish_equals_a_clean_one(tmp_path: Path, data: st.DataObject) -> None:
    target, clean = tmp_path / "site", tmp_path / "clean"
    for folder in (target, clean):
        shutil.rmtree(folder, ignore_errors=True)
    tried = data.draw(st.lists(FILES, min_size=1, max_size=4))
    for files in tried:
        cut_off(target, [*outputs(FRONT), bundle(files)], data.draw(st.integers(0, 12)))
        for path in data.draw(st.sets(st.sampled_from(sorted(as_site(files))), max_size=2)):
            (target / path).unlink(missing_ok=True)
    last = data.draw(st.sampled_from(tried))
    put(target, last)
    put(clean, last)
    assert site(target) == as_site(last)
    assert (target / NAME).read_bytes() == (clean / NAME).read_bytes()
