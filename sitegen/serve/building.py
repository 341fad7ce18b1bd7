"""Building: the preview follows the files, one build at a time, off the event loop."""

import asyncio
import time
import traceback
from collections.abc import Callable
from contextlib import suppress

from msgspec import Struct

from sitegen.pipeline import Outcome
from sitegen.problems import Severity
from sitegen.serve.live import reload_all, reload_showing
from sitegen.serve.preview import Preview

LONGEST_WAIT = 2.0
"""Seconds after which a build goes on to its end though files keep changing, so that something is shown."""


class OvertakenError(Exception):
    """A build whose input changed before it had published anything: what it would show is neither old nor new."""


class Watchful(Struct, frozen=True):
    """Progress that ends a build as soon as another one is due."""

    changed: asyncio.Event
    until: float
    """When it stops doing so, by the monotonic clock."""

    def start(self, _stage: str, _total: int) -> None:
        """Begin a stage, unless the build is overtaken."""
        self._look()

    def advance(self, _count: int = 1) -> None:
        """Go on, unless the build is overtaken."""
        self._look()

    def _look(self) -> None:
        if self.changed.is_set() and time.monotonic() < self.until:
            raise OvertakenError


async def keep_built(preview: Preview, changed: asyncio.Event, say: Callable[[str], None]) -> None:
    """Build now, and again after every change; what changes during a build is built after it, or in its place."""
    while True:
        before = preview.report()
        outcome = await _build(preview, changed, say)
        preview.builds += 1
        if outcome:
            preview.problems, preview.failure = outcome.problems, ""
        if preview.report() != before:
            _tell(preview, say)
            reload_all()
        elif moved := _moved(outcome):
            reload_showing(moved, preview.target)
        await changed.wait()


async def _build(preview: Preview, changed: asyncio.Event, say: Callable[[str], None]) -> Outcome | None:
    """Build in a thread until no other save overtakes; a broken machine or a bug ends one build, not the preview."""
    watchful = Watchful(changed, time.monotonic() + LONGEST_WAIT)
    try:
        while True:
            changed.clear()
            with suppress(OvertakenError):
                return await asyncio.to_thread(preview.build, watchful)
    except OSError as error:
        preview.failure = f"the computer could not finish the build: {str(error).lower()}"
    except Exception:  # noqa: BLE001  (whatever it is, the last good page stays and people can go on writing)
        say(traceback.format_exc())
        preview.failure = "this is a mistake in sitegen, not in your files; the terminal shows what to report"
    return None


def _moved(outcome: Outcome | None) -> frozenset[str]:
    """Return the paths that a build added, changed or removed."""
    published = outcome.published if outcome else None
    return frozenset((*published.new, *published.changed, *published.removed) if published else ())


def _tell(preview: Preview, say: Callable[[str], None]) -> None:
    for problem in preview.problems:
        if problem.severity is not Severity.NOTE:
            say(str(problem))
    say(preview.failure or _summary(preview))


def _summary(preview: Preview) -> str:
    counts = [sum(problem.severity is severity for problem in preview.problems) for severity in Severity]
    errors, warnings = counts[:2]
    if errors:
        return f"errors: {errors}; pages with errors stand as they were last good, or do not stand yet"
    return f"the preview is up to date; warnings: {warnings}" if warnings else "the preview is up to date"
