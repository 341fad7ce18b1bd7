"""Digests of files: a file is read again only where it may have changed."""

import hashlib
import os
from io import BufferedReader
from pathlib import Path

import pytest
from caching import AN_HOUR, aged, digest_of

from sitegen.cache import Cache, digests


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


def test_a_file_has_its_digest_under_each_of_its_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    with Cache.open(tmp_path) as cache:
        found = cache.digests(["a.txt", str(tmp_path / "a.txt")])
    assert set(found.values()) == {hashlib.sha256(b"a").hexdigest()}
