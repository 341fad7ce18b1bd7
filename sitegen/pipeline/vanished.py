"""Articles that are gone all at once: a folder was moved, or a disk is not there, and no brief may leave the site."""

from collections.abc import Iterable
from pathlib import Path

from sitegen.problems import Kind, Location, Problem
from sitegen.root import BRIEFS, SEEDS


def vanished(root: Path, files: Iterable[str]) -> list[Problem]:
    """Report that no article is left of several briefs, or that the folder of one is gone.

    The last article of an empty folder may well have been deleted; several that go at once stood on another disk.
    `files` are those that people wrote, and composed briefs, from the root.
    """
    briefs = 0
    for path in files:
        if path.startswith(f"{SEEDS}/"):
            return []
        briefs += path.startswith(f"{BRIEFS}/") and path.endswith(".md")
    is_there = (root / SEEDS).is_dir()
    if briefs == 0 or (is_there and briefs == 1):
        return []
    message = f"{SEEDS}/ is empty" if is_there else f"there is no folder {SEEDS}/"
    message += f", and {BRIEFS}/ has {briefs} of its briefs"
    hint = f"bring the articles back; if all briefs are to leave the site, delete {BRIEFS}/ as well"
    return [Problem(Location(SEEDS), Kind.ARTICLE_MISSING, message, hint)]
