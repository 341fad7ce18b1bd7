"""Staging: outputs are made in a hidden folder beside their places, and are safe on the disk before anything moves."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.publish.holder import signature
from sitegen.publish.paths import OWN

FOLDER = f"{OWN}-staging"
HOLDER = "process"
"""The file in it that names the process of the build."""

FEW = 32
"""Up to so many files are brought to the disk one by one; above it, one call for the whole disk is faster."""


class Staging:
    """The files of one build that wait to be moved in; their names are numbers, so that no path gets in their way."""

    def __init__(self, target: Path) -> None:
        self._folder = target / FOLDER
        self._files: dict[str, str] = {}

    def add(self, path: str, contents: bytes) -> None:
        """Keep the contents that shall stand at a path."""
        self._files[path] = self.write(str(len(self._files)), contents)

    def write(self, name: str, contents: bytes) -> str:
        """Write a file into the staging folder, which is made with the first one."""
        if not self._files and not self._folder.exists():
            self._folder.mkdir()
            (self._folder / HOLDER).write_bytes(signature())
        file = f"{self._folder}/{name}"
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        with open(handle, "wb") as stream:  # noqa: PTH123  (a handle costs half of what a Path does)
            stream.write(contents)
        return file

    def take(self, path: str) -> str:
        """Return the file that shall stand at a path."""
        return self._files[path]

    def secure(self) -> None:
        """Bring all staged files to the disk: after a power cut no file may stand in its place without its bytes."""
        if len(self._files) > FEW:
            os.sync()
            return
        for file in self._files.values():
            sync(file)


@contextmanager
def staging_in(target: Path) -> Iterator[Staging]:
    """Give an empty staging folder, and leave none behind: neither this build's nor one that was killed."""
    _discard(target)
    try:
        yield Staging(target)
    finally:
        _discard(target)


def _discard(target: Path) -> None:
    """Remove the folder with all its files; of a link, which no build of ours has made, the link alone."""
    if (folder := target / FOLDER).is_symlink():
        folder.unlink()
    elif folder.exists():
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def sync(path: str | Path) -> None:
    """Bring one file, or the names in one folder, to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
