"""Root: the folder of a project and what stands where in it; a build with nothing to do needs to know no more."""

import os
from pathlib import Path

FILE = "sitegen.yaml"
SEEDS = "seeds"
"""Where articles stand, from the root."""
BRIEFS = "content/briefs"
"""Where the Markdown of briefs stands, from the root."""


def followed(path: Path) -> Path:
    """Return where a path leads through all links; Path.resolve breaks on links that lead in a circle."""
    return Path(os.path.realpath(path))


def leads_out(root: Path, path: str) -> bool:
    """Say whether a path of a project, through links in it, leads to a place outside of the project."""
    return not followed(root / path).is_relative_to(followed(root))


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, upward from this one, that has a sitegen.yaml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / FILE).is_file()), None)
