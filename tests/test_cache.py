"""The cache: what it keeps, and what it forgets."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import pytest
from caching import THING, Thing, aged, database, digest_of

from sitegen import cache as package
from sitegen.cache import FOLDER, Cache, code_version, encoded
from sitegen.model.analysis import Analysis, Entity
from sitegen.model.article import Span


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


def test_the_folder_keeps_itself_out_of_the_repository(tmp_path: Path) -> None:
    Cache.open(tmp_path).close()
    assert (tmp_path / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"


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


def test_much_is_written_before_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_PENDING", 10)
    with Cache.open(tmp_path) as cache:
        cache.put("s", "k", "longer than ten bytes")
        with Cache.open(tmp_path) as other:
            assert other.get("s", "k", str) == "longer than ten bytes"


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
        assert cache.read_all("s", ["7", "8", "none"]) == {"7": encoded(70), "8": encoded(8)}
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


def test_derived_values_are_dropped_where_the_others_are_not_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "FLOOR", 300_000)
    with Cache.open(tmp_path) as cache:
        cache.put("made", "first", "y" * 400_000)
        cache.put("s", "old", "x" * 200_000)
        cache.prune(used, derived=["made"])
        assert cache.get("s", "old", str) is None
        assert cache.get("made", "first", str) is not None, "a first build, of which all is used"
        sizes = list[int]()
        for number in range(60):
            cache.put("made", str(number), "y" * 50_000)
            cache.prune(used, derived=["made"])
            sizes.append(database(tmp_path).stat().st_size)
    assert max(sizes) < 1_200_000
    assert max(sizes[30:]) <= max(sizes[:30])


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
