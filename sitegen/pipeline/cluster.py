"""A Dask cluster as the place where the crew works; imported only where somebody asks for one.

Dask itself tries a batch again whose worker died, and says of one on which workers die again and again that it did.
Workers need sitegen, the same libraries and the same model as here, and none of the project's files.
"""

import asyncio
import logging
import os
import pickle
import signal
import socket
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, wait
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any, ClassVar, ParamSpec, TypeVar, cast

from distributed import Client, KilledWorker, Nanny
from distributed.comm.core import CommClosedError

from sitegen import __version__
from sitegen.analyse import Model, find_model
from sitegen.cache import code_version
from sitegen.pipeline.order import ClusterError
from sitegen.problems import Problem
from sitegen.theme import PACKAGE, shipped

P = ParamSpec("P")
R = TypeVar("R")

ANSWER = 10.0
"""Seconds that a scheduler may take to answer, and a cluster without workers to get one."""
SHOWN = 5
"""Workers that are named where many cannot work."""
RETURN = 60.0
"""Seconds that a worker may take to come back after it was ended."""
GONE = (CancelledError, asyncio.CancelledError, CommClosedError)
"""What says that nobody answers any more, at whatever is asked."""
_ONE_AT_A_TIME = threading.Lock()
"""A worker of several threads does one batch after another: what a process holds of a site is not for threads."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the results of a worker follow from beside what it is given; those of the whole crew must be alike."""

    python: str
    sitegen: str
    code: str
    """A hash of the sources, and of the names and versions of libraries."""
    files: str
    """A hash of the other files that come with sitegen."""
    model: Model | Problem

    @classmethod
    def of(cls, model: str) -> "Standing":
        """Return what holds for this process; `model` is the setting of that name."""
        return cls(sys.version.split()[0], __version__, code_version(), _files_version(), _model(model))

    def lacks(self, wanted: "Standing") -> str:
        """Say what keeps a worker from giving the results that are wanted; "" where nothing does."""
        if isinstance(self.model, Problem):
            return self.model.message
        if self.model != wanted.model:
            return f"it has the model {self.model} (spaCy {self.model.spacy}), here it is {wanted.model}"
        for name, theirs, ours in (("Python", self.python, wanted.python), ("sitegen", self.sitegen, wanted.sitegen)):
            if theirs != ours:
                return f"it has {name} {theirs}, here it is {ours}"
        if (self.code, self.files) != (wanted.code, wanted.files):
            return f"its sitegen {self.sitegen}, or a library that pages follow from, is not quite the one here"
        return ""


@dataclass(slots=True)
class Cluster:
    """A scheduler with its workers."""

    address: str
    client: Client
    model: str
    """The setting."""
    broken: ClassVar[tuple[type[BaseException], ...]] = (KilledWorker, TimeoutError)
    _wanted: Standing = field(init=False)
    _sent: dict[bytes, Any] = field(default_factory=dict, init=False)
    _names: Iterator[int] = field(default_factory=count, init=False)

    def __post_init__(self) -> None:
        self._wanted = Standing.of(self.model)

    @property
    def room(self) -> int:
        """How many workers there are; at least one, since those that died come back."""
        return max(1, len(self.client.nthreads()))

    def open(self, *, alone: bool = False) -> Executor:  # noqa: ARG002  (where nothing else is done, each is alone)
        """Return what takes work for the cluster."""
        self._wait_for_workers(RETURN)
        return _Counter(self)

    def settle(self, executor: Executor, futures: Sequence[Future[Any]], seconds: float) -> None:
        """Wait for what is under way, and end the workers that are still at it then."""
        wait(futures, seconds)
        self._sent.clear()  # a worker that died with a frame in hand speaks against the frame, at Dask
        if isinstance(executor, _Counter) and (names := executor.pending()):
            busy = [worker for worker, tasks in self.client.processing().items() if not names.isdisjoint(tasks)]
            executor.shutdown()  # or the next worker would begin what no worker ends
            self._end(busy)

    def close(self, executor: Executor) -> None:
        """Drop what is under way; a worker that is in the middle of a batch ends it for nobody."""
        executor.shutdown(wait=False, cancel_futures=True)

    def leave(self, error: BaseException | None) -> None:
        """Close the connection; what the cluster did wrong is raised as that."""
        is_gone = isinstance(error, (*GONE, Exception)) and self.client.status != "running"
        self._sent.clear()
        self.client.close(timeout=ANSWER)
        if isinstance(error, ClusterError):
            return
        if is_gone or isinstance(error, GONE):
            message = f"the cluster at {self.address} is gone; what it did so far is kept, so build again to go on"
            raise ClusterError(message) from error
        if isinstance(error, ModuleNotFoundError) and "sitegen" in str(error):
            message = f"a worker came to the cluster at {self.address} that has no sitegen, or another one than here"
            raise ClusterError(message) from error

    def check(self) -> None:
        """Raise ClusterError where scheduler or workers cannot give the results that a build here gives."""
        self._check_scheduler()
        self._wait_for_workers(ANSWER)
        found = self.client.run(Standing.of, self.model, on_error="return")
        lacks = {worker: _lack(standing, self._wanted) for worker, standing in sorted(found.items())}
        if unfit := [f"the worker {worker} cannot work on this site: {lack}" for worker, lack in lacks.items() if lack]:
            more = f"\n(and {len(unfit) - SHOWN} more)" if len(unfit) > SHOWN else ""
            raise ClusterError("\n".join(unfit[:SHOWN]) + more)

    def _check_scheduler(self) -> None:
        versions = cast("dict[str, Any]", self.client.get_versions())
        for name, group, key in (("Python", "host", "python"), ("Dask", "packages", "distributed")):
            theirs, ours = (_minor(versions[side][group][key]) for side in ("scheduler", "client"))
            if theirs != ours:
                message = f"the scheduler at {self.address} runs {name} {theirs}, here it is {ours}"
                raise ClusterError(message)
        try:
            self.client.run_on_scheduler(_minor, "")
        except (ModuleNotFoundError, AttributeError) as error:
            message = f"the scheduler at {self.address} has no sitegen, or another one than here"
            raise ClusterError(message) from error

    def submit(self, work: Callable[..., R], frame: bytes, *args: object) -> tuple[str, Future[R]]:
        """Give work to the cluster; return its name there too. What is sent is packed, so the scheduler opens none."""
        name = f"sitegen-{self.client.id}-{next(self._names)}"
        packed = pickle.dumps((self.model, self._wanted, work, args))
        executor = self.client.get_executor(pure=False)
        return name, executor.submit(_work, self._once(frame), packed, key=name)

    def _once(self, data: bytes) -> Any:  # noqa: ANN401  (a future of Dask's)
        """Send what many batches need to each worker once; Dask brings it back where a worker dies that had it."""
        if data not in self._sent:
            self._sent[data] = self.client.submit(_same, data, pure=False)
        return self._sent[data]

    def _wait_for_workers(self, seconds: float) -> None:
        try:
            self.client.wait_for_workers(1, timeout=seconds)
        except TimeoutError as error:
            message = f"the cluster at {self.address} has no workers: start some with “dask worker {self.address}”"
            raise ClusterError(message) from error

    def _end(self, workers: Sequence[str]) -> None:
        """End workers, whatever they are doing: most have a nanny, which begins them anew."""
        about = self.client.scheduler_info(n_workers=-1)["workers"]
        watched = [worker for worker in workers if about.get(worker, {}).get("nanny")]
        self.client.run(_end_worker, workers=watched, nanny=True, on_error="ignore")
        if others := [worker for worker in workers if worker not in watched]:
            self.client.retire_workers(others, close_workers=True)


@dataclass(slots=True)
class _Counter(Executor):
    """Where work is handed in; it knows what it waits for."""

    cluster: Cluster
    _waiting: dict[str, Future[Any]] = field(default_factory=dict, init=False)

    def submit(self, work: Callable[P, R], /, *args: P.args, **_: P.kwargs) -> Future[R]:
        frame, *rest = args
        assert isinstance(frame, bytes)  # noqa: S101  (as the crew gives it)
        name, future = self.cluster.submit(work, frame, *rest)
        self._waiting[name] = future
        future.add_done_callback(lambda _: self._waiting.pop(name, None))
        return future

    def pending(self) -> frozenset[str]:
        """Return the names of what is under way."""
        return frozenset(self._waiting.copy())

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  (as Executor has it)
        for future in self._waiting.copy().values():
            future.cancel()


def cluster_at(address: str, model: str) -> Cluster:
    """Return the cluster whose scheduler answers at an address, after a look at all of its workers.

    Raises ClusterError where there is none, or one that cannot give the results that a build here gives.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters of it, sitegen says itself
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = Client(address, timeout=ANSWER, set_as_default=False, name="sitegen")
    except (OSError, ValueError, TypeError) as error:
        message = f"no Dask scheduler answers at {address}: begin one with “dask scheduler”, or mend --dask"
        raise ClusterError(message) from error
    cluster = Cluster(address, client, model)
    try:
        cluster.check()
    except BaseException:
        client.close(timeout=ANSWER)
        raise
    return cluster


def _work(frame: bytes, packed: bytes) -> object:
    """Do a batch on a worker, which may have come after the others were looked at."""
    with _ONE_AT_A_TIME:
        model, wanted, work, args = pickle.loads(packed)  # noqa: S301  (from our own build)
        if lacks := Standing.of(model).lacks(wanted):
            message = f"a worker on {socket.gethostname()} cannot work on this site: {lacks}"
            raise ClusterError(message)
        return work(frame, *args)


def _end_worker(dask_worker: Nanny) -> None:
    """End the worker that a nanny watches over; Dask gives the nanny by that name."""
    if dask_worker.pid:
        os.kill(dask_worker.pid, signal.SIGKILL)


def _same(data: bytes) -> bytes:
    return data


def _lack(found: Standing | Exception, wanted: Standing) -> str:
    if isinstance(found, Exception):
        return f"it has no sitegen, or another one than here ({found})"
    return found.lacks(wanted)


def _minor(version: str) -> str:
    """Return "3.11" of "3.11.7.final.0": what must be alike."""
    return ".".join(version.split(".")[:2])


@cache
def _model(name: str) -> Model | Problem:
    return find_model(name)


@cache
def _files_version() -> str:
    """Hash the files beside the sources: fonts, wording, templates."""
    found = sha256()
    for folder in (PACKAGE, shipped("words"), shipped("templates")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in {".py", ".pyc"}:
                found.update(f"{path.relative_to(folder).as_posix()}\0".encode() + _digest(path))
    return found.hexdigest()


def _digest(path: Path) -> bytes:
    return sha256(path.read_bytes()).digest()
