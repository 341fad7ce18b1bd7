"""Publish stage: invariants 4 and 5."""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.model.output import Output
from sitegen.problems import Kind, Location, Problem
from sitegen.publish import Published, publish, stamp
from sitegen.publish.manifest import NAME, VERSION
from sitegen.publish.staging import FEW, FOLDER


def outputs(contents: Mapping[str, str], key: str = "") -> list[Output]:
    """Return outputs that follow from their contents alone, unless a key says otherwise."""
    return [Output(path, key or f"key of {text}", lambda text=text: text.encode()) for path, text in contents.items()]  # type: ignore[misc]  # mypy does not infer lambda defaults


def put(target: Path, contents: Mapping[str, str], *, verify: bool = False) -> Published:
    """Publish where nothing stands against it."""
    published, problems = publish(outputs(contents), target, verify=verify)
    assert problems == []
    assert published is not None
    return published


def refuse(target: Path, contents: Mapping[str, str]) -> list[Problem]:
    """Publish where something stands against it, and see that nothing changes."""
    before = state(target)
    published, problems = publish(outputs(contents), target)
    assert published is None
    assert state(target) == before
    return problems


def site(target: Path) -> dict[str, str]:
    """Return every file in the folder but the list."""
    return {path: text for path, text in state(target).items() if path != NAME}


def state(folder: Path) -> dict[str, str]:
    """Return every file and every empty folder."""
    found = sorted(folder.rglob("*"))
    files = {path.relative_to(folder).as_posix(): path.read_text() for path in found if path.is_file()}
    return files | {f"{path.relative_to(folder)}/": "" for path in found if path.is_dir() and not any(path.iterdir())}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Name a folder that does not exist yet."""
    return tmp_path / "site"


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


def listed(body: str, **about: object) -> str:
    """Return a list that is what its head says, but for what is told here."""
    head = {"version": VERSION, "sha256": hashlib.sha256(body.encode()).hexdigest(), **about}
    return f"{json.dumps(head)}\n{body}"


SOUND = '"old.html"\tk\t1\t{".html":["k","s",1]}\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "<<<<<<< HEAD",
        "[" * 100_000,
        listed(SOUND, version=99),
        listed(SOUND, sha256="0"),
        listed(SOUND)[:-2],
        listed("old.html\tk\t1\t{}\n"),
        listed('"../x"\tk\t1\t{"/../x":["k","s",1]}\n'),
        listed('"../x.y"\tk\t1\t{".y":["k","s",1]}\n'),
        listed('"x"\tk\t1\t{"/x":["k",1,1]}\n'),
        listed('"x"\tk\t1\t{"/x":["k"]}\n'),
        listed('"x"\tk\t1\t[]\n'),
        listed('"x"\tk\n'),
        listed('"x"\tk\t1\t{"/x":["k","s",1,"elsewhere"]}\n', pending=True),
        listed('"x"\tk\t1\t{"/x":["k","s",1,7]}\n', pending=True),
        listed('"x"\tk\t1\t{"/x":["k"]}\n', pending=True),
    ],
)
def test_a_damaged_list_stops_the_build_and_is_not_believed(target: Path, text: str) -> None:
    target.mkdir()
    (target / NAME).write_text(text)
    (target.parent / "x").write_text("mine")
    assert refuse(target, {"a.html": "a"})[0].at.path == f"site/{NAME}"
    assert (target.parent / "x").read_text() == "mine"


def test_a_list_that_is_what_its_head_says_is_believed(target: Path) -> None:
    target.mkdir()
    (target / NAME).write_text(listed(SOUND))
    assert put(target, {"a.html": "a"}).new == ("a.html",)


def test_without_the_list_the_same_bytes_are_taken_back(target: Path) -> None:
    put(target, {"a.html": "a", "index.html": "front"})
    before = state(target)
    (target / NAME).unlink()
    assert put(target, {"a.html": "a", "index.html": "front"}) == Published(kept=2)
    assert state(target) == before


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


# ---- order


def watched(monkeypatch: pytest.MonkeyPatch, limit: int = 10**9) -> list[str]:
    """Note every step that changes the folder; after `limit` of them the power goes."""
    steps: list[str] = []

    def watch(module: object, name: str, place: int) -> None:
        real = getattr(module, name)

        def step(*arguments: object) -> object:
            if FOLDER not in str(arguments[place]):
                if len(steps) >= limit:
                    raise PowerCutError
                steps.append(f"{name} {Path(str(arguments[place])).name}")
            return real(*arguments)

        monkeypatch.setattr(module, name, step)

    watch(os, "replace", 1)
    watch(Path, "unlink", 0)
    watch(Path, "rmdir", 0)
    return steps


class PowerCutError(BaseException):
    """Stands for a kill: nothing catches it; what runs in `finally` may run or not."""


def test_new_pages_come_first_then_changed_ones_then_removals(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(target, {"b.html": "old", "z.html": "stale"})
    steps = watched(monkeypatch)
    put(target, {"index.html": "front", "x.html": "new", "b.html": "changed"})
    moved = ["replace x.html", "replace index.html", "replace b.html", "unlink z.html"]
    assert steps == [f"replace {NAME}", *moved, f"replace {NAME}"]


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
        cut_off(target, contents, data.draw(st.integers(0, 15)))
        now = {path: text for path, text in site(target).items() if not path.endswith("/")}
        assert now.items() >= theirs.items()
        assert all(now[path] in (before.get(path), contents.get(path)) for path in now.keys() - theirs.keys())
        before = {path: text for path, text in now.items() if path not in theirs}
    put(target, contents)
    put(clean, contents)
    assert site(target) == {**contents, **theirs}
    assert (target / NAME).read_bytes() == (clean / NAME).read_bytes()


def cut_off(target: Path, contents: Mapping[str, str], steps: int) -> None:
    """Publish, and cut the power after so many steps."""
    with pytest.MonkeyPatch.context() as monkeypatch, suppress(PowerCutError):
        watched(monkeypatch, limit=steps)
        publish(outputs(contents), target)


def test_at_every_moment_no_page_links_to_one_that_is_missing(tmp_path: Path) -> None:
    old = {"index.html": "a.html b.html", "a.html": "b.html", "b.html": "index.html"}
    new = {"index.html": "c.html b.html", "c.html": "d.html", "d.html": "index.html", "b.html": "c.html"}
    for steps in range(12):
        target = tmp_path / f"site{steps}"
        put(target, old)
        cut_off(target, new, steps)
        found = site(target)
        reached, ahead = set[str](), {"index.html"}
        while ahead:
            page = ahead.pop()
            reached.add(page)
            ahead |= set(found[page].split()) - reached
        put(target, new)
        assert site(target) == new


def test_an_empty_folder_does_not_outlive_two_builds_that_are_cut_off(target: Path) -> None:
    cut_off(target, {"a/x.html": "x"}, 1)
    cut_off(target, {"index.html": "front"}, 1)
    put(target, {"index.html": "front"})
    assert site(target) == {"index.html": "front"}


def test_a_file_that_someone_puts_where_a_killed_build_did_not_arrive_is_theirs(target: Path) -> None:
    put(target, {"index.html": "front"})
    cut_off(target, {"index.html": "front", "a.html": "a", "b.html": "b"}, 2)
    assert site(target) == {"index.html": "front", "a.html": "a"}
    (target / "b.html").write_text("mine")
    assert refuse(target, {"index.html": "front", "a.html": "a", "b.html": "b"})[0].at.path == "site/b.html"
    put(target, {"index.html": "front"})
    assert site(target) == {"index.html": "front", "b.html": "mine"}


# ---- stamp


def touch(target: Path, what: Callable[[Path], object]) -> bool:
    """Say whether the stamp notices."""
    before = stamp(target)
    what(target)
    return stamp(target) != before


def test_the_stamp_notices_what_is_added_removed_renamed_or_replaced(target: Path) -> None:
    put(target, {"index.html": "front", "a/b/c.html": "c"})
    assert not touch(target, lambda _: None)
    assert touch(target, lambda site: (site / "a/b/new").write_text("x"))
    assert touch(target, lambda site: (site / "a/b/new").rename(site / "a/b/newer"))
    assert touch(target, lambda site: (site / "a/b/newer").replace(site / "a/b/c.html"))
    assert touch(target, lambda site: (site / "a/b/c.html").unlink())
    assert touch(target, lambda site: put(site, {"index.html": "other"}))


def test_the_stamp_does_not_notice_a_change_in_place_or_in_git(target: Path) -> None:
    put(target, {"index.html": "front"})
    (target / ".git").mkdir()
    assert not touch(target, lambda site: (site / "index.html").write_text("changed in place"))
    assert not touch(target, lambda site: (site / ".git/index").write_text("x"))


def test_there_is_no_stamp_without_a_list(target: Path) -> None:
    assert stamp(target) == ""
    target.mkdir()
    assert stamp(target) == ""


def test_the_list_can_be_read_by_people(target: Path) -> None:
    put(target, {"a.html": "a", "b.html": "b"})
    lines = (target / NAME).read_text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == ['"a.html"', '"b.html"']
    assert json.loads(lines[0])["version"] == VERSION
