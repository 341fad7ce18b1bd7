"""Running: a program with all its processes, its time, the time of the processors, and the peak of its memory."""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO, Any

SITEGEN = (sys.executable, "-m", "sitegen")

PAUSE = 0.05
"""Seconds between two looks at the memory."""

LINGER = 10.0
"""Seconds that processes may outlive the one that started them."""

TOLD = 600
"""Characters of what a failed program said that are passed on."""

SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""

_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"

_SESSION = 3
"""The place of the session in /proc/PID/stat, counted after the name."""


class NotMeasuredError(Exception):
    """Why a case could not be measured, in one sentence."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a program took."""

    seconds: float
    """By the clock on the wall."""
    processor: float
    """Seconds, user and system, of all its processes."""
    peak: float = 0.0
    """MiB: the highest sum of the proportional set sizes of all its processes at one moment; 0 where not weighed."""
    told: str = ""
    """What it said on both streams."""
    code: int = 0
    """What it ended with; the negative number of a signal that ended it."""


def run(
    command: Sequence[str | Path],
    folder: Path,
    *,
    weigh: bool = False,
    env: Mapping[str, str] | None = None,
    allowed: Collection[int] = (),
) -> Run:
    """Run a program to its end, which is 0 or one that is allowed; weighing it costs it some time."""
    with _adopting(), tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as told:
        begun = time.perf_counter()
        process = _begun(command, folder, env, told)
        with _weighing(process.pid, weigh=weigh) as peak:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        processor = usage.ru_utime + usage.ru_stime + _orphans(process.pid)
        told.seek(0)
        text = told.read()
    if process.returncode and process.returncode not in allowed:
        message = f"{_name(command)} ended with {process.returncode}: {text[-TOLD:].strip()}"
        raise NotMeasuredError(message)
    return Run(seconds, processor, peak(), text, process.returncode)


def middle(found: Sequence[Run]) -> Run:
    """Return the middle of each figure."""
    seconds, processor, peak = (
        median(getattr(each, name) for each in found) for name in ("seconds", "processor", "peak")
    )
    return Run(seconds, processor, peak, found[-1].told)


def _begun(
    command: Sequence[str | Path], folder: Path, env: Mapping[str, str] | None, told: IO[Any]
) -> subprocess.Popen[bytes]:
    """Begin a program in a session of its own, so that all that it starts can be found; what it says goes to a file.

    It may keep byte code, as programs that were installed do.
    """
    env = {name: value for name, value in (os.environ if env is None else env).items() if name != _NO_BYTECODE}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=told,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


@contextmanager
def running(command: Sequence[str | Path], folder: Path, *, env: Mapping[str, str] | None = None) -> Iterator[None]:
    """Let a server run meanwhile; it and all that it started end afterwards."""
    with _adopting(), tempfile.TemporaryFile() as told:
        process = _begun(command, folder, env, told)
        try:
            yield
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(LINGER)
            _end_session(process.pid)
            process.wait()
            _orphans(process.pid)


@contextmanager
def _adopting() -> Iterator[None]:
    """Be the parent of processes whose own one ends meanwhile, so that their time counts; Linux alone knows this."""
    if sys.platform != "linux":
        yield
        return
    prctl = ctypes.CDLL(None).prctl
    prctl(SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        prctl(SUBREAPER, 0, 0, 0, 0)


def _orphans(session: int) -> float:
    """Wait for the processes of a session that are left over; return their processor time in seconds."""
    spent, end = 0.0, time.monotonic() + LINGER
    while left := list(_members(session, dead=True)):
        for pid in left:
            with suppress(ChildProcessError):  # it belongs to another one that is left over
                found, _, usage = os.wait4(pid, os.WNOHANG)
                spent += usage.ru_utime + usage.ru_stime if found else 0.0
        if time.monotonic() > end:
            _end_session(session)
        time.sleep(0.002)
    return spent


def _end_session(session: int) -> None:
    for pid in _members(session):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@contextmanager
def _weighing(session: int, *, weigh: bool) -> Iterator[Callable[[], float]]:
    """Look at the memory of a session until the end of the block; gives what returns the peak in MiB."""
    peak, ended = [0.0], threading.Event()

    def look() -> None:
        while not ended.wait(PAUSE):
            peak[0] = max(peak[0], sum(map(_weight, _members(session))))

    thread = threading.Thread(target=look)
    if weigh:
        thread.start()
    try:
        yield lambda: peak[0]
    finally:
        ended.set()
        if weigh:
            thread.join()


def _members(session: int, *, dead: bool = False) -> Iterator[int]:
    """Yield the processes of a session that live, or also those that are dead and have not been waited for."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, IndexError):
                facts = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                if int(facts[_SESSION]) == session and (dead or facts[0] != "Z"):
                    yield int(entry.name)


def _weight(pid: int) -> float:
    """Return the proportional set size of a process in MiB: memory that several share counts once in their sum."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii", "replace").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _name(command: Sequence[str | Path]) -> str:
    return " ".join(Path(str(part)).name if "/" in str(part) else str(part) for part in command)[:80]
