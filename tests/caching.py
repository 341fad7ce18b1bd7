"""Caches, and files that have stood unchanged for a while."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from sitegen.cache import FOLDER, Cache
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


def assert_made_anew(root: Path) -> None:
    """See that a cache knows nothing of what it had, and keeps what it is given."""
    with Cache.open(root) as cache:
        assert cache.get("s", "k", str) is None
        cache.put("s", "k", "kept")
    with Cache.open(root) as cache:
        assert cache.get("s", "k", str) == "kept"


def aged(path: Path, text: str) -> Path:
    """Write a file that has not changed for an hour."""
    path.write_text(text, encoding="utf-8")
    before = time.time() - AN_HOUR
    os.utime(path, (before, before))
    return path


def digest_of(cache: Cache, file: Path) -> str:
    (digest,) = cache.digests([str(file)]).values()
    return digest
