"""Symbolic links in a project: a build reads and writes nothing outside it, so that none may lead out.

A repository that comes from elsewhere can hold links to anything: to keys at home, whose contents a build would
publish, or to a folder in which it would then write.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from sitegen.cache import FOLDER
from sitegen.problems import Kind, Location, Problem
from sitegen.root import followed


def links_out(root: Path, links: Iterable[str]) -> list[Problem]:
    """Report links that lead out of the project or to what is hidden in it, and one in the place of the cache.

    `links` are those among what people wrote, from the root. With any of these nothing is read, so that links which
    lead in a circle are reported too, as reading them would. The folder of the site is looked at where it is written.
    """
    home, found = followed(root), sorted(links)
    problems = [problem for path in found if (problem := _away(home, path))]
    if problems:
        problems += [problem for path in found if (problem := _circle(home, path))]
    if (home / FOLDER).is_symlink():
        message = "a link stands where sitegen keeps its cache"
        problems.append(Problem(Location(FOLDER), Kind.OUTPUT_TAKEN, message, "delete the link"))
    return problems


def _away(home: Path, path: str) -> Problem | None:
    """Report a link that leads to no file of the project that people see; one that leads nowhere does no harm."""
    there = followed(home / path)
    if not there.is_relative_to(home):
        message = "the file is a link that leads out of the project"
        if there.is_dir():
            message = f"{path} leads out of the project through a link"
    elif any(part.startswith(".") for part in there.relative_to(home).parts):
        message = "the file is a link that leads to a hidden file"
    else:
        return None
    return Problem(Location(path), Kind.FILE_UNREADABLE, message)


def _circle(home: Path, path: str) -> Problem | None:
    if not os.path.islink(followed(home / path)):  # noqa: PTH114  (Path breaks on such links)
        return None
    return Problem(Location(path), Kind.FILE_UNREADABLE, "the file is a link that leads in a circle")
