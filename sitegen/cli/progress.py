"""How far long work has come, on a terminal, once it has taken a second."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    import rich.progress

PATIENCE = 1.0
"""Seconds of work before anything is shown."""


class Bar:
    """A line on stderr: stage, how many of how many, time left. Nothing where stderr is no terminal."""

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._silent = quiet or not self._stream.isatty()
        self._begun = time.monotonic()
        self._shown: rich.progress.Progress | None = None
        self._task: rich.progress.TaskID | None = None
        self._stage, self._total, self._done = "", 0, 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._shown.stop()

    def start(self, stage: str, total: int) -> None:
        """Begin a stage of so many steps."""
        self._stage, self._total, self._done = stage, total, 0
        self._show(begin=True)

    def advance(self, count: int = 1) -> None:
        """Report steps done."""
        self._done += count
        self._show()

    def _show(self, *, begin: bool = False) -> None:
        """Show the state of things, once the work has taken long enough for anyone to wonder."""
        if self._silent or time.monotonic() - self._begun < PATIENCE:
            return
        if self._shown is None:
            self._shown = _line(self._stream)
            self._shown.start()
        if self._task is None or begin:
            if self._task is not None:
                self._shown.remove_task(self._task)
            self._task = self._shown.add_task(self._stage, total=self._total or None)
        self._shown.update(self._task, completed=self._done)


def _line(stream: TextIO) -> "rich.progress.Progress":
    """Return rich's progress display, which takes a tenth of a second to import."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(file=stream), transient=True)
