"""Serve: a preview that is built again whenever a file changes, shown in a browser that reloads by itself."""

import asyncio
import signal
import webbrowser
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Outcome, Progress
from sitegen.pipeline import build as build_project
from sitegen.pipeline.crew import crew_of
from sitegen.serve.preview import Preview

__all__ = ["serve"]


def serve(root: Path, host: str, port: int, *, open_browser: bool, say: Callable[[str], None]) -> None:
    """Serve a preview of a project until someone stops it; `say` is given plain sentences, one a line.

    The preview stands in a temporary folder: site/ and content/ are not touched. OSError where no port is free.
    """
    ended = suppress(KeyboardInterrupt, asyncio.CancelledError)
    with TemporaryDirectory(prefix="sitegen-preview-") as folder, crew_of(0) as crew, ended:
        target = Path(folder, "site")

        def build(progress: Progress) -> Outcome:
            order = Order(target=target, edition=Edition.PREVIEW, keep_going=True)
            return build_project(root, order, progress, crew=crew)

        asyncio.run(_until_told(run(Preview(root, target, build), host, port, open_browser=open_browser, say=say)))


async def run(preview: Preview, host: str, port: int, *, open_browser: bool, say: Callable[[str], None]) -> None:
    """Listen, watch and build until cancelled."""
    from sitegen.serve.building import keep_built  # noqa: PLC0415  (tornado and livereload take long to import)
    from sitegen.serve.listening import listening  # noqa: PLC0415  (the same)
    from sitegen.serve.watching import watch  # noqa: PLC0415  (the same)

    async with listening(preview, host, port, say) as address, asyncio.TaskGroup() as tasks:
        changed = asyncio.Event()
        tasks.create_task(watch(preview.root, changed))
        tasks.create_task(keep_built(preview, changed, say))
        if open_browser:
            tasks.create_task(asyncio.to_thread(webbrowser.open, address))


async def _until_told(running: Coroutine[None, None, None]) -> None:
    """Run until the system asks to end (SIGTERM, as containers do), so that the temporary folder goes too."""
    task = asyncio.ensure_future(running)
    with suppress(NotImplementedError):  # Windows has no such signal
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await task
