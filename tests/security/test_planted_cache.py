"""A cache that comes with somebody else's project: it cannot make a build believe what was never found."""

import json
import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from kill import files_of
from running import Runner

from sitegen.cache import FOLDER, Cache, forms, mark
from sitegen.publish.manifest import NAME, VERSION

ENDLESS = "WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n) SELECT 'a' AS name, value FROM n"
SAID = b"Our desk found this."
OURS, THEIRS = "0" * 31 + "1\n", "0" * 31 + "2\n"


@pytest.fixture
def machine(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that has the id of this machine; the project has a page of its own to be forged."""
    (project / "content/about.md").write_bytes(b"# About\n\n" + SAID)
    file = tmp_path / "machine-id"
    file.write_text(OURS, "ascii")
    monkeypatch.setattr(mark, "MACHINE", file)
    return file


def forge(root: Path) -> int:
    """Let values that say something say something else; return how many do."""
    with closing(sqlite3.connect(root / FOLDER / "cache.sqlite")) as store, store:
        rows = store.execute("SELECT stage, place, value FROM value").fetchall()
        for stage, place, stored in rows:
            false = forms.unsealed(stage, place, stored) or b""
            false = false.replace(SAID, b"Our desk faked this.")
            values = forms.sealed(stage, place, false), stage, place
            store.execute("UPDATE value SET value = ? WHERE stage = ? AND place = ?", values)
    return sum(SAID in stored for _, _, stored in rows)


def test_a_cache_that_was_made_elsewhere_is_not_believed(project: Path, machine: Path, run: Runner) -> None:
    assert run(project, "build")[0] == 0
    clean = files_of(project / "site")
    shutil.rmtree(project / FOLDER)
    machine.write_text(THEIRS, "ascii")
    assert run(project, "build")[0] == 0
    assert forge(project) == 1
    shutil.rmtree(project / "site")
    shutil.rmtree(project / "content/briefs")
    machine.write_text(OURS, "ascii")
    assert run(project, "build")[0] == 0
    assert files_of(project / "site") == clean


def test_the_forger_of_these_tests_would_deceive_a_build_here(project: Path, machine: Path, run: Runner) -> None:
    """What is forged on this machine is believed: whoever can do that can as well change sitegen."""
    assert machine.exists()
    assert run(project, "build")[0] == 0
    forge(project)
    shutil.rmtree(project / "site")
    run(project, "build")
    assert any(b"Our desk faked this." in text for text in files_of(project / "site").values())


@pytest.mark.parametrize("id", [None, "", "uninitialized\n", "\xff", "0" * 31])
def test_where_a_machine_has_no_id_a_copy_is_not_believed(
    tmp_path: Path,
    machine: Path,
    id: str | None,  # noqa: A002  (what it is)
) -> None:
    machine.unlink()
    if id is not None:
        machine.write_text(id, "latin-1")
    root = tmp_path / "bare"
    root.mkdir()
    for known in (None, "value"):
        with Cache.open(root) as cache:
            assert cache.get("stage", "key", str) == known
            cache.put("stage", "key", "value")
    shutil.copytree(root, tmp_path / "copy")
    with Cache.open(tmp_path / "copy") as cache:
        assert cache.get("stage", "key", str) is None


@pytest.mark.parametrize(
    "sql",
    [
        f"DROP TABLE fact; CREATE VIEW fact AS {ENDLESS}",
        "CREATE TRIGGER t AFTER INSERT ON value BEGIN DELETE FROM fact; END",
        "CREATE TABLE more (a)",
        "DROP TABLE file",
        "DELETE FROM fact",
    ],
)
def test_tables_that_are_none_of_ours_are_not_asked(tmp_path: Path, sql: str) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("stage", "key", "value")
    with closing(sqlite3.connect(tmp_path / FOLDER / "cache.sqlite")) as store:
        store.executescript(sql)
    with Cache.open(tmp_path) as cache:
        assert cache.get("stage", "key", str) is None
        cache.put("stage", "key", "value")
    with Cache.open(tmp_path) as cache:
        assert cache.get("stage", "key", str) == "value"


@pytest.mark.parametrize("how", [(), ("--verify",)])
def test_a_site_that_was_made_elsewhere_is_not_believed(how: tuple[str, ...], project: Path, run: Runner) -> None:
    clean = files_of(project / "site")
    page = project / "site/briefs/boats-00001.html"
    false = page.read_bytes().replace(b"still counting", b"done counting!")
    rows = (
        (project / "site" / NAME)
        .read_bytes()
        .replace(sha256(page.read_bytes()).hexdigest()[:32].encode(), sha256(false).hexdigest()[:32].encode())
    )
    body = rows.partition(b"\n")[2]
    about = {"version": VERSION, "sha256": sha256(body).hexdigest()}
    page.write_bytes(false)
    (project / "site" / NAME).write_bytes(json.dumps(about).encode() + b"\n" + body)
    shutil.rmtree(project / FOLDER)  # it is ignored by git
    assert run(project, "build", *how)[0] == 0
    assert files_of(project / "site") == clean
    assert run(project, "build", "--verify")[0] == 0
    assert files_of(project / "site") == clean
