"""Clearing: what sitegen made goes from an output folder, by the list that stands there; all else stays."""

from contextlib import suppress
from pathlib import Path

from sitegen.problems import Problem
from sitegen.publish import journal, publish
from sitegen.publish.manifest import NAME


def clear(target: Path) -> tuple[int, list[Problem]]:
    """Remove our files, the list, and the folder itself where it is empty then; return how many pages and files went.

    Nothing is removed where there is no list, since nobody can say then what is ours.
    """
    if not any((target / name).is_file() for name in (NAME, journal.NAME)):
        return 0, []
    published, problems = publish((), target)
    if published is None:
        return 0, problems
    (target / NAME).unlink()
    with suppress(OSError):  # people's files stand in it
        target.rmdir()
    return len(published.removed), []
