"""Stamp: a cheap mark of how an output folder stands, for builds that may have nothing to do."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.publish.manifest import NAME, folders_in


def stamp(target: Path) -> str:
    """Return a mark that changes when anything is added, removed, renamed or replaced in a folder with files of ours.

    It looks at the list of files and at the dates of the folders, not at each file: what it does not notice is a file
    that is opened and changed in its place. A full publish notices that, by size and date. Empty without a list.
    """
    try:
        found = (target / NAME).lstat()
        folders = folders_in(target / NAME)
    except OSError:
        return ""
    facts = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    looks = "\n".join([f"{facts}", *_dates(str(target), ["", *folders])])
    return hashlib.sha256(looks.encode(errors="surrogatepass")).hexdigest()


def _dates(target: str, folders: Iterable[str]) -> Iterator[str]:
    """Yield each folder with the date of its last change in nanoseconds; links count as what they are."""
    for folder in folders:
        try:
            yield f"{os.lstat(f'{target}/{folder}').st_mtime_ns} {folder}"
        except (OSError, ValueError):  # what is gone, and what nobody's list would name
            yield f"none {folder}"
