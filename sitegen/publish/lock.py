"""Lock: one build at a time writes to an output folder."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.problems import Kind, Location, Problem
from sitegen.publish.staging import FOLDER, HOLDER


@contextmanager
def hold(target: Path) -> Iterator[Problem | None]:
    """Hold the folder against other builds, or say who holds it.

    The lock is on the folder itself: it needs no file, and the system lifts it when its holder dies in any way.
    """
    folder = os.open(target, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield None if _lock(folder) else _busy(target)
    finally:
        os.close(folder)


def _lock(folder: int) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # some network file systems have no locks on folders: better to publish than not
    return True


def _busy(target: Path) -> Problem:
    """Name the process that publishes and since when, which it writes into its staging folder."""
    holder = target / FOLDER / HOLDER
    try:
        since = time.strftime("%H:%M:%S", time.localtime(holder.stat().st_mtime))
        who = f" (process {holder.read_text('utf-8')}, since {since})"
    except OSError:
        who = ""
    message = f"another build is writing to this folder{who}"
    return Problem(Location(target.name), Kind.OUTPUT_BUSY, message, hint="wait until it has ended, then build again")
