"""Staging: outputs are made in a hidden folder beside their places, and are safe on the disk before anything moves."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from sitegen.model.output import Contents
from sitegen.publish.holder import signature
from sitegen.publish.manifest import digest_of
from sitegen.publish.paths import OWN

FOLDER = f"{OWN}-staging"
HOLDER = "process"
"""The file in it that names the process of the build."""

FEW = 32
"""Up to so many files are brought to the disk one by one; above it, one call for the whole disk is faster."""


class Staging:
    """The files of one build that wait to be moved in; their names are hashes, so that no path gets in their way."""

    def __init__(self, target: Path) -> None:
        self._folder = str(target / FOLDER)
        self._count = 0

    def add(self, path: str, contents: Contents) -> tuple[str, int]:
        """Keep the contents that shall stand at a path, and return their digest and how many bytes they are."""
        self._count += 1
        return self._write(self.take(path), (contents,) if isinstance(contents, bytes) else contents)

    def drop(self, path: str) -> None:
        """Keep nothing for a path any more."""
        self._count -= 1
        os.unlink(self.take(path))  # noqa: PTH108  (as below)

    def write(self, name: str, pieces: Iterable[bytes]) -> str:
        """Write a file of another name into the staging folder."""
        file = f"{self._folder}/{name}"
        self._write(file, pieces)
        return file

    def take(self, path: str) -> str:
        """Return the file that shall stand at a path."""
        return f"{self._folder}/{sha256(path.encode(errors='surrogatepass')).hexdigest()}"

    def _write(self, file: str, pieces: Iterable[bytes]) -> tuple[str, int]:
        """Write a file into the folder, which is made with the first one."""
        digest, size = sha256(), 0
        with open(self._handle(file), "wb") as stream:  # noqa: PTH123  (a handle costs half of what a Path does)
            for piece in pieces:
                stream.write(piece)
                digest.update(piece)
                size += len(piece)
        return digest_of(digest), size

    def _handle(self, file: str) -> int:
        """Open a file of the folder, which is made with the first one."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        try:
            return os.open(file, flags, 0o666)
        except FileNotFoundError:
            folder = Path(self._folder)
            folder.mkdir()
            (folder / HOLDER).write_bytes(signature())
            return os.open(file, flags, 0o666)

    def secure(self) -> None:
        """Bring all staged files to the disk: after a power cut no file may stand in its place without its bytes."""
        if self._count > FEW:
            os.sync()
        elif self._count:
            for name in os.listdir(self._folder):  # noqa: PTH208  (as below)
                sync(f"{self._folder}/{name}")


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
