"""Stamp: a cheap mark of how an output folder stands, for builds that may have nothing to do."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.publish.manifest import NAME

FOREIGN = ".git"
"""A folder that is never ours and holds very many others."""


def stamp(target: Path) -> str:
    """Return a mark that changes when anything is added, removed, renamed or replaced in the folder, at any depth.

    It looks at the list of files and at the dates of the folders, not at each file: what it does not notice is a file
    that is opened and changed in its place. A full publish notices that, by size and date. Empty without a list.
    """
    try:
        found = (target / NAME).lstat()
    except FileNotFoundError:
        return ""
    facts = [f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"]
    facts += sorted(f"{date} {path}" for path, date in _folders(str(target)))
    return hashlib.sha256("\n".join(facts).encode(errors="surrogateescape")).hexdigest()


def _folders(folder: str) -> Iterator[tuple[str, int]]:
    """Return every folder with the date of its last change in nanoseconds."""
    yield folder, os.stat(folder).st_mtime_ns  # noqa: PTH116  # a text is due: Path objects take a third of the time
    with os.scandir(folder) as entries:
        below = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False) and entry.name != FOREIGN]
    for path in below:
        yield from _folders(path)
