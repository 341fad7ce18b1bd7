"""Root: the folder of a project and what stands where in it; a build with nothing to do needs to know no more."""

from pathlib import Path

FILE = "sitegen.yaml"
BRIEFS = "content/briefs"
"""Where the Markdown of briefs stands, from the root."""


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, upward from this one, that has a sitegen.yaml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / FILE).is_file()), None)
