"""The list of what was published: whether it is believed, and the stamp that it gives."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from publishing import cut_off, outputs, put, refuse, site, state

from sitegen.publish import Published, journal, stamp
from sitegen.publish.manifest import NAME, VERSION


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
        listed("7\tk\t1\t{}\n"),
        listed('["old.html"]\tk\t1\t{}\n'),
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


@pytest.mark.parametrize("text", ["", "[]", '{"version": 99}\n', '{"version": 1, "list": "", "sha256": "0"}\n"x"\tk\n'])
def test_a_damaged_journal_stops_the_build(target: Path, text: str) -> None:
    target.mkdir()
    (target / journal.NAME).write_text(text)
    assert refuse(target, {"a.html": "a"})[0].at.path == f"site/{journal.NAME}"


def test_the_journal_of_a_build_that_was_cut_off_names_what_changes_alone(target: Path) -> None:
    put(target, {"a.html": "a", "b.html": "b"})
    cut_off(target, outputs({"a.html": "a", "b.html": "new", "c.html": "c"}), 1)
    text = (target / journal.NAME).read_text()
    assert [name for name in ("a.html", "b.html", "c.html") if f'"{name}"' in text] == ["b.html", "c.html"]


def test_a_journal_that_is_older_than_the_list_is_not_believed_and_goes(target: Path) -> None:
    put(target, {"a.html": "a"})
    cut_off(target, outputs({"a.html": "a", "b.html": "b"}), 1)
    stale = (target / journal.NAME).read_bytes()
    put(target, {"a.html": "new"})
    (target / journal.NAME).write_bytes(stale)
    (target / "b.html").write_text("mine")
    put(target, {"a.html": "new"})
    assert state(target).keys() == {"a.html", "b.html", NAME}


def test_what_an_earlier_version_was_cut_off_in_is_finished(target: Path) -> None:
    target.mkdir()
    (target / "a.html").write_text("half")
    row = '"a.html"\t\t1\t{".html":["k","0",4,"changing"]}\n'
    (target / NAME).write_text(listed(row, pending=True))
    put(target, {"a.html": "a"})
    assert site(target) == {"a.html": "a"}


def test_without_the_list_the_same_bytes_are_taken_back(target: Path) -> None:
    put(target, {"a.html": "a", "index.html": "front"})
    before = state(target)
    (target / NAME).unlink()
    assert put(target, {"a.html": "a", "index.html": "front"}) == Published(kept=2)
    assert state(target) == before


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


def test_the_stamp_looks_at_the_folders_of_ours_alone(target: Path) -> None:
    put(target, {"index.html": "front", "a/c.html": "c"})
    (target / "mine/deep").mkdir(parents=True)
    assert not touch(target, lambda site: (site / "mine/deep/x").write_text("x"))
    assert touch(target, lambda site: shutil.rmtree(site / "a"))


@pytest.mark.parametrize(
    "folders", ["null", "3", '["\\u0000", "../..", "\\ud800", 7]', '{"a": 1}', "[[[[]]]]", "no JSON"]
)
def test_a_list_that_names_odd_folders_has_a_stamp_all_the_same(target: Path, folders: str) -> None:
    target.mkdir()
    (target / NAME).write_text(f'{{"version": 4, "folders": {folders}}}\n')
    assert len(stamp(target)) == len(stamp(target)) == 64


def test_there_is_no_stamp_without_a_list(target: Path) -> None:
    assert stamp(target) == ""
    target.mkdir()
    assert stamp(target) == ""


def test_the_list_can_be_read_by_people(target: Path) -> None:
    put(target, {"a.html": "a", "b.html": "b"})
    lines = (target / NAME).read_text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == ['"a.html"', '"b.html"']
    assert json.loads(lines[0])["version"] == VERSION


def test_a_list_of_the_version_before_says_what_is_ours(target: Path) -> None:
    put(target, {"index.html": "front", "a.html": "a"})
    file = target / NAME
    file.write_bytes(file.read_bytes().replace(b'"version": 4', b'"version": 3', 1))
    assert put(target, {"index.html": "front"}).removed == ("a.html",)
