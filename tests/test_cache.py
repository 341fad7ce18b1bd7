"""The cache: what it keeps, what it forgets, and that nothing it meets can stop a build."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BufferedReader
from pathlib import Path

import pytest

from sitegen import cache as package
from sitegen.cache import FOLDER, Cache, code_version, digests, store
from sitegen.model.analysis import Analysis, Entity
from sitegen.model.article import Span
from sitegen.model.vocabulary import Status
from sitegen.problems import Kind, Location, Problem

AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Thing:
    """A value with all that values are made of."""

    status: Status
    problems: tuple[Problem, ...]
    note: str | None = None


THING = Thing(Status.FALSE, (Problem(Location("a", 1, 2), Kind.BAD_ID, "“ä”"),))


def database(root: Path) -> Path:
    return root / FOLDER / "cache.sqlite"


def aged(path: Path, text: str) -> Path:
    """Write a file that has not changed for an hour."""
    path.write_text(text, encoding="utf-8")
    before = time.time() - AN_HOUR
    os.utime(path, (before, before))
    return path


def test_values_outlast_the_process_that_put_them(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("judge", "a", THING)
        cache.put("analyse", "a", Analysis("m", entities=(Entity(Span(1, 2), "ORG"),)))
        cache.remember({"state": "good"})
        assert cache.get("judge", "a", Thing) == THING
    with Cache.open(tmp_path) as cache:
        assert cache.get("judge", "a", Thing) == THING
        assert cache.get("analyse", "a", Analysis) == Analysis("m", entities=(Entity(Span(1, 2), "ORG"),))
        assert cache.recall("state") == "good"
        assert cache.get("judge", "b", Thing) is None
        assert cache.get("compose", "a", Thing) is None
        assert cache.recall("else") is None


def test_a_later_value_replaces_an_earlier_one(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        for value in ("one", "two"):
            cache.put("s", "k", value)
            cache.remember({"f": value})
            cache.flush()
        assert (cache.get("s", "k", str), cache.recall("f")) == ("two", "two")


def test_a_value_of_another_type_is_unknown(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", {"status": "nonsense"})
        assert cache.get("s", "k", Thing) is None
        assert cache.get("s", "k", int) is None


@pytest.mark.parametrize("damage", ["NULL", "x'7b'", "'text'", "x'ff'", "7", "x''", "value || x'20'", "'z' || value"])
def test_a_damaged_value_is_unknown(tmp_path: Path, damage: str) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", THING)
    with sqlite3.connect(database(tmp_path)) as connection:
        connection.execute(f"UPDATE value SET value = {damage}")  # noqa: S608  (a constant of this test)
    connection.close()
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", Thing) is None


def test_the_folder_keeps_itself_out_of_the_repository(tmp_path: Path) -> None:
    Cache.open(tmp_path).close()
    assert (tmp_path / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_database_is_made_anew(tmp_path: Path, content: bytes) -> None:
    database(tmp_path).parent.mkdir()
    database(tmp_path).write_bytes(content)
    database(tmp_path).with_name("cache.sqlite-journal").write_bytes(b"left over")
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", str) is None
        cache.put("s", "k", "kept")
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", str) == "kept"


def test_a_database_of_another_version_is_made_anew(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", "old")
    with sqlite3.connect(database(tmp_path)) as connection:
        connection.execute(f"PRAGMA user_version = {store.VERSION + 1}")
    connection.close()
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", str) is None
        cache.put("s", "k", "new")
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", str) == "new"


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


def test_where_nothing_can_be_written_the_cache_lasts_as_long_as_the_process(tmp_path: Path) -> None:
    (tmp_path / FOLDER).touch()
    file = aged(tmp_path / "a", "a")
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", THING)
        cache.remember({"f": "v"})
        cache.flush()
        assert (cache.get("s", "k", Thing), cache.recall("f")) == (THING, "v")
        assert digest_of(cache, file) == cache.digests(["a"])["a"] != ""
    assert (tmp_path / FOLDER).read_bytes() == b""


def test_a_database_that_cannot_be_written_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "old", "old")
    connect = sqlite3.connect

    def read_only(name: str, **_: object) -> sqlite3.Connection:
        return connect(f"file:{name}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with Cache.open(tmp_path) as cache:
        cache.put("s", "new", "new")
        cache.flush()
        cache.put("s", "newer", "newer")
        assert [cache.get("s", key, str) for key in ("old", "new", "newer")] == ["old", "new", "newer"]
        cache.prune(dict)


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


def test_much_is_written_before_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_PENDING", 10)
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", "longer than ten bytes")
        with Cache.open(tmp_path) as other:
            assert other.get("s", "k", str) == "longer than ten bytes"


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


def digest_of(cache: Cache, file: Path) -> str:
    (digest,) = cache.digests([str(file)]).values()
    return digest


def test_a_digest_is_that_of_the_contents(tmp_path: Path) -> None:
    file = aged(tmp_path / "a", "a")
    empty = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    with Cache.open(tmp_path) as cache:
        assert digest_of(cache, file) == empty
    with Cache.open(tmp_path) as cache:
        assert cache.digests([str(file)]) == {str(file): empty}
        assert cache.digests(["a", "none"]) == {"a": empty, "none": ""}


def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files whose contents are hashed from now on."""
    names: list[str] = []
    original = hashlib.file_digest

    def file_digest(file: BufferedReader, kind: str) -> object:
        names.append(Path(file.name).name)
        return original(file, kind)

    monkeypatch.setattr(hashlib, "file_digest", file_digest)
    return names


def test_a_file_that_did_not_change_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "RACY", -AN_HOUR)
    file = aged(tmp_path / "a", "a")
    with Cache.open(tmp_path) as cache:
        first = digest_of(cache, file)
        names = opened(monkeypatch)
        assert digest_of(cache, file) == first
    with Cache.open(tmp_path) as cache:
        assert digest_of(cache, file) == first
    monkeypatch.chdir(tmp_path)
    with Cache.open(Path()) as cache:
        assert digest_of(cache, Path("a")) == first
    assert names == []


def test_a_file_that_changed_just_before_it_was_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    file.write_text("a", encoding="utf-8")
    names = opened(monkeypatch)
    with Cache.open(tmp_path) as cache:
        assert digest_of(cache, file) == digest_of(cache, file)
    assert names == ["a", "a"]


def test_a_change_that_keeps_size_and_time_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "RACY", -AN_HOUR)
    file = aged(tmp_path / "a", "a")
    facts = file.stat()
    with Cache.open(tmp_path) as cache:
        first = digest_of(cache, file)
        file.write_text("b", encoding="utf-8")
        os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        assert digest_of(cache, file) != first


def test_what_is_no_file_has_no_digest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with Cache.open(tmp_path) as cache:
        paths = [str(tmp_path), "pipe", "none", "nul\0"]
        assert set(cache.digests(paths).values()) == {""}


def test_all_values_of_many_keys_are_found_at_once(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        for number in range(1200):
            cache.put("s", str(number), number)
    with Cache.open(tmp_path) as cache:
        cache.put("s", "late", -1)
        cache.write("s", "damaged", b"\xc1")
        assert cache.get_all("s", ["7", "1100", "none", "late", "damaged"], int) == {"7": 7, "1100": 1100, "late": -1}
        assert cache.get_all("s", map(str, range(1200)), int) == {str(number): number for number in range(1200)}
        cache.put("s", "7", 70)
        assert cache.get_all("s", ["7"], int) == {"7": 70}, "what is not written yet is newer"
        assert cache.has_all("s", ["3", "late", "3"])
        assert not cache.has_all("s", ["3", "none"])
        assert cache.has_all("s", [])


def used(*numbers: int) -> Mapping[str, Iterable[str]]:
    """Say that these values are used."""
    return {"s": map(str, numbers)}


def test_once_much_has_gathered_what_nothing_uses_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "FLOOR", 300_000)
    with Cache.open(tmp_path) as cache:
        cache.put("elsewhere", "k", "kept")
        for number in range(30):
            cache.put("s", str(number), "x" * 50_000)
            cache.prune(partial(used, number - 1, number))
            assert database(tmp_path).stat().st_size < 500_000
    with Cache.open(tmp_path) as cache:
        assert cache.has_all("s", ["28", "29"])
        assert cache.get("s", "0", str) is None
        assert cache.get("elsewhere", "k", str) == "kept"


def test_what_is_used_is_never_dropped_however_much_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "FLOOR", 300_000)
    with Cache.open(tmp_path) as cache:
        for number in range(40):
            cache.put("s", str(number), "x" * 50_000)
            cache.prune(partial(used, *range(number + 1)))
        assert cache.has_all("s", [str(number) for number in range(40)])


def test_little_is_kept_although_nothing_uses_it(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "old", "x")
        cache.prune(lambda: {"s": []})
        assert cache.get("s", "old", str) == "x"


def test_records_of_files_that_are_gone_are_dropped(tmp_path: Path) -> None:
    aged(tmp_path / "one", "1"), aged(tmp_path / "two", "2")
    with Cache.open(tmp_path) as cache:
        cache.digests(["one", "two"])
    with Cache.open(tmp_path) as cache:
        cache.digests(["two"])
        cache.prune(dict)
    with sqlite3.connect(database(tmp_path)) as connection:
        assert connection.execute("SELECT path FROM file").fetchall() == [("two",)]
    connection.close()


def test_a_read_writes_nothing(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", "v")
    before = (database(tmp_path).stat().st_mtime_ns, sorted((tmp_path / FOLDER).iterdir()))
    with Cache.open(tmp_path) as cache:
        assert cache.get("s", "k", str) == "v"
    assert (database(tmp_path).stat().st_mtime_ns, sorted((tmp_path / FOLDER).iterdir())) == before


def test_the_version_of_the_code_follows_its_sources() -> None:
    assert code_version() == code_version()
    assert (
        len({code_version(), code_version("cache"), code_version("kinds.py"), code_version("cache", "kinds.py")}) == 4
    )


def test_opening_a_cache_imports_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from sitegen.cache import Cache, code_version\n"
        "with Cache.open(Path(sys.argv[1])) as cache: cache.digests(['a']); cache.recall('x')\n"
        "print(*{'msgspec', 'spacy', 'pydantic', 'importlib.metadata'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert shown.stdout == "\n"


def test_a_file_has_its_digest_under_each_of_its_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    with Cache.open(tmp_path) as cache:
        found = cache.digests(["a.txt", str(tmp_path / "a.txt")])
    assert set(found.values()) == {hashlib.sha256(b"a").hexdigest()}
