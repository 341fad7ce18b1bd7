"""Symbolic links in a project: a build reads and writes nothing outside it, so that none may lead out.

A repository that comes from elsewhere can hold links to anything: to keys at home, whose contents a build would
publish, or to a folder in which it would then write.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sitegen.cache import FOLDER
from sitegen.problems import Kind, Location, Problem

READ = ("sitegen.yaml", "sources.yaml", "seeds", "content", "static", "templates", "words")
"""What people wrote, looked at in full."""


def links_out(root: Path) -> list[Problem]:
    """Report links that lead out of the project or to what is hidden in it, and one in the place of the cache.

    The folder of the site is looked at where it is written.
    """
    home = root.resolve()
    problems = [problem for path in _links(str(home), READ) if (problem := _away(home, path))]
    if (home / FOLDER).is_symlink():
        message = "a link stands where sitegen keeps its cache"
        problems.append(Problem(Location(FOLDER), Kind.OUTPUT_TAKEN, message, "delete the link"))
    return problems


def _links(home: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the links at these names or below, from the root; links are not followed, hidden files are nobody's."""
    for path in names:
        if Path(home, path).is_symlink():
            yield path
        else:
            yield from _links_below(home, path)


def _links_below(home: str, folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(f"{home}/{folder}"), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield f"{folder}/{entry.name}"
        elif entry.is_dir():
            yield from _links_below(home, f"{folder}/{entry.name}")


def _away(home: Path, path: str) -> Problem | None:
    """Report a link that leads to no file of the project that people see; one that leads nowhere does no harm."""
    try:
        there = (home / path).resolve()
    except (OSError, RuntimeError):
        return None  # it leads to itself, as reading it will say
    if not there.is_relative_to(home):
        what = "leads out of the project"
    elif any(part.startswith(".") for part in there.relative_to(home).parts):
        what = "leads to a hidden file"
    else:
        return None
    return Problem(Location(path), Kind.FILE_UNREADABLE, f"the file is a link that {what}")
