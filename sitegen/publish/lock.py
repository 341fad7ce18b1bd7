"""Lock: one build at a time works on a project, and one writes to an output folder.

The system lifts such a lock when its holder dies in any way, so that none is ever left behind.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.problems import Kind, Location, Problem
from sitegen.publish.holder import name_holder, signature
from sitegen.publish.staging import FOLDER, HOLDER

NOTE = "building"
"""The file in the folder of the cache that is locked during a build, and names the holder."""

_HELD = set[int]()
_WAIT = "wait until it has ended, then build again"


@contextmanager
def hold(target: Path) -> Iterator[Problem | None]:
    """Hold the folder against other builds, or say who holds it.

    The lock is on the folder itself, and needs no file there: what is kept unchanged keeps its date.
    """
    with _locked(os.open(target, os.O_RDONLY | os.O_DIRECTORY)) as is_ours:
        who = "" if is_ours else name_holder(target / FOLDER / HOLDER)
        message = f"another build is writing to this folder{who}"
        yield None if is_ours else Problem(Location(target.name), Kind.OUTPUT_BUSY, message, _WAIT)


@contextmanager
def hold_project(folder: Path, target: Path) -> Iterator[Problem | None]:
    """Hold a project, by the folder of its cache, against other builds, or say who is building it.

    Where nothing can be written there, nothing is held: the lock on the output folder remains.
    """
    note = folder / NOTE
    if folder.is_symlink():
        yield None  # nothing is written through a link
        return
    try:
        file = os.open(note, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except OSError:
        yield None
        return
    with _locked(file) as is_ours:
        if is_ours:
            with suppress(OSError):  # on a full disk the holder stays unnamed
                os.ftruncate(file, 0)
                os.pwrite(file, signature(), 0)
            yield None
        else:
            message = f"another build of this project is at work{name_holder(note)}"
            yield Problem(Location(target.name), Kind.OUTPUT_BUSY, message, _WAIT)


@contextmanager
def _locked(file: int) -> Iterator[bool]:
    """Lock what is open, say whether that was possible, and close it in the end."""
    _HELD.add(file)
    try:
        yield _lock(file)
    finally:
        _HELD.discard(file)
        os.close(file)


def _lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # some network file systems have no locks: better to build than not
    return True


def _let_go() -> None:
    """Close what a forked worker inherited: a lock that it shares would outlive the build that was killed."""
    while _HELD:
        os.close(_HELD.pop())


os.register_at_fork(after_in_child=_let_go)
