"""The project that a command works on, and where people stand who type it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sitegen.root import find_root

Command = TypeVar("Command", bound=Callable[..., Any])


def project_option(command: Command) -> Command:
    """Add `-C/--project`, which gives the command a `project: Path`."""
    return click.option(
        "-C",
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        metavar="DIR",
        help="Work on the project in this folder instead of the one you stand in.",
    )(command)


def jobs_option(command: Command) -> Command:
    """Add `-j/--jobs`, which gives the command a `jobs: int`; 0 stands for all cores."""
    return click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        envvar="SITEGEN_JOBS",
        help="Work with so many processes; 0, or nothing: one for each core of the computer.",
    )(command)


def root_of(folder: Path) -> Path:
    """Return the root of the project that a folder belongs to; a usage error where there is none."""
    root = find_root(folder.resolve())
    if root is None:
        where = "This folder" if folder == Path() else f"The folder {folder}"
        message = (
            f"{where} is not in a sitegen project: neither it nor a folder above it has a sitegen.yaml.\n"
            "Make a project with “sitegen init DIR”, or name one with “-C DIR”."
        )
        raise click.UsageError(message)
    return root


def way_to(root: Path) -> str:
    """Return the way from where people stand to the project's root, with "/": "" where they stand in it."""
    try:
        way = Path(os.path.relpath(root)).as_posix()
    except ValueError:  # another drive, on Windows
        way = root.as_posix()
    return "" if way == "." else way
