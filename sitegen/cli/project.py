"""The project that a command works on, and where people stand who type it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sitegen.root import find_root, followed, leads_out

Command = TypeVar("Command", bound=Callable[..., Any])

SITE = "site"
OWN = ("seeds", "content", "static", "templates", "words", ".git", ".sitegen")
"""Folders of a project that no site can be written to."""


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


def output_option(text: str) -> Callable[[Command], Command]:
    """Return what adds `-o/--output`, which gives the command an `output: Path | None`; `text` is its help."""
    form = click.Path(file_okay=False, path_type=Path)
    return click.option("-o", "--output", type=form, metavar="DIR", help=text)


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


def dask_option(command: Command) -> Command:
    """Add `--dask`, which gives the command a `dask: str`, the address of a scheduler; empty where there is none."""
    return click.option(
        "--dask",
        default="",
        metavar="ADDRESS",
        envvar="SITEGEN_DASK",
        help="Work on the Dask cluster whose scheduler is at this address, as tcp://host:8786 (docs/scale.md).",
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


def target_of(root: Path, output: Path | None) -> Path:
    """Return the folder for the site; a usage error where people's own files would stand among it."""
    if output is None and leads_out(root, SITE):
        message = f"{SITE}/ is a link that leads out of the project. If that is meant, name the folder with --output."
        raise click.UsageError(message)
    target = followed(output or root / SITE)
    own = [root / folder for folder in OWN]
    if root.is_relative_to(target) or any(target.is_relative_to(folder) for folder in own):
        message = f"The site needs a folder of its own: {output or SITE} holds files of the project."
        raise click.UsageError(message)
    return target
