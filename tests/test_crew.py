"""The crew: what it is given comes back in order, and what kills a process is lost alone."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sitegen.pipeline.crew import AHEAD, Batch, Crew, crew_of
from sitegen.pipeline.processes import Here

PATIENT = 60.0


def add(frame: int, items: Sequence[int]) -> list[int]:
    """Work that does what it is told: 13 ends the process, 17 takes for ever, 19 raises, from 1000 on it dawdles."""
    for item in items:
        if item >= 1000:
            time.sleep(0.1)
        if item == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if item == 17:
            time.sleep(3600)
        if item == 19:
            message = "a mistake"
            raise ValueError(message)
    return [frame + item for item in items]


def lost(item: int, reason: str) -> int:
    assert reason in {"made the process end", "took more than 2 seconds"}
    return -item


def batches(*items: Sequence[int], seconds: float = PATIENT) -> list[Batch[int]]:
    return [Batch(some, seconds) for some in items]


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_results_come_in_order_whoever_works(processes: int) -> None:
    with Crew(Here(processes) if processes else None) as crew:
        given = batches(*([number, number + 1] for number in range(20, 60, 2)))
        assert list(crew.each(add, 100, given, lost)) == list(range(120, 160))
        assert list(crew.each(add, 200, batches([1]), lost)) == [201]
        assert list(crew.each(add, 200, [], lost)) == []


frames: list[object] = []
"""Those that a process has met."""


def met(frame: object, items: Sequence[int]) -> list[bool]:
    """Say of each item whether the very frame was met before."""
    found = [any(frame is each for each in frames) for _ in items]
    frames.append(frame)
    return found


def test_a_crew_that_stays_unpacks_a_frame_once_and_each_that_differs() -> None:
    with Crew(Here(1)) as crew:
        for text, known in (("frame", False), ("frame", True), ("another", False)):
            made = crew.each(met, (text,), batches([1], [2]), lambda _item, _reason: True)
            assert list(made) == [known, True]


def test_no_more_is_taken_than_is_being_worked_on() -> None:
    taken = []

    def given() -> Iterator[Batch[int]]:
        for number in range(100):
            taken.append(number)
            yield Batch([number], PATIENT)

    with Crew(Here(1)) as crew:
        made = crew.each(add, 0, given(), lost)
        next(made)
        assert len(taken) <= AHEAD + 1


def test_what_kills_a_process_is_lost_and_nothing_else() -> None:
    with Crew(Here(2)) as crew:
        given = batches([1, 2, 3], [4, 13, 5, 6], [7, 8], *([number] for number in range(20, 40)))
        assert list(crew.each(add, 0, given, lost)) == [1, 2, 3, 4, -13, 5, 6, 7, 8, *range(20, 40)]


def test_what_is_handed_in_after_a_process_died_is_not_lost() -> None:
    crew = Crew(Here(1))

    def given() -> Iterator[Batch[int]]:
        yield from batches([1], [13])
        while not getattr(crew._executor, "_broken", False):  # noqa: SLF001  (a pool does not say so)
            time.sleep(0.01)
        yield from batches([2], [3])

    with crew:
        assert list(crew.each(add, 0, given(), lost)) == [1, -13, 2, 3]


def test_what_takes_for_ever_is_lost_and_nothing_else() -> None:
    with Crew(Here(2)) as crew:
        given = batches([1], [2, 17], [3], seconds=2)
        assert list(crew.each(add, 0, given, lost)) == [1, 2, -17, 3]


def test_an_error_is_an_error() -> None:
    with Crew(Here(1)) as crew, pytest.raises(ValueError, match="a mistake"):
        list(crew.each(add, 0, batches([19]), lost))


def test_nobody_stays_when_the_work_is_left() -> None:
    with Crew(Here(2)) as crew:
        next(crew.each(add, 0, batches([1], [17], [17]), lost))
    assert multiprocessing.active_children() == []


def test_one_job_needs_no_other_process() -> None:
    assert crew_of(1).place is None
    assert crew_of(3).place == Here(3)
    assert (place := crew_of(0).place)
    assert place.room >= 1


def test_nobody_stays_when_the_build_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, sys, time\n"
        f"sys.path[:0] = [{str(Path(__file__).parent)!r}, {str(Path(__file__).parent.parent)!r}]\n"
        "from test_crew import add, lost, batches\n"
        "from sitegen.pipeline.crew import Crew\n"
        "from sitegen.pipeline.processes import Here\n"
        "if __name__ == '__main__':\n"
        "    crew = Crew(Here(2))\n"
        "    next(crew.each(add, 0, batches([1], [17], [17], [17]), lost))\n"
        "    print(*crew._executor._processes, flush=True)\n"
        "    time.sleep(3600)\n"
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        workers = [int(pid) for pid in process.stdout.readline().split()]
        process.kill()
    assert len(workers) == 2
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() for pid in workers):
            return
        time.sleep(0.05)
    pytest.fail("workers live on")
