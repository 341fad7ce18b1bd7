"""Processes of this computer, for a crew: a pool of them, how much memory each keeps, and how they end."""

import gc
import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct

if TYPE_CHECKING:  # processes are imported where one is begun
    from concurrent.futures import ProcessPoolExecutor

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
"""As malloc.h has them."""
LARGE, LARGEST = 1 << 17, 1 << 22
"""Bytes of a block that the build gives back as soon as it is free, and that a process of the pool does: one that
parses takes and frees arrays of up to some megabytes all the time, and new pages for each are a sixth of its work."""
GARBAGE = 100_000, 50, 100
"""How often a process of the pool looks for garbage (gc.set_threshold): it keeps little, and should not grow."""


class Here(Struct, frozen=True):
    """Processes of this computer."""

    room: int
    broken: ClassVar[tuple[type[BaseException], ...]] = (BrokenExecutor, TimeoutError)

    def open(self, *, alone: bool = False) -> Executor:
        """Return a pool of processes."""
        return _pool(1 if alone else self.room)

    def settle(self, executor: Executor, futures: Sequence[Future[Any]], seconds: float) -> None:  # noqa: ARG002  (as Place has it)
        """End the pool: nobody knows which of the batches broke it, and it is of no use any more."""
        _stop(executor)

    def close(self, executor: Executor) -> None:
        """End the pool."""
        _stop(executor)

    def leave(self, error: BaseException | None) -> None:
        """Leave nothing behind: pools are ended already."""


def cores() -> int:
    """Return how many processes can run at once."""
    with suppress(AttributeError):  # it is Linux's
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pool(jobs: int) -> "ProcessPoolExecutor":
    """Return a pool whose processes do not begin as this one: threads, as a preview has, must not be copied.

    What all of them need is loaded once.
    """
    import multiprocessing  # noqa: PLC0415  (a small change is made without other processes)
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (the same reason)

    _give_back(LARGE)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sitegen.pipeline.rendering"])
    return ProcessPoolExecutor(jobs, context, _begin)


def _begin() -> None:
    """Begin a process of the pool: an interrupt is for the build alone, and nobody stays when the build is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*GARBAGE)
    _give_back(LARGEST)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _give_back(size: int) -> None:
    """Let glibc give blocks of so many bytes back to the system as soon as they are free; else it keeps them, cut up.

    mallopt(3): a threshold that somebody sets is no longer raised. What is free at the end of the heap is given back
    when it is twice as much, as malloc does by itself.
    """
    import ctypes  # noqa: PLC0415  (the same reason)

    with suppress(AttributeError, OSError):  # other systems have none
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, size)
        libc.mallopt(M_TRIM_THRESHOLD, 2 * size)


def _end_with_parent() -> None:
    import multiprocessing  # noqa: PLC0415  (the same reason)

    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _stop(executor: Executor) -> None:
    """End a pool, whatever it is doing."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (the same reason)

    if isinstance(executor, ProcessPoolExecutor):
        processes = list((executor._processes or {}).values())  # noqa: SLF001  (kill_workers comes with Python 3.14)
        for process in processes:
            process.kill()
    executor.shutdown(wait=True, cancel_futures=True)
