"""Watching: notice that a file of the project changed, as soon as the storm of a save has passed."""

import asyncio
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from sitegen.pipeline.inputs import FILES, FOLDERS

LONGEST_STORM = 1000
"""Milliseconds after which changes are reported even if more keep coming."""

CALM = 10
"""Milliseconds without a change after which one is reported: twice that at most is what a single save waits for.

A storm with longer pauses in it is several changes; a build that the next of them overtakes shows nothing.
"""


async def watch(root: Path, changed: asyncio.Event) -> None:
    """Set the event after every change of an input, until cancelled; input folders may come and go.

    The root is watched by itself, so that neither site/ nor a virtual environment beside it costs anything.
    """
    while True:
        folders = _folders(root)
        regrouped = asyncio.Event()
        below = asyncio.create_task(_watch_below(root, folders, changed, regrouped))
        try:
            await _watch_top(root, folders, changed)
        finally:
            regrouped.set()
            await below
        changed.set()  # for what came into a new folder before it was watched


async def _watch_top(root: Path, folders: list[Path], changed: asyncio.Event) -> None:
    """Watch the files that stand beside the input folders; return once such a folder came or went."""
    names = {*FILES, *FOLDERS}
    changes = awatch(
        root,
        watch_filter=lambda _, path: Path(path).name in names,
        debounce=LONGEST_STORM,
        step=CALM,
        recursive=False,
    )
    async for _ in changes:
        changed.set()
        if _folders(root) != folders:
            return


async def _watch_below(root: Path, folders: list[Path], changed: asyncio.Event, stop: asyncio.Event) -> None:
    if not folders:
        return
    changes = awatch(*folders, watch_filter=Inputs(root), debounce=LONGEST_STORM, step=CALM, stop_event=stop)
    async for _ in changes:
        changed.set()


def _folders(root: Path) -> list[Path]:
    return [root / name for name in FOLDERS if (root / name).is_dir()]


class Inputs(DefaultFilter):
    """What can be an input: neither hidden nor an editor's own file."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._depth = len(root.parts)

    def __call__(self, change: Change, path: str) -> bool:
        """Say whether a change is worth a build."""
        hidden = any(part.startswith(".") for part in Path(path).parts[self._depth :])
        return not hidden and super().__call__(change, path)
