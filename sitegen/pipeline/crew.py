"""The crew: work is handed out in batches, to this process or to several, and comes back in its order.

Whatever follows `concurrent.futures.Executor` can be the crew's: a pool of processes here, or a cluster. A batch whose
process dies, or that takes without end, is tried again by halves on one process alone, until the item that kills it is
known: that one is lost, the others are not.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_TURNS = count()
"""Tell one turn of a crew from the next: a frame that says the same may stand for templates that changed meanwhile."""

AHEAD = 2
"""Batches that wait for each process, so that none has to wait itself."""

Work = Callable[[Any, Sequence[T]], Sequence[R]]
"""What is done to a batch, given what all batches need (the frame); a function of a module, so that it can be sent."""


@dataclass(frozen=True, slots=True)
class Batch(Generic[T]):
    """Items that one process takes together."""

    items: Sequence[T]
    seconds: float
    """After which nobody waits for it any longer."""


Lost = Callable[[T, str], R]
"""Says what stands in the place of the result of an item that killed its process; the reason goes on from "it"."""


@dataclass(slots=True)
class Crew:
    """Those who work."""

    processes: int = 0
    """How many beside this one, which does all itself where there are none."""
    _executor: Executor | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.dismiss()

    def each(self, work: Work[T, R], frame: object, batches: Iterable[Batch[T]], lost: Lost[T, R]) -> Iterator[R]:
        """Yield the result of each item, in order; of the batches only those that are being worked on are held."""
        if not self.processes:
            for batch in batches:
                yield from work(frame, batch.items)
            return
        packed = pickle.dumps((next(_TURNS), frame))
        rest = iter(batches)
        waiting: deque[tuple[Batch[T], Future[Sequence[R]]]] = deque()
        try:
            yield from self._taken_back(waiting, rest, work, packed, lost)
        finally:  # where nobody waits for the rest
            for _, future in waiting:
                future.cancel()

    def _taken_back(
        self,
        waiting: "deque[tuple[Batch[T], Future[Sequence[R]]]]",
        rest: Iterator[Batch[T]],
        work: Work[T, R],
        packed: bytes,
        lost: Lost[T, R],
    ) -> Iterator[R]:
        while True:
            self._fill(waiting, rest, work, packed)
            if not waiting:
                return
            batch, future = waiting[0]
            try:
                found = future.result(batch.seconds)
            except (BrokenExecutor, TimeoutError):
                # Nobody knows which of the batches broke the pool.
                held = [each for each, _ in waiting]
                waiting.clear()
                self.dismiss()
                for each in held:
                    yield from self._carefully(work, packed, each, lost)
                continue
            waiting.popleft()
            yield from found

    def dismiss(self) -> None:
        """Send everybody home, at once: also those who are in the middle of something."""
        if self._executor is not None:
            _stop(self._executor)
            self._executor = None

    def _fill(
        self,
        waiting: "deque[tuple[Batch[T], Future[Sequence[R]]]]",
        rest: Iterator[Batch[T]],
        work: Work[T, R],
        packed: bytes,
    ) -> None:
        while len(waiting) < self.processes * AHEAD:
            batch = next(rest, None)
            if batch is None:
                return
            if self._executor is None:
                self._executor = _pool(self.processes)
            waiting.append((batch, self._executor.submit(_do, work, packed, batch.items)))

    def _carefully(self, work: Work[T, R], packed: bytes, batch: Batch[T], lost: Lost[T, R]) -> Iterator[R]:
        """Do a batch on a process of its own, by halves where that dies."""
        alone = _pool(1)
        try:
            yield from alone.submit(_do, work, packed, batch.items).result(batch.seconds)
        except (BrokenExecutor, TimeoutError) as error:
            _stop(alone)
            if len(batch.items) == 1:
                late = isinstance(error, TimeoutError)
                reason = f"took more than {batch.seconds:.0f} seconds" if late else "made the process end"
                yield lost(batch.items[0], reason)
                return
            middle = len(batch.items) // 2
            for half in (batch.items[:middle], batch.items[middle:]):
                yield from self._carefully(work, packed, Batch(half, batch.seconds), lost)
        finally:
            _stop(alone)


def crew_of(jobs: int) -> Crew:
    """Return a crew of so many processes; 0: one for each core. One job needs none beside this one."""
    return Crew(0 if jobs == 1 else jobs or _cores())


def _cores() -> int:
    with suppress(AttributeError):  # it is Linux's
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Return a pool whose processes begin empty: threads of this one, as a preview has, must not be copied."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sitegen.pipeline.crew"])
    return ProcessPoolExecutor(jobs, context, _begin)


def _begin() -> None:
    """Begin a process of the pool: an interrupt is for the build alone, and nobody stays when the build is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 50, 100)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _stop(executor: Executor) -> None:
    """End a pool, whatever it is doing."""
    if isinstance(executor, ProcessPoolExecutor):
        processes = list((executor._processes or {}).values())  # noqa: SLF001  (kill_workers comes with Python 3.14)
        for process in processes:
            process.kill()
    executor.shutdown(wait=True, cancel_futures=True)


def _do(work: Work[T, R], packed: bytes, items: Sequence[T]) -> Sequence[R]:
    return work(_unpacked(packed), items)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> object:
    """Return the frame, which is unpacked once: judging has one, rendering another."""
    _, frame = pickle.loads(packed)  # noqa: S301  (from our own build)
    return frame
