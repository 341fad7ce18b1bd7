"""A cache that is damaged, killed or shared: nothing that it meets can stop a build."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from caching import THING, Thing, assert_made_anew, database

from sitegen.cache import Cache, store


@pytest.mark.parametrize("damage", ["NULL", "x'7b'", "'text'", "x'ff'", "7", "x''", "value || x'20'", "'z' || value"])
def test_a_damaged_value_is_unknown(tmp_path: Path, damage: str) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", THING)
    with sqlite3.connect(database(tmp_path)) as connection:
        connection.execute(f"UPDATE value SET value = {damage}")  # noqa: S608  (a constant of this test)
    connection.close()
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", Thing) is None


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_database_is_made_anew(tmp_path: Path, content: bytes) -> None:
    database(tmp_path).parent.mkdir()
    database(tmp_path).write_bytes(content)
    database(tmp_path).with_name("cache.sqlite-journal").write_bytes(b"left over")
    assert_made_anew(tmp_path)


def test_a_database_of_another_version_is_made_anew(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", "old")
    with sqlite3.connect(database(tmp_path)) as connection:
        connection.execute(f"PRAGMA user_version = {store.VERSION + 1}")
    connection.close()
    assert_made_anew(tmp_path)


def test_damage_met_on_the_way_ends_in_memory_and_heals(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        for number in range(200):
            cache.put("s", str(number), "x" * 2000)
    data = bytearray(database(tmp_path).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    with Cache.open(tmp_path) as cache:
        database(tmp_path).write_bytes(data)
        assert cache.get("s", "150", str) is None
        cache.put("s", "k", "kept")
        cache.flush()
        assert cache.get("s", "k", str) == "kept"
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", "again")
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", str) == "again"


def test_another_process_that_writes_is_waited_for_and_then_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_WAIT", 0.01)
    with Cache.open(tmp_path) as cache:
        other = sqlite3.connect(database(tmp_path), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        cache.put("s", "k", "mine")
        cache.flush()
        assert cache.get("s", "k", str) == "mine"
        other.execute("ROLLBACK")
        other.close()
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", str) == "mine"


def test_two_caches_of_one_project_do_not_disturb_each_other(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as one, Cache.open(tmp_path) as two:
        one.put("s", "one", "1")
        two.put("s", "two", "2")
        one.flush()
        two.flush()
        assert (one.get("s", "two", str), two.get("s", "one", str)) == ("2", "1")


def test_a_killed_process_leaves_a_cache_that_works(tmp_path: Path) -> None:
    script = (
        "import itertools, sys; from pathlib import Path; from sitegen.cache import Cache\n"
        "with Cache.open(Path(sys.argv[1])) as cache:\n"
        "    for number in itertools.count():\n"
        "        cache.put('s', str(number % 50), [number] * 3000)\n"
        "        cache.flush()\n"
        "        print(number, flush=True)\n"
    )
    for moment in range(5):
        child = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        for _ in range(3 + 7 * moment):
            child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        child.communicate()
        with Cache.open(tmp_path) as cache:
            value = cache.get("s", "1", list[int])
            assert value is not None
            assert len(value) == 3000
            assert len(set(value)) == 1
