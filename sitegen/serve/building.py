"""Building: the preview follows the files, one build at a time, off the event loop."""

import asyncio
import traceback
from collections.abc import Callable

from sitegen.pipeline import Outcome
from sitegen.problems import Severity
from sitegen.serve.live import reload_pages
from sitegen.serve.preview import Preview


async def keep_built(preview: Preview, changed: asyncio.Event, say: Callable[[str], None]) -> None:
    """Build now, and again after every change; what changes during a build is built after it."""
    while True:
        changed.clear()
        before = preview.report()
        outcome = await _build(preview, say)
        preview.builds += 1
        if outcome:
            preview.problems, preview.failure = outcome.problems, ""
        if preview.report() != before:
            _tell(preview, say)
        if preview.report() != before or _moved(outcome):
            reload_pages()
        await changed.wait()


async def _build(preview: Preview, say: Callable[[str], None]) -> Outcome | None:
    """Build in a thread; a broken machine or a bug ends one build, never the preview."""
    try:
        return await asyncio.to_thread(preview.build)
    except OSError as error:
        preview.failure = f"the computer could not finish the build: {str(error).lower()}"
    except Exception:  # noqa: BLE001  (whatever it is, the last good page stays and people can go on writing)
        say(traceback.format_exc())
        preview.failure = "this is a mistake in sitegen, not in your files; the terminal shows what to report"
    return None


def _moved(outcome: Outcome | None) -> bool:
    """Say whether a build changed anything that a browser may show."""
    published = outcome.published if outcome else None
    return published is not None and bool(published.new or published.changed or published.removed)


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
