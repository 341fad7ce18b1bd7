"""The crew: work is handed out in batches, to this process or to several, and comes back in its order.

Its place gives it what follows `concurrent.futures.Executor`: a pool of processes here, or a cluster. A batch whose
process dies, or that takes without end, is tried again by halves while nothing else is done, until the item that kills
processes is known: that one is lost, the others are not.
"""

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import lru_cache
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from msgspec import Struct

from sitegen.model.chunks import portions
from sitegen.pipeline.processes import Here, cores

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Batches that wait for each process, so that none has to wait itself."""

PATIENCE, SPEED = 60.0, 4000
"""Seconds that any batch may take, and bytes that a second more is given for: a tenth of what is usual."""

Work = Callable[[Any, Sequence[T]], Sequence[R]]
"""What is done to a batch, given what all batches need (the frame); a function of a module, so that it can be sent."""


class Batch(Struct, Generic[T], frozen=True):
    """Items that one process takes together."""

    items: Sequence[T]
    seconds: float
    """After which nobody waits for it any longer."""


def in_batches(items: Iterable[T], most: int, size: Callable[[T], int]) -> Iterator[Batch[T]]:
    """Yield items, so many at a time; `size` tells the bytes of one, for which a batch has the more time."""
    for some in portions(items, most):
        yield Batch(some, PATIENCE + sum(map(size, some)) / SPEED)


Lost = Callable[[T, str], R]
"""Says what stands in the place of the result of an item that killed its process; the reason goes on from "it"."""


class Place(Protocol):
    """Where a crew works."""

    @property
    def broken(self) -> tuple[type[BaseException], ...]:
        """What a future raises whose process died, or that takes too long."""

    @property
    def room(self) -> int:
        """How many can work at once, as things stand."""

    def open(self, *, alone: bool = False) -> Executor:
        """Return what takes work, with one process alone or with all; an executor is open as long as no other is."""

    def settle(self, executor: Executor, futures: Sequence[Future[Any]], seconds: float) -> None:
        """See to it that nothing is under way any more: wait for futures as long as it makes sense, end the rest."""

    def close(self, executor: Executor) -> None:
        """Drop all that is under way, at once: also what somebody is in the middle of."""

    def leave(self, error: BaseException | None) -> None:
        """Take leave of the place for good; an error that is the place's own may be raised in its words."""


class Crew(Struct):
    """Those who work."""

    place: Place | None = None
    """Where; without one, this process does all itself."""
    _executor: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.place is not None:
            self._dismiss(self.place)
            self.place.leave(error)

    def each(self, work: Work[T, R], frame: object, batches: Iterable[Batch[T]], lost: Lost[T, R]) -> Iterator[R]:
        """Yield the result of each item, in order; of the batches only those that are being worked on are held."""
        place = self.place
        if place is None:
            for batch in batches:
                yield from work(frame, batch.items)
            return
        job = _Job(work, pickle.dumps(frame), lost, place)
        rest = iter(batches)
        waiting: deque[tuple[Batch[T], Future[Sequence[R]]]] = deque()
        try:
            yield from self._taken_back(waiting, rest, job)
        finally:  # where nobody waits for the rest
            for _, future in waiting:
                future.cancel()

    def _taken_back(
        self, waiting: "deque[tuple[Batch[T], Future[Sequence[R]]]]", rest: Iterator[Batch[T]], job: "_Job[T, R]"
    ) -> Iterator[R]:
        while True:
            self._fill(waiting, rest, job)
            if not waiting:
                return
            batch, future = waiting[0]
            try:
                found = future.result(batch.seconds)
            except job.place.broken:
                held = list(waiting)
                waiting.clear()
                yield from self._rescued(job, held)
                continue
            waiting.popleft()
            yield from found

    def _fill(
        self, waiting: "deque[tuple[Batch[T], Future[Sequence[R]]]]", rest: Iterator[Batch[T]], job: "_Job[T, R]"
    ) -> None:
        room = job.place.room * AHEAD
        while len(waiting) < room:
            batch = next(rest, None)
            if batch is None:
                return
            if self._executor is None:
                self._executor = job.place.open()
            waiting.append((batch, job.begin(self._executor, batch)))

    def _rescued(self, job: "_Job[T, R]", held: "Sequence[tuple[Batch[T], Future[Sequence[R]]]]") -> Iterator[R]:
        """Yield the results of batches of which one broke: those that are there, and the others', done carefully."""
        if self._executor is not None:
            job.place.settle(self._executor, [future for _, future in held], max(batch.seconds for batch, _ in held))
        self._dismiss(job.place)
        for batch, future in held:
            yield from job.carefully(batch) if job.has_broken(future) else future.result()

    def _dismiss(self, place: Place) -> None:
        """Send everybody home, at once: also those who are in the middle of something."""
        if self._executor is not None:
            place.close(self._executor)
            self._executor = None


class _Job(Struct, Generic[T, R], frozen=True):
    """What is done to all batches, and where."""

    work: Work[T, R]
    packed: bytes
    """The frame."""
    lost: Lost[T, R]
    place: Place

    def begin(self, executor: Executor, batch: Batch[T]) -> Future[Sequence[R]]:
        """Hand a batch in; a pool that broke meanwhile breaks this one too."""
        try:
            return executor.submit(_do, self.packed, self.work, batch.items)
        except self.place.broken as error:
            broken: Future[Sequence[R]] = Future()
            broken.set_exception(error)
            return broken

    def has_broken(self, future: Future[Sequence[R]]) -> bool:
        """Say whether a future will never have a result, for no mistake of the work's own."""
        return not future.done() or future.cancelled() or isinstance(future.exception(), self.place.broken)

    def carefully(self, batch: Batch[T]) -> Iterator[R]:
        """Do a batch on a process of its own, by halves where that dies."""
        alone = self.place.open(alone=True)
        future = self.begin(alone, batch)
        try:
            yield from future.result(batch.seconds)
        except self.place.broken as error:
            self.place.settle(alone, [future], 0)
            if len(batch.items) == 1:
                late = isinstance(error, TimeoutError)
                reason = f"took more than {batch.seconds:.0f} seconds" if late else "made the process end"
                yield self.lost(batch.items[0], reason)
                return
            middle = len(batch.items) // 2
            for half in (batch.items[:middle], batch.items[middle:]):
                yield from self.carefully(Batch(half, batch.seconds))
        finally:
            self.place.close(alone)


def crew_of(jobs: int) -> Crew:
    """Return a crew of so many processes; 0: one for each core. One job needs none beside this one."""
    return Crew(None if jobs == 1 else Here(jobs or cores()))


def _do(packed: bytes, work: Work[T, R], items: Sequence[T]) -> Sequence[R]:
    return work(_unpacked(packed), items)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> object:
    """Return the frame, which is unpacked once: judging has one, rendering another."""
    return pickle.loads(packed)  # noqa: S301  (from our own build)
